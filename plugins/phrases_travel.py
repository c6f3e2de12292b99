"""Phrases of airlines, hotels, trips and their bookings."""

from collections.abc import Iterable
from pathlib import Path

from toolkit import Phrases, hook, sheets

WORDS = """
travel, flight, airline, airport, hotel, guest, booking, trip, tour, journey, traveller, passenger, itinerary,
cruise, holiday, reservation, check-in, destination, train, reise, flug, gast, buchung, reisende, zimmer, ausflug,
urlaub, voyage, vol, hôtel, voyageur, séjour, réservation, passager, viaje, vuelo, huésped, reserva, viajero,
pasajero
"""


@hook
def register_phrases() -> Iterable[Phrases]:
    """Bring them, a sheet a language."""
    return sheets(Path(__file__).parent / "phrases", "travel", WORDS)

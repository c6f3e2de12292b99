"""Breeds of animals: of the species that the row says, where it says one."""

from collections.abc import Mapping, Sequence

from toolkit.data.kinds.picked import KINDS as PICKED
from toolkit.data.kinds.picked import words_for
from toolkit.data.lot import Lot, Make
from toolkit.data.naming import about, listed
from toolkit.domain.values import Value

_SPECIES = {
    "dog": listed("dog hund chien perro"),
    "cat": listed("cat katze chat gato"),
    "horse": listed("horse pony pferd cheval poney caballo"),
    "rabbit": listed("rabbit kaninchen lapin conejo"),
    "cow": listed("cow cattle rind kuh vache bovin vaca"),
}
"""What animals are called of which we know breeds."""


def species_meant(option: str) -> str:
    """Return which species a word is; nothing of one whose breeds we do not know."""
    return next((species for species, words in _SPECIES.items() if about(option, words)), "")


def _breeds(lot: Lot) -> Sequence[Value]:
    said = [species_meant(str(word or "")) for word in lot.told.get("animal species", ())]
    if not said:
        return PICKED["breed"](lot)
    language = lot.words.locale[:2]
    columns = {species: lot.pick(words_for(f"breed {species or 'other'}", language)) for species in sorted(set(said))}
    return [columns[species][at] for at, species in enumerate(said)]


KINDS: Mapping[str, Make] = {"breed": _breeds}

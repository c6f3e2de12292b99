"""What a name in a spec is about: its words, and the lists of words that give a field its part in a row."""

import re
from functools import lru_cache

_TWO_AS_ONE = re.compile(r"\b(called|no|turned|written|rendez)[ _-](off|show|down|vous)\b", re.IGNORECASE)
"""Words that mean something else together: 'called off' is cancelled, 'no-show' is missed, a 'rendez-vous' one word."""


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a name: 'dueDate', 'due_date' and 'Due date' are all due and date."""
    parts = re.findall(r"[^\W\d_]+", _TWO_AS_ONE.sub(r"\1\2", re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name)))
    return frozenset(part.casefold() for part in parts)


@lru_cache(maxsize=16_384)
def about(name: str, words: frozenset[str]) -> bool:
    """Return whether a name has one of the words, also in the plural."""
    own = words_of(name)
    return bool(own & words) or bool({w.removesuffix("s") for w in own} & words)


def listed(text: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(text.split())


BEGUN = listed(
    "created opened made raised reported submitted ordered placed joined registered received booked requested posted "
    "sent written logged filed issued added since time date timestamp when erstellt angelegt eingegangen bestellt "
    "datum date_creation cree creado fecha registro alta"
)
"""Words of the field that says when a row came about."""
SURELY_BEGUN = listed("created opened raised reported submitted registered joined erstellt angelegt cree creado")
DUE = listed(
    "due deadline expires expiry until valid target eta faellig fällig frist ablauf echeance échéance vence vencimiento"
)
START = listed("start starts begin begins from departs departure checkin arrival beginn von abfahrt debut début inicio")
END = listed("end ends ended finish to until arrives lands checkout departure return ende bis fin ankunft llegada")
BORN = listed("birthday birthdate dob born birth geburtstag geburtsdatum naissance nacimiento")
ANIMALS = listed(
    "animal animaux pet dog cat horse rabbit puppy kitten tier tiere haustier hund katze pferd welpe chien chat cheval "
    "mascota perro gato caballo"
)
AUTHOR = listed("author by from sender writer poster verfasser auteur autor")
STAGES = (
    listed("accepted approved confirmed assigned acknowledged triaged genehmigt angenommen"),
    listed("started picked packed prepared begonnen"),
    listed("shipped dispatched posted handed versandt envoyé enviado"),
    listed("delivered arrived collected geliefert livré entregado"),
    listed("completed resolved finished closed ended done cancelled erledigt geschlossen terminé cerrado"),
    listed("paid settled archived refunded bezahlt payé pagado"),
)
"""Words of dates in a row's life, in the order in which they come."""
NEGATIVE = listed(
    "cancelled canceled rejected declined failed withdrawn expired lost void blocked spam duplicate abandoned denied "
    "refused bounced missed noshow calledoff turneddown writtenoff scrapped storniert "
    "abgelehnt annulé refusé cancelado rechazado"
)
"""Words of states that most rows never come to."""

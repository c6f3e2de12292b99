"""Names taken apart into plain words: 'billingZip_code', 'Größe' and 'HTTPStatus' without capitals and accents."""

import re
import unicodedata
from functools import lru_cache

_UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "ß": "ss",
        "ø": "o",
        "œ": "oe",
        "æ": "ae",
        "ł": "l",
    }
)
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_NUMERO = re.compile(r"(?i)\bn[°ºo]\.?(?=[\s_-]|$)")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("s", ""))
_NO_PLURAL = ("ss", "us", "is", "sms", "gps", "dns")
SHORTEST_PLURAL = 4
_IRREGULAR = {
    "statuses": "status",
    "buses": "bus",
    "bonuses": "bonus",
    "aliases": "alias",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "children": "child",
    "news": "news",
    "series": "series",
    "species": "species",
}


@lru_cache(maxsize=16_384)
def parts(name: str) -> tuple[str, ...]:
    """Return the words of a name in its order, in plain small letters: 'dueDate' is due, date."""
    plain = unicodedata.normalize("NFC", _NUMERO.sub("number", name)).translate(_UMLAUTS)
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return tuple(part.lower() for part in _PARTS.findall(plain))


@lru_cache(maxsize=16_384)
def singular(word: str) -> str:
    """Return an English word in the singular, as far as its ending tells."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < SHORTEST_PLURAL or word.endswith(_NO_PLURAL):
        return word
    return next((word.removesuffix(end) + plain for end, plain in _ENDINGS if word.endswith(end)), word)

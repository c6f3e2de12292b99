"""What may be written of somebody's own rows: only what many of them share, and what cannot name a person.

Four sieves, each of which has to let a value through: the column is not about people by its name; at least `SHARED`
rows have the value; all its words stand in the vocabulary (or the architect has vouched for the column); it does not
look like an address, a number that stands for somebody, or a name.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from toolkit.ports.personal import CALLED, is_personal
from toolkit.services.learning.vocabulary import CLOSED, ORDERS, WORDS

SHARED = 5
"""Rows that have to agree before anything is said that they share (k-anonymity)."""
LONGEST = 40
"""Characters of a value that is written."""
FEW = 3
"""Words of a closed list that have to be met in one column."""
WHO = re.compile(
    r"(^|\W)(who|by|name|nick|author|owner|agent|assignee|assigned|person|people|contact|customer|client|patient|employee|staff"
    r"|manager|teacher|doctor|driver|nurse|clerk|seller|buyer|sender|recipient|user|member|guest|student|pupil|parent"
    r"|signature|responsible|bearbeiter|kunde|mitarbeiter|arzt|lehrer|fahrer|verfasser|auteur|médecin|cliente?|autor)(\W|$)",
    re.IGNORECASE,
)
"""Headings under which people are named."""
_LOOKS = re.compile(r"@|\d{5,}|https?:|www\.|(\d[ /.-]?){7,}")
"""E-mail and web addresses, and digits that may be somebody's number."""
LOCALES = ("en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "pl_PL", "pt_PT", "tr_TR", "sv_SE", "en_IN")
_HEADINGS = (
    "id no nr number code key ref reference date time title subject text note notes comment comments description "
    "quantity amount total sum value count rate page bill grant mark price colour color size weight length width "
    "height city town country state county postcode zip plz ort land datum betrag menge preis titel name street phone "
    "email day branch glass "
)
HEADINGS = frozenset(_HEADINGS.split())
"""Words of headings that are names as well, or may be."""


def about_people(heading: str) -> bool:
    """Return whether a column is called like one in which people are named."""
    words = " ".join(re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)))
    return is_personal(heading) or is_personal(words) or words.casefold() in CALLED or bool(WHO.search(words))


def options_of(said: Sequence[str], *, vouched: bool = False) -> tuple[dict[str, int], int]:
    """Return the values that may be written with the rows of each, and how many others are shared by many, too."""
    counts = Counter(said)
    shared = {value: count for value, count in counts.most_common() if count >= SHARED}
    closed = _closed(counts)
    kept = {value: count for value, count in shared.items() if closed or _may(value, vouched=vouched)}
    clear = [value for value in kept if not _names_too(value)]
    if not closed and not vouched and (any(map(is_name, counts)) or len(clear) < FEW - 1):
        kept = {value: kept[value] for value in clear if not any(map(is_name, counts))}
    return _in_order(kept), len(shared) - len(kept)


def _closed(counts: Counter[str]) -> bool:
    """Return whether all values of a column are words of one closed list."""
    words = {value.casefold() for value in counts}
    return len(words) >= FEW and any(words <= known for known in CLOSED)


def _may(value: str, *, vouched: bool) -> bool:
    if len(value) > LONGEST or _LOOKS.search(value) or not re.fullmatch(r"[\w .+/&-]*\w\+?", value) or is_name(value):
        return False
    words = re.findall(r"[^\W\d_]+", value)
    if vouched:
        return len(words) <= 5 and value[:1].isalnum()
    return value[:1].isalnum() and len(words) <= 5 and all(len(w) == 1 or w.casefold() in WORDS for w in words)


def _names_too(value: str) -> bool:
    """Return whether an everyday word of a value is a name as well, as 'field' is: it is told by its company."""
    return any(word.casefold() in names() for word in re.findall(r"[^\W\d_]+", value))


def _in_order(kept: dict[str, int]) -> dict[str, int]:
    """Return options as people order them, else the most frequent first."""
    words = {value.casefold() for value in kept}
    order = next((known for known in ORDERS if len(words) > 1 and words <= set(known)), None)
    if order is None:
        return kept
    return dict(sorted(kept.items(), key=lambda pair: order.index(pair[0].casefold())))


def is_name(value: str) -> bool:
    """Return whether a value reads like somebody's name: one of its words is known as one, and as nothing else."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", value)]
    return 0 < len(words) <= 4 and any(word in names() and word not in WORDS for word in words)


def is_full_name(value: str) -> bool:
    """Return whether a value reads like a given name and a surname."""
    words = re.findall(r"[^\W\d_]+", value)
    return 2 <= len(words) <= 4 and all(w[0].isupper() for w in words) and any(w.casefold() in names() for w in words)


def heading_names_somebody(heading: str) -> bool:
    """Return whether a heading may be somebody's name or address, as where there are no headings at all."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", heading)]
    return bool(_LOOKS.search(heading)) or any(w in names() and w not in WORDS | HEADINGS for w in words)


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    """Return given names and surnames of several countries, of three letters or more."""
    from importlib import import_module

    found: set[str] = set()
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for kind in ("first_names", "last_names", "first_names_male", "first_names_female"):
            found |= {
                part.casefold() for name in getattr(provider, kind, ()) for part in re.findall(r"[^\W\d_]+", name)
            }
    return frozenset(name for name in found if len(name) > 2)

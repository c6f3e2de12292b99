"""The kind of meaning that a field's values have, whose it is, and why we believe so."""

from dataclasses import dataclass
from functools import lru_cache

from toolkit.data.naming import words_of
from toolkit.domain.solution import Entity, Field, Solution


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field is about: a kind of meaning ('' where nothing tells), and `why` in a short sentence.

    `whose` tells fields about different people or places in one row apart: 'billing' of 'billing city'.
    """

    kind: str = ""
    whose: str = ""
    why: str = ""


_KNOWN = {
    frozenset(words_of(name)): kind
    for kind, names in {"sku": "sku|article number", "invoice number": "invoice number|invoice no"}.items()
    for name in names.split("|")
}


def infer(entity: Entity, field: Field, solution: Solution) -> Meaning:
    """Return what a field is about; a kind of '' where neither its name nor what is around it tells."""
    return _inferred(field.name, entity.name, solution.language)


@lru_cache(maxsize=4096)
def _inferred(name: str, entity: str, language: str) -> Meaning:
    kind = _KNOWN.get(words_of(name), "")
    return Meaning(kind, "", f"its name says {kind}" if kind else "")

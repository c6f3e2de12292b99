"""Which kinds of meaning a field can hold by its type: text nearly any, a choice or a number only some."""

from collections.abc import Mapping

from toolkit.data import telling
from toolkit.data.bench import Bench
from toolkit.data.kinds import KINDS
from toolkit.data.meaning import Meaning
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

TEXTS = frozenset({"text", "long text"})
TYPED = {"person": "full name", "email": "email", "phone": "phone", "address": "address", "url": "url"}
"""The kinds of meaning that some types have by themselves."""
_HELD: Mapping[str, frozenset[str]] = {
    "person": frozenset({"full name"}),
    "email": frozenset({"email"}),
    "phone": frozenset({"phone", "mobile", "fax"}),
    "address": frozenset({"address", "street address"}),
    "url": frozenset({"url"}),
    "date": frozenset({"birth date"}),
    "datetime": frozenset({"birth date"}),
    "number": frozenset({"age", "body height", "body weight", "latitude", "longitude"}),
    "one of": frozenset(
        {
            "gender", "salutation", "academic title", "marital status", "city", "region", "country", "country code",
            "nationality", "currency code", "language", "language code",
        }
    ),
}  # fmt: skip
"""The kinds that types other than text can hold."""


def held(bench: Bench, entity: Entity, part: Field) -> Meaning | None:
    """Return the meaning of a field if its type can hold such values; None if the type alone says what they are."""
    if part.type not in TEXTS | set(_HELD) or (part.spread is not None and part.type in {"number", "one of"}):
        return None
    if part.type in TEXTS and telling.is_phrased(bench.words.book, entity, part):
        return None
    meaning = bench.meaning(entity, part)
    if part.type in _HELD and meaning.kind not in _HELD[part.type]:
        return Meaning(TYPED[part.type], meaning.whose, "its type says so") if part.type in TYPED else None
    return meaning if meaning.kind in KINDS else None


def bounded(part: Field, column: list[Value]) -> list[Value]:
    """Return numbers within the field's bounds."""
    low, high = (
        part.low if part.low is not None else float("-inf"),
        part.high if part.high is not None else float("inf"),
    )
    return [min(max(v, low), high) if isinstance(v, int | float) and not low <= v <= high else v for v in column]

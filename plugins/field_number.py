"""Numbers, money and shares."""

import re
from collections.abc import Iterable
from dataclasses import replace
from math import ceil, floor, isfinite

from toolkit import Draw, Field, FieldType, Value, hook

LARGEST = 1e15
"""Beyond it, a float is not the number that was typed."""


def _read(text: str, field: Field) -> Value:
    try:
        number = float(_plain(text, field))
    except ValueError:
        raise ValueError(field.language.say("{field} must be a number, like 12", field=field.label)) from None
    if not isfinite(number) or abs(number) > LARGEST:
        raise ValueError(field.language.say("{field} is too large", field=field.label))
    if field.type == "money":
        return round(number, 2)
    return int(number) if number.is_integer() and field.type == "number" else number


def _plain(text: str, field: Field) -> str:
    """Return a number as Python writes it, without its unit. Raises ValueError for what is no number."""
    bare = text.strip()
    for sign in filter(None, (field.unit, "%", "٪")):
        bare = bare.removesuffix(sign).removeprefix(sign).strip()
    return field.language.formats.read_number(bare)


YEAR = re.compile(r"(?i)(?:^|[\W_])(?:year|jahr|année|año)$")
"""A number of this name is a year, and written without marks between its digits."""


def _show(value: Value, field: Field) -> str:
    """Return a number with as many decimals as tell it from nothing."""
    if not isinstance(value, int | float) or not isfinite(value):
        return ""
    formats = field.language.formats
    if field.type == "money":
        return formats.money(value, field.unit)
    digits = 0 if float(value).is_integer() else 2
    if not digits and 1000 <= value < 3000 and YEAR.search(field.name):
        return str(int(value))
    text = formats.precise(value) if 0 < abs(value) < 0.01 else formats.number(value, digits)
    if field.type == "percent" and field.unit in ("", "%"):
        return formats.percent(text)
    return f"{text}\u00a0{field.unit}".rstrip("\u00a0")


def _typed(value: Value, field: Field) -> str:
    if not isinstance(value, int | float):
        return ""
    return field.language.formats.typed_number(value, 2 if field.type == "money" else None)


def _bounds(field: Field, low: float, high: float) -> tuple[float, float]:
    """Return the field's bounds; where one is missing, as far from the other as usual ones are from each other."""
    if field.low is not None:
        return field.low, field.high if field.high is not None else max(high, field.low + high - low)
    return (low, high) if field.high is None else (min(low, field.high - (high - low)), field.high)


def _whole(field: Field, draw: Draw) -> Value:
    low, high = _bounds(field, 0, 100)
    if ceil(low) > floor(high):
        return round(low + (high - low) * draw.share(), 2)
    return draw.whole(ceil(low), floor(high))


def _amount(field: Field, draw: Draw) -> Value:
    low, high = _bounds(field, 5, 500)
    return min(max(round(low + (high - low) * draw.share() ** 2, 2), low), high)


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring number, money and percent."""
    number = FieldType(
        "number", ("number",), "number", read=_read, show=_show, typed=_typed, fake=_whole, span="number", align="right"
    )
    return (
        number,
        replace(number, name="money", words=("money",), fake=_amount),
        replace(number, name="percent", words=("percent",)),
    )

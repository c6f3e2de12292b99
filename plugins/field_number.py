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
        raise ValueError(f"{field.label} must be a number, like 12") from None
    if not isfinite(number) or abs(number) > LARGEST:
        raise ValueError(f"{field.label} is too large")
    if field.type == "money":
        return round(number, 2)
    return int(number) if number.is_integer() and field.type == "number" else number


def _plain(text: str, field: Field) -> str:
    """Return a number as Python writes it: '1.234,5 kg', '1 234.5' and '1,234.5' are one number.

    Of two separators the last one is the decimal one; a single comma before three digits parts thousands. Raises
    ValueError for what is no number.
    """
    bare = text.strip()
    for sign in filter(None, (field.unit, "%")):
        bare = bare.removesuffix(sign).removeprefix(sign).strip()
    bare = re.sub(r"[\s'’$€£¥]", "", bare).replace("−", "-")
    if re.fullmatch(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}", bare):
        bare = bare.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"[+-]?\d*,\d+", bare):
        bare = bare.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", bare, re.ASCII | re.IGNORECASE):
        raise ValueError(text)
    return bare


def _show(value: Value, field: Field) -> str:
    """Return a number with as many decimals as tell it from nothing."""
    if not isinstance(value, int | float) or not isfinite(value):
        return ""
    digits = 0 if float(value).is_integer() and field.type != "money" else 2
    text = f"{value:,.{digits}f}" if not 0 < abs(value) < 0.01 or field.type == "money" else f"{value:.2g}"
    return f"{text}\u00a0{field.unit or {'percent': '%'}.get(field.type, '')}".rstrip("\u00a0")


def _typed(value: Value, field: Field) -> str:
    if not isinstance(value, int | float):
        return ""
    if field.type == "money":
        return f"{value:.2f}"
    return str(int(value)) if float(value).is_integer() else str(value)


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

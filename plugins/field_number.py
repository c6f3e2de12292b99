"""Numbers, money and shares."""

from collections.abc import Iterable
from dataclasses import replace
from math import isfinite

from toolkit import Draw, Field, FieldType, Value, hook


def _read(text: str, field: Field) -> Value:
    plain = text.replace(" ", "").replace("\u00a0", "").removesuffix("%").removesuffix(field.unit)
    if plain.count(",") == 1 and "." not in plain and len(plain.rsplit(",", 1)[1]) != 3:
        plain = plain.replace(",", ".")
    try:
        number = float(plain.replace(",", ""))
    except ValueError:
        raise ValueError(f"{field.label} must be a number, like 12") from None
    if not isfinite(number) or abs(number) > 1e15:
        raise ValueError(f"{field.label} is too large")
    return int(number) if number.is_integer() and field.type == "number" else number


def _show(value: Value, field: Field) -> str:
    if not isinstance(value, int | float):
        return ""
    digits = 0 if float(value).is_integer() and field.type != "money" else 2
    text = f"{value:,.{digits}f}"
    return f"{text}\u00a0{field.unit or {'percent': '%'}.get(field.type, '')}".rstrip("\u00a0")


def _typed(value: Value, field: Field) -> str:
    return (
        f"{value:.2f}"
        if field.type == "money" and isinstance(value, int | float)
        else ""
        if value is None
        else f"{value}"
    )


def _whole(field: Field, draw: Draw) -> Value:
    return draw.whole(
        int(field.low if field.low is not None else 0), int(field.high if field.high is not None else 100)
    )


def _amount(field: Field, draw: Draw) -> Value:
    low, high = field.low if field.low is not None else 5, field.high if field.high is not None else 500
    return round(low + (high - low) * draw.share() ** 2, 2)


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

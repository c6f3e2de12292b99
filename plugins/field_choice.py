"""One of a list, any of a list, and yes or no."""

from collections.abc import Iterable
from dataclasses import replace

from toolkit import Draw, Field, FieldType, Value, hook


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _one(text: str, field: Field) -> Value:
    if text not in field.options:
        said = field.language.formats.listed(tuple(map(field.language.own, field.options)))
        raise ValueError(field.language.say("{field} must be one of {options}", field=field.label, options=said))
    return text


def _any(text: str, field: Field) -> Value:
    chosen = tuple(part.strip() for part in text.split("\n") if part.strip())
    for part in chosen:
        _one(part, field)
    return tuple(option for option in field.options if option in chosen)


def _shown(value: Value, field: Field) -> str:
    return "" if value is None else field.language.own(str(value))


def _listed(value: Value, field: Field) -> str:
    chosen = value if isinstance(value, tuple) else ()
    return field.language.formats.listed(tuple(map(field.language.own, chosen)))


def _lines(value: Value, field: Field) -> str:
    return "\n".join(value) if isinstance(value, tuple) else ""


def _yes(text: str, field: Field) -> Value:
    """Return yes or no; nothing said is a no."""
    plain = text.casefold()
    if plain not in {"yes", "true", "on", "1", "no", "false", "off", "0", ""}:
        raise ValueError(field.language.say("{field} must be yes or no", field=field.label))
    return plain in {"yes", "true", "on", "1"}


def _said(value: Value, field: Field) -> str:
    say = field.language.say
    return say("Yes") if value is True else say("No") if value is False else ""


def _typed_yes(value: Value, field: Field) -> str:
    return "yes" if value is True else "no" if value is False else ""


def _fake_one(field: Field, draw: Draw) -> Value:
    return draw.pick(field.options)


def _fake_any(field: Field, draw: Draw) -> Value:
    return tuple(option for option in field.options if draw.share() < 0.25)


def _fake_yes(field: Field, draw: Draw) -> Value:
    return draw.share() < 0.3


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring one of, any of and yes/no."""
    one = FieldType("one of", ("one of",), "select", read=_one, show=_shown, typed=_as_is, fake=_fake_one)
    any_ = replace(
        one, name="any of", words=("any of",), input="checks", read=_any, show=_listed, typed=_lines, fake=_fake_any
    )
    words = ("yes/no", "yes or no")
    yes = replace(
        one, name="yes/no", words=words, input="yesno", read=_yes, show=_said, typed=_typed_yes, fake=_fake_yes
    )
    return (one, any_, yes)

"""People and how to reach them."""

import re
from collections.abc import Iterable
from dataclasses import replace

from toolkit import Draw, Field, FieldType, Value, hook, message


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _name(text: str, field: Field) -> Value:
    if len(text) > 120:
        said = field.language.count(
            "{field} must be {n} character or fewer",
            "{field} must be {n} characters or fewer",
            120,
            field=field.label,
        )
        raise ValueError(said)
    return text


def _email(text: str, field: Field) -> Value:
    if len(text) > 254 or not re.fullmatch(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+", text):
        said = message("{field} must be an e-mail address, like name@example.com")
        raise ValueError(field.language.say(said, field=field.label))
    return text


def _phone(text: str, field: Field) -> Value:
    if not 6 <= len(re.sub(r"\D", "", text)) <= 15 or re.search(r"[^\d\s()+./-]", text):
        said = message("{field} must be a phone number, like +44 7700 900982")
        raise ValueError(field.language.say(said, field=field.label))
    return text


def _fake_name(field: Field, draw: Draw) -> Value:
    return f"{draw.faker('first_name')} {draw.faker('last_name')}"


def _fake_email(field: Field, draw: Draw) -> Value:
    return f"{draw.faker('user_name')}@example.com"


def _fake_phone(field: Field, draw: Draw) -> Value:
    """Return a number from a range kept for fiction."""
    return f"+44 7700 900{draw.whole(0, 999):03d}"


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring person, email and phone: personal, so masked in recordings."""
    person = FieldType(
        "person",
        ("person",),
        "line",
        read=_name,
        show=_as_is,
        typed=_as_is,
        fake=_fake_name,
        autocomplete="name",
        sensitive=True,
    )
    email = replace(
        person,
        name="email",
        words=("email", "e-mail"),
        input="email",
        read=_email,
        fake=_fake_email,
        autocomplete="email",
    )
    phone = replace(
        person, name="phone", words=("phone",), input="tel", read=_phone, fake=_fake_phone, autocomplete="tel"
    )
    return (person, email, phone)

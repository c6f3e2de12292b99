"""Nasty values of each type of field, all of which a person could enter: too long for a screen, never for the spec."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from math import ceil, floor

from toolkit.data.nasty.moments import LENGTHS, TIMES, days, moments
from toolkit.data.nasty.texts import lines, paragraphs, texts
from toolkit.domain.kinds import FieldType
from toolkit.domain.patterns import fits
from toolkit.domain.solution import Field
from toolkit.domain.values import Value

Several = tuple[Value, ...]
LONGEST_NAME, LONGEST_ADDRESS = 120, 500
LARGEST = {"number": 999_999_999_999, "money": 99_999_999_999.99, "percent": 9_999.99}
_ENDINGS = {"file": (".pdf", ".docx", ""), "image": (".jpg", ".png")}


def proposed(field: Field, now: datetime) -> Several:
    """Return nasty values for a field; none for a type whose values are chosen from a list."""
    make = _BY_TYPE.get(field.type)
    return make(field, now) if make and not field.pattern else ()


def allowed(kind: FieldType, field: Field, value: Value, now: datetime) -> bool:
    """Return whether somebody could enter a value: it is read as it was typed, and lies within the field's bounds."""
    try:
        typed = kind.typed(value, field)
        read = kind.read(typed.strip(), field)
    except (ValueError, OverflowError):
        return False
    right = not field.pattern or fits(field.pattern, typed)
    return typed == typed.strip() and read == value and right and _inside(kind, field, value, now)


def _inside(kind: FieldType, field: Field, value: Value, now: datetime) -> bool:
    amount: Value = value
    if kind.span == "characters" and isinstance(value, str):
        amount = len(value)
    elif kind.span == "days" and isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        whole = now if isinstance(value, datetime) else datetime(now.year, now.month, now.day)
        amount = (moment - whole).total_seconds() / 86_400
    elif kind.span not in {"number", "rows"}:
        return True
    if not isinstance(amount, int | float):
        return True
    return (field.low is None or amount >= field.low) and (field.high is None or amount <= field.high)


def _line(field: Field, now: datetime) -> Several:
    return lines(int(field.low or 0), _most(field))


def _area(field: Field, now: datetime) -> Several:
    return paragraphs(int(field.low or 0), _most(field))


def _most(field: Field) -> int | None:
    return None if field.high is None else int(field.high)


def _person(field: Field, now: datetime) -> Several:
    longest = " ".join(texts("names"))[:LONGEST_NAME].strip()
    return (*texts("names"), longest, "Unbreakable" * (LONGEST_NAME // 11))


def _phone(field: Field, now: datetime) -> Several:
    """Return numbers from ranges kept for fiction, written as people do."""
    return tuple(form.format(two=f"{n:02}", one=n % 10) for n in range(100) for form in texts("phones"))


def _address(field: Field, now: datetime) -> Several:
    longest = "\n".join(texts("addresses") * 4)[:LONGEST_ADDRESS].strip()
    return (*texts("addresses"), longest, "Unbreakable" * (LONGEST_ADDRESS // 11))


def _url(field: Field, now: datetime) -> Several:
    return (*texts("urls"), f"https://www.example.com/{'unbreakable' * 170}")


def _file(field: Field, now: datetime) -> Several:
    return tuple(f"{name}{end}" for name in texts("files") for end in _ENDINGS[field.type])


def _number(field: Field, now: datetime) -> Several:
    """Return the bounds and what lies just within; nothing, less than nothing and very much where there are none."""
    largest = LARGEST[field.type]
    low = field.low if field.low is not None else -largest if field.high is None else field.high - largest
    high = field.high if field.high is not None else low + largest if field.low is not None else largest
    found = (low, high, 0, 1, -1, 0.01, (low + high) / 2)
    if field.type == "number":
        return tuple(dict.fromkeys(n for value in found for n in (ceil(value), floor(value)) if low <= n <= high))
    return tuple(dict.fromkeys(round(value, 2) for value in found if low <= round(value, 2) <= high))


def _listed(field: Field, now: datetime) -> Several:
    return (field.options,)


_BY_TYPE: Mapping[str, Callable[[Field, datetime], Several]] = {
    "text": _line,
    "long text": _area,
    "person": _person,
    "email": lambda field, now: texts("mails"),
    "phone": _phone,
    "address": _address,
    "url": _url,
    "file": _file,
    "image": _file,
    "number": _number,
    "money": _number,
    "percent": _number,
    "date": days,
    "datetime": moments,
    "time": lambda field, now: TIMES,
    "duration": lambda field, now: LENGTHS,
    "any of": _listed,
}

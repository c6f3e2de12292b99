"""Where somebody lives and where something lies on the web."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from toolkit import Draw, Field, FieldType, Value, hook, message

LONGEST_ADDRESS = 500
LONGEST_URL = 2_000


def _as_is(value: Value, field: Field) -> str:
    return "" if value is None else str(value)


def _lines(text: str, field: Field) -> Value:
    """Return an address, one part a line."""
    address = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    if len(address) > LONGEST_ADDRESS:
        said = field.language.count(
            "{field} must be {n} character or fewer",
            "{field} must be {n} characters or fewer",
            LONGEST_ADDRESS,
            field=field.label,
        )
        raise ValueError(said)
    return address


def _shown_lines(value: Value, field: Field) -> str:
    """Return an address that reads well in several lines and, where there is room for one only, in one."""
    return ",\n".join(line.rstrip(",") for line in str(value).splitlines()) if value else ""


def _fake_lines(field: Field, draw: Draw) -> Value:
    return draw.faker("address")[:LONGEST_ADDRESS].strip()


def _url(text: str, field: Field) -> Value:
    """Return the address of a page; `https://` may be left out."""
    whole = text if re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) else f"https://{text}"
    try:
        parts = urlsplit(whole)
        name = parts.hostname or ""
        fits = parts.scheme in {"http", "https"} and not parts.username and not re.search(r"\s", whole)
        fits = fits and parts.port != 0 and len(whole) <= LONGEST_URL
    except ValueError:
        fits, name = False, ""
    if not fits or not re.fullmatch(r"([^\W_]([\w-]*[^\W_])?\.)+[^\W\d_]{2,}", name):
        said = message("{field} must be a web address, like https://www.example.com")
        raise ValueError(field.language.say(said, field=field.label))
    return whole


def _shown_url(value: Value, field: Field) -> str:
    """Return an address as people say it: without what every one begins with."""
    return str(value).removeprefix("https://").removesuffix("/") if value else ""


def _fake_url(field: Field, draw: Draw) -> Value:
    """Return an address below a name that is kept for examples, so that it leads nowhere."""
    name = re.sub(r"[^a-z0-9]+", "-", draw.faker("domain_word").casefold()).strip("-")
    return f"https://www.{name or 'our'}.example"


@hook
def register_field_types() -> Iterable[FieldType]:
    """Bring postal addresses, which are personal and so masked in recordings, and addresses of pages."""
    address = FieldType(
        "address",
        ("address", "postal address"),
        "area",
        read=_lines,
        show=_shown_lines,
        typed=_as_is,
        fake=_fake_lines,
        autocomplete="street-address",
        sensitive=True,
    )
    url = replace(
        address,
        name="url",
        words=("url", "web address", "website"),
        input="url",
        read=_url,
        show=_shown_url,
        fake=_fake_url,
        autocomplete="url",
        sensitive=False,
    )
    return (address, url)

"""The kinds of value a row can hold, and the names that things go by in ids and addresses."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

Value = str | int | float | bool | date | datetime | time | timedelta | tuple[str, ...] | None
Row = Mapping[str, Value]
"""One record: field name -> value, with its own key under `id`; a reference holds the other row's id."""


def slug(name: str) -> str:
    """Return a name as it stands in ids and addresses: 'Late tickets' -> 'late-tickets'.

    Letters of any script are kept, so that two names in Arabic do not become the same empty slug.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return re.sub(r"[^\w]+", "-", plain, flags=re.UNICODE).strip("-_") or "x"


def element_id(*parts: str) -> str:
    """Return the id of an element made from spec names: ('Queue', 'row', 'open') -> 'queue.row.open'."""
    return ".".join(slug(part) for part in parts if part)


def said(name: str) -> str:
    """Return a field's name as a label: 'due_date' -> 'Due date'."""
    words = re.sub(r"[_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:]

"""Texts in tables that spreadsheets open: nothing in a cell is to be run as a formula, and all is to be read again."""

import re

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]", re.UNICODE)
"""How a text begins that a program may take for a formula (OWASP, CSV injection), blanks and our own sign before it."""
_HARMLESS = re.compile(r"[+-][\d\s().,/-]*")
"""A sign and digits, as in phone numbers: without letters there is nothing in it that could be called."""


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _formula(text) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    return text[1:] if text.startswith("'") and _formula(text) else text


def _formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _HARMLESS.fullmatch(text)

"""Which columns of somebody's own rows are about people, by what they are called."""

import re

PERSONAL = re.compile(
    r"(first|last|full|sur|given|family|vor|nach|contact|customer|employee|user)[ _-]?name$|surname|birth|geburt"
    r"|e-?mail|phone|mobile|telefon|street|address|adresse|stra(ss|ß)e|iban|bic$|account|passport|ssn|tax id"
    r"|salary|gehalt"
)
CALLED = frozenset(
    {"first name", "last name", "surname", "vorname", "nachname", "customer", "contact", "employee", "patient"}
)
"""Columns that hold names where others hold e-mail addresses and the like."""


def is_personal(name: str) -> bool:
    """Return whether a column is called like one whose values are about somebody."""
    return bool(PERSONAL.search(name.casefold()))

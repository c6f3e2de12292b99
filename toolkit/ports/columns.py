"""The columns of databases as lines of a spec: what the name of a type, its size and the column's name tell."""

import re
from collections.abc import Sequence

from toolkit.ports.importer import number_type, text_type

_WHOLE = re.compile(r"U?(TINY|SMALL|MEDIUM|BIG)?INT(EGER)?\d*|(BIG|SMALL)?SERIAL|YEAR")
_NUMBER = re.compile(r"U?(BIG)?DECIMAL|NUMERIC|NUMBER|REAL|FLOAT|U?DOUBLE|(SMALL)?MONEY")
_MOMENT = re.compile(r"TIMESTAMP\w*|(SMALL)?DATETIME\d*")
_TEXT = re.compile(r"(TINY)?TEXT|STRING|N?(VAR)?CHAR2?|BPCHAR|NAME|UUID|UNIQUEIDENTIFIER")
_BLANK = {"BOOLEAN", "BOOL"}
LISTED = frozenset({"JSON", "JSONB", "ARRAY", "XML", "HSTORE", "VARIANT", "STRUCT", "MAP"})
"""Types that hold a list or a tree."""
_AREAS = {"LONGTEXT", "MEDIUMTEXT", "CLOB", "NTEXT"}
_OTHERS = {"DATE": "date", "DATE32": "date", "TIME": "time", "TIMETZ": "time", "INTERVAL": "duration"}
_CHANGED = re.compile(r"(last_?)?(updated?|modified|changed?)(_?(at|on|date))?")


def is_whole(kind: str) -> bool:
    """Return whether a type holds whole numbers."""
    return bool(_WHOLE.fullmatch(kind))


def is_number(kind: str) -> bool:
    """Return whether a type holds numbers."""
    return bool(_WHOLE.fullmatch(kind) or _NUMBER.fullmatch(kind))


def column_line(kind: str, name: str, sizes: Sequence[int] = (), *, stamped: bool = False) -> tuple[str, list[str]]:
    """Return how the line of a column begins, and its rules; nothing for what nobody types.

    `kind` is the type's name in capitals, `sizes` what stands in brackets behind it; `stamped` says that the database
    sets it with every change.
    """
    alone = [*sizes] == [1]
    if kind in _BLANK or (kind == "BIT" and (alone or not sizes)) or (kind in {"TINYINT", "UTINYINT"} and alone):
        return "yes/no", []
    if is_number(kind):
        money = "MONEY" in kind or number_type(name, whole=is_whole(kind)) == "money"
        return "money" if money else "number", []
    if _MOMENT.fullmatch(kind) or kind in _OTHERS:
        told = _OTHERS.get(kind, "datetime")
        changes = "date" in told and (stamped or _CHANGED.fullmatch(name.casefold()))
        return told, ["set when changed"] if changes else []
    if kind in _AREAS | LISTED:
        return ("url" if text_type(name) == "url" else "long text"), []
    longest = max(sizes, default=0)
    text = text_type(name, longest) if _TEXT.fullmatch(kind) else ""
    return text, [f"at most {longest} characters"] if longest else []

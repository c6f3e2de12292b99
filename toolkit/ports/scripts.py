"""Scripts of databases as text: the statements that describe tables, without what is said of storage alone."""

import re
from collections.abc import Iterator

_PARTS = (
    r"'(?:[^'\\]|\\.|'')*'|\"[^\"]*\"|`[^`]*`|--[^\n]*|/\*.*?(?:\*/|\Z)|\$(?P<tag>\w*)\$.*?(?:\$(?P=tag)\$|\Z)"
    r"|(?P<end>;|^[ \t]*GO[ \t]*$|^(?=[ \t]*(?:CREATE|ALTER)[ \t]))"
)
_WANTED = re.compile(
    r"(?>\s|--[^\n]*\n|/\*.*?\*/)*+(?P<code>(?:CREATE\s+(?:UNLOGGED\s+)?TABLE"
    r"|ALTER\s+TABLE|CREATE\s+(?:TYPE|DOMAIN)|CREATE\s+UNIQUE\s+(?:(?:NON)?CLUSTERED\s+)?INDEX)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_STORED = re.compile(
    r"\b(?:NON)?CLUSTERED\b(?=\s*(?:\(|INDEX))|\bWITH\s+(?:NO)?CHECK\b|\b(?:TEXTIMAGE_)?ON\s+\[PRIMARY\]|\bUSING\s+INDEX\b[^,)]*"
    r"|\bROWGUIDCOL\b|(?<=\))\s*WITH\s*\([^()]*\)|\bNOT\s+FOR\s+REPLICATION\b|\bENABLE\b(?=\s*[,;)]|\s*$)",
    re.IGNORECASE,
)
"""What is said of storage and of checking, and of no row."""
_OTHER = re.compile(r"CREATE\b[^(;]{0,80}?\b(VIEW|TRIGGER|FUNCTION|PROCEDURE)\b|\b(INSERT)\s+INTO\b", re.IGNORECASE)


def table_statements(text: str) -> Iterator[str]:
    """Yield the statements that describe tables, as they stand between semicolons."""
    start = 0
    for part in re.finditer(_PARTS, f"{text}\n;", re.IGNORECASE | re.DOTALL | re.MULTILINE):
        if part["end"] is not None:
            if found := _WANTED.match(text[start : part.start()]):
                yield _STORED.sub("", found["code"])
            start = part.end()


def without_options(code: str) -> str:
    """Return a CREATE TABLE up to the bracket that closes its columns; any other statement as it is."""
    if re.match(r"CREATE\s+TABLE\b(?!.{1,200}?\bAS\s+SELECT\b)", code, re.IGNORECASE | re.DOTALL) is None:
        return code
    depth = 0
    for part in re.finditer(r"'(?:[^']|'')*'|\"[^\"]*\"|[()]", code):
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == ")" and not depth:
            return code[: part.end()]
    return code


def other_statements(text: str) -> list[str]:
    """Return a sentence about what is no table, such as views and inserted rows."""
    counts: dict[str, int] = {}
    for found in _OTHER.finditer(text):
        word = (found[1] or found[2]).lower()
        counts[word] = counts.get(word, 0) + 1
    said = [f"{count} {word}{'s' * (count > 1)}" for word, count in sorted(counts.items())]
    return [f"what is no table: {', '.join(said)}"] if said else []

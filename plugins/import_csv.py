"""The importer `csv`: a table with a line of headings, whose types are told from what stands below them."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from toolkit import (
    CALLED,
    Imported,
    ImportedEntity,
    ImportedField,
    Importer,
    ToolkitError,
    hook,
    is_personal,
    number_type,
    text_type,
)

Column = Sequence[str]
"""The cells of a column, or of a row."""
TITLES = 4
"""Lines from the top in which the headings are looked for."""
PINNED = 30
"""Rows that are taken over as they are."""
DATES = ("date", "datetime")
ROWS = 5_000
"""Rows that are looked at: more of them tell nothing new."""
MOST_OPTIONS = 8
SEPARATORS = ",;\t|"
EMPTY = {"", "-", "n/a", "na", "null", "none", "nan"}
WORDS = {"yes", "no", "true", "false", "y", "n", "ja", "nein", "oui", "non", "0", "1"}
_NUMBER = r"[-+]?(\d{1,3}([.,' ]\d{3})+|\d+)([.,]\d+)?"
_DATE = r"\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-](\d{4}|\d\d)"
_CLOCK = r"\d\d?:\d\d(:\d\d(\.\d+)?)?( ?[AaPp][Mm])?"
_KINDS = (
    ("percent", rf"{_NUMBER} ?%"),
    ("money", rf"[€$£] ?{_NUMBER}|{_NUMBER} ?(€|\$|£|EUR|USD|GBP|CHF)"),
    ("number", _NUMBER),
    ("date", _DATE),
    ("datetime", rf"({_DATE})[T ]{_CLOCK}(Z|[-+]\d\d:?\d\d)?"),
    ("time", _CLOCK),
    ("email", r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+"),
    ("url", r"https?://\S+"),
)


def recognises(text: str) -> bool:
    """Return whether the first lines are parted alike, and the first of them reads like headings."""
    separator = _separator(text)
    try:
        lines = csv.reader(io.StringIO(_told(text)[:20_000]), delimiter=separator or ",")
        rows = [row for row in lines if any(cell.strip() for cell in row)][: TITLES + 2] if separator else []
    except csv.Error:
        return False
    while len(rows) > 2 and sum(bool(cell.strip()) for cell in rows[0]) == 1 and len(rows[0]) in {1, len(rows[1])}:
        del rows[0]
    alike = len(rows) > 1 and len({len(row) for row in rows[:-1]}) == 1
    return alike and all(re.fullmatch(r"[^{}();=<>]{1,60}", cell) for cell in rows[0])


def read(text: str, name: str) -> Imported:
    """Return one entity with a field for each column, and the first rows. Raises ToolkitError without headings."""
    rows = csv.reader(io.StringIO(_told(text)), delimiter=_separator(text) or ",")
    try:
        heads = _heads(rows)
        below = [row for row, _ in zip(rows, range(ROWS), strict=False) if any(cell.strip() for cell in row)]
    except (StopIteration, csv.Error) as error:
        fix = "let its first line be the headings, and the lines below be parted alike"
        raise ToolkitError(f"this is no table: {str(error) or 'it is empty'}", fix=fix) from error
    columns = [[row[place].strip() if place < len(row) else "" for row in below] for place in range(len(heads))]
    parts = [(_field(head, column), column) for head, column in zip(heads, columns, strict=True) if head or any(column)]
    kept = [(field, column) for field, column in parts if not _is_key(field)]
    personal = _personal([field for field, _ in kept])
    typed = {
        f.name: [_typed(f.type, c, column) for c in column[:PINNED]] for f, column in kept if f.name not in personal
    }
    taken = tuple(
        {n: cells[place] for n, cells in typed.items()} for place in range(min(len(below), PINNED) if typed else 0)
    )
    entity = ImportedEntity(name, tuple(field for field, _ in kept), rows=taken)
    return Imported((entity,), lost=tuple(_lost(heads, columns, below, personal)))


def _told(text: str) -> str:
    """Return the text without the line by which Excel says what parts the cells."""
    return re.sub(r"\Asep=.[ \t]*\r?\n", "", text, flags=re.IGNORECASE)


def _heads(rows: Iterator[list[str]]) -> list[str]:
    """Return the headings, each once; lines above them that say only one thing are a title."""
    heads = next(rows)
    while sum(bool(cell.strip()) for cell in heads) < 2 < len(heads):
        heads = next(rows)
    counts: dict[str, int] = {}
    found: list[str] = []
    for head in (" ".join(cell.split()) for cell in heads):
        counts[head] = counts.get(head, 0) + 1
        found.append(f"{head} {counts[head]}" if head and counts[head] > 1 else head)
    return found


def _lost(
    heads: Sequence[str], columns: Sequence[Column], below: Sequence[Column], personal: set[str]
) -> Iterator[str]:
    """Yield what a spec does not keep of the file."""
    unnamed = sum(not head and any(column) for head, column in zip(heads, columns, strict=True))
    if unnamed:
        yield f"the headings of {unnamed} columns, which have none"
    if len(below) > PINNED:
        yield f"{len(below) - PINNED:,} of {len(below):,} rows: the first {PINNED} are pinned under data"
    if personal:
        yield f"what stands under {', '.join(sorted(personal))}: it looks personal, so made-up values take its place"
    slashed = [
        h for h, column in zip(heads, columns, strict=True) if _kind(h, _said(column)) in DATES and _either(column)
    ]
    if slashed:
        yield f"whether the day or the month comes first in {', '.join(slashed)}: the day was taken"


def _personal(fields: Sequence[ImportedField]) -> set[str]:
    """Return the columns whose values may be about somebody who did not ask to be shown."""
    found = {field.name for field in fields if field.type in {"email", "phone"} or is_personal(field.name)}
    return found | {field.name for field in fields if found and field.name.casefold() in {"name", "title"} | CALLED}


def _either(column: Column) -> bool:
    """Return whether dates with strokes may begin with the day or with the month."""
    said = [cell for cell in _said(column) if "/" in cell]
    return bool(said) and not any(int(part) > 12 for cell in said for part in re.findall(r"\d+", cell)[:2])


def _typed(kind: str, cell: str, column: Column) -> str:
    """Return a cell as a form would take it; nothing for what says nothing."""
    if cell.casefold() in EMPTY:
        return ""
    if kind == "yes/no":
        return "yes" if cell.casefold() in {"yes", "true", "y", "ja", "oui", "1", "x"} else "no"
    if kind in DATES:
        return _dated(cell, column)
    if kind in {"number", "money", "percent"}:
        return _number(cell, column)
    return cell


def _dated(cell: str, column: Column) -> str:
    """Return a date, with its time if it has one, as forms write it."""
    parts = re.match(r"(\d+)[./-](\d+)[./-](\d+)(?:[T ]+(\d\d?):(\d\d)\S*( ?[AaPp][Mm])?)?", cell)
    if not parts:
        return ""
    numbers = [int(part) for part in parts.groups()[:3]]
    if len(parts[1]) == 4:
        year, month, day = numbers
    else:
        firsts = [[int(n) for n in re.findall(r"\d+", c)[:2]] for c in _said(column)]
        month_first = "/" in cell and any(len(n) > 1 and n[1] > 12 for n in firsts)
        month, day, year = numbers if month_first else (numbers[1], numbers[0], numbers[2])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    hour = int(parts[4] or 0) % 12 + 12 * ("p" in parts[6].casefold()) if parts[6] else int(parts[4] or 0)
    clock = f" {hour:02}:{parts[5]}" if parts[4] else ""
    return f"{year:04}-{month:02}-{day:02}{clock}"


def _number(cell: str, column: Column) -> str:
    """Return a number as programs write it; whether a comma parts thousands is told by the whole column."""
    bare = re.sub(r"[^\d.,+-]", "", cell)
    comma = any(re.search(r",\d{1,2}$|,\d{4,}$|\.\d{3},", re.sub(r"[^\d.,]", "", c)) for c in _said(column))
    bare = bare.replace(".", "").replace(",", ".") if comma else bare.replace(",", "")
    return bare if re.fullmatch(r"[+-]?\d+(\.\d+)?", bare) else ""


def _said(column: Column) -> list[str]:
    return [cell for cell in column if cell.casefold() not in EMPTY]


def _separator(text: str) -> str:
    """Return what parts the first lines most often, outside of quotes; nothing if nothing does."""
    told = re.match(r"sep=(.)[ \t]*\r?\n", text, re.IGNORECASE)
    if told:
        return told[1]
    lines = re.sub(r'"[^"]*"', "", text[:20_000].lstrip()).splitlines()[:TITLES]
    most = max(SEPARATORS, key=lambda separator: lines[0].count(separator) if lines else 0)
    if lines and most in lines[0]:
        return most
    counts = {separator: {line.count(separator) for line in lines[1:]} for separator in SEPARATORS}
    below = (separator for separator, found in counts.items() if len(found) == 1 and min(found) > 1)
    return next(below, "") if len(lines) == TITLES else ""


def _is_key(field: ImportedField) -> bool:
    return field.name.casefold() in {"id", "uuid", "#", "nr", "no", "no."} and field.type in {"number", "text"}


def _field(head: str, cells: Sequence[str]) -> ImportedField:
    """Return the field that a column is: what it is called, and what stands in it."""
    said = [cell for cell in cells if cell.casefold() not in EMPTY]
    kind = _kind(head, said)
    options = tuple(sorted(set(said))) if kind == "one of" else ()
    rules = ["unique"] if _tells_apart(head, said, cells) and kind == "text" else []
    rules += ["optional"] if len(said) < len(cells) or not cells else []
    lost = "" if said else "nothing stands in it"
    return ImportedField(head or "column", kind, options=options, rules=tuple(rules), lost=lost)


def _kind(head: str, said: Sequence[str]) -> str:
    """Return the type that all cells of a column fit, the strictest first."""
    if not said:
        return text_type(head)
    distinct = {cell.casefold() for cell in said}
    if distinct <= WORDS and len(distinct) < 3 and not distinct <= {"0", "1"} - {min(distinct)}:
        return "yes/no"
    if text_type(head) == "phone" and all(re.fullmatch(r"[\d\s()+./-]{6,20}", cell) for cell in said):
        return "phone"
    for kind, pattern in _KINDS:
        if all(re.fullmatch(pattern, cell) for cell in said) and not (kind == "number" and _is_code(said)):
            return number_type(head) if kind == "number" and any(re.search(r"[.,]", cell) for cell in said) else kind
    return _text(head, said)


def _is_code(said: Sequence[str]) -> bool:
    """Return whether digits are a code: '00123' is no number."""
    return any(re.match(r"0\d", cell) for cell in said)


def _text(head: str, said: Sequence[str]) -> str:
    distinct, longest = set(said), max(map(len, said))
    few = 1 < len(distinct) <= MOST_OPTIONS and len(said) >= 3 * len(distinct) and longest <= 40
    if few and len({cell.casefold() for cell in distinct}) == len(distinct):
        return "one of"
    long = longest > 120 or any("\n" in cell for cell in said)
    kind = text_type(head)
    return "long text" if long or kind == "long text" else "text"


def _tells_apart(head: str, said: Sequence[str], cells: Sequence[str]) -> bool:
    """Return whether a column is what rows are told apart by: a number or code of their own."""
    named = re.search(r"(?<!post)(?<!zip )(?<!post )(number|code|sku|reference|ref|nummer|isbn|key)$", head.casefold())
    return bool(named) and len(said) == len(cells) > 1 and len(set(said)) == len(said) and min(map(len, said)) > 3


@hook
def register_importers() -> Iterable[Importer]:
    """Bring CSV."""
    about = "A table with headings in its first line, parted by commas, semicolons, tabs or bars."
    return (Importer("csv", about, (".csv", ".tsv", ".tab"), recognises, read),)

"""The importer `csv`: a table with a line of headings, whose types are told from what stands below them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from toolkit import Imported, ImportedEntity, ImportedField, Importer, ToolkitError, hook, number_type, text_type

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
        lines = csv.reader(io.StringIO(text[:20_000]), delimiter=separator or ",")
        rows = [row for row in lines if row][:5] if separator else []
    except csv.Error:
        return False
    alike = len(rows) > 1 and len({len(row) for row in rows[:-1]}) == 1
    return alike and all(re.fullmatch(r"[^{}();=<>]{1,60}", cell) for cell in rows[0])


def read(text: str, name: str) -> Imported:
    """Return one entity with a field for each column. Raises ToolkitError where there are no headings."""
    rows = csv.reader(io.StringIO(text), delimiter=_separator(text) or ",")
    try:
        heads = [cell.strip() for cell in next(rows)]
        below = [row for row, _ in zip(rows, range(ROWS), strict=False) if any(cell.strip() for cell in row)]
    except (StopIteration, csv.Error) as error:
        fix = "let its first line be the headings, and the lines below be parted alike"
        raise ToolkitError(f"this is no table: {str(error) or 'it is empty'}", fix=fix) from error
    columns = [[row[place].strip() if place < len(row) else "" for row in below] for place in range(len(heads))]
    fields = [_field(head, column) for head, column in zip(heads, columns, strict=True) if head or any(column)]
    kept = tuple(field for field in fields if not _is_key(field))
    unnamed = sum(not head for head in heads)
    lost = [f"the headings of {unnamed} columns, which have none"] if unnamed else []
    lost += [f"the {len(below):,} rows themselves: pin some under data, if they may be seen"] if below else []
    return Imported((ImportedEntity(name, kept),), lost=tuple(lost))


def _separator(text: str) -> str:
    """Return what parts the first line most often, outside of quotes; nothing if nothing does."""
    first = re.sub(r'"[^"]*"', "", text.lstrip().partition("\n")[0])
    most = max(SEPARATORS, key=first.count)
    return most if first.count(most) else ""


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

"""A sample read from a file: its headings, and what stands below them, column by column."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from toolkit.errors import ToolkitError
from toolkit.ports.cells import unguarded
from toolkit.services.handed import Wanted, handed
from toolkit.services.learning.harmless import heading_names_somebody

SAMPLE = Wanted("learn from", 50_000_000, "take a part of it: some ten thousand rows tell as much", "export it as CSV")
"""Bytes that are read."""
MOST_ROWS, MOST_COLUMNS = 500_000, 150
LOOKED_AT = 20_000
"""Rows that are looked at, drawn from a longer file: more of them tell nothing new."""
LONGEST = 60
"""Characters of a heading."""
SEPARATORS = ",;\t|"
EMPTY = frozenset({"", "-", "n/a", "na", "null", "none", "nan", "\\n"})
"""What says that nothing is known, in small letters."""
_DATA = re.compile(r"[-+]?[\d.,]+|\d{1,4}[-./]\d\d?[-./]\d{1,4}.*")


@dataclass(frozen=True, slots=True)
class Column:
    """What stands below one heading; an empty text where nothing does. `hidden` says that the heading is kept back."""

    heading: str
    cells: tuple[str, ...]
    hidden: bool = False

    @property
    def said(self) -> list[str]:
        """The cells that say something."""
        return [cell for cell in self.cells if cell.casefold() not in EMPTY]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a sample, and how many rows it has."""

    columns: tuple[Column, ...]
    rows: int


def read_table(file: Path) -> Table:
    """Return what a file holds. Raises ToolkitError for one that is no table, or too large."""
    text = _text(file)
    separator = _separator(text)
    rows = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        heads = [" ".join(cell.split()) for cell in next(rows, [])]
        body = [row for row in islice(rows, MOST_ROWS) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        fix = "let its first line be the headings, and the lines below be parted alike"
        raise ToolkitError(f"this is no table: {error}", where=file.name, fix=fix) from error
    _check(heads, body, file)
    if len(body) > LOOKED_AT:  # drawn, for what comes back every few rows would be met always or never
        body = [body[at] for at in sorted(np.random.default_rng(1).choice(len(body), LOOKED_AT, replace=False))]
    names = list(_names(heads))
    columns = (
        Column(name, tuple(_cell(row[at]) if at < len(row) else "" for row in body), hidden=name != heads[at])
        for at, name in enumerate(names)
    )
    return Table(tuple(columns), len(body))


def _cell(text: str) -> str:
    return unguarded(text.strip())


def _check(heads: Sequence[str], body: Sequence[Sequence[str]], file: Path) -> None:
    """Raise ToolkitError for what has no headings or no rows, or too many columns."""
    fix = "let the first line be the headings, as in: number,status,amount"
    if not heads or not any(heads) or not body:
        raise ToolkitError("there is nothing to learn from", where=file.name, fix=fix)
    if any(_DATA.fullmatch(head) or "@" in head for head in heads):
        raise ToolkitError("the first line is no headings: it holds values", where=file.name, fix=fix)
    if len(heads) > MOST_COLUMNS:
        fix = f"leave out what a prototype does not show; {MOST_COLUMNS} are read"
        raise ToolkitError(f"there are {len(heads)} columns", where=file.name, fix=fix)


def _names(heads: Sequence[str]) -> Iterator[str]:
    """Yield what the fields are called: as the headings, as far as these can be names of fields, and name nobody."""
    taken: set[str] = {"id", "me", "now", "true", "false", "null", "in"}
    for place, head in enumerate(heads, 1):
        name = re.sub(r"[^\w -]+", " ", head).strip(" -_")
        name = " ".join(name.split())[:LONGEST].strip()
        if not re.match(r"[^\W\d]", name) or heading_names_somebody(head):
            name = f"column {place}"
        if name.casefold() == "id":
            yield "id"
            continue
        while name.casefold() in taken:
            name = f"{name} {place}"
        taken.add(name.casefold())
        yield name


def _text(file: Path) -> str:
    """Return the text of a file, without the line in which a spreadsheet says what parts the cells."""
    return re.sub(r"\Asep=.[ \t]*\r?\n", "", handed(file, SAMPLE), flags=re.IGNORECASE)


def _separator(text: str) -> str:
    """Return what parts the first line most often, outside of quotes; a table of one column has none."""
    first = next((line for line in re.sub(r'"[^"]*"', "", text[:100_000]).splitlines() if line.strip()), "")
    return max(SEPARATORS, key=first.count)

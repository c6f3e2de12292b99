"""What templates can ask of a value beyond Jinja2's own filters."""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from unicodedata import east_asian_width

from toolkit.domain.action import Go
from toolkit.domain.picturing import initials
from toolkit.domain.view import Cell, Control, Form, Input, Table, TableRow, View
from toolkit.printing.pictures import drawn, hue_of, picture

SHORT, MIDDLING, VERY_SHORT = 28, 18, 13
"""Letters of a value that stays on one line in a table, and of one that does so where its rows are crowded."""
ROOM, GAP, BROKEN = 140, 4, 12
"""Letters that a row has room for, those that the space between two cells takes, and what a broken value needs."""
_SCHEMES = ("http", "https", "mailto", "tel")


def link(address: str) -> str:
    """Return an address that is safe to follow: relative, http(s), mailto or tel; any other becomes '#'."""
    plain = re.sub(r"[\x00-\x20]", "", address)  # browsers read 'java\nscript:' as a scheme
    scheme = re.match(r"([a-z][a-z0-9+.\-]*):", plain, flags=re.IGNORECASE)
    return plain if not scheme or scheme[1].lower() in _SCHEMES else "#"


def address(control: Control, base: str) -> str:
    """Return where a control goes, below the prototype's own address; empty for one that changes something."""
    return link(f"{base}/{control.action.place.path}") if isinstance(control.action, Go) else ""


def drawing(block: object) -> str:
    """Return the name of the template that draws a block: one file a class."""
    return f"view/blocks/{type(block).__name__.lower()}.html.jinja"


def mistakes(view: View) -> list[Input]:
    """Return the inputs of a view that have an error, in reading order."""
    forms = (block for block in view.blocks if isinstance(block, Form))
    return [entry for form in forms for entry in form.inputs if entry.error]


def named_by(row: TableRow) -> int:
    """Return which cell names a row: the one that says what its way in says, else the first."""
    label = row.open.label if row.open else ""
    return next((at for at, cell in enumerate(row.cells) if label and cell.text == label), 0)


def breadth(text: str) -> int:
    """Return how many letters wide a text is: what is written in East Asia takes twice the room."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def unbroken(table: Table) -> int:
    """Return of how many letters a value still stays on one line in a table: fewer where its rows are crowded."""
    for longest in (SHORT, MIDDLING, VERY_SHORT):
        columns = zip(table.columns, zip(*(row.cells for row in table.rows), strict=True), strict=False)
        needed = sum(_needed(column.label, cells, longest) for column, cells in columns)
        if needed <= (ROOM - 2 * GAP if table.picks else ROOM):
            return longest
    return 0


def _needed(label: str, cells: Sequence[Cell], longest: int) -> int:
    """Return how many letters wide a column is at least, with the space beside it."""
    wide = [breadth(cell.text) + GAP * (cell.look == "chip") for cell in cells]
    return max(breadth(label) + 2, *(each if each < longest else BROKEN for each in wide)) + GAP


def places(controls: Iterable[Control]) -> list[Control]:
    """Return the controls that lead somewhere as oneself."""
    return [control for control in controls if not _role(control)]


def roles(controls: Iterable[Control]) -> list[Control]:
    """Return the controls by which one becomes somebody else."""
    return [control for control in controls if _role(control)]


def _role(control: Control) -> str:
    return control.action.role if isinstance(control.action, Go) else ""


def round_up(value: float) -> float:
    """Return the next round number (1, 2 or 5 and zeros), for the end of an axis."""
    if value <= 0:
        return 1.0
    size = 10.0 ** math.floor(math.log10(value))
    return next(step * size for step in (1, 2, 5, 10) if step * size >= value)


def percent(share: float) -> str:
    """Return a share as whole percent: 0.8 -> '80 %', its space unbroken."""
    return f"{round(share * 100)}\u00a0%"


def number(value: float) -> str:
    """Return a number as it is read: at most one decimal, no trailing zero, thousands apart."""
    return f"{round(value, 1):,.1f}".removesuffix(".0")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "link": link,
    "address": address,
    "drawing": drawing,
    "mistakes": mistakes,
    "named_by": named_by,
    "places": places,
    "roles": roles,
    "round_up": round_up,
    "percent": percent,
    "breadth": breadth,
    "drawn": drawn,
    "hue": hue_of,
    "initials": initials,
    "unbroken": unbroken,
    "picture": picture,
    "number": number,
}

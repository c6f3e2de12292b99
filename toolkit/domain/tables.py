"""Tables: rows of one entity in columns, and what can be done to several of them at once."""

from dataclasses import dataclass
from typing import Literal

from toolkit.domain.control import Cell, Control


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `sort` goes to the same place, sorted by it."""

    id: str
    label: str
    align: Literal["left", "right"] = "left"
    sort: Control | None = None
    sorted: Literal["", "ascending", "descending"] = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells, and the way into it, named by the row's title.

    `pick` names the box by which it is chosen among others, where that is possible; `picked` says that it is.
    """

    id: str
    key: str
    cells: tuple[Cell, ...]
    open: Control | None = None
    pick: str = ""
    picked: bool = False


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A column that can be shown or hidden; the control is `current` while it is shown."""

    label: str
    control: Control


@dataclass(frozen=True, slots=True)
class Picks:
    """What can be done to the rows that are picked: a move each, and the way to pick all or none of this page."""

    id: str
    label: str
    moves: tuple[Control, ...]
    all: Control


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one entity; `total` of them match, of which these are page `page` of `pages`.

    `entity` and `order` ('due', '-due' or empty) let a reader know what the first row means. `choose` shows and hides
    columns, and `reset` goes back to those at first.
    """

    id: str
    label: str
    entity: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    total: int
    order: str = ""
    page: int = 1
    pages: int = 1
    turn: tuple[Control, ...] = ()
    empty: str = "Nothing here yet."
    choose: tuple[ColumnChoice, ...] = ()
    reset: Control | None = None
    picks: Picks | None = None

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return (
            *((self.picks.all,) if self.picks else ()),
            *(choice.control for choice in self.choose),
            *((self.reset,) if self.reset else ()),
            *(column.sort for column in self.columns if column.sort),
            *(row.open for row in self.rows if row.open),
            *(self.picks.moves if self.picks else ()),
            *self.turn,
        )

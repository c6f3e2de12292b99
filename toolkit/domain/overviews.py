"""Blocks that lay rows out to be overlooked: a board of columns, a month of days, the history of one row."""

from dataclasses import dataclass

from toolkit.domain.control import Cell, Control
from toolkit.domain.formats import Formats


@dataclass(frozen=True, slots=True)
class Card:
    """One row of a board: its title, some values by their labels, the way into it, and what can be done to it."""

    id: str
    key: str
    title: str
    facts: tuple[tuple[str, Cell], ...] = ()
    open: Control | None = None
    moves: tuple[Control, ...] = ()

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done with it, in reading order."""
        return (self.open, *self.moves) if self.open else self.moves


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """The rows of one state: `total` of them, of which the first are shown; `more` leads to the others."""

    id: str
    label: str
    cards: tuple[Card, ...]
    total: int
    more: Control | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Rows of one entity in columns, one for each state they can be in."""

    id: str
    label: str
    entity: str
    columns: tuple[BoardColumn, ...]

    @property
    def rows(self) -> tuple[Card, ...]:
        """Every card, column by column."""
        return tuple(card for column in self.columns for card in column.cards)

    @property
    def ways(self) -> tuple[Control, ...]:
        """What brings up rows that are not in sight."""
        return tuple(column.more for column in self.columns if column.more)

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return tuple(
            control
            for column in self.columns
            for control in (*(c for card in column.cards for c in card.controls), *((column.more,) * bool(column.more)))
            if control
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One row on a day: its title, its time where it has one, and the way into it."""

    id: str
    key: str
    title: str
    time: str = ""
    open: Control | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month: its whole name ('Thursday 5 March'), its first entries, and the way to all of them."""

    id: str
    number: int
    name: str
    entries: tuple[Entry, ...] = ()
    today: bool = False
    more: Control | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """Rows of one entity on the days of a month, week by week; None is a day of another month.

    `turn` leads to other months, `weekdays` are the names over the days, each in short and whole.
    """

    id: str
    label: str
    entity: str
    weeks: tuple[tuple[Day | None, ...], ...]
    turn: tuple[Control, ...] = ()
    empty: str = "Nothing in this month."
    weekdays: tuple[tuple[str, str], ...] = Formats().weekdays()

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the month."""
        return tuple(day for week in self.weeks for day in week if day)

    @property
    def rows(self) -> tuple[Entry, ...]:
        """Every entry in sight, day by day."""
        return tuple(entry for day in self.days for entry in day.entries)

    @property
    def ways(self) -> tuple[Control, ...]:
        """What brings up rows that are not in sight."""
        return (*(day.more for day in self.days if day.more), *self.turn)

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        inside = ((*(entry.open for entry in day.entries), day.more) for day in self.days)
        return (*self.turn, *(control for controls in inside for control in controls if control))


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: what and when, who did it where that is known, and what they said."""

    id: str
    when: str
    what: str
    who: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is known to have happened to a record, in time order; `earlier` leads to what happened before these."""

    id: str
    label: str
    moments: tuple[Moment, ...]
    empty: str = "Nothing has happened yet."
    earlier: Control | None = None

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it."""
        return (self.earlier,) if self.earlier else ()

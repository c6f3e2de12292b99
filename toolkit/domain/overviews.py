"""Blocks that lay the rows of an entity out to be overlooked: a board of columns."""

from dataclasses import dataclass

from toolkit.domain.control import Cell, Control


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

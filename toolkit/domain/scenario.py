"""A scenario: a named beginning of a show, with who, where, when, and what is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.domain.expression import Expression
from toolkit.domain.values import Value, slug

Pins = Mapping[str, tuple[Mapping[str, Value], ...]]
"""Rows that must be there, by entity."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a scenario makes of made-up rows: of a `share` of those for which `where` holds, pinned ones left alone.

    `values` are plain, or expressions over the row and the clock.
    """

    values: Mapping[str, Value | Expression]
    where: Expression | None = None
    share: float = 1.0


Changes = Mapping[str, tuple[Change, ...]]
"""Changes of made-up rows by entity, in the order in which they are made."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """What the spec says of it. What is empty is as usual: the option, the role's first screen, the clock, the rows.

    `row` is the title of the row that its screen is about, and `settings` are what narrows the screen.
    """

    name: str
    role: str
    about: str = ""
    option: str = ""
    start: str = ""
    row: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    now: Value = None
    rows: Mapping[str, int] = field(default_factory=dict)
    pinned: Pins = field(default_factory=dict)
    change: Changes = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The scenario's name in addresses."""
        return slug(self.name)

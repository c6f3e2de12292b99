"""The view: a pure description of what one role sees on one screen in one state, and what can be done there.

Readers (renderer, planner, robot, checker, static pages) know these blocks and nothing of the spec.
Every element has an id made from spec names; what can be done is a `Control` with the `Action` it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from toolkit.domain.action import ROWS, Place
from toolkit.domain.control import Cell, Control
from toolkit.domain.custom import Custom
from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.overviews import Board, Calendar, Timeline
from toolkit.domain.prose import Prose
from toolkit.domain.sketch import Picture, Skeleton
from toolkit.domain.tables import Column, Picks, Table, TableRow


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that an input offers; `about` says more under its label, `count` how many rows it would leave."""

    value: str
    label: str
    about: str = ""
    count: str = ""

    @property
    def shown(self) -> str:
        """What is read on it: 'Open (12)'."""
        return f"{self.label} ({self.count})" if self.count else self.label


InputKind = Literal[
    "line",
    "area",
    "number",
    "date",
    "datetime",
    "time",
    "email",
    "tel",
    "url",
    "select",
    "radios",
    "cards",
    "yesno",
    "checks",
    "file",
    "image",
    "search",
]


@dataclass(frozen=True, slots=True)
class Input:
    """One question of a form, its text as typed or as it would be typed.

    Whether one that `depends` must be answered hangs on other answers, so it is not called optional, either.
    """

    id: str
    name: str
    label: str
    kind: InputKind
    value: str = ""
    choices: tuple[Choice, ...] = ()
    required: bool = False
    help: str = ""
    error: str = ""
    unit: str = ""
    longest: int | None = None
    low: str = ""
    high: str = ""
    autocomplete: str = ""
    sensitive: bool = False
    depends: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Inputs and the control that sends them; `live` forms (filters) send themselves when something is chosen."""

    id: str
    label: str
    inputs: tuple[Input, ...]
    submit: Control
    cancel: Control | None = None
    live: bool = False
    tally: str = ""

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return (self.submit, self.cancel) if self.cancel else (self.submit,)


@dataclass(frozen=True, slots=True)
class Fact:
    """One named value of a record."""

    id: str
    label: str
    value: Cell
    change: Control | None = None
    remove: Control | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one record."""

    id: str
    label: str
    facts: tuple[Fact, ...]

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return tuple(control for fact in self.facts for control in (fact.change, fact.remove) if control)


@dataclass(frozen=True, slots=True)
class Stat:
    """One figure of a dashboard and, where there is one, the way to the rows behind it."""

    id: str
    label: str
    value: str
    open: Control | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """The figures of a dashboard."""

    id: str
    label: str
    stats: tuple[Stat, ...]

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return tuple(stat.open for stat in self.stats if stat.open)


@dataclass(frozen=True, slots=True)
class Chart:
    """Counts by name; drawn, and said in a table beside the drawing."""

    id: str
    label: str
    bars: tuple[tuple[str, float], ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One contribution to a thread; `picture` is its author's, where people have one.

    `lang` is the tag of the language of its text, where it is another than the page's.
    """

    id: str
    author: str
    when: str
    text: str
    picture: Picture | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """What people said about a record, in time order; `earlier` leads to what was said before these."""

    id: str
    label: str
    posts: tuple[Post, ...]
    empty: str = "No comments yet."
    earlier: Control | None = None

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it."""
        return (self.earlier,) if self.earlier else ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Where somebody is in a flow: names of the steps, `at` counts from 0; those before it can be gone back to.

    `label` says which part of the flow it is; a single step is not counted.
    """

    id: str
    names: tuple[str, ...]
    at: int
    back: Control | None = None
    label: str = ""

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return (self.back,) if self.back else ()


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a flow: how complete it is, and the way in, if it can be begun."""

    id: str
    name: str
    standing: Cell
    open: Control | None = None


@dataclass(frozen=True, slots=True)
class Sections:
    """The sections of a flow, which can be filled in one by one; `next` is the one that is not complete yet."""

    id: str
    label: str
    sections: tuple[Section, ...]
    tally: str = ""
    back: Control | None = None
    next: Control | None = None

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it, in reading order."""
        return (*((self.back,) if self.back else ()), *(s.open for s in self.sections if s.open))


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that needs to be seen: what was done, what is not allowed, what is empty."""

    id: str
    text: str
    tone: Literal["good", "info", "warn", "bad"] = "info"
    control: Control | None = None
    heading: str = ""

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be done in it."""
        return (self.control,) if self.control else ()


@dataclass(frozen=True, slots=True)
class Text:
    """Running text, one paragraph an item."""

    id: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actions:
    """Buttons and links that belong together."""

    id: str
    controls: tuple[Control, ...]


Block = (
    Form
    | Table
    | Board
    | Calendar
    | Facts
    | Stats
    | Chart
    | Thread
    | Timeline
    | Steps
    | Sections
    | Notice
    | Text
    | Prose
    | Custom
    | Skeleton
    | Actions
)


@dataclass(frozen=True, slots=True)
class View:
    """Everything one role sees at one place. `screen` is the screen's key; `back` leads to where one came in."""

    screen: str
    role: str
    person: str
    place: Place
    title: str
    blocks: tuple[Block, ...]
    nav: tuple[Control, ...] = ()
    back: Control | None = None
    lead: str = ""
    language: Language = ENGLISH

    def controls(self) -> Iterator[Control]:
        """Yield everything that can be done here, in reading order."""
        yield from self.nav
        if self.back:
            yield self.back
        for block in self.blocks:
            yield from getattr(block, "controls", ())

    def form(self, control: str) -> Form | None:
        """Return the form that this control sends, if it sends one; a move of many rows sends the boxes of these."""
        for block in self.blocks:
            if isinstance(block, Form) and block.submit.id == control:
                return block
            if isinstance(block, Table) and block.picks:
                for move in (m for m in block.picks.moves if m.id == control):
                    return _picking(block, block.picks, move)
        return None


def _picking(table: Table, picks: Picks, move: Control) -> Form:
    """Return the boxes of a table's rows as what they are: the question which rows a move is for."""
    rows = [row for row in table.rows if row.pick]
    picked = "\n".join(row.key for row in rows if row.picked)
    choices = tuple(Choice(row.key, row.pick) for row in rows)
    asked = Input(f"{picks.id}.rows", ROWS, picks.label, "checks", picked, choices, required=True)
    return Form(picks.id, picks.label, (asked,), move)


__all__ = [
    "Actions",
    "Block",
    "Board",
    "Calendar",
    "Cell",
    "Chart",
    "Choice",
    "Column",
    "Control",
    "Custom",
    "Fact",
    "Facts",
    "Form",
    "Input",
    "InputKind",
    "Notice",
    "Picks",
    "Post",
    "Prose",
    "Skeleton",
    "Stat",
    "Stats",
    "Steps",
    "Table",
    "TableRow",
    "Text",
    "Thread",
    "Timeline",
    "View",
]

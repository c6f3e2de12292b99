"""The solution: what the architect wrote, read once and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from toolkit.domain.expression import Expression
from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.limits import Apart, Hours
from toolkit.domain.scenario import Changes, Scenario
from toolkit.domain.spread import Spread
from toolkit.domain.totals import Total
from toolkit.domain.values import Value, slug
from toolkit.domain.verdict import Target


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for, word for word, and through whom it came; the first of the chain said it first-hand."""

    said: str
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """What 'better' means: `measure` of `task` (or of the whole option) compared with a target.

    `target` is a share (0.8) for a success, seconds for a time, and the scale's own points for the rest.
    """

    name: str
    measure: str
    task: str
    comparison: Literal["<=", ">=", "<", ">"]
    target: float
    unit: str = ""

    @property
    def text(self) -> str:
        """The goal in the words of the spec: 'success of raise >= 80 %'."""
        of = f" of {self.task}" if self.task else ""
        return f"{self.measure}{of} {self.comparison} {Target(self.comparison, self.target, self.unit).amount}"


CREATE, UPDATE, DELETE = "create", "update", "delete"
VERBS = (CREATE, UPDATE, DELETE)
"""What a role may be allowed to do to an entity's rows; who may make which move, its life cycle says."""


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who uses the solution.

    Of the entities named in `own` they meet only the rows that are theirs, of those in `sees` those for which the
    condition holds (and, if both name it, their own too); `may` says by entity what they may do, all if it does not.
    """

    name: str
    own: tuple[str, ...] = ()
    start: str = ""
    sees: Mapping[str, Expression] = field(default_factory=dict)
    may: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def allows(self, verb: str, entity: str) -> bool:
        """Return whether the role may create, update or delete rows of an entity."""
        return verb in self.may.get(entity, VERBS)


@dataclass(frozen=True, slots=True)
class Move:
    """A named thing done to a row: a change of state, or, with `target` empty, only of the fields it asks for.

    It can be done only to rows of which `when` holds.
    """

    name: str
    sources: tuple[str, ...]
    target: str
    roles: tuple[str, ...]
    own: bool = False
    asks: tuple[str, ...] = ()
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a value has to be beside that of another field of the row: 'after' departs, 'at most' budget."""

    words: str
    field: str


@dataclass(frozen=True, slots=True)
class Field:
    """One thing known of a row. `low` and `high` bound characters of text, numbers, days from now, or rows chosen.
    `was` is what it was called before, the oldest name first; `means` is the kind of meaning that the spec says
    it has, where what is inferred from its name is wrong.

    `refers` is the entity that a reference points to, `several` the one of a reference to many rows. `language` is
    what its values are read and shown in.
    """

    name: str
    type: str
    label: str
    help: str = ""
    example: str = ""
    required: bool = True
    unique: bool = False
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    pattern: str = ""
    unit: str = ""
    default: Value = None
    refers: str = ""
    where: Expression | None = None
    computed: Expression | Total | None = None
    stamp: str = ""
    moves: tuple[Move, ...] = ()
    error: str = ""
    several: str = ""
    compares: tuple[Comparison, ...] = ()
    needed_when: Expression | None = None
    hours: Hours | None = None
    apart: Apart | None = None
    spread: Spread | None = None
    was: tuple[str, ...] = ()
    means: str = ""
    language: Language = ENGLISH

    @property
    def key(self) -> str:
        """The field's name in ids."""
        return slug(self.name)

    @property
    def origin(self) -> str:
        """The field's oldest name: what it has in common with itself before it was renamed."""
        return self.was[0] if self.was else self.name


ME = "me"
NOW = "now"
CHANGED = "changed"
"""Words of the spec: the default that is the person in the role, the one that is the clock, and `set when changed`."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A kind of thing the solution knows rows of. `was` is what it was called before, the oldest name first."""

    name: str
    fields: Mapping[str, Field]
    plural: str = ""
    was: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """The entity's oldest name; its rows' ids begin with it."""
        return self.was[0] if self.was else self.name

    @property
    def title(self) -> Field:
        """The field that names a row to a person: the first stored one that is short text, else the first of all."""
        for part in self.fields.values():
            if part.type in {"text", "person"} and not part.computed:
                return part
        return next(iter(self.fields.values()))

    @property
    def status(self) -> Field | None:
        """The field that holds the life cycle, if there is one."""
        return next((f for f in self.fields.values() if f.moves), None)

    @property
    def owner(self) -> Field | None:
        """The reference that says whose row it is: the one filled with `me`."""
        return next((f for f in self.fields.values() if f.refers and f.default == ME), None)


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen: its kind draws `entity` by `settings` (an instance of the kind's own settings) for `roles`."""

    name: str
    kind: str
    entity: str
    roles: tuple[str, ...]
    settings: object

    @property
    def key(self) -> str:
        """The screen's name in ids and addresses."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Task:
    """What a participant is asked to do, and how we know that it worked: by a row's state, or by an answer."""

    name: str
    role: str
    say: str
    done: "Done | None" = None
    answer: "Answered | None" = None


@dataclass(frozen=True, slots=True)
class Done:
    """A row of `entity` that was created or changed in the session and holds these values ('me' is the person)."""

    entity: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Answered:
    """The right answer: `field` of the row of `entity` that comes first by `first` ('-due' for last) among `where`."""

    entity: str
    field: str
    where: Expression | None = None
    first: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked at the end of a walkthrough; without choices it is open."""

    name: str
    ask: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """What an option costs, in whole units of its currency."""

    once: float = 0
    yearly: float = 0
    currency: str = "EUR"

    def over(self, years: int) -> float:
        """Return the cost of building it and of running it for so many years."""
        return self.once + years * self.yearly


@dataclass(frozen=True, slots=True)
class Option:
    """One candidate: whose idea it is, what speaks for it and against it, and what it makes of the spec."""

    name: str
    title: str
    idea: Literal["customer", "ours"]
    about: str = ""
    benefits: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    cost: Cost | None = None

    @property
    def key(self) -> str:
        """The option's name in ids and addresses."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class DataPlan:
    """What the fake data is made from.

    `locale` is the main one; where there are more, `locales` are all of them with their weights, by what they are for:
    '' for all data, an entity's name, or a field's ('User.name'). `change` is what a scenario makes of it by rule.
    Without a domain, the words of the spec tell which trade it is about.
    """

    seed: int = 1
    locale: str = "en_GB"
    rows: Mapping[str, int] | None = None
    pinned: Mapping[str, tuple[Mapping[str, Value], ...]] | None = None
    locales: Mapping[str, Mapping[str, float]] | None = None
    change: Changes | None = None
    domain: str = ""

    def locales_of(self, entity: str, field: str) -> Mapping[str, float]:
        """Return the locales of a field's values with their weights: its own, else its entity's, else those of all."""
        said = self.locales or {}
        return said.get(f"{entity}.{field}") or said.get(entity) or said.get("") or {self.locale: 1.0}


@dataclass(frozen=True, slots=True)
class App:
    """What one option looks like: the roles, entities and screens after its overlay."""

    roles: Mapping[str, Role]
    entities: Mapping[str, Entity]
    screens: Mapping[str, Screen]

    def screen_at(self, key: str) -> Screen | None:
        """Return the screen with this key in its address."""
        return next((s for s in self.screens.values() if s.key == key), None)


@dataclass(frozen=True, slots=True)
class Solution:
    """A whole spec. `apps` holds, by option name, the app that option makes; `base` the one without any overlay.

    `language` is the one it is written in, `languages` are the others that it is offered in.
    """

    title: str
    request: Request
    problem: str
    now: Value
    goals: tuple[Goal, ...]
    people: str
    base: App
    options: Mapping[str, Option]
    apps: Mapping[str, App]
    tasks: Mapping[str, Task]
    questions: tuple[Question, ...]
    data: DataPlan
    participants: int = 8
    brand: "Brand | None" = None
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    language: str = "en"
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture beside the spec: its file's name, an address that holds it, how many times as wide as high it is."""

    file: str
    address: str
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Brand:
    """The customer's look: the font, the tone, the logo, and colours as #rrggbb.

    `accent` is that of buttons and links, `dark` the same in the dark, `header` the one behind the name.
    """

    name: str
    accent: str = ""
    dark: str = ""
    header: str = ""
    font: str = ""
    tone: Literal["plain", "warm", "formal"] = "plain"
    logo: Logo | None = None

"""Places in a prototype and the actions that can be done there: plain values, to be sent, stored and replayed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

Values = Mapping[str, str]
"""What was typed or chosen, as text, by field name; it is checked by the machine, never by the sender."""

ROWS = "rows"
"""The name under which the rows are sent that something is to be done to at once."""
LONGEST_PATH = 2_000
"""Characters of an address that are read."""
LONGEST_SETTING = 200
"""Characters that a filter or a search takes."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: a screen's key, a row's id, and what narrows the screen (filters, page, open move, step)."""

    screen: str
    row: str = ""
    query: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return one setting of the query, or an empty text."""
        return dict(self.query).get(name, "")

    def with_(self, /, **settings: str) -> "Place":
        """Return this place with some settings changed; an empty text takes one away."""
        merged = dict(self.query) | settings
        return replace(self, query=tuple(sorted((k, v) for k, v in merged.items() if v)))

    @property
    def path(self) -> str:
        """The place as an address below the prototype's own: 'queue/ticket-7?do=triage'."""
        parts = "/".join(quote(part, safe="") for part in (self.screen, self.row) if part)
        return f"{parts}?{urlencode(self.query)}" if self.query else parts

    @classmethod
    def at(cls, path: str, *, longest: int = LONGEST_PATH) -> "Place":
        """Read a place from an address, of which only the first part counts if it is far too long.

        Whatever it says, permission is the machine's to give.
        """
        before, _, query = path[:longest].partition("?")
        parts = [unquote(part) for part in before.strip("/").split("/") if part]
        screen, row = (*parts, "", "")[:2]
        return cls(screen, row, tuple(sorted(parse_qsl(query))))


@dataclass(frozen=True, slots=True)
class Go:
    """Go to a place, or, with a role, become somebody else and start at their first screen."""

    place: Place
    role: str = ""


@dataclass(frozen=True, slots=True)
class Create:
    """Add a row. `fixed` is what the place decides (the ticket a comment is on), `values` what was typed."""

    entity: str
    form: str
    fixed: Values = field(default_factory=dict)
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Update:
    """Change fields of a row."""

    entity: str
    row: str
    form: str
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Transition:
    """Do a named move to a row, with what the move asks for."""

    entity: str
    row: str
    move: str
    form: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bulk:
    """Do a named move to several rows: those that are ticked (`values` holds their ids, line by line, as `ROWS`).

    A move that asks for something leads to its form first; `rows` then are the ids that were ticked, joined by '.'.
    """

    entity: str
    move: str
    form: str
    rows: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Delete:
    """Take a row away."""

    entity: str
    row: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer one step of a flow; the answers are kept until the flow is confirmed.

    Of a step that gathers rows `item` is one of them ('new' for another), which is taken away if it is `gone`.
    """

    flow: str
    step: str
    form: str
    values: Values = field(default_factory=dict)
    item: str = ""
    gone: bool = False


Action = Go | Create | Update | Transition | Bulk | Delete | Answer
KINDS: Mapping[str, type[Action]] = {
    "go": Go,
    "create": Create,
    "update": Update,
    "transition": Transition,
    "bulk": Bulk,
    "delete": Delete,
    "answer": Answer,
}


def template(action: Action) -> Action:
    """Return the action without what was typed: what a view offers, whatever values come back."""
    return action if isinstance(action, Go | Delete) else replace(action, values={})


def filled(action: Action, values: Values) -> Action:
    """Return an offered action with what was typed; a form that goes somewhere (a filter) narrows the place by it."""
    if isinstance(action, Go):
        narrowed = {name: text.strip()[:LONGEST_SETTING] for name, text in values.items()} | {"page": ""}
        return replace(action, place=action.place.with_(**narrowed)) if values else action
    return action if isinstance(action, Delete) else replace(action, values=dict(values))


def to_json(action: Action) -> dict[str, Any]:
    """Return the action as plain JSON, as it is stored and sent: {'kind': 'go', 'place': 'queue?late=yes'}."""
    kind = next(name for name, cls in KINDS.items() if isinstance(action, cls))
    if isinstance(action, Go):
        return {"kind": kind, "place": action.place.path, "role": action.role}
    parts = {name: getattr(action, name) for name in action.__dataclass_fields__}
    return {"kind": kind} | {k: dict(v) if isinstance(v, Mapping) else v for k, v in parts.items()}


def from_json(data: Mapping[str, Any]) -> Action:
    """Read back what `to_json` gave. Raises KeyError or TypeError on anything else."""
    kind, parts = data["kind"], {k: v for k, v in data.items() if k != "kind"}
    if kind == "go":
        path = parts["place"]
        return Go(Place.at(path, longest=len(path)), role=parts.get("role", ""))  # what was written is read whole
    return KINDS[kind](**parts)

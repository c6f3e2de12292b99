"""YAML text as a tree of nodes, read from YAML's events: nothing in it is run, and nothing in it is without bounds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from toolkit.spec.node import Mark, Node

LARGEST = 1_000_000
"""Characters in a spec."""
DEEPEST = 40
MOST_NODES = 100_000
"""With everything counted that an alias repeats."""


class Unreadable(Exception):
    """The text cannot be a spec: why, where, and how to mend it."""

    def __init__(self, code: str, mark: Mark, message: str, *, fix: str) -> None:
        super().__init__(message)
        self.code, self.mark, self.message, self.fix = code, mark, message, fix


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    start: Event
    path: tuple[str, ...]
    key: Mark | None
    anchor: str | None
    entries: dict[str, Node] | None = None
    items: list[Node] = field(default_factory=list)
    name: tuple[str, Mark] | None = None
    weight: int = 1


@dataclass(slots=True)
class _Composer:
    """Builds the tree from YAML's events, without recursion and without running anything."""

    twice: list[tuple[str, Mark, Mark, tuple[str, ...]]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    root: Node | None = None

    def take(self, event: Event) -> None:
        """Take the next event."""
        match event:
            case DocumentStartEvent() if self.root is not None:
                raise Unreadable("two-documents", _mark(event), "the file holds two YAML documents", fix="keep one")
            case MappingStartEvent() | SequenceStartEvent():
                self._start(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._end()
            case ScalarEvent():
                self._scalar(event)
            case AliasEvent():
                self._alias(event)
            case _:
                pass

    def _start(self, event: Event) -> None:
        if len(self.stack) >= DEEPEST:
            raise Unreadable("too-deep", _mark(event), f"nested deeper than {DEEPEST} levels", fix="flatten it")
        entries: dict[str, Node] | None = {} if isinstance(event, MappingStartEvent) else None
        path, key = self._place()
        self._no_key(event)
        self.stack.append(_Open(event, path, key, getattr(event, "anchor", None), entries))

    def _end(self) -> None:
        done = self.stack.pop()
        value: dict[str, Node] | list[Node] = done.items if done.entries is None else done.entries
        line, column = _mark(done.start)
        node = Node(value, line, column, path=done.path, key=done.key, weight=done.weight)
        self._add(node, done.anchor)

    def _scalar(self, event: ScalarEvent) -> None:
        if any("\ud800" <= letter <= "\udfff" for letter in event.value):
            raise Unreadable("not-yaml", _mark(event), "half a character (a lone surrogate)", fix="write it whole")
        top = self.stack[-1] if self.stack else None
        if top is not None and top.entries is not None and top.name is None:
            top.name = (event.value, _mark(event))
            if event.value in top.entries:
                first = top.entries[event.value].key or (1, 1)
                self.twice.append((event.value, _mark(event), first, top.path))
            return
        style = event.style or ("" if event.start_mark.line == event.end_mark.line else ">")
        empty = not style and event.value in {"", "~", "null", "Null", "NULL"}
        path, key = self._place()
        line, column = _mark(event)
        self._add(Node(None if empty else event.value, line, column, path=path, key=key, style=style), event.anchor)

    def _alias(self, event: AliasEvent) -> None:
        self._no_key(event)
        if event.anchor not in self.anchors:
            message = f"'*{event.anchor}' repeats something that is nowhere marked '&{event.anchor}'"
            raise Unreadable("unknown-alias", _mark(event), message, fix="put the text in quotes, or mark it")
        self._add(self.anchors[event.anchor], None)

    def _no_key(self, event: Event) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and top.entries is not None and top.name is None:
            fix = "put the name in quotes, and no more than one '{' before it"
            raise Unreadable("name-is-no-text", _mark(event), "a name must be text", fix=fix)

    def _place(self) -> tuple[tuple[str, ...], Mark | None]:
        if not self.stack:
            return (), None
        top = self.stack[-1]
        return (*top.path, top.name[0] if top.name else str(len(top.items))), top.name[1] if top.name else None

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        top.weight += node.weight
        if top.weight > MOST_NODES:
            raise Unreadable("too-large", _mark(top.start), "repeats itself too often", fix="use fewer '*' aliases")
        if top.entries is None:
            top.items.append(node)
        elif top.name:
            top.entries.setdefault(top.name[0], node)
            top.name = None


def _mark(event: Event) -> Mark:
    return event.start_mark.line + 1, event.start_mark.column + 1


@dataclass(frozen=True, slots=True)
class Tree:
    """What was read: the root, and names said twice (name, place, first place, path of the mapping)."""

    root: Node | None
    twice: tuple[tuple[str, Mark, Mark, tuple[str, ...]], ...]


def compose(text: str) -> Tree:
    """Return the tree of a YAML text. Raises Unreadable, or ruamel's YAMLError where it is no YAML."""
    if len(text) > LARGEST:
        raise Unreadable("too-large", (1, 1), f"longer than {LARGEST:,} characters", fix="split it into two prototypes")
    composer = _Composer()
    for event in _events(text):
        composer.take(event)
    return Tree(composer.root, tuple(composer.twice))


def _events(text: str) -> Iterator[Event]:
    yield from YAML(typ="safe", pure=True).parse(text)

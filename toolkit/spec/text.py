"""YAML text as a tree of nodes, each with the line and column at which it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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

LARGEST = 1_000_000
"""Characters in a spec."""
DEEPEST = 40
MOST_NODES = 100_000
"""With everything counted that an alias repeats."""

Mark = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file: text (None where nothing is written), a mapping or a list; `key` is where its name stands."""

    value: "str | None | dict[str, Node] | list[Node]"
    line: int = 1
    column: int = 1
    path: tuple[str, ...] = ()
    key: Mark | None = None
    style: str = ""
    weight: int = 1

    @property
    def entries(self) -> "dict[str, Node]":
        """The parts of a mapping; none for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "list[Node]":
        """The parts of a list; a single text counts as a list of itself."""
        if isinstance(self.value, list):
            return self.value
        return [self] if isinstance(self.value, str) else []

    @property
    def text(self) -> str:
        """The text of a scalar; empty for anything else."""
        return self.value if isinstance(self.value, str) else ""

    def mark(self, offset: int = 0) -> Mark:
        """Return the place of a character of the text; that of the node when it was folded over several lines."""
        if offset and self.style not in {">", "|"}:
            return self.line, self.column + offset + (1 if self.style else 0)
        return self.line, self.column

    def at(self, *steps: str) -> "Node":
        """Return the node that these steps lead to, or the last one on the way that there is."""
        node = self
        for step in steps:
            found = node.step(step)
            if found is None:
                return node
            node = found
        return node

    def step(self, step: str) -> "Node | None":
        """Return one part, by key or by place in a list."""
        if isinstance(self.value, list):
            return self.value[int(step)] if step.isdigit() and int(step) < len(self.value) else None
        return self.entries.get(step)

    def plain(self) -> Any:  # noqa: ANN401 -- any tree of dict, list, text and None
        """Return the tree without its places; every scalar stays the text that was written."""
        if isinstance(self.value, dict):
            return {name: node.plain() for name, node in self.value.items()}
        return [node.plain() for node in self.value] if isinstance(self.value, list) else self.value

    def without(self, steps: tuple[str, ...]) -> "Node":
        """Return the tree without one part of it."""
        first, *rest = steps
        if isinstance(self.value, list):
            kept = [n.without(tuple(rest)) if rest and str(i) == first else n for i, n in enumerate(self.value)]
            return self.with_([n for i, n in enumerate(kept) if rest or str(i) != first])
        kept_map = {k: n.without(tuple(rest)) if rest and k == first else n for k, n in self.entries.items()}
        return self.with_({k: n for k, n in kept_map.items() if rest or k != first})

    def changed(self, steps: tuple[str, ...], part: "Node") -> "Node":
        """Return the tree with another node in the place of a part that is there."""
        if not steps:
            return part
        inner = self.at(steps[0]).changed(steps[1:], part)
        if isinstance(self.value, list):
            return self.with_([inner if str(i) == steps[0] else n for i, n in enumerate(self.value)])
        return self.with_({k: inner if k == steps[0] else n for k, n in self.entries.items()})

    def as_list(self) -> "Node":
        """Return a list with this node as its only item."""
        return Node([self], self.line, self.column, path=self.path, key=self.key)

    def with_(self, value: "str | None | dict[str, Node] | list[Node]") -> "Node":
        """Return another value at the same place."""
        return Node(value, self.line, self.column, path=self.path, key=self.key, style=self.style, weight=self.weight)


class Unreadable(Exception):  # noqa: N818 -- it says what the text is
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
        top = self.stack[-1] if self.stack else None
        if top is not None and top.entries is not None and top.name is None:
            top.name = (event.value, _mark(event))
            if event.value in top.entries:
                first = top.entries[event.value].key or (1, 1)
                self.twice.append((event.value, _mark(event), first, top.path))
            return
        style = event.style or ""
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


_WHOLE = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?")


def native(node: Node) -> Any:  # noqa: ANN401 -- what a JSON schema looks at
    """Return the tree as YAML 1.2 types it: numbers and true/false are themselves, all else is text."""
    if isinstance(node.value, dict):
        return {name: native(part) for name, part in node.value.items()}
    if isinstance(node.value, list):
        return [native(part) for part in node.value]
    if node.style or node.value is None:
        return node.value
    if node.value in {"true", "false"}:
        return node.value == "true"
    if len(node.value) < 20 and _WHOLE.fullmatch(node.value):
        return int(node.value)
    return float(node.value) if len(node.value) < 40 and _DECIMAL.fullmatch(node.value) else node.value

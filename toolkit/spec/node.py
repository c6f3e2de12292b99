"""The tree of a spec: every value with the line and column at which it was written."""

import re
from dataclasses import dataclass
from typing import Any

Mark = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the file, and the way there by names."""

    mark: Mark
    path: tuple[str, ...] = ()
    exact: bool = True

    def after(self, offset: int) -> "Spot":
        """Return the place so many characters on; the same one where the text was folded over several lines."""
        return Spot((self.mark[0], self.mark[1] + offset), self.path) if self.exact else self


@dataclass(frozen=True, slots=True)
class Node:
    """One value of the file: a mapping, a list, text, or None for nothing; `key` is where its name stands."""

    value: "str | dict[str, Node] | list[Node] | None"
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

    @property
    def here(self) -> Spot:
        """Where the text begins, behind its quote; for a folded text the line that says so."""
        quote = 1 if self.style in {"'", '"'} else 0
        return Spot((self.line, self.column + quote), self.path, exact=self.style not in {">", "|"})

    @property
    def name(self) -> Spot:
        """Where the name of the value stands, or else the value itself."""
        return Spot(self.key or (self.line, self.column), self.path)

    def after(self, offset: int) -> Spot:
        """Return where a character of the text stands."""
        return self.here.after(offset)

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

    def plain(self) -> Any:
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

    def with_(self, value: "str | dict[str, Node] | list[Node] | None") -> "Node":
        """Return another value at the same place."""
        return Node(value, self.line, self.column, path=self.path, key=self.key, style=self.style, weight=self.weight)


_WHOLE = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]+)?")


def native(node: Node) -> Any:
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

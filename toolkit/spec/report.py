"""Where the findings of one reading gather, each with its line, its column and a fix."""

import difflib
from collections.abc import Iterable

from toolkit.domain.finding import Severity, SpecFinding
from toolkit.spec.node import Node, Spot


def closest(name: str, known: Iterable[str]) -> str:
    """Return the known name that was probably meant, or an empty text."""
    folded = {k.casefold(): k for k in known}
    found = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.6 if len(name) < 5 else 0.7)
    return folded[found[0]] if found else ""


def listed(names: Iterable[str], most: int = 12) -> str:
    """Return names as people list them: 'a, b, c and 3 more'."""
    every = list(names)
    return ", ".join(every[:most]) + (f" and {len(every) - most} more" if len(every) > most else "")


def suggestion(name: str, known: Iterable[str], *, add: str = "") -> str:
    """Return the fix for a name that nobody knows: the one that was probably meant, else those there are."""
    every = list(known)
    if meant := closest(name, every):
        return f"did you mean '{meant}'?"
    use = f"use one of: {listed(every, 20)}" if every else ""
    return ", or ".join(part for part in (add, use) if part)


class Report:
    """The findings of one reading, in the order of the file; the same thing is said once.

    `dropped` are names of parts that could not be read: what refers to them is not reported again.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.dropped: set[str] = set()
        self.defaulted: list[str] = []
        self._found: dict[tuple[int, int, str, str], SpecFinding] = {}

    def add(self, code: str, at: Node | Spot, message: str, *, fix: str, severity: Severity = "error") -> None:
        """Report something about a place in the file."""
        spot = at.here if isinstance(at, Node) else at
        where = f"{self.file}:{spot.mark[0]}:{spot.mark[1]}"
        found = SpecFinding(code, severity, where, ".".join(spot.path), message, fix)
        self._found.setdefault((*spot.mark, code, message), found)

    def unknown(self, what: str, name: str, at: Node | Spot, known: Iterable[str]) -> None:
        """Report a name that leads nowhere, unless what it names was dropped for another mistake."""
        if name in self.dropped:
            return
        fix = suggestion(name, known, add=f"add {_a(what)} '{name}'")
        self.add(f"unknown-{what.replace(' ', '-')}", at, f"there is no {what} '{name}'", fix=fix)

    def assume(self, what: str) -> None:
        """Note what the spec leaves open and what was taken instead."""
        if what not in self.defaulted:
            self.defaulted.append(what)

    @property
    def failed(self) -> bool:
        """Whether there is an error among the findings."""
        return any(f.severity == "error" for f in self._found.values())

    @property
    def findings(self) -> tuple[SpecFinding, ...]:
        """The findings in the order of the file."""
        return tuple(self._found[key] for key in sorted(self._found))


def _a(word: str) -> str:
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"

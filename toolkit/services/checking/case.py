"""The case that is checked: a spec that can be read, its data, its machines, and where everything in it stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain.dataset import Dataset
from toolkit.domain.finding import Severity, SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.solution import App, Solution
from toolkit.loader import Plugins
from toolkit.services.code.loading import Code

LINES = 12
"""So many lines of a part are searched for a word that a finding is about."""
_FULL_NAME = re.compile(r"((?:^|\.)entities\.[^.(]+?) *\([^.)]*\)")


@dataclass(frozen=True, slots=True)
class At:
    """What a finding is about: the way to a part of the spec, the option that may say it anew, and a word in it.

    `place` is the file, line and column of what stands outside of the spec.
    """

    steps: tuple[str, ...]
    option: str = ""
    word: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a spec and the places of its parts: 'tasks.raise' -> 'spec.yaml:76:3'."""

    file: str
    lines: tuple[str, ...]
    places: Mapping[str, str]

    @classmethod
    def of(cls, text: str, file: str, places: Mapping[str, str]) -> "Text":
        """Return the text with its places; an entity called 'Person (People)' is found as Person, too."""
        return cls(
            file, tuple(text.splitlines()), {_FULL_NAME.sub(r"\1", path): where for path, where in places.items()}
        )

    def where(self, at: At) -> str:
        """Return where a part stands, as an option says it or else as the spec does; else a part around it."""
        for length in range(0 if at.place else len(at.steps), 0, -1):
            path = ".".join(at.steps[:length])
            for known in (f"options.{at.option}.{path}", path):
                if known in self.places:
                    return self._word(self.places[known], at.word)
        return at.place or f"{self.file}:1:1"

    def _word(self, where: str, word: str) -> str:
        """Return where a word stands in or after a place; the place itself if it is not there."""
        line, column = (int(part) for part in where.rsplit(":", 2)[1:])
        for number, text in enumerate(self.lines[line - 1 : line - 1 + LINES] if word else (), line):
            pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
            if found := pattern.search(text, column - 1 if number == line else 0):
                return f"{self.file}:{number}:{found.start() + 1}"
        return where


@dataclass(frozen=True, slots=True)
class Case:
    """A spec under check: what it says, where, and its prototypes, one machine for each option."""

    text: Text
    solution: Solution
    plugins: Plugins
    dataset: Dataset
    machines: Mapping[str, Machine]
    code: Code

    @classmethod
    def of(cls, text: Text, code: Code, plugins: Plugins, dataset: Dataset) -> "Case":
        """Return the case with a machine for each option."""
        solution = code.solution
        machines = {
            name: Machine(solution, name, dataset, code.parts(name, plugins.parts)) for name in solution.options
        }
        return cls(text, solution, plugins, dataset, machines, code)

    @property
    def apps(self) -> Iterator[tuple[str, App]]:
        """The app of each option, by the option's name."""
        for option, machine in self.machines.items():
            yield option, machine.app

    def error(self, code: str, at: At, message: str, fix: str) -> SpecFinding:
        """Return an error about a part of the spec."""
        return self._finding(code, "error", at, (message, fix))

    def warning(self, code: str, at: At, message: str, fix: str) -> SpecFinding:
        """Return a warning about a part of the spec."""
        return self._finding(code, "warning", at, (message, fix))

    def note(self, code: str, at: At, message: str, fix: str) -> SpecFinding:
        """Return a note about a part of the spec."""
        return self._finding(code, "note", at, (message, fix))

    def _finding(self, code: str, severity: Severity, at: At, said: tuple[str, str]) -> SpecFinding:
        return SpecFinding(code, severity, self.text.where(at), ".".join(at.steps), *said)

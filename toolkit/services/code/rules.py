"""The rules of a prototype's rules.py, held against its spec: names are those it has, results such as it can take."""

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toolkit.domain.kinds import FieldType
from toolkit.domain.rules import Call, CodeError, Doing, Rules, Validator, Worked, Working
from toolkit.domain.solution import App, Field, Move, Solution
from toolkit.domain.values import Value
from toolkit.ports.rules import MARKS, Mark
from toolkit.services.code.running import Troubles, failed, guarded, line_of, run

RULES = "rules.py"
Types = Mapping[str, FieldType]
_ASKED: Mapping[str, frozenset[str]] = {
    "validates": frozenset({"value", "row", "records", "now", "me"}),
    "works_out": frozenset({"row", "now"}),
    "does": frozenset({"row", "records", "now", "me"}),
}
"""What a function of each kind may ask for by name."""


def rules_of(path: Path, solution: Solution, types: Types, troubles: Troubles) -> Rules:
    """Return the rules of a file; none where there is no file. Raises CodeError for what does not fit the spec."""
    if not path.is_file():
        return Rules()
    names = run(path)
    functions = {id(f): f for f in names.values() if callable(f) and isinstance(getattr(f, MARKS, None), tuple)}
    apps = (solution.base, *solution.apps.values())
    try:
        rules = [_Rule(path, f, mark, apps, types, troubles) for f in functions.values() for mark in getattr(f, MARKS)]
    except (TypeError, ValueError, AttributeError) as error:  # a mark that holds something else than names
        raise failed(path, error) from error
    for rule in rules:
        rule.check_alone([other for other in rules if other is not rule])
    return Rules(
        tuple(Validator(r.mark.entity, r.mark.name, r.says()) for r in rules if r.mark.what == "validates"),
        tuple(Working(r.mark.entity, r.mark.name, r.value()) for r in rules if r.mark.what == "works_out"),
        tuple(Doing(r.mark.entity, r.move(), r.changes(), r.when()) for r in rules if r.mark.what == "does"),
    )


@dataclass(frozen=True, slots=True)
class _Rule:
    """One function and what it is marked as."""

    path: Path
    function: Callable[..., Any]
    mark: Mark
    apps: tuple[App, ...]
    types: Types
    troubles: Troubles

    def __post_init__(self) -> None:
        """Look the names up. Raises CodeError."""
        known = {name for app in self.apps for name in app.entities}
        self._known("entity", self.mark.entity, known)
        if self.mark.what != "does" and self.mark.name:
            self._known("field", self.mark.name, self._fields)
        for role in self.mark.roles:
            self._known("role", role, {name for app in self.apps for name in app.roles})
        for field in self.mark.asks:
            self._known("field", field, self._fields)

    def check_alone(self, others: "Sequence[_Rule]") -> None:
        """Raise CodeError for a second rule that works out one field, or a button named like a move of the entity."""
        named = (self.mark.what, self.mark.entity, self.mark.name)
        twice = any((o.mark.what, o.mark.entity, o.mark.name) == named for o in others)
        statuses = [e.status for app in self.apps if (e := app.entities.get(self.mark.entity)) and e.status]
        moves = {move.name for status in statuses for move in status.moves}
        if self.mark.what != "validates" and (twice or (self.mark.what == "does" and self.mark.name in moves)):
            raise self._error(f"there are two '{self.mark.name}' of {self.mark.entity}", "name it otherwise")

    @property
    def _fields(self) -> dict[str, Field]:
        entities = (app.entities.get(self.mark.entity) for app in self.apps)
        return {name: field for entity in entities if entity for name, field in entity.fields.items()}

    def _known(self, what: str, name: str, names: Collection[str]) -> None:
        if name not in names:
            close = get_close_matches(name, names, n=1)
            fix = f"did you mean '{close[0]}'?" if close else f"name one of: {', '.join(sorted(names))}"
            raise self._error(f"there is no {what} '{name}' in the spec", fix)

    def _error(self, what: str, fix: str) -> CodeError:
        return CodeError(f"{self.path.name}: {what}", where=line_of(self.path, self.function), fix=fix)

    def says(self) -> Call:
        """Return the function as a validator: it gives a sentence, or nothing."""

        def says(given: Mapping[str, Any]) -> str:
            said = self.function(**_picked(asked, given))
            if said is not None and not isinstance(said, str):
                name = self.function.__name__
                raise self._error(f"'{name}' returns a {type(said).__name__}", "return a sentence, or None")
            return said or ""

        asked = self._asked(self.function)
        return guarded(self.path, says, self.troubles)

    def value(self) -> Call:
        """Return the function as one that works a field out."""
        field = self._fields[self.mark.name]
        if not isinstance(field.computed, Worked):
            kind = field.type if not field.refers else field.refers
            raise self._error(
                f"the spec does not say that '{field.name}' of {self.mark.entity} is worked out in Python",
                f"write it there: {field.name}: {kind}, from {RULES}",
            )
        asked = self._asked(self.function)

        def value(given: Mapping[str, Any]) -> Value:
            found: Value = self.function(**_picked(asked, given))
            self._check(field, found)
            return found

        return guarded(self.path, value, self.troubles)

    def move(self) -> Move:
        """Return the button."""
        if not self.mark.roles:
            raise self._error(f"nobody may press '{self.mark.name}'", "name a role: roles=['Agent']")
        return Move(self.mark.name, (), "", self.mark.roles, self.mark.own, self.mark.asks)

    def changes(self) -> Call:
        """Return the function as what the button does."""
        asked = self._asked(self.function)
        stored = {name: field for name, field in self._fields.items() if not field.computed}

        def changes(given: Mapping[str, Any]) -> Mapping[str, Value] | str:
            found = self.function(**_picked(asked, given))
            if found is None or isinstance(found, str):
                return found or {}
            if not isinstance(found, Mapping):
                what = f"'{self.function.__name__}' returns a {type(found).__name__}"
                raise self._error(what, "return the fields that change: {'priority': 'High'}")
            for name, one in found.items():
                self._known("field to change", str(name), stored)
                self._check(stored[name], one)
            return dict(found)

        return guarded(self.path, changes, self.troubles)

    def when(self) -> Call | None:
        """Return the condition of the button."""
        when = self.mark.when
        if when is None:
            return None
        asked = self._asked(when)
        return guarded(self.path, lambda given: bool(when(**_picked(asked, given))), self.troubles)

    def _asked(self, function: Callable[..., Any]) -> tuple[str, ...]:
        """Return what a function asks for. Raises CodeError for what is not there."""
        asked = tuple(inspect.signature(function).parameters)
        known = _ASKED[self.mark.what]
        for name in asked:
            if name not in known:
                names = ", ".join(sorted(known))
                raise self._error(f"'{function.__name__}' asks for '{name}', which is not there", f"ask for: {names}")
        return asked

    def _check(self, field: Field, value: Value) -> None:
        if not _fits(field, value, self.types):
            kind = field.refers or field.type
            said = f"'{self.function.__name__}' gives {value!r} for '{field.name}', which is {kind}"
            choice = f"one of: {', '.join(field.options)}" if field.options else f"a value of {kind}"
            raise self._error(said, f"return {choice}, or None")


def _picked(asked: tuple[str, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: given[name] for name in asked}


def _fits(field: Field, value: Value, types: Types) -> bool:
    """Return whether a field can hold a value."""
    kind = types["reference" if field.refers else field.type]
    if value is None:
        return True
    if isinstance(value, tuple) or kind.span == "rows" or field.type == "any of":
        several = kind.span == "rows" or field.type == "any of"
        return several and isinstance(value, tuple) and all(isinstance(v, str) for v in value)
    if kind.input == "yesno" or isinstance(value, bool):
        return kind.input == "yesno" and isinstance(value, bool)
    if kind.span == "number":
        return isinstance(value, int | float)
    classes = next((cls for name, cls in _CLASSES.items() if name in {kind.name, kind.input}), str)
    fits = type(value) is classes
    return fits and (not field.options or value in field.options)


_CLASSES: Mapping[str, type] = {"datetime": datetime, "date": date, "time": time, "duration": timedelta}


def undone(app: App) -> Iterator[tuple[str, str]]:
    """Yield the fields of an app, as entity and name, that are to come from rules.py and do not."""
    for entity in app.entities.values():
        for field in entity.fields.values():
            if isinstance(field.computed, Worked) and field.computed.call is None:
                yield entity.name, field.name

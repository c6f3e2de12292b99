"""Rules in Python: what a prototype's own code says of rows beside its spec, as plain values with functions in them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from toolkit.domain.expression import Expression, ExpressionError
from toolkit.domain.language import message
from toolkit.domain.reckoning import named
from toolkit.domain.records import Records
from toolkit.domain.solution import NOW, App, Entity, Move, Solution
from toolkit.domain.values import Row, Value
from toolkit.errors import ToolkitError

Call = Callable[[Mapping[str, Any]], Any]
"""One function of the prototype's own code: it takes what it asks for by name, and raises CodeError if it fails."""
UNSURE = message("This cannot be checked at the moment.")
"""What is said where a validator fails: nobody gets past a rule by breaking it."""


class CodeError(ToolkitError):
    """The prototype's own Python fails, or gives what it may not; `where` is its file and line."""


@dataclass(frozen=True, slots=True)
class Validator:
    """A rule on what is typed: it says what is wrong in a sentence. Without a `field` it is about the whole row."""

    entity: str
    field: str
    says: Call


@dataclass(frozen=True, slots=True)
class Working:
    """How a field is worked out that the spec declares as `from rules.py`."""

    entity: str
    field: str
    value: Call


@dataclass(frozen=True, slots=True)
class Doing:
    """A button of a row: `changes` returns the fields it changes, or a sentence why not; `when` says if it is there."""

    entity: str
    move: Move
    changes: Call
    when: Call | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a rule may look at besides its row: all rows as they are in the session, the clock, and the person."""

    records: Records
    now: datetime
    me: str

    def given(self, row: Row, **more: Value) -> Mapping[str, Any]:
        """Return everything a function can ask for by name."""
        return {"row": row, "records": self.records, "now": self.now, "me": self.me, **more}


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules of a prototype. Without any, nothing is different."""

    validators: tuple[Validator, ...] = ()
    workings: tuple[Working, ...] = ()
    doings: tuple[Doing, ...] = ()

    def wrong(self, entity: Entity, row: Row, names: tuple[str, ...], about: Circumstances) -> dict[str, str]:
        """Return what validators of single fields say of those that were typed; what is empty breaks no rule."""
        errors: dict[str, str] = {}
        for rule in self.validators:
            if rule.entity == entity.name and rule.field in names and row.get(rule.field) not in (None, "", ()):
                said = _said(rule, about.given(row, value=row[rule.field]))
                if said:
                    errors.setdefault(rule.field, said)
        return errors

    def wrong_row(self, entity: Entity, row: Row, about: Circumstances) -> str:
        """Return what the first validator of whole rows says that finds something wrong."""
        rules = (rule for rule in self.validators if rule.entity == entity.name and not rule.field)
        return next((said for rule in rules if (said := _said(rule, about.given(row)))), "")

    def doing(self, entity: str, move: str) -> Doing | None:
        """Return what a button does, if it is one of these rules."""
        return next((d for d in self.doings if (d.entity, d.move.name) == (entity, move)), None)

    def moves(self, entity: str, row: Row, about: Circumstances) -> Iterator[Move]:
        """Yield the buttons that are there for a row, whoever looks at it; one whose condition fails is not."""
        for doing in self.doings:
            if doing.entity == entity and (doing.when is None or _holds(doing.when, about.given(row))):
                yield doing.move


NONE = Rules()
"""What most prototypes have."""


def _said(rule: Validator, given: Mapping[str, Any]) -> str:
    """Return a validator's sentence, an empty text where it is content; one that fails lets nothing pass."""
    try:
        said = rule.says(given)
    except CodeError:
        return UNSURE
    return str(said) if said else ""


def _holds(when: Call, given: Mapping[str, Any]) -> bool:
    try:
        return bool(when(given))
    except CodeError:
        return False


@dataclass(frozen=True, slots=True)
class Worked(Expression):
    """A computed field whose value a function of the row gives; it stands where an expression would."""

    call: Call | None = None
    keys: tuple[tuple[str, str], ...] = ()
    needs: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """What a function may look at: the stored fields, and the computed ones that do not need it themselves."""
        return self.needs

    def value(self, names: Mapping[str, Value]) -> Value:
        """Return what the function gives. Raises ExpressionError."""
        row = {field: names.get(name) for field, name in self.keys}
        try:
            return self.call({"row": row, "now": names[NOW]}) if self.call else None
        except CodeError as error:
            raise ExpressionError(error.what, where=error.where, fix=error.fix) from error


def ruled(solution: Solution, rules: Rules) -> Solution:
    """Return the solution with the fields worked out that these rules work out."""
    if not rules.workings:
        return solution
    apps = {name: _ruled(app, rules) for name, app in solution.apps.items()}
    return replace(solution, base=_ruled(solution.base, rules), apps=apps)


def _ruled(app: App, rules: Rules) -> App:
    entities = dict(app.entities)
    for rule in rules.workings:
        entity = entities.get(rule.entity)
        if entity and rule.field in entity.fields:
            entities[entity.name] = _with(entity, rule)
    return replace(app, entities=entities)


def _with(entity: Entity, rule: Working) -> Entity:
    """Return an entity one of whose fields a rule works out, from the stored fields and the expressions over them."""
    field = entity.fields[rule.field]
    keys = tuple((f.name, named(f)) for f in entity.fields.values() if f.name != rule.field)
    late = {named(f) for f in entity.fields.values() if isinstance(f.computed, Worked)} | {named(field)}
    waiting = {named(f): f.computed.names for f in entity.fields.values() if f.computed and named(f) not in late}
    while more := {name for name, needs in waiting.items() if needs & late and name not in late}:
        late |= more
    worked = replace(
        field, computed=Worked("null", rule.value, keys, frozenset(name for _, name in keys if name not in late))
    )
    return replace(entity, fields={**entity.fields, field.name: worked})

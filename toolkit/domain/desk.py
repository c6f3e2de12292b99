"""The desk: what one person has before them, whatever they look at: rows, choices, values in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from toolkit.domain.expression import Expression
from toolkit.domain.kinds import FieldType
from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.records import Records
from toolkit.domain.rules import NONE, Circumstances, Rules
from toolkit.domain.solution import ME, NOW, App, Entity, Field
from toolkit.domain.values import Row, Value
from toolkit.domain.view import Choice

MOST_CHOICES = 500
"""A reference offers at most so many rows to choose from."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What one person has before them: the app, its field types, the rows as they are now, the clock, who they are.

    `people` is the entity whose rows are the people in the roles, `foreign` the tag of the language that the rows'
    texts are in where it is surely another than the one that is spoken.
    """

    app: App
    types: Mapping[str, FieldType]
    records: Records
    now: datetime
    me: str
    visible: Callable[[str, Row], bool]
    language: Language = ENGLISH
    rules: Rules = NONE
    people: str = ""
    foreign: str = ""

    @property
    def circumstances(self) -> Circumstances:
        """What rules in Python may look at besides their row."""
        return Circumstances(self.records, self.now, self.me)

    def asked(self, entity: Entity, name: str) -> Field:
        """Return the field that a form asks for; 'Comment.body' is one of a row that is made along, called by that."""
        other, _, part = name.partition(".")
        if not part:
            return entity.fields[name]
        return replace(self.app.entities[other].fields[part], name=name, label=self.language.own(other))

    def type_of(self, field: Field) -> FieldType:
        """Return the field's type; a reference's type is 'reference'."""
        return self.types["reference" if field.refers else field.type]

    def tongue(self, entity: Entity, field: Field, row: Row) -> str:
        """Return the tag of the language of a text if it is not what is spoken; what was typed here is in any."""
        if not self.foreign or field.type not in {"text", "long text"} or field.computed:
            return ""
        stored = self.records.dataset.rows(entity.name).get(str(row.get("id")), {})
        return self.foreign if stored.get(field.name) == row.get(field.name) else ""

    def default(self, field: Field) -> Value:
        """Return what a new row holds where nothing was typed: 'me' is the person, 'now' the clock."""
        if field.default == ME and field.refers:
            return self.me
        if field.default == NOW and self.type_of(field).span == "days":
            return self.clock(field)
        if field.default is None and field.moves:
            return field.options[0]
        return field.default

    def clock(self, field: Field) -> Value:
        """Return the clock as a field keeps it: a date has no time of day."""
        return self.now.date() if self.type_of(field).input == "date" else self.now

    def holds(self, condition: Expression, entity: str, row: Row) -> bool:
        """Return whether a condition is true of a row for this person."""
        return self.records.holds(condition, entity, row, me=self.me)

    def choices(self, field: Field, held: Value = None) -> tuple[Choice, ...]:
        """Return what an input for this field offers: its options, or the rows it may refer to; what it holds stays."""
        if not field.refers and not field.several:
            return tuple(Choice(option, self.language.own(option)) for option in field.options)
        entity = self.app.entities[field.refers or field.several]
        rows = [
            row
            for row in self.records.all(entity.name)
            if self.visible(entity.name, row) and (row["id"] == held or self.allowed(field, row))
        ]
        rows = self.records.sorted(entity, rows, _natural_order(entity))[:MOST_CHOICES]
        return tuple(
            Choice(str(r["id"]), self.records.title(entity.name, str(r["id"])), self.about(entity, r)) for r in rows
        )

    def allowed(self, field: Field, row: Row) -> bool:
        """Return whether a reference may point to this row: its `where` holds over the row's fields."""
        return field.where is None or self.holds(field.where, field.refers or field.several, row)

    def about(self, entity: Entity, row: Row) -> str:
        """Return a line that tells rows of one entity apart: their other short fields; none for people."""
        if entity.title.type == "person":
            return ""
        fields = [
            f
            for f in entity.fields.values()
            if f is not entity.title and not (f.refers or f.several) and self.type_of(f).input != "area"
        ]
        said = (self.shown(f, row.get(f.name), label=True) for f in fields[:4])
        return self.language.formats.listed(tuple(text for text in said if text))

    def called(self, entity: str, key: str) -> str:
        """Return what a row is called; empty for one that this role may not see, or that is gone."""
        row = self.records.get(entity, key)
        return self.records.title(entity, key) if row is not None and self.visible(entity, row) else ""

    def shown(self, field: Field, value: Value, *, label: bool = False) -> str:
        """Return a value as people read it; with `label`, numbers say what they count and a yes what it is."""
        if value in (None, "", ()):
            return ""
        if field.refers:
            return self.called(field.refers, str(value))
        if field.several:
            titles = tuple(self.called(field.several, key) for key in _each(value))
            return self.language.formats.listed(tuple(title for title in titles if title))
        kind = self.type_of(field)
        if label and kind.input == "yesno":
            return self.language.inside(field.label) if value is True else ""
        text = kind.show(value, field)
        return f"{text} {self.language.inside(field.label)}" if label and kind.span == "number" else text


def _each(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _natural_order(entity: Entity) -> tuple[str, ...]:
    """Return how choices are ordered: by the first date if there is one (what comes first), else by title."""
    dated = next(
        (f for f in entity.fields.values() if f.type in {"date", "datetime"} and not f.stamp and not f.computed), None
    )
    return (dated.name if dated else entity.title.name,)

"""Choosing columns: which fields of a list stand in its table, as the address says, and the ways to change that."""

from dataclasses import replace

from toolkit.domain.action import Place
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity, Field
from toolkit.domain.tables import ColumnChoice, Table

COLUMNS = "columns"
"""The setting of a place that names the columns: the fields' names in ids, joined by '.'."""


def chosen(scene: Scene, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return the fields that the address names, in the order of the list; those given if it names none there is."""
    asked = set(scene.place.get(COLUMNS).split("."))
    return tuple(f for f in _every(scene.entity, fields) if f.key in asked) or fields


def with_choice(scene: Scene, table: Table, fields: tuple[Field, ...]) -> Table:
    """Return a table with a way to show or hide each field; the one that names the rows stays, and so does the last.

    `fields` are the columns at first.
    """
    shown = chosen(scene, fields)
    stays = [f for f in shown if (f is scene.entity.title and f in fields) or len(shown) == 1]
    choose = tuple(_turned(scene, f, fields, shown) for f in _every(scene.entity, fields) if f not in stays)
    reset = scene.go(scene.say("Columns as at first"), _place(scene, ""), "column-reset") if shown != fields else None
    return replace(table, choose=choose, reset=reset)


def _turned(scene: Scene, field: Field, fields: tuple[Field, ...], shown: tuple[Field, ...]) -> ColumnChoice:
    """Return the way to the list with this field shown, or hidden if it is shown."""
    there = field in shown
    ahead = [f for f in _every(scene.entity, fields) if (f in shown) != (f is field)]
    names = "" if tuple(ahead) == fields else ".".join(f.key for f in ahead)
    label = scene.say("Hide {column}", column=field.label) if there else scene.say("Show {column}", column=field.label)
    control = scene.go(label, _place(scene, names), "choose", field.name)
    return ColumnChoice(field.label, replace(control, current=there))


def _place(scene: Scene, names: str) -> Place:
    return scene.here(**{COLUMNS: names, "picked": ""})


def _every(entity: Entity, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return all fields of an entity, the columns at first before the others."""
    return (*fields, *(f for f in entity.fields.values() if f not in fields))

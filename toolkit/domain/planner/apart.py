"""Filling in a form so that its row shares with no other what no two rows may: another time, or another choice."""

from collections.abc import Iterator, Mapping
from itertools import islice

from toolkit.domain.asking import settled
from toolkit.domain.limits import Hours
from toolkit.domain.ruling import meets
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row
from toolkit.domain.view import Input

MOST = 200
"""Other values that are tried for one field."""


def set_apart(
    scene: Scene, entity: Entity, values: Mapping[str, str], inputs: Mapping[str, Input], *, beside: Row
) -> dict[str, str]:
    """Return what to type instead into one of the inputs, where another row has the same."""
    changed: dict[str, str] = {}
    for field in entity.fields.values():
        names = (field.name, *field.apart.fields) if field.apart else ()
        row = _row(scene, entity, beside, {**values, **changed})
        if not names or not meets(scene.desk, entity, field, row):
            continue
        for name in (n for n in names if n in inputs):
            others = islice(_others(scene, entity.fields[name], inputs[name], row), MOST)
            rows = ((text, _row(scene, entity, beside, {**values, **changed, name: text})) for text in others)
            found = next((text for text, tried in rows if not meets(scene.desk, entity, field, tried)), None)
            if found is not None:
                changed[name] = found
                break
    return changed


def _row(scene: Scene, entity: Entity, beside: Row, values: Mapping[str, str]) -> Row:
    return scene.desk.records.complete(entity, {**beside, **settled(scene.desk, entity, values)})


def _others(scene: Scene, field: Field, asked: Input, row: Row) -> Iterator[str]:
    """Yield what else could be typed or chosen."""
    if asked.choices:
        yield from (choice.value for choice in asked.choices if choice.value not in ("", row.get(field.name)))
        return
    kind = scene.desk.type_of(field)
    for value in (field.hours or Hours()).after(row.get(field.name)):
        yield kind.typed(value, field)

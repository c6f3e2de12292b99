"""Rows that a step of a flow gathers: kept among the drafts, one by one, until the flow is confirmed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from toolkit.domain.action import Values
from toolkit.domain.asking import settled
from toolkit.domain.flow import FlowStep, link
from toolkit.domain.scene import Scene
from toolkit.domain.values import Row, Value

DONE = "done"
"""What is kept for such a step once it was said that these are all."""
DRAFT = "draft"
"""The id of the row of a flow before it is made."""
ITEM, NEW = "item", "new"
"""The setting of an address that names one of the rows, and what it says for one that is being added."""


def place_of(scene: Scene, step: FlowStep, item: str = "") -> str:
    """Return the name under which a step keeps its rows, or one of them."""
    return "/".join(part for part in (scene.screen.key, step.key, item) if part)


def gathered(scene: Scene, step: FlowStep) -> Mapping[str, Values]:
    """Return the rows that a step has gathered, by the number each was given, in order."""
    start = f"{place_of(scene, step)}/"
    found = {name.removeprefix(start): row for name, row in scene.state.drafts.items() if name.startswith(start)}
    return dict(sorted(found.items(), key=lambda pair: int(pair[0])))


def drafted(scene: Scene, steps: Iterable[FlowStep], row: Row | None = None) -> Scene:
    """Return the scene with the flow's row among the rows, as far as it is answered, and what was gathered for it.

    So a condition may speak of a total over rows that are only gathered, and a gathered row be held against the row
    that it will belong to; `row` are the answers that count, all that were given if it is left out.
    """
    gathering = [step for step in steps if step.each]
    if not gathering:
        return scene
    about, desk = scene.entity, scene.desk
    begun = {f.name: desk.default(f) for f in about.fields.values() if not f.computed}
    answered = settled(desk, about, scene.state.drafts.get(scene.screen.key, {})) if row is None else row
    changes = {name: dict(rows) for name, rows in desk.records.changes.items()}
    changes.setdefault(about.name, {})[DRAFT] = {**begun, **answered, "id": DRAFT}
    for step in gathering:
        each = scene.app.entities[step.each]
        for item, typed in gathered(scene, step).items():
            made = {**beside(scene, step, item), **settled(desk, each, typed)}
            changes.setdefault(each.name, {})[str(made["id"])] = made
    return replace(scene, desk=replace(desk, records=replace(desk.records, changes=changes)))


def beside(scene: Scene, step: FlowStep, item: str) -> dict[str, Value]:
    """Return what a gathered row holds besides what is asked for: to which row it belongs, and its beginnings."""
    each = scene.app.entities[step.each]
    begun = {f.name: scene.desk.default(f) for f in each.fields.values() if not f.computed}
    refers = link(each, scene.entity.name)
    return {**begun, "id": f"{DRAFT}-{step.key}-{item}", **({refers.name: DRAFT} if refers else {})}


def with_row(scene: Scene, step: FlowStep, item: str, row: Values | None) -> dict[str, Values]:
    """Return the drafts with a row added, changed or, as None, taken away; a new one gets the next number."""
    if item == NEW:
        item = str(max((int(number) for number in gathered(scene, step)), default=0) + 1)
    place = place_of(scene, step, item)
    others = {name: draft for name, draft in scene.state.drafts.items() if name != place}
    return others if row is None else {**others, place: row}


def without_flow(scene: Scene) -> dict[str, Values]:
    """Return the drafts without any of this flow."""
    key = scene.screen.key
    return {n: draft for n, draft in scene.state.drafts.items() if n != key and not n.startswith(f"{key}/")}

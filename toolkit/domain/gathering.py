"""Rows that a step of a flow gathers: kept among the drafts, one by one, until the flow is confirmed."""

from collections.abc import Mapping

from toolkit.domain.action import Values
from toolkit.domain.flow import FlowStep
from toolkit.domain.scene import Scene

DONE = "done"
"""What is kept for such a step once it was said that these are all."""
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

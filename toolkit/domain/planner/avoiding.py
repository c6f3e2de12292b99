"""Keeping away from dead ends: of the answers that one could give to a step of a flow, those that lead on."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice, product

from toolkit.domain.action import Answer
from toolkit.domain.expression import Expression
from toolkit.domain.flow import speaks_of
from toolkit.domain.passage import flow_of, passage
from toolkit.domain.planner.hints import Hints
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Field
from toolkit.domain.view import Form, Input

MOST = 500
"""So many ways to answer one step are thought through."""
MANY = 50
"""Of a long list of choices so many are."""


def on_the_way(scene: Scene, form: Form, values: dict[str, str], hints: Hints) -> dict[str, str]:
    """Return the answers, or others with which the flow does not stop; what the goal wants stays as it is.

    Only answers that a dead end depends on are changed. Where all of them stop, the first is as good as any.
    """
    action, flow = form.submit.action, flow_of(scene)
    if not isinstance(action, Answer) or flow is None or action.item or not _stops(scene, values):
        return values
    spoken = {name for s in flow.steps if s.stop and s.when for name in speaks_of(scene.entity, Expression(s.when))}
    wanted = hints.wanted if scene.entity.name == hints.entity else {}
    free = [i for i in form.inputs if i.name in spoken and i.name not in wanted]
    ways = product(*(tuple(_others(scene, i, values.get(i.name, ""))) for i in free))
    tried = ({**values, **dict(zip((i.name for i in free), way, strict=True))} for way in islice(ways, MOST))
    return next((way for way in tried if not _stops(scene, way)), values)


def _stops(scene: Scene, values: dict[str, str]) -> bool:
    """Return whether the flow comes to a dead end with these answers, as far as they were given by now."""
    draft = {**scene.state.drafts.get(scene.screen.key, {}), **values}
    return any(step.stop for step in passage(scene, draft).steps)


def _others(scene: Scene, asked: Input, value: str) -> Iterator[str]:
    """Yield what may be answered, the first idea first."""
    yield value
    field = scene.entity.fields[asked.name]
    if asked.kind == "yesno":
        yield from ("yes", "no")
    elif asked.choices:
        yield from (c.value for c in asked.choices[:MANY])
    else:
        yield from _bounds(scene, field)


def _bounds(scene: Scene, field: Field) -> Iterator[str]:
    """Yield the least and the most that may be typed, and what lies between; for dates, days from the clock."""
    kind = scene.desk.type_of(field)
    low, high = field.low, field.high
    if kind.span == "number":
        least = low if low is not None else 0
        most = high if high is not None else least + 1_000
        yield from (
            kind.typed(int(n), field) for n in (least, most, *(least + (most - least) * k / 8 for k in range(8)))
        )
    elif kind.span == "days":
        for days in sorted({int(low or 0), int(high or 0), 0, 1, 7, 30, 90, 365}):
            if (low is None or days >= low) and (high is None or days <= high):
                moment: date | datetime = scene.desk.now + timedelta(days=days)
                yield kind.typed(
                    moment.date() if isinstance(moment, datetime) and field.type == "date" else moment, field
                )

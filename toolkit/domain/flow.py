"""Flows: the steps of one, in the order they are asked, and what their conditions speak of."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.expression import Expression
from toolkit.domain.reckoning import named
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import slug

CHECK, LIST = "_check", "_list"
"""The pages of a flow that show all answers, and its sections; no name of a step reads so in an address."""


@dataclass(frozen=True, slots=True)
class FlowStep:
    """One step: the fields it asks for, or, with `stop`, the sentence at which the way ends; `when` is CEL.

    With `each` it gathers rows of that entity, from `low` to `high` of them, and asks for the fields of each. Steps of
    no `section` are asked before there is a list of sections.
    """

    name: str
    asks: tuple[str, ...] = ()
    when: str = ""
    stop: str = ""
    each: str = ""
    low: int = 0
    high: int = 0
    section: str = ""

    @property
    def key(self) -> str:
        """The step's name in ids and addresses."""
        return slug(self.name)


@dataclass(frozen=True, slots=True)
class Flow:
    """All steps of a flow, in the order they are asked, and its sections, if it has a list of them."""

    steps: tuple[FlowStep, ...]
    sections: tuple[str, ...] = ()

    def asked(self) -> Mapping[str, int]:
        """Return the fields that are asked for, with the place of the first step that asks for each."""
        found: dict[str, int] = {}
        for place, step in enumerate(self.steps):
            for name in step.asks if not step.each else ():
                found.setdefault(name, place)
        return found


def link(entity: Entity, to: str) -> Field | None:
    """Return the field by which rows of an entity refer to those of another."""
    return next((f for f in entity.fields.values() if f.refers == to and not f.computed), None)


def speaks_of(entity: Entity, condition: Expression) -> frozenset[str]:
    """Return the stored fields that a condition depends on, through computed ones too."""
    fields = {named(f): f for f in entity.fields.values()}
    found: set[str] = set()
    waiting = set(condition.names)
    while waiting:
        field = fields.get(waiting.pop().partition(".")[0])
        if field is None or field.name in found:
            continue
        found.add(field.name)
        waiting |= field.computed.names if field.computed else frozenset()
    return frozenset(name for name in found if not entity.fields[name].computed)

"""Showing a prototype to people who are no participants: each option with the rows that its screens' states need."""

from functools import lru_cache

from toolkit.data import make
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine
from toolkit.domain.showing import MANY_ROWS, Filled, Showing
from toolkit.domain.thinning import repeated
from toolkit.errors import ToolkitError
from toolkit.services.load import Prototype


def showing(prototype: Prototype, option: str, language: str = "") -> Showing:
    """Return an option as it is shown in a language; the same for everybody, so that rows are made once."""
    machine = prototype.machine(option, language)
    key = f"{machine.language.code}/{option}"
    if key not in prototype.showings:
        beside = (one.many for one in prototype.showings.values() if one.machine.dataset is machine.dataset)
        prototype.showings[key] = Showing(machine, next(beside, None) or very_many(machine))
    return prototype.showings[key]


def very_many(machine: Machine) -> Filled:
    """Return what makes very many rows of one entity when they are asked for, and keeps them."""

    @lru_cache(maxsize=8)
    def many(entity: str) -> Dataset:
        counts = machine.solution.data.rows or {}
        try:
            rows = {entity: max(MANY_ROWS, counts.get(entity, 0))}
            return make(machine.solution, machine.parts.types, rows=rows)
        except ToolkitError:  # a field with few possible values that must all differ: better alike than none
            return repeated(machine.dataset, MANY_ROWS)

    return many

"""Showing a prototype to people who are no participants: each option, as usual or in one of the spec's scenarios."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from toolkit.data import make
from toolkit.data.nasty import nasty as turned_nasty
from toolkit.domain.action import Place
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine
from toolkit.domain.scenario import Scenario
from toolkit.domain.showing import MANY_ROWS, Filled, Showing
from toolkit.domain.solution import App, Solution
from toolkit.domain.state import State
from toolkit.domain.thinning import repeated
from toolkit.errors import ToolkitError
from toolkit.services.load import Prototype

BETWEEN = "@"
"""What stands between an option and a scenario in addresses: 'late-first@monday-storm'."""
NASTY = "~nasty"
"""What an option's part of an address ends in where it is shown on the data that breaks screens."""


def showing(
    prototype: Prototype, option: str, scenario: str = "", language: str = "", *, nasty: bool = False
) -> Showing:
    """Return an option as it is shown in a language, or a scenario in it; made once, for everybody.

    What is done on `nasty` data is kept apart from what is done on the usual one. Raises ToolkitError where a
    scenario's rows cannot be made.
    """
    name = f"{option}{BETWEEN}{scenario}" if scenario else option
    name += NASTY if nasty else ""
    key = f"{language}/{name}"
    if key not in prototype.showings:
        machine, begun = prototype.machine(option, language), None
        if scenario:
            machine = in_scenario(prototype, machine, prototype.solution.scenarios[scenario])
        if nasty:
            machine = on_nasty_rows(prototype, machine, scenario)
        if scenario:
            begun = begin(machine, prototype.solution.scenarios[scenario])
        beside = (one.many for one in prototype.showings.values() if one.machine.dataset is machine.dataset)
        many = next(beside, None) or very_many(machine, nasty=nasty)
        prototype.showings[key] = Showing(machine, many, name, begun)
    return prototype.showings[key]


def on_nasty_rows(prototype: Prototype, machine: Machine, scenario: str) -> Machine:
    """Return a machine on the rows that break screens; those of a scenario that is shown so already are taken."""
    ends = f"{BETWEEN}{scenario}{NASTY}" if scenario else NASTY
    shown = (one for name, one in prototype.showings.items() if name.endswith(ends))
    beside = (one.machine.dataset for one in shown if scenario or BETWEEN not in one.name)
    rows = next(beside, None) or turned_nasty(machine.solution, machine.parts.types, machine.dataset)
    return Machine(machine.solution, machine.option, rows, machine.parts, language=machine.language)


def in_scenario(prototype: Prototype, machine: Machine, scenario: Scenario) -> Machine:
    """Return an option's machine as it is in a scenario, on the rows of a scenario that is shown already."""
    ends = f"{BETWEEN}{scenario.name}"
    beside = (one.machine.dataset for name, one in prototype.showings.items() if name.endswith(ends))
    return staged(machine, scenario, next(beside, None))


def staged(machine: Machine, scenario: Scenario, dataset: Dataset | None = None) -> Machine:
    """Return a machine with a scenario's clock and rows. Raises ToolkitError where the rows cannot be made."""
    solution = at_its_time(machine.solution, scenario)
    rows = dataset or make(solution, machine.parts.types, phrases=machine.parts.phrases)
    return Machine(solution, machine.option, rows, machine.parts, language=machine.language)


def at_its_time(solution: Solution, scenario: Scenario) -> Solution:
    """Return the solution with a scenario's clock, and with its rows besides those that are pinned anyway."""
    pinned = dict(solution.data.pinned or {})
    for entity, rows in scenario.pinned.items():
        pinned[entity] = (*pinned.get(entity, ()), *rows)
    counts = {**(solution.data.rows or {}), **scenario.rows}
    data = replace(solution.data, rows=counts, pinned=pinned, change=scenario.change)
    return replace(solution, now=scenario.now or solution.now, data=data)


def begin(machine: Machine, scenario: Scenario) -> State:
    """Return the state in which a scenario begins."""
    start = machine.start(scenario.role)
    if not scenario.start:
        place = start.place
    else:
        screen = machine.app.screens[scenario.start]
        place = Place(screen.key, row_called(machine, screen.entity, scenario.row) if scenario.row else "")
    place = place.with_(**scenario.settings)
    return replace(start, place=place, back=place if not scenario.row else start.back)


def row_called(machine: Machine, entity: str, title: str) -> str:
    """Return the id of the row that is called so: the pinned ones come first; empty if there is none."""
    rows = machine.dataset.rows(entity)
    name = machine.app.entities[entity].title.name
    return next((key for key, row in rows.items() if title in (key, row.get(name))), "")


def fits(app: App, scenario: Scenario) -> bool:
    """Return whether a scenario can be shown in an option: its role is there, and may open the screen it begins at."""
    screen = app.screens.get(scenario.start)
    return scenario.role in app.roles and (not scenario.start or bool(screen and scenario.role in screen.roles))


def scenarios_in(prototype: Prototype, option: str) -> Iterator[Scenario]:
    """Yield the scenarios that can be shown in an option."""
    for scenario in prototype.solution.scenarios.values():
        if scenario.option in ("", option) and fits(prototype.machines[option].app, scenario):
            yield scenario


def is_shown(prototype: Prototype, option: str, scenario: str) -> bool:
    """Return whether there is such an option, and such a scenario in it."""
    known = option in prototype.machines
    return known and (not scenario or scenario in {one.name for one in scenarios_in(prototype, option)})


def address_of(prototype: Prototype, option: str, scenario: str = "", *, nasty: bool = False) -> str:
    """Return the address at which an option begins, or a scenario in it, perhaps on nasty data."""
    key = prototype.solution.options[option].key
    told = f"{BETWEEN}{prototype.solution.scenarios[scenario].key}" if scenario else ""
    return f"/p/{prototype.name}/{key}{told}{NASTY if nasty else ''}/"


def addressed(prototype: Prototype, path: str) -> tuple[str, str] | None:
    """Return the option and the scenario that a part of an address names; None where there is no such thing."""
    key, _, told = path.removesuffix(NASTY).partition(BETWEEN)
    machine = prototype.options.get(key)
    if machine is None:
        return None
    fitting = {one.key: one.name for one in scenarios_in(prototype, machine.option)} if told else {"": ""}
    return (machine.option, fitting[told]) if told in fitting else None


def scenario_links(prototype: Prototype, *, nasty: bool = False) -> Iterator[tuple[str, str, str]]:
    """Yield the name, the sentence and the address of each scenario, in the first option that it fits."""
    options = prototype.solution.options
    for scenario in prototype.solution.scenarios.values():
        option = next((name for name in options if scenario in scenarios_in(prototype, name)), None)
        if option is not None:
            yield scenario.name, scenario.about, address_of(prototype, option, scenario.name, nasty=nasty)


def very_many(machine: Machine, *, nasty: bool = False) -> Filled:
    """Return what makes very many rows of one entity when they are asked for, and keeps them."""

    @lru_cache(maxsize=8)
    def many(entity: str) -> Dataset:
        counts = machine.solution.data.rows or {}
        try:
            rows = {entity: max(MANY_ROWS, counts.get(entity, 0))}
            made = make(machine.solution, machine.parts.types, rows=rows, phrases=machine.parts.phrases)
            return turned_nasty(machine.solution, machine.parts.types, made) if nasty else made
        except ToolkitError:  # a field with few possible values that must all differ: better alike than none
            return repeated(machine.dataset, MANY_ROWS)

    return many

"""Scenarios that cannot be shown: rows that cannot be made, a row that is not there, a screen that is closed."""

from collections.abc import Iterator

from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.scenario import Scenario
from toolkit.domain.solution import Screen
from toolkit.domain.values import slug
from toolkit.errors import ToolkitError
from toolkit.services.checking.case import At, Case
from toolkit.services.showing import begin, fits, row_called, staged
from toolkit.spec.report import suggestion

ANY = frozenset({"q", "page", "sort", "state", "do", "step", "item", "check", "figure", "column", "day", "month"})
"""Settings that screens have without a field of that name."""


def scenario_findings(case: Case) -> Iterator[SpecFinding]:
    """Begin every scenario in every option that it is for."""
    for scenario in case.solution.scenarios.values():
        shown = [
            machine
            for option, machine in case.machines.items()
            if scenario.option in ("", option) and fits(machine.app, scenario)
        ]
        if not shown:
            options = f"'{scenario.option}'" if scenario.option else "any option"
            said = (
                f"the scenario '{scenario.name}' cannot be shown in {options}: {scenario.role} has no such start there"
            )
            fix = "name another option, role or screen"
            yield case.error("scenario-nowhere", At(("scenarios", scenario.name)), said, fix)
            continue
        yield from _begun(case, scenario, shown)


def _begun(case: Case, scenario: Scenario, machines: list[Machine]) -> Iterator[SpecFinding]:
    """Yield what is wrong with the beginning of a scenario, in the first option where it is."""
    at = At(("scenarios", scenario.name))
    try:
        first = staged(machines[0], scenario)
    except ToolkitError as error:
        yield case.error("scenario-data", at, f"the scenario '{scenario.name}': {error.what}", error.fix)
        return
    for machine in (first, *(staged(one, scenario, first.dataset) for one in machines[1:])):
        found = list(_wrong(case, scenario, machine))
        yield from found
        if found:
            return


def _wrong(case: Case, scenario: Scenario, machine: Machine) -> Iterator[SpecFinding]:
    at = At(("scenarios", scenario.name))
    screen = machine.app.screens.get(scenario.start)
    if screen and scenario.row and not row_called(machine, screen.entity, scenario.row):
        rows = machine.dataset.rows(screen.entity).values()
        titles = [str(row.get(machine.app.entities[screen.entity].title.name) or "") for row in rows]
        said = f"no {screen.entity} is called '{scenario.row}' in the scenario '{scenario.name}'"
        fix = suggestion(scenario.row, titles[:20], add="pin a row with this title")
        yield case.error("unknown-row", At((*at.steps, "row")), said, fix)
        return
    state = begin(machine, scenario)
    yield from _settings(case, scenario, machine.app.screen_at(state.place.screen))
    try:
        machine.view(state)
        seen = machine.shows(state)
    except Exception as error:  # whatever the reason: to the customer a plugin's fault is ours
        told = f"the scenario '{scenario.name}' cannot be drawn ({machine.option}): {error}"
        yield case.error("screen-fails", at, told, "mend what it says, or the plugin of the screen's kind")
        return
    if not seen:
        said = f"{scenario.role} sees nothing where the scenario '{scenario.name}' begins ({machine.option})"
        yield case.error(
            "scenario-closed", at, said, f"begin with a row that {scenario.role} may see, or in another role"
        )


def _settings(case: Case, scenario: Scenario, screen: Screen | None) -> Iterator[SpecFinding]:
    """Yield settings that the screen does not listen to."""
    names = getattr(screen.settings, "filter", ()) if screen else ()
    known = [word for name in names for word in (slug(name), f"{slug(name)}_")]
    for name in scenario.settings:
        if name not in known and name not in ANY:
            at = At(("scenarios", scenario.name, "settings", name))
            said = f"the screen of the scenario '{scenario.name}' has no setting '{name}'"
            fix = suggestion(name, [*known, "q", "sort", "state"])
            yield case.warning("unknown-setting", at, said, fix)

"""Scenarios: who, where, when and what is there at the beginning of a show."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.scenario import Scenario
from toolkit.domain.solution import App, DataPlan
from toolkit.spec.changes import changes_of
from toolkit.spec.clock import moment
from toolkit.spec.entities import same_slug
from toolkit.spec.grammar import ScenarioPart
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.report import listed
from toolkit.spec.rows import check_amount, pinned_of


def scenarios_of(
    written: Mapping[str, ScenarioPart], node: Node, known: Known, *, apps: Mapping[str, App], data: DataPlan
) -> dict[str, Scenario]:
    """Return the scenarios; `apps` are what the options make, `data` is what is there anyway."""
    found = {name: _scenario(name, part, node.at(name), _There(known, apps, data)) for name, part in written.items()}
    check_amount((count for one in found.values() for count in one.rows.values()), node, known)
    same_slug("scenario", {name: node.at(name) for name in found}, known.report)
    return found


@dataclass(frozen=True, slots=True)
class _There:
    """What a scenario may speak of: what any part may, the app of each option, and what the data holds anyway."""

    known: Known
    apps: Mapping[str, App]
    data: DataPlan


def _scenario(name: str, part: ScenarioPart, node: Node, there: _There) -> Scenario:
    known, apps = there.known, there.apps
    role = part.role or known.roles[0]
    if part.role is None:
        known.report.assume(f"the scenario {name} is shown as {role}")
    elif role not in known.roles:
        known.report.unknown("role", role, node.at("as"), known.roles)
    if part.option and part.option not in apps:
        known.report.unknown("option", part.option, node.at("option"), apps)
    shown = {option: app for option, app in apps.items() if part.option in (None, option)}
    _start(part, role, node, known, shown or apps)
    pinned = pinned_of(part.pinned, node.at("pinned"), known, there=there.data.pinned or {})
    every = {e: (*pinned.get(e, ()), *(there.data.pinned or {}).get(e, ())) for e in known.entities}
    for entity in part.rows:
        if entity not in known.entities:
            known.report.unknown("entity", entity, node.at("rows", entity).name, known.entities)
    return Scenario(
        name,
        role,
        about=part.about or "",
        option=part.option or "",
        start=part.start or "",
        row=part.row or "",
        settings=dict(part.settings),
        now=moment(part.now, node.at("now"), known.report) if part.now else None,
        rows=dict(part.rows),
        pinned=pinned,
        change=changes_of(part.change, node.at("change"), known, every),
    )


def _start(part: ScenarioPart, role: str, node: Node, known: Known, apps: Mapping[str, App]) -> None:
    """Report a start that is no screen, that the role may not open, or that lacks the row it is about."""
    if part.start is None:
        if part.row:
            fix = "say the screen too: start: SCREEN"
            known.report.add("row-misfits", node.at("row"), "a row is named, but no screen that is about it", fix=fix)
        return
    screens = [app.screens[part.start] for app in apps.values() if part.start in app.screens]
    if not screens:
        known.report.unknown("screen", part.start, node.at("start"), {s: 0 for a in apps.values() for s in a.screens})
        return
    if role in known.roles and not any(role in screen.roles for screen in screens):
        may = [s.name for app in apps.values() for s in app.screens.values() if role in s.roles]
        said = f"{role} may not open '{part.start}', where the scenario starts"
        fix = f"start at one of: {listed(dict.fromkeys(may))}, or let the screen be for {role}"
        known.report.add("start-forbidden", node.at("start"), said, fix=fix)
    about = any(known.parts.kinds[screen.kind].needs_row for screen in screens)
    if about and not part.row:
        fix = "add: row: TITLE OF A PINNED ROW"
        known.report.add(
            "row-missing", node.at("start"), f"'{part.start}' is about one row, and none is named", fix=fix
        )
    elif part.row and not about:
        said = f"'{part.start}' is about no single row, so '{part.row}' cannot be shown on it"
        fix = "take the row away, or start at the screen that is about it"
        known.report.add("row-misfits", node.at("row"), said, fix=fix)

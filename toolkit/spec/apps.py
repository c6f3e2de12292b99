"""One app: the roles, entities and screens of a spec after an option was laid over it."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.parts import Parts
from toolkit.domain.solution import App, Role, Screen
from toolkit.spec.entities import entities_of, same_slug
from toolkit.spec.grammar import AppPart, RolePart
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.options import LAYERS, merged
from toolkit.spec.report import Report, listed
from toolkit.spec.rights import rightful, role_of
from toolkit.spec.screens import assumed, screens_of
from toolkit.spec.shapes import fit

EVERYONE = "Everyone"
"""The role of a spec that names none."""


def app_of(root: Node, base: Node, parts: Parts, report: Report) -> App:
    """Return the app that is written here, an option's or the spec's own (`base`), and report what is wrong with it."""
    part, node = fit(root.with_({n: root.at(n) for n in LAYERS if n in root.entries}), AppPart, report)
    written: Mapping[str, RolePart | None] = part.roles if part else {}
    if not written:
        report.assume(f"one role, {EVERYONE}, who may see all")
        written = {EVERYONE: None}
    said = root.step("people")
    known = Known(parts, report, roles=tuple(written), said_people=said.text if said else "")
    known = replace(known, entities=entities_of(_section(node, "entities"), known))
    if not known.entities and not report.failed:
        fix = "add: entities: {Ticket: {title: text}}"
        report.add("no-entity", _section(node, "entities").name, "the spec has no entity", fix=fix)
    written_screens = _section(node, "screens")
    if not _section(base, "screens").entries:
        written_screens = merged(assumed(known.entities, parts, report), written_screens)
    places = _section(node, "roles")
    roles = {name: role_of(name, role or RolePart(), places.at(name), known) for name, role in written.items()}
    screens = rightful(screens_of(written_screens, known), roles, written_screens, known)
    same_slug("role", {name: places.at(name) for name in roles if name in places.entries}, report)
    return App({n: _started(r, screens, places.at(n), known) for n, r in roles.items()}, known.entities, screens)


def _section(node: Node, name: str) -> Node:
    """Return a section of the spec, empty where it is not said."""
    found = node.step(name)
    return found if found is not None and isinstance(found.value, dict) else Node({}, path=(name,))


def _started(role: Role, screens: Mapping[str, Screen], node: Node, known: Known) -> Role:
    """Return the role with the screen where it starts."""
    entries = [s.name for s in screens.values() if role.name in s.roles and known.parts.kinds[s.kind].entry]
    if role.start:
        _check_start(role, screens, node.at("start"), entries, report=known.report)
        return role
    if not entries and not known.report.failed:
        fix = f"add a screen, as in list: ENTITY, for: {role.name}"
        known.report.add("no-entry", node.name, f"{role.name} has no screen to start at", fix=fix)
    return replace(role, start=entries[0]) if entries else role


def _check_start(role: Role, screens: Mapping[str, Screen], node: Node, entries: list[str], *, report: Report) -> None:
    """Report a start that is no screen, or none where this role can start."""
    if role.start not in screens:
        report.unknown("screen", role.start, node, entries)
    elif role.name not in screens[role.start].roles:
        fix = f"add {role.name} to the screen's 'for', or start at one of: {listed(entries)}"
        report.add("start-forbidden", node, f"{role.name} may not open '{role.start}'", fix=fix)
    elif role.start not in entries:
        message = f"nobody can start at '{role.start}': it is opened from another screen"
        report.add("start-forbidden", node, message, fix=f"start at one of: {listed(entries)}")

"""One app: the roles, entities and screens of a spec after an option was laid over it."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.kinds import Parts
from toolkit.domain.solution import App, Entity, Role, Screen
from toolkit.spec.entities import entities_of, same_slug
from toolkit.spec.grammar import AppPart, RolePart
from toolkit.spec.options import LAYERS
from toolkit.spec.report import Report, listed
from toolkit.spec.screens import screens_of
from toolkit.spec.shapes import fit
from toolkit.spec.text import Node

EVERYONE = "Everyone"
"""The role of a spec that names none."""


def app_of(root: Node, parts: Parts, report: Report) -> App:
    """Return the app that is written here, with what is wrong with it reported."""
    part, node = fit(root.with_({n: root.at(n) for n in LAYERS if n in root.entries}), AppPart, report)
    written = part.roles if part else {}
    if not written:
        report.assume(f"one role, {EVERYONE}, who may see all")
    names = tuple(written) or (EVERYONE,)
    entities = entities_of(_section(node, "entities"), parts, names, report)
    if not entities:
        fix = "add: entities: {Ticket: {title: text}}"
        report.add_at(
            "no-entity", _section(node, "entities").mark(), "the spec has no entity", fix=fix, path="entities"
        )
    screens = screens_of(_section(node, "screens"), entities, names, parts=parts, report=report)
    roles = _roles(written or {EVERYONE: None}, _section(node, "roles"), entities, report=report)
    return App({name: _started(role, screens, node, parts, report) for name, role in roles.items()}, entities, screens)


def _section(node: Node, name: str) -> Node:
    """Return a section of the spec, empty where it is not said."""
    found = node.step(name)
    return found if found is not None and isinstance(found.value, dict) else Node({}, path=(name,))


def _roles(
    written: Mapping[str, RolePart | None], node: Node, entities: Mapping[str, Entity], *, report: Report
) -> dict[str, Role]:
    found: dict[str, Role] = {}
    for name, part in written.items():
        said = part or RolePart()
        _check_own(said, node.at(name), entities, report)
        found[name] = Role(name, tuple(o for o in said.own if o in entities), said.start or "")
    same_slug("role", {name: node.at(name) for name in found if name in node.entries}, report)
    return found


def _check_own(part: RolePart, node: Node, entities: Mapping[str, Entity], report: Report) -> None:
    """Report what a role cannot own: what there is not, and what nothing says the owner of."""
    for item in node.at("own").items if part.own else ():
        entity = entities.get(item.text)
        if entity is None:
            report.unknown("entity", item.text, item, entities)
        elif entity.owner is None:
            fix = f"add a field to {item.text} that refers to a person, as in requester: User = me"
            report.add("no-owner", item, f"nothing says whose a {item.text} is", fix=fix)


def _started(role: Role, screens: Mapping[str, Screen], root: Node, parts: Parts, report: Report) -> Role:
    """Return the role with the screen where it starts."""
    node = _section(root, "roles").at(role.name)
    open_to = [s.name for s in screens.values() if role.name in s.roles]
    entries = [name for name in open_to if parts.kinds[screens[name].kind].entry]
    if role.start:
        place = node.at("start")
        if role.start not in screens:
            report.unknown("screen", role.start, place, entries)
        elif role.start not in open_to:
            fix = f"add {role.name} to the screen's 'for', or start at one of: {listed(entries)}"
            report.add("start-forbidden", place, f"{role.name} may not open '{role.start}'", fix=fix)
        elif role.start not in entries:
            message = f"nobody can start at '{role.start}', for it needs a row to show"
            report.add("start-forbidden", place, message, fix=f"start at one of: {listed(entries)}")
        return role
    if not entries:
        if not report.dropped:
            fix = f"add a screen, as in list: ENTITY, for: {role.name}"
            report.add("no-entry", node, f"{role.name} has no screen to start at", fix=fix, key=1)
        return role
    return replace(role, start=entries[0])

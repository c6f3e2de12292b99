"""Screens: each of a kind, drawn for roles, with the settings that its kind knows."""

from collections.abc import Mapping

from toolkit.domain.flow import Flow
from toolkit.domain.parts import Parts, ScreenKind
from toolkit.domain.solution import ME, NOW, Entity, Screen
from toolkit.spec.entities import same_slug
from toolkit.spec.flows import check_flow
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.refers import check_settings
from toolkit.spec.report import Report, listed
from toolkit.spec.shapes import fit, members

FOR, ALL = "for", "all"


def screens_of(node: Node, known: Known) -> dict[str, Screen]:
    """Return the screens that are written here, with what is wrong with them reported."""
    found: dict[str, Screen] = {}
    for name, part in node.entries.items():
        screen = _screen(name, part, known, tuple(node.entries))
        if screen is None:
            known.report.dropped.add(name)
        else:
            found[name] = screen
    same_slug("screen", {name: node.at(name) for name in found}, known.report)
    return found


def _screen(name: str, node: Node, known: Known, names: tuple[str, ...]) -> Screen | None:
    kinds = _kinds(node, known.parts)
    if len(kinds) != 1:
        _no_kind(name, node, kinds, known)
        return None
    kind = known.parts.kinds[kinds[0]]
    roles = _roles(node, known)
    subject = node.at(kind.name)
    entity = known.entities.get(subject.text) if kind.subject == "entity" else None
    if kind.subject == "entity" and entity is None:
        known.report.unknown("entity", subject.text, subject, known.entities)
        return None
    settings = _settings(node, kind, known.report)
    if settings is None:
        return None
    said = node.with_({**node.entries, "text": subject}) if kind.subject == "text" else node
    check_settings(settings, entity, said, known, names)
    misfit = kind.misfit(settings, entity) if kind.misfit and entity else None
    if misfit:
        spot = node.at(misfit.setting) if misfit.setting else subject
        known.report.add("unfit-setting", spot, misfit.message, fix=misfit.fix)
    flow = getattr(settings, "flow", None)
    if isinstance(flow, Flow) and entity is not None:
        check_flow(flow, entity, node, known)
    return Screen(name, kind.name, entity.name if entity else "", roles, settings)


def _kinds(node: Node, parts: Parts) -> list[str]:
    """Return the kinds that a screen names; what another of them takes for a setting is none ('page' of a list)."""
    named = [key for key in node.entries if key in parts.kinds]
    return [k for k in named if not any(k in members(parts.kinds[other].settings) for other in named if other != k)]


def _no_kind(name: str, node: Node, kinds: list[str], known: Known) -> None:
    if kinds:
        message, fix = f"'{name}' is of two kinds: {listed(kinds)}", "make two screens of it"
        known.report.add("two-kinds", node.name, message, fix=fix)
        return
    others = [key for key in node.entries if key != FOR]
    spot = node.at(others[0]).name if others else node.name
    said = f"'{others[0]}' is no kind of screen" if others else f"'{name}' does not say its kind"
    fix = f"begin with one of: {listed(known.parts.kinds)}; as in list: ENTITY"
    known.report.add("unknown-kind", spot, said, fix=fix)


def _roles(node: Node, known: Known) -> tuple[str, ...]:
    """Return the roles a screen is for; all if nothing is said."""
    if FOR not in node.entries or (node.at(FOR).text == ALL and ALL not in known.roles):
        return known.roles
    said = node.at(FOR)
    if not said.items:
        known.report.add("nobody", said.name, "the screen is for nobody", fix="name a role, or leave 'for' out")
    for item in said.items:
        if item.text not in known.roles:
            known.report.unknown("role", item.text, item, known.roles)
    return tuple(item.text for item in said.items if item.text in known.roles)


def _settings(node: Node, kind: ScreenKind, report: Report) -> object | None:
    """Return the settings, read by the kind's own model."""
    parts = {key: part for key, part in node.entries.items() if key not in {FOR, kind.name}}
    if kind.subject == "text":
        parts["text"] = node.at(kind.name)
    settings, _ = fit(node.with_(parts), kind.settings, report, also=(FOR,))
    return settings


def assumed(entities: Mapping[str, Entity], parts: Parts, report: Report) -> Node:
    """Return the screens that a spec without any has, as if they had been written."""
    screens: dict[str, Node] = {}
    for entity in entities.values():
        new = f"New {entity.name[:1].lower()}{entity.name[1:]}"
        several = entity.plural if entity.plural not in {entity.name, ""} else f"All {entity.name}"
        written: dict[str, dict[str, str | list[str]]] = {
            several: {"list": entity.name, "new": new},
            entity.name: {"detail": entity.name, "edit": _changeable(entity, parts)},
            new: {"form": entity.name, "then": entity.name},
        }
        for name, settings in written.items():
            if next(iter(settings)) in parts.kinds:
                path = ("screens", name)
                screens[name] = Node({k: _written(v, (*path, k)) for k, v in settings.items() if v}, path=path)
    report.assume(f"screens: {listed(screens, 30)}")
    return Node(screens, path=("screens",))


def _changeable(entity: Entity, parts: Parts) -> list[str]:
    """Return the fields that a person may change later: all but what is worked out, moved, given, or set once."""
    fixed = (ME, NOW)
    return [
        field.name
        for field in entity.fields.values()
        if not (field.computed or field.stamp or field.moves or field.default in fixed)
        and not (field.type in parts.types and parts.types[field.type].given)
    ]


def _written(value: str | list[str], path: tuple[str, ...]) -> Node:
    """Return a setting, a text or a list of texts, as if it had been written."""
    if isinstance(value, str):
        return Node(value, path=path)
    return Node([Node(item, path=(*path, str(place))) for place, item in enumerate(value)], path=path)

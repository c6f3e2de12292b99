"""Screens: each of a kind, drawn for roles, with the settings that its kind knows."""

from collections.abc import Mapping

from toolkit.domain.kinds import Parts, ScreenKind
from toolkit.domain.solution import Entity, Screen
from toolkit.spec.entities import plural, same_slug
from toolkit.spec.refers import Names, check_settings
from toolkit.spec.report import Report, listed
from toolkit.spec.shapes import fit
from toolkit.spec.text import Node

FOR = "for"


def screens_of(
    node: Node, entities: Mapping[str, Entity], roles: tuple[str, ...], *, parts: Parts, report: Report
) -> dict[str, Screen]:
    """Return the screens that are written here, or, where none are, a list, a detail and a form for every entity."""
    if not node.entries:
        node = assumed(entities, parts, report)
    names = Names(parts, entities, tuple(node.entries), roles, report)
    found: dict[str, Screen] = {}
    for name, part in node.entries.items():
        screen = _screen(name, part, names)
        if screen is None:
            report.dropped.add(name)
        else:
            found[name] = screen
    same_slug("screen", {name: node.at(name) for name in found}, report)
    return found


def _screen(name: str, node: Node, names: Names) -> Screen | None:
    kinds = [key for key in node.entries if key in names.parts.kinds]
    if len(kinds) != 1:
        _no_kind(name, node, kinds, names)
        return None
    kind = names.parts.kinds[kinds[0]]
    roles = _roles(node, names)
    subject = node.at(kind.name)
    entity = _entity(subject, names) if kind.subject == "entity" else None
    if kind.subject == "entity" and entity is None:
        return None
    settings = _settings(node, kind, names.report)
    if settings is None:
        return None
    check_settings(settings, entity, node, names)
    return Screen(name, kind.name, entity.name if entity else "", roles, settings)


def _no_kind(name: str, node: Node, kinds: list[str], names: Names) -> None:
    known = listed(names.parts.kinds)
    if kinds:
        message, fix = f"'{name}' is of two kinds: {listed(kinds)}", "make two screens of it"
    else:
        others = [key for key in node.entries if key != FOR]
        from_names = f" ('{others[0]}' is none)" if others else ""
        message, fix = f"'{name}' does not say its kind{from_names}", f"begin with one of: {known}, as in list: ENTITY"
    names.report.add("unknown-kind", node, message, fix=fix, key=1)


def _roles(node: Node, names: Names) -> tuple[str, ...]:
    """Return the roles a screen is for; all if nothing is said."""
    if FOR not in node.entries:
        return names.roles
    found = []
    for item in node.at(FOR).items:
        if item.text in names.roles:
            found.append(item.text)
        else:
            names.report.unknown("role", item.text, item, names.roles)
    if not node.at(FOR).items:
        names.report.add("nobody", node.at(FOR), "the screen is for nobody", fix="name a role, or leave 'for' out")
    return tuple(found)


def _entity(node: Node, names: Names) -> Entity | None:
    found = names.entities.get(node.text)
    if found is None:
        names.report.unknown("entity", node.text, node, names.entities)
    return found


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
        plain = {
            entity.plural or plural(entity.name): {"list": entity.name, "new": new},
            entity.name: {"detail": entity.name},
            new: {"form": entity.name, "then": entity.name},
        }
        for name, settings in plain.items():
            if next(iter(settings)) in parts.kinds:
                screens[name] = _written(name, settings, parts)
    report.assume(f"screens: {listed(screens, 30)}")
    return Node(screens, path=("screens",))


def _written(name: str, settings: Mapping[str, str], parts: Parts) -> Node:
    """Return settings as a node, without those the kind does not know."""
    kind = parts.kinds[next(iter(settings))]
    fields = getattr(kind.settings, "model_fields", {})
    kept = {k: v for k, v in settings.items() if k == kind.name or k in fields}
    return Node({k: Node(v, path=("screens", name, k)) for k, v in kept.items()}, path=("screens", name))

"""What a role may see and do: the rows that are its own, those of which a condition holds, and the actions it takes."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.expression import Expression
from toolkit.domain.solution import CREATE, VERBS, Role, Screen
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.flows import options_known
from toolkit.spec.grammar import RolePart
from toolkit.spec.known import Known
from toolkit.spec.node import Node


def role_of(name: str, part: RolePart, node: Node, known: Known) -> Role:
    """Return a role; report what it cannot own, conditions that hold of nothing, and actions that there are not."""
    for item in node.at("own").items if part.own else ():
        _check_own(item, known)
    own = tuple(entity for entity in part.own if entity in known.entities)
    return Role(name, own, part.start or "", _sees(node, part, known), _may(node, part, known))


def _check_own(item: Node, known: Known) -> None:
    """Report an entity that there is not, or of which nothing says the owner."""
    entity = known.entities.get(item.text)
    if entity is None:
        known.report.unknown("entity", item.text, item, known.entities)
    elif entity.owner is None:
        fix = f"add a field to {item.text} that refers to a person, as in requester: User = me"
        known.report.add("no-owner", item, f"nothing says whose a {item.text} is", fix=fix)


def _sees(node: Node, part: RolePart, known: Known) -> dict[str, Expression]:
    """Return by entity the condition of the rows that a role meets."""
    found: dict[str, Expression] = {}
    for name, text in part.sees.items():
        entity, place = known.entities.get(name), node.at("sees", name)
        if entity is None:
            known.report.unknown("entity", name, place.name, known.entities)
            continue
        held = condition(text, samples_for(entity, known), place, known.report)
        if held is not None:
            options_known(held, entity, place, known.report)
            found[name] = held
    return found


def _may(node: Node, part: RolePart, known: Known) -> dict[str, tuple[str, ...]]:
    """Return by entity what a role may do."""
    for name in part.may:
        place = node.at("may", name)
        if name not in known.entities:
            known.report.unknown("entity", name, place.name, known.entities)
        for item in place.items:
            if item.text not in VERBS:
                known.report.unknown("action", item.text, item, VERBS)
    return {name: tuple(verbs) for name, verbs in part.may.items()}


def rightful(screens: Mapping[str, Screen], roles: Mapping[str, Role], node: Node, known: Known) -> dict[str, Screen]:
    """Return the screens without the roles that may not create what is made there; report those named all the same."""
    found: dict[str, Screen] = {}
    for name, screen in screens.items():
        makes = known.parts.kinds[screen.kind].makes
        barred = [r for r in screen.roles if makes and r in roles and not roles[r].allows(CREATE, screen.entity)]
        found[name] = replace(screen, roles=tuple(role for role in screen.roles if role not in barred))
        said = node.at(name).step("for")
        for role in barred if said else ():
            place = next((item for item in node.at(name, "for").items if item.text == role), node.at(name, "for"))
            message = f"{role} may not create a {screen.entity}, and so cannot open '{name}'"
            fix = f"add create to what {role} may do, or take {role} out of 'for'"
            known.report.add("may-not-create", place, message, fix=fix, severity="warning")
    return found

"""Who the people in the roles are: rows of one entity, the one that `me` refers to."""

from collections.abc import Iterator

from toolkit.domain.solution import ME, Entity, Field
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import listed


def people_of(said: str | None, root: Node, known: Known) -> str:
    """Return the entity whose rows are the people: the one said, else the one that `me` refers to."""
    if said is not None and said not in known.entities:
        known.report.unknown("entity", said, root.at("people"), known.entities)
        return said
    found = said or _assumed(known)
    for entity, field in _mine(known):
        if field.refers != found:
            message = f"'{entity.name}.{field.name}' cannot be me: the people in the roles are rows of {found}"
            fix = f"let it refer to {found}, or write: people: {field.refers}"
            known.report.add("me-elsewhere", _spot(root, entity, field), message, fix=fix)
    if found in known.entities:
        _check_roles(known.entities[found], root, known)
    return found


def _assumed(known: Known) -> str:
    found = known.people
    if found:
        known.report.assume(f"people: {found}")
    return found


def _mine(known: Known) -> Iterator[tuple[Entity, Field]]:
    """Yield the fields that are filled with the person in the role."""
    for entity in known.entities.values():
        for field in entity.fields.values():
            if field.refers and field.default == ME:
                yield entity, field


def _spot(root: Node, entity: Entity, field: Field) -> Spot:
    """Return where a field is written, in the spec or in an option."""
    options = root.at("options")
    trees = (root, *(option for option in options.entries.values()))
    ways = (tree.at("entities", entity.name, field.name) for tree in trees)
    return next((node.name for node in ways if node.path[-1:] == (field.name,)), root.at("entities").name)


def _check_roles(people: Entity, root: Node, known: Known) -> None:
    """Warn of roles that nobody among the people has, where the people say their role."""
    naming = next((f for f in people.fields.values() if set(known.roles) & set(f.options)), None)
    missing = [role for role in known.roles if naming and role not in naming.options]
    if naming and missing:
        message = f"no {people.name} can be {listed(missing)}: '{naming.name}' does not offer it"
        fix = f"add it to the options of {people.name}.{naming.name}"
        known.report.add("role-unheld", _spot(root, people, naming), message, fix=fix, severity="warning")

"""Fields that no data can satisfy, or whose names and movers trip people up; found without any data."""

from collections.abc import Iterator

from toolkit.data.chance import Chance
from toolkit.data.patterned import patterned
from toolkit.domain.finding import SpecFinding
from toolkit.domain.solution import App, Entity, Field
from toolkit.errors import ToolkitError
from toolkit.services.checking.case import At, Case


def field_findings(case: Case) -> Iterator[SpecFinding]:
    """Look at every field of every option's entities."""
    for option, app in case.apps:
        for entity in app.entities.values():
            yield from _same_labels(case, option, entity)
            yield from _movers(case, option, app, entity)
            for field in entity.fields.values():
                at = At(("entities", entity.name, field.name), option)
                yield from _impossible(case, at, entity, field)


def _same_labels(case: Case, option: str, entity: Entity) -> Iterator[SpecFinding]:
    """Yield fields that are called alike wherever they are shown or asked for."""
    first: dict[str, Field] = {}
    for field in entity.fields.values():
        other = first.setdefault(field.label.casefold(), field)
        if other is not field:
            said = f"'{other.name}' and '{field.name}' of {entity.name} are both called '{field.label}' on screens"
            fix = f"give one of them another label, as in {field.name}: {{type: ..., label: ...}}"
            yield case.warning("same-label", At(("entities", entity.name, field.name), option), said, fix)


def _impossible(case: Case, at: At, entity: Entity, field: Field) -> Iterator[SpecFinding]:
    """Yield rules that no value, or not enough values, can satisfy."""
    if field.low is not None and field.high is not None and field.low > field.high:
        said = f"'{field.name}' must be at least {field.low:g} and at most {field.high:g}: nothing is"
        yield case.error("rule-impossible", at, said, f"write the smaller number first: {field.high:g}..{field.low:g}")
    elif field.pattern and not field.computed:
        yield from _pattern(case, at, field)
    count = (case.solution.data.rows or {}).get(entity.name, 0)
    values = _values(case, field)
    if field.unique and not field.computed and field.required and values is not None and values < count:
        said = (
            f"'{field.name}' is unique and can hold {values} values, but there are to be {count} rows of {entity.name}"
        )
        yield case.error("unique-too-few", at, said, f"make at most {values} rows of it, or leave out 'unique'")


def _pattern(case: Case, at: At, field: Field) -> Iterator[SpecFinding]:
    """Yield a finding about a pattern that no text of the lengths asked for matches."""
    try:
        patterned(field, Chance(1, lambda provider, _: provider))
    except ToolkitError:
        low, high = f"{field.low or 0:g}", f"{field.high:g}" if field.high is not None else ""
        said = f"no text of '{field.name}' matches {field.pattern} and has {low}..{high} characters"
        yield case.error("rule-impossible", at, said, "let the pattern and the number of characters agree")


def _values(case: Case, field: Field) -> int | None:
    """Return how many different values a field can hold; None where there is no telling, or always one more."""
    if field.refers:
        return (case.solution.data.rows or {}).get(field.refers)
    if field.options:
        return len(field.options)
    if field.type == "number" and field.low is not None and field.high is not None:
        return max(int(field.high) - int(field.low) + 1, 0)
    return 2 if field.type == "yes/no" else None


def _movers(case: Case, option: str, app: App, entity: Entity) -> Iterator[SpecFinding]:
    """Yield moves that only roles may make who have no screen with such a row on it."""
    status = entity.status
    shown = {role for screen in app.screens.values() if screen.entity == entity.name for role in screen.roles}
    for move in status.moves if status else ():
        if status and not shown & set(move.roles):
            who = " and ".join(move.roles)
            said = f"only {who} may '{move.name}', and no screen of {entity.name} is for them"
            fix = f"add {move.roles[0]} to the 'for' of a screen of {entity.name}, or let another role do it"
            yield case.warning("no-mover", At(("entities", entity.name, status.name), option, move.name), said, fix)

"""What changed of what can be done: the moves of life cycles, and what roles may."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from toolkit.domain.changes.change import Change, gained, listed, paired, turned
from toolkit.domain.expression import Expression
from toolkit.domain.solution import VERBS, Entity, Move, Role
from toolkit.domain.values import said


def role_changes(before: Mapping[str, Role], after: Mapping[str, Role]) -> Iterator[Change]:
    """Yield what changed of the people who use it."""
    yield from (Change("new", f"There is now the role {name}") for name in after if name not in before)
    yield from (Change("gone", f"There is no role {name} any more") for name in before if name not in after)
    for name, was, now in paired(before, after):
        words = ("now meets only their own of", "now meets everybody's of")
        yield from gained(name, words, was.own, now.own)
        if was.start != now.start:
            yield Change("changed", f"{name} now starts at '{now.start}' ('{was.start}' before)")
        yield from _rights(name, was, now)
        for part in fields(Role):
            if part.name not in ("name", "own", "start", "sees", "may"):
                values = getattr(was, part.name), getattr(now, part.name)
                if values[0] != values[1]:
                    yield turned(f"{name}, {said(part.name).lower()}", *values)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("changed", "The roles come in another order")


def _rights(name: str, before: Role, after: Role) -> Iterator[Change]:
    """Yield what a role may besides and no more, by entity, and which rows it meets."""
    for entity in dict.fromkeys((*before.sees, *after.sees)):
        yield from _sight(f"{name} now meets", entity, before.sees.get(entity), after.sees.get(entity))
    for entity in dict.fromkeys((*before.may, *after.may)):
        verbs = [[f"{verb} {entity}" for verb in VERBS if role.allows(verb, entity)] for role in (before, after)]
        yield from gained(name, ("may now", "may no longer"), *verbs)


def _sight(subject: str, entity: str, before: Expression | None, after: Expression | None) -> Iterator[Change]:
    """Yield that other rows of an entity are met."""
    if before != after:
        rows = f"only rows of {entity} of which this holds: {after.text}" if after else f"all rows of {entity}"
        yield Change("changed", f"{subject} {rows} ({before.text if before else 'all of them'} before)")


def move_changes(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterator[Change]:
    """Yield what changed of the life cycles."""
    for name, was, now in paired(before, after):
        yield from _cycle(name, _moves(was), _moves(now))


def _moves(entity: Entity) -> dict[str, Move]:
    """Return the moves by their button; a second one of a name is told apart by where it leads."""
    found: dict[str, Move] = {}
    for move in entity.status.moves if entity.status else ():
        found[move.name if move.name not in found else f"{move.name} {move.target} {len(found)}"] = move
    return found


def _cycle(entity: str, before: Mapping[str, Move], after: Mapping[str, Move]) -> Iterator[Change]:
    gone = [move for name, move in before.items() if name not in after]
    for name, move in after.items():
        if name in before:
            continue
        same = next((g for g in gone if (g.sources, g.target) == (move.sources, move.target)), None)
        if same:
            gone.remove(same)
            yield Change("changed", f"{entity}: the button '{same.name}' is now called '{move.name}'")
            yield from _move(f"{entity}: '{move.name}'", same, move)
        else:
            yield Change("new", f"{entity}: {_whole(move)}")
    yield from (Change("gone", f"{entity}: nobody can press '{move.name}' any more") for move in gone)
    for _, was, now in paired(before, after):
        yield from _move(f"{entity}: '{now.name}'", was, now)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("changed", f"{entity}: the buttons come in another order")


def _whole(move: Move) -> str:
    """Return everything about a new move in a sentence."""
    way = f" from {listed(move.sources)} to {move.target}" if move.target else ""
    who = listed(move.roles) or "everybody"
    own = ", of what is their own" if move.own else ""
    asks = f", and is asked for {listed(move.asks)}" if move.asks else ""
    return f"{who} can now press '{move.name}'{way}{own}{asks}"


def _move(subject: str, before: Move, after: Move) -> Iterator[Change]:
    if before.target != after.target:
        places = f"{after.target or 'no other state'} ({before.target or 'no other state'} before)"
        yield Change("changed", f"{subject} now leads to {places}")
    yield from gained(subject, ("is now also there in", "is no longer there in"), before.sources, after.sources)
    yield from gained(subject, ("may now be pressed by", "may no longer be pressed by"), before.roles, after.roles)
    yield from gained(subject, ("now also asks for", "no longer asks for"), before.asks, after.asks)
    if before.own != after.own:
        yield Change("changed", f"{subject} is now for {'what is their own' if after.own else 'everything'}")
    if before.when != after.when:
        held = f"({before.when.text} before)" if before.when else "(always before)"
        offered = f"is now there only when {after.when.text}" if after.when else "is now there on no condition"
        yield Change("changed", f"{subject} {offered} {held}")
    for part in fields(Move):
        if part.name not in ("name", "target", "sources", "roles", "asks", "own", "when"):
            values = getattr(before, part.name), getattr(after, part.name)
            if values[0] != values[1]:
                yield turned(f"{subject}, {said(part.name).lower()}", *values)

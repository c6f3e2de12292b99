"""What changed of what is known and asked: entities and their fields."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, replace

from toolkit.domain.changes.change import SHORT, Change, come_and_gone, gained, listed, paired, quoted, shown, turned
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import said

NOT_SAID = frozenset({"name", "moves", "refers", "several"})
"""Parts of a field that are said elsewhere: with its type, or with the life cycle."""


def entity_changes(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> Iterator[Change]:
    """Yield what changed of all entities."""
    former = {name: old for name, now in after.items() if name not in before and (old := _former(now, before))}
    for name in after:
        if name in former:
            yield Change("changed", f"{former[name]} is now called {name}")
        elif name not in before:
            yield Change("new", f"There is now {name}, with {listed(after[name].fields)}")
    for name in before:
        if name not in after and name not in former.values():
            yield Change("gone", f"There is no {name} any more")
    again = {name: before[old] for name, old in former.items()}
    for name, was, now in paired({**before, **again}, after):
        if was.plural != now.plural:
            yield turned(f"The word for several of {name}", was.plural, now.plural)
        yield from _fields(name, was.fields, now.fields)


def renames(before: Mapping[str, Entity], after: Mapping[str, Entity]) -> dict[str, tuple[str, dict[str, str]]]:
    """Return what entities were called before, with the new names of their fields by the old ones; by new name."""
    found = {}
    for name, now in after.items():
        old = name if name in before else _former(now, before)
        if old:
            were = before[old].fields
            fields = ((f, f.name if f.name in were else _former(f, were)) for f in now.fields.values())
            found[name] = (old, {was: field.name for field, was in fields if was})
    return found


def _former(now: Entity | Field, before: Collection[str]) -> str:
    """Return the latest of its former names that something has so far; empty if none."""
    return next((name for name in reversed(now.was) if name in before), "")


def _fields(entity: str, before: Mapping[str, Field], after: Mapping[str, Field]) -> Iterator[Change]:
    new = {name: now for name, now in after.items() if name not in before}
    said = {name: former for name, now in new.items() if (former := _former(now, before))}
    for name, former in said.items():
        yield Change("changed", f"{entity}: {former} is now called {name}")
        yield from _field(
            f"{entity}: {name}", replace(before[former], label=after[name].label, was=after[name].was), after[name]
        )
    before = {name: old for name, old in before.items() if name not in said.values()}
    after = {name: now for name, now in after.items() if name not in said}
    come, gone = come_and_gone(before, after, renamed=_renamed)
    for field, was in come:
        if was:
            yield Change("changed", f"{entity}: {was.name} is now called {field.name}")
        else:
            yield Change("new", f"{entity} now has {field.name}: {_type(field)}")
    yield from (Change("gone", f"{entity} no longer has {field.name}") for field in gone)
    for name, old, now in paired(before, after):
        yield from _field(f"{entity}: {name}", old, now)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("changed", f"{entity}: its fields come in another order")


def _renamed(old: Field, new: Field) -> Field:
    return replace(old, name=new.name, label=new.label, was=new.was)


def _field(subject: str, before: Field, after: Field) -> Iterator[Change]:
    if _type(before) != _type(after):
        yield Change("changed", f"{subject} is now {_type(after)} ({_type(before)} before)")
    for part in fields(Field):
        was, now = getattr(before, part.name), getattr(after, part.name)
        if was == now or part.name in NOT_SAID | {"type"}:
            continue
        if part.name in ("low", "high"):
            if part.name == "low" or before.low == after.low:
                bounds = f"{_bounds(after)} ({_bounds(before)} before)"
                yield Change("changed", f"{subject} now takes {bounds}")
        elif part.name == "options":
            words = ("now also has the state", "no longer has the state") if after.moves else _OFFERS
            yield from gained(subject, words, was, now)
        elif part.name == "computed" and bool(was) != bool(now):
            continue  # its type says so
        else:
            yield _SAID.get(part.name, _any(part.name))(subject, was, now)


_OFFERS = ("now also offers", "no longer offers")


def _type(field: Field) -> str:
    """Return what kind of thing a field holds."""
    if field.computed:
        return "worked out"
    if field.several:
        return f"several of {field.several}"
    if field.refers:
        return f"one of {field.refers}"
    return "a life cycle" if field.moves else field.type


def _bounds(field: Field) -> str:
    """Return the range of a field: '5 to 80 characters', 'at least 1', 'anything'."""
    unit = " characters" if "text" in field.type else f" {field.unit}" if field.unit else ""
    match field.low, field.high:
        case None, None:
            return "anything"
        case low, None:
            return f"at least {low:g}{unit}"
        case None, high:
            return f"at most {high:g}{unit}"
        case low, high:
            return f"{low:g} to {high:g}{unit}"


def _any(name: str) -> Callable[[str, object, object], Change]:
    return lambda subject, was, now: turned(f"{subject}, {said(name).lower()}", was, now)


def _either(yes: str, no: str) -> Callable[[str, object, object], Change]:
    return lambda subject, _was, now: Change("changed", f"{subject} {yes if now else no}")


def _rule(now_: str, none: str) -> Callable[[str, object, object], Change]:
    def said_(subject: str, was: object, now: object) -> Change:
        before = f" (before: {shown(was)})" if was else ""
        text = f"{subject} {now_.format(shown(now)) if now else none}{before}"
        if was and now and len(text) > 2 * SHORT:
            return Change("changed", f"{subject} {now_.format('something else')}", shown(was), shown(now))
        return Change("changed", text)

    return said_


def _called(subject: str, was: object, now: object) -> Change:
    return Change("changed", f"{subject} is called {quoted(now)} on screens ({quoted(was)} before)")


_SAID: Mapping[str, Callable[[str, object, object], Change]] = {
    "label": _called,
    "required": _either("must now be filled", "may now stay empty"),
    "unique": _either("must now differ from row to row", "may now be the same in two rows"),
    "help": lambda subject, was, now: turned(f"{subject}, the help below the question,", was, now),
    "error": lambda subject, was, now: turned(f"{subject}, what is said of a mistake,", was, now),
    "default": lambda subject, was, now: turned(f"{subject}, what it begins with,", was, now),
    "pattern": _rule("must now look like {}", "may now look like anything"),
    "where": _rule("can now be chosen only where {}", "can now be chosen from all"),
    "computed": _rule("is now worked out as {}", "is no longer worked out"),
    "was": _rule("is now said to have been called {} before", "is no longer said to have been called otherwise"),
    "stamp": _rule("is now set by itself, when {}", "is no longer set by itself"),
    "compares": _rule("must now stand so to other fields: {}", "need no longer stand in order to other fields"),
    "needed_when": _rule("must now be filled when {}", "need no longer be filled on a condition"),
}

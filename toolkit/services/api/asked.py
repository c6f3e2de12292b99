"""What an address asks of an entity's rows: which, in which order, how many, and which of their fields."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value, slug
from toolkit.errors import ToolkitError
from toolkit.services.api.comparing import ORDERED, WORDS, read

LIMIT, MOST = 50, 500
"""Rows that are given, and that can be asked for at a time."""
FARTHEST = 10_000_000
PARAMETERS, LENGTH, SORTED = 40, 500, 5
"""How many parameters there may be, how long each, and by how many fields rows are sorted."""
OPTION = "option"
OWN = ("limit", "offset", "sort", "fields", OPTION)
"""Parameters that are no fields; a field that is called so is asked for as 'sort[eq]'."""
COMPARISONS = {
    "eq": "is",
    "ne": "is not",
    "lt": "is less than",
    "le": "is at most",
    "gt": "is more than",
    "ge": "is at least",
    "contains": "has in it",
    "empty": "is empty (true or false)",
}
ID = Field("id", "text", "Id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One condition: a field, how it is compared, and the values of which one has to fit."""

    field: Field
    comparison: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; without `fields` all of them."""

    where: tuple[Wanted, ...] = ()
    order: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    limit: int = LIMIT
    offset: int = 0


@dataclass(slots=True)
class _Reader:
    """Reads the parameters for one entity."""

    entity: Entity
    known: Mapping[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        self.known = {key(one.name): one for one in self.entity.fields.values()} | {"id": ID}

    def field(self, name: str, parameter: str) -> Field:
        """Return a field by its name, with blanks, underscores or hyphens."""
        found = self.known.get(key(name))
        if found is None:
            names = ["id", *self.entity.fields]
            raise ToolkitError(
                f"{self.entity.name} has no field '{name}'", where=parameter, fix=_meant(name, names, "use one of")
            )
        return found

    def condition(self, name: str, texts: Sequence[str]) -> Wanted:
        """Return one condition."""
        said = re.fullmatch(r"(.+?)(?:\[(\w*)\])?", name)
        bare, comparison = (said[1], said[2]) if said else (name, None)
        comparison = "eq" if comparison is None else comparison
        if comparison not in COMPARISONS:
            fix = _meant(comparison, list(COMPARISONS), "use one of")
            raise ToolkitError(f"there is no comparison '{comparison}'", where=name, fix=fix)
        one = self.field(bare, name)
        if comparison in {"lt", "le", "gt", "ge"} and one.type not in ORDERED:
            fix = f"compare a number, a date or a time, or ask for {one.name}=..."
            raise ToolkitError(f"'{one.name}' is neither less nor more than anything", where=name, fix=fix)
        return Wanted(one, comparison, tuple(_value(text, one, comparison, name) for text in texts))

    def order(self, text: str) -> tuple[str, ...]:
        """Return what to sort by, as screens say it: '-due' for the last first."""
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if len(parts) > SORTED:
            raise ToolkitError(f"rows are sorted by {SORTED} fields at most", where="sort", fix="name fewer")
        return tuple(f"{'-' * part.startswith('-')}{self.field(part.removeprefix('-'), 'sort').name}" for part in parts)


def asked(entity: Entity, pairs: Sequence[tuple[str, str]]) -> Asked:
    """Return what the parameters of an address ask for. Raises ToolkitError for the first that cannot be read."""
    _check_size(pairs)
    own: dict[str, str] = {}
    conditions: dict[str, list[str]] = {}
    for name, text in pairs:
        if name in own:
            raise ToolkitError(f"'{name}' is said twice", where=name, fix="say it once")
        if name in OWN:
            own[name] = text
        else:
            conditions.setdefault(name, []).append(text)
    reader = _Reader(entity)
    chosen = [part for part in own.get("fields", "").split(",") if part.strip()]
    return Asked(
        where=tuple(reader.condition(name, texts) for name, texts in conditions.items()),
        order=reader.order(own.get("sort", "")),
        fields=tuple(dict.fromkeys(reader.field(part.strip(), "fields").name for part in chosen)),
        limit=_whole("limit", own.get("limit", str(LIMIT)), 1, MOST),
        offset=_whole("offset", own.get("offset", "0"), 0, FARTHEST),
    )


def only(pairs: Sequence[tuple[str, str]], allowed: Collection[str]) -> None:
    """Raise ToolkitError for a parameter that does nothing here."""
    _check_size(pairs)
    for name, _ in pairs:
        if name not in allowed:
            fix = f"leave it out; this address takes: {', '.join(allowed)}"
            raise ToolkitError(f"'{name}' means nothing here", where=name, fix=fix)


def key(name: str) -> str:
    """Return a field's name with one sign between its words, whichever it was."""
    return slug(name).replace("_", "-")


def _check_size(pairs: Sequence[tuple[str, str]]) -> None:
    if len(pairs) > PARAMETERS:
        raise ToolkitError(f"there are more than {PARAMETERS} parameters", where="query", fix="ask for less at a time")
    long = next((name for name, text in pairs if len(name) > LENGTH or len(text) > LENGTH), None)
    if long is not None:
        fix = f"say it in {LENGTH} characters"
        raise ToolkitError("a parameter is too long", where=long[:40], fix=fix)


def _value(text: str, one: Field, comparison: str, name: str) -> Value:
    if comparison == "contains":
        return text.casefold()
    if comparison == "empty":
        if text.casefold() not in WORDS:
            raise ToolkitError("'empty' is true or false", where=name, fix=f"write {name}=true")
        return WORDS[text.casefold()]
    if one.options and not one.refers and text not in one.options:
        raise ToolkitError(
            f"'{one.name}' is never '{text}'", where=name, fix=_meant(text, list(one.options), "use one of")
        )
    try:
        return read(text, one)
    except ValueError as error:
        raise ToolkitError(f"'{text}' cannot be read", where=name, fix=str(error)) from error


def _whole(name: str, text: str, low: int, high: int) -> int:
    if re.fullmatch(r"[0-9]{1,9}", text) and low <= int(text) <= high:
        return int(text)
    raise ToolkitError(f"'{text}' is no {name}", where=name, fix=f"use a whole number from {low:,} to {high:,}")


def _meant(name: str, known: list[str], words: str) -> str:
    """Return what was meant, or what there is."""
    near = get_close_matches(name.casefold(), [one.casefold() for one in known], n=1)
    found = next((one for one in known if near and one.casefold() == near[0]), "")
    return f"did you mean '{found}'?" if found else f"{words}: {', '.join(known[:30])}"

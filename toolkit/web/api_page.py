"""The page that says what a front-end team can ask for: each entity with its fields, and addresses to try."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row, exchanged, slug
from toolkit.services.api.asked import LIMIT, MOST
from toolkit.services.api.comparing import ORDERED
from toolkit.services.api.found import Offered, links
from toolkit.services.load import Prototype
from toolkit.services.showing import address_of
from toolkit.web.studio_drawing import draw_studio

LONGEST = 48
"""Characters of an example."""


@dataclass(frozen=True, slots=True)
class Part:
    """A field as it is read about."""

    name: str
    kind: str
    rules: str
    example: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An entity: its fields, and addresses worth trying with what each gives."""

    name: str
    key: str
    parts: tuple[Part, ...]
    tries: tuple[tuple[str, str], ...]


def draw_api(workspace: Path, prototype: Prototype, offered: Offered, *, options: Mapping[str, str], base: str) -> str:
    """Return the page."""
    machine = offered.showing.machine
    offers = [_offer(offered, entity, base) for entity in offered.entities.values()]
    return draw_studio(
        workspace,
        "api",
        name=prototype.name,
        title=prototype.solution.title,
        base=base,
        offers=offers,
        options=options,
        stage=address_of(prototype, machine.option) if machine.option else f"/p/{quote(prototype.name)}",
        limit=LIMIT,
        most=MOST,
    )


def _offer(offered: Offered, entity: Entity, base: str) -> Offer:
    rows = offered.records.dataset.rows(entity.name)
    first = next(iter(rows), "")
    row = offered.records.get(entity.name, first) if first else None
    at = f"{base}/{quote(slug(entity.name))}"
    parts = tuple(Part(one.name, _kind(one), _rules(one), _example(one, row)) for one in entity.fields.values())
    return Offer(entity.name, slug(entity.name), parts, tuple(_tries(offered, entity, at, first)))


def _kind(one: Field) -> str:
    """Return a field's type in words."""
    if one.several:
        return f"ids of {one.several} rows"
    return f"id of a {one.refers}" if one.refers else one.type


def _rules(one: Field) -> str:
    """Return what is to be known of a field's values."""
    said = [f"one of {', '.join(one.options)}"] if one.options and not one.refers else []
    if one.computed:
        said.append("worked out")
    elif not one.required:
        said.append("may be empty")
    if one.unique:
        said.append("unique")
    return "; ".join(said)


def _example(one: Field, row: Row | None) -> str:
    plain = exchanged(row.get(one.name)) if row else None
    text = ", ".join(plain) if isinstance(plain, list) else "" if plain is None else str(plain)
    text = text.lower() if isinstance(plain, bool) else text
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _tries(offered: Offered, entity: Entity, at: str, first: str) -> Iterator[tuple[str, str]]:
    """Yield addresses with what each gives."""
    count = len(offered.records.dataset.rows(entity.name))
    yield at, f"the first {LIMIT} of {count:,}" if count > LIMIT else f"all {count}"
    choice = next((one for one in entity.fields.values() if one.options and one.type == "one of"), None)
    if choice:
        text = choice.options[0]
        yield f"{at}?{quote(choice.name)}={quote(text)}", f"those whose {choice.name} is {text}"
    order = next((one for one in entity.fields.values() if one.type in ORDERED), None)
    if order:
        yield f"{at}?sort=-{quote(order.name)}&limit=5", f"five of them, by {order.name}, last first"
    if first:
        yield f"{at}/{quote(first)}", "one"
        for name, other in offered.entities.items():
            if links(other, entity):
                yield f"{at}/{quote(first)}/{quote(name)}", f"the {other.name} rows that refer to it"

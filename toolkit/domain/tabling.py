"""Tables of rows: one page of them, sorted as the address asks, each row the way into its detail."""

from dataclasses import dataclass, replace
from typing import Literal

from toolkit.domain.action import Go, Place
from toolkit.domain.language import message
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Row, element_id, slug
from toolkit.domain.view import Column, Control, Table, TableRow

FEW = 6
"""Columns of a table for which the spec names none."""
PREVIOUS, NEXT = message("Previous page"), message("Next page")


def order_of(scene: Scene, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return the order asked for in the address, else the one given."""
    asked = scene.place.get("sort")
    return (asked,) if asked.removeprefix("-") in scene.entity.fields else otherwise


def columns(scene: Scene, show: tuple[str, ...], entity: Entity | None = None) -> tuple[Field, ...]:
    """Return the fields of a table: those named, else the title, the status and the first few that are short."""
    entity = entity or scene.entity
    first = [field for field in (entity.title, entity.status) if field]
    rest = (f for f in entity.fields.values() if f not in first and scene.desk.type_of(f).input != "area")
    return tuple(entity.fields[name] for name in show) or (*first, *rest)[:FEW]


@dataclass(frozen=True, slots=True)
class Listing:
    """What a table is called, how it is ordered ('-due': last first), and how many rows stand on a page."""

    label: str
    order: tuple[str, ...] = ()
    size: int = 12


def table(scene: Scene, rows: list[Row], fields: tuple[Field, ...], listing: Listing) -> Table:
    """Return the page of a table that the address asks for; an empty one says what to do."""
    pages = max(1, -(-len(rows) // listing.size))
    asked = scene.place.get("page")
    page = min(max(int(asked) if asked.isdecimal() and len(asked) < 6 else 1, 1), pages)
    detail = scene.screen_for("detail", scene.entity.name)
    first = listing.order[0] if listing.order else ""
    return Table(
        id=element_id(scene.screen.name, "table"),
        label=listing.label,
        entity=scene.entity.name,
        columns=tuple(_column(scene, field, first) for field in fields),
        rows=tuple(
            _row(scene, row, fields, detail.key if detail else "")
            for row in rows[(page - 1) * listing.size : page * listing.size]
        ),
        total=len(rows),
        order=first,
        page=page,
        pages=pages,
        turn=_turns(scene, page, pages),
        empty=scene.say("Nothing matches. Change or clear the filters."),
    )


def extract(scene: Scene, rows: list[Row], fields: tuple[Field, ...], listing: Listing, more: Control) -> Table:
    """Return the first rows as a table among others on its page, which is not sorted; `more` leads to all of them.

    The id of `more` begins with that of the table.
    """
    ident = more.id.rpartition(".")[0]
    detail = scene.screen_for("detail", scene.entity.name)
    shown = (_row(scene, row, fields, detail.key if detail else "") for row in rows[: listing.size])
    heads = (_column(scene, field, listing.order[0] if listing.order else "") for field in fields)
    return Table(
        id=ident,
        label=listing.label,
        entity=scene.entity.name,
        columns=tuple(
            replace(head, id=f"{ident}.{slug(field.name)}", sort=None)
            for head, field in zip(heads, fields, strict=True)
        ),
        rows=tuple(_within(row, ident) for row in shown),
        total=len(rows),
        order=listing.order[0] if listing.order else "",
        turn=(more,) if len(rows) > listing.size else (),
        empty=scene.say("Nothing here at the moment."),
    )


def _within(row: TableRow, table: str) -> TableRow:
    """Return a row with ids of its table's own, for it may stand in others on the page, too."""
    ident = f"{table}.{row.key}"
    return replace(row, id=ident, open=replace(row.open, id=f"{ident}.open") if row.open else None)


def _column(scene: Scene, field: Field, first: str) -> Column:
    way: Literal["", "ascending", "descending"]
    way = "ascending" if first == field.name else "descending" if first == f"-{field.name}" else ""
    to = f"-{field.name}" if way == "ascending" else field.name
    sort = scene.go(field.label, scene.here(sort=to, page="", picked=""), "sort", field.name)
    align = scene.desk.type_of(field).align
    return Column(element_id(scene.screen.name, "column", field.name), field.label, align, sort, way)


def _row(scene: Scene, row: Row, fields: tuple[Field, ...], detail: str) -> TableRow:
    key = str(row["id"])
    ident = element_id(scene.screen.name, "row", key)
    first = (scene.shown(fields[0], row.get(fields[0].name)) if fields else "") or scene.title(row)
    opens = Control(f"{ident}.open", first, Go(Place(detail, key)), "link") if detail else None
    return TableRow(ident, key, tuple(scene.cell(field, row) for field in fields), opens)


def _turns(scene: Scene, page: int, pages: int) -> tuple[Control, ...]:
    """Return the ways to the page before and after."""
    ways = [(PREVIOUS, page - 1)] * (page > 1) + [(NEXT, page + 1)] * (page < pages)
    return tuple(scene.go(scene.say(name), scene.here(page=str(to), picked=""), name) for name, to in ways)

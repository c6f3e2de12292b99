"""A board: rows in columns by their life cycle or by a choice, each card with the moves that can be made."""

from collections.abc import Iterable
from dataclasses import replace

from pydantic import Field as Setting

from toolkit import (
    Actions,
    Block,
    Board,
    BoardColumn,
    Card,
    Cell,
    Control,
    Entity,
    Field,
    FieldName,
    Go,
    Listing,
    Misfit,
    Move,
    Notice,
    Order,
    Place,
    Row,
    RowsSettings,
    Scene,
    ScreenKind,
    Transition,
    adding,
    columns,
    element_id,
    hook,
    message,
    none_yet,
    order_of,
    rows_shown,
    slug,
    table,
)

FEW = 3
"""So many fields stand on a card for which the spec names none."""
NONE = message("Not said")
"""The column of rows that say nothing."""


class BoardSettings(RowsSettings):
    """What a spec may say of a board."""

    by: FieldName = Setting(default="", description="The choice that makes the columns; the life cycle if left out.")
    show: tuple[FieldName, ...] = Setting(
        default=(), description="The fields on a card below its title; three short ones if left out."
    )
    sort: tuple[Order, ...] = Setting(default=(), description="The order within a column; '-' turns a field round.")
    cards: int = Setting(default=5, ge=1, le=50, description="Cards in a column; the others lie behind 'more'.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the columns, or, when the address names one, all rows of it."""
    settings: BoardSettings = scene.settings
    by, rows = _by(scene.entity, settings), rows_shown(scene, order_of(scene, settings.sort))
    if by is None:
        return ()
    if not rows:
        return (*adding(scene), Notice(element_id(scene.screen.name, "empty"), none_yet(scene), "info"))
    piles = {name: [row for row in rows if (row.get(by.name) or NONE) == name] for name in (*by.options, NONE)}
    chosen = next((name for name in piles if slug(name) == scene.place.get("column")), "")
    if chosen:
        return _whole(scene, chosen, piles[chosen])
    fields = _fields(scene, by)
    made = tuple(_column(scene, name, pile, fields) for name, pile in piles.items() if pile or name != NONE)
    board = Board(element_id(scene.screen.name, "board"), scene.own(scene.screen.name), scene.entity.name, made)
    return (*adding(scene), board)


def _by(entity: Entity, settings: BoardSettings) -> Field | None:
    return entity.fields.get(settings.by) if settings.by else entity.status


def _fields(scene: Scene, by: Field) -> tuple[Field, ...]:
    """Return what a card says below its title."""
    named: tuple[str, ...] = scene.settings.show
    fields = tuple(f for f in columns(scene, named) if f not in (scene.entity.title, by))
    return fields if named else fields[:FEW]


def _whole(scene: Scene, name: str, rows: list[Row]) -> tuple[Block, ...]:
    """Return all rows of a column, page by page, and the way back to the board."""
    back = scene.go(scene.say("All columns"), Place(scene.screen.key), "all", look="plain")
    ways = Actions(element_id(scene.screen.name, "ways"), (back,))
    listing = Listing(_label(scene, name), order_of(scene, scene.settings.sort), 12)
    return (ways, table(scene, rows, columns(scene, ()), listing))


def _column(scene: Scene, name: str, rows: list[Row], fields: tuple[Field, ...]) -> BoardColumn:
    most = scene.settings.cards
    ident = element_id(scene.screen.name, "column", name)
    cards = tuple(_card(scene, row, fields) for row in rows[:most])
    behind = Place(scene.screen.key, query=(("column", slug(name)),))
    said = scene.count("{n} more", "{n} more", len(rows) - most)
    more = Control(f"{ident}.more", said, Go(behind), "link") if len(rows) > most else None
    return BoardColumn(ident, _label(scene, name), cards, len(rows), more)


def _label(scene: Scene, name: str) -> str:
    return scene.say(NONE) if name == NONE else scene.own(name)


def _card(scene: Scene, row: Row, fields: tuple[Field, ...]) -> Card:
    key, title = str(row["id"]), scene.title(row)
    ident = element_id(scene.screen.name, "card", key)
    detail = scene.screen_for("detail", scene.entity.name)
    opens = Control(f"{ident}.open", title, Go(Place(detail.key, key)), "link") if detail else None
    moves = (_move(scene, move, key, f"{ident}.do", detail.key if detail else "") for move in _moves(scene, row))
    facts = tuple((f.label, _said(scene, f, row)) for f in fields if row.get(f.name) not in (None, "", (), False))
    return Card(ident, key, title, facts, opens, tuple(move for move in moves if move))


def _said(scene: Scene, field: Field, row: Row) -> Cell:
    """Return a value as it stands on a card, where a yes is what it says yes to; a no is not said at all."""
    cell = scene.cell(field, row)
    return replace(cell, text=field.label) if row.get(field.name) is True else cell


def _moves(scene: Scene, row: Row) -> tuple[Move, ...]:
    """Return the moves of a row from one state to another; what changes nothing of that belongs to its detail."""
    return tuple(move for move in scene.moves(scene.entity, row) if move.target)


def _move(scene: Scene, move: Move, key: str, ident: str, detail: str) -> Control | None:
    """Return the button of a move; one that asks for something leads to its form on the row's detail."""
    name = f"{ident}.{slug(move.name)}"
    if not move.asks:
        return Control(name, scene.own(move.name), Transition(scene.entity.name, key, move.name))
    form = Go(Place(detail, key, (("do", slug(move.name)),)))
    return Control(name, scene.own(move.name), form) if detail else None


def misfit(settings: BoardSettings, entity: Entity) -> Misfit | None:
    """Return why there can be no columns."""
    if not settings.by and entity.status is None:
        fix = "say by: FIELD, a field that is one of some values, or give it a life cycle"
        return Misfit("", f"'{entity.name}' has no life cycle to make columns of", fix)
    field = entity.fields.get(settings.by)
    if field and (not field.options or field.type == "any of"):
        fits = [f.name for f in entity.fields.values() if f.options and f.type != "any of"]
        fix = f"use one of: {', '.join(fits)}" if fits else f"make it a choice: {field.name}: one of A, B"
        return Misfit("by", f"'{field.name}' makes no columns: a row must have one of a few values of it", fix)
    return None


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the board."""
    return (ScreenKind("board", BoardSettings, compose, misfit=misfit),)

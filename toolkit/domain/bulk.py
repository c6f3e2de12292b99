"""Doing one thing to several rows: which rows can be picked, what can be done to them, and what comes of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from toolkit.domain.action import ROWS, Bulk, Values
from toolkit.domain.changing import again, put_row, stamped, stored, taken, with_notes
from toolkit.domain.many import plural
from toolkit.domain.obeying import do_to, wrong_row
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Move
from toolkit.domain.state import State
from toolkit.domain.tables import Picks, Table, TableRow
from toolkit.domain.values import Row, Value, element_id, slug
from toolkit.domain.view import Block, Control, Form, Text

PICKED = "picked"
"""The setting of a place that says which rows are picked: their ids, joined by '.', or all of the page."""
ALL = "all"
NAMED = 3
"""So many rows are named where something could not be done to them; of others it is said how many they are."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a move made of the rows that were picked: those it was done to, those it was not, and what was wrong."""

    done: Mapping[str, dict[str, Value]]
    left: tuple[Row, ...]
    states: frozenset[str]
    errors: Mapping[str, str]


def with_picks(scene: Scene, table: Table, *, own: bool = False) -> Table:
    """Return a table whose rows can be picked, if there is a move that the role may do to one of them.

    Moves of one's own rows alone are left out unless they are asked for by `own`: who has three things to look after
    does not sort them by the dozen.
    """
    found = {row.key: _allowed(scene, _row(scene, row.key), own=own) for row in table.rows}
    order = (*(scene.entity.status.moves if scene.entity.status else ()), *chain.from_iterable(found.values()))
    moves = {m.name: m for m in order if any(m in allowed for allowed in found.values())}
    if not moves:
        return table
    every = scene.place.get(PICKED) == ALL
    keys = set(scene.place.get(PICKED).split("."))
    rows = tuple(_boxed(scene, row, picked=every or row.key in keys) if found[row.key] else row for row in table.rows)
    ident = element_id(scene.screen.name, "picks")
    label = scene.say("Select {things}", things=plural(scene))
    picks = Picks(ident, label, tuple(_control(scene, ident, m) for m in moves.values()), _all(scene, rows))
    return replace(table, rows=rows, picks=picks)


def _control(scene: Scene, ident: str, move: Move) -> Control:
    name = f"{ident}.{slug(move.name)}"
    return Control(name, scene.own(move.name), Bulk(scene.entity.name, move.name, ident), "plain")


def _boxed(scene: Scene, row: TableRow, *, picked: bool) -> TableRow:
    title = scene.records.title(scene.entity.name, row.key)
    return replace(row, pick=scene.say("Select {title}", title=title), picked=picked)


def _all(scene: Scene, rows: Iterable[TableRow]) -> Control:
    """Return the way to pick all rows of the page, or none where all are picked."""
    if all(row.picked for row in rows if row.pick):
        return scene.go(scene.say("Select none"), scene.here(**{PICKED: ""}), "pick-all")
    return scene.go(scene.say("Select all on this page"), scene.here(**{PICKED: ALL}), "pick-all")


def _row(scene: Scene, key: str) -> Row:
    return scene.records.get(scene.entity.name, key) or {}


def _allowed(scene: Scene, row: Row, *, own: bool) -> tuple[Move, ...]:
    return tuple(move for move in scene.moves(scene.entity, row) if own or not move.own)


def opened(scene: Scene) -> tuple[Block, ...]:
    """Return the form of a move that asks for something, once for all rows that the address names; else nothing."""
    rows = _named(scene, scene.place.get(PICKED).split("."))
    moves = {slug(m.name): m for row in rows for m in scene.moves(scene.entity, row) if m.asks}
    move = moves.get(scene.place.get("do"))
    if move is None:
        return ()
    asks = _asks(scene, rows, move.name)
    ident = element_id(scene.screen.name, "do", move.name)
    keys = ".".join(str(row["id"]) for row in rows)
    action = Bulk(scene.entity.name, move.name, ident, keys)
    cancel = scene.go(scene.say("Cancel"), scene.here(do=""), "cancel")
    name = scene.own(move.name)
    form: Form = scene.form(name, scene.entity, asks, action=action, submit=name, cancel=cancel)
    said = scene.say("For {things}: {titles}.", things=_count(scene, len(rows)), titles=_titles(scene, rows))
    return (Text(element_id(scene.screen.name, "for"), (said,)), form)


def _named(scene: Scene, keys: Iterable[str]) -> list[Row]:
    """Return the rows of these ids that the role may see, each once; what else is named is nobody's business."""
    found = (scene.records.get(scene.entity.name, key) for key in dict.fromkeys(keys))
    return [row for row in found if row is not None and scene.desk.visible(scene.entity.name, row)]


def _asks(scene: Scene, rows: Iterable[Row], name: str) -> tuple[str, ...]:
    """Return all that a move asks for, from whatever states the rows are in."""
    moves = (m for row in rows for m in scene.moves(scene.entity, row) if m.name == name)
    return tuple(dict.fromkeys(ask for move in moves for ask in move.asks))


def step(scene: Scene, action: Bulk, asked: tuple[str, ...]) -> State:
    """Return the state after a move was done to all picked rows that allow it, or with its form open if it asks."""
    opens = not action.rows
    keys = action.values.get(ROWS, "").split("\n") if opens else action.rows.split(".")
    rows = _named(scene, keys)
    if not rows:
        said = scene.say("Nothing was chosen. Tick at least one row first.")
        return replace(scene.state, notice=said, attempt=None)
    if opens and _asks(scene, rows, action.move):
        place = scene.here(do=slug(action.move), **{PICKED: ".".join(str(row["id"]) for row in rows)})
        return replace(scene.state, place=place, attempt=None, notice="")
    outcome = _done(scene, action, rows, () if opens else asked)
    if outcome.errors and not outcome.done:
        return again(scene.state, action, asked, outcome.errors)
    state = scene.state
    for key, row in outcome.done.items():
        state = put_row(state, scene.entity.name, key, stored(scene.entity, row))
        state = with_notes(scene.desk, state, scene.entity, key, row)
    place = scene.here(do="", **{PICKED: ""})
    return replace(state, place=place, attempt=None, notice=_said(scene, outcome))


def _done(scene: Scene, action: Bulk, rows: Iterable[Row], asked: tuple[str, ...]) -> Outcome:
    """Do a move to each row as it would be done to that row alone."""
    done: dict[str, dict[str, Value]] = {}
    left: list[Row] = []
    states: set[str] = set()
    errors: dict[str, str] = {}
    for row in rows:
        move = next((m for m in scene.moves(scene.entity, row) if m.name == action.move), None)
        result = _moved(scene, row, move, action.values, asked) if move else None
        if move and isinstance(result, dict):
            done[str(row["id"])] = result
            states.add(move.target)
        else:
            left.append(row)
            errors |= result.wrong if isinstance(result, Wrong) else {}
    return Outcome(done, tuple(left), frozenset(states), errors)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a row could not be changed, by field."""

    wrong: Mapping[str, str]


def _moved(scene: Scene, row: Row, move: Move, typed: Values, asked: tuple[str, ...]) -> dict[str, Value] | Wrong:
    """Return the row after a move, or what is wrong with what was typed for it."""
    entity, status = scene.entity, scene.entity.status
    before = stored(entity, row)
    ahead = {**before, status.name: move.target} if status and move.target else before
    asks = tuple(name for name in asked if name in move.asks)
    result = taken(scene, entity, asks, typed=typed, beside=ahead)
    if result.errors:
        return Wrong(result.errors)
    after = {**ahead, **result.values}
    if wrong := do_to(scene.desk, entity, move.name, after) or wrong_row(scene, entity, after, ()):
        return Wrong(wrong)
    moved = status is not None and after.get(status.name) != before.get(status.name)
    return stamped(scene.desk, entity, after, moved=moved)


def _said(scene: Scene, outcome: Outcome) -> str:
    """Return how many rows were moved, and which could not be."""
    done, left = len(outcome.done), len(outcome.left)
    if not done:
        return scene.say("Nothing was changed. It could not be done to {titles}.", titles=_titles(scene, outcome.left))
    what = _count(scene, done)
    if left:
        number = scene.language.formats.number
        what = scene.say(
            "{found} of {total} {things}", found=number(done), total=number(done + left), things=plural(scene)
        )
    state = scene.own(next(iter(outcome.states))) if len(outcome.states) == 1 else ""
    moved = scene.say("Changed: {things}.", things=what)
    if state:
        moved = scene.say("Now {state}: {things}.", state=state, things=what)
    if not left:
        return moved
    return f"{moved} {scene.say('It could not be done to {titles}.', titles=_titles(scene, outcome.left))}"


def _titles(scene: Scene, rows: Iterable[Row]) -> str:
    """Return what rows are called, the first few of them."""
    titles = tuple(scene.title(row) for row in rows)
    named, more = scene.language.formats.listed(titles[:NAMED]), len(titles) - NAMED
    return (
        scene.say("{titles} and {more} more", titles=named, more=scene.language.formats.number(more))
        if more > 0
        else named
    )


def _count(scene: Scene, many: int) -> str:
    things = scene.language.inside(scene.entity.name) if many == 1 else plural(scene)
    return scene.say("{total} {things}", total=scene.language.formats.number(many), things=things)

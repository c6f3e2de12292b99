"""What a sensible person could do in a view, best first: everything that may help with the task, and no more.

Left out is what cannot help: rows that the goal is not about, more than one of rows that are alike, sorting, filtering
and turning pages while the row wanted is in sight, adding rows of entities that the goal does not touch.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.domain.action import ROWS, Action, Answer, Bulk, Create, Delete, Go, Transition, Update, Values, filled
from toolkit.domain.gathering import ITEM, NEW, gathered
from toolkit.domain.overviews import Board, Calendar, Card
from toolkit.domain.passage import flow_of
from toolkit.domain.planner.avoiding import on_the_way
from toolkit.domain.planner.filling import entity_of, fill
from toolkit.domain.planner.hints import Hints
from toolkit.domain.planner.rows import worth_opening
from toolkit.domain.scene import Scene
from toolkit.domain.view import Control, Form, Input, Picks, Sections, Table, TableRow, View

FEW = 8
"""A filter with at most so many choices is tried with each of them, a longer one with those that the task names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing to try: a control, what is typed into its form, and the action that comes of it."""

    control: Control
    action: Action
    values: Values = field(default_factory=dict)
    score: float = 0.0


def candidates(scene: Scene | None, view: View, hints: Hints, *, row: str = "") -> list[Candidate]:
    """Return what to try, what the task speaks of first; `row` is the one that an answer is read from.

    A closed view has no scene; only its links can be tried.
    """
    found = [*_ways(view.nav, hints), *_ways((view.back,) if view.back else (), hints)]
    for block in view.blocks:
        if isinstance(block, Form) and scene:
            found += _form(scene, view, block, hints=hints, row=row)
        elif isinstance(block, Sections) and block.next:
            found += _ways((block.next,), hints)
        elif isinstance(block, Table) and scene:
            found += _table(scene, block, hints, row=row)
        elif isinstance(block, Board | Calendar) and scene:
            found += _overview(scene, block, hints, row=row)
        else:
            found += _ways(tuple(View("", "", "", view.place, "", (block,)).controls()), hints)
    useful = [c for c in found if _may_help(scene, c.action, hints)]
    return sorted(useful, key=lambda candidate: -candidate.score)


def _ways(controls: tuple[Control, ...], hints: Hints) -> Iterator[Candidate]:
    return (Candidate(c, c.action, score=hints.score(c.label)) for c in controls)


def _may_help(scene: Scene | None, action: Action, hints: Hints) -> bool:
    """Return whether an action can bring the goal nearer.

    An answer is looked for without changing anything. For all else nothing is deleted on the way, and one new row of
    an entity is enough.
    """
    if isinstance(action, Go):
        return not action.role and not (scene and _gathers_more(scene, action))
    if isinstance(action, Delete) or scene is None or hints.reads or (isinstance(action, Answer) and action.gone):
        return False
    if not isinstance(action, Create | Update | Transition | Bulk):
        return scene.screen.entity in hints.useful
    changes = scene.state.changes.get(action.entity, {})
    repeated = isinstance(action, Create) and any("-new-" in key for key in changes)
    return action.entity in hints.useful and not repeated


def _gathers_more(scene: Scene, action: Go) -> bool:
    """Return whether a way leads to one more row for a step of a flow that has as many as are needed."""
    if action.place.get(ITEM) != NEW or action.place.screen != scene.screen.key:
        return False
    flow = flow_of(scene)
    steps = (s for s in (flow.steps if flow else ()) if s.each and s.key == action.place.get("step"))
    return any(len(gathered(scene, step)) >= max(step.low, 1) for step in steps)


def _form(scene: Scene, view: View, form: Form, *, hints: Hints, row: str) -> Iterator[Candidate]:
    if form.cancel:
        yield Candidate(form.cancel, form.cancel.action)
    if form.live:
        if _looks_for_rows(scene, view, hints, row=row):
            yield from _narrowed(form, hints)
        return
    values = on_the_way(scene, form, fill(scene, form, hints), hints)
    score = hints.score(form.submit.label) + (entity_of(scene, form).name == hints.entity)
    yield Candidate(form.submit, filled(form.submit.action, values), values, score)


def _looks_for_rows(scene: Scene, view: View, hints: Hints, *, row: str) -> bool:
    """Return whether the goal is about a row of this screen's entity that is not in sight."""
    if scene.screen.entity not in hints.useful:
        return False
    tables = [b for b in view.blocks if isinstance(b, Table)]
    return not tables or any(_out_of_sight(scene, table, hints, row=row) for table in tables)


def _narrowed(form: Form, hints: Hints) -> Iterator[Candidate]:
    """Yield one candidate for each value that an input of a live form could sensibly take."""
    action = form.submit.action
    if not isinstance(action, Go):
        return
    for asked in form.inputs:
        for value in _sensible(asked, hints):
            typed = {i.name: value if i is asked else i.value for i in form.inputs}
            place = action.place.with_(**typed, page="")
            said = next((c.label for c in asked.choices if c.value == value), value)
            named = 2.0 if value in hints.texts else hints.score(f"{asked.label} {said}")
            yield Candidate(form.submit, Go(place), typed, named)


def _sensible(asked: Input, hints: Hints) -> list[str]:
    if not asked.choices:
        return [text for text in hints.texts if text != asked.value]
    judged = asked.name in hints.judged or asked.label.casefold() in hints.words
    few = len(asked.choices) <= FEW + 1 and (judged or len(asked.choices) <= 3)
    return [c.value for c in asked.choices if c.value not in ("", asked.value) and (few or hints.score(c.label) == 1)]


def _table(scene: Scene, table: Table, hints: Hints, *, row: str) -> Iterator[Candidate]:
    """Yield the rows worth opening and, while the row wanted is out of sight, ways to bring it up."""
    for worth in worth_opening(scene, table, hints, row=row):
        if worth.open:
            yield Candidate(worth.open, worth.open.action, score=1 + hints.score(worth.open.label))
        elif isinstance(worth, TableRow) and worth.pick and table.picks:
            yield from _picked(table.picks, worth, hints)
    if _out_of_sight(scene, table, hints, row=row):
        yield from (
            Candidate(c.sort, c.sort.action, score=hints.score(c.label))
            for c in table.columns
            if c.sort and c.id.rpartition(".")[2] in {name.casefold() for name in hints.judged}
        )
        yield from (Candidate(turn, turn.action) for turn in table.turn)


def _picked(picks: Picks, row: TableRow, hints: Hints) -> Iterator[Candidate]:
    """Yield the moves of one row by its box: who has one thing to do opens it, but a row may have no way in."""
    for move in picks.moves:
        typed = {ROWS: row.key}
        yield Candidate(move, filled(move.action, typed), typed, 1 + hints.score(move.label))


def _overview(scene: Scene, board: Board | Calendar, hints: Hints, *, row: str) -> Iterator[Candidate]:
    """Yield the rows worth opening, what can be done to them at once, and the ways to those that are not shown."""
    worth = worth_opening(scene, board, hints, row=row)
    for shown in worth:
        if shown.open:
            yield Candidate(shown.open, shown.open.action, score=1 + hints.score(shown.open.label))
        if isinstance(shown, Card):
            yield from (Candidate(m, m.action, score=1 + hints.score(m.label)) for m in shown.moves)
    if board.entity in hints.useful and (hints.reads or not worth):
        yield from (Candidate(way, way.action) for way in board.ways)


def _out_of_sight(scene: Scene, table: Table, hints: Hints, *, row: str) -> bool:
    """Return whether there is more in this table to look for; an order is always worth having for an answer."""
    if table.entity not in hints.useful:
        return False
    if hints.reads:
        return table.entity == hints.entity
    return table.total > len(table.rows) and not worth_opening(scene, table, hints, row=row)

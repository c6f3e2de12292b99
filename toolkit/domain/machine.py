"""The prototype as a pure state machine: `view` says what a role sees, `step` what an action makes of it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from toolkit.domain import stepping
from toolkit.domain.action import Action, Go, Place, template
from toolkit.domain.asking import Desk
from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import Expression
from toolkit.domain.parts import Parts
from toolkit.domain.records import Cache, Records, named
from toolkit.domain.scene import Scene
from toolkit.domain.solution import ME, Answered, App, Done, Role, Screen, Solution, Task
from toolkit.domain.state import State
from toolkit.domain.values import Row, Value, element_id
from toolkit.domain.view import Block, Control, Notice, View
from toolkit.errors import ToolkitError


class Refused(ToolkitError):
    """An action that the view does not offer: forged, outdated, or not this role's to do."""


class Machine:
    """One option of a solution on a dataset. Everything is a function of the state that is handed in."""

    def __init__(self, solution: Solution, option: str, dataset: Dataset, parts: Parts) -> None:
        """Take what never changes; an empty `option` is the spec without any overlay."""
        self.solution, self.option, self.dataset, self.parts = solution, option, dataset, parts
        self.app: App = solution.apps[option] if option else solution.base
        self.now = _moment(solution.now)
        self._cache: Cache = {}
        self._last: tuple[State, View] | None = None

    def start(self, role: str) -> State:
        """Return the state in which somebody in this role begins. Raises KeyError for a role that is none."""
        return State(role, Place(self._entry(self.app.roles[role])))

    def view(self, state: State) -> View:
        """Return what is seen; a place that is not this role's gives a view that says so, whether or not it exists."""
        last = self._last
        if last is None or last[0] is not state:
            self._last = last = (state, self._compose(state))  # one assignment, for sessions may share it from threads
        return last[1]

    def step(self, state: State, action: Action) -> State:
        """Return the state after an action. Raises Refused if the view does not offer it.

        Going to an address is always possible (what is not allowed shows as not allowed); everything else has to be
        offered by the view, whatever was typed. A form with mistakes gives a state with an `attempt`.
        """
        if isinstance(action, Go):
            return self._go(state, action)
        if not self._offers(state, action):
            raise Refused(
                f"'{type(action).__name__.lower()}' cannot be done here",
                where=state.place.path,
                fix="look at the screen again: it offers what can be done now",
            )
        return stepping.step(self.scene(state), state, action, landing=self.landing)

    def _offers(self, state: State, action: Action) -> bool:
        wanted = template(action)
        return any(template(c.action) == wanted for c in self.view(state).controls())

    def met(self, task: Task, state: State, answer: str = "") -> bool:
        """Return whether a task's goal is reached: a row made or changed in this session, or the right answer given."""
        if task.done:
            return self._done(task.done, state)
        return task.answer is not None and _same(answer, self.right_answer(task.answer, state))

    def right_answer(self, answer: Answered, state: State) -> str:
        """Return the answer as the role would read it on the screen; empty if there is no such row."""
        field, desk = self.app.entities[answer.entity].fields[answer.field], self._desk(state)
        row = desk.records.get(answer.entity, self.right_row(answer, state))
        return desk.shown(field, row.get(answer.field)) if row else ""

    def right_row(self, answer: Answered, state: State) -> str:
        """Return the id of the row that the right answer is about: the first that fits, of those the role may see."""
        return next(iter(self.ranked(answer, state)), "")

    def ranked(self, answer: Answered, state: State) -> tuple[str, ...]:
        """Return the ids of the rows that fit an answer's condition and that the role may see, in the answer's order."""
        entity, desk = self.app.entities[answer.entity], self._desk(state)
        rows = [
            r
            for r in desk.records.all(entity.name)
            if desk.visible(entity.name, r) and (not answer.where or self._holds(answer.where, entity.name, r, desk.me))
        ]
        order = (answer.first,) if answer.first else ()
        return tuple(str(r["id"]) for r in desk.records.sorted(entity, rows, order))

    def person(self, role: str) -> str:
        """Return the id of the person in a role: the first whose own field names the role, else the first of all."""
        people = self.app.entities.get(self.solution.people)
        if people is None:
            return ""
        naming = next((f.name for f in people.fields.values() if role in f.options), "")
        rows = self.dataset.rows(people.name)
        return next((key for key, row in rows.items() if naming and row.get(naming) == role), next(iter(rows), ""))

    def scene(self, state: State) -> Scene:
        """Return what the place's screen kind may ask. Raises KeyError for a screen that is none."""
        screen = self.app.screen_at(state.place.screen)
        if screen is None:
            raise KeyError(state.place.screen)
        return Scene(self.app, screen, self.app.roles[state.role], state, self._desk(state))

    def landing(self, state: State, entity: str, row: str, then: str) -> Place:
        """Return where somebody is after making a row: the screen named, else its detail, else where they came from."""
        scene = self.scene(state)
        screen = scene.may(then) if then else scene.screen_for("detail", entity)
        if screen is None:
            return state.back or Place(self._entry(scene.role))
        return Place(screen.key, row if self.parts.kinds[screen.kind].needs_row else "")

    def _desk(self, state: State) -> Desk:
        records = Records(self.app, self.dataset, changes=state.changes, now=self.now, cache=self._cache)
        me = self.person(state.role)
        role = self.app.roles[state.role]

        def visible(entity: str, row: Row) -> bool:
            owner = self.app.entities[entity].owner
            return entity not in role.own or (owner is not None and row.get(owner.name) == me)

        return Desk(self.app, self.parts.types, records, self.now, me, visible)

    def _compose(self, state: State) -> View:
        screen = self.app.screen_at(state.place.screen)
        role = self.app.roles[state.role]
        if screen is None or role.name not in screen.roles:
            return self._closed(state)
        scene = self.scene(state)
        kind = self.parts.kinds[screen.kind]
        if kind.needs_row and scene.row is None:
            return self._closed(state)
        notice = (Notice(element_id(screen.name, "notice"), state.notice, "good"),) if state.notice else ()
        title = scene.title(scene.row) if kind.needs_row and scene.row is not None else screen.name
        return self._frame(state, title, (*notice, *kind.compose(scene)), back=self._back(scene, entry=kind.entry))

    def _frame(self, state: State, title: str, blocks: tuple[Block, ...], *, back: Control | None) -> View:
        role = self.app.roles[state.role]
        person = (
            self._desk(state).records.title(self.solution.people, self.person(role.name))
            if self.solution.people
            else ""
        )
        return View(
            screen=state.place.screen,
            role=role.name,
            person=person,
            place=state.place,
            title=title,
            blocks=blocks,
            nav=tuple(self._nav(role, state.place.screen)),
            back=back,
        )

    def _nav(self, role: Role, at: str) -> list[Control]:
        """Return the screens of a role's navigation, where they start first."""
        entries = [s for s in self.app.screens.values() if role.name in s.roles and self.parts.kinds[s.kind].entry]
        entries.sort(key=lambda s: s.key != self._entry(role))
        return [
            Control(element_id("nav", s.name), s.name, Go(Place(s.key)), "link", current=s.key == at) for s in entries
        ]

    def _back(self, scene: Scene, *, entry: bool) -> Control | None:
        """Return the way back to the list one came from; a screen of the navigation needs none."""
        if entry:
            return None
        place = scene.state.back or Place(self._entry(scene.role))
        screen = self.app.screen_at(place.screen)
        return (
            Control(element_id(scene.screen.name, "back"), screen.name, Go(place), "link")
            if screen and screen is not scene.screen
            else None
        )

    def _closed(self, state: State) -> View:
        """Return the view of a place that is not this role's."""
        start = Place(self._entry(self.app.roles[state.role]))
        control = Control("closed.start", "Go to the start", Go(start), "primary")
        notice = Notice("closed.notice", f"There is nothing here for the role {state.role}.", "warn", control)
        return self._frame(state, "You cannot see this page", (notice,), back=None)

    def _go(self, state: State, action: Go) -> State:
        if action.role and action.role in self.app.roles:
            return replace(self.start(action.role), changes=state.changes, made=state.made)
        screen = self.app.screen_at(action.place.screen)
        stays = screen is not None and self.parts.kinds[screen.kind].entry
        back = action.place if stays else state.back
        return replace(state, place=action.place, attempt=None, notice="", back=back)

    def _entry(self, role: Role) -> str:
        """Return the key of the screen a role starts at: the one named, else the first in the navigation."""
        if role.start:
            return self.app.screens[role.start].key
        own = [s for s in self.app.screens.values() if role.name in s.roles and not self.parts.kinds[s.kind].needs_row]
        entries = [s for s in own if self.parts.kinds[s.kind].entry]
        first: Screen | None = next(iter(entries or own), None)
        return first.key if first else ""

    def _holds(self, condition: Expression, entity: str, row: Row, me: str) -> bool:
        fields = self.app.entities[entity].fields.values()
        return condition.holds({named(f): row.get(f.name) for f in fields} | {"now": self.now, "me": me})

    def _done(self, done: Done, state: State) -> bool:
        """Return whether a row that this session made or changed holds the values."""
        desk = self._desk(state)
        entity = self.app.entities[done.entity]
        rows = (
            desk.records.get(done.entity, key)
            for key, row in state.changes.get(done.entity, {}).items()
            if row is not None
        )
        wanted: Mapping[str, Value] = {
            k: desk.me if v == ME and entity.fields[k].refers else v for k, v in done.values.items()
        }
        return any(
            row is not None
            and all(_holds_value(desk, entity.fields[k].refers, row.get(k), v) for k, v in wanted.items())
            for row in rows
        )


def _holds_value(desk: Desk, refers: str, value: Value, wanted: Value) -> bool:
    """Return whether a value is the one wanted; a reference may be wanted by id or by title."""
    return value == wanted or (bool(refers) and desk.records.title(refers, str(value)) == wanted)


def _same(answer: str, right: str) -> bool:
    """Return whether two answers are one, apart from case, spaces and quotes."""
    plain = [" ".join(text.casefold().strip(" '\"\u2018\u2019\u201c\u201d.").split()) for text in (answer, right)]
    return bool(plain[1]) and plain[0] == plain[1]


def _moment(value: Value) -> datetime:
    """Return the spec's clock as a point in time."""
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, 9) if isinstance(value, date) else datetime(2026, 1, 5, 9)

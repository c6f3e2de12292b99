"""The prototype as a pure state machine: `view` says what a role sees, `step` what an action makes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from toolkit.domain import stepping, tasks
from toolkit.domain.action import Action, Create, Delete, Go, Place, Update, template
from toolkit.domain.dataset import Dataset
from toolkit.domain.desk import Desk
from toolkit.domain.language import ENGLISH, Language, message
from toolkit.domain.parts import Parts
from toolkit.domain.records import Memory, Records
from toolkit.domain.rules import CodeError
from toolkit.domain.scene import Scene
from toolkit.domain.solution import CREATE, DELETE, UPDATE, Answered, App, Field, Role, Screen, Solution, Task
from toolkit.domain.state import State
from toolkit.domain.translating import translated
from toolkit.domain.values import Row, Value, element_id
from toolkit.domain.view import Block, Control, Notice, View
from toolkit.errors import ToolkitError

_VERBS = {Create: CREATE, Update: UPDATE, Delete: DELETE}
NOWHERE = "nowhere"
"""The address of a role that has no screen: nothing lies there, and it says so."""


FAILED = message("This page cannot be shown at the moment.")
"""What a customer reads where a screen's own file fails."""


class Refused(ToolkitError):
    """An action that the view does not offer: forged, outdated, or not this role's to do."""


class Machine:
    """One option of a solution on a dataset. Everything is a function of the state that is handed in."""

    def __init__(
        self, solution: Solution, option: str, dataset: Dataset, parts: Parts, *, language: Language = ENGLISH
    ) -> None:
        """Take what never changes; an empty `option` is the spec without any overlay."""
        self.solution, self.option, self.dataset, self.parts = solution, option, dataset, parts
        self.language = language
        self.app: App = translated(solution.apps[option] if option else solution.base, language)
        self.now = _moment(solution.now)
        self._memory = Memory()
        self._spoken: dict[Language, Machine] = {language: self}
        self._people = {role: self._first_person(role) for role in self.app.roles}
        self._last: tuple[State, View] | None = None

    def speaking(self, language: Language) -> "Machine":
        """Return the same machine in another language: every state of one is a state of the other."""
        if language not in self._spoken:
            other = Machine(self.solution, self.option, self.dataset, self.parts, language=language)
            other._memory, other._spoken = self._memory, self._spoken  # what was worked out of the rows is the same
            self._spoken[language] = other
        return self._spoken[language]

    def start(self, role: str) -> State:
        """Return the state in which somebody in this role begins. Raises KeyError for a role that is none."""
        place = Place(self._entry(self.app.roles[role]))
        return State(role, place, back=place)

    def begin(self) -> State:
        """Return the state in which somebody begins who says no role."""
        return self.start(next(iter(self.app.roles)))

    def view(self, state: State) -> View:
        """Return what is seen; a place that is not this role's gives a view that says so, whether or not it exists."""
        last = self._last
        if last is None or last[0] is not state:
            self._last = last = (state, self._compose(state))  # one assignment, for sessions may share it from threads
        return last[1]

    def shows(self, state: State) -> bool:
        """Return whether there is anything at a state's place, and for its role."""
        screen = self.app.screen_at(state.place.screen)
        if screen is None or state.role not in screen.roles:
            return False
        return not self.parts.kinds[screen.kind].needs_row or self.scene(state).row is not None

    def step(self, state: State, action: Action) -> State:
        """Return the state after an action. Raises Refused if the view does not offer it.

        Going to an address is always possible (what is not allowed shows as not allowed); everything else has to be
        offered by the view, and of what was typed only the answers to what its form asks for are read. A form with
        mistakes gives a state with an `attempt`.
        """
        if isinstance(action, Go):
            return self._go(state, action)
        state = replace(state, refused="") if state.refused else state
        view, wanted = self.view(state), template(action)
        control = next((c for c in view.controls() if template(c.action) == wanted), None)
        if control is None or not self._rightful(state, action):
            raise Refused(
                f"'{type(action).__name__.lower()}' cannot be done here",
                where=state.place.path,
                fix="look at the screen again: it offers what can be done now",
            )
        form = view.form(control.id)
        asked = tuple(i.name for i in form.inputs) if form else ()
        return stepping.step(self.scene(state), action, asked=asked, landing=self.landing)

    def _rightful(self, state: State, action: Action) -> bool:
        """Return whether the role may do such a thing at all, whatever a screen kind offers it."""
        verb = next((v for kind, v in _VERBS.items() if isinstance(action, kind)), "")
        return not verb or self.app.roles[state.role].allows(verb, getattr(action, "entity", ""))

    def met(self, task: Task, state: State, answer: str = "") -> bool:
        """Return whether a task's goal is reached: a row made or changed in this session, or the right answer given."""
        if task.done:
            return tasks.done(self._desk(state), task.done, state.changes)
        return task.answer is not None and tasks.same(answer, self.right_answer(task.answer, state))

    def right_answer(self, answer: Answered, state: State) -> str:
        """Return the answer as the role would read it on the screen; empty if there is no such row."""
        return tasks.right(self._desk(state), answer)

    def ranked(self, answer: Answered, state: State) -> tuple[str, ...]:
        """Return the ids of the rows that fit an answer's condition and the role may see, in the answer's order."""
        return tuple(str(row["id"]) for row in tasks.ranked(self._desk(state), answer))

    def person(self, role: str) -> str:
        """Return the id of the person in a role: the first whose own field names the role, else the first of all."""
        return self._people[role]

    def scene(self, state: State) -> Scene:
        """Return what the place's screen kind may ask. Raises KeyError for a screen that is none."""
        screen = self.app.screen_at(state.place.screen)
        if screen is None:
            raise KeyError(state.place.screen)
        return Scene(self.app, screen, self.app.roles[state.role], state, self._desk(state), self.parts.kinds)

    def landing(self, state: State, entity: str, row: str, then: str) -> Place:
        """Return where somebody is after a row was made: the screen named, else its detail, else where they came from.

        A screen named that shows one row of another entity shows the one that the new row refers to; no screen is
        landed on that this role could not see.
        """
        scene = self.scene(state)
        screen = scene.may(then) if then else scene.screen_for("detail", entity)
        place = self._showing(scene, screen, entity, row) if screen else None
        return place or state.back or Place(self._entry(scene.role))

    def _showing(self, scene: Scene, screen: Screen, entity: str, key: str) -> Place | None:
        """Return the place of a screen after a row was made, if there is anything to see."""
        if not self.parts.kinds[screen.kind].needs_row:
            return Place(screen.key)
        made = scene.records.get(entity, key) or {}
        if screen.entity != entity:
            link = next((f for f in self.app.entities[entity].fields.values() if f.refers == screen.entity), None)
            key = str(made.get(link.name) or "") if link else ""
        shown = scene.records.get(screen.entity, key)
        return Place(screen.key, key) if shown and scene.desk.visible(screen.entity, shown) else None

    def _desk(self, state: State) -> Desk:
        records = Records(
            app=self.app,
            dataset=self.dataset,
            changes=state.changes,
            now=self.now,
            memory=self._memory,
            show=self._show,
            people=self.solution.people,
        )
        me = self.person(state.role)
        role = self.app.roles[state.role]

        def visible(entity: str, row: Row) -> bool:
            if entity in role.own:
                owner = self.app.entities[entity].owner
                if owner is not None and row.get(owner.name) == me:
                    return True
            seen = role.sees.get(entity)
            return records.holds(seen, entity, row, me=me) if seen else entity not in role.own

        rules, people = self.parts.rules, self.solution.people
        foreign = "en" if self.dataset.locale.startswith("en") and not self.language.code.startswith("en") else ""
        desk = Desk(self.app, self.parts.types, records, self.now, me, visible, self.language, rules, people)
        return replace(desk, foreign=foreign) if foreign else desk

    def _show(self, field: Field, value: Value) -> str:
        return self.parts.types[field.type].show(value, field)

    def _compose(self, state: State) -> View:
        if not self.shows(state):
            return self.closed(state)
        scene = self.scene(state)
        screen, kind = scene.screen, self.parts.kinds[scene.screen.kind]
        title = scene.title(scene.row) if kind.needs_row and scene.row is not None else scene.own(screen.name)
        blocks = (*_told(screen, state), *self._blocks(scene))
        return self._frame(state, title, blocks, back=self._back(scene, entry=kind.entry))

    def _blocks(self, scene: Scene) -> tuple[Block, ...]:
        """Return what the screen's own file draws, else its kind; where the file fails, a sentence that says so."""
        own = self.parts.screens.get(scene.screen.name)
        if own is None:
            return self.parts.kinds[scene.screen.kind].compose(scene)
        try:
            return own(scene)
        except CodeError:  # who presents is told what it was, see toolkit/services/code
            return (Notice(element_id(scene.screen.name, "failed"), scene.say(FAILED), "warn"),)

    def _frame(self, state: State, title: str, blocks: tuple[Block, ...], *, back: Control | None) -> View:
        role = self.app.roles[state.role]
        people = self.solution.people
        return View(
            screen=state.place.screen,
            role=role.name,
            person=self._desk(state).records.title(people, self.person(role.name)) if people else "",
            place=state.place,
            title=title,
            blocks=blocks,
            nav=tuple(self._nav(role, state.place.screen)),
            back=back,
            language=self.language,
        )

    def _nav(self, role: Role, at: str) -> list[Control]:
        """Return the screens of a role's navigation, where they start first."""
        entries = [s for s in self.app.screens.values() if role.name in s.roles and self.parts.kinds[s.kind].entry]
        entries.sort(key=lambda s: s.key != self._entry(role))
        return [
            Control(element_id("nav", s.name), self.language.own(s.name), Go(Place(s.key)), "link", current=s.key == at)
            for s in entries
        ]

    def _back(self, scene: Scene, *, entry: bool) -> Control | None:
        """Return the way back to the list one came from; a screen of the navigation needs none."""
        place = scene.state.back
        screen = self.app.screen_at(place.screen) if place else None
        if entry or place is None or screen is None or screen is scene.screen:
            return None
        return Control(element_id(scene.screen.name, "back"), scene.own(screen.name), Go(place), "link")

    def closed(self, state: State) -> View:
        """Return the view of a place that is not this role's."""
        start, say = Place(self._entry(self.app.roles[state.role])), self.language.say
        role = self.language.own(state.role)
        if start.screen == NOWHERE:
            said = say("This prototype has no screen for the role {role}.", role=role)
            return self._frame(state, say("Nothing to see"), (Notice("closed.notice", said, "warn"),), back=None)
        control = Control("closed.start", say("Go to the start"), Go(start), "primary")
        notice = Notice("closed.notice", say("There is nothing here for the role {role}.", role=role), "warn", control)
        return self._frame(state, say("You cannot see this page"), (notice,), back=None)

    def _go(self, state: State, action: Go) -> State:
        if action.role and action.role in self.app.roles:
            begun = self.start(action.role)
            return replace(
                state, role=begun.role, place=begun.place, back=begun.back, drafts={}, attempt=None, notice=""
            )
        screen = self.app.screen_at(action.place.screen)
        stays = screen is not None and state.role in screen.roles and self.parts.kinds[screen.kind].entry
        back = action.place if stays else state.back
        return replace(state, place=action.place, attempt=None, notice="", refused="", back=back)

    def _entry(self, role: Role) -> str:
        """Return the key of the screen a role starts at: the one named, else the first in the navigation."""
        if role.start:
            return self.app.screens[role.start].key
        own = [s for s in self.app.screens.values() if role.name in s.roles and not self.parts.kinds[s.kind].needs_row]
        entries = [s for s in own if self.parts.kinds[s.kind].entry]
        first: Screen | None = next(iter(entries or own), None)
        return first.key if first else NOWHERE

    def _first_person(self, role: str) -> str:
        people = self.app.entities.get(self.solution.people)
        if people is None:
            return ""
        naming = next((f.name for f in people.fields.values() if role in f.options), "")
        rows = self.dataset.rows(people.name)
        return next((key for key, row in rows.items() if naming and row.get(naming) == role), next(iter(rows), ""))


def _told(screen: Screen, state: State) -> Iterator[Notice]:
    """Yield what became of the last action."""
    ident = element_id(screen.name, "notice")
    if state.refused:
        yield Notice(ident, state.refused, "bad")
    elif state.notice:
        yield Notice(ident, state.notice, "good")


def _moment(value: Value) -> datetime:
    """Return the spec's clock as a point in time."""
    if isinstance(value, datetime):
        return value
    return datetime(value.year, value.month, value.day, 9) if isinstance(value, date) else datetime(2026, 1, 5, 9)

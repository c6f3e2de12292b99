"""Random walks through the bundled prototypes: whatever is done, and by whom, there is a view and nothing breaks."""

import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.unit.machine.desk import PLUGINS, SPECS
from toolkit.data import make
from toolkit.domain.action import (
    Action,
    Answer,
    Create,
    Delete,
    Go,
    Place,
    Transition,
    Update,
    filled,
    from_json,
    to_json,
)
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State
from toolkit.domain.view import Input
from toolkit.spec.reading import read

WALKS = [("helpdesk", ""), ("helpdesk", "dashboard"), ("helpdesk", "late-first"), ("rebooking", "search")]
WALKS += [("rebooking", "seat-held"), ("street-event", "one-page"), ("street-event", "step-by-step")]
NONSENSE = ["", " ", "x", "yes", "-1", "nan", "1e400", "2026-03-02", "2026-02-30T25:00", "ticket-1", "\n", "😀" * 99]
SOME = st.one_of(st.sampled_from(NONSENSE), st.text(st.characters(codec="utf-8"), max_size=12))


@cache
def prototype(name: str, option: str) -> Machine:
    solution = read(SPECS / name / "spec.yaml", PLUGINS.parts).solution
    assert solution is not None
    return Machine(solution, option, make(solution, PLUGINS.field_types), PLUGINS.parts)


def answers(asked: Input) -> st.SearchStrategy[str]:
    """Return what may be sent for an input: what stands there, what is offered, something likely, or nonsense."""
    likely = [asked.value, *(c.value for c in asked.choices[:9]), "A likely text", "+44 7700 900142", "12"]
    return st.one_of(st.sampled_from(likely), SOME)


class Walk(RuleBasedStateMachine):
    """One session, with every action written down as the recorder does."""

    @initialize(walk=st.sampled_from(WALKS), data=st.data())
    def begin(self, walk: tuple[str, str], data: st.DataObject) -> None:
        self.desk = prototype(*walk)
        self.rows = repr(self.desk.dataset)
        self.state = self.first = self.desk.start(data.draw(st.sampled_from(list(self.desk.app.roles))))
        self.log: list[str] = []

    def do(self, action: Action) -> None:
        self.state = self.desk.step(self.state, action)
        self.log.append(json.dumps(to_json(action)))

    @rule(data=st.data())
    def use_a_control(self, data: st.DataObject) -> None:
        view = self.desk.view(self.state)
        controls = list(view.controls())
        if not controls:
            return
        control = data.draw(st.sampled_from(controls))
        form = view.form(control.id)
        values = {i.name: data.draw(answers(i), label=i.name) for i in form.inputs} if form else {}
        self.do(filled(control.action, values))

    @rule(data=st.data())
    def go_to_an_address(self, data: st.DataObject) -> None:
        screen = data.draw(st.sampled_from([s.key for s in self.desk.app.screens.values()]) | SOME)
        row = data.draw(st.sampled_from(["", "ticket-1", "ticket-new-1", "flight-2", "rebooking-new-1"]) | SOME)
        names = st.sampled_from(["q", "page", "sort", "status", "late", "do", "step", "check", "figure"]) | SOME
        likely = ["-due", "title", "2", "Open", "none", "edit", "triage", "assign", "your-seat", "_check"]
        query = data.draw(st.dictionaries(names, st.sampled_from(likely) | SOME, max_size=3))
        self.do(Go(Place.at(Place(screen, row).with_(**query).path)))

    @rule(data=st.data())
    def become_somebody_else(self, data: st.DataObject) -> None:
        self.do(Go(Place(""), role=data.draw(st.sampled_from([*self.desk.app.roles, "Nobody"]))))

    @rule(data=st.data())
    def send_what_was_not_offered(self, data: st.DataObject) -> None:
        entity = data.draw(st.sampled_from([*self.desk.app.entities, "Nothing"]))
        row, name = data.draw(st.sampled_from(["ticket-1", "user-1", ""]) | SOME), data.draw(SOME)
        values = data.draw(st.dictionaries(st.sampled_from(["title", "status", "id"]) | SOME, SOME, max_size=2))
        action: Action = data.draw(
            st.sampled_from(
                [
                    Create(entity, name, fixed=values, values=values),
                    Update(entity, row, name, values),
                    Transition(entity, row, name, values=values),
                    Answer(name, row, name, values),
                    Delete(entity, row),
                ]
            )
        )
        with pytest.raises(Refused):
            self.desk.step(self.state, action)

    @invariant()
    def everybody_has_a_view_of_this_place(self) -> None:
        for role in self.desk.app.roles:
            view = self.desk.view(replace(self.state, role=role))
            ids = [control.id for control in view.controls()]
            assert view.title
            assert len(ids) == len(set(ids)), ids
            assert all(control.label for control in view.controls())

    @invariant()
    def the_place_is_what_its_address_says(self) -> None:
        path = self.state.place.path
        assert Place.at(path, longest=len(path)).path == path

    def teardown(self) -> None:
        if not hasattr(self, "log"):
            return
        assert repr(self.desk.dataset) == self.rows
        again: State = self.first
        for line in self.log:
            again = self.desk.step(again, from_json(json.loads(line)))
        assert again == self.state


TestWalks = Walk.TestCase
TestWalks.settings = settings(max_examples=20, stateful_step_count=10, deadline=None)

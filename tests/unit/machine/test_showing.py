"""The states of a screen: nobody writes them, every screen has them, and only who presents is shown them."""

from dataclasses import replace

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import DATASET, block, go, labels, machine, titles
from toolkit.domain.action import Create, Go, Place, filled
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Refused
from toolkit.domain.showing import STATES, Showing
from toolkit.domain.sketch import Skeleton
from toolkit.domain.state import State
from toolkit.domain.thinning import repeated, thinned
from toolkit.domain.view import Facts, Form, Notice, Table, Timeline, View


def full(entity: str) -> Dataset:
    return replace(DATASET, tables={**DATASET.tables, entity: repeated(DATASET, 2_000).tables[entity]})


def desk() -> Showing:
    comments = {
        f"comment-{n}": {
            "id": f"comment-{n}",
            "ticket": "ticket-4",
            "author": "user-2",
            "body": f"Note {n}",
            "time": None,
        }
        for n in range(1, 4)
    }
    return Showing(machine("late-first", replace(DATASET, tables={**DATASET.tables, "Comment": comments})), full)


def seen(path: str, role: str = "Agent") -> View:
    showing = desk()
    return showing.view(showing.step(showing.start(role), Go(Place.at(path))))


def posts(view: View) -> int:
    return sum(bool(moment.text) for moment in block(view, Timeline).moments)


def test_a_list_is_shown_without_rows_with_one_and_with_very_many() -> None:
    assert "No tickets yet." in block(seen("queue?state=empty"), Notice).text
    assert titles(seen("queue?state=one")) == titles(seen("queue"))[:1]
    assert block(seen("queue?state=one"), Form).tally == "1 ticket"
    assert block(seen("queue?state=many"), Table).total > 1_000
    assert titles(seen("queue?state=normal")) == titles(seen("queue"))


def test_a_list_of_ones_own_rows_has_a_row_and_very_many_for_somebody_who_has_none() -> None:
    theirs = {key: {**row, "requester": "user-2"} for key, row in DATASET.rows("Ticket").items()}
    showing = Showing(machine("", replace(DATASET, tables={**DATASET.tables, "Ticket": theirs})), full)
    here = replace(showing.start("Employee"), place=Place("my-tickets"))
    views = [showing.view(replace(here, place=here.place.with_(state=name))) for name in ("normal", "one", "many")]
    totals = [[b.total for b in view.blocks if isinstance(b, Table)] for view in views]
    assert totals == [[], [1], [len(full("Ticket").rows("Ticket"))]]
    opens = [block(view, Table).rows[0].open for view in views[1:]]
    assert [showing.view(showing.step(here, way.action)).title for way in opens if way] == ["VPN not connecting"] * 2


def test_a_record_is_shown_with_little_and_with_much_that_belongs_to_it() -> None:
    assert [posts(seen(f"ticket/ticket-1?state={name}")) for name in ("normal", "empty", "one", "many")] == [0, 0, 1, 3]
    assert {seen(f"ticket/ticket-1?state={name}").title for name in ("empty", "one", "many")} == {"VPN not connecting"}
    assert block(seen("ticket/ticket-2?state=empty"), Facts).facts


def test_loading_shows_the_shape_and_lets_one_go_elsewhere() -> None:
    view = seen("ticket/ticket-4?state=loading")
    assert [b.shape for b in view.blocks if isinstance(b, Skeleton)] == ["facts", "posts", "form"]
    assert block(view, Skeleton).said == "Loading Badge lost"
    assert labels(view) == ["Queue", "Queue"]


def test_an_error_says_so_and_trying_again_shows_the_screen() -> None:
    showing = desk()
    state = go(showing.machine, showing.start("Agent"), "queue?q=lost&state=error")
    notice = block(showing.view(state), Notice)
    assert (notice.tone, notice.heading) == ("bad", "Something went wrong")
    assert notice.control is not None
    assert notice.control.label == "Try again"
    after = showing.step(state, notice.control.action)
    assert after.place == Place.at("queue?q=lost")
    assert titles(showing.view(after)) == ["Badge lost"]


def test_no_permission_is_what_the_machine_says_of_other_roles_screens() -> None:
    assert seen("queue?state=no-permission").title == seen("my-tickets").title == "You cannot see this page"


@pytest.mark.parametrize(
    ("name", "told"),
    [("empties", "Did you mean 'empty'?"), ("purple", "normal, empty, one, many, loading, error, no-permission")],
)
def test_a_state_that_there_is_not_is_said_with_those_there_are(name: str, told: str) -> None:
    notice = block(seen(f"queue?state={name}"), Notice)
    assert f"There is no state '{name}'." in notice.text
    assert told in notice.text
    assert notice.control is not None
    assert notice.control.action == Go(Place("queue"))


@pytest.mark.parametrize("name", STATES)
def test_no_state_shows_a_role_what_is_not_theirs(name: str) -> None:
    assert seen(f"queue?state={name}", "Employee").title == "You cannot see this page"
    assert seen(f"no-such-screen?state={name}").title == "You cannot see this page"
    assert seen(f"ticket/ticket-99?state={name}").title == "You cannot see this page"


@pytest.mark.parametrize("name", ["one", "many"])
def test_links_stay_on_the_rows_that_are_shown_until_one_goes_back_to_normal(name: str) -> None:
    showing = desk()
    state = go(showing.machine, showing.start("Agent"), f"queue?state={name}")
    into = block(showing.view(state), Table).rows[0].open
    assert into is not None
    after = showing.step(state, into.action)
    assert after.place.get("state") == name
    assert showing.view(after).title == into.label
    back = showing.view(after).back
    assert back is not None
    assert back.action == Go(Place("queue").with_(state=name))


def test_what_is_done_on_other_rows_stays_there() -> None:
    showing = desk()
    state = go(showing.machine, showing.start("Employee"), "new-ticket?state=empty")
    form = block(showing.view(state), Form)
    state = showing.step(state, filled(form.submit.action, {"title": "The first of all", "priority": "Low"}))
    assert showing.view(state).title == "The first of all"
    assert titles(showing.view(showing.step(state, Go(Place.at("my-tickets?state=empty"))))) == ["The first of all"]
    assert "The first of all" not in titles(showing.view(showing.step(state, Go(Place.at("my-tickets")))))
    assert "The first of all" not in titles(showing.view(showing.step(state, Go(Place.at("my-tickets?state=one")))))


@pytest.mark.parametrize("name", ["loading", "error", "no-permission", "purple"])
def test_nothing_can_be_done_where_nothing_is_shown(name: str) -> None:
    showing = desk()
    state = go(showing.machine, showing.start("Employee"), f"new-ticket?state={name}")
    with pytest.raises(Refused):
        showing.step(state, Create("Ticket", form="new-ticket", values={"title": "Forged ticket"}))


def test_to_a_participants_machine_the_word_in_the_address_means_nothing() -> None:
    plain = machine()
    state: State = go(plain, plain.start("Employee"), "my-tickets?state=empty")
    assert titles(plain.view(state)) == titles(plain.view(plain.start("Employee")))


def test_a_dataset_with_fewer_rows_refers_to_none_that_is_gone() -> None:
    entities = machine().app.entities
    few = thinned(DATASET, entities, {"Ticket": ("ticket-4",)}, "User")
    assert list(few.rows("Ticket")) == ["ticket-4"]
    nobody = thinned(DATASET, entities, {"User": ("user-4",)}, "User")
    assert list(nobody.rows("Ticket")) == ["ticket-4"]
    assigned = {key: {**row, "assignee": "user-2"} for key, row in DATASET.rows("Ticket").items()}
    theirs = replace(DATASET, tables={**DATASET.tables, "Ticket": assigned})
    left = thinned(theirs, entities, {"User": ("user-1",)}, "User")
    assert {row["assignee"] for row in left.rows("Ticket").values()} == {None}


def test_a_list_that_narrows_by_a_field_called_state_has_another_word_for_it_in_addresses() -> None:
    spec = """
        solution: Parcels
        roles: [User]
        entities: {Parcel: {name: text, state: [Sent, Lost]}}
        screens: {Parcels: {list: Parcel, filter: [state]}}
        """
    rows = [{"name": "Book", "state": "Sent"}, {"name": "Lamp", "state": "Lost"}]
    plain = prototype(spec, Parcel=rows)
    showing = Showing(plain, lambda _: plain.dataset)
    there = showing.step(showing.start("User"), Go(Place.at("parcels?state_=Lost&state=many")))
    assert titles(showing.view(there)) == ["Lamp"]

"""A study moves from one store to another whole, and what was changed on the way is refused."""

import gzip
import json

import pytest

from toolkit.domain.action import Create
from toolkit.errors import ToolkitError
from toolkit.services.book import Book
from toolkit.services.extract import extract, restore
from toolkit.services.ingest import Parcel, Turned, ingest
from toolkit.services.invite import invite, invite_robot, session_of
from toolkit.services.recall import recall, rrweb_events
from toolkit.services.register import register
from toolkit.services.walk import Walk
from toolkit.services.withdraw import withdraw
from toolkit.stores.sqlite import open_sqlite


@pytest.fixture
def study(book, plan, machines):
    """One person under way, one who withdrew, one who never came, and a robot."""
    study = register(book, plan)
    first, second, _ = invite(book, study, people=3)
    for person in (first, second):
        walk = Walk(book, person.session.id, study=study, machines=machines)
        walk.consent({"name": "phone"})
        walk.start()
        walk.act(Create("Todo", form="list.form", values={"title": "milk"}))
    withdraw(book, second.session.id)
    body = gzip.compress(json.dumps([{"type": 4, "timestamp": 1}]).encode())
    ingest(book, Parcel(first.session.id, "rrweb", 1, body), token=first.token)
    with pytest.raises(Turned):
        ingest(book, Parcel(first.session.id, "rrweb", 2, b""), token=first.token)
    robot = Walk(book, invite_robot(book, study, option="one", task="add").session.id, study=study, machines=machines)
    robot.start()
    robot.give_up("no button")
    return study


@pytest.fixture
def other(book, tmp_path):
    store = open_sqlite(tmp_path / "other" / "store.sqlite")
    yield Book(store, book.links, book.clock)
    store.close()


def test_everything_arrives(book, other, study, machines):
    data = json.loads(json.dumps(extract(book, study.id)))
    assert restore(other, data) == study
    assert recall(other, study.id) == recall(book, study.id)
    first = recall(book, study.id)[0].session
    assert rrweb_events(other, first.id) == rrweb_events(book, first.id)
    assert session_of(other, book.links.token(first.id)) == first
    assert extract(other, study.id) == extract(book, study.id)
    assert Walk(other, first.id, study=study, machines=machines).state.changes


@pytest.mark.parametrize("kind", ["registered", "reserved", "withdrawn"])
def test_a_changed_ledger_is_refused_and_nothing_is_taken_in(book, other, study, kind):
    data = extract(book, study.id)
    next(line for line in data["ledger"] if line["kind"] == kind)["at"] = "another time"
    with pytest.raises(ToolkitError):
        restore(other, data)
    with other.store.reading() as work:
        assert work.study(study.id) is None


def test_a_study_is_not_taken_in_twice(book, other, study):
    restore(other, extract(book, study.id))
    with pytest.raises(ToolkitError):
        restore(other, extract(book, study.id))


def test_what_is_no_extract_is_said(other, book):
    with pytest.raises(ToolkitError):
        restore(other, {"format": "something else"})
    with pytest.raises(ToolkitError):
        extract(book, "nothing")

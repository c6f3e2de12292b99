"""A prototype of one screen, two options and one task, and a book whose clock the test moves."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.clock import Hand
from toolkit.domain.action import Create
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.machine import Machine
from toolkit.domain.parts import Parts, ScreenKind
from toolkit.domain.scene import Scene
from toolkit.domain.solution import App, DataPlan, Done, Entity, Field, Request, Role, Screen, Solution, Task
from toolkit.domain.study import Plan, Way
from toolkit.domain.view import Block
from toolkit.services.book import Book
from toolkit.services.links import Links
from toolkit.stores.sqlite import open_sqlite

TEXT = FieldType(
    "text",
    ("text",),
    "line",
    read=lambda text, _: text,
    show=lambda value, _: str(value),
    typed=lambda value, _: str(value),
    fake=lambda _, draw: draw.pick(("a", "b")),
    span="characters",
)


@dataclass(frozen=True)
class NoSettings:
    pass


def compose(scene: Scene) -> tuple[Block, ...]:
    return (scene.form("Add", scene.entity, ("title",), action=Create("Todo", form="list.form")),)


def solution() -> Solution:
    title = Field("title", "text", "Title", low=3)
    app = App(
        roles={"User": Role("User"), "Boss": Role("Boss")},
        entities={"Todo": Entity("Todo", {"title": title})},
        screens={
            "Todos": Screen("Todos", "plain", "Todo", ("User", "Boss"), NoSettings()),
            "About": Screen("About", "plain", "Todo", ("User",), NoSettings()),
        },
    )
    return Solution(
        title="Todos",
        request=Request("A list"),
        problem="",
        now=None,
        goals=(),
        people="",
        base=app,
        options={},
        apps={"one": app, "two": app},
        tasks={
            "add": Task("add", "User", "Add milk", done=Done("Todo", {"title": "milk"})),
            "look": Task("look", "User", "Look", done=Done("Todo", {"title": "none"})),
        },
        questions=(),
        data=DataPlan(),
    )


def machine(option: str, _language: str = "") -> Machine:
    parts = Parts({"plain": ScreenKind("plain", NoSettings, compose)}, {"text": TEXT})
    return Machine(solution(), option, Dataset({}, 1, "en_GB"), parts)


PLAN = Plan(
    prototype="todos",
    options=("one", "two"),
    tasks=("add",),
    questions=("missing",),
    people=8,
    ways=(Way("one", "add", ("todos",)), Way("two", "add", ("todos",))),
)


@dataclass
class Desk:
    """A workspace's file, opened as often as a test likes, as after a restart."""

    path: Path
    clock: Hand = field(default_factory=Hand)
    books: list[Book] = field(default_factory=list)

    def open(self) -> Book:
        self.books.append(Book(open_sqlite(self.path), Links(b"s" * 32), self.clock))
        return self.books[-1]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "store.sqlite")
    yield desk
    for book in desk.books:
        book.store.close()


@pytest.fixture
def book(desk):
    return desk.open()


@pytest.fixture
def machines():
    return machine


@pytest.fixture
def plan():
    return PLAN

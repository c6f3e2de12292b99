"""A workspace with one small spec, a study of it, and people and robots whose sessions are written by hand."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.clock import Hand
from toolkit.domain.decision import Said
from toolkit.domain.study import Plan, Study, Way
from toolkit.loader import Plugins, load
from toolkit.services.book import Book
from toolkit.services.decide import decide
from toolkit.services.invite import Invitation, invite, invite_robot
from toolkit.services.links import Links
from toolkit.services.load import load_prototype
from toolkit.services.recording import Log
from toolkit.services.register import register
from toolkit.services.verify import Verification, verify
from toolkit.services.workspace import Workspace
from toolkit.stores.sqlite import open_sqlite

SPEC = """\
solution: Shopping list
request:
  said: Give us a list | with <b>colours</b>
  chain: [Ann, Ben]
problem: Milk is forgotten.
goals:
  anyone can add: success of add >= 80 %
  adding is fast: time of add <= 30 s
  pleasant: sus >= 70
now: 2026-03-02 09:30
roles: [Shopper]
entities:
  Item:
    title: text, 2..40 characters
screens:
  Items: {list: Item, show: [title], new: New item}
  New item: {form: Item, ask: [title], then: Items}
options:
  plain:
    title: A plain list
    idea: customer
    benefits: [Nothing to learn]
    consequences: [Nobody sees what is urgent]
    costs: 1000 EUR once, 200 EUR a year
  sorted:
    title: A list that sorts itself
    idea: ours
    screens: {Items: {sort: [title]}}
tasks:
  add: {as: Shopper, say: Put milk on the list., done: {Item: {title: milk}}}
questions:
  missing: What is missing?
study: {people: 8}
data: {seed: 1, rows: {Item: 5}}
"""
OPTIONS = ("plain", "sorted")


@dataclass
class Desk:
    """One workspace, and what is done in it."""

    root: Path
    plugins: Plugins
    clock: Hand = field(default_factory=Hand)
    book: Book = field(init=False)

    def __post_init__(self) -> None:
        if not self.spec.exists():
            self.spec.parent.mkdir(parents=True)
            self.spec.write_text(SPEC, encoding="utf-8")
        store = open_sqlite(self.workspace.runtime_dir / "showtell.sqlite")
        self.book = Book(store, Links(b"s" * 32), self.clock)

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root)

    @property
    def spec(self) -> Path:
        return self.root / "prototypes" / "list" / "spec.yaml"

    @property
    def evidence(self) -> Path:
        """The one bundle there is."""
        (bundle,) = [path for path in (self.spec.parent / "evidence").iterdir() if path.is_dir()]
        return bundle

    def prototype(self):
        return load_prototype(self.spec, self.plugins)

    def register(self) -> Study:
        prototype = self.prototype()
        return register(
            self.book,
            Plan(
                prototype="list",
                options=OPTIONS,
                tasks=("add",),
                questions=("missing",),
                people=8,
                goals=prototype.solution.goals,
                ways=tuple(Way(option, "add", ("items", "new-item", "items")) for option in OPTIONS),
                spec=prototype.fingerprints["spec"],
            ),
        )

    def person(self, study: Study, *, seconds: float = 20.0, reached: bool = True, answer: str = "Eggs") -> Invitation:
        """Let a person go through all of the study, at the same pace on both options."""
        (invitation,) = invite(self.book, study)
        log = Log(self.book, invitation.session.id)
        log.write(("consented", {}), consented=log.now)
        for option in OPTIONS:
            self._task(log, option, seconds=seconds, reached=reached)
            log.write(("answered", {"about": "ease", "option": option, "task": "add", "value": 6}))
            log.write(("answered", {"about": "sus", "option": option, "value": [4, 2] * 5}))
        log.write(("answered", {"about": "question", "name": "missing", "value": answer}))
        log.end()
        return invitation

    def robot(self, study: Study, option: str, *, reached: bool = True) -> Invitation:
        invitation = invite_robot(self.book, study, option=option, task="add", device={"name": "phone"})
        log = Log(self.book, invitation.session.id)
        self._task(log, option, seconds=2.0, reached=reached)
        log.end()
        return invitation

    def decide(self, date: str = "2026-03-04", **said) -> Path:
        return decide(self.workspace, self.prototype(), book=self.book, plugins=self.plugins, said=Said(date, **said))

    def verify(self, record: Path) -> Verification:
        return verify(record, workspace=self.workspace, plugins=self.plugins, store=self.book.store)

    def _task(self, log: Log, option: str, *, seconds: float, reached: bool) -> None:
        about = {"option": option, "task": "add"}
        log.write(("task started", about | {"role": "Shopper", "screen": "items"}))
        for screen in ("new-item", "items"):
            self.clock.on(seconds / 2)
            action = {"kind": "create", "entity": "Item", "form": "f", "fixed": {}, "values": {"title": "secret milk"}}
            said = {"option": option, "action": action, "screen": screen, "took": 1.0, "errors": {}}
            log.write(("acted", said))
        log.write(("task ended", about | {"how": "done", "answer": "", "reached": reached, "reason": ""}))


@pytest.fixture(scope="session")
def plugins():
    return load(installed=False)


@pytest.fixture(scope="session")
def decided(tmp_path_factory, plugins):
    """A workspace in which six people and a robot took part and a decision was written, to be copied."""
    desk = Desk(tmp_path_factory.mktemp("decided") / "work", plugins)
    study = desk.register()
    for seconds in (12, 15, 18, 21, 24, 27):
        desk.person(study, seconds=seconds)
    desk.robot(study, "plain")
    desk.decide()
    desk.book.store.close()
    return desk.root


@pytest.fixture
def desk(tmp_path, plugins):
    desk = Desk(tmp_path / "work", plugins)
    yield desk
    desk.book.store.close()


@pytest.fixture
def study(desk):
    return desk.register()

"""A study in which somebody walked in another language than the spec's: what they saw is what is proved."""

from collections.abc import Callable

import pytest

from tests.unit.evidence.conftest import SPEC, Desk
from toolkit.domain.machine import Machine
from toolkit.domain.planner import Plan, plan
from toolkit.services.invite import invite
from toolkit.services.plan import plan_study
from toolkit.services.register import register
from toolkit.services.walk import Walk

ASKING = """\
  where: {as: Shopper, say: Where is the first thing on the list?, answer: {Item: aisle, first: title}}
questions:
"""
TEXTS = "Dairy: Milchprodukte\nBakery: Backwaren\nNew item: Neuer Artikel\nAisle: Gang\n"


@pytest.fixture
def desk(tmp_path, plugins):
    """A workspace whose spec is offered in German, and asks for an answer that is translated."""
    folder = tmp_path / "work" / "prototypes" / "list"
    folder.joinpath("languages").mkdir(parents=True)
    folder.joinpath("languages", "de.yaml").write_text(TEXTS, "utf-8")
    spec = SPEC.replace("characters\n", "characters\n    aisle: one of Dairy, Bakery\n").replace("questions:\n", ASKING)
    spec = spec.replace("ask: [title]", "ask: [title, aisle]").replace("show: [title]", "show: [title, aisle]")
    folder.joinpath("spec.yaml").write_text(f"{spec}languages: [de]\n", "utf-8")
    desk = Desk(tmp_path / "work", plugins)
    yield desk
    desk.book.store.close()


def do_task(opened: Callable[[], Walk], machine: Machine) -> str:
    """Do a task as planned in a machine's language, opening the session again for each step; return its answer."""
    walk = opened()
    found = plan(machine, walk.task)
    assert isinstance(found, Plan)
    walk.start()
    for step in found.steps:
        opened().act(step.action)
    walk = opened()
    assert walk.view.title == found.last.title
    assert walk.done(found.answer)
    return found.answer


def test_a_walk_in_german_goes_on_after_a_restart_is_right_in_german_and_verifies(desk):
    prototype = desk.prototype()
    study = register(desk.book, plan_study(prototype, people=1))
    session = invite(desk.book, study)[0].session.id

    def opened() -> Walk:
        return Walk(desk.book, session, study=study, machines=prototype.machine)

    opened().consent(language="de")
    answers = set()
    while (walk := opened()).stop.kind != "questions":
        match walk.stop.kind:
            case "task":
                answers.add(do_task(opened, prototype.machine(walk.stop.option, "de")))
            case "ease":
                walk.ease(6)
            case "sus":
                walk.sus((4, 2) * 5)
    walk.answer({"missing": "Nichts"})
    assert answers & {"Milchprodukte", "Backwaren"}
    assert desk.verify(desk.decide()).problems == ()
    assert '"language":"de"' in next((desk.evidence / "sessions").glob("*-person-*.json")).read_text("utf-8")

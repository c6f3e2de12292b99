"""Planning a study from a spec."""

from pathlib import Path

from toolkit.loader import load
from toolkit.services.book import open_book
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.plan import plan_again, plan_study
from toolkit.services.register import register

SPECS = Path(__file__).parents[3] / "prototypes"


def helpdesk() -> Prototype:
    return load_prototype(SPECS / "helpdesk" / "spec.yaml", load(None, installed=False))


def test_the_plan_freezes_goals_and_the_direct_ways() -> None:
    plan = plan_study(helpdesk())
    assert plan.people == 8
    assert plan.options == ("dashboard", "late-first")
    assert plan.goals[0].text == "time of find-late <= 30 s"
    way = plan.way("late-first", "work")
    assert way is not None
    assert way.screens == ("queue", "ticket", "ticket")
    assert all([plan.spec, plan.data, plan.build, plan.consent])


def test_the_same_spec_stays_the_same_study_however_many_people_were_asked(tmp_path: Path) -> None:
    book, prototype = open_book(tmp_path), helpdesk()
    asked = register(book, plan_again(book, prototype, people=3))
    assert register(book, plan_again(book, prototype)) == asked
    assert register(book, plan_again(book, prototype, people=4)).version == 2

"""Beginning a prototype."""

from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.load import load_prototype
from toolkit.services.new import begin, open_questions


def test_a_new_spec_can_be_served_as_it_is(tmp_path: Path) -> None:
    begun = begin("Meters", wish='an app: "report" broken meters # now', into=tmp_path)
    assert begun.path == tmp_path / "prototypes" / "meters" / "spec.yaml"
    prototype = load_prototype(begun.path, load(None, installed=False))
    assert prototype.solution.request.said == 'an app: "report" broken meters # now'
    assert [f for f in prototype.findings if f.severity == "error"] == []
    for machine in prototype.machines.values():
        assert machine.view(machine.start("Customer")).blocks


def test_a_wish_that_names_a_solution_is_asked_for_its_problem() -> None:
    assert "'dashboard'" in next(iter(open_questions("We need a dashboard")))
    assert "solution" not in " ".join(open_questions("Customers wait 3 days for an answer"))


def test_what_the_wish_says_is_not_asked_again() -> None:
    questions = " ".join(open_questions("Nurses spend 2 hours a day on the phone"))
    assert "Who would use it" not in questions
    assert "How would you know" not in questions


@pytest.mark.parametrize("name", ["", "  ", "///", "x" * 61])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ToolkitError, match="no name"):
        begin(name, wish="", into=tmp_path)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    begin("meters", wish="", into=tmp_path)
    with pytest.raises(ToolkitError, match="already") as caught:
        begin("Meters", wish="", into=tmp_path)
    assert "meters" in caught.value.where

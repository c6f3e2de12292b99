"""The decision record: written from evidence, refreshed without touching what people wrote, accepted by name."""

import sqlite3

import pytest

from toolkit.domain.madr import read_record
from toolkit.errors import ToolkitError
from toolkit.services.withdraw import withdraw


def read(path):
    return read_record(path.read_text("utf-8"), where=path.name)


def bundles(desk):
    return [path.name for path in (desk.spec.parent / "evidence").iterdir() if path.is_dir()]


def test_a_record_lies_where_decisions_lie_and_reads_strictly(desk, study):
    path = desk.decide()
    assert path.relative_to(desk.root).as_posix() == "docs/decisions/0001-shopping-list.md"
    record = read(path)
    assert record.ours
    assert record.warnings == ()
    assert (record.status, record.date, record.deciders) == ("proposed", "2026-03-04", ())
    assert record.options == ("A plain list", "A list that sorts itself")
    assert record.field("evidence") == f"sha256:{desk.evidence.name}"


def test_what_was_asked_for_and_what_it_costs_is_in_it(desk, study):
    text = desk.decide().read_text("utf-8")
    assert "> Give us a list \\| with &lt;b>colours&lt;/b>" in text
    assert "Ann said so first-hand; it reached us through Ben." in text
    assert "1,600 EUR over three years" in text
    assert "* Good, because nothing to learn" in text
    assert "* Bad, because nobody sees what is urgent" in text


def test_with_no_people_nothing_is_proposed_and_every_goal_is_not_known(desk, study):
    desk.robot(study, "plain")
    text = desk.decide().read_text("utf-8")
    assert "The evidence proposes nothing yet: 0 of 8 people have taken part" in text
    assert text.count("**not known**: 0 of 8 people") == 6


def test_older_tools_find_the_status_in_bullets_after_plain_front_matter(desk, study):
    lines = desk.decide().read_text("utf-8").split("\n")
    end = lines.index("---", 1)
    assert lines[end - 1] == ""
    assert not any(line.lstrip().startswith(("#", "- ")) for line in lines[1:end])
    assert lines[end + 1].startswith("# Shopping list")
    assert lines[end + 3 : end + 6] == ["* Status: proposed", "* Deciders: nobody yet", "* Date: 2026-03-04"]


def test_the_number_follows_the_records_that_are_there_foreign_ones_too(desk, study):
    folder = desk.root / "docs" / "decisions"
    folder.mkdir(parents=True)
    (folder / "0041-use-postgres.md").write_text("# Use PostgreSQL\n\n## Status\n\nAccepted\n", encoding="utf-8")
    assert desk.decide().name == "0042-shopping-list.md"


def test_a_refresh_keeps_what_people_wrote_and_takes_in_new_sessions(desk, study):
    path = desk.decide()
    text = path.read_text("utf-8").replace("# Shopping list: which option to build", "# How we shop")
    text = text.replace("## Decision Outcome\n", "## Decision Outcome\n\nAnn wants to sleep over it.\n")
    path.write_text(text.replace("study: list-1\n", "study: list-1\nconsulted: [Cleo]\n"), encoding="utf-8")
    desk.person(study)
    assert desk.decide(date="2026-03-09") == path
    again = read(path)
    text = path.read_text("utf-8")
    assert again.title == "How we shop"
    assert "Ann wants to sleep over it." in text
    assert again.fields["consulted"] == ("Cleo",)
    assert again.date == "2026-03-09"
    assert "1 of 8 people" in text


def test_a_refresh_with_nothing_new_changes_no_byte(desk, study):
    path = desk.decide()
    before = path.read_bytes()
    desk.decide(date="2026-12-24")
    assert path.read_bytes() == before


def test_the_bundle_that_no_record_names_any_more_goes_away(desk, study):
    desk.decide()
    first = desk.evidence.name
    desk.person(study)
    desk.decide()
    assert bundles(desk) != [first]
    assert len(bundles(desk)) == 1


def test_an_option_is_chosen_by_name_and_by_somebody(desk, study):
    path = desk.decide(option="sorted", deciders=("Ann", "Ben, the cook"), status="accepted")
    record = read(path)
    assert (record.status, record.chosen) == ("accepted", "A list that sorts itself")
    assert record.deciders == ("Ann", "Ben, the cook")
    assert "because Ann and Ben, the cook decided so" in path.read_text("utf-8")
    assert desk.verify(path).problems == ()


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"option": "best"}, "there is no option 'best'"),
        ({"status": "done"}, "'done' is no status"),
        ({"status": "accepted", "option": "plain"}, "by whom"),
        ({"status": "accepted", "deciders": ("Ann",)}, "which option"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_a_fix(desk, study, said, what):
    with pytest.raises(ToolkitError, match=what) as error:
        desk.decide(**said)
    assert error.value.fix
    assert not (desk.root / "docs").exists()


def test_an_accepted_record_is_not_moved_to_other_evidence_by_itself(desk, study):
    path = desk.decide(option="plain", deciders=("Ann",), status="accepted")
    before = path.read_bytes()
    desk.person(study)
    with pytest.raises(ToolkitError, match="there is other evidence since"):
        desk.decide()
    assert path.read_bytes() == before
    desk.decide(status="proposed")
    assert read(path).status == "proposed"


def test_a_new_record_follows_one_that_was_rejected(desk, study):
    first = desk.decide(status="rejected")
    assert desk.decide() != first
    assert desk.decide().name.startswith("0002-")


def test_without_a_study_it_says_how_to_get_one(desk):
    with pytest.raises(ToolkitError, match="no study of 'list' is registered") as error:
        desk.decide()
    assert "showtell study list" in error.value.fix


def test_a_store_that_has_lost_a_session_is_nothing_to_decide_on(desk, study):
    lost = desk.person(study).session.id
    with sqlite3.connect(desk.workspace.runtime_dir / "showtell.sqlite") as connection:
        connection.execute("delete from entries where session = ?", (lost,))
        connection.execute("delete from sessions where id = ?", (lost,))
    with pytest.raises(ToolkitError, match=lost):
        desk.decide()


def test_who_withdrew_is_counted_and_nothing_else(desk, study):
    invitation = desk.person(study)
    desk.person(study)
    withdraw(desk.book, invitation.session.id)
    text = desk.decide().read_text("utf-8")
    assert "1 of 8 people" in text
    assert "1 withdrew" in text

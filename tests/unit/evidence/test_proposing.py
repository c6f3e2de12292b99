"""What the evidence proposes: an option only if it alone stands out, and nobody's word but people's speaks for it."""

import pytest

from toolkit.domain.decision import propose, tally
from toolkit.domain.results import Judged, People, Results
from toolkit.domain.verdict import Verdict

TITLES = {"a": "Option A", "b": "Option B"}


def results(asked=8, **outcomes):
    """Judge three goals for each option by letters: c confirmed, r refuted, x refuted by a robot, n not known."""
    words = {"c": "confirmed", "r": "refuted", "n": "not known"}
    verdicts = []
    for option, letters in outcomes.items():
        for number, letter in enumerate(letters):
            verdict = (
                Verdict.refuted_by_robot("no way", planned=8)
                if letter == "x"
                else Verdict(words[letter], "so", people=asked, planned=8, provisional=asked < 8)
            )
            verdicts.append(Judged(f"goal {number}", "", option, verdict))
    people = People(planned=8, asked=asked, first={})
    return Results("s-1", "s", "", people, tuple(verdicts), (), (), {}, ())


@pytest.mark.parametrize(
    ("a", "b", "option"),
    [
        ("ccn", "cnn", "a"),
        ("ccn", "ccc", "b"),
        ("cnn", "ccr", "a"),
        ("ccc", "ccc", ""),
        ("nnn", "nnn", ""),
        ("nnn", "rrr", ""),
        ("ccr", "crr", ""),
        ("cnn", "xxn", "a"),
    ],
)
def test_an_option_is_proposed_only_if_it_alone_stands_out(a, b, option):
    assert propose(results(a=a, b=b), TITLES).option == option


def test_without_people_nothing_is_proposed_whatever_robots_found():
    proposal = propose(results(asked=0, a="nnn", b="xnn"), TITLES)
    assert proposal.option == ""
    assert proposal.reason.startswith("0 of 8 people have taken part")
    assert "robots found something that cannot be done on: Option B" in proposal.reason


def test_a_tie_is_said_to_be_one():
    assert "does not tell the options apart" in propose(results(a="ccn", b="ccn"), TITLES).reason


def test_the_reason_names_what_stands_for_and_what_the_others_have():
    reason = propose(results(a="ccn", b="rnn"), TITLES).reason
    assert reason == "2 of 3 goals confirmed, 1 not known (Option B: none of 3 goals confirmed, 1 refuted, 2 not known)"


def test_a_verdict_before_everybody_was_asked_is_provisional():
    assert tally(results(asked=6, a="cnn").verdicts).sentence.endswith(", provisionally")


def test_a_study_without_goals_proposes_nothing():
    assert propose(results(), TITLES).option == ""

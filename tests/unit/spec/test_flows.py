"""Steps of a flow: what a condition may speak of, and what is said where it speaks of something else."""

from textwrap import dedent, indent

import pytest

from tests.unit.spec.conftest import Found, Read

SPEC = """
solution: Street
entities:
  Event:
    kind: one of Fireworks, Party, Market
    wants: any of Music, Food, optional
    guests: number, 1..9999
    big: = guests > 500
  Stall: {event: Event, name: text}
  Shop: {name: text}
screens:
  Events: {list: Event, new: Ask}
  Ask:
    flow: Event
    steps:
"""


def flow(steps: str) -> str:
    return SPEC + indent(dedent(steps).strip(), " " * 6)


@pytest.mark.parametrize(
    "when",
    [
        "kind == 'Party'",
        "!(kind in ['Party', 'Market']) || kind != 'Fireworks' && 'Music' in wants",
        "now > timestamp('2026-01-01T00:00:00Z')",
    ],
)
def test_a_condition_may_speak_of_what_was_asked_before(read: Read, when: str) -> None:
    reading = read(flow(f'Kind: [kind, wants]\nGuests: {{ask: [guests], when: "{when}"}}'))
    assert [f.text() for f in reading.findings] == []
    assert reading.solution


@pytest.mark.parametrize(
    ("steps", "code", "spot", "fix"),
    [
        ("A: {ask: [kind], when: guests > 5}\nB: [guests]", "asked-later", (16, 30), "in a step before 'A'"),
        ("A: {ask: [kind], when: kind == 'Party'}", "asked-later", (16, 30), "in a step before 'A'"),
        ("A: [kind]\nB: {stop: No., when: big}\nC: [guests]", "asked-later", (17, 28), "in a step before 'B'"),
        ("A: [kind]\nB: {ask: [guests], when: kind == 'Prty'}", "unknown-option", (17, 41), "mean 'Party'?"),
        ("A: [wants]\nB: {ask: [guests], when: \"'Musik' in wants\"}", "unknown-option", (17, 34), "mean 'Music'?"),
        ("A: [kind]\nB: {ask: [guests], when: 'kind in [\"Markt\"]'}", "unknown-option", (17, 43), "'Market'?"),
        ("A: [kind]\nB: {ask: [guests], when: kin == 'Party'}", "unknown-name", (17, 32), "mean 'kind'?"),
        ("A: [guests]\nB: {ask: [kind], when: guests > 'x'}", "never-works", (17, 30), "guests is a number"),
        ("A: [guests]\nB: {ask: [kind], when: guests}", "no-condition", (17, 30), "compare something"),
        ("A: [kind]\nB: {ask: [guest], when: kind != 'Party'}", "unknown-field", (17, 17), "mean 'guests'?"),
        ("A: [kind]\nB: {ask: [guests], wen: kind != 'Party'}", "unknown-key", (17, 26), "mean 'when'?"),
        ("A b: [kind]\nA-b: [guests]", "said-twice", (17, 7), "call one step something else"),
        ("A: {each: Stall, ask: [nam]}", "unknown-field", (16, 30), "mean 'name'?"),
        ("A: {each: Stal, ask: [name]}", "unknown-entity", (16, 17), "mean 'Stall'?"),
        ("A: {each: Shop, ask: [name]}", "no-link", (16, 17), "as in event: Event"),
        ("A: {each: Stall, ask: [event]}", "link-asked", (16, 30), "take it away"),
        ("A: {each: Stall, ask: [name], rows: 5..1}", "wrong-shape", (16, 43), "rows: 1..5"),
        ("A: [kind]\nB: {stop: You cannot use this.}", "stops-everybody", (17, 7), "add: when: CONDITION"),
    ],
)
def test_what_a_step_cannot_say_is_told_where_it_stands(
    found: Found, steps: str, code: str, spot: tuple[int, int], fix: str
) -> None:
    finding = found(code, flow(steps))
    assert finding.where == f"spec.yaml:{spot[0]}:{spot[1]}"
    assert fix in finding.fix


def test_fields_asked_in_one_of_two_branches_may_be_asked_in_both(read: Read) -> None:
    steps = "A: [kind]\nB: {ask: [guests], when: kind == 'Party'}\nC: {ask: [guests], when: kind != 'Party'}"
    assert read(flow(steps)).findings == ()


@pytest.mark.parametrize(
    ("sections", "code", "spot", "fix"),
    [
        ("{One: [A, C]}", "unknown-step", (18, 25), "use one of: A, B"),
        ("{One: [A], Two: [B, A]}", "said-twice", (18, 35), "take one of them away"),
    ],
)
def test_a_section_names_steps_each_once(
    found: Found, sections: str, code: str, spot: tuple[int, int], fix: str
) -> None:
    finding = found(code, flow("A: [kind]\nB: [guests]") + f"\n    sections: {sections}\n")
    assert finding.where == f"spec.yaml:{spot[0]}:{spot[1]}"
    assert fix in finding.fix


def test_what_is_asked_later_is_said_in_the_order_of_the_sections(found: Found) -> None:
    steps = "A: [kind]\nB: {ask: [guests], when: kind == 'Party'}"
    finding = found("asked-later", flow(steps) + "\n    sections: {One: [B], Two: [A]}\n")
    assert "only later, in 'A'" in finding.message

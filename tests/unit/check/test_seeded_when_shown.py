"""Seeded defects that show only when the prototype is drawn, filled with data, walked through and judged."""

import pytest

from tests.unit.check.conftest import GOOD, Look, seeded, the_one
from toolkit.loader import Plugins
from toolkit.places import bundled
from toolkit.services.check import check

OVERLAYS = GOOD[GOOD.index("    roles: {Caretaker: {start") : GOOD.index("\ntasks:")]
GOALS = GOOD[GOOD.index("goals:") : GOOD.index("now:")]
MONDAY = GOOD[GOOD.index("  busy monday:") : GOOD.index("  what is out:")]
CASES = [
    # what is replaced, by what ('~' marks the place that is to be named), the code, and what the fix says
    (", new: Borrow}\n  Borrow", "}\n  ~Borrow", "unreached", "new: Borrow"),
    ("  Tools: {list", "  ~Extra: {form: Tool, then: Tools}\n  Tools: {list", "unreached", "new: Extra"),
    ("  Tool: {detail: Tool,", "  ~Who: {detail: Person}\n  Tool: {detail: Tool,", "unreached", "a list of Person"),
    ("for: Neighbour, show", "for: Neighbour, where: status == 'Gone', show", "sees-nothing", "pin a row", "roles: {"),
    ("Which tool: [tool]", "~Which tool: []", "step-empty", "Which tool: [field]"),
    (
        "What for: [purpose]\n      Which tool: [tool]",
        "What for: [purpose]",
        "never-asked",
        "give it a default",
        "tool: Tool,",
    ),
    ("kind, price, bought", "kind, bought", "never-asked", "give it a default", "price: {"),
    ("price * 10", "~price / (parts - parts)", "computed-fails", "say what holds then"),
    ("where: status != 'Returned', ", "~where: status != 'Gone', ", "always-true", "change the condition"),
    ("Out: status == 'Lent'", "~Out: status == 'Gone'", "never-true", "pin a row"),
    ("tool: Tool, where kind != 'Ladder'", "~tool: Tool, where price > 0", "always-true", "change the condition"),
    ("kind: one of Saw, Drill, Ladder", "kind: one of Saw", "filter-idle", "leave the filter out", "Tools: {"),
    ("kind: Saw, price: 5", "kind: Saw, ~price: 500", "pin-misfits", "change the rule"),
    ("code: AB12", "~code: ABCD", "pin-misfits", "change the rule"),
    (
        "{name: Big saw, code: AB12, kind: Saw",
        "{name: Big saw, code: AB12, kind: Ladder",
        "pin-misfits",
        "change the rule",
        "Loan: [{",
    ),
    ("example: 5}", "~example: five}", "bad-example", "can be typed"),
    ("pattern [A-Z]{2}[0-9]{2}", "~pattern [A-Z]{3}[0-9]{3}", "rule-impossible", "let the pattern"),
    ('price: {type: "number, 1..50"', '~price: {type: "number, at least 50, at most 1"', "rule-impossible", "1..50"),
    ("kind: one of Saw, Drill, Ladder", "~kind: one of Saw, Drill, Ladder, unique", "unique-too-few", "at most 3 rows"),
    ("parts: number, 1..9", "~parts: number, 1..9, unique", "unique-too-few", "at most 9 rows"),
    ('accent: "#0b5c6b"', '~accent: "#8ad0e0"', "low-contrast", 'accent: "#'),
    ('accent: "#0b5c6b"', '~dark: "#0b5c6b"', "low-contrast-dark", 'dark: "#'),
    ('accent: "#0b5c6b"', "~logo: logo.svg", "logo-missing", "put logo.svg beside the spec"),
    ('accent: "#0b5c6b"', "~logo: spec.yaml", "logo-unusable", ".svg, .png"),
    ("parts: number, 1..9", '~parts: {type: "number, 1..9", label: Price}', "same-label", "another label"),
    ("asks reason", "asks reason\n      any: Take back! (Caretaker)", "said-twice", "another name", "Lent -> Returned"),
    ("  Tools: {list", "  ~All loan: {list: Loan, for: Caretaker}\n  Tools: {list", "named-alike", "what it is for"),
    (
        "role: [Neighbour, Caretaker]}",
        "role: [Neighbour, Caretaker], life: {~Here -> Moved: Move (Caretaker)}}",
        "no-mover",
        "'for' of a screen",
    ),
    ("{own: Loan}", "{own: Loan, may: {Loan: []}}", "may-not-create", "add create", "for: Neighbour\n    steps"),
    ("{own: Loan}", "{own: Loan, sees: {Tool: ~price > 0}}", "always-true", "change the condition"),
    ("Refuse (Caretaker), asks", "All loans (Caretaker), asks", "same-label", "another name", "  Loan: {detail"),
    ("success of borrow >= 80 %", "~success of borrow >= 95 %", "never-confirmed", "study: {people: "),
    ("success of borrow >= 80 %", "~success of borrow >= 100 %", "never-confirmed", "promise less"),
    ("success of borrow >= 80 %", "~success of borrow >= 5 %", "never-refuted", "promise more"),
    ("study: {people: 8}", "study: {~people: 3}", "too-few-people", "people: 5"),
    ("problem: Nobody knows who has the drill, so it is bought again.\n", "", "solution-first", "problem:", "request:"),
    ("    benefits: [The next thing to do is on top]\n", "", "option-unargued", "benefits:", "  ours:"),
    ("What is out comes first", "~Figures, as asked for", "options-titled-alike", "another title"),
    (GOALS, "", "no-goal", "add a goal", "options:"),
    ("  Loan:\n    purpose", "  Loan (Tool details):\n    purpose", "same-heading", "another name", "  Tool: {detail"),
    (OVERLAYS, "  ~ours: {title: Another}\n", "options-same", "different there"),
    ("Get what you need.", "Press ~Borrow.", "gives-away", "own words"),
    ("Which loan has been out the longest?", "Say ~A shelf.", "gives-away", "leave the answer out"),
    ("row: A hedge", "~row: A hedg", "unknown-row", "did you mean 'A hedge'?"),
    ("settings: {status: Lent}", "settings: {~state of it: Lent}", "unknown-setting", "use one of: status"),
    (
        MONDAY,
        MONDAY.replace("busy", "~busy").replace("Caretaker", "Neighbour").replace("Ada Byron", "Max Bill"),
        "scenario-closed",
        "a row that Neighbour may see",
    ),
    ("find: {as: Caretaker", "~find: {as: Neighbour", "no-way", "give Neighbour a screen"),
    (
        "where: status == 'Lent', first: taken",
        "where: status == 'Gone', first: taken",
        "no-way",
        "pin a row of Loan",
        "  find: {as",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[2]} {case[1][:30]}")
def test_a_defect_is_found_at_its_line_with_a_fix(look: Look, case: tuple[str, ...]) -> None:
    right, wrong, code, fix, *at = case
    text, line = seeded(right, wrong, *at)
    finding = the_one(code, look(text))
    assert finding.position[0] == line
    assert finding.message
    assert finding.fix
    assert fix in finding.fix


def test_the_good_spec_has_no_finding(look: Look) -> None:
    assert [f.text() for f in look(GOOD)] == []


@pytest.mark.parametrize("name", ["helpdesk", "rebooking", "street-event"])
def test_a_bundled_prototype_has_no_finding(plugins: Plugins, name: str) -> None:
    assert [f.text() for f in check(bundled("prototypes") / name, plugins).findings] == []


@pytest.mark.parametrize(
    ("scenario", "code", "fix"),
    [
        ("{as: Boss, option: one}", "scenario-nowhere", "name another option"),
        ("{as: Clerk, rows: {Job: 30}}", "scenario-data", "make fewer rows"),
    ],
)
def test_a_scenario_that_has_nowhere_or_nothing_to_begin_with_is_told(
    look: Look, scenario: str, code: str, fix: str
) -> None:
    text = f"""\
solution: Workshop
problem: Nobody knows what is in hand.
roles: [Clerk]
entities: {{Job: {{title: "text, 3..40 characters", bay: "number, 1..9, unique"}}}}
screens: {{Jobs: {{list: Job}}}}
options:
  one: {{about: One}}
  two: {{about: Two, roles: [Clerk, Boss]}}
data: {{rows: {{Job: 5}}}}
scenarios:
  rush: {scenario}
"""
    finding = the_one(code, look(text))
    assert finding.position == (11, 3)
    assert fix in finding.fix


def test_a_goal_without_any_task_is_told(look: Look) -> None:
    text = "solution: Desk\ngoals:\n  liked: sus >= 70\nentities: {Box: {label: text}}\n"
    finding = the_one("goal-unmeasured", look(text))
    assert finding.position == (3, 3)
    assert finding.fix.startswith("add a task")


@pytest.mark.parametrize("overview", ["{board: Job, show: [due]}", "{calendar: Job, by: due}"])
def test_the_cards_of_a_board_and_the_days_of_a_calendar_are_named_by_their_rows(look: Look, overview: str) -> None:
    text = f"""\
solution: Workshop
problem: Nobody knows what is in hand.
roles: [Clerk]
entities:
  Job:
    title: text, 3..40 characters
    due: date, next 3 days
    status: {{Open -> Doing: Begin, Doing -> Done: Finish}}
screens:
  Jobs: {overview}
  Job: {{detail: Job, edit: [due]}}
tasks:
  mend:
    as: Clerk
    say: Somebody is at 'Mend the pump' now. Write that down.
    done: {{Job: {{title: Mend the pump, status: Doing}}}}
data: {{rows: {{Job: 40}}, pinned: {{Job: [{{title: Mend the pump, status: Open}}]}}}}
"""
    assert {f.code for f in look(text)} & {"same-label", "gives-away"} == set()

"""Seeded defects that the reader finds: the good spec with one thing made wrong, told at its line with a usable fix."""

import pytest

from tests.unit.check.conftest import Look, seeded, the_one

CASES = [
    # what is replaced, by what ('~' marks the place that is to be named), the code, and what the fix says
    ("problem: Nobody", "~problm: Nobody", "unknown-key", "did you mean 'problem'?"),
    ('deposit: "= price * 10"', 'deposit: "= ~prise * 10"', "unknown-name", "did you mean 'price'?"),
    ("kind: one of", "kind: ~onne of", "unknown-type", "did you mean"),
    ("Person: {name: person", "Person: {name: ~persn", "unknown-type", "did you mean 'Person'?"),
    ("borrower: Person", "borrower: ~Persn", "unknown-type", "did you mean 'Person'?"),
    ("price: {type:", "price: {~typ:", "unknown-key", "did you mean 'type'?"),
    ("My loans: {list:", "My loans: {~lst:", "unknown-kind", "list"),
    ("Borrow:\n    flow: Loan", "Borrow:\n    flow: ~Laon", "unknown-entity", "did you mean 'Loan'?"),
    ("show: [purpose,", "show: [~purpos,", "unknown-field", "did you mean 'purpose'?"),
    ("filter: [status", "filter: [~statsu", "unknown-field", "did you mean 'status'?"),
    ("sort: [-taken]", "sort: [~-takn]", "unknown-field", "did you mean 'taken'?"),
    ("new: Add a tool", "new: ~Add tool", "unknown-screen", "did you mean 'Add a tool'?"),
    ("then: Tools}", "then: ~Tool s}", "unknown-screen", "did you mean"),
    ("list: Loan, for: Neighbour", "list: Loan, for: ~Neighbor", "unknown-role", "did you mean 'Neighbour'?"),
    ("start: Figures", "start: ~Figure", "unknown-screen", "did you mean 'Figures'?"),
    ("start: All loans", "start: ~My loans", "start-forbidden", "All loans"),
    ("start: All loans", "start: ~Loan", "start-forbidden", "start at one of"),
    ("own: Loan", "own: ~Laon", "unknown-entity", "did you mean 'Loan'?"),
    ("own: Loan", "own: ~Tool", "no-owner", "requester: User = me"),
    ("Hand out (Caretaker)", "Hand out (~Caretakr)", "unknown-role", "did you mean 'Caretaker'?"),
    ("asks reason", "asks ~reasonx", "unknown-field", "did you mean 'reason'?"),
    ("Lent -> Returned: Take back (Caretaker)", "~Lent -> Returned:", "no-button", "NAME OF THE BUTTON"),
    ("Lent -> Returned: Take back", "~Lent -> : Take back", "bad-move", "From -> To"),
    ("Hand out (Caretaker)", "Hand out ~()", "nobody", "name a role"),
    ("Asked -> Refused", "~Asked -> Waiting", "state-stuck", "add a move"),
    (
        "Lent -> Returned: Take back (Caretaker)",
        "Lent -> Returned: Take back (Caretaker)\n      ~Lost -> Asked: Found (Caretaker)",
        "state-unreached",
        "add a move to it",
    ),
    ("Asked -> Refused: Refuse", "~Asked -> Refused: Hand out", "said-twice", "another name"),
    ("purpose: text, 3..80", "purpose: text, ~80..3", "bad-rule", "3..80"),
    ("pattern [A-Z]{2}[0-9]{2}", "~pattern [A-Z{2}", "bad-rule", "regular expression"),
    (
        "purpose: text, 3..80 characters",
        "purpose: text, 3..80 characters, ~last 3 days",
        "rule-misfits",
        "take it away",
    ),
    ("taken: datetime, last 20 days", "taken: datetime, ~last 20 dys", "unknown-rule", ""),
    ("where kind != 'Ladder'", "where ~knd != 'Ladder'", "unknown-name", "did you mean 'kind'?"),
    ("price * 10", "~price * name", "never-works", ""),
    ('taken + days(7) < now"', '~taken + days(7 < now"', "no-expression", ""),
    ('deposit: "= price * 10"', 'deposit: "= ~deposit * 10"', "loop", "stored fields only"),
    ('deposit: "= price * 10"', "deposit: = count of ~Laon", "unknown-entity", "did you mean 'Loan'?"),
    ('deposit: "= price * 10"', "deposit: = ~sum of Loan purpose", "no-total", "write: count of Loan"),
    ('deposit: "= price * 10"', "deposit: = ~count of Person", "no-link", "tool: Tool"),
    ('deposit: "= price * 10"', "deposit: = count of Loan where ~lat", "unknown-name", "did you mean 'late'?"),
    ("taken + days(7) < now", "~tool.buoght < now", "unknown-name", "did you mean 'tool.bought'?"),
    ("taken + days(7) < now", "~tool.maker.name == 'x'", "unknown-name", "did you mean 'tool.name'?"),
    (
        "taken: datetime, last 20 days",
        "taken: datetime, ~on weekday, last 20 days",
        "unknown-rule",
        "did you mean 'on weekdays'?",
    ),
    ("taken: datetime, last 20 days", "taken: datetime, ~17:00..08:00, last 20 days", "bad-rule", "08:00..17:00"),
    ("purpose: text, 3..80", "purpose: text, ~on weekdays, 3..80", "rule-misfits", "take it away"),
    ("purpose: text, 3..80", "purpose: text, unique with ~tol, 3..80", "unknown-field", "did you mean 'tool'?"),
    (
        "purpose: text, 3..80",
        "purpose: text, unique with tool while ~lat, 3..80",
        "unknown-name",
        "did you mean 'late'?",
    ),
    (
        "taken: datetime, last 20 days",
        "taken: datetime, after ~tool.bougt, last 20 days",
        "unknown-field",
        "tool.bought",
    ),
    (
        "taken: datetime, last 20 days",
        "taken: datetime, ~after tool.parts, last 20 days",
        "cannot-compare",
        "compare dates",
    ),
    ("Late: late,", "Late: ~latte,", "unknown-name", "did you mean 'late'?"),
    ("chart: {by: status}", "chart: {by: ~statusx}", "unknown-field", "did you mean 'status'?"),
    ("related: {Loan: []}", "related: {~Lon: []}", "unknown-entity", "did you mean 'Loan'?"),
    ("related: {Loan: []}", "related: {Loan: [~purpos]}", "unknown-field", "did you mean 'purpose'?"),
    ("time of find <=", "time of ~fnd <=", "unknown-task", "did you mean 'find'?"),
    ("time of find <=", "~tim of find <=", "unknown-measure", "did you mean 'time'?"),
    ("<= 30 s", "~>= 30 s", "goal-upside-down", "write <="),
    ("<= 30 s", "<= ~30 kg", "bad-target", "30 s"),
    (">= 80 %", ">= ~180 %", "bad-target", "as in 80 %"),
    ("sus >= 70", "sus of ~find >= 70", "goal-of-task", "sus >= 70"),
    ("time of find <= 30 s", "~time <= 30 s", "goal-of-task", "time of borrow"),
    ("sus >= 70", "~sus is good", "bad-goal", "success of TASK"),
    ("now: 2026-03-02", "now: ~2026-02-31", "bad-date", "2026-03-02 09:30"),
    ("people: Person", "people: ~Persons", "unknown-entity", "did you mean 'Person'?"),
    ("role: [Neighbour, Caretaker]", "~role: [Neighbour, Janitor]", "role-unheld", "add it to the options"),
    ("costs: 4000 EUR once", "costs: ~4000 once", "bad-cost", "EUR once"),
    ("{as: Neighbour", "{as: ~Neighbor", "unknown-role", "did you mean 'Neighbour'?"),
    (
        "borrow: {as: Neighbour, say: You want to put up a shelf. Get what you need., done: {Loan: {borrower: me}}}",
        "~borrow: {as: Neighbour, say: You want to put up a shelf. Get what you need.}",
        "never-done",
        "add: done:",
    ),
    ("done: {Loan: {borrower", "done: {~Laon: {borrower", "unknown-entity", "did you mean 'Loan'?"),
    ("done: {Loan: {borrower", "done: {Loan: {~borower", "unknown-field", "did you mean 'borrower'?"),
    ("answer: {Loan: purpose", "answer: {Loan: ~purpos", "unknown-field", "did you mean 'purpose'?"),
    ("rows: {Person: 6", "rows: {~Persn: 6", "unknown-entity", "did you mean 'Person'?"),
    ("rows: {Person: 6", "rows: {Person: ~1", "too-few-rows", "write at least 2"),
    ("kind: Saw, price", "kind: ~Sow, price", "bad-value", "did you mean 'Saw'?"),
    ("tool: Big saw", "tool: ~Big sew", "unknown-row", "did you mean 'Big saw'?"),
    ("kind: Saw, price: 5", "kind: Saw, ~deposit: 50", "pins-computed", "leave it out"),
    ("  Tools: {list", "  ~Borrow: {list", "said-twice", "another name"),
    ("  Tools: {list", "~\tTools: {list", "tab", "two spaces"),
    ('accent: "#0b5c6b"', "accent: ~teal", "wrong-shape", "#0b5c6b"),
    ("drill, so it", "drill~: so it", "not-yaml", "double quotes"),
    ("solution: Tool lending", "solution: Tool lending ~#1", "cut-off", "double quotes"),
    ("study: {people: 8}", "study: {people: ~many}", "wrong-shape", ""),
]


@pytest.mark.parametrize(("right", "wrong", "code", "fix"), CASES, ids=lambda part: part[:30])
def test_a_defect_is_found_at_its_line_with_a_fix(skim: Look, right: str, wrong: str, code: str, fix: str) -> None:
    text, line = seeded(right, wrong)
    finding = the_one(code, skim(text))
    assert finding.position[0] == line
    assert finding.message
    assert finding.fix
    assert fix in finding.fix

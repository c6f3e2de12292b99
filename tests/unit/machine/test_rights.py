"""Rights: rows a role sees, what it may do, moves on a condition; by button, by address and by forged action."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.plugins.prototype import PARTS, prototype
from tests.unit.machine.desk import block, go, labels, press, titles
from toolkit import Actions, Board, Calendar, Chart, Control, Form, Stats, Table, View
from toolkit.domain.action import Action, Bulk, Create, Delete, Transition, Update
from toolkit.domain.exploring import explore
from toolkit.domain.machine import Machine, Refused
from toolkit.domain.state import State

SPEC = """
solution: Claims
people: Person
now: 2026-03-02 09:30
roles:
  Worker: {own: Claim, may: {Claim: [create], Remark: []}}
  Lead: {own: Claim, sees: {Claim: "team == me.team && amount < 500"}, may: {Claim: [update]}}
  Auditor: {sees: {Claim: amount >= 100}, may: {Claim: [], Remark: create}}
entities:
  Person: {name: person, role: [Worker, Lead, Auditor], team: [Red, Blue]}
  Claim:
    what: text
    by: Person = me
    team: [Red, Blue]
    amount: number
    on: date
    status:
      Open -> Paid: Pay (Lead) when by != me && amount < 200
      Open -> Refused: "Refuse (Lead, Auditor), asks what when team == me.team"
  Remark: {claim: Claim, body: "long text, 1..80 characters"}
screens:
  Claims: {list: Claim, show: [what, amount], filter: [team], new: New claim}
  Claim: {detail: Claim, edit: [what], delete: true, related: {Remark: [body]}}
  New claim: {form: Claim, ask: [what, team, amount, on]}
  Board: {board: Claim}
  Month: {calendar: Claim}
  Sums: {dashboard: Claim, figures: {All: "true"}, chart: {by: team}}
  Remarks: {list: Remark, show: [body, claim]}
  New remark: {form: Remark}
"""
PEOPLE = [
    {"name": "Wil", "role": "Worker", "team": "Red"},
    {"name": "Lea", "role": "Lead", "team": "Red"},
    {"name": "Aud", "role": "Auditor", "team": "Blue"},
]


def claim(what: str, by: int, team: str, amount: int) -> dict[str, Any]:
    row = {"what": what, "by": f"person-{by}", "team": team, "amount": amount}
    return row | {"on": date(2026, 3, 4), "status": "Open"}


CLAIMS = [
    claim("Train", 1, "Red", 80),
    claim("Hotel", 1, "Red", 300),
    claim("Rental", 3, "Blue", 120),
    claim("Fair", 1, "Red", 900),
    claim("Lunch", 2, "Blue", 20),
]
SEEN = {
    "Worker": {"Train", "Hotel", "Fair"},
    "Lead": {"Train", "Hotel", "Lunch"},
    "Auditor": {"Hotel", "Rental", "Fair"},
}
HIDDEN = {"Worker": "claim-3", "Lead": "claim-4", "Auditor": "claim-1"}


def office() -> Machine:
    remarks = [{"claim": f"claim-{n}", "body": f"About {n}"} for n in range(1, 6)]
    return prototype(SPEC, Person=PEOPLE, Claim=CLAIMS, Remark=remarks)


def at(desk: Machine, role: str, path: str) -> State:
    return go(desk, desk.start(role), path)


def seen(desk: Machine, role: str, path: str) -> View:
    return desk.view(at(desk, role, path))


@pytest.mark.parametrize("role", SEEN)
def test_a_role_meets_the_rows_it_may_see_wherever_rows_are(role: str) -> None:
    desk = office()
    assert set(titles(seen(desk, role, "claims"))) == SEEN[role]
    assert {card.title for card in block(seen(desk, role, "board"), Board).rows} == SEEN[role]
    assert {entry.title for entry in block(seen(desk, role, "month"), Calendar).rows} == SEEN[role]
    sums = seen(desk, role, "sums")
    assert block(sums, Stats).stats[0].value == "3"
    assert sum(count for _, count in block(sums, Chart).bars) == 3
    filters = block(seen(desk, role, "claims"), Form).inputs[1]
    assert filters.choices[0].count == "3"


@pytest.mark.parametrize("role", SEEN)
def test_what_a_role_does_not_see_it_meets_by_no_address_reference_or_copy(role: str) -> None:
    desk = office()
    title = next(c["what"] for n, c in enumerate(CLAIMS, 1) if f"claim-{n}" == HIDDEN[role])
    assert seen(desk, role, f"claim/{HIDDEN[role]}").title == "You cannot see this page"
    shown = {row.cells[1].text for row in block(seen(desk, role, "remarks"), Table).rows}
    assert shown == {*SEEN[role], "–"}
    if role == "Auditor":
        offered = block(seen(desk, role, "new-remark"), Form).inputs[0].choices
        assert {choice.label.partition(",")[0] for choice in offered} >= SEEN[role]
        refused = press(desk, at(desk, role, "new-remark"), "Add remark", claim=HIDDEN[role], body="Hm")
        assert refused.attempt is not None
        assert "claim" in refused.attempt.errors
    assert title not in repr([page.view for page in explore(desk, role, most=80)])


def test_a_condition_on_ones_own_row_follows_when_that_row_changes() -> None:
    desk = office()
    state = desk.start("Lead")
    before = set(titles(desk.view(go(desk, state, "claims"))))
    moved = State(state.role, state.place, {"Person": {"person-2": {**PEOPLE[1], "id": "person-2", "team": "Blue"}}})
    assert before == {"Train", "Hotel", "Lunch"}
    assert set(titles(desk.view(go(desk, moved, "claims")))) == {"Rental", "Lunch"}


@pytest.mark.parametrize(
    ("role", "path", "wanted", "missing"),
    [
        ("Worker", "claim/claim-1", set(), {"Edit", "Delete", "Add remark", "Pay", "Refuse"}),
        ("Worker", "claims", {"New claim"}, set()),
        ("Lead", "claim/claim-1", {"Edit", "Pay", "Refuse", "Add remark"}, {"Delete", "New claim"}),
        ("Lead", "claim/claim-2", {"Edit", "Refuse"}, {"Pay"}),
        ("Lead", "claim/claim-5", {"Edit"}, {"Pay", "Refuse"}),
        ("Auditor", "claim/claim-3", {"Refuse", "Add remark"}, {"Edit", "Delete", "Pay"}),
        ("Auditor", "claim/claim-2", {"Add remark"}, {"Edit", "Refuse"}),
    ],
)
def test_buttons_are_those_that_the_role_may_press(role: str, path: str, wanted: set[str], missing: set[str]) -> None:
    found = set(labels(seen(office(), role, path)))
    assert wanted <= found
    assert not missing & found


@pytest.mark.parametrize(
    ("role", "path"),
    [
        ("Lead", "new-claim"),
        ("Auditor", "new-claim"),
        ("Worker", "new-remark"),
        ("Worker", "claim/claim-1?do=edit"),
        ("Lead", "claim/claim-2?do=delete"),
        ("Worker", "claim/claim-1?do=refuse"),
        ("Lead", "claim/claim-5?do=refuse"),
        ("Auditor", "claims?do=refuse&picked=claim-2"),
    ],
)
def test_no_address_opens_what_the_role_may_not_do(role: str, path: str) -> None:
    view = seen(office(), role, path)
    actions = [type(c.action) for c in view.controls() if view.form(c.id) is None or c.label in {"Save", "Refuse"}]
    assert not {Update, Delete, Transition} & set(actions)
    assert not [b for b in view.blocks if isinstance(b, Form) and not b.live and b.submit.label != "Add remark"]


@pytest.mark.parametrize(
    ("role", "path", "action"),
    [
        ("Lead", "new-claim", Create("Claim", "new-claim.form", values={"what": "Gift"})),
        ("Worker", "claim/claim-1", Create("Remark", "claim.add.remark", {"claim": "claim-1"}, {"body": "Hm"})),
        ("Worker", "claim/claim-1?do=edit", Update("Claim", "claim-1", "claim.edit", {"what": "Plane"})),
        ("Lead", "claim/claim-4?do=edit", Update("Claim", "claim-4", "claim.edit", {"what": "Plane"})),
        ("Lead", "claim/claim-1?do=delete", Delete("Claim", "claim-1")),
        ("Lead", "claim/claim-2", Transition("Claim", "claim-2", "Pay")),
        ("Lead", "claims", Bulk("Claim", "Reopen", "claims.picks", values={"rows": "claim-1"})),
    ],
)
def test_a_forged_action_is_refused(role: str, path: str, action: Action) -> None:
    desk = office()
    with pytest.raises(Refused):
        desk.step(at(desk, role, path), action)


def test_a_move_of_many_leaves_the_rows_for_which_its_condition_does_not_hold() -> None:
    desk = office()
    state = press(desk, at(desk, "Lead", "claims"), "Pay", rows="claim-1\nclaim-2\nclaim-4\nclaim-5")
    assert set(state.changes["Claim"]) == {"claim-1"}


def test_what_a_screen_kind_offers_against_the_rights_of_a_role_is_refused() -> None:
    action = Delete("Claim", "claim-1")
    offer = Actions("offer", (Control("offer.delete", "Delete", action),))
    careless = replace(PARTS.kinds["list"], compose=lambda scene: (offer,))
    desk = office()
    desk = Machine(desk.solution, "", desk.dataset, replace(PARTS, kinds={**PARTS.kinds, "list": careless}))
    with pytest.raises(Refused):
        desk.step(at(desk, "Lead", "claims"), action)


@pytest.mark.parametrize(
    "line",
    [
        "Pay (Lead) when amount < 100, asks what",
        "Pay (Lead), asks what when amount < 100",
        "Pay (Lead), asks what, when amount < 100",
        "Pay (Lead), when amount < 100, asks what",
    ],
)
def test_a_condition_and_what_is_asked_stand_in_either_order(line: str) -> None:
    spec = f"""
    solution: Claims
    roles: [Lead]
    entities: {{Claim: {{what: text, amount: number, status: {{Open -> Paid: "{line}"}}}}}}
    """
    (move,) = prototype(spec).app.entities["Claim"].fields["status"].moves
    assert (move.name, move.roles, move.asks, move.when and move.when.text) == (
        "Pay",
        ("Lead",),
        ("what",),
        "amount < 100",
    )

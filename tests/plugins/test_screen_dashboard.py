"""A dashboard: figures, the rows behind them, and a chart."""

from typing import Any

import pytest

from tests.plugins.prototype import prototype
from tests.unit.machine.desk import block, go, press, titles
from toolkit import Chart, Stats, Table, Text
from toolkit.domain.machine import Machine

SPEC = """
solution: Fleet
entities:
  Van:
    name: text
    use: one of Parcels, Tools, optional
    extras: any of Ramp, Fridge, optional
    miles: number, optional
    status:
      Ready -> Out: Send out
screens:
  Overview: {dashboard: Van, figures: {"On the road": status == 'Out', Far: miles > 100}, chart: {by: use},
             show: [name], sort: [-name], rows: 2}
  Van: {detail: Van}
"""


def van(name: str, *, status: str = "Ready", **more: Any) -> dict[str, Any]:
    return {"name": name, "use": None, "extras": (), "miles": None, "status": status} | more


VANS = [
    van("A", use="Tools", miles=120, status="Out"),
    van("B", use="Tools", extras=("Ramp", "Fridge"), miles=500),
    van("C", extras=("Ramp",), miles=101, status="Out"),
]


def fleet(vans: list[dict[str, Any]] | None = None, *, screen: str = "") -> Machine:
    start = SPEC.index("  Overview")
    spec = SPEC if not screen else SPEC[:start] + f"  Overview: {screen}\n  Van: {{detail: Van}}\n"
    return prototype(spec, Van=VANS if vans is None else vans)


def test_a_figure_counts_the_rows_for_which_it_holds_and_an_empty_field_is_a_no() -> None:
    desk = fleet([*VANS, van("D")])
    stats = block(desk.view(desk.start("Everyone")), Stats)
    assert [(s.id, s.label, s.value) for s in stats.stats] == [
        ("overview.figure.on-the-road", "On the road", "2"),
        ("overview.figure.far", "Far", "3"),
    ]


def test_a_figure_leads_to_the_rows_behind_it_page_by_page() -> None:
    desk = fleet()
    state = press(desk, desk.start("Everyone"), "Far")
    assert titles(desk.view(state)) == ["C", "B"]
    state = press(desk, state, "Next page")
    assert titles(desk.view(state)) == ["A"]
    sorted_ = desk.view(press(desk, state, "Name"))
    assert (titles(sorted_), block(sorted_, Table).label) == (["A", "B"], "Far")


def test_a_figure_that_there_is_not_shows_no_rows() -> None:
    desk = fleet()
    assert not [
        b for b in desk.view(go(desk, desk.start("Everyone"), "overview?figure=near")).blocks if isinstance(b, Table)
    ]


@pytest.mark.parametrize(
    ("by", "bars"),
    [
        ("use", (("Parcels", 0), ("Tools", 2), ("None", 1))),
        ("extras", (("Ramp", 2), ("Fridge", 1), ("None", 1))),
        ("status", (("Ready", 1), ("Out", 2))),
        ("miles", (("120", 1), ("500", 1), ("101", 1))),
    ],
)
def test_a_chart_counts_every_row_by_what_it_says(by: str, bars: tuple[tuple[str, int], ...]) -> None:
    desk = fleet(screen=f"{{dashboard: Van, chart: {{by: {by}}}}}")
    chart = block(desk.view(desk.start("Everyone")), Chart)
    assert (chart.id, chart.label, chart.bars) == ("overview.chart", f"Vans by {by}", bars)


def test_a_chart_counts_only_rows_for_which_its_condition_holds() -> None:
    desk = fleet(screen="{dashboard: Van, chart: {by: use, where: miles > 200}}")
    assert block(desk.view(desk.start("Everyone")), Chart).bars == (("Parcels", 0), ("Tools", 1))


def test_a_dashboard_of_which_nothing_is_said_counts_all_rows_and_draws_their_status() -> None:
    desk = fleet(screen="{dashboard: Van}")
    view = desk.view(desk.start("Everyone"))
    assert [(s.label, s.value) for s in block(view, Stats).stats] == [("Vans", "3")]
    assert block(view, Chart).bars == (("Ready", 1), ("Out", 2))
    assert titles(desk.view(press(desk, desk.start("Everyone"), "Vans"))) == ["A", "B", "C"]


def test_a_dashboard_over_nothing_counts_nothing() -> None:
    desk = fleet([])
    state = desk.start("Everyone")
    assert [s.value for s in block(desk.view(state), Stats).stats] == ["0", "0"]
    assert block(desk.view(press(desk, state, "Far")), Table).rows == ()


def test_a_dashboard_of_others_cannot_be_seen() -> None:
    spec = SPEC.replace("solution: Fleet", "solution: Fleet\nroles: [Boss, Driver]").replace(
        "{dashboard: Van,", "{dashboard: Van, for: Boss,"
    )
    desk = prototype(spec + "  Hello: {page: Drive well., for: Driver}\n", Van=VANS)
    view = desk.view(go(desk, desk.start("Driver"), "overview?figure=far"))
    assert view.title == "You cannot see this page"
    assert block(desk.view(desk.start("Driver")), Text).paragraphs == ("Drive well.",)


MIXED = """{dashboard: Van, rows: 2, figures: {Far: miles > 100}, show: [name, miles],
    charts: {By use: {by: use, where: miles > 110}, By state: {by: status}},
    lists: {Out now: {where: status == 'Out', sort: -name, rows: 1}, Longest: {show: [name, use], sort: -miles},
            None at all: {where: miles > 9999}}}"""


def test_charts_and_lists_have_their_own_filters_columns_orders_and_lengths() -> None:
    desk = fleet(screen=MIXED)
    view = desk.view(desk.start("Everyone"))
    charts = [b for b in view.blocks if isinstance(b, Chart)]
    assert [(c.label, sum(n for _, n in c.bars)) for c in charts] == [("By use", 2), ("By state", 3)]
    lists = [b for b in view.blocks if isinstance(b, Table)]
    assert [(t.label, t.total, [r.cells[0].text for r in t.rows]) for t in lists] == [
        ("Out now", 2, ["C"]),
        ("Longest", 3, ["B", "A", "C"]),
        ("None at all", 0, []),
    ]
    assert [[c.label for c in t.columns] for t in lists[:2]] == [["Name", "Miles"], ["Name", "Use"]]
    ids = [control.id for control in view.controls()]
    assert len(ids) == len(set(ids))
    assert desk.view(press(desk, desk.start("Everyone"), "C")).title == "C"


def test_a_list_that_is_cut_off_leads_to_all_of_it_and_back() -> None:
    desk = fleet(screen=MIXED)
    state = press(desk, desk.start("Everyone"), "Show all: Out now")
    assert (state.place.path, titles(desk.view(state))) == ("overview?list=out-now", ["C", "A"])
    assert titles(desk.view(press(desk, state, "Name"))) == ["A", "C"]
    assert press(desk, press(desk, state, "Name"), "Overview").place.path == "overview"
    assert "Show all: Longest" not in [c.label for c in desk.view(desk.start("Everyone")).controls()]

"""What holds of every dataset, whatever the spec."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.data import fingerprint, make
from toolkit.domain.dataset import Dataset
from toolkit.domain.expression import Expression
from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import App, DataPlan, Entity, Field, Move, Request, Solution

NOW = datetime(2026, 3, 2, 9, 30)
NAMES = ("title", "note", "amount", "code", "city", "price", "level", "started", "ended", "due", "flag", "mail", "who")
STATES = ("Open", "Begun", "Done", "Cancelled")
MOVES = (
    Move("Begin", ("Open",), "Begun", ("R",)),
    Move("End", ("Begun",), "Done", ("R",)),
    Move("Cancel", ("Open", "Begun"), "Cancelled", ("R",)),
    Move("Open again", ("Done",), "Begun", ("R",)),
)


def field(name: str, kind: str, **more: object) -> Field:
    return Field(name, kind, name, **more)  # type: ignore[arg-type]  # made up by strategies


@st.composite
def bounds(draw: st.DrawFn, low: int, high: int) -> dict[str, float]:
    first = draw(st.integers(low, high))
    return {"low": float(first), "high": float(draw(st.integers(first, high)))}


@st.composite
def plain_fields(draw: st.DrawFn, name: str) -> Field:
    """Return a field of any type but a reference."""
    kind = draw(
        st.sampled_from(
            [
                "text",
                "long text",
                "number",
                "money",
                "one of",
                "date",
                "datetime",
                "yes/no",
                "email",
                "phone",
                "person",
                "duration",
                "any of",
                "percent",
            ]
        )
    )
    more: dict[str, object] = {"required": draw(st.booleans())}
    if kind in {"text", "long text"} and draw(st.booleans()):
        more |= draw(bounds(0, 90))
    if kind in {"number", "money", "percent"} and draw(st.booleans()):
        more |= draw(bounds(-50, 900))
    if kind in {"date", "datetime"}:
        more |= draw(st.sampled_from([{}, {"low": -20.0, "high": 0.0}, {"low": 0.0, "high": 9.0}]))
    if kind in {"one of", "any of"}:
        more["options"] = ("Low", "High", "Sky blue")[: draw(st.integers(1, 3))]
    if kind == "text" and "low" not in more and draw(st.booleans()):
        more["pattern"] = "[A-Z]{2}-[0-9]{4}"
    return field(name, kind, **more)


@st.composite
def solutions(draw: st.DrawFn) -> Solution:
    """Return a solution of one to four entities that refer to each other, some with a life cycle."""
    names = ["User", "Ticket", "Comment", "Thing"][: draw(st.integers(1, 4))]
    entities = {}
    for name in names:
        fields = {
            n: draw(plain_fields(n))
            for n in draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
        }
        if draw(st.booleans()):
            fields["created"] = field("created", "datetime", low=-14.0, high=0.0, default="now")
            fields["updated"] = field("updated", "datetime", stamp="changed")
        if draw(st.booleans()):
            fields["state"] = field("state", "one of", options=STATES, moves=MOVES)
            fields["finished"] = field("finished", "datetime", stamp="Done")
        for other in draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
            needed = draw(st.booleans()) and other in entities
            fields[f"a {other}"] = field(f"a {other}", "reference", refers=other, required=needed)
        entities[name] = Entity(name, fields, name + "s")
    rows = {name: draw(st.integers(1, 12)) for name in names}
    app = App({}, entities, {})
    plan = DataPlan(draw(st.integers(0, 5)), draw(st.sampled_from(["en_GB", "de_DE", "ja_JP"])), rows, {})
    return Solution("Any", Request(""), "", NOW, (), "User", app, {}, {}, {}, (), plan)


EVERY = settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@EVERY
@given(solution=solutions())
def test_every_cell_is_what_its_field_allows(types: Mapping[str, FieldType], solution: Solution) -> None:
    data = make(solution, types)
    for name, entity in solution.base.entities.items():
        assert list(data.rows(name)) == [f"{name.lower()}-{n}" for n in range(1, (solution.data.rows or {})[name] + 1)]
        for row in data.rows(name).values():
            assert list(row) == ["id", *entity.fields]
            for part in entity.fields.values():
                check(part, row[part.name], data, types)


def check(part: Field, value: object, data: Dataset, types: Mapping[str, FieldType]) -> None:
    """Assert that a value is one that a person could have entered."""
    if value is None:
        assert not part.required or part.stamp or part.type == "yes/no"
        return
    low, high = part.low if part.low is not None else -1e9, part.high if part.high is not None else 1e9
    if part.refers:
        assert value in data.rows(part.refers)
    elif part.pattern:
        assert re.fullmatch(part.pattern, str(value))
    elif types[part.type].span == "characters":
        assert low <= len(str(value)) <= high
    elif types[part.type].span == "number":
        assert isinstance(value, int | float)
        assert low <= value <= high
    elif isinstance(value, date) and part.high is not None:
        first, last = NOW + timedelta(days=low), NOW + timedelta(days=high)
        moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
        assert first.date() <= moment.date() <= last.date()
    elif part.options:
        assert set(value if isinstance(value, tuple) else (value,)) <= set(part.options)


@EVERY
@given(solution=solutions())
def test_states_and_dates_agree_in_every_row(types: Mapping[str, FieldType], solution: Solution) -> None:
    data = make(solution, types)
    for name, entity in solution.base.entities.items():
        for row in data.rows(name).values():
            if "created" in entity.fields:
                assert row["created"] <= row["updated"] <= NOW  # type: ignore[operator]  # both are datetimes
            if "state" in entity.fields:
                assert row["state"] in STATES
                assert (row["finished"] is not None) == (row["state"] == "Done")
            for part in entity.fields.values():
                above = data.rows(part.refers).get(str(row[part.name]), {}) if part.refers != name else {}
                if row.get("created") and above.get("created") and part.required:
                    assert above["created"] <= row["created"]  # type: ignore[operator]  # both are datetimes


@EVERY
@given(solution=solutions(), more=st.integers(1, 8))
def test_making_it_again_or_with_more_rows_keeps_the_cells(
    types: Mapping[str, FieldType], solution: Solution, more: int
) -> None:
    data = make(solution, types)
    assert fingerprint(make(solution, types)) == fingerprint(data)
    last = list(solution.base.entities)[-1]
    if any(part.refers == last for e in solution.base.entities.values() for part in e.fields.values()):
        return
    larger = make(solution, types, rows={last: len(data.rows(last)) + more})
    for name in data.tables:
        assert {key: larger.rows(name)[key] for key in data.rows(name)} == data.rows(name)


@EVERY
@given(low=st.integers(0, 9), seed=st.integers(0, 99))
def test_conditions_on_references_hold(types: Mapping[str, FieldType], low: int, seed: int) -> None:
    flights = Entity("Flight", {"seats": field("seats", "number", low=0.0, high=9.0)})
    wanted = field("flight", "reference", refers="Flight", required=False, where=Expression(f"seats >= {low}"))
    booking = Entity("Booking", {"flight": wanted})
    app = App({}, {"Flight": flights, "Booking": booking}, {})
    plan = DataPlan(seed, "en_GB", {"Flight": 12, "Booking": 12}, {})
    data = make(Solution("Any", Request(""), "", NOW, (), "", app, {}, {}, {}, (), plan), types)
    taken = [data.rows("Flight")[str(row["flight"])] for row in data.rows("Booking").values() if row["flight"]]
    assert all(int(str(row["seats"])) >= low for row in taken)

"""What is said of rows holds for every one of them, and whatever is asked is answered or refused in words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate

from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.api.asked import COMPARISONS, OWN, Asked, asked
from toolkit.services.api.found import Offered
from toolkit.services.api.openapi import described
from toolkit.services.api.schemas import row_schema
from toolkit.services.load import load_prototype
from toolkit.services.showing import showing
from toolkit.services.workspace import find_prototype

PLUGINS = load(installed=False)


@pytest.fixture(scope="module", params=["helpdesk", "rebooking", "street-event"])
def offered(request: pytest.FixtureRequest) -> Offered:
    prototype = load_prototype(find_prototype(request.param, Path()), PLUGINS)
    return Offered(showing(prototype, next(iter(prototype.solution.options))))


def test_every_row_is_as_its_schema_says(offered: Offered) -> None:
    for entity in offered.entities.values():
        checked = Draft202012Validator(row_schema(entity, {}), format_checker=FormatChecker())
        rows = offered.many(entity, Asked(limit=500)).rows
        assert rows
        assert [error.message for row in rows for error in checked.iter_errors(row)] == []


def test_the_document_is_valid(offered: Offered) -> None:
    validate(described(offered, "A title", "/api/x", {"a": "A"}))


SPEC = """
solution: Things
entities:
  Thing:
    name: text
    count: number
    day: date
    at: datetime
    opens: time
    took: duration
    good: yes/no
    kind: one of A, B
    tags: any of X, Y
    limit: number
    other: Thing, optional
    twice: = count * 2
data: {rows: {Thing: 12}}
"""
NAMES = ("name", "count", "day", "at", "opens", "took", "good", "kind", "tags", "limit", "other", "twice", "id", "odd")
TEXTS = (
    "",
    "A",
    "X",
    "12",
    "-1e999",
    "nan",
    "2026-03-01",
    "2026-03-01T10:00Z",
    "10:00",
    "10:00Z",
    "P1D",
    "P",
    "true",
    "é\0",
)
NAMED = st.builds(
    "{}{}".format, st.sampled_from([*NAMES, *OWN]), st.sampled_from(["", *(f"[{c}]" for c in COMPARISONS)])
)


@pytest.fixture(scope="module")
def things(tmp_path_factory: pytest.TempPathFactory) -> Offered:
    path = tmp_path_factory.mktemp("things") / "spec.yaml"
    path.write_text(SPEC, "utf-8")
    prototype = load_prototype(path, PLUGINS)
    return Offered(showing(prototype, next(iter(prototype.solution.options))))


@given(pairs=st.lists(st.tuples(NAMED, st.sampled_from(TEXTS) | st.text(max_size=12)), max_size=4))
def test_whatever_is_asked_is_answered_or_refused_in_words(things: Offered, pairs: list[tuple[str, str]]) -> None:
    entity = things.entity("thing")
    try:
        wanted = asked(entity, pairs)
    except ToolkitError as error:
        refused = (error.where, error.fix)
    else:
        refused = ("", "")
        found = things.many(entity, wanted)
        assert len(found.rows) <= found.total <= 12
    assert all(refused) or not any(refused)


@pytest.mark.parametrize(
    ("asked_for", "opposite"),
    [("count[lt]", "count[ge]"), ("at[gt]", "at[le]"), ("opens[lt]", "opens[ge]"), ("twice[lt]", "twice[ge]")],
)
def test_what_is_less_and_what_is_not_are_all(things: Offered, asked_for: str, opposite: str) -> None:
    entity = things.entity("thing")
    name = asked_for.partition("[")[0]
    for row in things.many(entity, Asked()).rows:
        text = str(row[name])
        counts = [things.many(entity, asked(entity, [(way, text)])).total for way in (asked_for, opposite)]
        assert sum(counts) == 12


def test_a_day_finds_the_points_in_time_that_lie_on_it(things: Offered) -> None:
    entity = things.entity("thing")
    day = str(things.many(entity, Asked()).rows[0]["at"])[:10]
    found = things.many(entity, asked(entity, [("at", day)])).rows
    assert found
    assert {str(row["at"])[:10] for row in found} == {day}


def test_a_field_called_like_a_parameter_is_asked_for_with_eq(things: Offered) -> None:
    entity = things.entity("thing")
    value = things.many(entity, Asked()).rows[0]["limit"]
    found = things.many(entity, asked(entity, [("limit[eq]", str(value)), ("limit", "500")])).rows
    assert {row["limit"] for row in found} == {value}

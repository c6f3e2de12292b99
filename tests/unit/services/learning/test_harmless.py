"""No name, address or number of anybody gets from a sample into a spec."""

import csv
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.loader import load
from toolkit.services.learning.harmless import HEADINGS, SHARED, names
from toolkit.services.learning.lesson import learn
from toolkit.services.learning.vocabulary import CLOSED, WORDS
from toolkit.spec.reading import read_text

PARTS = load(installed=False).parts
ORDINARY = WORDS | HEADINGS | frozenset().union(*CLOSED)
KNOWN = sorted(name for name in names() if name not in ORDINARY and len(name) > 3)
UNKNOWN = ["thandiwe", "oyelaran", "xochitl", "nguyenová", "ó ceallaigh", "müller-lüdenscheidt", "李小龙", "свитлана"]
SOMEBODY = st.sampled_from(KNOWN) | st.sampled_from(UNKNOWN)
STYLES = (str, str.title, str.upper, lambda name: f"Mr {name.title()}", lambda name: f"{name}@example.com")
HEADS = ["x", "team", "status", "agent", "notes", "region", "assigned to", "customer", "code", "Kunde", "ref no", "id"]
FILLINGS = [
    "Open",
    "Closed",
    "",
    "12",
    "2026-03-01",
    "N/A",
    "A-12",
    "=1+1",
    '"',
    "a;b",
    "yes",
    "no",
    "é\u202e",
    "x" * 200,
]


def learnt(rows: list[list[str]], *, keep: tuple[str, ...] = ()) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sample.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
        return learn(file, "Thing", keep=keep).text


@st.composite
def samples(draw: st.DrawFn) -> tuple[list[list[str]], set[str]]:
    """Return a sample with people in any of its columns, some of them in many rows, and their names."""
    whom = draw(st.sampled_from([SOMEBODY, st.sampled_from(UNKNOWN)]))
    people = draw(st.lists(whom, min_size=1, max_size=4, unique=True))
    style: Callable[[str], str] = draw(st.sampled_from(STYLES))
    full = draw(st.booleans())
    texts = [style(f"{one} {people[0]}" if full else one) for one in people]
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=4, unique=True))
    cell = st.sampled_from([*texts, *texts, *FILLINGS])
    rows = draw(st.lists(st.lists(cell, min_size=len(heads), max_size=len(heads)), min_size=1, max_size=12))
    return [heads, *(row for row in rows for _ in range(draw(st.sampled_from([1, SHARED, 12]))))], set(people)


@given(sample=samples())
@settings(max_examples=150, deadline=None)
def test_no_name_gets_into_the_spec_whatever_the_sample(sample: tuple[list[list[str]], set[str]]) -> None:
    rows, people = sample
    if not any(any(row) for row in rows[1:]):
        return
    text = learnt(rows)
    assert [name for name in people if name in text.casefold()] == []
    assert "@" not in text


@given(sample=samples())
@settings(max_examples=60, deadline=None)
def test_what_is_learnt_is_a_spec(sample: tuple[list[list[str]], set[str]]) -> None:
    rows, _ = sample
    if not any(any(row) for row in rows[1:]):
        return
    found = read_text(f"solution: Test\n{learnt(rows)}", "spec.yaml", PARTS)
    assert found.solution is not None, [finding.text() for finding in found.findings]


@pytest.mark.parametrize(
    "value", ["DE89 3704 0044 0532 0130 00", "+44 1632 960001", "078-05-1120", "4111 1111 1111 1111", "ada@example.com"]
)
@pytest.mark.parametrize("heading", ["x", "status", "phone", "account"])
def test_numbers_and_addresses_of_people_are_not_written(heading: str, value: str) -> None:
    text = learnt([[heading], *([value] for _ in range(20)), *(["Open"] for _ in range(20))])
    assert value not in text
    assert value[:6] not in text


def test_a_value_that_few_rows_share_is_not_written() -> None:
    few = learnt(
        [["kind"], *(["Open"] for _ in range(40)), *(["Closed"] for _ in range(40)), *(["Blocked"] for _ in range(4))]
    )
    assert "Blocked" not in few
    assert "one of Open, Closed, weights 50/50" in few


def test_a_bound_is_no_value_that_few_rows_have() -> None:
    text = learnt([["points"], *([str(n % 50 + 100)] for n in range(200)), *([n] for n in ("7", "98765"))])
    assert "100..150" in text
    assert "98765" not in text


def test_values_that_somebody_vouches_for_are_written_but_no_names() -> None:
    rows = [
        ["region", "squad"],
        *([region, squad] for region in ("Thuringia", "Saxony") for squad in ("Ada Hill", "Blue") for _ in range(9)),
    ]
    assert "Region 1" in learnt(rows)
    vouched = learnt(rows, keep=("region", "squad"))
    assert "one of Thuringia, Saxony" in vouched
    assert "Ada" not in vouched


def test_a_first_row_of_people_is_not_taken_for_headings() -> None:
    text = learnt([["Thandi", "Berta Schulze"], *(["a", "b"] for _ in range(9))])
    assert "Berta" not in text
    assert "column 2" in text

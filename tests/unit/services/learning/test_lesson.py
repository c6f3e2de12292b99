"""What a sample tells of shares, ranges, forms, and of columns that belong together."""

import csv
import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.learning.into import lay_into, merge
from toolkit.services.learning.lesson import learn
from toolkit.spec.reading import read_text

PLUGINS = load(installed=False)


@pytest.fixture
def line(tmp_path: Path):
    """Give what learns one column and returns its line."""

    def learnt(heading: str, cells: list[str]) -> str:
        file = tmp_path / "sample.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([[heading, "row"], *([cell, "r"] for cell in cells)])
        return next(iter(learn(file, "Thing").fields.values()))

    return learnt


CHANCE = random.Random(7)
NORMAL = [f"{CHANCE.gauss(40, 12):.1f}" for _ in range(2_000)]
SKEWED = [f"{CHANCE.lognormvariate(3.6, 0.7):.2f}" for _ in range(2_000)]
EVEN = [str(CHANCE.randint(1, 90)) for _ in range(2_000)]
MORNINGS = [datetime(2025, 3, 1 + n % 28, 9 + n % 6, 5) for n in range(300)]


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("status", ["Open"] * 60 + ["Closed"] * 40, "one of Open, Closed, weights 60/40"),
        ("priority", ["High"] * 10 + ["Low"] * 50 + ["Medium"] * 40, "one of Low, Medium, High, weights 50/40/10"),
        ("gift", ["yes"] * 30 + ["no"] * 70, "yes/no, 30 % yes"),
        ("size", NORMAL, "normal around 40 +- 12"),
        ("price", SKEWED, "lognormal around 3"),
        ("points", EVEN, "number, 0..90"),
        ("weight", ["1.234,5 "] * 20 + ["12,0"] * 20, "number, 0..1400"),
        ("cost", ["€ 12.50", "EUR 3.10"] * 20, "money, 3..13"),
        ("share", ["40 %", "60 %"] * 20, "percent, 40..60"),
        ("order ref", [f"SO-{n}" for n in range(1000, 1100)], '{type: "text, unique", pattern: "[A-Z]{2}-[0-9]{4}"}'),
        ("zip", [f"0{n}" for n in range(1000, 1100)], 'pattern: "[0-9]{5}"'),
        ("number", [str(n) for n in range(1, 100)], "reference number"),
        ("when", [m.isoformat() for m in MORNINGS], "datetime, last 4 weeks, seasonal office hours"),
        ("due", ["31.12.2025", "01.12.2025"] * 20, "date, last 4 weeks"),
        ("note", ["short", "a longer text"] * 3 + [f"text {n} of many" for n in range(80)], "at most 20 characters"),
        ("extra", ["Open"] * 30 + ["Closed"] * 30 + [""] * 20, "optional, 25 % empty"),
        ("parted", ["234.536.95", "1.5"] * 9, "one of Parted 1, Parted 2"),
        ("nothing", [""] * 9, "text, optional"),
        ("e-mail", ["ada@example.com"] * 9, "email"),
        ("colour", ["Red", "Green", "Brown"] * 9, "one of Red, Green, Brown"),
    ],
)
def test_a_column_is_the_line_that_a_person_would_have_written(
    line, heading: str, cells: list[str], expected: str
) -> None:
    assert expected in line(heading, cells)


@pytest.fixture
def file(tmp_path: Path):
    def written(text: str, *, encoding: str = "utf-8") -> Path:
        path = tmp_path / "sample.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return written


def orders(separator: str = ",") -> str:
    chance, lines = random.Random(3), [separator.join(("qty", "price", "total", "placed", "paid", "channel", "bonus"))]
    for n in range(200):
        qty, price, placed = chance.randint(1, 9), chance.randint(5, 90), datetime(2025, 1, 1) + timedelta(days=n)
        paid, channel = placed + timedelta(days=chance.randint(0, 20)), chance.choice(["Web", "Shop"])
        cells = (
            qty,
            price,
            qty * price,
            f"{placed:%Y-%m-%d}",
            f"{paid:%Y-%m-%d}",
            channel,
            "yes" if channel == "Web" else "no",
        )
        lines.append(separator.join(map(str, cells)))
    return "\n".join(lines)


def test_columns_that_belong_together_are_rules_where_a_spec_has_one(file) -> None:
    lesson = learn(file(orders()), "Order")
    assert lesson.fields["total"] == "= qty * price"
    assert lesson.fields["paid"].startswith("date, ")
    assert "not before placed" in lesson.fields["paid"]
    assert any("channel and bonus go together (Cramér's V 1.0)" in remark for remark in lesson.remarks)
    assert read_text(f"solution: Test\n{lesson.text}", "spec.yaml", PLUGINS.parts).solution is not None


@pytest.mark.parametrize(("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), ("|", "cp1252")])
def test_tables_of_all_kinds_are_read(file, separator: str, encoding: str) -> None:
    assert learn(file(orders(separator), encoding=encoding), "Order").fields["total"] == "= qty * price"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing to learn from"),
        ("a,b\n", "nothing to learn from"),
        ("12,ada@example.com\n13,x\n", "the first line is no headings"),
        ("a,b\n\0\0\n", "the file is no text"),
        (",".join(f"c{n}" for n in range(200)) + "\n1\n", "there are 200 columns"),
        ("a\n" + '"' + "x" * 200_000 + '"\n', "this is no table"),
    ],
)
def test_what_is_no_sample_is_refused_in_words(file, text: str, said: str) -> None:
    with pytest.raises(ToolkitError, match=said) as caught:
        learn(file(text), "Order")
    assert caught.value.fix


def test_of_a_long_file_some_rows_are_drawn(file) -> None:
    rows = "\n".join("Open" if n % 3 else "Closed" for n in range(50_000))
    lesson = learn(file(f"status\n{rows}\n"), "Order")
    assert lesson.rows == 20_000
    assert "Open, Closed" in lesson.fields["status"]


def test_columns_lead_to_entities_of_the_spec(file) -> None:
    cells = "\n".join(str(n % 7 if n % 3 else n % 200) for n in range(400))
    lesson = learn(file(f"customer_id\n{cells}\n"), "Order", entities=["Customer"])
    assert lesson.fields == {"customer": "Customer, zipf"}


SPEC = """\
solution: Shop  # ours
entities:
  # what people buy
  Order:
    channel: one of Shop, Web   # as the till says
    qty: number, 0..50
    said: text
data: {seed: 3}
"""


def test_a_spec_keeps_its_comments_and_gets_what_it_lacks(file, tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(SPEC, "utf-8")
    merged = lay_into(spec, learn(file(orders()), "Order"), PLUGINS)
    text = spec.read_text("utf-8")
    for kept in ("# ours", "# what people buy", "# as the till says", "said: text", "data: {seed: 3}"):
        assert kept in text
    assert "channel: one of Shop, Web, weights " in text
    assert "total: = qty * price" in text
    assert "# so in the sample" in text
    assert merged.told == ("channel",)
    assert "total" in merged.added
    assert merged.left == ("qty",)


def test_a_spec_that_would_have_mistakes_is_left_as_it_is(file, tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(SPEC.replace("said: text", "said: txet"), "utf-8")
    with pytest.raises(ToolkitError, match="left as it is"):
        lay_into(spec, learn(file(orders()), "Order"), PLUGINS)
    assert "total" not in spec.read_text("utf-8")


@pytest.mark.parametrize("text", ["[1, 2]", "entities: [1]", "a: b: c"])
def test_what_is_no_spec_is_refused_in_words(file, text: str) -> None:
    with pytest.raises(ToolkitError):
        merge(text, learn(file(orders()), "Order"))


def test_days_that_stand_for_never_tell_no_period(line) -> None:
    assert "9999" not in line("until", ["9999-12-31"] * 60)


def test_of_very_many_columns_only_some_are_held_against_each_other(file) -> None:
    heads = ",".join(f"c{n},d{n}" for n in range(75))
    days = [",".join(f"{way},2024-05-{day:02}" for _ in range(75)) for way, day in (("open", 3), ("closed", 9))]
    remarks = learn(file(f"{heads}\n" + "\n".join(days * 400)), "Order").remarks
    assert 0 < len(remarks) <= 8

"""Values stay what they are from one release to the next, of ours and of Faker: some are written down.

Where they are meant to be others from now on: python -m tests.unit.data.test_golden
"""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from toolkit.data import make
from toolkit.data.lists import digests
from toolkit.domain.values import exchanged
from toolkit.loader import load
from toolkit.spec import read_text

GOLDEN = Path(__file__).parent / "golden"
LOCALES = ("en_US", "de_DE", "ja_JP")
SPEC = """
solution: Golden
now: 2026-03-02 09:30
entities:
  Customer:
    name: person
    email: email
    level: one of Gold, Silver, Bronze
    points: number, 0..500
    balance: money, 0..900
    news: yes/no
    member: number, 1000..9999, unique
    joined: datetime, last 90 days = now
  Order: {customer: Customer, amount: "number, 1..9", state: {New -> Paid: Pay, Paid -> Sent: Send}}
data: {seed: 11, locale: LOCALE, rows: {Customer: 12, Order: 12}}
"""


def golden(locale: str) -> dict[str, object]:
    """Return what is to be written down of a locale: the values, and the word lists that they come from."""
    plugins = load(installed=False)
    solution = read_text(SPEC.replace("LOCALE", locale), "spec.yaml", plugins.parts).solution
    assert solution is not None
    tables = make(solution, plugins.field_types).tables
    rows = {name: [{k: exchanged(v) for k, v in row.items()} for row in t.values()] for name, t in tables.items()}
    return {"faker": version("faker"), "lists": digests(locale), "rows": rows}


def written(locale: str) -> str:
    return json.dumps(golden(locale), ensure_ascii=False, indent=1, default=str) + "\n"


@pytest.mark.parametrize("locale", LOCALES)
def test_values_are_those_that_are_written_down(locale):
    then, now = json.loads((GOLDEN / f"{locale}.json").read_text("utf-8")), json.loads(written(locale))
    other = [name for name, digest in then["lists"].items() if now["lists"].get(name) != digest]
    assert not other, f"Faker {now['faker']} has other {' and '.join(other)} for {locale} than Faker {then['faker']}"
    assert now["rows"] == then["rows"]


def test_a_digest_tells_of_a_word_more_and_not_of_another_order():
    from toolkit.data.pool import Pool

    assert Pool(["Ann", "Bea"]).digest == Pool(["Bea", "Ann"]).digest
    assert Pool(["Ann", "Bea"]).digest != Pool(["Ann", "Bea", "Cleo"]).digest


if __name__ == "__main__":
    for each in LOCALES:
        (GOLDEN / f"{each}.json").write_text(written(each), "utf-8")

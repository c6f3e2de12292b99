"""`showtell data learn` prints or writes what a sample tells."""

import json
from pathlib import Path

import pytest

SPEC = "solution: Shop\nentities:\n  Order: {note: text}  # ours\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "prototypes" / "shop").mkdir(parents=True)
    (tmp_path / "prototypes" / "shop" / "spec.yaml").write_text(SPEC, "utf-8")
    rows = [f"{status},{n % 50}.50,Ada Hill" for n in range(60) for status in ("Open", "Closed")]
    (tmp_path / "orders.csv").write_text("\n".join(["status,price,agent", *rows]), "utf-8")
    return tmp_path


def test_it_is_printed(call, folder: Path):
    ended = call("data", "learn", "orders.csv", "Order", folder=folder)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# Learnt from 120 rows")
    assert "    status: one of Open, Closed, weights 50/50\n" in ended.out
    assert "Ada" not in ended.out


def test_programs_get_json(call, folder: Path):
    found = json.loads(call("data", "learn", "orders.csv", "Order", "--json", folder=folder).out)
    assert (found["entity"], found["rows"], found["fields"]["price"]) == ("Order", 120, "money, 0..50")


def test_it_is_laid_into_a_prototype(call, folder: Path):
    ended = call("data", "learn", "orders.csv", "Order", "--into", "shop", folder=folder)
    assert ended.code == 0, ended.err
    assert "added: status, price, agent" in ended.out
    text = (folder / "prototypes" / "shop" / "spec.yaml").read_text("utf-8")
    assert "# ours" in text
    assert "weights 50/50" in text
    assert call("check", "shop", folder=folder).code == 0
    said = json.loads(call("data", "learn", "orders.csv", "Order", "--into", "shop", "--json", folder=folder).out)
    assert (said["added"], said["left"]) == ([], ["status", "price", "agent"])


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nothing.csv", "Order"], "there is nothing to learn from"),
        (["orders.csv", "1: x"], "is no name for an entity"),
        (["orders.csv", "Order", "--keep", "statsu"], "did you mean 'status'?"),
        (["orders.csv", "Order", "--keep", "agent"], "'agent' is about people"),
        (["orders.csv", "Order", "--into", "shpo"], "did you mean 'shop'?"),
    ],
)
def test_mistakes_say_how_to_mend_them(call, folder: Path, args: list[str], said: str):
    ended = call("data", "learn", *args, folder=folder)
    assert ended.code == 1
    assert said in ended.err


def test_its_help_has_an_example(call, tmp_path: Path):
    ended = call("data", "learn", "--help")
    assert ended.out.startswith("Usage: showtell data learn [OPTIONS] FILE ENTITY")
    assert ended.out.endswith("Example: showtell data learn orders.csv Order\n")

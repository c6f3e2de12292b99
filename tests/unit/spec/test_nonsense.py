"""Whatever the file holds: a finding, never a trace."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.parts import Parts
from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.spec import read, read_text
from toolkit.spec.node import native
from toolkit.spec.text import compose

TEXT = (bundled("prototypes") / "helpdesk" / "spec.yaml").read_text()
PARTS = load(installed=False).parts
ROOT = compose(TEXT).root
assert ROOT
WHOLE = native(ROOT)
ODD: list[object] = [
    None,
    "",
    "~",
    [],
    {},
    [[]],
    [None],
    {"a": None},
    {"": ""},
    10**80,
    -1,
    0,
    1e300,
    True,
    False,
    "\t",
    "'",
]
ODD += [
    "= ",
    "= now",
    "= a.b",
    "any",
    "->",
    "A ->",
    "me",
    "..",
    "(",
    "5..x",
    "\u0000",
    "é",
    "a" * 5000,
    "x()",
    "one of",
    "one of a, a",
]
ODD += [
    {"type": None},
    {"type": "one of"},
    {"moves": {}},
    {"moves": {"a -> b": "c (d), asks e"}},
    ["a", ["b"]],
    {"list": "Ticket"},
]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("empty", ""),
        ("empty", "# only a comment\n"),
        ("empty", "null"),
        ("not-a-mapping", "- a\n- b\n"),
        ("not-a-mapping", "just text"),
        ("two-documents", "solution: A\n---\nsolution: B\n"),
        ("too-deep", "a: " + "[" * 200),
        ("too-deep", "[" * 100_000),
        ("too-large", "a: " + "x" * 1_000_001),
        ("unknown-alias", "solution: *lost\n"),
        ("name-is-no-text", "{[a, b]: c}"),
        ("not-yaml", "solution: 'never closed"),
        ("not-yaml", "solution: @home"),
        ("not-yaml", "a: \x00"),
        ("not-yaml", 'solution: "\\ud800"'),
        ("no-entity", "solution: Alone\n"),
        ("wrong-shape", "entities: 5\n"),
        ("unknown-key", "entites: {Book: {title: text}}\n"),
    ],
)
def test_nonsense_is_a_finding(found: Found, code: str, text: str) -> None:
    finding = found(code, text)
    assert finding.severity == "error"
    assert finding.fix


def test_aliases_cannot_blow_up(found: Found) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert found("too-large", "\n".join(lines)).fix == "use fewer '*' aliases"


MANY = "\n".join(f"  E{at}: {{title: text}}" for at in range(6))
LARGE = "{" + ", ".join(f"E{at}: 100000" for at in range(6)) + "}"


@pytest.mark.parametrize("part", [f"data: {{rows: {LARGE}}}", f"scenarios: {{Busy: {{rows: {LARGE}}}}}"])
def test_more_rows_than_there_is_time_for_are_a_finding(found: Found, part: str) -> None:
    assert "--rows" in found("too-large", f"entities:\n{MANY}\n{part}\n").fix


LOOP = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1].all(a, {})"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        (
            "no-expression",
            "n: '= " + LOOP.format(LOOP.format(LOOP.format(LOOP.format(LOOP.format(LOOP.format("true")))))) + "'",
        ),
        ("no-expression", f"n: '= [{'1,' * 200}1].map(a, [{'1,' * 200}1].map(b, b)).size()'"),
        ("bad-rule", "n: date, next 99999999 days"),
        ("bad-rule", "n: datetime, last 3000000 days"),
        ("too-large", "\n    ".join(f"n{at}: text" for at in range(300))),
        ("bad-rule", f"n: number, 0..1{'0' * 20}"),
        ("bad-rule", f"n: number, -1{'0' * 400}..1{'0' * 400}"),
        ("bad-rule", f"n: number, lognormal around 1{'0' * 300} */ 1{'0' * 300}"),
        ("bad-rule", "n: date, last 10 years, trend +99999999 % a week"),
        ("bad-rule", "n: 'one of A, B, weights 1" + "0" * 400 + "/1'"),
        ("bad-rule", "n: text, 99999999..99999999 characters"),
        ("bad-rule", "n: long text, at least 1000000 characters"),
        ("bad-rule", "n: text, 1000000 characters"),
    ],
)
def test_what_would_never_end_is_a_finding(found: Found, code: str, line: str) -> None:
    assert found(code, f"entities:\n  Book:\n    title: text\n    {line}\n").severity == "error"


def test_lists_within_lists_may_be_gone_through(read: Read) -> None:
    line = "n: '= [1, 2, 3].all(a, [4, 5].exists(b, a < b)) && (title.size() > 3 || [1].exists(c, c > 0))'"
    assert read(f"entities: {{Book: {{title: text, {line}}}}}").errors == ()


def test_more_entities_than_anybody_reads_are_a_finding(found: Found) -> None:
    lines = "\n".join(f"  E{at}: {{title: text}}" for at in range(400))
    assert found("too-large", f"entities:\n{lines}\n").fix


def test_an_alias_may_repeat_a_part(read: Read) -> None:
    reading = read("entities:\n  A: &a {title: text}\n  B: *a\n")
    assert reading.solution
    assert set(reading.solution.base.entities["B"].fields) == {"title"}


def test_tags_run_nothing(read: Read) -> None:
    reading = read("solution: !!python/object/apply:os.system ['echo']\nentities: {A: {title: text}}\n")
    assert reading.errors


def test_null_everywhere(read: Read) -> None:
    keys = (
        "solution",
        "brand",
        "request",
        "problem",
        "goals",
        "now",
        "roles",
        "entities",
        "screens",
        "options",
        "tasks",
    )
    reading = read("\n".join(f"{key}:" for key in (*keys, "questions", "study", "data")))
    assert reading.errors
    assert all(finding.fix for finding in reading.findings)


def test_a_file_that_is_no_text(tmp_path: Path, parts: Parts) -> None:
    (tmp_path / "spec.yaml").write_bytes(b"solution: \xff\xfe")
    assert [f.code for f in read(tmp_path, parts).findings] == ["not-utf8"]


def test_no_file(tmp_path: Path, parts: Parts) -> None:
    with pytest.raises(ToolkitError) as caught:
        read(tmp_path / "nowhere.yaml", parts)
    assert "showtell new" in caught.value.fix


def test_windows_line_ends_and_a_byte_order_mark(tmp_path: Path, parts: Parts) -> None:
    (tmp_path / "spec.yaml").write_bytes(b"\xef\xbb\xbfsolution: A\r\nentities:\r\n  Book: {title: txet}\r\n")
    assert [f.position for f in read(tmp_path, parts).errors] == [(3, 17)]


def places(part: object, way: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Every way into a tree."""
    yield way
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield from places(value, (*way, key))


def mangled(part: Any, way: tuple[Any, ...], odd: object) -> Any:
    """The tree with another part at one place; without it where the other is `...`."""
    if not way:
        return odd
    if isinstance(part, dict):
        changed = {key: mangled(value, way[1:], odd) if key == way[0] else value for key, value in part.items()}
        return {key: value for key, value in changed.items() if value is not ...}
    changed_list = [mangled(value, way[1:], odd) if at == way[0] else value for at, value in enumerate(part)]
    return [value for value in changed_list if value is not ...]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_mangled_spec_is_read_without_a_trace(data: st.DataObject) -> None:
    """Take the help desk, put something odd in the place of some of its parts, and read it."""
    tree: Any = WHOLE
    for _ in range(data.draw(st.integers(1, 3))):
        way = data.draw(st.sampled_from(list(places(tree))[1:]))
        tree = mangled(tree, way, data.draw(st.sampled_from([*ODD, ...])))
        if not tree:
            break
    for finding in read_text(json.dumps(tree), "spec.yaml", PARTS).findings:
        assert finding.message
        assert finding.position >= (1, 1)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(TEXT)), st.integers(0, 60), st.text(max_size=5))
def test_a_spec_cut_anywhere_is_read_without_a_trace(start: int, length: int, other: str) -> None:
    read_text(TEXT[:start] + other + TEXT[start + length :], "spec.yaml", PARTS)

"""Ten slips in the bundled help desk, each told by `showtell check` with its line, its column and a fix."""

import re
from pathlib import Path

import pytest

from toolkit.places import bundled

SPEC = (bundled("prototypes") / "helpdesk" / "spec.yaml").read_text(encoding="utf-8")
SLIPS = {
    "unknown key": ("\nquestions:", "\n@questionz:", "'questionz' is not known", "did you mean 'questions'?"),
    "unknown type": ("title: text,", "title: @txt,", "'txt' is neither a type nor", "did you mean 'text'?"),
    "unknown screen": ("start: Late tickets", "start: @Late ticket", "no screen 'Late ticket'", "mean 'Late tickets'?"),
    "unknown role": ("{as: Employee", "{as: @Employe", "there is no role 'Employe'", "did you mean 'Employee'?"),
    "unknown state": ("when Resolved", "when @Resolvedd", "there is no state 'Resolvedd'", "did you mean 'Resolved'?"),
    "loop": ('now > due"', '@late"', "'late' is worked out from itself: late -> late", "depend on stored fields only"),
    "no way to done": ("work: {as: Agent", "@work: {as: Employee", "'work' cannot be done", "give Employee a screen"),
    "bad date": ("now: 2026-03-02", "now: @2026-02-30", "is no date and time", "write it like 2026-03-02 09:30"),
    "one name twice": ("  New ticket: {", "  @My tickets: {", "two things of one name: 'My tickets'", "another name"),
    "a tab": ("\n  seed: 7", "\n@\tseed: 7", "a tab in the indentation", "indent with two spaces"),
}
"""What is replaced by what, with a mark before the place that is to be named; the sentence; the fix."""


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_with_line_column_and_fix(call, tmp_path: Path, name):
    right, wrong, what, fix = SLIPS[name]
    assert right in SPEC
    before, _, after = SPEC.replace(right, wrong, 1).partition("@")
    (tmp_path / "spec.yaml").write_text(before + after, encoding="utf-8")
    ended = call("check", "spec.yaml")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    told = re.search(rf"^error: .*\nwhere: spec\.yaml:{line}:{column}\b.*\n  fix: .*$", ended.out, re.MULTILINE)
    assert ended.code == 1
    assert told, ended.out
    assert what in told[0]
    assert fix in told[0]


def test_the_bundled_help_desk_has_no_slip(call):
    ended = call("check", "helpdesk")
    assert ended.code == 0
    assert ended.out.strip().endswith("spec.yaml: no errors, 115 views drawn")


def test_all_slips_are_told_at_once_and_counted(call, tmp_path: Path):
    text = SPEC.replace("title: text,", "title: txt,", 1).replace("{as: Employee", "{as: Employe", 1)
    (tmp_path / "spec.yaml").write_text(text, encoding="utf-8")
    ended = call("check", "spec.yaml")
    assert ended.out.count("\n  fix: ") == 2
    assert ended.out.endswith("spec.yaml: 2 errors\n")


def test_what_was_assumed_is_listed(call, tmp_path: Path):
    (tmp_path / "spec.yaml").write_text("solution: Desk\nentities: {Box: {label: text}}\n", encoding="utf-8")
    ended = call("check", "spec.yaml")
    assert ended.code == 0
    assert "\nassumed: " in f"\n{ended.out}"

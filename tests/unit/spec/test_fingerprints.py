"""Fingerprints: each element its own, the same for the same words, another for any change that shows."""

from tests.unit.spec.conftest import Read
from toolkit.spec.fingerprint import fingerprints

SPEC = """\
roles: [Reader, Librarian]
goals: {quick: time of find <= 30 s}
entities: {Book: {title: text, pages: number}}
screens: {Books: {list: Book, show: [title, pages]}}
tasks: {find: {as: Reader, say: Find it., answer: {Book: title}}}
data: {seed: 1}
"""


def changed(read: Read, before: str, after: str) -> set[str]:
    """The names of what is no longer the same after a change."""
    assert before in SPEC
    old, new = read(SPEC).fingerprints, read(SPEC.replace(before, after)).fingerprints
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


def test_every_element_has_its_own(read: Read) -> None:
    names = {"spec", "role:Reader", "role:Librarian", "goal:quick", "entity:Book", "screen:Books", "task:find", "data"}
    assert set(read(SPEC).fingerprints) == names
    assert all(len(digest) == 64 for digest in read(SPEC).fingerprints.values())


def test_only_what_was_changed_changes(read: Read) -> None:
    assert changed(read, "30 s", "40 s") == {"goal:quick", "spec"}
    assert changed(read, "seed: 1", "seed: 2") == {"data", "spec"}
    assert changed(read, "Find it.", "Find one.") == {"task:find", "spec"}


def test_the_order_of_fields_counts(read: Read) -> None:
    assert changed(read, "title: text, pages: number", "pages: number, title: text") == {"entity:Book", "spec"}


def test_comments_quotes_and_layout_do_not_count(read: Read) -> None:
    assert (
        changed(read, "goals: {quick: time of find <= 30 s}", 'goals:   # why\n  quick: "time of find <= 30 s"')
        == set()
    )


def test_a_mapping_is_no_list_of_pairs() -> None:
    assert fingerprints({"a": {"b": "c"}})["a"] != fingerprints({"a": [["b", "c"]]})["a"]

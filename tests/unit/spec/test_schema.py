"""The JSON Schema: it takes the bundled specs and refuses what the reader refuses."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from toolkit.domain.parts import Parts
from toolkit.places import bundled
from toolkit.spec.node import native
from toolkit.spec.schema import json_schema
from toolkit.spec.text import compose

SPECS = sorted(bundled("prototypes").glob("*/spec.yaml"))


@pytest.fixture(scope="module")
def schema(parts: Parts) -> Draft202012Validator:
    Draft202012Validator.check_schema(json_schema(parts))
    return Draft202012Validator(json_schema(parts))


def tree(text: str) -> Any:
    root = compose(text).root
    assert root
    return native(root)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.parent.name)
def test_a_bundled_spec_fits_the_schema(path: Path, schema: Draft202012Validator) -> None:
    assert [error.message for error in schema.iter_errors(tree(path.read_text()))] == []


@pytest.mark.parametrize(
    "text",
    [
        "entities: {Book: {title: text}, Author: }\nroles: [A]\nrequest: Build it",
        "entities: {Book: {title: {type: text, label: Name}, state: {A -> B: Go, any: [X, Y]}, kind: [1, 2]}}",
        "screens: {A: {list: Book, sort: -due, for: Reader}}\noptions: {a: {screens: {A: {sort: [due]}, B: null}}}",
        "questions: {a: Open?, b: {ask: Which?, choose: options}}",
        "data: {pinned: {Book: [{title: A, pages: 5, out: true, due: null}]}}",
    ],
)
def test_what_can_be_written_fits(text: str, schema: Draft202012Validator) -> None:
    assert schema.is_valid(tree(text))


@pytest.mark.parametrize(
    "text",
    [
        "entites: {}",
        "entities: [Book]",
        "entities: {Book: {title: 5}}",
        "screens: {A: {lst: Book}}",
        "screens: {A: {list: Book, colour: red}}",
        "screens: {A: {show: [title]}}",
        "options: {a: {screens: {A: {colour: red}}}}",
        "options: {a: {idea: mine}}",
        "tasks: {a: {as: Reader}}",
        "data: {rows: {Book: many}}",
        "brand: {name: A, accent: blue}",
    ],
)
def test_what_cannot_be_written_does_not_fit(text: str, schema: Draft202012Validator) -> None:
    assert not schema.is_valid(tree(text))


def test_every_setting_is_described(parts: Parts) -> None:
    for screen in json_schema(parts)["$defs"]["Screen"]["anyOf"]:
        assert screen["description"]
        assert all(part.get("description") for part in screen["properties"].values())

"""Datasets out of specs written in the tests."""

from collections.abc import Callable, Mapping
from textwrap import dedent

import pytest

from toolkit.data import make
from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import Solution
from toolkit.loader import load
from toolkit.spec.reading import read_text

Specified = Callable[[str], Solution]
Made = Callable[..., Dataset]


@pytest.fixture(scope="session")
def types() -> Mapping[str, FieldType]:
    return load(installed=False).field_types


@pytest.fixture(scope="session")
def specified() -> Specified:
    """Give what reads a spec and stops at the first mistake in it."""
    parts = load(installed=False).parts

    def solution(text: str) -> Solution:
        reading = read_text(f"solution: Test\n{dedent(text)}", "spec.yaml", parts)
        assert reading.solution is not None, [finding.text() for finding in reading.findings]
        return reading.solution

    return solution


@pytest.fixture(scope="session")
def made(specified: Specified, types: Mapping[str, FieldType]) -> Made:
    """Give what makes the dataset of a spec."""

    def dataset(text: str, **rows: int) -> Dataset:
        return make(specified(text), types, rows=rows)

    return dataset

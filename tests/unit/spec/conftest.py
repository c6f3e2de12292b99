"""Reading specs written inline, with the bundled field types and screen kinds."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from toolkit.domain.finding import SpecFinding
from toolkit.domain.parts import Parts
from toolkit.loader import load
from toolkit.spec import Reading, read_text

Read = Callable[..., Reading]
Found = Callable[..., SpecFinding]


@pytest.fixture(scope="session")
def parts() -> Parts:
    return load(installed=False).parts


@pytest.fixture
def read(parts: Parts) -> Read:
    """Read a spec's text, indented as it stands in the test."""

    def reading(text: str, **more: object) -> Reading:
        return read_text(dedent(text), "spec.yaml", parts, **more)

    return reading


@pytest.fixture
def found(read: Read) -> Found:
    """Read a spec with one mistake and return the finding about it."""

    def finding(code: str, text: str) -> SpecFinding:
        findings = read(text).findings
        fits = [f for f in findings if f.code == code]
        assert len(fits) == 1, "\n".join(f.text() for f in findings) or "no finding at all"
        return fits[0]

    return finding

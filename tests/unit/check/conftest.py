"""One good spec, and what a full check finds in a text; what plugins bring is loaded once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.domain.finding import SpecFinding
from toolkit.loader import Plugins, load
from toolkit.services.check import check
from toolkit.spec import read_text

GOOD = (Path(__file__).parent / "good.yaml").read_text(encoding="utf-8")
Look = Callable[[str], tuple[SpecFinding, ...]]


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return load(installed=False)


@pytest.fixture
def look(plugins: Plugins, tmp_path: Path) -> Look:
    """Return the findings of a full check, without the 2,000 rows that take most of its time."""

    def found(text: str) -> tuple[SpecFinding, ...]:
        (tmp_path / "spec.yaml").write_text(text, encoding="utf-8")
        return check(tmp_path, plugins, many=0).findings

    return found


@pytest.fixture
def skim(plugins: Plugins) -> Look:
    """Return the findings of reading alone."""
    return lambda text: read_text(text, "spec.yaml", plugins.parts, measures=tuple(plugins.metrics)).findings


def seeded(right: str, wrong: str, at: str = "") -> tuple[str, int]:
    """Return the good spec with one thing replaced, and the line of the mark '~' in what replaced it (or of `at`)."""
    assert right in GOOD
    before, mark, after = GOOD.replace(right, wrong, 1).partition("~")
    assert bool(mark) is not bool(at)
    place = before.index(at) if at else len(before)
    return before + after, before[:place].count("\n") + 1


def the_one(code: str, findings: tuple[SpecFinding, ...]) -> SpecFinding:
    """Return the finding of a code: the only one, or one for each option about the same part."""
    fits = [f for f in findings if f.code == code]
    assert len({f.where for f in fits}) == 1, "\n".join(f.text() for f in findings) or "no finding at all"
    return fits[0]

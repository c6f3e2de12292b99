"""Check a spec: what its reader says, and what a customer would have tripped over when it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from toolkit.data import make
from toolkit.data.nasty import nasty as turned_nasty
from toolkit.domain.dataset import Dataset
from toolkit.domain.finding import SpecFinding
from toolkit.domain.rules import CodeError
from toolkit.domain.solution import Solution
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.checking.case import At, Case, Text
from toolkit.services.checking.drawing import MANY, gallery
from toolkit.services.checking.fields import field_findings
from toolkit.services.checking.labels import label_findings
from toolkit.services.checking.languages import language_findings, spoken_findings
from toolkit.services.checking.options import option_findings
from toolkit.services.checking.own_code import code_failed, code_findings
from toolkit.services.checking.promises import promise_findings
from toolkit.services.checking.reach import reach_findings
from toolkit.services.checking.rows import row_findings
from toolkit.services.checking.scenarios import scenario_findings
from toolkit.services.checking.tasks import task_findings
from toolkit.services.checking.wheres import where_findings
from toolkit.services.code.loading import Code, code_of, home_of
from toolkit.spec import read
from toolkit.spec.reading import NAME


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, what was assumed where the spec says nothing, and how many views were drawn to find out."""

    findings: tuple[SpecFinding, ...]
    defaulted: tuple[str, ...]
    views: int = 0

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(f.severity == "error" for f in self.findings)


def check(path: Path, plugins: Plugins, *, many: int = MANY, nasty: bool = False) -> Checked:
    """Read a spec, make its data, draw every screen for every role, option and state, and plan every task.

    Each screen is drawn once more without rows, and with `many` of each entity; all on `nasty` data if asked for.
    """
    reading = read(path, plugins.parts, measures=tuple(plugins.metrics))
    solution = reading.solution
    if solution is None:
        return Checked(reading.findings, reading.defaulted)
    file = path / NAME if path.is_dir() else path
    text = Text.of(file.read_text(encoding="utf-8-sig"), str(file), reading.places)
    code, wrong = _code(file, solution, plugins)
    before = Case.of(text, code, plugins, Dataset({}, 0, ""))
    early = [*reading.findings, *field_findings(before), *(code_failed(before, error) for error in wrong)]
    try:
        dataset = make(solution, plugins.parts.types, phrases=plugins.phrases)
        dataset = turned_nasty(solution, plugins.parts.types, dataset) if nasty else dataset
    except ToolkitError as error:
        told = [] if any(f.severity == "error" for f in early) else [_no_data(before, error)]
        return Checked(_sorted([*early, *told]), reading.defaulted)
    case = Case.of(text, code, plugins, dataset)
    shown = gallery(case, many)
    seen = (
        reach_findings(case, shown.drawn),
        label_findings(case, shown.drawn),
    )
    said = (option_findings(case), promise_findings(case), task_findings(case), scenario_findings(case))
    rows = (row_findings(case), where_findings(case))
    spoken = (language_findings(file, solution), spoken_findings(case, shown.drawn, file))
    found = chain(early, shown.failed, *rows, *seen, *said, *spoken, code_findings(case, home_of(file)))
    return Checked(_sorted(found), reading.defaulted, shown.views)


def _code(file: Path, solution: Solution, plugins: Plugins) -> tuple[Code, tuple[CodeError, ...]]:
    """Return the prototype's own Python, or none of it and what is wrong with its rules."""
    try:
        return code_of(file, solution, plugins.parts.types), ()
    except CodeError as error:
        return Code(solution), (error,)


def _no_data(case: Case, error: ToolkitError) -> SpecFinding:
    steps = tuple(error.where.replace("[", ".").replace("]", "").split("."))
    at = At(steps if steps[0] in {"entities", "data"} else ("data",))
    return case.error("data", at, error.what, error.fix)


def _sorted(found: Iterable[SpecFinding]) -> tuple[SpecFinding, ...]:
    """Return the findings in the order of the file; what several options have in common is said once."""
    unique = {(f.code, f.where, f.message): f for f in found}
    return tuple(sorted(unique.values(), key=lambda f: f.position))

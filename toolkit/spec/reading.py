"""Reading a spec: from the file an architect writes to an immutable `Solution`, with every mistake in it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from toolkit.domain.finding import SpecFinding
from toolkit.domain.parts import Parts
from toolkit.domain.solution import App, Entity, Request, Solution
from toolkit.errors import ToolkitError
from toolkit.spec.apps import app_of
from toolkit.spec.brand import brand_of, with_logo
from toolkit.spec.clock import NOW, moment
from toolkit.spec.fingerprint import fingerprints
from toolkit.spec.goals import MEASURES, Measured, goals_of
from toolkit.spec.grammar import SpecPart
from toolkit.spec.known import Known
from toolkit.spec.languages import languages_of
from toolkit.spec.mistakes import tree_of
from toolkit.spec.node import Node, Spot
from toolkit.spec.normal import normal
from toolkit.spec.options import options_of, with_overlay
from toolkit.spec.people import people_of
from toolkit.spec.report import Report
from toolkit.spec.rows import plan_of
from toolkit.spec.scenarios import scenarios_of
from toolkit.spec.shapes import fit
from toolkit.spec.tasks import questions_of, tasks_of
from toolkit.spec.text import LARGEST

NAME = "spec.yaml"
DEEPEST = 7
"""So many names lead to a part that a finding can be about: options.ours.screens.Late.chart.where."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a spec: the solution, unless there is an error; what was found, and what was assumed."""

    solution: Solution | None
    findings: tuple[SpecFinding, ...] = ()
    defaulted: tuple[str, ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    """Where a part stands: 'tasks.raise' -> 'spec.yaml:76:3'."""

    @property
    def errors(self) -> tuple[SpecFinding, ...]:
        """The findings that keep the spec from being shown."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


def read(path: Path, parts: Parts, *, measures: Collection[str] = MEASURES) -> Reading:
    """Read a spec file, or the spec in a prototype's folder. Raises ToolkitError when there is no such file."""
    file = path / NAME if path.is_dir() else path
    try:
        with file.open("rb") as stream:
            content = stream.read(4 * LARGEST + 1)
    except OSError as error:
        fix = "name a spec, as in prototypes/helpdesk/spec.yaml, or begin one with `showtell new NAME`"
        raise ToolkitError(f"there is no spec to read: {error.strerror}", where=str(file), fix=fix) from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        report = Report(str(file))
        report.add("not-utf8", Spot((line, 1)), "the file is no UTF-8 text", fix="save it as UTF-8 in your editor")
        return Reading(None, report.findings)
    return read_text(text, str(file), parts, measures=measures, folder=file.parent)


def read_text(
    text: str, name: str, parts: Parts, *, measures: Collection[str] = MEASURES, folder: Path | None = None
) -> Reading:
    """Read the text of a spec; `name` is what the file is called in findings, `folder` where a logo may lie."""
    report = Report(name)
    root = tree_of(text, report)
    if root is None:
        return Reading(None, report.findings)
    root = normal(root, report)
    written = root.plain()
    solution = _solution(root, parts, measures, report)
    if solution:
        solution = replace(solution, brand=with_logo(solution.brand, root.at("brand", "logo"), folder, report))
    kept = None if report.failed else solution
    return Reading(kept, report.findings, tuple(report.defaulted), fingerprints(written), dict(_places(root, name)))


def _places(node: Node, name: str) -> Iterator[tuple[str, str]]:
    """Yield the place of every part, down to the figures of an option's screen and the values of pinned rows."""
    listed = node.items if isinstance(node.value, list) else ()
    for entry in (*node.entries.values(), *listed):
        line, column = entry.name.mark
        yield ".".join(entry.path), f"{name}:{line}:{column}"
        if len(entry.path) < DEEPEST:
            yield from _places(entry, name)


def _solution(root: Node, parts: Parts, measures: Collection[str], report: Report) -> Solution | None:
    spec, root = fit(root, SpecPart, report)
    if spec is None:
        return None
    base = app_of(root, root, parts, report)
    options = options_of(spec.options, root.at("options"), report)
    apps = {name: _app(root, name, base, parts=parts, report=report) for name in options}
    known = _known((base, *apps.values()), spec.people or "", parts, report)
    tasks = tasks_of(spec.tasks, root.at("tasks"), known)
    data = plan_of(spec.data, root.at("data"), known)
    return Solution(
        title=_title(spec, report),
        request=Request(spec.request.said, tuple(spec.request.chain)) if spec.request else Request(""),
        problem=(spec.problem or "").strip(),
        now=_now(spec, root.at("now"), report),
        goals=goals_of(spec.goals, root.at("goals"), Measured(tuple(tasks), tuple(measures)), report),
        people=people_of(spec.people, root, known),
        base=base,
        options=options,
        apps=apps,
        tasks=tasks,
        questions=questions_of(spec.questions, options),
        data=data,
        participants=spec.study.people,
        brand=brand_of(spec.brand),
        scenarios=scenarios_of(spec.scenarios, root.at("scenarios"), known, apps=apps, data=data),
        **languages_of(spec, root, report),
    )


def _known(apps: tuple[App, ...], people: str, parts: Parts, report: Report) -> Known:
    """Return what tasks and data may speak of: every role, entity and field that any option has."""
    roles = dict.fromkeys(role for app in apps for role in app.roles)
    entities: dict[str, Entity] = {}
    for app in apps:
        for name, entity in app.entities.items():
            fields = {**entity.fields, **entities[name].fields} if name in entities else entity.fields
            entities[name] = replace(entity, fields=fields)
    return Known(parts, report, roles=tuple(roles), entities=entities, said_people=people)


def _app(root: Node, option: str, base: App, *, parts: Parts, report: Report) -> App:
    """Return the app that an option makes; the base itself where the option changes nothing."""
    overlay = root.at("options", option)
    changed = with_overlay(root, overlay) if overlay.path[-1:] == (option,) else root
    return base if changed == root else app_of(changed, root, parts, report)


def _title(spec: SpecPart, report: Report) -> str:
    if spec.solution is None:
        report.assume("solution: Untitled")
    return spec.solution or "Untitled"


def _now(spec: SpecPart, node: Node, report: Report) -> datetime:
    """Return the moment at which the prototype's clock stands."""
    if spec.now is None:
        report.assume(f"now: {NOW}")
        return datetime.fromisoformat(NOW)
    return moment(spec.now, node, report) or datetime.fromisoformat(NOW)

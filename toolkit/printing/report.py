"""The report: everything that is known about a prototype as one HTML document that needs nothing from outside."""

import base64
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.decision import Proposal
from toolkit.domain.evidence import Case, Sighting, worst_first
from toolkit.domain.measurement import Measurement
from toolkit.domain.measuring import task_runs
from toolkit.domain.measuring.runs import visits
from toolkit.domain.session import Recording
from toolkit.domain.solution import Brand, Goal
from toolkit.domain.usability import Finding
from toolkit.domain.values import slug
from toolkit.printing.environment import environment
from toolkit.printing.look import stylesheet

_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}
_DEVICES = ("phone", "tablet", "desktop")
_SEVERITIES = ("no problem", "cosmetic", "minor", "serious", "nobody gets past it")
WORST = 12
"""So many findings are shown with everything; the others in a line each."""


Address = Callable[[str, bytes], str]
"""Gives the address of a picture by its name and content; an empty one for what is no picture."""


def embedded(name: str, content: bytes) -> str:
    """Return a picture as an address that holds it; nothing for what is no picture."""
    kind = _KINDS.get(Path(name).suffix.lower())
    return f"data:{kind};base64,{base64.b64encode(content).decode()}" if kind else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report is made of; `record` is the way to the decision record, its status and evidence may be empty."""

    case: Case
    proposal: Proposal
    titles: Mapping[str, str]
    record: str = ""
    status: str = ""
    chosen: str = ""
    deciders: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of one screen: its address (the picture itself), the screen's name and the device."""

    address: str
    screen: str
    device: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as it is shown: how bad, where it was met, and its picture with its size."""

    finding: Finding
    severity: str
    screens: tuple[str, ...]
    options: tuple[str, ...]
    devices: tuple[str, ...]
    picture: str = ""
    size: tuple[int, int] = (0, 0)
    box: tuple[float, float, float, float] | None = None


def print_report(report: Report, *, workspace: Path | None = None) -> str:
    """Return the whole document."""
    case = report.case
    brand = case.solution.brand or Brand(case.solution.title)
    found = [sighted(case, *pair) for pair in worst_first(case.sightings)]
    template = environment(workspace).get_template("report/report.html.jinja")
    return template.render(
        report=report,
        case=case,
        solution=case.solution,
        study=case.study,
        results=case.results,
        titles=report.titles,
        brand=brand,
        style=stylesheet(brand, workspace=workspace),
        shots={name: shots(case, name) for name in case.study.options},
        ways={(way.option, way.task): _screens(case, way.option, visits(way.screens)) for way in case.study.ways},
        measured={(goal.name, name): measured(case, goal, name) for goal in case.study.goals for name in report.titles},
        worst=found[:WORST],
        others=found[WORST:],
        sessions=[_session(recording, case) for recording in case.recordings],
        robots=sum(recording.session.actor == "robot" for recording in case.recordings),
    )


def measured(case: Case, goal: Goal, option: str) -> Measurement | None:
    """Return what a goal's measure came to on an option."""
    of_tasks = (t.measurements for t in case.results.tasks if (t.option, t.task) == (option, goal.task))
    of_options = (o.measurements for o in case.results.options if o.option == option)
    return next((m[goal.measure] for m in (*of_tasks, *of_options) if goal.measure in m), None)


def shots(case: Case, option: str, address: Address = embedded) -> list[Shot]:
    """Return an option's pictures: first those of screens that are its own, then in the order in which tasks lead."""
    ways = dict.fromkeys(s for way in case.study.ways if way.option == option for s in way.screens)
    order = sorted(ways, key=lambda screen: not _is_own(case, option, screen))
    found: list[tuple[int, int, Shot]] = []
    for name, content in case.pictures.items():
        for place, device in enumerate(_DEVICES):
            start = f"{slug(option)}-{device}-"
            if name.startswith(start) and Path(name).suffix == ".jpg":
                screen = Path(name).stem.removeprefix(start)
                rank = order.index(screen) if screen in order else len(order)
                shot = Shot(address(name, content), _screens(case, option, (screen,))[0], device)
                found.append((rank, place, shot))
    return [shot for _, _, shot in sorted(found, key=lambda entry: entry[:2])]


def _is_own(case: Case, option: str, key: str) -> bool:
    """Return whether a screen is another one in an option than without it."""
    app = case.solution.apps.get(option, case.solution.base)
    return app.screen_at(key) != case.solution.base.screen_at(key)


def _screens(case: Case, option: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return screens by the names people know them by."""
    app = case.solution.apps.get(option, case.solution.base)
    return tuple(screen.name if (screen := app.screen_at(key)) else key for key in keys)


def sighted(case: Case, finding: Finding, sightings: list[Sighting], address: Address = embedded) -> Found:
    """Return a finding as it is shown, with everywhere it was met."""
    pictured = next((s for s in sightings if s.picture in case.pictures), None)
    content = case.pictures[pictured.picture] if pictured else b""
    return Found(
        finding,
        _SEVERITIES[min(max(finding.severity, 0), 4)],
        tuple(dict.fromkeys(_screens(case, s.option, (s.finding.screen,))[0] for s in sightings if s.finding.screen)),
        tuple(dict.fromkeys(s.option for s in sightings if s.option)),
        tuple(dict.fromkeys(s.device for s in sightings if s.device)),
        address(pictured.picture, content) if pictured else "",
        _size(content),
        pictured.finding.box if pictured else None,
    )


def _size(png: bytes) -> tuple[int, int]:
    """Return the width and height that a PNG states in its header."""
    if png[:8] != b"\x89PNG\r\n\x1a\n" or len(png) < 24:
        return 0, 0
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _session(recording: Recording, case: Case) -> list[str]:
    """Return one row of the table of sessions."""
    session = recording.session
    runs = [run for run in task_runs(recording, case.study) if run.outcome != "not started"]
    done = f"{sum(run.succeeded for run in runs)} of {len(runs)}" if runs else "none"
    return [
        f"{'Person' if session.actor == 'person' else 'Robot'} {session.number}",
        str((session.device or {}).get("name", "") or "not told"),
        session.opened[:16].replace("T", " ") or "never opened",
        "withdrawn" if session.withdrawn else done,
        next(iter(_state(recording))),
    ]


def _state(recording: Recording) -> Iterator[str]:
    """Yield what became of a session; the first that is true is said."""
    session = recording.session
    if session.withdrawn:
        yield "withdrawn: nothing of it is kept"
    if any(entry.kind == "declined" for entry in recording.entries):
        yield "declined to take part"
    if session.ended:
        yield "to the end"
    yield "under way" if session.opened else "invited"

"""All that the studio says of one prototype, gathered for one look at it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from urllib.parse import quote

from toolkit.domain.decision import propose
from toolkit.domain.evidence import Case, worst_first
from toolkit.domain.measurement import Measurement
from toolkit.domain.results import Results
from toolkit.domain.session import Recording, Session
from toolkit.domain.study import Plan, Study
from toolkit.printing.report import WORST, Found, Report, Shot, measured, shots, sighted
from toolkit.services.decide import Kept, record_of, titles_of
from toolkit.services.gather import gather
from toolkit.services.load import Prototype
from toolkit.services.measure import measure
from toolkit.services.register import current
from toolkit.services.results import results
from toolkit.services.sightings import kept_sightings, sightings_folder
from toolkit.services.workspace import Workspace
from toolkit.web.house import House


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One look: what a report would say, and what the store holds besides. `kept` is the decision record."""

    report: Report
    kept: Kept | None
    sessions: tuple[Session, ...]
    recordings: Mapping[str, Recording]
    rehearsals: tuple[Session, ...]
    covers: Mapping[str, Shot | None]
    measured: Mapping[tuple[str, str], Measurement | None]
    findings: tuple[Found, ...]

    @property
    def case(self) -> Case:
        """The case."""
        return self.report.case

    @property
    def study(self) -> Study:
        """The study; one without an id is only what would be registered."""
        return self.report.case.study


def sight(house: House, prototype: Prototype) -> Sight:
    """Look at a prototype. Raises ToolkitError where the store is not whole."""
    workspace = Workspace(house.workspace)
    case = _case(house, workspace, prototype)
    titles, kept = titles_of(case), record_of(workspace, prototype.name)
    report = Report(
        case=case,
        proposal=propose(case.results, titles),
        titles=titles,
        status=kept.record.status if kept else "",
        chosen=kept.record.field("chosen") if kept else "",
        deciders=kept.record.deciders if kept else (),
    )
    with house.book.store.reading() as work:
        known = work.sessions(prototype=prototype.name)

    def address(name: str, _: bytes) -> str:
        return f"/studio/{quote(prototype.name)}/pictures/{quote(name)}"

    return Sight(
        report=report,
        kept=kept,
        sessions=tuple(s for s in known if s.study == case.study.id and s.actor != "rehearsal"),
        recordings={recording.session.id: recording for recording in case.recordings},
        rehearsals=tuple(s for s in known if s.actor == "rehearsal" and s.opened),
        covers={name: _cover(shots(case, name, address)) for name in case.study.options},
        measured={(goal.name, name): measured(case, goal, name) for goal in case.study.goals for name in titles},
        findings=tuple(sighted(case, *pair, address) for pair in worst_first(case.sightings)[:WORST]),
    )


def _cover(taken: list[Shot]) -> Shot | None:
    """Return the picture that stands for an option: its first one at a desk, where there is room for it."""
    return next((shot for shot in taken if shot.device == "desktop"), next(iter(taken), None))


def _case(house: House, workspace: Workspace, prototype: Prototype) -> Case:
    if current(house.book, prototype.name):
        return gather(workspace, prototype, book=house.book, plugins=house.catalogue.plugins)
    study = _unregistered(prototype)
    found, pictures = kept_sightings(sightings_folder(workspace, prototype.name))
    return Case(
        spec="",
        solution=prototype.solution,
        fingerprints=prototype.fingerprints,
        study=study,
        ledger=(),
        recordings=(),
        results=measure(study, (), house.catalogue.plugins.metrics),
        sightings=found,
        pictures=pictures,
        version=version("showtell"),
    )


def _unregistered(prototype: Prototype) -> Study:
    """Return the study that would be registered, without its shortest ways, which take long to find."""
    solution = prototype.solution
    plan = Plan(
        prototype=prototype.name,
        options=tuple(solution.options),
        tasks=tuple(solution.tasks),
        questions=tuple(question.name for question in solution.questions),
        people=solution.participants,
        goals=solution.goals,
    )
    parts = {name: getattr(plan, name) for name in asdict(plan)}
    return Study(**parts, id="", version=0, registered="", fingerprint="")


def so_far(found: Results) -> tuple[str, str]:
    """Return how far a study has come, in people and in robots: two halves of a sentence."""
    people = f"{found.people.asked} of {found.people.planned} people"
    tried = [task.robots for task in found.tasks if task.robots.tried]
    if not tried:
        return people, "no robot has tried it yet"
    could = sum(robots.reached > 0 for robots in tried)
    return people, f"robots could do {could} of {len(tried)} tasks"


def in_short(house: House, prototype: Prototype) -> str:
    """Return the one sentence on a prototype in the list of them."""
    if current(house.book, prototype.name) is None:
        return "no study is registered yet"
    people, robots = so_far(results(house.book, prototype.name, house.catalogue.plugins.metrics))
    return f"{people}, {robots}"


def stamp(house: House, name: str) -> object:
    """Return what is another value as soon as there is something new to be seen; quick to work out."""
    with house.book.store.reading() as work:
        sessions = work.sessions(prototype=name)
        going = [s.id for s in sessions if s.opened and not s.ended and s.actor == "person"]
        steps = tuple(len(work.entries(session)) for session in going)
        studies = len(work.studies(name))
    folder = sightings_folder(Workspace(house.workspace), name)
    return sessions, steps, studies, folder.stat().st_mtime_ns if folder.is_dir() else 0

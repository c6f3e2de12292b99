"""Robots walk each task on each option and device, recorded as sessions, and check the screens they meet."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from playwright.sync_api import Browser, BrowserContext, Error, Page

from toolkit.browser.auditing import findings, marked, picture_of
from toolkit.browser.devices import Device
from toolkit.browser.hands import PATIENCE, Stuck
from toolkit.browser.launch import leave
from toolkit.browser.robot import COUNTING, BrokenOff, Robot
from toolkit.domain.evidence import Sighting
from toolkit.domain.planner import NoPlan, Plan, plan
from toolkit.domain.study import Study
from toolkit.domain.usability import Finding
from toolkit.domain.values import slug
from toolkit.domain.view import View
from toolkit.ports.check import Check
from toolkit.services.book import Book
from toolkit.services.invite import Invitation, invite_robot
from toolkit.services.load import Prototype
from toolkit.services.walk import Walk


@dataclass(frozen=True, slots=True)
class Stage:
    """Where robots walk: a prototype that is being served at an address, the study it belongs to, and its book."""

    address: str
    prototype: Prototype
    study: Study
    book: Book

    def plan(self, job: "Job") -> Plan | NoPlan:
        """Return the way that a job goes."""
        machine = self.prototype.machines[job.option]
        return plan(machine, machine.solution.tasks[job.task])


@dataclass(frozen=True, slots=True)
class Job:
    """One task to walk on one option at one device's size."""

    option: str
    task: str
    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What came of one walk. `seconds` are the robot's own, without what it took to look at the screens.

    One that `broke_off` for a reason outside the prototype says nothing about it.
    """

    option: str
    task: str
    device: str
    session: str
    reached: bool
    seconds: float = 0.0
    actions: int = 0
    needed: int = 0
    screens: tuple[str, ...] = ()
    reason: str = ""
    broke_off: bool = False


@dataclass(slots=True)
class Walker:
    """Does jobs one after the other in one browser; what was found and photographed gathers here."""

    browser: Browser
    stage: Stage
    checks: tuple[Check, ...]
    patience: float = PATIENCE
    sightings: list[Sighting] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    _contexts: dict[str, BrowserContext] = field(default_factory=dict)
    _looked: set[object] = field(default_factory=set)

    def walk(self, job: Job) -> Walked:
        """Do one job; a task without a way is given up by the record, without a browser."""
        found = self.stage.plan(job)
        if isinstance(found, NoPlan):
            _, result = self._begun(job)
            return self._gave_up(job, result, f"there is no way: {found.reason}")
        return self._try(job, found, again=True)

    def _try(self, job: Job, found: Plan, *, again: bool) -> Walked:
        """Go the way. Who is stuck tries `again` before giving up, for a busy machine is no fault of the prototype."""
        invitation, begun = self._begun(job)
        result = replace(begun, actions=len(found.steps), needed=found.needed, screens=found.screens)
        page = self._page(job.device)
        try:
            return self._walk(job, found, invitation, result=result, page=page)
        except Stuck as stuck:
            if not again:
                return self._gave_up(job, result, stuck.what)
        except (BrokenOff, Error) as broken:
            return replace(result, reason=str(broken).splitlines()[0], broke_off=True)
        finally:
            leave(page)
        return self._try(job, found, again=False)

    def _begun(self, job: Job) -> tuple[Invitation, Walked]:
        """Reserve a session for a job; nothing has come of it yet."""
        stage, device = self.stage, dict(job.device.about)
        invitation = invite_robot(stage.book, stage.study, option=job.option, task=job.task, device=device)
        session = invitation.session.id
        result = Walked(option=job.option, task=job.task, device=job.device.name, session=session, reached=False)
        return invitation, result

    def _page(self, device: Device) -> Page:
        """Return a new page of a context that is used again: its cookies are cleared, what it has cached is kept."""
        if device.name not in self._contexts:
            self._contexts[device.name] = self.browser.new_context(**device.context)
            self._contexts[device.name].add_init_script(COUNTING)
        self._contexts[device.name].clear_cookies()
        return self._contexts[device.name].new_page()

    def _walk(self, job: Job, found: Plan, invitation: Invitation, *, result: Walked, page: Page) -> Walked:
        robot = Robot(page, patience=self.patience)
        looking = _Stopwatch()

        def look(view: View) -> None:
            with looking:
                self._look(job, page, view)

        began = time.perf_counter()
        try:
            robot.open(f"{self.stage.address}/s/{invitation.token}")
            robot.walk(found, look)
            robot.finish(found.answer, language=found.last.language)
        finally:
            self._add(job, robot.troubles)
        seconds = time.perf_counter() - began - looking.seconds
        result = replace(result, seconds=round(seconds, 2))
        if self._reached(invitation.session.id):
            return replace(result, reached=True)
        return self._failed(job, result, "the way was gone, and the goal is not reached")

    def _reached(self, session: str) -> bool:
        """Return whether the session's own log says that the goal is reached."""
        with self.stage.book.store.reading() as work:
            ended = [entry.data for entry in work.entries(session) if entry.kind == "task ended"]
        return bool(ended) and ended[-1]["reached"] is True

    def _gave_up(self, job: Job, result: Walked, reason: str) -> Walked:
        """Write down that the robot gave up."""
        stage = self.stage
        walk = Walk(stage.book, result.session, study=stage.study, machines=stage.prototype.machine)
        if walk.stop.kind == "task":
            walk.start()
            walk.give_up(reason)
        return self._failed(job, result, reason)

    def _failed(self, job: Job, result: Walked, reason: str) -> Walked:
        """Say as a finding that a task cannot be done: nobody gets past it."""
        said = f"the task '{job.task}' cannot be done: {reason}"
        self._add(job, [Finding("task", 4, said, fix="give the role a way there", name=job.task)])
        return replace(result, reason=reason)

    def _look(self, job: Job, page: Page, view: View) -> None:
        """Check and photograph a screen, once for each option, size and make-up of it."""
        blocks = tuple(type(block).__name__ for block in view.blocks)
        key = (job.option, job.device.name, view.screen, blocks, tuple(name for name, _ in view.place.query))
        if key in self._looked:
            return
        self._looked.add(key)
        name = f"{slug(job.option)}-{job.device.name}-{view.screen}.jpg"
        if name not in self.pictures:
            self.pictures[name] = picture_of(page)
        self._add(job, findings(page, view, self.checks), page)

    def _add(self, job: Job, found: Iterable[Finding], page: Page | None = None) -> None:
        """Keep findings; of each there is one picture a device."""
        for finding in found:
            name = f"{slug('-'.join(finding.key))[:80]}-{job.device.name}.png"
            new = page is not None and name not in self.pictures
            shown, shot = marked(page, finding) if page and new else (replace(finding, box=None), b"")
            if shot:
                self.pictures[name] = shot
            self.sightings.append(Sighting(shown, job.option, job.device.name, name if shot else ""))


class _Stopwatch:
    """Sums up the time of its blocks."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._began


def jobs(
    prototype: Prototype, devices: Iterable[Device], *, options: tuple[str, ...] = (), tasks: tuple[str, ...] = ()
) -> tuple[Job, ...]:
    """Return all walks there are, or those of the options and tasks named."""
    solution = prototype.solution
    chosen = [o for o in solution.options if not options or o in options]
    named = [t for t in solution.tasks if not tasks or t in tasks]
    return tuple(Job(option, task, device) for device in devices for option in chosen for task in named)

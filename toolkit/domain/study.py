"""The study: a registered plan of who is asked to do what, in which order; frozen before its first session."""

from dataclasses import dataclass
from typing import Literal

from toolkit.domain.language import message
from toolkit.domain.solution import Goal

CONSENT = message(
    "You help by trying a prototype. What you click, where you go and how long it takes is recorded, "
    "and what you answer; what you type into the prototype is masked. No name or account is asked for. "
    "You can stop at any time, and have everything deleted with the link at the end."
)
"""What people agree to; it is kept in English, and read in the language of whoever agrees."""


@dataclass(frozen=True, slots=True)
class Way:
    """The planner's shortest way through one task: the keys of its screens in order, the first included."""

    option: str
    task: str
    screens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is going to be asked and how it will be judged. Everything that the numbers depend on stands in here.

    `options`, `tasks` and `questions` are names in the spec; `goals` are the targets and `ways` what counts as a direct
    way, both settled before anybody has tried. `spec`, `data` and `build` are the fingerprints of what is shown,
    `consent` is the text that people agree to.
    """

    prototype: str
    options: tuple[str, ...]
    tasks: tuple[str, ...]
    questions: tuple[str, ...] = ()
    people: int = 8
    goals: tuple[Goal, ...] = ()
    ways: tuple[Way, ...] = ()
    spec: str = ""
    data: str = ""
    build: str = ""
    consent: str = ""

    def way(self, option: str, task: str) -> Way | None:
        """Return the shortest way through a task on an option, if the planner found one."""
        return next((w for w in self.ways if (w.option, w.task) == (option, task)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Study(Plan):
    """A plan that was registered. `id` names it ('helpdesk-1'), `version` counts the plans of one prototype from 1.

    `registered` is the time in UTC, `fingerprint` the sha256 of the plan as JSON: an equal plan is the same study.
    """

    id: str
    version: int
    registered: str
    fingerprint: str


StopKind = Literal["welcome", "task", "ease", "sus", "questions", "thanks"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a participant's way through a study."""

    kind: StopKind
    option: str = ""
    task: str = ""


def option_order(options: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Return the options in participant `number`'s order (from 1): turned, so that each comes first equally often."""
    if not options:
        return ()
    turn = (number - 1) % len(options)
    return options[turn:] + options[:turn]


def itinerary(plan: Plan, number: int) -> tuple[Stop, ...]:
    """Return the stops of participant `number`: by option its tasks with their ease, then SUS; questions at the end."""
    stops = [Stop("welcome")]
    for option in option_order(plan.options, number):
        for task in plan.tasks:
            stops += [Stop("task", option, task), Stop("ease", option, task)]
        stops.append(Stop("sus", option))
    return (*stops, *((Stop("questions"),) if plan.questions else ()), Stop("thanks"))


def tasks_only(pairs: tuple[tuple[str, str], ...]) -> tuple[Stop, ...]:
    """Return the stops of a walk that is asked nothing: a robot's."""
    return (*(Stop("task", option, task) for option, task in pairs), Stop("thanks"))

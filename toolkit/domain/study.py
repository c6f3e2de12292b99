"""The study: a registered plan of who is asked to do what, in which order; frozen before its first session."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Study:
    """One registered plan. `id` names it ('helpdesk-1'); `fingerprint` is the sha256 of its canonical JSON.

    `spec`, `data` and `build` are the fingerprints of what was shown. `tasks` are names in the spec.
    """

    id: str
    prototype: str
    version: int
    options: tuple[str, ...]
    tasks: tuple[str, ...]
    questions: tuple[str, ...]
    people: int
    spec: str
    data: str
    build: str
    registered: str
    consent: str
    fingerprint: str = ""


StopKind = Literal["welcome", "task", "ease", "sus", "questions", "thanks"]


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a participant's way through a study."""

    kind: StopKind
    option: str = ""
    task: str = ""


def option_order(options: tuple[str, ...], number: int) -> tuple[str, ...]:
    """Return the options in the order of participant `number` (from 1): rotated, so that each comes first equally often."""
    if not options:
        return ()
    turn = (number - 1) % len(options)
    return options[turn:] + options[:turn]


def itinerary(study: Study, number: int) -> tuple[Stop, ...]:
    """Return the stops of participant `number`: by option its tasks with their ease, then SUS; questions at the end."""
    stops = [Stop("welcome")]
    for option in option_order(study.options, number):
        for task in study.tasks:
            stops += [Stop("task", option, task), Stop("ease", option, task)]
        stops.append(Stop("sus", option))
    return (*stops, *((Stop("questions"),) if study.questions else ()), Stop("thanks"))

"""The state of one prototype in one session: who, where, and what was changed; the dataset itself never is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.domain.action import Place, Values
from toolkit.domain.values import Row

Changes = Mapping[str, Mapping[str, Row | None]]
"""By entity and row id: the row as it is now in this session, or None when it was deleted."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was typed into a form and not accepted, with a message by field."""

    form: str
    values: Values
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """One moment. `drafts` are answers of unfinished flows, by flow; `made` counts rows created, for their ids;
    `back` is the last screen of the navigation, filters included; `aside` what was changed on other rows than the
    usual, by the state of the screen that shows them; `lenient` takes forms with mistakes, never a participant's;
    `refused` says why the last action was not done."""

    role: str
    place: Place
    changes: Changes = field(default_factory=dict)
    drafts: Mapping[str, Values] = field(default_factory=dict)
    attempt: Attempt | None = None
    notice: str = ""
    made: int = 0
    back: Place | None = None
    refused: str = ""
    aside: Mapping[str, Changes] = field(default_factory=dict)
    lenient: bool = False

"""The strip around a prototype: that it is one, what the participant is to do, and the way to say that it is done."""

from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.language import ENGLISH, Language
from toolkit.printing.environment import environment
from toolkit.printing.panel import Panel


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with the spec as it was saved last: what, where, and how it is mended."""

    what: str
    where: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One task as asked; without `say` only the mark is shown, with all `options` (title, address, whether shown).

    `mistakes` are what is wrong with the spec since it was last good, or with its `python`; `panel` is what a presenter
    can switch: both for those who write and show it, never for a participant.
    `frozen` is the name of the version, for one that was frozen.
    Its buttons carry `data-stage`: 'done' (a form, with `answer` where the task asks for one), 'give-up' and 'reset'.
    """

    number: int = 0
    of: int = 0
    say: str = ""
    answer: bool = False
    typed: str = ""
    message: str = ""
    reset: bool = False
    options: tuple[tuple[str, str, bool], ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    python: bool = False
    panel: Panel | None = None
    frozen: str = ""
    language: Language = ENGLISH


def draw_leaving(language: str, *, workspace: Path | None = None) -> str:
    """Return the question that is asked before what was typed is lost, to stand within `.st-view`."""
    return environment(workspace, language).get_template("stage/leave.html.jinja").render()


def draw_bar(bar: Bar, *, workspace: Path | None = None) -> str:
    """Return the strip's HTML; it and the drawn view (in `.st-view`) are the two children of `.st-stage`."""
    return environment(workspace, bar.language.code).get_template("stage/bar.html.jinja").render(bar=bar)

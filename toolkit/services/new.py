"""Begin a prototype: a spec to edit, with the questions that a one-line wish leaves open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.values import said, slug
from toolkit.errors import ToolkitError
from toolkit.printing.environment import environment
from toolkit.services.workspace import SPEC

LONGEST = 400
"""Characters of a one-liner; more than that is a document."""

_SOLUTIONS = (
    "app|application|website|web site|portal|dashboard|chatbot|bot|form|spreadsheet|database|platform|tool|system|ai|"
    "blockchain|integration|interface|screen|button|report|workflow|wizard|calendar|newsletter|kiosk"
)
_NUMBERS = r"\d|\b(minute|hour|day|week|month|percent|per cent|faster|fewer|half|twice)s?\b"
_PEOPLE = (
    r"\b(customer|employee|user|citizen|patient|student|agent|manager|team|staff|member|guest|driver|nurse|doctor|"
)
_PEOPLE += r"teacher|parent|visitor|traveller|tenant|supplier|colleague|technician|volunteer|applicant)s?\b"


@dataclass(frozen=True, slots=True)
class Begun:
    """A prototype's new spec, and what it leaves open."""

    path: Path
    questions: tuple[str, ...]


def open_questions(wish: str) -> Iterator[str]:
    """Yield what a one-line wish does not say, in the order in which it is worth asking."""
    named = re.search(rf"\b({_SOLUTIONS})s?\b", wish, re.IGNORECASE)
    if named:
        yield f"The wish names a solution ('{named.group(0)}'). Which problem would it take away, and for whom?"
    if not re.search(_PEOPLE, wish, re.IGNORECASE):
        yield "Who would use it? Name the roles, and how many people are in each."
    yield "What do they do today instead, and what does that cost them?"
    if not re.search(_NUMBERS, wish, re.IGNORECASE):
        yield "How would you know that it got better? Give a number for today and one to reach."
    yield "Who said this first-hand, and through whom did it come to you?"
    yield "What would happen if nothing were done?"


def begin(name: str, *, wish: str, into: Path) -> Begun:
    """Write `into/prototypes/NAME/spec.yaml`. Raises ToolkitError if it is there already or the name is none."""
    key = slug(name)
    if not re.search(r"\w", name) or len(name) > 60:
        raise ToolkitError(
            f"'{name[:60]}' is no name for a prototype", fix="use a short name, as in: showtell new helpdesk"
        )
    if len(wish) > LONGEST:
        raise ToolkitError(
            f"the wish is longer than {LONGEST} characters", fix="say it in one line; details go into the spec"
        )
    path = into / "prototypes" / key / SPEC
    if path.exists():
        raise ToolkitError(
            "there is a spec of this name already", where=str(path), fix="choose another name, or edit that file"
        )
    wish = " ".join(wish.split())
    questions = tuple(open_questions(wish))
    page = environment().get_template("workspace/spec.yaml.jinja")
    text = page.render(
        name=key, title=said(name), said=wish or "What was asked for, word for word", questions=questions
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Begun(path, questions)

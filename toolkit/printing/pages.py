"""The light pages: plain HTML that needs no socket and no script, one value and one template each."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.language import ENGLISH, Language, message
from toolkit.printing.environment import environment


@dataclass(frozen=True, slots=True)
class Frame:
    """What is around every page: whose it is, where the stylesheet lies, the language, and whether it has a logo."""

    brand: str
    stylesheet: str
    language: Language = ENGLISH
    logo: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """Who asks and why, what is recorded, how long it takes. Posts `consent` = 'yes' or 'no'.

    `points_in` is the language of the points where they are not in the page's own; `languages` are those that there
    is a choice of, each with the address of the page in it.
    """

    action: str
    asker: str
    purpose: str
    minutes: int
    points: tuple[str, ...]
    points_in: Language | None = None
    languages: tuple[tuple[Language, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Ease:
    """How easy a task was. Posts `ease` = 1 to 7; `missing` says that nothing was chosen."""

    action: str
    number: int
    of: int
    say: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Sus:
    """The ten statements of the System Usability Scale. Posts `sus1` to `sus10` = 1 to 5.

    `answers` is what was sent, by name, if it was not complete: what is missing is asked for again.
    """

    action: str
    subject: str
    answers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question at the end: open, or one of its choices (value and label). Posts under its name."""

    name: str
    ask: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions at the end; none has to be answered."""

    action: str
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Thanks:
    """The last page; `withdraw` is the address of the page that takes everything back."""

    asker: str
    withdraw: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Asks before everything is erased; posts to `action`, or goes `back`."""

    action: str
    back: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Says that everything was erased."""


@dataclass(frozen=True, slots=True)
class Declined:
    """Says that nothing was recorded; `back` is where one may think again, if one may."""

    back: str = ""


@dataclass(frozen=True, slots=True)
class Closed:
    """A study that has ended."""


@dataclass(frozen=True, slots=True)
class Expired:
    """A link that is no longer good."""


@dataclass(frozen=True, slots=True)
class Missing:
    """An address where nothing is."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Something went wrong on our side; `again` is where one can try once more."""

    again: str = ""


@dataclass(frozen=True, slots=True)
class Login:
    """The way into the studio. Posts `password`; `wrong` says that the last one was not it."""

    action: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One prototype as listed: its options (name and address), the studio's page of it, and what is wrong with it.

    `mistakes` are those of the spec as it was saved last; what is shown is the last one without any. `frozen` holds
    name, day, address and trouble of each frozen version, `changes` the address of what changed since, and `scenarios`
    name, sentence and address of each.
    """

    name: str
    problem: str
    options: tuple[tuple[str, str], ...]
    studio: str = ""
    mistakes: tuple[str, ...] = ()
    frozen: tuple[tuple[str, str, str, str], ...] = ()
    changes: str = ""
    scenarios: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unshown:
    """A frozen version that the toolkit of today cannot show any more: what is wrong, where, and what to do."""

    name: str
    what: str
    where: str
    fix: str


@dataclass(frozen=True, slots=True)
class Index:
    """What is being served."""

    prototypes: tuple[Shown, ...]


Page = (
    Welcome | Ease | Sus | Questions | Thanks | Withdraw | Withdrawn | Declined | Closed
    | Expired | Missing | Failed | Login | Unshown | Index
)  # fmt: skip

SUS_STATEMENTS = (
    message("I think that I would like to use this system frequently."),
    message("I found the system unnecessarily complex."),
    message("I thought the system was easy to use."),
    message("I think that I would need the support of a technical person to be able to use this system."),
    message("I found the various functions in this system were well integrated."),
    message("I thought there was too much inconsistency in this system."),
    message("I would imagine that most people would learn to use this system very quickly."),
    message("I found the system very cumbersome to use."),
    message("I felt very confident using the system."),
    message("I needed to learn a lot of things before I could get going with this system."),
)
"""Brooke, 'SUS: a quick and dirty usability scale', 1996; its wording is not to be changed.

The catalogues hold translations of our own, which nobody has validated."""


def draw(page: Page, frame: Frame, *, workspace: Path | None = None) -> str:
    """Return a page as a whole HTML document, drawn by the template named after its class."""
    template = environment(workspace, frame.language.code).get_template(
        f"pages/{type(page).__name__.lower()}.html.jinja"
    )
    return template.render(page=page, frame=frame, statements=SUS_STATEMENTS)


def consent_points(asker: str, *, minutes: int, language: Language = ENGLISH) -> tuple[str, ...]:
    """Return what somebody agrees to, in ten sentences."""
    say = language.say
    return (
        say("We test the design, not you. You cannot do anything wrong."),
        language.count("It takes about {n} minute.", "It takes about {n} minutes.", minutes),
        say("Everything you will see is made up. Please type nothing private either."),
        say("We record what happens on these pages: what is shown, clicks, scrolling, typing and times."),
        say("Boxes for personal things, such as e-mail and phone, are masked in the recording."),
        say("No camera, no microphone, and nothing outside these pages."),
        say("We do not ask who you are. In our notes you are a number."),
        say("{asker} and the people who design this see the recording and your answers.", asker=asker),
        say("Taking part is your choice. You can stop at any time by closing the page."),
        say("You can take everything back afterwards. The last page has a link that erases it."),
    )

"""Phrases of a trade in one language: what things are called there, what is asked and answered, written as a sheet."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from toolkit.errors import ToolkitError

EVERY = ""
"""The domain of phrases that suit any trade."""
MATTERS = {
    "requests": "what somebody asks for or reports: titles of tickets, requests, incidents, cases",
    "claims": "what an insurer is asked to pay for",
    "complaints": "what somebody complains about",
    "returns": "why goods come back",
    "products": "what is sold, made or stocked, with a category and a span of prices",
    "services": "what is done for customers, with a category and a span of prices",
}
"""Sections with lines of several parts: a title, marks, a description, and what is answered."""
LISTS = {
    "meetings": "subjects of meetings",
    "appointments": "what somebody comes for",
    "tasks": "things to do",
    "projects": "names of projects",
    "categories": "kinds of things in this trade",
    "teams": "teams and departments",
    "jobs": "titles of jobs",
    "courses": "courses and trainings",
    "assets": "machines, devices and vehicles, each with its number",
    "documents": "titles of documents",
    "contracts": "titles of contracts and agreements",
    "policies": "titles of policies, rules and guidelines",
    "events": "names of events",
    "shifts": "names of shifts",
    "rooms": "names of rooms",
    "places": "names of branches, sites and stations",
    "goals": "what is aimed at",
    "risks": "what could go wrong",
    "orders": "what is ordered or commissioned, in a few words",
    "steps": "steps of a procedure",
    "questions": "questions of a questionnaire",
    "recipes": "names of dishes",
    "films": "titles of films and series",
    "books": "titles of books",
    "songs": "titles of songs",
    "groups": "names of groups and clubs",
    "variants": "how goods of one name differ: a colour, a size",
    "messages": "short messages to or from customers",
    "notes": "short remarks",
    "reasons": "why something was done",
    "diagnoses": "what is wrong with somebody or something",
    "descriptions": "a sentence about something that is sold",
    "good": "what a content customer writes",
    "fair": "what a customer writes who is neither",
    "bad": "what a disappointed customer writes",
    "neutral": "remarks of colleagues that suit any row",
    "ack": "it was read and taken over",
    "ack_fault": "the same, of a fault",
    "ask": "a question | its answer",
    "ask_fault": "the same, of a fault",
    "ask_wish": "the same, of a wish",
    "answer": "an answer to a question",
    "answer_please": "an answer to a question that begins with 'Please'",
    "progress": "what was done meanwhile",
    "progress_fault": "the same, of a fault",
    "progress_wish": "the same, of a wish",
    "fix": "it is done",
    "fix_fault": "the same, of a fault",
    "detail": "something to add",
    "detail_fault": "the same, of a fault",
    "nudge": "is there any news",
    "nudge_fault": "the same, of a fault",
    "thanks": "thank you",
    "thanks_fault": "the same, of a fault",
    "back": "it is not over",
    "back_fault": "the same, of a fault",
    "again": "it is taken up again",
    "decline": "it is refused",
    "understood": "the answer to a refusal",
    "days": "the days from Monday to Friday",
    "room_words": "what stands before the number of a room",
}
"""Sections with a phrase in each line."""
LEVELS = ("low", "high")
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\.\.(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Story:
    """A matter: what it is called, what the one who has it says, and what is answered.

    A `wish` is no fault; `level` says that it is of low or high importance. `tags` are the categories that it falls
    into, the first the one it is filed under; `price` is what it usually costs, from and to.
    """

    title: str
    text: str
    replies: tuple[str, ...]
    wish: bool = False
    level: str = ""
    tags: tuple[str, ...] = ()
    price: tuple[float, float] | None = None

    @property
    def weight(self) -> str:
        """How important it is: its level, or that of a wish, which is seldom urgent."""
        return self.level or ("wish" if self.wish else "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet says: matters and lists of phrases, by section."""

    matters: Mapping[str, tuple[Story, ...]] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one domain in one language ('de'); a domain is known by `words` in a spec's title, problem or names.

    Words stand in small letters; those of capitals are looked for as such: IT is not it. `sheet` gives the text when it
    is needed. Of phrases with an empty domain, all trades take what they have not.
    """

    name: str
    domain: str
    language: str
    sheet: Callable[[], str]
    words: frozenset[str] = frozenset()

    def read(self) -> Sheet:
        """Return what the sheet says. Raises ToolkitError for a line that cannot be read."""
        return _read(self)


@lru_cache(maxsize=256)
def _read(phrases: Phrases) -> Sheet:
    sections: dict[str, list[str]] = {}
    section = ""
    for number, line in enumerate(map(str.strip, phrases.sheet().splitlines()), 1):
        where = f"phrases '{phrases.name}', line {number}"
        if found := re.fullmatch(r"\[(\w+)\]", line):
            section = _known(found[1], where)
            sections.setdefault(section, [])
        elif line and not line.startswith("#"):
            if not section:
                raise ToolkitError("a phrase stands before the first section", where=where, fix="begin with [requests]")
            sections[section].append(line)
    matters = {name: tuple(map(_story, lines)) for name, lines in sections.items() if name in MATTERS}
    return Sheet(matters, {name: tuple(lines) for name, lines in sections.items() if name in LISTS})


def _known(section: str, where: str) -> str:
    if section not in MATTERS and section not in LISTS:
        close = get_close_matches(section, [*MATTERS, *LISTS], n=1)
        fix = f"did you mean [{close[0]}]?" if close else f"use one of: {', '.join([*MATTERS, *LISTS])}"
        raise ToolkitError(f"there is no section [{section}] of phrases", where=where, fix=fix)
    return section


def _story(line: str) -> Story:
    """Return the matter of a line: 'title | tags, high | description | reply | reply'; a price is '12..30'."""
    title, marks, text, *replies = [*(part.strip() for part in line.split("|")), "", ""]
    said = [mark.strip() for mark in marks.split(",") if mark.strip()]
    span = next((found for mark in said if (found := _SPAN.fullmatch(mark))), None)
    return Story(
        title,
        text,
        tuple(reply for reply in replies if reply),
        wish="wish" in said,
        level=next((mark for mark in said if mark in LEVELS), ""),
        tags=tuple(mark for mark in said if mark not in {*LEVELS, "wish"} and not _SPAN.fullmatch(mark)),
        price=(float(span[1]), float(span[2])) if span else None,
    )

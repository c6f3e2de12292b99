"""The head of an ejected file: what the spec said when it was written, by fingerprints, and what was written."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from toolkit.domain.canonical import fingerprint
from toolkit.domain.expression import Expression
from toolkit.domain.solution import App
from toolkit.spec.refers import Mention, mentions

LENGTH = 12
"""So many digits of a fingerprint tell two versions of one screen apart."""
OWN = "this file"
_LINE = re.compile(rf"^#   (.+) ([0-9a-f]{{{LENGTH}}})$", re.MULTILINE)
_HEAD = re.compile(r"\A(?:#.*\n)+")
_TOLD = "# Ejected by showtell. `showtell check` compares these marks with the spec as it is now:\n"


@dataclass(frozen=True, slots=True)
class Marks:
    """What an ejected file remembers: the parts of the spec it was made from, and its own text as it was written."""

    parts: Mapping[str, str]
    own: str = ""

    @classmethod
    def of(cls, text: str) -> "Marks | None":
        """Return the marks in the head of a file; None for one that was written by hand."""
        head = _HEAD.match(text)
        found = dict(_LINE.findall(head[0])) if head else {}
        own = found.pop(OWN, "")
        return cls(found, own) if found else None

    def moved(self, now: Mapping[str, str]) -> list[str]:
        """Return the parts of the spec that are others now, or gone."""
        return [name for name in {**self.parts, **now} if self.parts.get(name) != now.get(name)]


def marked(text: str, parts: Mapping[str, str], *, own: str = "") -> str:
    """Return a text below a head with its marks; `own` is that of the text as it was first written, if not as now."""
    body = body_of(text)
    lines = "".join(f"#   {name} {mark}\n" for name, mark in {**parts, OWN: own or _digest(body)}.items())
    return f"{_TOLD}{lines}{body}"


def edited(text: str) -> bool:
    """Return whether a file is not as it was written any more."""
    marks = Marks.of(text)
    return marks is None or marks.own != _digest(body_of(text))


def body_of(text: str) -> str:
    """Return a file without its head."""
    return _HEAD.sub("", text, count=1) if Marks.of(text) else text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def parts_of(app: App, name: str) -> dict[str, str]:
    """Return the fingerprints of what a screen is made from: what is said of it, and each entity that it draws."""
    screen = app.screens[name]
    named = [m.name for m in mentions(type(screen.settings), screen.settings, Mention("", "", ())) if m.to == "entity"]
    entities = [name for name in dict.fromkeys((screen.entity, *named)) if name in app.entities]
    found = {f"screen {_on_a_line(screen.name)}": _short(screen)}
    return found | {f"entity {_on_a_line(name)}": _short(app.entities[name]) for name in entities}


def _on_a_line(name: str) -> str:
    """Return a name as it can stand in a comment, which a line break in it would end."""
    return "".join(letter if letter.isprintable() else " " for letter in name)


def _short(value: object) -> str:
    return fingerprint(_plain(value))[:LENGTH]


def _plain(value: Any) -> Any:
    """Return a value as plain JSON, without what it has by default: so a new setting of ours moves nobody's screen."""
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in sorted(value.model_fields_set)}
    if isinstance(value, Expression):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        return dict(_said(value))
    if isinstance(value, Mapping):
        return [[str(name), _plain(part)] for name, part in value.items()]
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(part) for part in value]
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def _said(value: Any) -> Iterator[tuple[str, Any]]:
    for one in fields(value):
        part = getattr(value, one.name)
        if one.default is MISSING or part != one.default:
            yield one.name, _plain(part)

"""What a task gives away: its words, the texts and values it names, and the entities that matter for it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.domain.machine import Machine
from toolkit.domain.solution import App, Entity, Task
from toolkit.domain.values import Value

_QUOTED = re.compile(r"'([^']{2,80})'|\"([^\"]{2,80})\"|[\u2018\u201c]([^\u2019\u201d]{2,80})[\u2019\u201d]")
_FILLERS = frozenset(("a", "an", "and", "are", "for", "from", "in", "is", "it", "of", "on", "or", "the", "to", "you"))


@dataclass(frozen=True, slots=True)
class Hints:
    """What somebody who has read the task looks for on a screen.

    `entity` is what the goal is about, `useful` are the entities whose rows may have to be made or changed on the way;
    `wanted` are values that the goal's row must hold, `texts` what can be typed into a search.
    """

    say: str
    entity: str
    useful: frozenset[str]
    words: frozenset[str]
    texts: tuple[str, ...]
    wanted: Mapping[str, Value]
    judged: frozenset[str]
    reads: bool

    def score(self, label: str) -> float:
        """Return how well a label answers to the task: the share of its words that the task says too."""
        said = _words(label)
        return len(said & self.words) / len(said) if said else 0.0

    @property
    def sentence(self) -> str:
        """The task's first sentence: what somebody would write who is asked for a text."""
        return re.split(r"(?<=[.!?])\s", self.say.strip(), maxsplit=1)[0].rstrip(".!?")


def hints_of(machine: Machine, task: Task) -> Hints:
    """Return what a task gives away."""
    entity = task.answer.entity if task.answer else task.done.entity if task.done else ""
    wanted = task.done.values if task.done else {}
    where = task.answer.where if task.answer else None
    literals = [*(_quoted(where.text) if where else ()), *(v for v in wanted.values() if isinstance(v, str))]
    judged = {*wanted, *(where.names if where else ())}
    if task.answer:
        judged |= {task.answer.first.removeprefix("-")} - {""}
    texts = tuple(dict.fromkeys([*_quoted(task.say), *literals]))
    words = frozenset().union(*(_words(text) for text in (task.say, task.name, entity, *judged, *literals)))
    return Hints(
        task.say, entity, _useful(machine.app, entity), words, texts, wanted, frozenset(judged), task.answer is not None
    )


def changeable(app: App, entity: Entity) -> frozenset[str]:
    """Return the fields of a row that can still become something else: by a move, an edit, a clock or a formula."""
    names = {f.name for f in entity.fields.values() if f.computed or f.stamp or f.moves}
    names |= {name for f in entity.fields.values() for move in f.moves for name in move.asks}
    for screen in app.screens.values():
        if screen.entity == entity.name:
            names |= set(getattr(screen.settings, "edit", ()))
    return frozenset(names)


def _useful(app: App, entity: str) -> frozenset[str]:
    """Return an entity and all that its rows refer to, directly or not."""
    found: set[str] = set()
    waiting = [entity] if entity in app.entities else []
    while waiting:
        name = waiting.pop()
        found.add(name)
        refers = {other for f in app.entities[name].fields.values() if (other := f.refers or f.several)}
        waiting += refers - found
    return frozenset(found)


def _quoted(text: str) -> list[str]:
    return [next(part for part in match if part) for match in _QUOTED.findall(text)]


def _words(text: str) -> frozenset[str]:
    """Return a text's words in lower case, without plural endings and fillers."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word.rstrip("s") or word for word in words if word not in _FILLERS)

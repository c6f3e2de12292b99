"""Conversations about a row: who says what and when, told from the row's own life, so that a thread makes sense."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from toolkit.data.bench import Bench, Turn
from toolkit.data.chance import marked, mixed
from toolkit.data.lifecycle import Life
from toolkit.data.naming import NEGATIVE, about
from toolkit.data.phrasebook import Book
from toolkit.data.telling import Matter, is_reply
from toolkit.domain.solution import Entity, Field

_PLEASE = ("Please", "Bitte", "Merci de", "Veuillez", "Por favor")
EARLIER = 0.05
"""A turn may come earlier than its script says, by less than this share of the time."""
_HELPER = {"ack", "ask", "progress", "fix", "again", "decline"}
_LAST = {"fix", "thanks", "decline", "understood"}
_ENDED = (
    "fix:85 thanks:95",
    "ask:12 answer:35 fix:85 thanks:95",
    "ask:12 answer:35 fix:85 thanks:95",
    "ack:8 fix:80 thanks:93",
    "ack:8 fix:80 thanks:93",
    "ack:6 detail:18 progress:50 fix:85 thanks:95",
    "ack:5 nudge:35 progress:45 ask:55 answer:65 fix:88 thanks:96",
)
_REFUSED = ("decline:80 understood:92", "ask:15 answer:40 decline:85", "decline:60")
_BACK = ("fix:50 back:75 again:90", "ask:15 answer:30 fix:50 thanks:55 back:80 again:92")
_BEGUN = ("ask:15 answer:40 progress:75", "ack:10 progress:50 nudge:85", "ack:8 detail:20 ask:40 answer:60 progress:85")
_TAKEN = ("ack:30 detail:60", "ask:35 answer:75", "ack:40")
_ALONE = ("detail:25", "detail:20 nudge:80")
"""How conversations go, by how far the matter has come: what is said, and when, in per cent of the time since."""


@dataclass(slots=True)
class Talk:
    """Gives each reply its turn in the conversation about the row that it belongs to."""

    bench: Bench
    _subjects: dict[str, Field | None] = field(default_factory=dict)
    _taken: dict[tuple[str, str], int] = field(default_factory=dict)
    _scripts: dict[tuple[str, str], tuple[Turn, ...]] = field(default_factory=dict)

    def subject(self, entity: Entity) -> Field | None:
        """Return the reference to what is talked about: somebody's matter with a life of its own."""
        if entity.name not in self._subjects:
            known, fields = self.bench.entities, self.bench.references[entity.name]
            fit = (f for f in fields if f.refers in self.bench.lives and f.refers != entity.name)
            told = (f for f in fit if known[f.refers].owner and known[f.refers].status)
            self._subjects[entity.name] = next(told, None) if is_reply(entity) else None
        return self._subjects[entity.name]

    def has_room(self, entity: Entity, subject: Field, key: str) -> bool:
        """Return whether there is still something to say about a row."""
        return self._taken.get((entity.name, key), 0) < len(self._script(subject.refers, key))

    def take(self, entity: Entity, subject: Field, row: str, key: str) -> None:
        """Give a reply the next turn about a row; where all has been said, it is one more word in between."""
        script, taken = self._script(subject.refers, key), self._taken.get((entity.name, key), 0)
        self._taken[entity.name, key] = taken + 1
        at = 0.1 + 0.8 * mixed(marked(row)) / 2**64
        self.bench.turns[entity.name, row] = script[taken] if taken < len(script) else Turn("neutral", at, "", 0)

    def _script(self, entity: str, key: str) -> tuple[Turn, ...]:
        """Return all turns about a row, the ones that matter most first."""
        if (entity, key) not in self._scripts:
            self._scripts[entity, key] = self._written(entity, key)
        return self._scripts[entity, key]

    def _written(self, entity: str, key: str) -> tuple[Turn, ...]:
        row, owner = self.bench.tables[entity][key], self.bench.entities[entity].owner
        asker = str(row.get(owner.name) or "") if owner else ""
        people = [f for f in self.bench.references[entity] if owner and f.refers == owner.refers]
        helper = next((str(row[f.name]) for f in people if f is not owner and row.get(f.name)), "")
        chance = self.bench.chance(entity, key, "conversation")
        script = chance.pick(_course(self.bench.lives[entity][key], bool(helper)))
        turns = []
        for step in script.split():
            says, _, percent = step.partition(":")
            at = (int(percent) + 6 * chance.share() - 3) / 100
            who = helper if says in _HELPER else asker
            turns.append(_timed(Turn(says, at, who, chance.cell), script, self.bench.lives[entity][key]))
        return tuple(sorted(turns, key=lambda turn: (turn.says != "fix", turn.at)))


def _timed(turn: Turn, script: str, life: Life) -> Turn:
    """Return a turn in its time: before a row had come to an end for the first time, or after it came back.

    What brings it to an end is said after the last step before that.
    """
    _, back, rest = script.partition("back:")
    ended = life.end
    if life.back is not None and back:
        middle = int(rest.split()[0]) / 100 - EARLIER
        ended, returned = life.back
        if turn.at >= middle:
            return replace(turn, at=(turn.at - middle) / (1 - middle), first=returned)
        turn = replace(turn, at=turn.at / middle, last=ended)
    if ended is None or turn.says not in _LAST:
        return turn
    return replace(turn, first=max((at for _, at in life.steps if at < ended), default=turn.first))


def _course(life: Life, has_helper: bool) -> tuple[str, ...]:
    """Return how a conversation about a row can have gone."""
    if not has_helper:
        return _ALONE
    if life.end:
        return _REFUSED if about(life.state, NEGATIVE) else _ENDED
    if life.again:
        return _BACK
    return _BEGUN if len(life.entered) > 2 else _TAKEN


def said(bench: Bench, entity: Entity, row: str, matter: Matter | None) -> list[tuple[str, int]]:
    """Return what may be said at a row's turn, the likeliest first, with the number that blanks are filled from."""
    turn, mark = bench.turns[entity.name, row], bench.cell(entity.name, row, "reply")
    if turn.says in {"ask", "answer"}:
        return [(_asked(bench.words.book, turn, matter)[turn.says == "answer"], turn.mark)]
    apt = [r for r in matter.story.replies if not _asks(r)] if matter and turn.says == "fix" else []
    book = bench.words.book
    lines = _lines(book, turn.says, matter)
    own = matter.mark if matter else mark
    return [(line, own) for line in _mixed(apt, mark)] + [(line, mark) for line in _mixed(lines, mark)]


def _asks(reply: str) -> bool:
    return "?" in reply or reply.startswith(_PLEASE)


def _lines(book: Book, says: str, matter: Matter | None) -> list[str]:
    """Return what suits any matter, and what suits one that is a fault or a wish."""
    kinds = [says, f"{says}_{'wish' if matter.story.wish else 'fault'}"] if matter else [says]
    return [line for kind in kinds for line in book.lines(kind)]


def _asked(book: Book, turn: Turn, matter: Matter | None) -> tuple[str, str]:
    """Return the question and the answer of a conversation: about the matter itself if there is one."""
    number = turn.mark
    own = [reply for reply in matter.story.replies if _asks(reply)] if matter else []
    if own and number % 3:
        question = own[number // 3 % len(own)]
        answers = book.lines("answer_please" if question.startswith(_PLEASE) else "answer")
        return question, answers[number // 7 % len(answers)]
    pairs = _lines(book, "ask", matter)
    question, _, answer = pairs[number // 3 % len(pairs)].partition(" | ")
    return question, answer


def _mixed(lines: Sequence[str], mark: int) -> list[str]:
    return sorted(lines, key=lambda line: mixed(mark ^ marked(line)))

"""What is around a field and decides between the meanings of one word: 'state' beside 'city' is no status."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.lemmas import lemmas

NOTHING = "-"
"""The kind of a word that says nothing in particular where a rule's conditions hold."""


@dataclass(frozen=True, slots=True)
class Around:
    """A field's surroundings: what its entity is, what stands beside it, whose it is, how long and of what type.

    `near` are the entities that it refers to, and those that refer to it.
    """

    entity: tuple[str, ...]
    beside: frozenset[tuple[str, ...]]
    whose: tuple[str, ...] = ()
    longest: float | None = None
    number: bool = False
    near: frozenset[tuple[str, ...]] = frozenset()
    long: bool = False

    def has(self, words: tuple[str, ...]) -> bool:
        """Return whether a neighbour is called so, or so of the same whose this is: 'billing city'."""
        return words in self.beside or (bool(self.whose) and (*self.whose, *words) in self.beside)


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that has to hold: `asks` names which, `of` what it is compared with."""

    asks: str
    of: tuple[tuple[str, ...], ...] = ()

    def reason(self, around: Around) -> str:
        """Return why it holds, in words; '' if it does not."""
        match self.asks:
            case "is" | "of":
                words = around.entity if self.asks == "is" else around.whose
                found = next((" ".join(wanted) for wanted in self.of if _ends(words, wanted)), "")
                return found and f"{'the entity is' if self.asks == 'is' else 'it is of'} {article(found)}"
            case "near" | "beside" | "without":
                return self._neighbour(around)
            case "upto" | "over":
                return self._length(around.longest, float(self.of[0][0]))
            case "number":
                return "it is a number" if around.number else ""
            case "long":
                return "it is a long text" if around.long else ""
        return "nothing else is said"

    def _neighbour(self, around: Around) -> str:
        """Return what stands beside it, or which entity goes with its own."""
        if self.asks == "near":
            found = next((" ".join(w) for w in self.of if any(_ends(other, w) for other in around.near)), "")
            return found and f"it goes with {article(found)}"
        found = next((" ".join(wanted) for wanted in self.of if around.has(wanted)), "")
        if self.asks == "without":
            return "" if found else f"there is no {' '.join(self.of[0])}"
        return found and f"it stands beside {found}"

    def _length(self, longest: float | None, bound: float) -> str:
        """Return that a text is as short, or as long, as is asked."""
        if longest is None or (longest <= bound) != (self.asks == "upto"):
            return ""
        return f"it has at most {longest:.0f} characters"


def article(noun: str) -> str:
    """Return a noun with its article: 'an order'."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


def _ends(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return words[-len(wanted) :] == wanted or (len(words) > 1 and words[: len(wanted)] == wanted)


@dataclass(frozen=True, slots=True)
class Rule:
    """The kind of a word where all conditions hold."""

    kind: str
    conditions: tuple[Condition, ...]

    def reason(self, around: Around) -> str:
        """Return why the rule holds, in words; '' if it does not."""
        reasons = [condition.reason(around) for condition in self.conditions]
        return " and ".join(reasons) if all(reasons) else ""


@cache
def _rules() -> dict[tuple[str, ...], list[Rule]]:
    found: dict[tuple[str, ...], list[Rule]] = {}
    for word, conditions, kind in tables.lines("contexts.txt"):
        rule = Rule(kind, tuple(_condition(text.strip()) for text in conditions.split(";")))
        found.setdefault(lemmas(word).words, []).append(rule)
    return found


def _condition(text: str) -> Condition:
    asks, _, of = text.partition(" ")
    return Condition(
        asks, tuple(lemmas(words).words if asks not in {"upto", "over"} else (words,) for words in _of(of))
    )


def _of(text: str) -> Iterable[str]:
    return [words.strip() for words in text.split(",") if words.strip()]


def decided(words: tuple[str, ...], around: Around, *, surely: bool = False) -> tuple[str, str]:
    """Return the kind that the surroundings give a word, and why; nothing where no rule holds.

    `surely` leaves out the rules for words of which nothing else is said.
    """
    for rule in _rules().get(words, ()):
        if surely and any(condition.asks == "else" for condition in rule.conditions):
            continue
        if reason := rule.reason(around):
            return rule.kind, reason
    return "", ""

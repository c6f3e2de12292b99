"""What is around a field and decides between the meanings of one word: 'state' beside 'city' is no status."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.lemmas import lemmas


@dataclass(frozen=True, slots=True)
class Around:
    """A field's surroundings: what its entity is, what stands beside it, whose it is, how long and of what type."""

    entity: tuple[str, ...]
    beside: frozenset[tuple[str, ...]]
    whose: tuple[str, ...] = ()
    longest: float | None = None
    number: bool = False

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
            case "is":
                found = next((" ".join(words) for words in self.of if _ends(around.entity, words)), "")
                return found and f"the entity is {article(found)}"
            case "of":
                found = next((" ".join(words) for words in self.of if _ends(around.whose, words)), "")
                return found and f"it is of {article(found)}"
            case "beside" | "without":
                found = next((" ".join(w) for w in self.of if around.has(w)), "")
                if self.asks == "beside":
                    return found and f"it stands beside {found}"
                return "" if found else f"there is no {' '.join(self.of[0])}"
            case "upto":
                fits = around.longest is not None and around.longest <= float(self.of[0][0])
                return f"it has at most {around.longest:.0f} characters" if fits else ""
            case "over":
                fits = around.longest is not None and around.longest > float(self.of[0][0])
                return f"it may have {around.longest:.0f} characters" if fits else ""
            case "number":
                return "it is a number" if around.number else ""
        return "nothing else is said"


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
    return Condition(asks, tuple(lemmas(words).words if asks not in {"upto", "over"} else (words,) for words in _of(of)))


def _of(text: str) -> Iterable[str]:
    return [words.strip() for words in text.split(",") if words.strip()]


def decided(words: tuple[str, ...], around: Around) -> tuple[str, str]:
    """Return the kind that the surroundings give a word, and why; nothing where no rule holds."""
    for rule in _rules().get(words, ()):
        if reason := rule.reason(around):
            return rule.kind, reason
    return "", ""

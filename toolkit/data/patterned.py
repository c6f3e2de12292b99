"""Text that fits a regular expression."""

import re
import string
from collections.abc import Collection
from itertools import chain, takewhile
from random import Random
from typing import Any

from rstr import Rstr

from toolkit.data.chance import Chance
from toolkit.domain.patterns import fits
from toolkit.domain.solution import Field
from toolkit.errors import ToolkitError

ATTEMPTS = 200
SHORTEST_OF = 6
ENOUGH, LONGEST = 1_000, 20_000
"""Signs of a text from which on nothing is repeated oftener than it must be, and those at which it is given up."""
_OPEN = re.compile(r"[*+]|,}")
_CARELESS = re.compile(r"\\[bB]|[$^]|\(\?[=!<]")
_AHEAD = re.compile(r"\(\?<?[=!]|\\[1-9]|\(\?\(")
_OVER_AGAIN = re.compile(r"\)[*+{]")


class _Source(Rstr):
    """Texts of a pattern: the same in every process, and none that takes minutes."""

    def __init__(self, stream: Random) -> None:
        """Draw from this stream."""
        other = (sign for sign in string.printable if not (sign.isalnum() or sign == "_"))
        super().__init__(stream, nonword="".join(other))  # its own are in an order of each process

    def xeger(self, string_or_regex: Any) -> str:
        """Return a text. Raises ValueError for one that would be too long."""
        self._made = 0
        return super().xeger(string_or_regex)

    def _handle_in(self, value: Any) -> Any:
        found = list(chain(*(self._handle_state(one) for one in value)))
        if found[0] is False:  # what is not in a class, in the order of signs and not in that of a set
            found = [sign for sign in string.printable if sign not in found[1:]]
        return self._random.choice(found)

    def _handle_repeat(self, start_range: int, end_range: int, value: Any) -> str:
        text = super()._handle_repeat(start_range, start_range if self._made > ENOUGH else end_range, value)
        self._made += len(text) + 1
        if self._made > LONGEST:
            raise ValueError
        return text


def patterned(field: Field, chance: Chance, *, like: Collection[str] = ()) -> str:
    """Return text that matches the field's pattern within its lengths. Raises ToolkitError when none is found.

    It begins with the letters that all of `like` begin with: the flights of one airline do.
    """
    prefix = _shared_letters(like) if len(like) > 1 else ""
    source, found = _Source(chance.stream), list[str]()
    wanted = SHORTEST_OF if _OPEN.search(field.pattern) else 1
    for _ in range(ATTEMPTS):
        try:
            plain = source.xeger(field.pattern)
        except (ValueError, KeyError, RecursionError):  # it repeats something oftener than is ever made up
            break
        text = prefix + plain[len(prefix) :]
        text = text if _fits(text, field) else plain
        if _fits(text, field):
            found.append(text)
        if len(found) == wanted:
            break
    if not found:
        raise ToolkitError(
            f"no text was found for '{field.name}' that matches {field.pattern} within its lengths",
            where=f"the field '{field.name}'",
            fix="let pattern and characters agree, and use no look-ahead and no hundreds of repetitions in the pattern",
        )
    return min(found, key=len)


def _fits(text: str, field: Field) -> bool:
    """Return whether a form would take the text: it is stripped there, and looked at as a whole."""
    long = (field.low or 0) <= len(text) and (field.high is None or len(text) <= field.high)
    if not (long and text == text.strip() and text.isprintable()):
        return False
    if _CARELESS.search(field.pattern) and _OVER_AGAIN.search(field.pattern):
        # what was made of it may not fit, and Python takes years to see that; so it would with what CEL does not know
        return not _AHEAD.search(field.pattern) and fits(field.pattern, text)
    return bool(re.fullmatch(field.pattern, text))


def _shared_letters(texts: Collection[str]) -> str:
    """Return the letters that all texts begin with."""
    first, last = min(texts), max(texts)
    return "".join(
        a for a, _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isalpha(), zip(first, last, strict=False))
    )

"""Text that fits a regular expression."""

import re
from collections.abc import Collection
from itertools import takewhile

from rstr import Rstr

from toolkit.data.chance import Chance
from toolkit.domain.solution import Field
from toolkit.errors import ToolkitError

ATTEMPTS = 200
SHORTEST_OF = 6
_OPEN = re.compile(r"[*+]|,}")


def patterned(field: Field, chance: Chance, *, like: Collection[str] = ()) -> str:
    """Return text that matches the field's pattern within its lengths. Raises ToolkitError when none is found.

    It begins with the letters that all of `like` begin with: the flights of one airline do.
    """
    prefix = _shared_letters(like) if len(like) > 1 else ""
    source, found = Rstr(chance.stream), list[str]()
    wanted = SHORTEST_OF if _OPEN.search(field.pattern) else 1
    for _ in range(ATTEMPTS):
        try:
            plain = source.xeger(field.pattern)
        except ValueError:  # it repeats something oftener than is ever made up
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
    return long and text == text.strip() and text.isprintable() and bool(re.fullmatch(field.pattern, text))


def _shared_letters(texts: Collection[str]) -> str:
    """Return the letters that all texts begin with."""
    first, last = min(texts), max(texts)
    return "".join(
        a for a, _ in takewhile(lambda pair: pair[0] == pair[1] and pair[0].isalpha(), zip(first, last, strict=False))
    )

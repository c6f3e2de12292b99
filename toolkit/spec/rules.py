"""The rules of a field's line: `optional`, `5..80 characters`, `last 14 days`, `pattern [A-Z]+`, `after departs`."""

import re
from collections.abc import Mapping
from typing import Any

from toolkit.domain.kinds import FieldType
from toolkit.domain.limits import DAY, Apart, Hours
from toolkit.domain.rules import Worked
from toolkit.domain.ruling import TURNED
from toolkit.domain.solution import Comparison
from toolkit.spec import spreads
from toolkit.spec.fieldline import Piece, RuleError

_NUMBER = r"[-+]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})?\s*\.\.\s*({_NUMBER})?(?:\s+(\S.*))?")
_EXACT = re.compile(rf"({_NUMBER})\s+characters?")
FARTHEST = 365 * 500
"""Days that a date lies from today at most."""
LONGEST = 10_000
"""Characters that a text can be made to have at least."""
_SPAN = re.compile(rf"(last|next)\s+({_NUMBER})\s+(minute|hour|day|week|month|year)s?")
_LEAST = re.compile(rf"(at least|at most|from|up to)\s+({_NUMBER})(?:\s+(\S.*))?")
_COMPARISONS = "|".join(sorted(TURNED, key=len, reverse=True)).replace(" ", r"\s+")
_COMPARED = re.compile(rf"({_COMPARISONS})\s+([^\W\d].*)", re.IGNORECASE)
_APART = re.compile(r"unique\s+with\s+(\S.*?)(?:\s+while\s+(\S.*))?", re.IGNORECASE)
_CLOCKS = re.compile(r"(\d{1,2}):(\d{2})\s*(?:\.\.|-|–|to)\s*(\d{1,2}):(\d{2})")
_DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_SINGLE: Mapping[str, Mapping[str, Any]] = {
    "optional": {"required": False},
    "required": {"required": True},
    "unique": {"unique": True},
    "from rules.py": {"computed": Worked("null"), "required": False},
}
WORDS = (
    *("optional", "required", "required when", "unique", "pattern", "set when", "where", "last 14 days"),
    *("5..80 characters", "after", "before", "more than", "less than", "unique with", "on weekdays", "08:00..17:00"),
    *("from rules.py", "was", "means"),
    *spreads.WORDS,
)
"""How rules begin, for suggestions."""


def rule(piece: Piece) -> dict[str, Any] | None:
    """Return what a rule sets of a field, or None if it is no rule. Raises RuleError for one that makes no sense.

    Bounds that only a date can have are marked by `days`; the conditions of `required when` and of `while`, which
    goes with `apart`, are still texts.
    """
    text = piece.text
    plain = text.casefold()
    if plain in _SINGLE:
        return dict(_SINGLE[plain])
    return _worded(text) or _hours(plain) or _bounds(plain, text) or _spread(text) or _former(text)


def kept_short(found: dict[str, Any] | None, kind: FieldType | None) -> dict[str, Any] | None:
    """Return what a rule sets. Raises RuleError for a text that would have to be longer than is ever made up."""
    if found and kind and kind.span == "characters" and (found.get("low") or 0) > LONGEST:
        raise RuleError(f"no text is made up of {found['low']:,.0f} characters", f"ask for {LONGEST:,} at most")
    return found


def _spread(text: str) -> dict[str, Any] | None:
    found = spreads.spread_of(text)
    return {"spread": found} if found else None


def _former(text: str) -> dict[str, Any] | None:
    """Return the name that a field had before, or the kind of meaning that it has."""
    if found := re.fullmatch(r"means\s+(\S.*)", text, re.IGNORECASE):
        return {"means": found[1]}
    found = re.fullmatch(r"was\s+([^\W\d][\w \-]*)", text)
    return {"was": (found[1].strip(),)} if found else None


def _worded(text: str) -> dict[str, Any] | None:
    """Return what a rule sets that begins with words of its own."""
    if found := re.fullmatch(r"pattern\s+(\S.*)", text):
        return _pattern(found[1])
    if found := re.fullmatch(r"set when\s+(\S.*)", text):
        return {"stamp": found[1].strip()}
    if found := re.fullmatch(r"required when\s+(\S.*)", text, re.IGNORECASE):
        return {"required": False, "needed_when": found[1]}
    if found := _APART.fullmatch(text):
        fields = tuple(name.strip() for name in re.split(r"\s+and\s+", found[1], flags=re.IGNORECASE))
        return {"apart": Apart(fields), "while": found[2] or ""}
    if found := _COMPARED.fullmatch(text):
        return {"compares": (Comparison(" ".join(found[1].casefold().split()), found[2].strip()),)}
    return None


def _hours(plain: str) -> dict[str, Any] | None:
    """Return the days or hours that a rule says: 'on weekdays', '08:00..17:00'."""
    if re.fullmatch(r"(?:only )?on (?:weekdays|working days)|weekdays only|mon(?:day)? to fri(?:day)?", plain):
        return {"hours": Hours(weekdays=True)}
    found = _CLOCKS.fullmatch(plain)
    if not found:
        return None
    first, last = (int(hour) * 60 + int(minute) for hour, minute in (found.group(1, 2), found.group(3, 4)))
    if first > last or last > DAY:
        raise RuleError(f"{plain} holds nothing", "write hours of one day, as in 08:00..17:00")
    return {"hours": Hours(first=first, last=last)}


def _pattern(text: str) -> dict[str, Any]:
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError) as error:
        raise RuleError(
            f"'{text}' is no pattern: {error}", "write a regular expression, as in [A-Z]{2}[0-9]+"
        ) from None
    return {"pattern": text}


def _bounds(plain: str, text: str) -> dict[str, Any] | None:
    if found := _SPAN.fullmatch(plain):
        days = float(found[2]) * _DAYS[found[3]]
        if days > FARTHEST:
            raise RuleError(f"'{text}' reaches farther than {FARTHEST // 365} years", "name fewer years")
        return {"days": True, **({"low": -days, "high": 0.0} if found[1] == "last" else {"low": 0.0, "high": days})}
    if found := _EXACT.fullmatch(plain):
        return _range(found[1], found[1], "characters")
    if (found := _RANGE.fullmatch(text)) and (found[1] or found[2]):
        return _range(found[1], found[2], found[3] or "")
    if found := _LEAST.fullmatch(plain):
        low = found[1] in {"at least", "from"}
        return _range(found[2] if low else None, None if low else found[2], text[found.start(3) :] if found[3] else "")
    return None


def _range(low: str | None, high: str | None, unit: str) -> dict[str, Any]:
    bounds: dict[str, Any] = {name: spreads.number(text) for name, text in (("low", low), ("high", high)) if text}
    if low and high and bounds["low"] > bounds["high"]:
        raise RuleError(f"{low}..{high} holds nothing", f"write the smaller number first: {high}..{low}")
    plain = unit.strip()
    return bounds | ({"unit": plain} if plain and plain not in {"characters", "character"} else {})

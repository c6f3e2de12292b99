"""Expressions of a spec, in CEL: computed fields and conditions, safe and without loops or side effects."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

LONGEST = 2_000
"""Characters: an expression is a line of a spec, not a program."""


MY = "me__"
"""What stands before a field of the person's own row among the names of an expression: `me.team` is `me__team`."""
_MINE = re.compile(r"""('[^']*'|"[^"]*")|(?<![\w.])me\.(\w+)(?!\w*\s*\()""")


class ExpressionError(ToolkitError):
    """An expression cannot be read or worked out."""


@lru_cache(maxsize=1)
def _cel() -> Any:
    """Return the CEL library, loaded at the first expression: it brings a command line of its own, 0.2 s of imports."""
    import cel

    return cel


@lru_cache(maxsize=1024)
def _program(text: str) -> Any:
    if len(text) > LONGEST:
        raise ExpressionError(
            f"the expression is longer than {LONGEST} characters",
            fix="split it into computed fields",
        )
    try:
        return _cel().compile(_MINE.sub(lambda found: found[1] or f"{MY}{found[2]}", text))
    except ValueError as error:
        reason = str(error).split("ERROR: ")[-1].splitlines()[0].removeprefix("<input>:")
        raise ExpressionError(
            f"'{text}' cannot be read as an expression: {reason}",
            fix="write CEL, as in status != 'Done' && due < now",
        ) from error


@lru_cache(maxsize=1024)
def _spoken(text: str) -> frozenset[str]:
    return frozenset(_program(text).variables())


@lru_cache(maxsize=1024)
def _names(text: str) -> frozenset[str]:
    bound = re.findall(r"\.(?:map|filter|all|exists|exists_one)\(\s*(\w+)\s*,", text)
    return _spoken(text) - frozenset(bound)


def _given(value: Value) -> object:
    """Return a value as CEL knows it: a date is its midnight, a time of day its distance from midnight."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, time):
        return timedelta(hours=value.hour, minutes=value.minute)
    return list(value) if isinstance(value, tuple) else value


def _taken(result: object) -> Value:
    """Return CEL's result as a value of ours: its timestamps say UTC, the prototype's clock has no zone."""
    if isinstance(result, datetime):
        return result.replace(tzinfo=None)
    if isinstance(result, str | int | float | bool | timedelta) or result is None:
        return result
    raise ExpressionError(
        f"an expression may give text, a number, yes or no, a date or a duration, not {type(result).__name__}"
    )


def _reckoned(text: str, names: Mapping[str, Value]) -> Value:
    """Return what an expression comes to over the names it speaks of; others would cost more than the reckoning."""
    context = _cel().Context()
    for name, seconds in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        context.add_function(name, lambda count, seconds=seconds: timedelta(seconds=count * seconds))
    try:
        for name, value in names.items():
            context.add_variable(name, _given(value))
        return _taken(_program(text).execute(context))
    except (RuntimeError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        reason = str(error).split(". ")[0]
        raise ExpressionError(
            f"'{text}' cannot be worked out: {reason}",
            fix="compare like with like, and test an optional field with != null first",
        ) from error


@lru_cache(maxsize=1024)
def _with_floats(text: str) -> str:
    """Return an expression whose whole numbers are written as broken ones: 'price * 3' as 'price * 3.0'."""
    return re.sub(r"""('[^']*'|"[^"]*")|(?<![\w.])(\d+)(?![\w.])""", lambda m: m[1] or f"{m[2]}.0", text)


def _float(value: Value) -> Value:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression, checked when it is made. Equal texts are equal expressions."""

    text: str

    def __post_init__(self) -> None:
        """Read the text once, so that a mistake shows where the spec is read."""
        _program(self.text)

    @property
    def names(self) -> frozenset[str]:
        """The names that the expression speaks of, without those it binds itself (the x of `list.filter(x, ...)`)."""
        return _names(self.text)

    @property
    def personal(self) -> bool:
        """Whether it depends on who looks: it speaks of `me`, or of a field of the person's own row."""
        return any(name == "me" or name.startswith(MY) for name in self.names)

    def value(self, names: Mapping[str, Value]) -> Value:
        """Work the expression out over these names; `days`, `hours` and `minutes` make durations.

        CEL does not join a whole number and a broken one, but `price * count` is sense to whoever writes it: what
        fails with both is worked out again with broken numbers alone.
        """
        spoken = {name: names[name] for name in _spoken(self.text) & names.keys()}
        try:
            return _reckoned(self.text, spoken)
        except ExpressionError:
            broken = any(isinstance(value, float) for value in spoken.values()) or re.search(r"\d\.\d", self.text)
            if broken:
                with suppress(ExpressionError):
                    return _reckoned(_with_floats(self.text), {name: _float(value) for name, value in spoken.items()})
            raise

    def holds(self, names: Mapping[str, Value]) -> bool:
        """Return whether a condition is met; anything but `true` is a no.

        So is what cannot be worked out: 'due < now' of a row without a due date is no mistake of who looks at it.
        """
        try:
            return self.value(names) is True
        except ExpressionError:
            return False

"""Expressions of a spec, in CEL: computed fields and conditions, safe and without loops or side effects."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from toolkit.domain.values import Value
from toolkit.errors import ToolkitError

Length = Callable[[float], timedelta]
LENGTHS: Mapping[str, Length] = {
    "days": lambda count: timedelta(days=count),
    "hours": lambda count: timedelta(hours=count),
    "minutes": lambda count: timedelta(minutes=count),
}
"""What an expression calls lengths of time by."""
LONGEST = 2_000
"""Characters: an expression is a line of a spec, not a program."""
DEEPEST = 2
MOST_TURNS = 5_000
"""Turns that lists gone through within lists may take for one row: 2,000 rows are worked out while somebody waits."""
_STEPS = re.compile(
    r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|(?P<macro>\.\s*(?:map|filter|all|exists|exists_one)\s*\()|[(),]"""
)
_FAR = re.compile(r"""('[^']*'|"[^"]*")|(?<![\w.])([^\W\d]\w*(?:\.[^\W\d]\w*)+)(?!\w|\s*\()""")
"""A name of another row's field, as in 'claim.status'; what is followed by a bracket is a function of CEL."""
MY = "me__"
"""What stands before a field of the person's own row among the names of an expression: `me.team` is `me__team`."""


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
    if not _affordable(text):
        raise ExpressionError(
            "the expression goes through lists within lists too often",
            fix="split it into computed fields, or make the lists shorter",
        )
    try:
        return _cel().compile(_flat(text))
    except ValueError as error:
        reason = str(error).split("ERROR: ")[-1].splitlines()[0].removeprefix("<input>:")
        raise ExpressionError(
            f"'{text}' cannot be read as an expression: {reason}",
            fix="write CEL, as in status != 'Done' && due < now",
        ) from error


def _affordable(text: str) -> bool:
    """Return whether going through the lists of an expression ends soon, as far as its text tells: CEL has no limit."""
    within: list[bool] = []
    parts = deepest = 0
    for found in _STEPS.finditer(text):
        step = found[0]
        if found["macro"] or step == "(":
            within.append(bool(found["macro"]))
            deepest = max(deepest, sum(within))
        elif step == ")" and within:
            within.pop()
        parts += step == ","
    return deepest <= DEEPEST and (deepest < DEEPEST or parts**deepest <= MOST_TURNS)


def _flat(text: str) -> str:
    """Return an expression whose names of other rows' fields are names like any other: 'claim.status'."""
    return _FAR.sub(lambda found: found[1] or _variable(found[2]), text)


def _variable(name: str) -> str:
    return name.replace(".", "__")


@lru_cache(maxsize=1024)
def _far(text: str) -> frozenset[str]:
    named = (found[2] for found in _FAR.finditer(text) if found[2])
    return frozenset(name for name in named if not name.startswith("me."))


@lru_cache(maxsize=1024)
def _spoken(text: str) -> frozenset[str]:
    far = {_variable(name): name for name in _far(text)}
    return frozenset(far.get(name, name) for name in _program(text).variables())


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


@lru_cache(maxsize=1024)
def _lengths(text: str) -> tuple[tuple[str, Length], ...]:
    """Return the functions for lengths of time that an expression uses; to offer one to each row costs time."""
    return tuple((name, length) for name, length in LENGTHS.items() if name in text)


def _reckoned(text: str, names: Mapping[str, Value]) -> Value:
    """Return what an expression comes to over the names it speaks of; others would cost more than the reckoning."""
    context = _cel().Context()
    for name, length in _lengths(text):
        context.add_function(name, length)
    try:
        for name, value in names.items():
            context.add_variable(_variable(name), _given(value))
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
    def far(self) -> frozenset[str]:
        """Those of the names that are another row's: 'claim.status'."""
        return _far(self.text) & self.names

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

"""Expressions of a spec held against what they may speak of: names that exist, and values that fit together."""

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime, time, timedelta

from toolkit.domain.expression import MY, Expression, ExpressionError
from toolkit.domain.kinds import FieldType
from toolkit.domain.reckoning import named
from toolkit.domain.solution import Entity, Field
from toolkit.domain.totals import Total
from toolkit.domain.values import Value
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report, suggestion

A_ROW = "a-row"
"""What a reference holds when an expression is tried: another row's id."""
MOST = 240
"""Combinations of sample values that an expression is tried on."""
NOON = datetime(2026, 3, 2, 12)
LEAST = 1e-9
"""A difference between two results that is none."""
_TYPED = ("1", "2.5", "2026-03-02", "2026-03-02 09:30", "09:30", "2 h", "yes", "no", "a@b.example", "+44 7700 900142")

Samples = Mapping[str, tuple[Value, ...]]
"""Values that a name may have, by name."""


class _Lazy(Mapping[str, tuple[Value, ...]]):
    """Samples that are only made up for the names that an expression speaks of."""

    def __init__(self, makers: Mapping[str, Callable[[], tuple[Value, ...]]]) -> None:
        self._makers = makers

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def samples_of(field: Field, kind: FieldType | None) -> tuple[Value, ...]:
    """Return values that a field may hold: every option, or what its type reads."""
    if kind is None:
        return (A_ROW,)
    if kind.input == "checks":
        return ((), *(((A_ROW,),) if field.several else (field.options[:1], field.options)))
    if field.options:
        return field.options[:20]
    if kind.given is not None:
        return (kind.given(1, field),)
    if kind.span == "characters":
        return ("Sample text",)
    return tuple(_read(kind, field))[:3] or ("Sample text",)


def _read(kind: FieldType, field: Field) -> Iterable[Value]:
    """Yield what a type makes of typed texts of every kind, each result once; yes/no makes two of them."""
    seen: list[Value] = []
    for text in _TYPED:
        try:
            value = kind.read(text, field)
        except ValueError:
            continue
        if not any(value is old or (type(value) is type(old) and value == old) for old in seen):
            seen.append(value)
            yield value


def samples_for(entity: Entity, known: Known, *, me: bool = True) -> Samples:
    """Return values for everything that an expression over an entity may speak of: its fields and those it refers to.

    `me` says whether there is somebody who looks at the row.
    """

    def made(about: str, part: Field) -> Callable[[], tuple[Value, ...]]:
        kept = known.worked_out.get((about, named(part)))
        return lambda: samples_of(part, known.type_of(part)) if kept is None else kept

    makers = {named(f): made(entity.name, f) for f in entity.fields.values()}
    for field in entity.fields.values():
        other = known.entities.get(field.refers)
        for part in other.fields.values() if other else ():
            makers[f"{named(field)}.{named(part)}"] = made(field.refers, part)
    makers["now"] = lambda: (NOON,)
    if me:
        people = known.entities.get(known.people)
        own = people.fields.values() if people else ()
        makers |= {f"{MY}{named(f)}": made(known.people, f) for f in own}
        makers["me"] = lambda: (A_ROW, "another")
    return _Lazy(makers)


def samples_of_total(total: Total, values: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return values that a total may come to over rows with these values."""
    if total.way == "count":
        return (0, 1, 12)
    return tuple(dict.fromkeys(total.of(part) for part in (values[:1], values)))


def scaled(expression: Expression, samples: Samples, names: Collection[str]) -> bool:
    """Return whether a result grows evenly with these amounts: then it is money as they are, and no share of them."""
    rest = {name: samples[name] for name in expression.names}
    found = []
    for times in (1, 2, 3):
        wide = {name: tuple(v * times for v in samples[name] if isinstance(v, int | float)) for name in names}
        found.append(results(expression, {**rest, **wide})[0])
    for one, two, three in zip(*found, strict=False):
        if isinstance(one, int | float) and isinstance(two, int | float) and isinstance(three, int | float):
            first, second = two - one, three - two
            if abs(first) > LEAST and abs(second - first) < LEAST:
                return True
    return False


def type_of(value: Value) -> str:
    """Return the name of the field type that shows such a result."""
    if isinstance(value, bool):
        return "yes/no"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, datetime):
        return "datetime"
    return "duration" if isinstance(value, timedelta | time) else "text"


_A = {"yes/no": "yes or no", "number": "a number", "datetime": "a date", "duration": "a duration", "text": "a text"}

_WORDY = (
    (r"(?<![=!<>])=(?!=)", "write == for 'is'"),
    (r"\band\b", "write && for 'and'"),
    (r"\bor\b", "write || for 'or'"),
    (r"\bnot\b", "write ! for 'not'"),
    (r"<>", "write != for 'is not'"),
    (r"\bis\b", "write == for 'is'"),
    (r"\b\d+ *(?:d|h|min|days?|hours?|minutes?)\b", "write days(3), hours(8) or minutes(30)"),
)


def expression_at(text: str, spot: Spot, report: Report) -> Expression | None:
    """Return the expression, or report why the text is none."""
    try:
        return Expression(text)
    except ExpressionError as error:
        column, reason = _reason(error)
        bare = re.sub(r"'[^']*'|\"[^\"]*\"", lambda quoted: " " * len(quoted[0]), text)
        wordy = ((found.start(), fix) for pattern, fix in _WORDY if (found := re.search(pattern, bare)))
        column, fix = next(wordy, (column, error.fix))
        report.add("no-expression", spot.after(column), f"'{text}' is no expression: {reason}", fix=fix)
        return None


def _reason(error: ExpressionError) -> tuple[int, str]:
    """Return the column, from 0, and CEL's reason in short."""
    found = re.search(r": \d+:(\d+): (?:Syntax error: )?(.*?)(?: expecting .*)?$", error.what)
    if not found:
        return 0, error.what
    return int(found[1]) - 1, "it ends too early" if "<EOF>" in found[2] and "mismatched" in found[2] else found[2]


def names_known(expression: Expression, names: Iterable[str], spot: Spot, report: Report) -> bool:
    """Return whether an expression speaks only of names there are; report those that lead nowhere."""
    known, fine = list(names), True
    for name in sorted(expression.names - set(known)):
        fine = False
        if name in report.dropped:
            continue
        said = _as_said(name)
        found = re.search(rf"(?<![\w.'\"]){re.escape(said)}\b", expression.text)
        if _too_far(name, known):
            message = f"'{name}' goes on to a third row, and an expression sees no further than the next"
            fix = f"give the next row a computed field for it, and say {name.rpartition('.')[0]} of that"
            report.add("other-row", spot.after(found.start() if found else 0), message, fix=fix)
            continue
        near, _, far = said.partition(".")
        every = [_as_said(one) for one in known]
        beside = [n for n in every if n.startswith(f"{near}.")] if far else every
        fix = suggestion(said, beside or [n for n in every if "." not in n])
        if name[:1].isupper() and not fix.startswith("did"):
            fix = f"put a text in single quotes: '{name}'; {fix}"
        at = spot.after(found.start() if found else 0)
        report.add("unknown-name", at, f"there is no '{said}' to reckon with", fix=fix)
    return fine


def _too_far(name: str, known: Collection[str]) -> bool:
    """Return whether a name goes through a row that is referred to on to another one."""
    return name.count(".") > 1 and name.rpartition(".")[0] in known


def _as_said(name: str) -> str:
    """Return a name as a spec says it: a field of the person's own row after 'me.'."""
    return f"me.{name.removeprefix(MY)}" if name.startswith(MY) else name


def results(expression: Expression, samples: Samples) -> tuple[list[Value], ExpressionError | None]:
    """Return what the expression gives on the samples, and the error if there is any it fails on."""
    used = [name for name in sorted(expression.names) if name in samples]
    found: list[Value] = []
    failed: ExpressionError | None = None
    for values in itertools.islice(itertools.product(*(samples[name] for name in used)), MOST):
        try:
            found.append(expression.value(dict(zip(used, values, strict=True))))
        except ExpressionError as error:
            failed = error
    return found, failed


def never_works(expression: Expression, samples: Samples, spot: Spot, report: Report) -> None:
    """Report an expression that fails on everything, with what it speaks of."""
    kinds = {name: type_of(samples[name][0]) for name in sorted(expression.names) if samples.get(name)}
    listed = ", ".join(f"{name} is {_A[kind]}" for name, kind in kinds.items())
    message = f"'{expression.text}' cannot be worked out: it joins what does not go together"
    report.add("never-works", spot, message, fix=f"compare like with like ({listed})" if listed else "write a value")


def condition(text: str, samples: Samples, at: Node | Spot, report: Report) -> Expression | None:
    """Return a condition that speaks of known names and says yes or no; report why another does not."""
    spot = at.here if isinstance(at, Node) else at
    expression = expression_at(text, spot, report)
    if expression is None or not names_known(expression, samples, spot, report):
        return None
    found, failed = results(expression, samples)
    if not found and failed:
        never_works(expression, samples, spot, report)
        return None
    if any(not isinstance(value, bool) for value in found):
        fix = "compare something, as in status == 'Open'"
        report.add("no-condition", spot, f"'{text}' is neither true nor false", fix=fix)
        return None
    return expression

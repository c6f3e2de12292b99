"""Expressions of a spec held against what they may speak of: names that exist, and values that fit together."""

import itertools
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta

from toolkit.domain.expression import MY, Expression, ExpressionError
from toolkit.domain.kinds import FieldType
from toolkit.domain.records import named
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report, suggestion

A_ROW = "a-row"
"""What a reference holds when an expression is tried: another row's id."""
MOST = 240
"""Combinations of sample values that an expression is tried on."""
NOON = datetime(2026, 3, 2, 12)
_TYPED = ("1", "2.5", "2026-03-02", "2026-03-02 09:30", "09:30", "2 h", "yes", "no", "a@b.example", "+44 7700 900142")

Samples = Mapping[str, tuple[Value, ...]]
"""Values that a name may have, by name."""


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


def samples_for(entity: Entity, known: Known) -> Samples:
    """Return values for everything that a condition over an entity may speak of."""
    found = {named(f): samples_of(f, known.type_of(f)) for f in entity.fields.values()}
    people = known.entities.get(known.people)
    own = people.fields.values() if people else ()
    mine = {f"{MY}{named(f)}": samples_of(f, known.type_of(f)) for f in own}
    return found | mine | {"now": (NOON,), "me": (A_ROW, "another")}


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
        fix = suggestion(said, [_as_said(one) for one in known])
        if name[:1].isupper() and not fix.startswith("did"):
            fix = f"put a text in single quotes: '{name}'; {fix}"
        at = spot.after(found.start() if found else 0)
        report.add("unknown-name", at, f"there is no '{said}' to reckon with", fix=fix)
    return fine


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
    for name in expression.names:
        if samples.get(name, ())[:1] == (A_ROW,) and (found := re.search(rf"\b{re.escape(name)}\.\w", expression.text)):
            message = f"'{name}' refers to another row, and what that row holds cannot be reckoned with"
            fix = f"compare '{name}' itself, or keep what you need as a field here"
            report.add("other-row", spot.after(found.start()), message, fix=fix)
            return
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

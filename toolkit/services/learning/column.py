"""One column of a sample, as the line of a field that a person would have written."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from toolkit.ports.importer import number_type, text_type
from toolkit.services.learning import reading, shapes
from toolkit.services.learning.harmless import SHARED, about_people, is_full_name, options_of
from toolkit.services.learning.table import Column

MOST_OPTIONS = 15
MOST_SHAPES = 2
"""Shapes of a code, such as AB-123, that a pattern is made of."""
CODED = 0.95
"""The share of cells that has to be of them."""
LONG = 120
"""Characters from which on a text is a long one."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """A field's line: its type and its rules, and what is to be said beside it.

    `numbers`, `moments` and `options` are what between-column looks go on, a row each; `pattern` is kept apart, for a
    line cannot hold every sign.
    """

    name: str
    type: str
    rules: tuple[str, ...] = ()
    comment: str = ""
    pattern: str = ""
    options: dict[str, int] | None = None
    numbers: tuple[float | None, ...] = ()
    moments: tuple[datetime | None, ...] = ()

    @property
    def line(self) -> str:
        """The line, without the pattern."""
        return ", ".join((self.type, *self.rules))


def learn_column(column: Column, now: datetime, *, vouched: bool = False) -> Learnt:
    """Return what a column tells; of one about people only its type, and how often it is empty."""
    said, name = column.said, column.heading
    if not said:
        return Learnt(name, text_type(name), ("optional",), "nothing stands in it")
    found = _personal(name, said) if column.hidden or about_people(name) else None
    found = found or _by_value(column, said) or _timed(column, said, now) or _counted(column, said)
    found = found or _chosen(name, said, vouched=vouched) or _coded(name, said) or _text(name, said)
    return replace(found, rules=(*found.rules, *_emptiness(len(said), len(column.cells))))


def _emptiness(said: int, cells: int) -> tuple[str, ...]:
    if said == cells:
        return ()
    share = round(100 * (cells - said) / cells)
    return ("optional", f"{share} % empty") if 0 < share < 100 else ("optional",)


def _personal(name: str, said: Sequence[str]) -> Learnt:
    """Return a field about people: its type, and nothing that was said of anybody."""
    words = name.casefold()
    kind = text_type(name)
    if re.search(r"birth|geburt|naissance|nacimiento", words):
        kind = "date"
    elif re.search(r"salary|gehalt|salaire|salario|wage", words):
        kind = "money"
    elif kind == "text" and _names(said):
        kind = "person"
    return Learnt(name, kind, comment="about people, so only its type is taken")


def _names(said: Sequence[str]) -> bool:
    return sum(map(is_full_name, said)) >= 0.3 * len(said)


def _by_value(column: Column, said: Sequence[str]) -> Learnt | None:
    """Return a field whose values are about people, or lead to them, whatever it is called."""
    name, comment = column.heading, "it is about people, so only its type is taken"
    if reading.share(said, reading.EMAIL) > 0.02:
        return Learnt(name, "email" if reading.share(said, reading.EMAIL) > 0.8 else "text", comment=comment)
    if reading.share(said, reading.URL) > 0.8:
        return Learnt(name, "url")
    if text_type(name) == "phone" or (reading.share(said, reading.PHONE) > 0.9 and any("+" in cell for cell in said)):
        return Learnt(name, "phone", comment=comment)
    return Learnt(name, "person", comment=comment) if _names(said) else None


def _timed(column: Column, said: Sequence[str], now: datetime) -> Learnt | None:
    moments = reading.dates(column.cells, said)
    if moments is None:
        return None
    known = [moment for moment in moments if moment is not None]
    kind = "datetime" if reading.has_times(known) else "date"
    rules = tuple(rule for rule in (shapes.period(known, now), shapes.seasons(known)) if rule)
    return Learnt(column.heading, kind, rules, moments=tuple(moments))


def _counted(column: Column, said: Sequence[str]) -> Learnt | None:
    """Return a field of numbers, or of yes and no."""
    name = column.heading
    yes = reading.yes_share(said)
    if yes is not None:
        share = round(100 * yes)
        many = min(yes, 1 - yes) * len(said) >= SHARED
        return Learnt(name, "yes/no", (f"{share} % yes",) if many and 0 < share < 100 else ())
    read = reading.numbers(said)
    if read is None:
        return None
    values = [value for value in read if value is not None]
    if len(values) < reading.MOST * len(said):
        return None
    digits = reading.decimals(said)
    if len(set(values)) == len(values) == len(column.cells) and not digits and _is_number_of_its_own(name, values):
        return Learnt(name, "reference number", comment="each row has its own")
    kind = "percent" if all("%" in cell for cell in said) else number_type(name, whole=not digits)
    kind = "money" if reading.is_money(said) else kind
    limits, spread = shapes.bounds(values, digits=digits), shapes.shape(values, digits=digits)
    rules = [f"{shapes.numbered(limits[0])}..{shapes.numbered(limits[1])}"] if limits else []
    each = dict(zip(said, read, strict=True))
    numbers = tuple(each.get(cell) for cell in column.cells)
    return Learnt(name, kind, (*rules, *([spread] if spread else [])), numbers=numbers)


def _is_number_of_its_own(name: str, values: Sequence[float]) -> bool:
    """Return whether numbers are there to tell rows apart: called so, or one after the other."""
    named = re.search(r"(^|\W|_)(no|nr|number|id|key|code|ref|reference|nummer)\.?$", name.casefold())
    return len(values) > 1 and bool(named or max(values) - min(values) < 1.5 * len(values))


def _chosen(name: str, said: Sequence[str], *, vouched: bool) -> Learnt | None:
    """Return a field of few options, called neutrally where they may name somebody."""
    counts = Counter(said)
    if not len(counts) > 1 or len(counts) > max(MOST_OPTIONS, len(said) // 20) or len(said) < 2 * SHARED:
        return None
    options, kept_back = options_of(said, vouched=vouched)
    if len(options) > MOST_OPTIONS or len(options) + kept_back < 2:
        return None
    covered = sum(options.values())
    if kept_back == 0 and covered >= 0.6 * len(said):
        rare = len(counts) - len(options)
        comment = f"{rare} rarer values left out" if rare else ""
        return _weighted(name, options, comment)
    shared = sorted((count for count in counts.values() if count >= SHARED), reverse=True)
    if not 1 < len(shared) <= MOST_OPTIONS or sum(shared) < 0.6 * len(said):
        return None
    neutral = {f"{name.capitalize()} {place}": count for place, count in enumerate(shared, 1)}
    comment = f"called neutrally, for its values may name somebody; if not: --keep {name!r}"
    return _weighted(name, neutral, comment)


def _weighted(name: str, options: dict[str, int], comment: str) -> Learnt:
    total = sum(options.values())
    digits = 0 if min(options.values()) >= total / 200 else 1
    weights = "/".join(f"{max(100 * count / total, 0.1):.{digits}f}" for count in options.values())
    rules = (*list(options)[1:], f"weights {weights}")
    return Learnt(name, f"one of {next(iter(options))}", rules, comment, options=options)


def _coded(name: str, said: Sequence[str]) -> Learnt | None:
    """Return a field of codes: letters and digits of a fixed form, of which only the form is taken."""
    forms = Counter(re.sub(r"[^\W\d_]", _letter, re.sub(r"\d", "9", cell)) for cell in said if len(cell) <= 30)
    common = [(form, count) for form, count in forms.most_common(MOST_SHAPES) if count >= SHARED and "9" in form]
    if not common or sum(count for _, count in common) < CODED * len(said):
        return None
    if any(re.search(r"[^Aa9 ./_-]", form) or re.search(r"a{3}|A{5}", form) for form, _ in common):
        return None
    pattern = "|".join(sorted(_pattern(form) for form, _ in common))
    unique = ("unique",) if len(set(said)) == len(said) else ()
    return Learnt(name, "text", unique, pattern=pattern)


def _letter(found: re.Match[str]) -> str:
    return "A" if found[0].isupper() else "a"


def _pattern(form: str) -> str:
    """Return a form as a pattern: 'AA-999' is [A-Z]{2}-[0-9]{3}."""
    classes = {"A": "[A-Z]", "a": "[a-z]", "9": "[0-9]", ".": "[.]"}
    runs = (found[0] for found in re.finditer(r"(.)\1*", form))
    return "".join(f"{classes.get(run[0], run[0])}{f'{{{len(run)}}}' if len(run) > 1 else ''}" for run in runs)


def _text(name: str, said: Sequence[str]) -> Learnt:
    """Return a field of texts, of which only the length is taken."""
    lengths = sorted(map(len, said))
    longest = lengths[-min(SHARED, len(lengths))]
    kind = text_type(name)
    long = longest > LONG or any("\n" in cell for cell in said)
    kind = "long text" if kind in {"text", "long text"} and long else kind
    if kind not in {"text", "long text"} or len(said) < 2 * SHARED:
        return Learnt(name, kind)
    high = max(10, -(-longest // 10) * 10)
    most, count = Counter(said).most_common(1)[0]
    often = f"{len(set(said)):,} different, the most frequent in {100 * count // len(said)} %" if count > 1 else ""
    return Learnt(name, kind, (f"at most {high} characters",), often if most else "")

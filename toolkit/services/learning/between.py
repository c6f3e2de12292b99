"""What columns of a sample have to do with each other: as rules where a spec can say it, as remarks where it cannot."""

import operator
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, permutations

import numpy as np

from toolkit.services.learning.column import Learnt
from toolkit.services.learning.table import EMPTY, Column

ENOUGH = 50
"""Rows in which both columns say something."""
ALWAYS = 0.995
"""The share of rows for which a rule has to hold in the sample; it holds for all rows that are made."""
STRONG = 0.5
"""Cramér's V, or the size of Spearman's rank correlation, from which on a remark is made."""
MOST_NUMBERS, MOST_DATES, MOST_CHOICES, MOST_REMARKS = 8, 8, 12, 8
"""Columns that are held against each other, and what is remarked: each more takes as long as all those before it."""
WAYS: Mapping[str, Callable[[float, float], float]] = {"*": operator.mul, "+": operator.add, "-": operator.sub}


def related(learnt: Sequence[Learnt], columns: Sequence[Column]) -> tuple[list[Learnt], list[str]]:
    """Return the fields with the rules that lie between them, and remarks on what no rule says."""
    fields = _worked_out(_in_order(list(learnt)))
    cells = {column.heading: column.cells for column in columns}
    remarks = [*_hanging(fields, cells), *_together(fields)]
    return fields, remarks[:MOST_REMARKS]


def _in_order(fields: list[Learnt]) -> list[Learnt]:
    """Say of a date that it is not before another, where it hardly ever is; each is held against one other."""
    dated = [field for field in fields if field.moments][:MOST_DATES]
    for first, second in permutations(dated, 2):
        pairs = [(a, b) for a, b in zip(first.moments, second.moments, strict=True) if a and b]
        never = len(pairs) >= ENOUGH and sum(a <= b for a, b in pairs) >= ALWAYS * len(pairs)
        ever = any(a < b for a, b in pairs)
        place = next(at for at, field in enumerate(fields) if field.name == second.name)
        if never and ever and not any(rule.startswith("not before") for rule in fields[place].rules):
            at = next((n for n, rule in enumerate(fields[place].rules) if rule == "optional"), len(fields[place].rules))
            rules = fields[place].rules
            fields[place] = replace(fields[place], rules=(*rules[:at], f"not before {first.name}", *rules[at:]))
    return fields


def _worked_out(fields: list[Learnt]) -> list[Learnt]:
    """Say of a number that it is worked out from two others, where it always is: a total from price and quantity."""
    counted = [field for field in fields if field.numbers][:MOST_NUMBERS]
    found: dict[str, str] = {}
    for target in counted:
        for first, second in combinations([field for field in counted if field is not target], 2):
            if {first.name, second.name, target.name} & found.keys():
                continue
            sign = next((sign for sign in WAYS if _is(target, first, second, sign)), "")
            if sign:
                found[target.name] = f"= {_spoken(first.name)} {sign} {_spoken(second.name)}"
    return [
        Learnt(field.name, found[field.name], comment="so in the sample") if field.name in found else field
        for field in fields
    ]


def _is(target: Learnt, first: Learnt, second: Learnt, sign: str) -> bool:
    rows = [
        (c, WAYS[sign](a, b))
        for a, b, c in zip(first.numbers, second.numbers, target.numbers, strict=True)
        if a is not None and b is not None and c is not None
    ]
    if len(rows) < ENOUGH or len({c for c, _ in rows}) < 5:
        return False
    near = sum(abs(said - made) <= max(0.011, abs(said) * 1e-4) for said, made in rows)
    return near >= ALWAYS * len(rows)


def _spoken(name: str) -> str:
    return name.replace(" ", "_").replace("-", "_")


def _hanging(fields: Sequence[Learnt], cells: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield which choices hang on each other (Cramér's V), the strongest first."""
    chosen = [field for field in fields if field.options or field.type == "yes/no"][:MOST_CHOICES]
    found = []
    for first, second in combinations(chosen, 2):
        strength = _cramer(cells[first.name], cells[second.name])
        if strength >= STRONG:
            found.append((strength, first.name, second.name))
    for strength, one, other in sorted(found, reverse=True):
        yield f"{one} and {other} go together (Cramér's V {strength:.1f}); made-up rows choose each by itself"


def _cramer(first: Sequence[str], second: Sequence[str]) -> float:
    """Return Cramér's V of two columns (Cramér 1946): 0 where they have nothing to do with each other, 1 at most."""
    pairs = [
        (a, b) for a, b in zip(first, second, strict=True) if a.casefold() not in EMPTY and b.casefold() not in EMPTY
    ]
    if len(pairs) < ENOUGH:
        return 0.0
    rows = {value: at for at, value in enumerate(dict.fromkeys(a for a, _ in pairs))}
    columns = {value: at for at, value in enumerate(dict.fromkeys(b for _, b in pairs))}
    if min(len(rows), len(columns)) < 2 or len(rows) * len(columns) > len(pairs):
        return 0.0
    counts = np.zeros((len(rows), len(columns)))
    for (a, b), count in Counter(pairs).items():
        counts[rows[a], columns[b]] = count
    expected = counts.sum(1, keepdims=True) * counts.sum(0, keepdims=True) / len(pairs)
    squared = float(((counts - expected) ** 2 / expected).sum())
    return float((squared / len(pairs) / (min(counts.shape) - 1)) ** 0.5)


def _together(fields: Sequence[Learnt]) -> Iterator[str]:
    """Yield which numbers rise or fall with each other (Spearman's rank correlation)."""
    counted = [field for field in fields if field.numbers][:MOST_NUMBERS]
    for first, second in combinations(counted, 2):
        pairs = [(a, b) for a, b in zip(first.numbers, second.numbers, strict=True) if a is not None and b is not None]
        if len(pairs) < ENOUGH:
            continue
        from scipy.stats import rankdata

        ranks = [rankdata(values) for values in zip(*pairs, strict=True)]
        if min(float(rank.std()) for rank in ranks) == 0:
            continue
        strength = float(np.corrcoef(ranks[0], ranks[1])[0, 1])
        if abs(strength) >= STRONG:
            way = "rise together" if strength > 0 else "go opposite ways"
            yield (
                f"{first.name} and {second.name} {way} (rank correlation {strength:.1f}); "
                "made-up rows draw each by itself"
            )

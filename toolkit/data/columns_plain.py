"""Columns of plain numbers, choices and truths: the values that `values.number` and the types give, all at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import ceil, floor

import numpy as np

from toolkit.data import spread, values
from toolkit.data.bench import Bench
from toolkit.data.chance import marked
from toolkit.data.distinct import impossible
from toolkit.data.frame import Frame
from toolkit.data.numbers import Numbers, Shares, listed, nth, permuted, scores, shares_of
from toolkit.data.usual import yes_share
from toolkit.data.weighing import leaning, names_roles
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value


def shares(cells: Numbers, turn: int) -> Shares:
    """Return the share that each cell's chance gives at its n-th turn, from 1 on."""
    return shares_of(nth(cells, turn))


def numbers(bench: Bench, part: Field, frame: Frame) -> list[Value]:
    """Return whole numbers within the bounds."""
    kind, cells = values.kind_of(bench, frame.entity, part), frame.cells(part.name)
    bounded = values.bounded(part, kind)
    if spread.is_drawn(part):
        return [spread.plain(value, part) for value in spread.drawn(part, cells).tolist()]
    low, high = _ends(bounded, 0, 100)
    drawn = shares(cells, 1)
    if ceil(low) > floor(high):
        return listed(np.round(low + (high - low) * drawn, 2))
    whole = ceil(low) + np.floor(drawn * (floor(high) - ceil(low) + 1)).astype(np.int64)
    if kind in values.RATINGS and bounded.high is not None:
        whole = np.rint(whole + (bounded.high - whole) * shares(cells, 2) ** 0.8).astype(np.int64)
    return listed(whole)


def amounts(bench: Bench, part: Field, frame: Frame) -> list[Value]:
    """Return amounts of money, small ones oftener than large ones; prices end as prices do."""
    kind, cells = values.kind_of(bench, frame.entity, part), frame.cells(part.name)
    bounded = values.bounded(part, kind)
    low, high = _ends(bounded, 5, 500)
    said = spread.is_drawn(part)
    plain = np.clip(np.round(low + (high - low) * shares(cells, 1) ** 2, 2), low, high)
    amount = np.round(spread.drawn(part, cells), 6) if said else plain
    if kind not in values.PRICES:
        return listed(amount)
    ends = np.array(values.ENDS)[np.floor(shares(cells, 1 if said else 2) * len(values.ENDS)).astype(np.intp)]
    price = np.round(np.trunc(amount) + ends, 2)
    least, most = (part.low if part.low is not None else -np.inf), (part.high if part.high is not None else np.inf)
    return listed(np.where((price >= least) & (price <= most), price, amount))


def _ends(part: Field, low: float, high: float) -> tuple[float, float]:
    """Return the field's bounds, the missing one as far away as usual ones are from each other."""
    if part.low is not None:
        return part.low, part.high if part.high is not None else max(high, part.low + high - low)
    return (low, high) if part.high is None else (min(low, part.high - (high - low)), part.high)


def yes(bench: Bench, part: Field, frame: Frame) -> list[Value]:
    """Return truths, as the type makes them up."""
    usual = part.spread.yes if part.spread and part.spread.yes is not None else yes_share(part.name, 0.3)
    return listed(shares(frame.cells(part.name), 1) < usual)


def several_of(bench: Bench, part: Field, frame: Frame) -> list[Value]:
    """Return some of the options a row; at least one where one is needed."""
    cells = frame.cells(part.name)
    taken = [(shares(cells, turn) < 0.25).tolist() for turn in range(1, len(part.options) + 1)]
    found: list[Value] = [
        tuple(o for o, yes_ in zip(part.options, row, strict=True) if yes_) for row in zip(*taken, strict=True)
    ]
    if part.required:
        others = _best(part, nth(cells, len(part.options) + 1), {})
        found = [value or (part.options[other],) for value, other in zip(found, others, strict=True)]
    return found


def options(bench: Bench, entity: Entity, part: Field, frame: Frame) -> list[Value]:
    """Return an option a row; the first people made are in the roles that nobody has yet."""
    names: list[Value] = list(part.options)
    column = [names[at] for at in _best(part, nth(frame.cells(part.name), 1), leaning(bench.solution, part))]
    if entity.name == bench.solution.people and names_roles(bench.solution, part) and frame.first == 1:
        pinned = set(frame.pinned(part.name).values())
        missing = [option for option in names if option not in pinned]
        first = len(bench.given[entity.name])
        column[first : first + len(missing)] = missing[: max(len(column) - first, 0)]
    return column


def _best(part: Field, drawn: Numbers, weights: Mapping[str, float]) -> list[int]:
    """Return the place of the option that wins each row's draw."""
    shares_ = [weights.get(option, 1.0) for option in part.options]
    fares = scores(drawn, [marked(option) for option in part.options], shares_)
    best, at = fares[0], np.zeros(len(drawn), np.intp)
    for place, other in enumerate(fares[1:], 1):
        better = other > best
        best, at = np.where(better, other, best), np.where(better, place, at)
    places: list[int] = at.tolist()
    return places


def once(bench: Bench, entity: Entity, part: Field) -> Callable[[Frame], list[Value]] | None:
    """Return what makes whole numbers that no two rows share; None where they have no bounds or some are pinned."""
    bounded = (
        replace(part)
        if part.low is not None and part.high is not None
        else values.bounded(part, values.kind_of(bench, entity, part))
    )
    if (
        bounded.low is None
        or bounded.high is None
        or any(part.name in said for said in bench.given[entity.name].values())
    ):
        return None
    low, size = ceil(bounded.low), floor(bounded.high) - ceil(bounded.low) + 1

    def make(frame: Frame) -> list[Value]:
        if frame.first - 1 + len(frame) > size:
            raise impossible(bench, entity, part)
        return listed(low + permuted(frame.numbers - 1, size, bench.mark(entity.name, part.name)))

    return make if size >= bench.counts[entity.name] else None

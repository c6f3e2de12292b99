"""A lot: one field's cells of many rows, drawn at once, each cell from its own number and from nothing else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as part
from datetime import datetime
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from toolkit.data.chance import marked
from toolkit.data.numbers import Numbers, Shares, mixed, permuted, shares_of
from toolkit.data.pool import Pool, pooled
from toolkit.data.words import Words
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

T = TypeVar("T")

MORNING = datetime(2026, 1, 5, 9)
"""The clock of a spec that is silent about it: a working morning."""


@dataclass(frozen=True, slots=True)
class Lot:
    """The cells of `field` in some rows of `entity`, in one locale.

    `cells` has a number a row, from seed, entity, field and the row's id. `whose` tells fields about different people
    or places in one row apart ('billing' of 'billing city'). `told` gives, by kind of meaning, what the row
    already says of the same person or place, or None: a pinned name, say. `memory` is shared by all lots of these rows.
    `places` are the rows' numbers, from 1 on, and `mark` is the field's: what must be there once only is a mixed order
    of these.
    `now` is the prototype's clock: ages agree with it.
    """

    entity: Entity
    field: Field
    cells: Numbers
    words: Words
    whose: str = ""
    rows: Numbers = part(default_factory=lambda: np.zeros(0, np.uint64))
    told: Mapping[str, Sequence[Value]] = part(default_factory=dict)
    memory: dict[str, Any] = part(default_factory=dict)
    places: NDArray[np.int64] = part(default_factory=lambda: np.zeros(0, np.int64))
    mark: int = 0
    now: datetime = MORNING

    def __len__(self) -> int:
        return len(self.cells)

    def numbers(self, name: str = "") -> Numbers:
        """Return 64 bits a row; another name gives other bits, whatever else was asked for."""
        return mixed(self.cells ^ np.uint64(marked(name))) if name else mixed(self.cells)

    def shares(self, name: str = "") -> Shares:
        """Return numbers from 0 up to, not including, 1."""
        return shares_of(self.numbers(name))

    def whole(self, low: int, high: int, name: str = "") -> NDArray[np.int64]:
        """Return whole numbers from low to high, both included."""
        return low + np.floor(self.shares(name) * (high - low + 1)).astype(np.int64)

    def pick(self, options: Sequence[T], name: str = "", *, weights: Sequence[float] | None = None) -> list[T]:
        """Return one of the options a row, each as likely as its weight says; of texts, as `draw` does."""
        if all(isinstance(option, str) for option in options):
            pool = pooled(tuple(map(str, options)), tuple(weights or ()))
            return cast("list[T]", self.draw(pool, name))
        if weights is None:
            return [options[at] for at in self.whole(0, len(options) - 1, name).tolist()]
        bounds = np.cumsum(np.asarray(weights, np.float64))
        places = np.searchsorted(bounds, self.shares(name) * bounds[-1], side="right")
        return [options[at] for at in np.minimum(places, len(options) - 1).tolist()]

    def words_of(self, provider: str, name: str = "") -> list[str]:
        """Return one word a row of the locale's list of a Faker provider; see `Words.pool`."""
        return self.draw(self.words.pool(provider), name)

    def draw(self, pool: Pool, name: str = "") -> list[str]:
        """Return one word of a pool a row; a word that comes into it or goes changes only the rows that take it."""
        return pool.draw(self.numbers(name))

    def once(self, low: int, high: int, name: str = "") -> NDArray[np.int64]:
        """Return whole numbers of which no two rows have the same. There must be at least as many as rows."""
        mark = marked(self.mark, name) if name else self.mark
        return low + permuted(self.places - 1, high - low + 1, mark)

    def of_row(self, name: str) -> "Lot":
        """Return a lot whose numbers belong to the rows and to no field: what is hidden behind several fields."""
        return replace(self, cells=self.rows ^ np.uint64(marked("of row", name)))

    def shared(self, name: str, make: "Callable[[Lot], T]") -> T:
        """Return what is made once for these rows and read by several fields: the person that a row is about."""
        place = f"{name} {self.whose} {self.words.locale}"
        if place not in self.memory:
            self.memory[place] = make(self.of_row(f"{name} {self.whose}"))
        found: T = self.memory[place]
        return found


Make = Callable[[Lot], Sequence[Value]]
"""Makes the values of one kind of meaning: as many as the lot has cells, each from its own cell."""

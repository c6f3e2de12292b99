"""A frame: some rows of one entity, with what the chance of all their cells comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from toolkit.data.bench import Bench
from toolkit.data.chance import marked
from toolkit.data.lot import Lot
from toolkit.data.numbers import Numbers, marks_of, mixed, scores
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

Places = NDArray[np.intp]
_LOCALE = "locale of the row"
"""What the draw of a row's locale is called: one for the row, whichever of its fields asks."""


@dataclass(slots=True)
class Frame:
    """Rows of `entity` from the `first` on, counted from 1, by their `keys`.

    `salts` are 0 but for rows that were drawn anew, so as not to look like an earlier one.
    """

    bench: Bench
    entity: Entity
    keys: Sequence[str]
    first: int = 1
    marks: Numbers = field(init=False)
    salts: Numbers = field(init=False)
    _memories: dict[tuple[str, bytes], dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.marks = marks_of(self.keys)
        self.salts = np.zeros(len(self.keys), np.uint64)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The rows' numbers."""
        return np.arange(self.first, self.first + len(self.keys), dtype=np.int64)

    def cells(self, name: str) -> Numbers:
        """Return the numbers that all chance of one field's cells comes from, as `Bench.cell` says for one."""
        return mixed(self.marks ^ np.uint64(self.bench.mark(self.entity.name, name)))

    def rows(self) -> Numbers:
        """Return the numbers that what is hidden behind several fields of a row comes from."""
        rows = self.cells("")
        return np.where(self.salts == 0, rows, mixed(rows ^ self.salts))

    def pinned(self, name: str) -> Mapping[int, Value]:
        """Return what pinned rows of the frame say in a field, by their place in the frame."""
        given, table = self.bench.given[self.entity.name], self.bench.tables[self.entity.name]
        said = {int(key.rpartition("-")[2]) - self.first: table[key][name] for key in given if name in given[key]}
        return {at: value for at, value in said.items() if 0 <= at < len(self.keys)}

    def salt(self, places: Sequence[int], attempt: int) -> None:
        """Have some rows drawn anew: the people and places in them become others."""
        self.salts[list(places)] = marked("drawn anew", attempt)
        self._memories.clear()

    def lots(self, part: Field, whose: str, told: Mapping[str, Sequence[Value]]) -> list[tuple[Places | None, Lot]]:
        """Return a field's cells as one lot a locale, each with the places of its rows; None are all."""
        bench, cells, rows = self.bench, self.cells(part.name), self.rows()
        cells = np.where(self.salts == 0, cells, mixed(cells ^ self.salts))
        found = []
        for locale, places in locales_of(self, part).items():
            here = slice(None) if places is None else places
            memory = self._memories.setdefault((locale, b"" if places is None else places.tobytes()), {})
            said = told if places is None else {kind: [all_[at] for at in places] for kind, all_ in told.items()}
            lot = Lot(
                self.entity,
                part,
                cells[here],
                bench.words.elsewhere(locale),
                whose,
                rows[here],
                said,
                memory,
                self.numbers[here],
                bench.mark(self.entity.name, part.name),
                bench.now,
            )
            found.append((places, lot))
        return found


def locales_of(frame: Frame, part: Field) -> Mapping[str, Places | None]:
    """Return the locale of each row, as the places of the rows that have it; None are all of them."""
    mix = frame.bench.solution.data.locales_of(frame.entity.name, part.name)
    if len(mix) == 1:
        return {next(iter(mix)): None}
    marks = [marked("locale", locale) for locale in mix]
    drawn = np.argmax(scores(frame.cells(_LOCALE), marks, list(mix.values())), axis=0)
    return {locale: np.flatnonzero(drawn == at) for at, locale in enumerate(mix)}

"""Lots made in the tests: the cells of one field in some rows, without an engine around them."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from toolkit.data.kinds import KINDS
from toolkit.data.lot import Lot
from toolkit.data.numbers import mixed
from toolkit.data.words import spoken_in
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

Row = Mapping[str, Sequence[Value]]


@pytest.fixture
def columns() -> Callable[..., Row]:
    """Give what makes columns of the same rows, by kind of meaning, in one locale."""

    def made(
        *kinds: str,
        locale: str = "en_GB",
        rows: int = 60,
        entity: str = "Customer",
        fields: Mapping[str, Field] | None = None,
        told: Row | None = None,
        whose: str = "",
        now: object = None,
    ) -> Row:
        cells = mixed(np.arange(rows, dtype=np.uint64))
        known = {kind: (fields or {}).get(kind, Field(kind, "text", kind, required=False)) for kind in kinds}
        about, memory = Entity(entity, known), {}
        words, more = spoken_in(locale), {"now": now} if now else {}
        return {
            kind: KINDS[kind](
                Lot(about, field, mixed(cells + np.uint64(at)), words, whose, cells, told or {}, memory, **more)
            )
            for at, (kind, field) in enumerate(known.items())
        }

    return made

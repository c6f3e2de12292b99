"""Rows as Parquet: one entity a file, columns of its fields' types, and in the file's metadata that all is made up."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import RawIOBase
from itertools import islice
from typing import Any

from toolkit import MADE_UP, Exporter, Field, Row, Tables, ToolkitError, Value, exchanged, hook

AT_ONCE = 20_000
"""Rows in a group: so many are in memory."""
CENT = Decimal("0.01")
MOST_CENTS = Decimal(10) ** 16
"""From there on an amount has too many digits for its column."""
Taken = Callable[[Value], object]
"""What makes of a value one that its column holds; None for one that does not belong there."""


class _Sink(RawIOBase):
    """Takes bytes, counts them, and gives them on."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._count = 0

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes."""
        self._pieces.append(bytes(data))
        self._count += len(self._pieces[-1])
        return len(self._pieces[-1])

    def tell(self) -> int:
        """Return how many there were."""
        return self._count

    def given(self) -> bytes:
        """Return what was taken since it was asked last."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def _write(tables: Tables) -> Iterator[bytes]:
    arrow, parquet = _library()
    for entity, rows in tables.values():
        fields = {"id": None, **entity.fields}
        kinds = {name: _kind(arrow, one) for name, one in fields.items()}
        schema = arrow.schema([(name, kind) for name, (kind, _) in kinds.items()])
        schema = schema.with_metadata({"made up": MADE_UP, "entity": entity.name})
        taken = {name: take for name, (_, take) in kinds.items()}
        sink, waiting = _Sink(), iter(rows)
        with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
            while group := list(islice(waiting, AT_ONCE)):
                writer.write_table(arrow.table(_columns(group, taken), schema=schema))
                yield sink.given()
        yield sink.given()


def _library() -> tuple[Any, Any]:
    """Return what writes Parquet. Raises ToolkitError where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise ToolkitError(
            "Parquet is written by pyarrow, which is not installed",
            where="--format parquet",
            fix="install it: pip install 'showtell[parquet]'",
        ) from error
    return pyarrow, pyarrow.parquet


def _columns(rows: Iterable[Row], taken: Mapping[str, Taken]) -> dict[str, list[object]]:
    return {name: [take(row.get(name)) for row in rows] for name, take in taken.items()}


def _kind(arrow: Any, one: Field | None) -> tuple[Any, Taken]:
    """Return the type of a field's column, and what makes values for it."""
    if one is not None and (one.several or one.type == "any of"):
        return arrow.list_(arrow.string()), _several
    kinds = {
        "number": (arrow.float64(), _number),
        "percent": (arrow.float64(), _number),
        "money": (arrow.decimal128(18, 2), _amount),
        "date": (arrow.date32(), _day),
        "datetime": (arrow.timestamp("us"), lambda value: value if isinstance(value, datetime) else None),
        "time": (arrow.time64("us"), lambda value: value if isinstance(value, time) else None),
        "duration": (arrow.duration("us"), lambda value: value if isinstance(value, timedelta) else None),
        "yes/no": (arrow.bool_(), lambda value: value if isinstance(value, bool) else None),
    }
    return kinds.get(one.type if one else "", (arrow.string(), _text))


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _amount(value: Value) -> Decimal | None:
    """Return an amount with its cents, as a person would write it."""
    if not isinstance(value, int | float) or abs(amount := Decimal(str(value))) >= MOST_CENTS:
        return None
    return amount.quantize(CENT) if amount.is_finite() else None


def _day(value: Value) -> date | None:
    return value.date() if isinstance(value, datetime) else value if isinstance(value, date) else None


def _several(value: Value) -> list[str]:
    return list(value) if isinstance(value, tuple) else []


def _text(value: Value) -> str | None:
    plain = exchanged(value)
    return None if plain is None else ", ".join(plain) if isinstance(plain, list) else str(plain)


@hook
def register_exporters() -> Iterable[Exporter]:
    """Bring Parquet."""
    about = "one entity as typed columns, for data frames"
    return (Exporter("parquet", about, "parquet", _write, single=True, binary=True),)

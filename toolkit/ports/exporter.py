"""The port for exporters: a dataset's rows in a format that other tools read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain.solution import Entity
from toolkit.domain.values import Row

Tables = Mapping[str, tuple[Entity, Iterable[Row]]]
"""Entities and their rows by name, those that others refer to first; rows can be gone through more than once."""
Piece = str | bytes
MADE_UP = "Made-up data, from showtell: no row is about anybody."
"""What every format says of its rows where its readers do not stumble over it."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `write` gives entities and their rows piece by piece, so that memory stays bounded.

    The pieces are text, or bytes for a `binary` format. `single` says that a file holds one entity only, as CSV does;
    `beside` then gives the name and the text of a file that says of a folder of them what they hold, from the file's
    name and the entity of each.
    """

    name: str
    about: str
    suffix: str
    write: Callable[[Tables], Iterator[str] | Iterator[bytes]]
    single: bool = False
    binary: bool = False
    beside: Callable[[Mapping[str, Entity]], tuple[str, str]] | None = None

"""The port for exporters: a dataset's rows in a format that other tools read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain.solution import Entity
from toolkit.domain.values import Row


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `write` gives the text of entities and their rows piece by piece, so that memory stays bounded.

    `single` says that a file holds one entity only, as CSV does.
    """

    name: str
    about: str
    suffix: str
    write: Callable[[Mapping[str, tuple[Entity, Iterable[Row]]]], Iterator[str]]
    single: bool = False

"""Prototypes written inline, on rows written inline, and chance that can be repeated."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from textwrap import dedent
from typing import Any

from toolkit.domain.dataset import Dataset
from toolkit.domain.kinds import FieldType
from toolkit.domain.machine import Machine
from toolkit.domain.solution import Field
from toolkit.domain.values import Value, slug
from toolkit.loader import load
from toolkit.spec.reading import read_text

PARTS = load(installed=False).parts


def prototype(spec: str, option: str = "", **rows: list[Mapping[str, Any]]) -> Machine:
    """Return the machine of a spec on these rows, whose ids are 'entity-1', 'entity-2' ..."""
    reading = read_text(dedent(spec), "spec.yaml", PARTS)
    assert reading.solution is not None, "\n".join(f.text() for f in reading.findings)
    tables = {
        entity: {f"{slug(entity)}-{n}": {"id": f"{slug(entity)}-{n}", **row} for n, row in enumerate(those, 1)}
        for entity, those in rows.items()
    }
    return Machine(reading.solution, option, Dataset(tables, 1, "en_GB"), PARTS)


@dataclass(frozen=True)
class Chance:
    """Draws from a seed; Faker is not asked."""

    random: Random

    def whole(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def share(self) -> float:
        return self.random.random()

    def pick(self, options: tuple[str, ...]) -> str:
        return self.random.choice(options)

    def faker(self, provider: str) -> str:
        return {"catch_phrase": "Balanced multi-state toolset", "user_name": "jo.ellis"}.get(provider, "Jo")


def made_up(field: Field, count: int = 200) -> list[Value]:
    """Return values that the field's type makes up, one seed each."""
    kind = type_of(field)
    return [kind.fake(field, Chance(Random(seed))) for seed in range(count)]


def type_of(field: Field) -> FieldType:
    """Return a field's type."""
    return PARTS.types[field.type]


def read(field: Field, text: str) -> Value:
    """Return what typed text is read as."""
    return type_of(field).read(text, field)


def show(field: Field, value: Value) -> str:
    """Return a value as people read it."""
    return type_of(field).show(value, field)


def typed(field: Field, value: Value) -> str:
    """Return the text that a form starts with."""
    return type_of(field).typed(value, field)

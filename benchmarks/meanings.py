"""How often the meaning of a field is inferred rightly, over public schemas labelled by hand; beside rivals.

Run `python benchmarks/meanings.py`; `--wrong` lists what is inferred otherwise. A rival guesses a meaning if one
of its providers is called as the field is: that is how far names alone carry (Faker, and mimesis where it is there).
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from toolkit.data.meaning import inferred
from toolkit.domain.solution import Entity, Field

LABELS = Path(__file__).parents[1] / "tests" / "unit" / "data" / "meanings"
ONLY_NEIGHBOUR = "-"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field of a public schema, its type with the longest text, and the kinds that a person finds right."""

    schema: str
    entity: str
    field: Field
    right: frozenset[str]


def labelled(path: Path) -> Iterator[Labelled]:
    """Yield the labelled fields of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        for schema, entity, name, said, right in csv.reader(file, delimiter="\t"):
            if schema.startswith("#"):
                continue
            longest = float(said) if said.isdecimal() else None
            field = Field(name, "text" if longest or said == "text" else said, label=name, high=longest)
            yield Labelled(schema, entity, field, frozenset(right.split("|")))


def guesses(fields: list[Labelled]) -> Iterator[tuple[Labelled, str, str]]:
    """Yield each field that counts with the kind inferred and why."""
    entities: dict[tuple[str, str], dict[str, Field]] = {}
    for one in fields:
        entities.setdefault((one.schema, one.entity), {})[one.field.name] = one.field
    found = {key: inferred(Entity(key[1], fields_)) for key, fields_ in entities.items()}
    for one in fields:
        if ONLY_NEIGHBOUR not in one.right:
            meaning = found[one.schema, one.entity][one.field.name]
            yield one, meaning.kind, meaning.why


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def faker_names() -> frozenset[str]:
    """Return what Faker's providers of en_US are called."""
    from faker import Faker

    return frozenset(_plain(name) for name in dir(Faker()) if not name.startswith("_"))


def mimesis_names() -> frozenset[str]:
    """Return what mimesis's providers are called; none where it is not installed."""
    try:
        generic = import_module("mimesis").Generic()
    except ImportError:
        return frozenset()
    parts = [getattr(generic, name) for name in dir(generic) if not name.startswith("_")]
    return frozenset(_plain(name) for part in parts for name in dir(part) if not name.startswith("_"))


def _told(right: list[bool]) -> str:
    return f"{sum(right):4} of {len(right):4}  {sum(right) / max(len(right), 1):6.1%}"


def by_name(one: Labelled, names: frozenset[str]) -> bool:
    """Return whether a provider is called as a field is, its entity left away; what it gives is not looked at."""
    said, entity = _plain(one.field.name), _plain(one.entity).removesuffix("s")
    return bool({said, said.removeprefix(entity)} & names)


def main() -> None:
    """Print the share that is right for each schema and each rival."""
    rivals = {"Faker's provider names": faker_names(), "mimesis's provider names": mimesis_names()}
    for path in sorted(LABELS.glob("*.tsv")):
        fields = list(labelled(path))
        told = list(guesses(fields))
        print(f"\n{path.stem} schemas")
        for schema in dict.fromkeys(one.schema for one in fields):
            print(f"  {schema:28}{_told([kind in one.right for one, kind, _ in told if one.schema == schema])}")
        print(f"  {'all of them':28}{_told([kind in one.right for one, kind, _ in told])}")
        for rival, names in rivals.items():
            if names:
                print(f"  {rival:28}{_told([by_name(one, names) for one, _, _ in told])}")
        if "--wrong" in sys.argv:
            for one, kind, why in told:
                if kind not in one.right:
                    where = f"{one.schema}.{one.entity}.{one.field.name}"
                    print(f"    {where}: {kind or '-'}, not {'|'.join(sorted(one.right))} ({why})")


if __name__ == "__main__":
    main()

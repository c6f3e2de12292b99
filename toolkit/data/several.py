"""Which rows a reference to many points to: one to three unless it is bounded, some rows oftener than others."""

from collections.abc import Callable

from toolkit.data.bench import Bench
from toolkit.data.chance import Chance
from toolkit.domain.solution import Entity, Field
from toolkit.errors import ToolkitError

USUAL = 3


def several(
    bench: Bench, entity: Entity, field: Field, chance: Chance, fits: Callable[[Field, str], bool]
) -> tuple[str, ...]:
    """Return the ids of different rows that fit. Raises ToolkitError if there are fewer than are needed."""
    keys = [key for key in bench.tables[field.several] if fits(field, key)]
    least = max(int(field.low or 0), int(field.required))
    if len(keys) < least:
        rule = f" where {field.where.text}" if field.where else ""
        raise ToolkitError(
            f"'{field.name}' of {entity.name} needs {least} of {field.several}{rule}, and there are {len(keys)}",
            where=f"entities.{entity.name}.{field.name}",
            fix=f"make more rows of {field.several}, or ask for fewer",
        )
    most = min(len(keys), int(field.high) if field.high is not None else max(least, USUAL))
    found: list[str] = []
    for _ in range(chance.whole(least, most)):
        left = [key for key in keys if key not in found]
        found.append(left[int(len(left) * chance.share() ** 1.6)])
    return tuple(key for key in keys if key in found)

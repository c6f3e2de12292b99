"""What a part of a spec may speak of while it is read, and where it says what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.domain.kinds import FieldType
from toolkit.domain.parts import Parts
from toolkit.domain.solution import ME, Entity, Field
from toolkit.domain.values import Value
from toolkit.spec.report import Report


@dataclass(frozen=True, slots=True)
class Known:
    """The types and kinds, the names of roles and entities, the entities that are read, and the report.

    `worked_out` are values that computed fields may have, by entity and name, while their types are found.
    """

    parts: Parts
    report: Report
    roles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    worked_out: Mapping[tuple[str, str], tuple[Value, ...]] = field(default_factory=dict)
    said_people: str = ""

    @property
    def people(self) -> str:
        """The entity whose rows are the people: the one said, else the one that `me` refers to, else one of persons."""
        every = self.entities.values()
        mine = (f.refers for entity in every for f in entity.fields.values() if f.refers and f.default == ME)
        named = (entity.name for entity in every if entity.title.type == "person")
        return self.said_people or next(mine, "") or next(named, "")

    def type_of(self, part: Field) -> FieldType | None:
        """Return a field's type; None for a reference."""
        return None if part.refers else self.parts.types.get(part.type)

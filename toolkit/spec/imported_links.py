"""What leads to what in something imported: references that only a name tells, and tables that only join others."""

import re
from collections.abc import Mapping
from dataclasses import replace

from toolkit.ports.importer import Imported, ImportedEntity, ImportedField
from toolkit.spec.imported_names import singular, words


def linked(found: Imported) -> Imported:
    """Return it with the references that names tell, and without the entities that say nothing of their own."""
    names = {singular(words(entity.name)): entity.name for entity in found.entities}
    entities = [_guessed(entity, names) for entity in found.entities]
    known = {entity.name for entity in entities}
    led = {field.refers for entity in entities for field in entity.fields}
    joins = [entity for entity in entities if entity.name not in led and _joins(entity, known)]
    kept = tuple(entity for entity in entities if entity not in joins)
    lost = (f"{entity.name}, which only joins {_ends(entity)}: many to many" for entity in joins)
    return replace(found, entities=kept, lost=(*found.lost, *lost))


def _guessed(entity: ImportedEntity, names: Mapping[str, str]) -> ImportedEntity:
    """Return an entity whose 'customer_id' leads to the customers, as in schemas that never say their foreign keys."""
    return replace(entity, fields=tuple(_led(field, entity, names) for field in entity.fields))


def _led(field: ImportedField, entity: ImportedEntity, names: Mapping[str, str]) -> ImportedField:
    told = re.fullmatch(r"(.+) id", words(field.name))
    target = names.get(singular(told[1]), "") if told else ""
    if target in {"", entity.name} or field.refers or field.options or field.moves:
        return field
    lost = "; ".join(part for part in (field.lost, "guessed from its name") if part)
    return replace(field, refers=target, lost=lost)


def _joins(entity: ImportedEntity, known: set[str]) -> bool:
    """Return whether an entity says nothing but which rows of others belong together."""
    own = [field for field in entity.fields if field.refers not in known and not _by_itself(field)]
    return not own and sum(field.refers in known for field in entity.fields) > 1


def _by_itself(field: ImportedField) -> bool:
    return field.type in {"date", "datetime"} and (field.default == "now" or any("set when" in r for r in field.rules))


def _ends(entity: ImportedEntity) -> str:
    return " and ".join(dict.fromkeys(field.refers for field in entity.fields if field.refers))

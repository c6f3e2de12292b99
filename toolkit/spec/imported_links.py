"""What leads to what in something imported: references that only a name tells, and tables that only join others."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.ports.importer import Imported, ImportedEntity, ImportedField, several_words
from toolkit.spec.imported_names import singular, words


def linked(found: Imported) -> Imported:
    """Return it with the references that names tell, and without the entities that only join two others."""
    names = {singular(words(entity.name)): entity.name for entity in found.entities}
    entities = [_guessed(entity, names) for entity in found.entities]
    known = {entity.name for entity in entities}
    led = {field.refers for entity in entities for field in entity.fields}
    joins = [entity for entity in entities if entity.name not in led and _joins(entity, known)]
    kept = [entity for entity in entities if entity not in joins]
    lost: list[str] = []
    for join in joins:
        ends = [field.refers for field in join.fields if field.refers in known]
        owner, other = _sides(join, ends) if len(ends) == 2 else ("", "")
        place = next((n for n, entity in enumerate(kept) if entity.name == owner), -1)
        if place < 0 or other not in {entity.name for entity in kept}:
            lost.append(f"{join.name}, which only joins {_ends(join)}: many to many")
        else:
            several = ImportedField(several_name(other, kept[place]), several=other, rules=("optional",))
            kept[place] = replace(kept[place], fields=(*kept[place].fields, several))
    return replace(found, entities=tuple(kept), lost=(*found.lost, *lost))


def several_name(other: str, entity: ImportedEntity) -> str:
    """Return what a field is called that holds several rows of another entity."""
    name = several_words(singular(words(other)))
    return f"related {name}" if other == entity.name or name in {words(f.name) for f in entity.fields} else name


def _sides(join: ImportedEntity, ends: Sequence[str]) -> tuple[str, str]:
    """Return whose rows hold the others: of 'film_actor' films, else of what is named first."""
    first, second = ends
    begins = words(join.name).startswith(singular(words(second))) and first != second
    return (second, first) if begins else (first, second)


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

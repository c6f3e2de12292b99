"""What was imported, tidied as a person would: names said once, one name for a person, no columns of machines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from toolkit.ports.importer import Imported, ImportedEntity, ImportedField
from toolkit.spec.fields import RESERVED
from toolkit.spec.imported_names import singular, words

OFTEN = 0.6
"""The share of entities that have a column which says when and by whom a row was written, and so says nothing."""
FEWEST = 3
"""Entities, at least, that have it."""
_AUDIT = re.compile(
    r"(last |row |date |time )?(updated?|modified|changed|created|inserted|added|deleted|creation|modification)"
    r"( (at|on|by|date|time|timestamp|user))?|row ?(version|guid|state)|version|(is )?deleted"
)
_MACHINE = re.compile(r"row ?(guid|version)|xmin")
_SECRET = re.compile(r"(.* )?(password|passwd|pwd|passcode|password (hash|salt)|salt|secret|api key|access token)")
_FIRST = {"first name", "firstname", "fname", "given name", "forename", "vorname", "prenom"}
_LAST = {"last name", "lastname", "lname", "family name", "surname", "nachname", "nom"}
_FLAG = re.compile(r"(is|has|can|allows?) \S.*|active|enabled|discontinued|archived|visible|published")
_DAY = re.compile(r"(.* )?(birth|hire|expiry|expiration|due)( ?date| ?day)?|dob|date of birth")
_PLACES = {"address"}


def tidied(found: Imported) -> Imported:
    """Return it without what only machines write, with names said once, and a person's name in one."""
    common = _common(found.entities)
    lost = [*found.lost]
    if common:
        lost.append(f"{', '.join(sorted(common))}, which nearly every entity has")
    entities = []
    for entity in found.entities:
        kept = [field for field in entity.fields if words(field.name) not in common]
        own = f"{singular(words(entity.name))} id"
        kept = [f for f in kept if not _MACHINE.fullmatch(words(f.name)) and (f.refers or words(f.name) != own)]
        secret = [field for field in kept if _SECRET.fullmatch(words(field.name))]
        lost += [f"{entity.name}.{field.name}: nobody is to type one into a prototype" for field in secret]
        plain = [_plainer(field) for field in kept if field not in secret]
        entities.append(_renamed(_with_person(replace(entity, fields=tuple(plain)))))
    return replace(found, entities=tuple(entities), lost=tuple(lost))


def _common(entities: Sequence[ImportedEntity]) -> set[str]:
    """Return the columns that most entities have only to say when and by whom a row was written."""
    counts: dict[str, int] = {}
    for entity in entities:
        for name in {words(field.name) for field in entity.fields if not field.refers}:
            counts[name] = counts.get(name, 0) + 1
    least = max(FEWEST, OFTEN * len(entities))
    return {name for name, count in counts.items() if count >= least and _AUDIT.fullmatch(name)}


def _plainer(field: ImportedField) -> ImportedField:
    """Return a field whose name says more than its type: a number that is a yes or no, a moment that is a day."""
    name = words(field.name)
    bounded = any(".." in rule for rule in field.rules)
    if field.type == "number" and not (field.refers or field.options or bounded) and _FLAG.fullmatch(name):
        return replace(field, type="yes/no")
    if field.type == "datetime" and not field.default and _DAY.fullmatch(name):
        return replace(field, type="date")
    return field


def _with_person(entity: ImportedEntity) -> ImportedEntity:
    """Return an entity whose first and last names are one name of a person."""
    parts = {words(field.name): field for field in entity.fields if _is_plain(field)}
    first = next((field for name, field in parts.items() if name in _FIRST), None)
    last = next((field for name, field in parts.items() if name in _LAST), None)
    if first is None or last is None:
        return entity
    taken = {words(field.name) for field in entity.fields}
    optional = ("optional",) if "optional" in first.rules and "optional" in last.rules else ()
    name = "full name" if "name" in taken else "name"
    person = ImportedField(name, "person", rules=optional, lost="first and last name in one")
    place = min(entity.fields.index(first), entity.fields.index(last))
    rest = [field for field in entity.fields if field not in (first, last)]
    rows = tuple(dict(_joined(row, (first.name, last.name), name)) for row in entity.rows)
    return replace(entity, fields=(*rest[:place], person, *rest[place:]), rows=rows)


def _is_plain(field: ImportedField) -> bool:
    return field.type == "text" and not (field.refers or field.options or field.pattern or "unique" in field.rules)


def _joined(row: Mapping[str, str], parts: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    if all(part in row for part in parts):
        yield name, " ".join(row[part] for part in parts if row[part])
    yield from ((key, value) for key, value in row.items() if key not in parts)


def _renamed(entity: ImportedEntity) -> ImportedEntity:
    """Return an entity whose fields do not say again what it is called: 'category name' of a category is its name."""
    taken = {words(field.name) for field in entity.fields}
    names: dict[str, str] = {}
    for field in entity.fields:
        short = _shorter(field, entity)
        if short and short not in taken:
            taken.add(short)
            names[field.name] = short
    fields = tuple(
        replace(f, name=names.get(f.name, f.name), apart=tuple(names.get(n, n) for n in f.apart)) for f in entity.fields
    )
    rows = tuple({names.get(name, name): value for name, value in row.items()} for row in entity.rows)
    return replace(entity, fields=fields, rows=rows)


def _shorter(field: ImportedField, entity: ImportedEntity) -> str:
    """Return a shorter name for a field, or nothing."""
    name, about = words(field.name), singular(words(entity.name))
    if field.refers or field.moves:
        return ""
    if name == about:
        return "name" if field.type == "text" and name not in _PLACES else ""
    starts = (f"{about} ", f"{about.rpartition(' ')[2]} ")
    short = next((name.removeprefix(start) for start in starts if name.startswith(start)), "")
    if short in RESERVED | {"number", "no", "nr"} or not re.match(r"[^\W\d]{2}", short):
        return ""
    return short

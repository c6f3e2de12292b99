"""People: names, and the addresses and numbers that go with them, none of which can reach anybody."""

from toolkit.data.addressing import filled
from toolkit.data.bench import Bench, Made
from toolkit.data.chance import Chance
from toolkit.data.names import names_of
from toolkit.data.naming import listed, words_of
from toolkit.data.reserved import forms
from toolkit.data.towns import country_of
from toolkit.domain.solution import Entity, Field

_GIVEN = listed("vorname prénom prenom nombre")
_FAMILY = listed("surname lastname nachname nom apellido apellidos")
_FIRST, _LAST, _NAME, _USER = "first", "last", "name", listed("username login handle benutzername")


def part_of_name(field: Field) -> str:
    """Return which part of a name a field of text holds: given, family, user, whole or none."""
    words = words_of(field.name)
    if words & _USER or {"user", _NAME} <= words:
        return "user"
    if words & _GIVEN or {_FIRST, _NAME} <= words or words == {"given", _NAME}:
        return "given"
    if words & _FAMILY or {_LAST, _NAME} <= words or {"family", _NAME} <= words:
        return "family"
    return "whole" if {"full", _NAME} <= words else ""


def name_in(bench: Bench, entity: Entity, row: Made) -> tuple[str, str]:
    """Return the given and the family name that a row is about: its person's, else a hidden person's."""
    person = next((f for f in entity.fields.values() if f.type == "person" and not f.computed), None)
    chance = bench.chance(entity.name, str(row["id"]), person.name if person else "person")
    whole, given, family = bench.words.person(chance.stream)
    said = str(row.get(person.name) or "") if person else whole
    return names_of(bench.words.locale).split(said) if said and said != whole else (given, family)


def address(bench: Bench, entity: Entity, row: Made, attempt: int) -> str:
    """Return an e-mail address in a domain kept for examples, made of the name in the same row."""
    return f"{user_name(bench, entity, row, attempt)}@example.com"


def user_name(bench: Bench, entity: Entity, row: Made, attempt: int) -> str:
    """Return the name in letters for addresses; the row's own id where the script has no such letters."""
    given, family = name_in(bench, entity, row)
    letters = ".".join(part for part in (bench.words.letters(given), bench.words.letters(family)) if part)
    return f"{letters or row['id']}{attempt + 1 if attempt else ''}"


def phone(bench: Bench, chance: Chance) -> str:
    """Return a number that reaches nobody."""
    line, mobile, _ = forms(country_of(bench.words.locale))
    return filled(mobile if mobile.startswith(("+44", "+33")) else line, chance.whole(0, 10**9 - 1))


def borrowed(bench: Bench, entity: Entity, field: Field, row: Made) -> str:
    """Return the address or number of the person whose row it is, if that person has one."""
    owner = entity.owner
    if owner is None or owner not in bench.references[entity.name] or not row.get(owner.name):
        return ""
    person = bench.tables[owner.refers].get(str(row[owner.name]), {})
    same = (f.name for f in bench.entities[owner.refers].fields.values() if f.type == field.type)
    return next((str(person[name]) for name in same if person.get(name)), "")

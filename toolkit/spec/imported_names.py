"""Names that other tools gave, made into names that a spec can have and a person would say."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from toolkit.domain.values import slug
from toolkit.ports.importer import ImportedEntity
from toolkit.spec.entities import plural
from toolkit.spec.fields import RESERVED

LONGEST = 60
_PEOPLE = {"people": "person", "children": "child", "men": "man", "women": "woman"}
_SAME = {"series", "species", "news", "lens", "means", "sales", "details", "analysis", "kurs"}
_SHOUTED = re.compile(r"[A-Z]{4,}|[A-Z]{2,}(_[A-Z0-9]+)+")


def plain(text: str) -> str:
    """Return a text in one line, without anything that cannot be printed."""
    whole = unicodedata.normalize("NFC", text)
    return " ".join("".join(c if c.isprintable() else " " for c in whole).split())


def words(name: str) -> str:
    """Return a name as its words, in small letters: 'OrderDetails', 'order_details' and 'ORDER-DETAILS' are one."""
    text = re.sub(r"\b([Ee])[- ]([Mm]ail)", r"\1\2", plain(name))
    text = re.sub(r"([a-z\d])([A-Z])", r"\1 \2", text)
    text = re.sub(r"([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    return " ".join(re.sub(r"[\W_]+", " ", text).split())[:LONGEST].strip().lower()


def singular(name: str) -> str:
    """Return what one of these is called: 'customers' -> 'customer', 'order details' -> 'order detail'."""
    before, _, last = name.rpartition(" ")
    if last in _PEOPLE:
        one = _PEOPLE[last]
    elif last in _SAME - {"sales", "details"} or not re.search(r"[^aisu']s$|[aeo]s$", last) or len(last) < 4:
        one = last
    elif re.search(r"[^aeiou]ies$", last):
        one = f"{last[:-3]}y"
    else:
        one = last[:-2] if re.search(r"(ss|x|z|ch|sh)es$", last) else last[:-1]
    return f"{before} {one}".strip()


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def entity_names(entities: Iterable[ImportedEntity]) -> dict[str, str]:
    """Return the name of each entity in the spec, by its name in the file; no two screens get one name, either."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for entity in entities:
        name = singular(words(entity.name)) or "thing"
        name = capital(name if name[0].isalpha() else f"item {name}")
        number, tried = 1, name
        while _screens(tried) & taken:
            number += 1
            tried = f"{name} {number}"
        taken |= _screens(tried)
        found[entity.name] = tried
    return found


def _screens(name: str) -> set[str]:
    """Return the keys of what an entity of this name is shown by: its list, its detail and its form."""
    return {slug(name), slug(written(name).partition(" (")[2] or plural(name)), slug(f"New {name}")}


def written(name: str) -> str:
    """Return an entity's name with its plural, where that is irregular: 'Person (People)'."""
    before, _, last = name.rpartition(" ")
    several = {one: many for many, one in _PEOPLE.items()}.get(last.casefold())
    return f"{name} ({capital(f'{before} {several}'.strip())})" if several else name


def field_name(name: str, entity: str, *, refers: str, taken: Iterable[str]) -> str:
    """Return a field's name in the spec; a reference is called by what it leads to: 'customer_id' -> 'customer'."""
    found = words(name)
    if refers:
        found = re.sub(r"^fk | (id|fk|uuid|key|ref)$", "", found)
        found = words(refers) if found in {"", "id", "fk", "uuid", "key", "ref"} else found
    found = found or "value"
    found = found if found[0].isalpha() else f"field {found}"
    found = f"{entity.casefold()} {found}" if found in RESERVED else found
    number, tried, known = 1, found, {slug(t) for t in taken}
    while slug(tried) in known:
        number += 1
        tried = f"{found} {number}"
    return tried


def field_names(entity: ImportedEntity, names: Mapping[str, str]) -> list[str]:
    """Return the names of an entity's fields in the spec; `names` are those of the entities."""
    taken: list[str] = []
    for field in entity.fields:
        taken.append(field_name(field.name, names[entity.name], refers=names.get(field.refers, ""), taken=taken))
    return taken


def readable(options: Iterable[str]) -> dict[str, str]:
    """Return what people call each option: 'IN_PROGRESS' -> 'In progress'; an abbreviation stays."""
    found: dict[str, str] = {}
    for option in map(plain, options):
        said = option
        if _SHOUTED.fullmatch(option) or re.fullmatch(r"[a-z]+(_[a-z\d]+)*", option):
            said = capital(option.replace("_", " ").lower())
        elif re.fullmatch(r"[a-z]+([A-Z][a-z]+)+", option):
            said = capital(words(option))
        said = said if slug(said) not in {slug(other) for other in found.values()} else option
        if option and option not in found and said not in found.values():
            found[option] = said
    return found


def state_names(states: Iterable[str]) -> dict[str, str]:
    """Return what people call each state; 'any' is a word of the spec."""
    found: dict[str, str] = {}
    for state in states:
        name = capital(words(state)) or "State"
        name = f"{name} state" if name == "Any" else name
        number, tried = 1, name
        while tried in found.values():
            number += 1
            tried = f"{name} {number}"
        found[state] = tried
    return found

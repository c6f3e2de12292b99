"""Towns that lie where their row says: a city that refers to a country is one of that country."""

from toolkit.data.bench import Bench
from toolkit.data.chance import marked, mixed
from toolkit.data.nations import country_meant
from toolkit.data.towns import towns_of
from toolkit.domain.solution import Entity, Field
from toolkit.domain.values import Value

LARGEST = 8
"""So many towns of a country, the first of which are its largest, are enough."""


def settle(bench: Bench) -> None:
    """Give each town that refers to a country the name of one that lies there, where its name is free to choose."""
    for entity in bench.entities.values():
        if not _is_free(entity.title) or bench.meaning(entity, entity.title).kind != "city":
            continue
        for link in bench.references[entity.name]:
            country = bench.entities[link.refers].title
            if bench.meaning(bench.entities[link.refers], country).kind == "country":
                _settled(bench, entity, link, country)


def _is_free(title: Field) -> bool:
    return title.type == "text" and not (title.options or title.pattern or title.compares)


def _settled(bench: Bench, entity: Entity, link: Field, country: Field) -> None:
    title, taken, given = entity.title, set[Value](), bench.given[entity.name]
    for key, row in bench.tables[entity.name].items():
        there = bench.tables[link.refers].get(str(row.get(link.name)), {}).get(country.name)
        code = country_meant(str(there)) if there else ""
        names = [town.called(bench.words.locale[:2]) for town in towns_of(code)] if code else []
        fitting = [name for name in names if title.high is None or len(name) <= title.high][:LARGEST]
        said = title.name in given.get(key, frozenset()) or row.get(title.name) is None
        if fitting and not said:
            at = mixed(bench.cell(entity.name, key, title.name) ^ marked("home"))
            turned = [fitting[(at + n) % len(fitting)] for n in range(len(fitting))]
            new = [name for name in turned if name not in taken]
            if new or not title.unique:
                row[title.name] = (new or turned)[0]
        taken.add(row.get(title.name))

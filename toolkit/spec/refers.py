"""Names inside the settings of a screen: found by their marks, and held against what the spec has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from toolkit.domain.kinds import Parts, Refers
from toolkit.domain.solution import Entity
from toolkit.spec.entities import samples_for
from toolkit.spec.expressions import condition
from toolkit.spec.report import Report
from toolkit.spec.shapes import arms, members
from toolkit.spec.text import Node


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the settings: what it must be the name of, the way to it, and the keys of mappings on that way."""

    to: str
    name: str
    steps: tuple[str, ...]
    keys: tuple[str, ...] = ()


def mentions(annotation: Any, value: Any, at: Mention) -> Iterator[Mention]:  # noqa: ANN401 -- any settings
    """Yield every marked name in a value; `at` says where we are."""
    if value is None or value == "":
        return
    for mark in _marks(annotation):
        if isinstance(value, str):
            yield Mention(mark.to, value, at.steps, at.keys)
    for arm in arms(annotation):
        yield from _below(arm, value, at)


def _marks(annotation: Any) -> Iterator[Refers]:  # noqa: ANN401 -- any annotation
    if get_origin(annotation) is Annotated:
        yield from (mark for mark in get_args(annotation)[1:] if isinstance(mark, Refers))
        yield from _marks(get_args(annotation)[0])
    elif get_origin(annotation) is not None and not isinstance(get_origin(annotation), type):
        for arm in get_args(annotation):
            yield from _marks(arm)


def _below(arm: Any, value: Any, at: Mention) -> Iterator[Mention]:  # noqa: ANN401 -- any settings
    inner = get_args(arm)
    if isinstance(value, Mapping) and len(inner) == 2:
        for key, part in value.items():
            steps = Mention("", "", (*at.steps, str(key)), at.keys)
            yield from mentions(inner[0], key, steps)
            yield from mentions(inner[1], part, Mention("", "", steps.steps, (*at.keys, str(key))))
    elif isinstance(value, tuple | list | set | frozenset) and inner:
        for place, part in enumerate(value):
            yield from mentions(inner[0], part, Mention("", "", (*at.steps, str(place)), at.keys))
    elif isinstance(value, BaseModel) or hasattr(type(value), "__pydantic_fields__"):
        for name, annotation in members(type(value)).items():
            attribute = _attribute(type(value), name)
            yield from mentions(annotation, getattr(value, attribute), Mention("", "", (*at.steps, name), at.keys))


def _attribute(model: Any, name: str) -> str:  # noqa: ANN401 -- any model
    fields = getattr(model, "model_fields", None) or model.__pydantic_fields__
    return next((attribute for attribute, info in fields.items() if info.alias == name), name)


@dataclass(frozen=True, slots=True)
class Names:
    """What there is to refer to in one app."""

    parts: Parts
    entities: Mapping[str, Entity]
    screens: tuple[str, ...]
    roles: tuple[str, ...]
    report: Report


def check_settings(settings: object, entity: Entity | None, node: Node, names: Names) -> None:
    """Report the names in a screen's settings that lead nowhere."""
    for mention in mentions(type(settings), settings, Mention("", "", ())):
        _check(mention, entity, node.at(*mention.steps), names)


def _check(mention: Mention, entity: Entity | None, node: Node, names: Names) -> None:
    match mention.to:
        case "screen" if mention.name not in names.screens:
            names.report.unknown("screen", mention.name, node, names.screens)
        case "entity" if mention.name not in names.entities:
            names.report.unknown(
                "entity", mention.name, node, names.entities, key=1 if node.path[-1:] == (mention.name,) else 0
            )
        case "role" if mention.name not in names.roles:
            names.report.unknown("role", mention.name, node, names.roles)
        case "field" | "order" | "condition" | "field of key":
            about = _about(mention, entity, names)
            if about is not None:
                _check_within(mention, about, node, names)


def _about(mention: Mention, entity: Entity | None, names: Names) -> Entity | None:
    """Return the entity whose fields are meant: that of the nearest key which is one, else the screen's."""
    if mention.to == "field of key":
        return next((names.entities[key] for key in reversed(mention.keys) if key in names.entities), None)
    return entity


def _check_within(mention: Mention, entity: Entity, node: Node, names: Names) -> None:
    if mention.to == "condition":
        condition(mention.name, samples_for(entity, names.parts), node, report=names.report)
        return
    name = mention.name.removeprefix("-") if mention.to == "order" else mention.name
    if name not in entity.fields:
        offset = len(mention.name) - len(name)
        places = [item for item in node.items if item.text == mention.name]
        place = places[0] if places else node
        if place.text != mention.name and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", place.text)):
            offset = found.start()
        names.report.unknown("field", name, place, list(entity.fields), offset=offset)

"""Names inside the settings of a screen: found by their marks, and held against what the spec has."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from toolkit.domain.kinds import Refers
from toolkit.domain.solution import Entity
from toolkit.spec.expressions import condition, samples_for
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.prose import check_prose
from toolkit.spec.report import Report
from toolkit.spec.shapes import arms, members


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the settings: what it must be the name of, the way to it, and the keys of mappings on that way."""

    to: str
    name: str
    steps: tuple[str, ...]
    keys: tuple[str, ...] = ()


def mentions(annotation: Any, value: Any, at: Mention) -> Iterator[Mention]:
    """Yield every marked name in a value; `at` says where we are."""
    if value is None or value == "":
        return
    for mark in _marks(annotation):
        if isinstance(value, str):
            yield Mention(mark.to, value, at.steps, at.keys)
    for arm in arms(annotation):
        yield from _below(arm, value, at)


def _marks(annotation: Any) -> Iterator[Refers]:
    if get_origin(annotation) is Annotated:
        yield from (mark for mark in get_args(annotation)[1:] if isinstance(mark, Refers))
        yield from _marks(get_args(annotation)[0])
    elif get_origin(annotation) is not None and not isinstance(get_origin(annotation), type):
        for arm in get_args(annotation):
            yield from _marks(arm)


def _below(arm: Any, value: Any, at: Mention) -> Iterator[Mention]:
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


def _attribute(model: Any, name: str) -> str:
    fields = getattr(model, "model_fields", None) or model.__pydantic_fields__
    return next((attribute for attribute, info in fields.items() if info.alias == name), name)


def check_settings(settings: object, entity: Entity | None, node: Node, known: Known, screens: Collection[str]) -> None:
    """Report the names in a screen's settings that lead nowhere."""
    for mention in mentions(type(settings), settings, Mention("", "", ())):
        place = node.at(*mention.steps)
        about = _about(mention, entity, known)
        match mention.to:
            case "screen":
                _check_name("screen", mention.name, place, screens, report=known.report)
            case "prose":
                check_prose(mention.name, place, screens, known.report)
            case "entity" | "role":
                names = known.entities if mention.to == "entity" else known.roles
                _check_name(mention.to, mention.name, place, names, report=known.report)
            case "condition" if about is not None:
                condition(mention.name, samples_for(about, known), place, known.report)
            case "order" if about is not None:
                _check_name("field", mention.name.removeprefix("-"), place, about.fields, report=known.report)
            case "field" | "field of key" if about is not None:
                _check_name("field", mention.name, place, about.fields, report=known.report)


def _about(mention: Mention, entity: Entity | None, known: Known) -> Entity | None:
    """Return the entity whose fields are meant: the screen's, or the one that is the key on the way."""
    if mention.to == "field of key":
        return next((known.entities[key] for key in reversed(mention.keys) if key in known.entities), None)
    return entity


def _check_name(what: str, name: str, node: Node, names: Collection[str], *, report: Report) -> None:
    """Report a name that is none of these, at its very place: a key, a text, or a word in one."""
    if name in names:
        return
    if node.path[-1:] == (name,):
        report.unknown(what, name, node.name, names)
        return
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", node.text)
    report.unknown(what, name, node.after(found.start() if found else 0), names)

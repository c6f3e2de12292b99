"""Carrying a setting along: a view whose links all keep one setting of the address."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from toolkit.domain.action import Go

Part = TypeVar("Part")


def carrying(part: Part, name: str, value: str) -> Part:
    """Return a part of a view in which whatever goes to a place goes there with this setting."""
    found: Any = part
    if isinstance(found, Go):
        found = found if found.role else replace(found, place=found.place.with_(**{name: value}))
    elif isinstance(found, tuple):
        items = tuple(carrying(item, name, value) for item in found)
        found = items if any(new is not old for new, old in zip(items, found, strict=True)) else found
    elif is_dataclass(found) and not isinstance(found, type):
        every = {one.name: getattr(found, one.name) for one in fields(found)}
        changed = {key: new for key, old in every.items() if (new := carrying(old, name, value)) is not old}
        found = replace(found, **changed) if changed else found
    kept: Part = found
    return kept

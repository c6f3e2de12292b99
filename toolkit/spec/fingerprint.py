"""Fingerprints of a spec, element by element, so that it can be said which part of it was changed since."""

from collections.abc import Mapping
from typing import Any

from toolkit.domain.canonical import fingerprint

_EACH = {
    "goals": "goal",
    "tasks": "task",
    "options": "option",
    "entities": "entity",
    "screens": "screen",
    "roles": "role",
    "questions": "question",
}
WHOLE = "spec"


def fingerprints(tree: Mapping[str, Any]) -> dict[str, str]:
    """Return the sha256 of every element of a spec by its name: 'goal:late is found fast', 'data', and 'spec' for all.

    The order in which things are said counts, for a prototype shows it; comments, quotes and line breaks do not.
    """
    found = {WHOLE: fingerprint(_ordered(tree))}
    for section, part in tree.items():
        if section not in _EACH:
            found[section] = fingerprint(_ordered(part))
        elif isinstance(part, Mapping):
            found |= {f"{_EACH[section]}:{name}": fingerprint(_ordered(value)) for name, value in part.items()}
        else:
            found |= {f"{_EACH[section]}:{name}": fingerprint(None) for name in part or ()}
    return dict(sorted(found.items()))


def _ordered(value: object) -> object:
    """Return mappings as lists of pairs, so that their order counts; they differ from lists by their mark."""
    if isinstance(value, Mapping):
        return {"map": [[str(name), _ordered(part)] for name, part in value.items()]}
    return [_ordered(part) for part in value] if isinstance(value, list | tuple) else value

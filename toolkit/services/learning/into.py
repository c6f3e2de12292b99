"""What was learnt, laid into a spec that is there: everything a person wrote stays, with its comments."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from toolkit.domain.values import slug
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins
from toolkit.services.learning.lesson import Lesson
from toolkit.services.workspace import refuse_frozen
from toolkit.spec.reading import read_text

SPREADS = ("weights", "normal around", "lognormal around", "seasonal")
_SHARES = ("% empty", "% yes")


@dataclass(frozen=True, slots=True)
class Merged:
    """The spec's new text, and which fields were added, which got a rule more, and which were left as they are."""

    text: str
    added: tuple[str, ...]
    told: tuple[str, ...]
    left: tuple[str, ...]


def lay_into(spec: Path, lesson: Lesson, plugins: Plugins) -> Merged:
    """Write what was learnt into a spec. Raises ToolkitError where there is none, or where it would have mistakes."""
    refuse_frozen(spec, "showtell data learn FILE ENTITY --into {}")
    try:
        merged = merge(spec.read_text("utf-8"), lesson)
    except OSError as error:
        fix = "name a spec that is there, and that you may write to"
        raise ToolkitError(f"there is no spec to learn for: {error.strerror}", where=str(spec), fix=fix) from error
    found = read_text(merged.text, str(spec), plugins.parts)
    if found.solution is None:
        first = next(finding for finding in found.findings if finding.severity == "error")
        what = f"the spec would have a mistake then, so it was left as it is: {first.message}"
        raise ToolkitError(what, where=str(spec), fix=first.fix or "mend the spec first: showtell check")
    spec.write_text(merged.text, "utf-8")
    return merged


def merge(text: str, lesson: Lesson) -> Merged:
    """Return a spec's text with what was learnt. Raises ToolkitError for one whose entities cannot be read."""
    yaml = YAML()
    yaml.preserve_quotes, yaml.width = True, 10_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        tree = yaml.load(text)
    except YAMLError as error:
        raise ToolkitError("the spec cannot be read", where="spec", fix="see: showtell check") from error
    entities = tree.setdefault("entities", CommentedMap()) if isinstance(tree, CommentedMap) else None
    if not isinstance(entities, CommentedMap):
        raise ToolkitError("the spec has no entities to learn for", where="entities", fix="see: showtell check")
    name = next((key for key in entities if slug(str(key).partition("(")[0]) == slug(lesson.entity)), lesson.entity)
    if not isinstance(entities.get(name), CommentedMap):
        entities[name] = CommentedMap()
    added, told, left = [], [], []
    for field, line in lesson.fields.items():
        known = next((key for key in entities[name] if slug(str(key)) == slug(field)), None)
        if known is None:
            _add(entities[name], field, line, lesson.comments.get(field, ""))
            added.append(field)
        elif rules := _missing(entities[name][known], yaml.load(line)):
            entities[name][known] = f"{entities[name][known]}, {', '.join(rules)}"
            told.append(str(known))
        else:
            left.append(str(known))
    written = io.StringIO()
    yaml.dump(tree, written)
    return Merged(written.getvalue(), tuple(added), tuple(told), tuple(left))


def _add(fields: CommentedMap, name: str, line: str, comment: str) -> None:
    loaded: Any = YAML().load(line)
    fields[name] = loaded
    if comment:
        fields.yaml_add_eol_comment(comment, name)


def _missing(there: object, learnt: object) -> list[str]:
    """Return the rules on how values are spread that a line of the same type does not have yet."""
    if not isinstance(there, str) or not isinstance(learnt, str) or " = " in there or there.startswith("="):
        return []
    own, new = there.split(", "), learnt.split(", ")
    if _head(own[0]) != _head(new[0]) or any(_spreads(rule) for rule in own):
        return []
    if _head(own[0]) == "one of":
        return [rule for rule in _weights(own, new) if rule]
    return [rule for rule in new[1:] if _spreads(rule) and ("empty" not in rule or "optional" in own)]


def _head(text: str) -> str:
    return "one of" if text.startswith("one of ") else text


def _spreads(rule: str) -> bool:
    return rule.startswith(SPREADS) or rule.endswith(_SHARES)


def _weights(own: list[str], new: list[str]) -> Iterator[str]:
    """Yield the weights of options in the order in which the spec has them, if they are the same ones."""
    options, learnt = ([part.removeprefix("one of ") for part in parts] for parts in (own, new))
    said = next((part for part in learnt if part.startswith("weights ")), "")
    shares = dict(zip(learnt, said.removeprefix("weights ").split("/"), strict=False)) if said else {}
    known = [option for option in options if option in shares]
    if said and set(known) == set(shares):
        yield f"weights {'/'.join(shares[option] for option in known)}"

"""A tree held against a model: what does not fit is reported at its line and left out, and the rest is read."""

import types
from collections.abc import Hashable, Iterator
from functools import lru_cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from toolkit.spec.node import Node
from toolkit.spec.report import Report, suggestion

T = TypeVar("T")
Detail = dict[str, Any]
"""What pydantic says of one mistake: its type, its place (loc), a message and more (ctx)."""
ROUNDS = 12
"""After so many rounds of leaving out what does not fit, the part is given up."""

_WANTED = {
    "string_type": "a text",
    "dict_type": "names with values",
    "model_type": "names with values",
    "model_attributes_type": "names with values",
    "dataclass_type": "names with values",
    "list_type": "a list",
    "tuple_type": "a list",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
}


def fit(node: Node, model: type[T], report: Report, *, also: tuple[str, ...] = ()) -> tuple[T | None, Node]:
    """Return the model's value of a tree and the part of the tree it was made from.

    `also` are keys that may stand there besides the model's own; they only show in suggestions.
    """
    adapter: TypeAdapter[T] = _adapter(cast(Hashable, model))
    for _ in range(ROUNDS):
        try:
            return adapter.validate_python(node.plain()), node
        except ValidationError as error:
            wrong = _wrong(node, error)
        lists = [steps for steps, detail in wrong.items() if _one_of_a_list(node.at(*steps), detail)]
        for steps in lists:
            node = node.changed(steps, node.at(*steps).as_list())
        if lists:
            continue
        for steps, detail in wrong.items():
            beside = detail["type"] == "extra_forbidden"
            known = [*keys_at(model, steps[:-1] if beside else steps), *(also if beside and len(steps) == 1 else ())]
            _report(node.at(*steps), detail, known, report)
        for steps in sorted(wrong, key=_in_list_order, reverse=True):
            if not steps:
                return None, node
            report.dropped.add(steps[-1])
            node = node.without(steps)
    return None, node


@lru_cache(maxsize=128)
def _adapter(model: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, model))


def _one_of_a_list(node: Node, detail: Detail) -> bool:
    """Return whether one text stands where a list is wanted: `sort: due` for `sort: [due]`."""
    return detail["type"] in {"list_type", "tuple_type"} and isinstance(node.value, str)


def _in_list_order(steps: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Return what sorts the second item of a list before the tenth, so that the last is taken out first."""
    return tuple((int(step), "") if step.isdigit() and len(step) < 9 else (-1, step) for step in steps)


def _wrong(node: Node, error: ValidationError) -> dict[tuple[str, ...], Detail]:
    """Return the first error by the part of the tree that is to be left out."""
    found: dict[tuple[str, ...], Detail] = {}
    for detail in error.errors(include_url=False, include_input=False):
        found.setdefault(_steps(node, detail["loc"]), dict(detail))
    return found


def _steps(node: Node, loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the way to an error in the tree; what pydantic adds for unions and keys is passed over."""
    steps: list[str] = []
    for step in map(str, loc):
        found = node.step(step)
        if found is not None:
            steps.append(step)
            node = found
    return tuple(steps)


def _report(node: Node, detail: Detail, known: list[str], report: Report) -> None:
    """Report that a node does not fit; `known` are the keys that may stand beside it, if it is one, else in it."""
    name, kind = _name(node), detail["type"]
    inside = f" in '{node.path[-2]}'" if len(node.path) > 1 else ""
    if kind == "extra_forbidden":
        fix = suggestion(name, known)
        if node.value is None and " " in name and not fix.startswith("did"):
            fix = "if the comma before it belongs to a text, put that text in double quotes; " + fix
        report.add("unknown-key", node.name, f"'{name}' is not known{inside}", fix=fix)
    elif kind == "missing":
        lacking = str(detail["loc"][-1])
        report.add("key-missing", node.name, f"'{name}' does not say '{lacking}'", fix=f"add: {lacking}: ...")
    elif kind == "literal_error":
        expected = str(detail.get("ctx", {}).get("expected", ""))
        report.add("not-one-of", node, f"'{node.text}' is not known for '{name}'", fix=f"use {expected}")
    elif node.value is None:
        report.add("empty-value", node.name, f"'{name}' is empty", fix="say something after the ':', or leave it out")
    else:
        wanted = _WANTED.get(kind)
        said, _, fix = (f"must be {wanted}" if wanted else _lower(detail["msg"])).partition("; ")
        report.add("wrong-shape", node, f"'{name}' {said}", fix=fix or _shape(wanted, known))


def _shape(wanted: str | None, known: list[str]) -> str:
    """Return what to write where the shape is wrong; `known` are the keys that may stand there."""
    if known:
        return f"write {{{', '.join(f'{key}: ...' for key in known)}}}"
    named = wanted == _WANTED["dict_type"]
    return "give each a name: {NAME: ...}" if named else f"write {wanted or 'a value that fits'}"


def _name(node: Node) -> str:
    return node.path[-1] if node.path else "the spec"


def _lower(message: str) -> str:
    message = message.removeprefix("Value error, ").replace("Input should ", "must ")
    return message[:1].lower() + message[1:]


def keys_at(model: Any, steps: tuple[str, ...]) -> list[str]:
    """Return the keys that a model knows at the end of these steps."""
    found = [model]
    for step in steps:
        found = [part for annotation in found for part in _inside(annotation, step)]
    return [name for annotation in found for name in members(annotation)]


def members(annotation: Any) -> dict[str, Any]:
    """Return a model's parts by the name they have in a spec; none for anything that is no model."""
    members: dict[str, Any] = {}
    for arm in arms(annotation):
        fields = getattr(arm, "model_fields", None) or getattr(arm, "__pydantic_fields__", None) or {}
        hints = get_type_hints(arm, include_extras=True) if fields else {}
        members |= {info.alias or name: hints.get(name, info.annotation) for name, info in fields.items()}
    return members


def arms(annotation: Any) -> Iterator[Any]:
    """Yield the annotation without its marks, a union as its members."""
    if get_origin(annotation) is Annotated:
        yield from arms(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType}:
        for arm in get_args(annotation):
            yield from arms(arm)
    else:
        yield annotation


def _inside(annotation: Any, step: str) -> Iterator[Any]:
    """Yield what may stand at one step below an annotation."""
    for arm in arms(annotation):
        origin, inner = get_origin(arm), get_args(arm)
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            yield from [part for name, part in members(arm).items() if name == step]
        elif origin is not None and inner:
            yield inner[-1] if hasattr(origin, "keys") else inner[0]

"""Writes a screen of a spec as Python: the shortest text that draws what the spec draws, tried before it is given."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from pydantic import BaseModel

from toolkit.domain.action import filled
from toolkit.domain.flow import Flow
from toolkit.domain.machine import Machine
from toolkit.domain.many import several
from toolkit.domain.rules import CodeError
from toolkit.domain.solution import Screen
from toolkit.domain.state import State
from toolkit.domain.values import element_id
from toolkit.domain.view import Form, Table, View
from toolkit.errors import ToolkitError
from toolkit.languages import language
from toolkit.printing.environment import environment
from toolkit.services.checking.drawing import states_of
from toolkit.services.code.marks import marked, parts_of
from toolkit.services.code.running import Troubles
from toolkit.services.code.screens import app_of, compose_of

WIDTH = 110
OTHER = language("de")
"""A language that is no English, in which a text has to draw the same, too."""
ANY = "screen"
"""The template for kinds that have none of their own, and for screens that theirs does not fit."""


def written(machine: Machine, screen: Screen, path: Path, workspace: Path) -> str:
    """Return the text of a screen in Python. Raises ToolkitError if nothing draws the same."""
    env = environment(workspace).overlay()
    env.filters["literal"], env.filters["between_quotes"] = literal, between_quotes
    about = _about(machine, screen)
    for name in (screen.kind, ANY):
        try:
            text = env.get_template(f"eject/{name}.py.jinja").render(about)
        except TemplateError:  # there is none for this kind, or it has no words for what the spec says of this screen
            continue
        if draws_the_same(machine, screen, text, path):
            return marked(text, parts_of(app_of(machine.solution, machine.option), screen.name))
    fix = "see templates/eject/screen.py.jinja: a template of your own may lie in its place"
    raise ToolkitError(f"the screen '{screen.name}' cannot be written as Python", where=str(path), fix=fix)


def draws_the_same(machine: Machine, screen: Screen, text: str, path: Path) -> bool:
    """Return whether a text draws every view of a screen, for every role and in every state, as its kind does."""
    try:
        own = compose_of(path, Troubles(), text)
    except CodeError:
        return False
    kind, drawn = _drawing_by(machine, {}), _drawing_by(machine, {screen.name: own})
    if any(kind.view(state) != drawn.view(state) for state in _states(kind, screen)):
        return False
    kind, drawn = kind.speaking(OTHER), drawn.speaking(OTHER)
    states = (state for role in screen.roles for state in states_of(kind, role, screen))
    return all(kind.view(state) == drawn.view(state) for state in states)


def _drawing_by(machine: Machine, screens: Mapping[str, Any]) -> Machine:
    parts = replace(machine.parts, screens=screens)
    return Machine(machine.solution, machine.option, machine.dataset, parts, language=machine.language)


def _states(machine: Machine, screen: Screen) -> Iterator[State]:
    """Yield a screen as each role meets it: in each state of a row, narrowed, sorted, and sent with nothing typed."""
    for role in screen.roles:
        for state in states_of(machine, role, screen):
            yield state
            view = machine.view(state)
            for control in (c for block in view.blocks if isinstance(block, Form | Table) for c in block.controls):
                form = view.form(control.id)
                typed = {i.name: i.choices[-1].value for i in form.inputs if i.choices} if form and form.live else {}
                after = machine.step(state, filled(control.action, typed))
                if after.place.screen == screen.key:
                    yield after


def _about(machine: Machine, screen: Screen) -> dict[str, Any]:
    """Return what the templates may write of a screen."""
    settings = _settings(screen)
    view = _first(machine, screen)
    chart = getattr(screen.settings, "chart", None)
    form = next((b for b in view.blocks if isinstance(b, Form)), None) if view else None
    of = f"a {screen.kind} of {screen.entity}" if screen.entity else f"a {screen.kind}"
    return {
        "screen": screen,
        "about": " ".join(f"{screen.name}: {of}.".split()),
        "settings": settings,
        "followed": isinstance(getattr(screen.settings, "flow", None), Flow),
        "ident": lambda part: element_id(screen.name, part),
        "asked": tuple(i.name for i in form.inputs) if form else (),
        "submit": settings.get("submit", ""),
        "text": str(settings.get("text", "")).strip(),
        "ways": settings.get("do", ()),
        "figures": settings.get("figures", {}),
        "chart": chart,
        "things": several(machine.app.entities[screen.entity]) if screen.entity else "",
        "order": settings.get("sort", ()),
        "show": settings.get("show", ()),
        "shown": settings.get("show") or _all_but_the_title(machine, screen),
        "others": {name: value for name, value in settings.items() if name != "show"},
        "rows": getattr(screen.settings, "rows", 12),
    }


def _all_but_the_title(machine: Machine, screen: Screen) -> tuple[str, ...]:
    """Return the names of all fields that the page's heading does not say."""
    entity = machine.app.entities.get(screen.entity)
    return tuple(name for name, field in entity.fields.items() if field is not entity.title) if entity else ()


def _first(machine: Machine, screen: Screen) -> View | None:
    """Return what the first role sees of a screen."""
    plain = _drawing_by(machine, {})
    states = (state for role in screen.roles[:1] for state in states_of(plain, role, screen))
    return next((plain.view(state) for state in states), None)


def _settings(screen: Screen) -> dict[str, Any]:
    """Return what the spec says of a screen, as plain values in the order that its kind gives them."""
    settings = screen.settings
    if not isinstance(settings, BaseModel):
        return {}
    said = settings.model_dump(exclude_defaults=True)
    return {name: _plain(said[name]) for name in type(settings).model_fields if name in said}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return tuple(_plain(part) for part in value) if isinstance(value, list | tuple) else value


def between_quotes(text: str) -> str:
    """Return a text as it can stand between triple quotes: a spec's words never end them, and never run."""
    shown = (c if c == "\n" or (c.isprintable() and c != "\\") else c.encode("unicode_escape").decode() for c in text)
    return "".join(shown).replace('"""', r"\"\"\"")


def literal(value: Any, indent: int = 0, before: int = 0) -> str:
    """Return a value as Python, on one line if it fits beside so many characters, else a line for each of its parts."""
    line = _on_a_line(value)
    if len(line) + indent + before <= WIDTH or not isinstance(value, tuple | Mapping) or not value:
        return line
    inner, space = indent + 4, " " * (indent + 4)
    if isinstance(value, Mapping):
        pairs = (f"{_on_a_line(k)}: {literal(v, inner, len(_on_a_line(k)) + 3)}" for k, v in value.items())
        return "{\n" + "".join(f"{space}{pair},\n" for pair in pairs) + " " * indent + "}"
    parts = "".join(f"{space}{literal(part, inner, 1)},\n" for part in value)
    return f"(\n{parts}{' ' * indent})"


def _on_a_line(value: Any) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_on_a_line(k)}: {_on_a_line(v)}" for k, v in value.items()) + "}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_on_a_line, value))}{',' if len(value) == 1 else ''})"
    return repr(value)

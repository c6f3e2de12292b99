"""Every screen of the bundled prototypes, once for each look that it has: the matrix that axe goes through.

To go through more, lengthen `STATES` or `LANGUAGES`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.domain.exploring import explore
from toolkit.domain.machine import Machine
from toolkit.domain.showing import EMPTY, ERROR, LOADING, NO_PERMISSION, SETTING
from toolkit.domain.solution import Brand
from toolkit.domain.view import Form, View
from toolkit.languages import language
from toolkit.loader import load
from toolkit.printing import draw_view
from toolkit.services.load import Prototype, load_prototype
from toolkit.services.showing import showing

SPECS = sorted((Path(__file__).parents[3] / "prototypes").glob("*/spec.yaml"))
STATES = (EMPTY, LOADING, ERROR, NO_PERMISSION)
LANGUAGES = ("ar",)
"""Besides English; one that is read from right to left shows most."""
PAGES = 60
"""Pages that are looked through for screens, of each role on each option."""


@dataclass(frozen=True)
class Looked:
    """One view as a whole page would show it."""

    name: str
    html: str
    tag: str
    direction: str


def looks() -> Iterator[tuple[Brand, list[Looked]]]:
    """Yield each bundled prototype's brand with its screens; what looks the same is there once."""
    plugins = load(installed=False)
    for path in SPECS:
        prototype = load_prototype(path, plugins)
        brand = prototype.solution.brand or Brand(prototype.solution.title)
        drawn: dict[str, Looked] = {}
        for name, view in _views(prototype):
            html = draw_view(view, base="/p", brand=brand)
            drawn.setdefault(html, Looked(name, html, view.language.tag, view.language.direction))
        yield brand, list(drawn.values())


def _views(prototype: Prototype) -> Iterator[tuple[str, View]]:
    met: set[tuple[str, str]] = set()
    for key, machine in prototype.options.items():
        for role in machine.app.roles:
            for view in kinds_of(machine, role):
                yield f"{prototype.name}/{key}/{role}: {view.place.path}", view
            for state, view in _states(prototype, machine, role):
                if (view.title, state) not in met:  # the same whoever sees it
                    met.add((view.title, state))
                    yield f"{prototype.name}/{key}/{role}: {view.place.path} ({state})", view
    for code in LANGUAGES:
        speaking = next(iter(prototype.options.values())).speaking(prototype.languages.get(code) or language(code))
        for view in kinds_of(speaking, next(iter(speaking.app.roles))):
            yield f"{prototype.name} in {code}: {view.place.path}", view


def kinds_of(machine: Machine, role: str) -> Iterator[View]:
    """Yield one view of each kind that a role comes to: a screen, a step of it, what it shows, and with mistakes."""
    met = set()
    for page in explore(machine, role, most=PAGES):
        wrong = any(i.error for block in page.view.blocks if isinstance(block, Form) for i in block.inputs)
        blocks = tuple(type(block).__name__ for block in page.view.blocks)
        kind = (page.view.screen, page.view.place.get("step"), page.view.place.get("do"), wrong, blocks)
        if kind not in met:
            met.add(kind)
            yield page.view


def _states(prototype: Prototype, machine: Machine, role: str) -> Iterator[tuple[str, View]]:
    """Yield the screens that a role can begin at, in each state."""
    start, shown = machine.start(role), showing(prototype, machine.option)
    for screen in machine.app.screens.values():
        if role in screen.roles and not machine.parts.kinds[screen.kind].needs_row:
            for state in STATES:
                place = replace(start.place, screen=screen.key, row="", query=((SETTING, state),))
                yield state, shown.view(replace(start, place=place))

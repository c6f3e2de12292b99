"""Importing as a user does, and walking what came of it: every entity is listed, opened, added to and changed."""

from pathlib import Path
from random import Random
from textwrap import dedent

from rstr import Rstr

from toolkit.domain.action import Go, Place, filled
from toolkit.domain.machine import Machine
from toolkit.domain.solution import Entity, Field, Screen
from toolkit.domain.state import State
from toolkit.domain.view import Form, Input, Table
from toolkit.loader import load
from toolkit.services.check import check
from toolkit.services.importing import Written, import_file
from toolkit.services.load import load_prototype

PLUGINS = load(installed=False)


def imported(text: str, folder: Path, file: str, *, kind: str = "") -> Written:
    """Import a text as a file of this name."""
    (folder / file).write_text(dedent(text), "utf-8")
    return import_file(folder / file, PLUGINS, into=folder, kind=kind)


def spec_of(text: str, folder: Path, file: str, *, kind: str = "") -> str:
    """Return the spec that comes of a text."""
    return imported(text, folder, file, kind=kind).path.read_text("utf-8")


def lines_of(spec: str, entity: str) -> dict[str, str]:
    """Return the lines of an entity's fields by their names, without the comments on them."""
    found: dict[str, str] = {}
    inside = False
    for line in spec.splitlines():
        if line.startswith("  ") and not line.startswith("   "):
            inside = line.strip().partition(" (")[0].rstrip(":") == entity
        elif inside and line.startswith("    "):
            name, _, rest = line.strip().partition(":")
            found[name] = rest.partition("  # ")[0].strip()
    return found


def walked(path: Path) -> list[str]:
    """Return the entities of a spec, each of which was listed, opened, added to and changed; the spec checks clean."""
    checked = check(path, PLUGINS)
    assert not checked.failed, "\n".join(finding.text() for finding in checked.findings)
    prototype = load_prototype(path, PLUGINS)
    machine = prototype.machines[""]
    for entity in machine.app.entities.values():
        state = _listed(machine, entity)
        state = _added(machine, entity, state)
        _changed(machine, entity, state)
    return list(machine.app.entities)


def _screen(machine: Machine, kind: str, entity: Entity) -> Screen:
    return next(s for s in machine.app.screens.values() if (s.kind, s.entity) == (kind, entity.name))


def _listed(machine: Machine, entity: Entity) -> State:
    """Return the state after the list was seen and its first row opened."""
    start = machine.start(next(iter(machine.app.roles)))
    state = machine.step(start, Go(Place(_screen(machine, "list", entity).key)))
    table = next(block for block in machine.view(state).blocks if isinstance(block, Table))
    assert table.rows
    opened = table.rows[0].open
    assert opened is not None
    row = machine.step(state, opened.action)
    assert machine.view(row).place.screen == _screen(machine, "detail", entity).key
    return state


def _added(machine: Machine, entity: Entity, state: State) -> State:
    """Return the state after the list's button was pressed and its form filled in."""
    new = _screen(machine, "form", entity)
    button = next(c for c in machine.view(state).controls() if c.label == new.name)
    state = machine.step(state, button.action)
    return _sent(machine, entity, state, "new")


def _changed(machine: Machine, entity: Entity, state: State) -> None:
    """Change the row that was just added, if there is anything to change."""
    edit = next((c for c in machine.view(state).controls() if c.label == "Edit"), None)
    assert edit is not None, f"{entity.name} cannot be changed"
    state = _sent(machine, entity, machine.step(state, edit.action), "changed")
    assert state.notice == "Saved."


def _sent(machine: Machine, entity: Entity, state: State, word: str) -> State:
    form = next(b for b in machine.view(state).blocks if isinstance(b, Form))
    values = {i.name: _value(machine, entity, entity.fields[i.name], i, word) for i in form.inputs}
    done = machine.step(state, filled(form.submit.action, values))
    choices = [(i.name, choice.value) for i in form.inputs for choice in i.choices if choice.value]
    while done.attempt and choices and any("There is already" in said for said in done.attempt.errors.values()):
        done = machine.step(state, filled(form.submit.action, values | dict([choices.pop()])))
    assert done.attempt is None, f"{entity.name}: {done.attempt}"
    assert done.changes[entity.name]
    return done


def _value(machine: Machine, entity: Entity, field: Field, asked: Input, word: str) -> str:
    """Return something that a person could answer."""
    offered = [choice.value for choice in asked.choices if choice.value]
    number = int(field.low or (987_000 if field.unique else 3))
    fixed = {
        "yesno": "yes",
        "number": str(number + len(word)) if field.unique else str(min(number, int(field.high or number))),
        "date": "2026-03-01",
        "datetime": "2026-03-01T10:00",
        "time": "10:30",
        "email": f"{word}@example.com",
        "tel": "+44 7700 900123",
        "url": "https://www.example.com",
        "image": f"{word}.png",
        "file": f"{word}.pdf",
    }
    if offered or asked.kind in fixed:
        return offered[0] if offered else fixed[asked.kind]
    if field.pattern:
        taken = {row[field.name] for row in machine.dataset.rows(entity.name).values()}
        made = (Rstr(Random(seed)).xeger(field.pattern) for seed in range(1_000))
        return next(text for text in made if text not in taken)
    if field.type == "duration":
        return "2 h"
    text = word * (1 + int(field.low or 0) // len(word))
    return text[: int(field.high)] if field.high else text

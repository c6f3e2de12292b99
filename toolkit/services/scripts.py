"""Writes usability scripts: the planned way through a task as Python that people read, edit and run with pytest."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.gestures import Choose, Click, Fill, Gesture, Pick, Press, Tick, Unfold, Upload, gestures
from toolkit.domain.planner import Plan, plan
from toolkit.domain.solution import Task
from toolkit.domain.values import slug
from toolkit.printing.environment import environment
from toolkit.services.load import Prototype
from toolkit.services.seeing import python, seen

WIDTH = 110


@dataclass(frozen=True, slots=True)
class Way:
    """One test of a script: a task's way on one option, as lines of Python, step by step."""

    name: str
    option: str
    about: str
    steps: tuple[tuple[str, ...], ...]
    answer: str


def script_name(task: Task) -> str:
    """Return the file name of a task's script."""
    return f"test_{_identifier(task.name)}.py"


def script(prototype: Prototype, task: Task, *, workspace: Path | None = None) -> str:
    """Return the script of a task, with one test for each option that has a way; empty if none has."""
    ways = []
    for option, machine in prototype.machines.items():
        found = plan(machine, task) if option in prototype.solution.options else None
        if isinstance(found, Plan):
            name = f"{_identifier(task.name)}_on_{_identifier(option)}"
            about = _docstring(f"On '{prototype.solution.options[option].title}': {_length(found)}.")
            ways.append(Way(name, option, about, tuple(_steps(found)), found.answer))
    template = environment(workspace).get_template("scripts/script.py.jinja")
    return (
        template.render(task=task, about=_docstring(task.say), ways=ways, uses=_uses(ways), python=python)
        if ways
        else ""
    )


def _length(found: Plan) -> str:
    actions, screens = len(found.steps), found.needed
    return f"{actions} action{'s' * (actions != 1)}, {screens} screen{'s' * (screens != 1)}"


def _uses(ways: list[Way]) -> set[str]:
    """Return which of the names that lines may use are used."""
    lines = [line for way in ways for step in way.steps for line in step]
    return {name for name in ("expect", "unfold") if any(line.startswith(f"{name}(") for line in lines)}


def _steps(found: Plan) -> Iterator[tuple[str, ...]]:
    views = [*(step.view for step in found.steps), found.last]
    for step, view in zip(found.steps, views[1:], strict=True):
        hands = gestures(step.view, step.control, step.values)
        yield (*(_line(gesture) for gesture in hands), *seen(step.view, view))


def _line(gesture: Gesture) -> str:
    """Return a gesture as a line of Playwright."""
    match gesture:
        case Click(role, name, nth):
            line = f'page.get_by_role("{role}", name={python(name)}, exact=True){_nth(nth)}.click()'
        case Fill() | Press() | Choose() | Upload():
            line = f"{_labelled(gesture.label, gesture.form)}.{_answer(gesture)}"
        case Pick(group, option, nth):
            line = f"{_in_group(group, 'radio', option)}{_nth(nth)}.click()"
        case Tick(group, option, on, nth):
            line = f"{_in_group(group, 'checkbox', option)}{_nth(nth)}.set_checked({on})"
        case Unfold(name):
            line = f"unfold(page, {python(name)})"
    return line


def _answer(gesture: Fill | Press | Choose | Upload) -> str:
    """Return what is done to an input, as a call."""
    match gesture:
        case Fill():
            call = f"fill({python(gesture.text)})"
        case Press():
            call = f'press("{gesture.key}")'
        case Choose():
            call = f"select_option(label={python(gesture.option)})"
        case Upload():
            file = f'{{"name": {python(gesture.file)}, "mimeType": "application/octet-stream", "buffer": b""}}'
            call = f"set_input_files({file})"
    return call


def _labelled(label: str, form: str) -> str:
    within = f'page.get_by_role("form", name={python(form)}, exact=True)' if form else "page"
    return f"{within}.get_by_label({python(label)}, exact=True)"


def _in_group(group: str, role: str, option: str) -> str:
    box = f'page.get_by_role("group", name={python(group)}, exact=True)'
    return f'{box}.get_by_role("{role}", name={python(option)}, exact=True)'


def _nth(nth: int) -> str:
    return f".nth({nth})" if nth else ""


def _docstring(text: str) -> str:
    """Return a text as it can stand in a docstring, in lines that fit."""
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', "'")
    return "\n".join(textwrap.wrap(plain, WIDTH, break_long_words=False))


def _identifier(name: str) -> str:
    return slug(name).replace("-", "_")

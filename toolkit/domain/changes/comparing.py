"""Two readings of a solution held against each other, chapter by chapter; what all options share is said once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from toolkit.domain.changes.around import (
    data_changes,
    goal_changes,
    option_changes,
    scenario_changes,
    task_changes,
    word_changes,
)
from toolkit.domain.changes.change import Change, Chapter
from toolkit.domain.changes.deeds import move_changes, role_changes
from toolkit.domain.changes.fields import entity_changes, renames
from toolkit.domain.changes.rows import row_changes
from toolkit.domain.changes.screens import screen_changes
from toolkit.domain.dataset import Dataset
from toolkit.domain.solution import App, Solution

Of = Callable[[App, App], Iterator[Change]]


def compare(before: Solution, after: Solution, data: tuple[Dataset, Dataset] | None = None) -> tuple[Chapter, ...]:
    """Return what changed, in the order in which a customer would notice; nothing where nothing did."""
    plan, renamed = list(data_changes(before, after)), renames(before.base.entities, after.base.entities)
    chapters = (
        Chapter("The options", tuple(option_changes(before.options, after.options))),
        Chapter("The screens", _shared(before, after, lambda a, b: screen_changes(a.screens, b.screens))),
        Chapter("What can be done, and by whom", _shared(before, after, _deeds)),
        Chapter("What is known and asked", _shared(before, after, lambda a, b: entity_changes(a.entities, b.entities))),
        Chapter("Tasks and questions", tuple(task_changes(before, after))),
        Chapter("Scenarios", tuple(scenario_changes(before, after))),
        Chapter("Goals and the plan", tuple(goal_changes(before, after))),
        Chapter("The words around it, and the look", tuple(word_changes(before, after))),
        Chapter("The made-up data", (*plan, *(row_changes(*data, renamed) if data else ()))),
    )
    return tuple(chapter for chapter in chapters if chapter.changes)


def _deeds(before: App, after: App) -> Iterator[Change]:
    yield from role_changes(before.roles, after.roles)
    yield from move_changes(before.entities, after.entities)


def _shared(before: Solution, after: Solution, changes: Of) -> tuple[Change, ...]:
    """Return the changes of the options that are in both; one that not all of them have says in which it is."""
    both = [name for name in after.options if name in before.options]
    found: dict[Change, list[str]] = {}
    for name in both:
        for change in _once(changes(before.apps[name], after.apps[name])):
            found.setdefault(change, []).append(after.options[name].title)
    every = len(both)
    return tuple(c if len(names) == every else replace(c, options=tuple(names)) for c, names in found.items())


def _once(changes: Iterable[Change]) -> list[Change]:
    return list(dict.fromkeys(changes))

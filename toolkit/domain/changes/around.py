"""What changed around the prototypes: options, tasks, questions, goals, words, look and made-up data."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any

from toolkit.domain.changes.change import Change, gained, paired, parts, shown, turned
from toolkit.domain.solution import Cost, DataPlan, Goal, Option, Question, Solution
from toolkit.domain.values import said

_OPTION_LISTS = {"benefits": "speaks for it", "consequences": "speaks against it"}
_WORDS = {"title": "The name", "problem": "The problem", "people": "Whose rows the people are"}
ELSEWHERE = frozenset(
    {
        *("base", "options", "apps", "tasks", "questions", "goals", "participants"),
        *("data", "now", "title", "problem", "request", "people", "brand", "scenarios"),
    }
)
"""Parts of a solution that have words of their own here; whatever else there is, is told by its name."""


def option_changes(before: Mapping[str, Option], after: Mapping[str, Option]) -> Iterator[Change]:
    """Yield what changed of the candidates themselves."""
    yield from _list("the option", {k: o.title for k, o in before.items()}, {k: o.title for k, o in after.items()})
    for _, was, now in paired(before, after):
        for part in fields(Option):
            values = getattr(was, part.name), getattr(now, part.name)
            if values[0] == values[1]:
                continue
            if part.name in _OPTION_LISTS:
                words = _OPTION_LISTS[part.name]
                pair = f"is now said to have what {words}:", f"is no longer said to have what {words}:"
                yield from gained(f"'{now.title}'", pair, *values)
            elif part.name == "title":
                yield Change("changed", f"The option '{was.title}' is now called '{now.title}'")
            else:
                subject = {"idea": "whose idea it is", "cost": "what it costs"}.get(part.name, "what it is said to be")
                yield turned(f"'{now.title}': {subject}", *(_cost(v) if part.name == "cost" else v for v in values))


def task_changes(before: Solution, after: Solution) -> Iterator[Change]:
    """Yield what changed of what participants do and are asked."""
    yield from _list("the task", {n: n for n in before.tasks}, {n: n for n in after.tasks})
    for name, was, now in paired(before.tasks, after.tasks):
        yield from _told(f"The task '{name}'", was, now, _TASK)
    asked: tuple[dict[str, Question], ...] = (
        {q.name: q for q in before.questions},
        {q.name: q for q in after.questions},
    )
    yield from _list("the question", {n: q.ask for n, q in asked[0].items()}, {n: q.ask for n, q in asked[1].items()})
    for name, ask, asks in paired(*asked):
        if ask.choices != asks.choices:
            yield from gained(
                f"The question '{name}'", ("now also offers", "no longer offers"), ask.choices, asks.choices
            )
        yield from _told(f"The question '{name}'", replace(ask, choices=asks.choices), asks, {"ask": "what it asks"})
    if [n for n in before.tasks if n in after.tasks] != [n for n in after.tasks if n in before.tasks]:
        yield Change("changed", "The tasks come in another order")


_TASK = {"role": "who does it", "say": "what is read", "done": "when it is done", "answer": "the right answer"}


def scenario_changes(before: Solution, after: Solution) -> Iterator[Change]:
    """Yield what changed of the beginnings that can be shown."""
    was, now = before.scenarios, after.scenarios
    yield from _list("the scenario", {name: name for name in was}, {name: name for name in now})
    for name, then, today in paired(was, now):
        yield from _told(f"The scenario '{name}'", then, today, _SCENARIO)


_SCENARIO = {
    "about": "what it is said to be",
    "role": "who is there",
    "start": "where it begins",
    "row": "what is shown",
    "settings": "what narrows it",
    "now": "when it is",
    "rows": "how many rows there are",
    "pinned": "what is there besides",
}


def goal_changes(before: Solution, after: Solution) -> Iterator[Change]:
    """Yield what changed of what better means, and of the plan for asking people."""
    was, now = {g.name: g for g in before.goals}, {g.name: g for g in after.goals}
    yield from _list("the goal", {n: _goal(g) for n, g in was.items()}, {n: _goal(g) for n, g in now.items()})
    for name, goal, aim in paired(was, now):
        if goal != aim:
            yield Change("changed", f"The goal '{name}' is now {aim.text} ({goal.text} before)")
    if before.participants != after.participants:
        yield Change("changed", f"{after.participants} people are now to be asked ({before.participants} before)")


def word_changes(before: Solution, after: Solution) -> Iterator[Change]:
    """Yield what changed of the words around it, and of the look."""
    for name, subject in _WORDS.items():
        values = getattr(before, name), getattr(after, name)
        if values[0] != values[1]:
            yield turned(subject, *values)
    yield from _told("The request", before.request, after.request, {"said": "as it was said", "chain": "its chain"})
    if before.brand != after.brand:
        was, now = parts(before.brand), parts(after.brand)
        for name in dict.fromkeys((*was, *now)):
            if was.get(name) != now.get(name):
                yield _look(name, was.get(name), now.get(name))
    for part in fields(Solution):
        values = getattr(before, part.name), getattr(after, part.name)
        if part.name not in ELSEWHERE and values[0] != values[1]:
            yield turned(said(part.name), *values)


def data_changes(before: Solution, after: Solution) -> Iterator[Change]:
    """Yield what changed of the prototype's clock and of the plan for its data."""
    if before.now != after.now:
        yield turned("The moment at which the clock stands", before.now, after.now)
    for part in fields(DataPlan):
        was, now = getattr(before.data, part.name), getattr(after.data, part.name)
        if was == now:
            continue
        if isinstance(was or {}, Mapping) and isinstance(now or {}, Mapping):
            yield from _rows(part.name, was or {}, now or {})
        else:
            yield turned({"seed": "The seed of the made-up data"}.get(part.name, f"The data's {part.name}"), was, now)


def _rows(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for entity in dict.fromkeys((*before, *after)):
        was, now = before.get(entity), after.get(entity)
        if was == now:
            continue
        if name == "pinned":
            yield from _pinned(entity, was or (), now or ())
        elif name == "locales":
            yield turned(f"Names and words of {entity}" if entity else "Names and words", was, now)
        else:
            yield turned(f"{entity}: the number of rows", was, now)


def _pinned(entity: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[Change]:
    was, now = list(before), list(after)
    more, less = sum(row not in was for row in now), sum(row not in now for row in was)
    text = f"{entity}: of the rows that must be there, {more} are new or changed, and {less} are gone or were changed"
    yield Change("changed", text if more or less else f"{entity}: the rows that must be there come in another order")


def _list(word: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """Yield what there is that was not there, and the other way round; each is said by its own words."""
    yield from (Change("new", f"There is now {word} '{after[name]}'") for name in after if name not in before)
    for name in before:
        if name not in after:
            yield Change("gone", f"There is no longer {word} '{before[name]}'")


def _told(subject: str, before: object, after: object, words: Mapping[str, str]) -> Iterator[Change]:
    was, now = parts(before), parts(after)
    for name in was:
        if was[name] != now[name]:
            yield turned(f"{subject}: {words.get(name, said(name).lower())}", was[name], now[name])


def _goal(goal: Goal) -> str:
    return f"{goal.name}: {goal.text}"


def _cost(cost: Any) -> str:
    """Return what an option costs as a spec says it."""
    if not isinstance(cost, Cost):
        return shown(cost)
    return f"{cost.once:g} {cost.currency} once, {cost.yearly:g} {cost.currency} a year"


def _look(name: str, before: Any, after: Any) -> Change:
    """Return that the brand is another; of a picture, only that it is."""
    subject = {"name": "The name on top", "accent": "The colour of buttons and links", "logo": "The logo"}.get(name)
    subject = subject or f"The brand's {said(name).lower()}"
    if name == "logo":
        return Change("changed", f"{subject} is {'another' if before and after else 'new' if after else 'gone'}")
    return turned(subject, before, after)

"""What changed of the screens: which there are, who may open them, and what each shows and asks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from toolkit.domain.changes.change import Change, come_and_gone, gained, listed, paired, parts, shown, turned
from toolkit.domain.solution import Screen
from toolkit.domain.values import said

_LISTS = {
    "show": ("now also shows", "no longer shows"),
    "filter": ("can now also be narrowed by", "can no longer be narrowed by"),
    "search": ("now also searches in", "no longer searches in"),
    "ask": ("now also asks for", "no longer asks for"),
    "asks": ("now also asks for", "no longer asks for"),
    "edit": ("now also lets one change", "no longer lets one change"),
    "do": ("now also leads to", "no longer leads to"),
}
_TEXTS = {
    "new": "the screen that adds a row",
    "then": "the screen that follows",
    "submit": "the words on the button",
    "thanks": "what is said at the end",
    "empty": "what is said while there is nothing",
    "done": "the sentence on top",
    "text": "the text",
    "by": "what it is arranged by",
    "rows": "the number of rows on a page",
    "cards": "the number of cards in a column",
    "sort": "the order",
}
_SWITCHES = {
    "own": ("now shows only what is one's own", "now shows everybody's"),
    "timeline": ("now shows the history", "no longer shows the history"),
    "delete": ("now lets one delete", "no longer lets one delete"),
}
_MEMBERS = {"figures": "figure", "steps": "step", "sections": "section", "related": "list of"}


def screen_changes(before: Mapping[str, Screen], after: Mapping[str, Screen]) -> Iterator[Change]:
    """Yield what changed of all screens."""
    come, gone = come_and_gone(before, after, renamed=lambda old, new: replace(old, name=new.name))
    for screen, was in come:
        if was:
            yield Change("changed", f"The screen '{was.name}' is now called '{screen.name}'")
        else:
            about = f"{_about(screen)}, for {listed(screen.roles)}"
            yield Change("new", f"There is now the screen '{screen.name}', {about}")
    yield from (Change("gone", f"There is no screen '{screen.name}' any more") for screen in gone)
    for name, old, now in paired(before, after):
        yield from _screen(f"'{name}'", old, now)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("changed", f"The screens come in another order: {listed(after)}")


def _about(screen: Screen) -> str:
    return f"a {screen.kind} of {screen.entity}" if screen.entity else f"a {screen.kind}"


def _screen(subject: str, before: Screen, after: Screen) -> Iterator[Change]:
    yield from gained(subject, ("can now be opened by", "can no longer be opened by"), before.roles, after.roles)
    if (before.kind, before.entity) != (after.kind, after.entity):
        yield Change("changed", f"{subject} is now {_about(after)} ({_about(before)} before)")
    was, now = parts(before.settings), parts(after.settings)
    if not was and not now and before.settings != after.settings:
        yield Change("changed", f"{subject} was changed")
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name) and (before.kind == after.kind or (name in was and name in now)):
            yield from _setting(subject, name, was.get(name), now.get(name))


def _setting(subject: str, name: str, before: Any, after: Any) -> Iterator[Change]:
    """Yield what changed of one setting, in its own words where they are known."""
    if name in _SWITCHES:
        yield Change("changed", f"{subject} {_SWITCHES[name][not after]}")
    elif name == "where":
        yield _narrowed(subject, before, after)
    elif name in _LISTS and before and after:
        yield from gained(subject, _LISTS[name], before, after)
    elif name in _LISTS:
        usual = "what it shows by itself" if name == "show" else "nothing of its own"
        yield Change("changed", f"{subject} {_verb(name)} {shown(after) if after else usual}")
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _members(subject, _MEMBERS.get(name, said(name).lower()), before, after)
    else:
        yield turned(f"{subject}: {_TEXTS.get(name, said(name).lower())}", _in_words(before), _in_words(after))


def _verb(name: str) -> str:
    return _LISTS[name][0].replace(" also", "")


def _narrowed(subject: str, before: Any, after: Any) -> Change:
    if not after:
        return Change("changed", f"{subject} no longer leaves anything out (before, only: {shown(before)})")
    was = f" (before, only: {shown(before)})" if before else ""
    return Change("changed", f"{subject} now shows only: {shown(after)}{was}")


def _members(subject: str, word: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what changed of parts that have names: figures, steps, sections."""
    for name in after:
        if name not in before:
            yield Change("new", f"{subject} now has the {word} '{name}'")
    for name in before:
        if name not in after:
            yield Change("gone", f"{subject} no longer has the {word} '{name}'")
    for name, was, now in paired(before, after):
        if was != now:
            yield from _member(f"{subject}, {word} '{name}'", was, now)
    if [n for n in before if n in after] != [n for n in after if n in before]:
        yield Change("changed", f"{subject}: each {word} in another order, {listed(after)}")


def _member(subject: str, before: Any, after: Any) -> Iterator[Change]:
    was, now = parts(before), parts(after)
    if isinstance(before, list | tuple) and isinstance(after, list | tuple):
        yield from gained(subject, ("now also has", "no longer has"), before, after)
    elif was and now and was.keys() == now.keys() and "text" not in was:
        for name in was:
            if was[name] != now[name]:
                yield from _setting(subject, name, was[name], now[name])
    else:
        yield turned(subject, _in_words(before), _in_words(after))


def _in_words(value: Any) -> Any:
    """Return an order as it is said: '-due' is due, the last first."""
    if isinstance(value, tuple | list) and all(isinstance(item, str) for item in value):
        return tuple(f"{item[1:]} from the last" if item.startswith("-") else item for item in value)
    return value

"""One thing that changed, and the words that all changes are said in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeVar

from toolkit.domain.expression import Expression
from toolkit.domain.values import said

Kind = Literal["new", "gone", "changed"]
T = TypeVar("T")
SHORT = 60
"""A text of so many characters can stand in a sentence; longer ones are shown below it, as they were and are now."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different: a sentence, and, of a long text, how it was and how it is.

    `options` are the titles of those it is only true of; none where it is true of all.
    """

    kind: Kind
    text: str
    before: str = ""
    after: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Changes of one kind, under the heading by which a customer would look for them."""

    title: str
    changes: tuple[Change, ...]


def shown(value: Any) -> str:
    """Return a value of a spec as it is read in a sentence."""
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, str | bool | float | date | Expression):
        return _plain(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {shown(part)}" for key, part in value.items()) or "nothing"
    if isinstance(value, Iterable):
        return listed(shown(part) for part in value)
    inner = parts(value)
    return ", ".join(f"{said(k).lower()} {shown(v)}" for k, v in inner.items() if v) if inner else str(value)


def _plain(value: str | bool | float | date | Expression) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Expression():
            return value.text
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
    return value if isinstance(value, str) else f"{value:g}"


def listed(names: Iterable[str]) -> str:
    """Return names as they are said: 'a, b and c'."""
    every = list(names)
    return f"{', '.join(every[:-1])} and {every[-1]}" if len(every) > 1 else "".join(every)


def parts(value: object) -> dict[str, Any]:
    """Return what a value of any class is made of, by name: a plugin's settings are not known here."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return dict(getattr(value, "__dict__", {}))


def paired(before: Mapping[str, T], after: Mapping[str, T]) -> Iterator[tuple[str, T, T]]:
    """Yield what is in both, by name."""
    yield from ((name, before[name], after[name]) for name in before if name in after)


def come_and_gone(
    before: Mapping[str, T], after: Mapping[str, T], *, renamed: Callable[[T, T], T]
) -> tuple[list[tuple[T, T | None]], list[T]]:
    """Return what is there by now, each with what it was called so far if anything, and what is gone.

    `renamed` gives the older one by the name of the newer one: where the two are then the same, it has a new name.
    """
    gone = [one for name, one in before.items() if name not in after]
    come: list[tuple[T, T | None]] = []
    for new in (one for name, one in after.items() if name not in before):
        same = next((old for old in gone if renamed(old, new) == new), None)
        if same is not None:
            gone.remove(same)
        come.append((new, same))
    return come, gone


def turned(subject: str, before: Any, after: Any) -> Change:
    """Return that something has another value; long texts are shown as they were and as they are."""
    was, now = shown(before), shown(after)
    if max(len(was), len(now)) <= SHORT:
        return Change("changed", f"{subject} is now {quoted(after)} ({quoted(before)} before)")
    return Change("changed", f"{subject} was rewritten", was, now)


def quoted(value: Any) -> str:
    """Return a value for a sentence, a text in quotes."""
    return f"'{value}'" if isinstance(value, str) and value else shown(value)


def gained(subject: str, words: tuple[str, str], before: Iterable[Any], after: Iterable[Any]) -> Iterator[Change]:
    """Yield what a list holds besides, and no more; `words` are ('now also shows', 'no longer shows')."""
    was, now = list(before), list(after)
    more, less = [shown(i) for i in now if i not in was], [shown(i) for i in was if i not in now]
    if more:
        yield Change("changed", f"{subject} {words[0]} {listed(more)}")
    if less:
        yield Change("changed", f"{subject} {words[1]} {listed(less)}")
    if not more and not less and was != now:
        yield Change("changed", f"{subject}: the same in another order, {listed(shown(i) for i in now)}")

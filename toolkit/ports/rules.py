"""The door for rules in Python: what a prototype's rules.py marks its functions with. This file is the whole door."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, TypeVar, Unpack

F = TypeVar("F", bound=Callable[..., Any])
MARKS = "__showtell_rules__"


@dataclass(frozen=True, slots=True)
class Mark:
    """One rule that a function is: which, of what, and for a button its name and who may press it."""

    what: Literal["validates", "works_out", "does"]
    entity: str
    name: str = ""
    roles: tuple[str, ...] = ()
    own: bool = False
    asks: tuple[str, ...] = ()
    when: Callable[..., Any] | None = None


def validates(entity: str, field: str = "") -> Callable[[F], F]:
    """Mark a function that checks a field, or without `field` a whole row: it returns a sentence, or None.

    It asks by name for what it needs: `value` (of the field), `row`, `records`, `now`, `me`. It is asked whenever the
    field is filled in, by whatever way; nothing is asked of an empty field.
    """
    return _marked(Mark("validates", entity, field))


def works_out(entity: str, field: str) -> Callable[[F], F]:
    """Mark a function that works a field out which the spec declares as `from rules.py`.

    It asks by name for `row`, which holds the stored fields and those that expressions work out, and `now`.
    """
    return _marked(Mark("works_out", entity, field))


class Offer(TypedDict, total=False):
    """To whom and when a button is offered besides its roles, and which fields it asks for first."""

    own: bool
    asks: Sequence[str]
    when: Callable[..., Any]


def does(entity: str, name: str, *, roles: str | Sequence[str], **offer: Unpack[Offer]) -> Callable[[F], F]:
    """Mark a function that is a button of a row: it returns the fields it changes, or a sentence why it cannot.

    It asks by name for `row`, `records`, `now`, `me`. `name` is on the button, `roles` may press it (with `own` only
    on rows of their own), `asks` are fields that it asks for first, and `when` is a function, asked the same way,
    that says for which rows the button is there.
    """
    named = (roles,) if isinstance(roles, str) else tuple(roles)
    own, asks, when = offer.get("own", False), tuple(offer.get("asks", ())), offer.get("when")
    return _marked(Mark("does", entity, name, named, own, asks, when))


def _marked(mark: Mark) -> Callable[[F], F]:
    def keep(function: F) -> F:
        setattr(function, MARKS, (*getattr(function, MARKS, ()), mark))
        return function

    return keep

"""The parts of a prototype that plugins bring: screen kinds, beside the field types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from toolkit.domain.kinds import FieldType
from toolkit.domain.phrases import Phrases
from toolkit.domain.rules import NONE, Rules
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity
from toolkit.domain.view import Block

Compose = Callable[[Scene], tuple[Block, ...]]
"""Draws a screen: from a scene to its blocks."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A setting that the screen's entity has nothing for; an empty `setting` means the screen as a whole."""

    setting: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class ScreenKind:
    """One kind of screen. `name` is its key in a spec ('list'); `compose` is pure and returns the blocks.

    `needs_row` is true for a kind that shows one row (its address carries the row's id); `entry` is true when
    a role may start there and the screen stands in the navigation. What follows the kind's name in a spec is an
    entity, or, for a `subject` of text, the setting called `text`. `misfit` says, when a spec is read, what of
    the settings this entity has nothing for. A kind that `makes` rows is open only to roles that may create them.
    """

    name: str
    settings: type
    compose: Compose
    needs_row: bool = False
    entry: bool = True
    subject: Literal["entity", "text"] = "entity"
    misfit: Callable[[Any, Entity], Misfit | None] | None = None
    makes: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The screen kinds and field types a machine works with, by name; and what a prototype has in Python of its own.

    `screens` are those that a file draws instead of their kind, by the screen's name.
    """

    kinds: Mapping[str, ScreenKind]
    types: Mapping[str, FieldType]
    screens: Mapping[str, Compose] = field(default_factory=dict)
    rules: Rules = NONE
    phrases: Mapping[str, Phrases] = field(default_factory=dict)

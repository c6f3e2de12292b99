"""The port for usability checks: what a robot looks for on every screen it meets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from toolkit.domain.usability import Finding
from toolkit.domain.view import View


class Page(Protocol):
    """A page in a browser, as far as a check may touch it."""

    @property
    def view(self) -> View | None:
        """The view that the page draws, where it is a prototype's page."""

    @property
    def width(self) -> int:
        """The width of the window in CSS pixels."""

    def evaluate(self, script: str, argument: object = None) -> Any:
        """Run a JavaScript function in the page and return its result as JSON values."""

    def asset(self, name: str) -> str:
        """Return the text of a script that comes with the toolkit ('axe.min.js')."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for. `look` is called once for each screen that is met."""

    name: str
    about: str
    look: Callable[[Page], Iterable[Finding]]

"""The one NiceGUI element of the stage: it sends frames to the page and hears what people do there, by control id."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any

from nicegui.element import Element
from nicegui.events import GenericEventArguments

from toolkit.web.deed import Deed, Frame

LONGEST = 20_000
MOST = 200
"""Characters of one value, and values of one form, that are listened to."""

Heard = Callable[[Deed], Awaitable[None]]


class ViewElement(Element, component="static/view.js"):
    """Draws frames into the page and passes on what is done there."""

    def __init__(self, heard: Heard) -> None:
        """Take who listens; deeds reach it one after the other, in the order of the page."""
        super().__init__()
        self._heard = heard
        self._count = 0
        self.on("act", self._acted)
        self.on("visit", self._visited)
        self.on("stage", self._staged)

    def show(self, frame: Frame) -> None:
        """Show a frame; of several sent at once, the last."""
        self._count += 1
        self._props["frame"] = asdict(frame) | {"n": self._count}
        self.update()

    async def _acted(self, event: GenericEventArguments) -> None:
        said = _mapping(event.args)
        await self._heard(Deed("act", _text(said.get("control")), _values(said.get("values")), _number(said)))

    async def _visited(self, event: GenericEventArguments) -> None:
        said = _mapping(event.args)
        await self._heard(Deed("visit", _text(said.get("path")), {}, _number(said)))

    async def _staged(self, event: GenericEventArguments) -> None:
        said = _mapping(event.args)
        await self._heard(Deed("stage", _text(said.get("what")), _values(said.get("values")), _number(said)))


def _mapping(said: Any) -> Mapping[str, Any]:
    return said if isinstance(said, dict) else {}


def _text(said: Any) -> str:
    return said[:LONGEST] if isinstance(said, str) else ""


def _number(said: Mapping[str, Any]) -> int:
    number = said.get("n")
    return number if isinstance(number, int) else 0


def _values(said: Any) -> dict[str, str]:
    """Return what was typed, by name, as far as it is text."""
    pairs = list(_mapping(said).items())[:MOST]
    return {name: _text(value) for name, value in pairs if isinstance(value, str)}

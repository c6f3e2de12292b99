"""The slots of one tab: what custom blocks draw with NiceGUI, put into its place in the drawn view."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from nicegui import Client
from nicegui.element import Element

from toolkit.domain.custom import Custom
from toolkit.domain.rules import CodeError
from toolkit.domain.view import View

log = logging.getLogger(__name__)

Press = Callable[[str], Awaitable[None]]


class SlotElement(Element, component="static/slot.js"):
    """Puts what is in it into the slot of its name, wherever that is on the page by now."""

    def __init__(self, name: str) -> None:
        """Belong to a slot."""
        super().__init__()
        self._props["name"] = name


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a custom block is given to draw into."""

    block: Custom
    pressing: Press

    async def press(self, control: str) -> None:
        """Do what a control of the block does; of any other nothing comes."""
        if any(offered.id == control for offered in self.block.controls):
            await self.pressing(control)
        else:
            log.warning("the block '%s' has no control '%s'", self.block.id, control)


class Slots:
    """The custom blocks that a tab shows. One that has not changed keeps its elements, and what was done in them."""

    def __init__(self, client: Client, press: Press) -> None:
        self._client, self._press = client, press
        self._drawn: dict[str, tuple[Custom, Element]] = {}

    def show(self, view: View) -> None:
        """Draw the blocks that are new or have changed, and take away those that are gone."""
        wanted = {block.id: block for block in view.blocks if isinstance(block, Custom)}
        for name, (block, element) in list(self._drawn.items()):
            if wanted.get(name) != block:
                element.delete()
                del self._drawn[name]
        for name, block in wanted.items():
            if name not in self._drawn:
                self._drawn[name] = (block, self._draw(block))

    def _draw(self, block: Custom) -> Element:
        """Return the elements of a block; of one that fails there are none, and its text is read instead."""
        with self._client.layout:
            element = SlotElement(block.id)
        try:
            with element:
                block.draw(Drawing(block, self._press))
        except CodeError as error:  # it was noted for whoever presents
            log.warning("%s", error.text())
            element.clear()
        except Exception:  # of a plugin's
            log.exception("the block '%s' cannot be drawn", block.id)
            element.clear()
        return element

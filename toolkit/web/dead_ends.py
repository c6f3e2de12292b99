"""What is answered where nothing goes on: links that lead nowhere, and sessions that the prototype has moved past."""

import asyncio
from collections.abc import Mapping

from starlette.responses import HTMLResponse, Response

from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.session import Session
from toolkit.printing import pages
from toolkit.services.withdraw import withdraw
from toolkit.web.house import House


class Nobody:
    """The visit of a link that leads nowhere (any more): every request gets the same page."""

    def __init__(self, house: House, page: pages.Page, status: int, language: Language = ENGLISH) -> None:
        self._house, self._page, self._status, self._language = house, page, status, language

    def withdrawal(self) -> Response:
        """Return the page."""
        return self._drawn()

    async def shown(self) -> Response:
        """Return the page."""
        return self._drawn()

    async def answered(self, _sent: Mapping[str, str], _at: str = "") -> Response:
        """Return the page."""
        return self._drawn()

    async def withdrawn(self) -> Response:
        """Return the page."""
        return self._drawn()

    def _drawn(self) -> Response:
        return html(self._house.draw(self._page, language=self._language), self._status)


class Stuck(Nobody):
    """The visit of a session that cannot go on as things stand; what was said in it can be taken back all the same."""

    def __init__(self, house: House, session: Session, address: str, language: Language = ENGLISH) -> None:
        super().__init__(house, pages.Failed(address), 503, language)
        self._session, self._address = session, address

    def withdrawal(self) -> Response:
        """Ask before everything is erased."""
        page = pages.Withdraw(f"{self._address}/withdraw", self._address)
        return html(self._house.draw(page, language=self._language))

    async def withdrawn(self) -> Response:
        """Erase everything."""
        await asyncio.to_thread(withdraw, self._house.book, self._session.id)
        self._house.rooms.close(self._session.id)
        return html(self._house.draw(pages.Withdrawn(), language=self._language))


def html(text: str, status: int = 200) -> Response:
    """Return a page that no cache keeps: what is shown depends on where somebody stands."""
    return HTMLResponse(text, status, {"cache-control": "no-store"})

"""The participant's light pages, from invitation to thanks: no script, no socket, and a bot costs nothing."""

import asyncio
import logging
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from fastapi import FastAPI, Request
from starlette.responses import RedirectResponse, Response

from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.progress import stops_of
from toolkit.domain.session import Session
from toolkit.domain.study import CONSENT, Stop
from toolkit.errors import ToolkitError
from toolkit.languages import SHIPPED
from toolkit.languages import language as speak
from toolkit.ports.store import StoreError
from toolkit.printing import pages
from toolkit.services.load import Prototype
from toolkit.services.walk import Walk
from toolkit.services.withdraw import withdraw
from toolkit.web.dead_ends import Nobody, Stuck, html
from toolkit.web.house import House
from toolkit.web.wishes import LANGUAGE, first_offered, wishes

log = logging.getLogger(__name__)

MINUTES_A_TASK = 2
MINUTES_AROUND = 4


def add_participant_pages(app: FastAPI, house: House) -> None:
    """Add the pages below /s/TOKEN that are no task."""

    @app.api_route("/s/{token}", methods=["GET", "HEAD"], include_in_schema=False)
    async def show(token: str, request: Request) -> Response:
        return await Visit.of(house, token, wishes(request)).shown()

    @app.post("/s/{token}", include_in_schema=False)
    async def answer(token: str, request: Request) -> Response:
        body = (await request.body()).decode("utf-8", "replace")
        at = request.query_params.get("at", "")
        return await Visit.of(house, token, wishes(request)).answered(dict(parse_qsl(body)), at)

    @app.api_route("/s/{token}/withdraw", methods=["GET", "HEAD"], include_in_schema=False)
    async def ask_withdrawal(token: str, request: Request) -> Response:
        return Visit.of(house, token, wishes(request)).withdrawal()

    @app.post("/s/{token}/withdraw", include_in_schema=False)
    async def take_back(token: str, request: Request) -> Response:
        return await Visit.of(house, token, wishes(request)).withdrawn()


class Visit:
    """One request of somebody who holds a link."""

    def __init__(
        self, house: House, token: str, session: Session, prototype: Prototype, wished: tuple[str, ...] = ()
    ) -> None:
        self._house, self._token, self._session, self._wished = house, token, session, wished
        self.room = house.walk(session, prototype, token=token)
        self.prototype = self.room.play.prototype

    @classmethod
    def of(cls, house: House, token: str, wished: tuple[str, ...] = ()) -> "Visit | Nobody":
        """Return the visit of a link, or one that finds nothing: whether there is no such link is not told.

        `wished` are the languages that the visitor would like.
        """
        session = house.session(token)
        prototype = house.catalogue.get(session.prototype) if session else None
        offered, own = (prototype.languages, prototype.solution.language) if prototype else (SHIPPED, "en")
        spoken = speak(first_offered(wished, offered) or own)
        if session is None or session.actor == "rehearsal":
            return Nobody(house, pages.Missing(), 404, speak(first_offered(wished, SHIPPED) or "en"))
        if session.withdrawn:
            return Nobody(house, pages.Withdrawn(), 200, spoken)
        if not session.ended and house.closed(session):
            return Nobody(house, pages.Closed(), 200, spoken)
        if prototype is None:
            return Stuck(house, session, f"/s/{token}", spoken)
        try:
            visit = cls(house, token, session, prototype, wished)
            visit.walk.check()
        except StoreError:
            raise
        except ToolkitError as error:
            log.warning("%s", error.text())
            return Stuck(house, session, f"/s/{token}", spoken)
        return visit

    @property
    def walk(self) -> Walk:
        """The walkthrough as it stands."""
        return self.room.play.walk

    async def shown(self, sent: Mapping[str, str] | None = None) -> Response:
        """Return the page of the current stop; `sent` is what was posted and is not complete."""
        async with self.room.lock:
            stop = self.walk.stop
            if stop.kind == "task":
                return RedirectResponse(self.address, 303)
            return self._drawn(self._page(stop, sent), 200 if sent is None else 422)

    @property
    def address(self) -> str:
        """Where the session stands: the task's own page, or the link's."""
        play = self.room.play
        return f"{play.base}/{play.state.place.path}" if self.walk.stop.kind == "task" else self._base

    @property
    def language(self) -> Language:
        """What is spoken: before consent what is wished for and offered, from then on what consent was given in."""
        offered, said = self.prototype.languages, self.walk.session.language
        if self.walk.stop.kind == "welcome":
            said = first_offered(self._wished, offered)
        return offered.get(said) or self.prototype.machine("").language

    def at(self, option: str) -> bool:
        """Return whether a task on this option is what comes next."""
        return self.walk.stop.kind == "task" and self.room.play.base.endswith(f"/{option}")

    async def answered(self, sent: Mapping[str, str], at: str = "") -> Response:
        """Take an answer to the current stop and lead on; ask again for what is missing.

        `at` is the stop that it answers: one sent twice by a double click is no answer to the page after it.
        """
        async with self.room.lock:
            if at not in ("", self.room.play.mark):
                return RedirectResponse(self._base, 303)
            try:
                complete = await asyncio.to_thread(self._take, sent)
            except StoreError:
                return self._drawn(pages.Failed(self._base), 503)
            except ToolkitError:
                complete = True  # a page that was left open: show where things stand
        return RedirectResponse(self._base, 303) if complete else await self.shown(sent)

    def withdrawal(self) -> Response:
        """Ask before everything is erased."""
        return self._drawn(pages.Withdraw(f"{self._base}/withdraw", self._base))

    async def withdrawn(self) -> Response:
        """Erase everything."""
        async with self.room.lock:
            await asyncio.to_thread(withdraw, self._house.book, self._session.id)
        self.room.show_others(None)
        self._house.rooms.close(self._session.id)
        return self._drawn(pages.Withdrawn())

    @property
    def _base(self) -> str:
        return f"/s/{self._token}"

    @property
    def _here(self) -> str:
        chosen = {LANGUAGE: self.language.code} if self.walk.stop.kind == "welcome" else {}
        return f"{self._base}?{urlencode({'at': self.room.play.mark} | chosen)}"

    def _drawn(self, page: pages.Page, status: int = 200) -> Response:
        return html(self._house.draw(page, self.prototype, language=self.language), status)

    def _page(self, stop: Stop, sent: Mapping[str, str] | None) -> pages.Page:
        """Return the page of a stop."""
        solution, own = self.prototype.solution, self.language.own
        match stop.kind:
            case "welcome":
                return self._welcome()
            case "ease":
                number = self._tasks.index(Stop("task", stop.option, stop.task)) + 1
                say = own(solution.tasks[stop.task].say)
                return pages.Ease(self._here, number, len(self._tasks), say, missing=sent is not None)
            case "sus":
                option = solution.options.get(stop.option)
                return pages.Sus(self._here, own(option.title if option else solution.title), sent)
            case "questions":
                return pages.Questions(self._here, self._asked())
        if self._declined:
            return pages.Declined()
        return pages.Thanks(self._asker, f"{self._base}/withdraw")

    def _welcome(self) -> pages.Welcome:
        """Return the invitation, with the ways to it in the other languages."""
        language, offered = self.language, self.prototype.languages.values()
        minutes = MINUTES_AROUND + MINUTES_A_TASK * len(self._tasks)
        consent = self.walk.study.consent if self.walk.study else ""
        said = language.own(language.say(consent))
        return pages.Welcome(
            self._here,
            self._asker,
            self._purpose,
            minutes,
            _sentences(said) or pages.consent_points(self._asker, minutes=minutes, language=language),
            None if said != consent else self._written_in(consent),
            tuple((each, f"{self._base}?{urlencode({LANGUAGE: each.code})}") for each in offered if len(offered) > 1),
        )

    @property
    def _purpose(self) -> str:
        """Return what is asked for, in one sentence."""
        drafts, language = len({stop.option for stop in self._tasks}), self.language
        if drafts == 1:
            return language.say("You try out a draft and say what you think.")
        return language.count(
            "You try out {n} draft and say what you think.", "You try out {n} drafts and say what you think.", drafts
        )

    def _written_in(self, consent: str) -> Language | None:
        """Return the language of a text of consent that was not translated; None where it is the page's."""
        own = ENGLISH if consent == CONSENT else self.prototype.machine("").language
        return own if consent and own is not self.language else None

    @property
    def _asker(self) -> str:
        solution, language = self.prototype.solution, self.language
        if solution.brand:
            return solution.brand.name
        return language.say("The team behind {title}", title=language.own(solution.title))

    @property
    def _declined(self) -> bool:
        return not self.walk.session.consented and self.walk.session.actor == "person"

    @property
    def _tasks(self) -> list[Stop]:
        return [stop for stop in stops_of(self.walk.session, self.walk.study) if stop.kind == "task"]

    def _asked(self) -> tuple[pages.Asked, ...]:
        """Return the questions of the study, choices between options by the options' titles."""
        names, own = self.walk.study.questions if self.walk.study else (), self.language.own
        asked = [question for question in self.prototype.solution.questions if question.name in names]
        options = self.prototype.solution.options
        return tuple(
            pages.Asked(q.name, own(q.ask), tuple((c, own(options[c].title if c in options else c)) for c in q.choices))
            for q in asked
        )

    def _take(self, sent: Mapping[str, str]) -> bool:
        """Write an answer down; return False if something is missing."""
        match self.walk.stop.kind:
            case "welcome":
                self._consent(sent)
            case "ease":
                if (value := _point(sent.get("ease", ""), 7)) is None:
                    return False
                self.walk.ease(value)
            case "sus":
                points = [_point(sent.get(f"sus{n}", ""), 5) for n in range(1, 11)]
                if None in points:
                    return False
                self.walk.sus(tuple(p for p in points if p is not None))
            case "questions":
                self.walk.answer({name: sent[name].strip()[:4000] for name in sent if sent[name].strip()})
        return True

    def _consent(self, sent: Mapping[str, str]) -> None:
        if sent.get("consent") == "yes":
            self.walk.consent(language=self.language.code)
        elif sent.get("consent") == "no":
            self.walk.decline(language=self.language.code)


def _sentences(text: str) -> tuple[str, ...]:
    """Return a text sentence by sentence: what is agreed to is what is kept, as points to be read."""
    return tuple(sentence for sentence in re.split(r"(?<=[.!?؟])\s+", text) if sentence)


def _point(text: str, most: int) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= most else None

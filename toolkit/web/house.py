"""The house: what every page of one server needs, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.session import Session
from toolkit.printing import pages
from toolkit.services.book import Book
from toolkit.services.close import is_closed
from toolkit.services.invite import session_of
from toolkit.services.load import Prototype
from toolkit.services.rehearsal import Rehearsal
from toolkit.services.showing import NASTY, is_shown
from toolkit.services.walk import Walk
from toolkit.web import assets
from toolkit.web.catalogue import Catalogue
from toolkit.web.door import Door
from toolkit.web.plays import RehearsalPlay, TaskPlay
from toolkit.web.rooms import Room, Rooms


@dataclass(frozen=True, slots=True)
class House:
    """The workspace being served, its prototypes, its book, who may come into the team's part, and the open rooms.

    `nasty` says that the first page leads to the data that breaks screens.
    """

    workspace: Path
    catalogue: Catalogue
    book: Book
    door: Door
    rooms: Rooms = field(default_factory=Rooms)
    nasty: bool = False

    def session(self, token: str) -> Session | None:
        """Return the session that a link opens, if its prototype is being served."""
        return session_of(self.book, token)

    def closed(self, session: Session) -> bool:
        """Return whether the study of a session was closed."""
        with self.book.store.reading() as work:
            return bool(session.study) and is_closed(work, session.study)

    def rehearsal(
        self, prototype: Prototype, option: str, session: str, *, base: str, scenario: str = ""
    ) -> Room[RehearsalPlay]:
        """Return the room of a rehearsal's option, or of a scenario in it; its address says whether on nasty data."""
        nasty = base.endswith(NASTY)

        def play() -> RehearsalPlay:
            rehearsal = Rehearsal(self.book, session, machines=lambda _: on.showing)
            error = self.catalogue.error(prototype.name)
            on = RehearsalPlay(prototype, option, rehearsal, base, scenario, error, nasty=nasty)
            return on

        return self.rooms.room(f"{session}/{option}/{scenario}{NASTY if nasty else ''}", play)

    def walk(self, session: Session, prototype: Prototype, *, token: str) -> Room[TaskPlay]:
        """Return the room of a walkthrough."""

        def play() -> TaskPlay:
            with self.book.store.reading() as work:
                study = work.study(session.study) if session.study else None
            walk = Walk(self.book, session.id, study=study, machines=prototype.machine)
            return TaskPlay(prototype, walk, token)

        return self.rooms.room(session.id, play)

    def renew(self, names: Iterable[str]) -> None:
        """Let rehearsals go on in prototypes that were read anew, or hear what is wrong with their spec.

        Who is in the middle of a task keeps the old one.
        """
        for key, room in self.rooms.all().items():
            play = room.play
            if not isinstance(play, RehearsalPlay) or play.prototype.name not in names:
                continue
            play.error = self.catalogue.error(play.prototype.name)
            renewed = self.catalogue.get(play.prototype.name)
            if renewed and is_shown(renewed, play.option, play.scenario):
                play.prototype = renewed
                play.rehearsal.reload()
            else:
                self.rooms.close(key)
            room.show_others(None)

    def draw(self, page: pages.Page, prototype: Prototype | None = None, *, language: Language = ENGLISH) -> str:
        """Return a light page in the look of a prototype, or in our own."""
        brand = prototype.solution.brand if prototype else None
        name = brand.name if brand else language.own(prototype.solution.title) if prototype else "showtell"
        frame = pages.Frame(name, assets.look(brand, self.workspace), language, logo=bool(brand and brand.logo))
        return pages.draw(page, frame, workspace=self.workspace)

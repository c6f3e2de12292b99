"""Participants are spoken to in a language that they read, as far as the prototype offers it, and stay in it."""

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from toolkit.domain.action import Place
from toolkit.domain.study import Plan
from toolkit.services.invite import invite
from toolkit.services.recall import recall_session
from toolkit.services.register import register
from toolkit.web.house import House
from toolkit.web.participant import add_participant_pages
from toolkit.web.rooms import Tab
from toolkit.web.wishes import first_offered

GERMAN = {"accept-language": "de-CH,de;q=0.9,en;q=0.4"}
TEXTS = {
    "Library": "Bücherei",
    "New loan": "Ausleihen",
    "Out": "Verliehen",
    "What is out?": "Was ist verliehen?",
    "Borrow a book.": "Leihen Sie ein Buch aus.",
    "What did you miss?": "Was fehlte Ihnen?",
}
Visitor = Callable[..., httpx.AsyncClient]


@pytest.fixture
def opened(spec: Path, open_house: Callable[..., House]) -> Callable[[], House]:
    answered = "answer: {Loan: status, first: title}"
    text = spec.read_text("utf-8").replace("answer: {Loan: title, first: title}", answered)
    spec.write_text(f"{text}languages: [de, ar]\n", "utf-8")
    spec.parent.joinpath("languages").mkdir()
    lines = "".join(f'"{text}": "{said}"\n' for text, said in TEXTS.items())
    spec.parent.joinpath("languages", "de.yaml").write_text(lines, "utf-8")
    return open_house


@pytest.fixture
def invited(opened: Callable[[], House]) -> tuple[House, str, str]:
    """A house, the link of somebody invited to it, and their session."""
    house = opened()
    plan = Plan(prototype="library", options=("as-asked",), tasks=("find",), questions=("missing",), consent="We look.")
    (invitation,) = invite(house.book, register(house.book, plan))
    return house, f"/s/{invitation.token}", invitation.session.id


def served(house: House) -> FastAPI:
    app = FastAPI()
    add_participant_pages(app, house)
    return app


async def test_the_browser_says_what_somebody_reads_and_a_link_what_they_would_rather(
    visitor: Visitor, invited: tuple[House, str, str]
) -> None:
    house, address, session = invited
    client = visitor(served(house))
    pages = [
        await client.get(address, headers={"accept-language": accept})
        for accept in ("de-CH,de;q=0.9,en;q=0.4", "ar-EG", "pt,de;q=0", "", "*;q=;,,?")
    ]
    openings = [page.text.partition("<head>")[0].strip().rpartition("<html ")[2] for page in pages]
    english = 'lang="en" dir="ltr">'
    assert openings == ['lang="de" dir="ltr">', 'lang="ar" dir="rtl">', english, english, english]
    assert "Es fragt Sie: Das Team hinter Bücherei." in pages[0].text
    assert '<ol lang="en" dir="ltr">\n<li>We look.' in pages[0].text
    chosen = await client.get(f"{address}?lang=ar", headers=GERMAN)
    assert 'dir="rtl"' in chosen.text
    assert f'<a class="st-link" href="{address}?lang=de" lang="de" hreflang="de">Deutsch</a>' in chosen.text
    assert f'href="{address}?lang=ar" lang="ar" hreflang="ar" aria-current="true"' in chosen.text
    recording = recall_session(house.book, session)
    assert recording is not None
    assert recording.entries == ()


async def test_a_session_goes_on_in_the_language_it_was_agreed_to_in(
    visitor: Visitor, invited: tuple[House, str, str], opened: Callable[[], House]
) -> None:
    house, address, session = invited
    client = visitor(served(house))
    await client.post(f"{address}?lang=de", data={"consent": "yes"}, follow_redirects=False)
    again = opened()  # as after a restart
    found = again.session(address.removeprefix("/s/"))
    prototype = again.catalogue.get("library")
    assert found is not None
    assert prototype is not None
    assert found.language == "de"
    room = again.walk(found, prototype, token="t")
    room.play.begin()
    bar = room.play.bar(Place("loans"))
    assert (bar.say, bar.language.code, room.view(Tab(Place("loans"), room.play.mark)).language.code) == (
        "Was ist verliehen?", "de", "de",
    )  # fmt: skip
    assert room.play.walk.done("„Verliehen“") is True
    client = visitor(served(again))
    page = await client.get(address, headers={"accept-language": "ar"})
    assert "Wie einfach war das?" in page.text
    page = await client.post(address, data={"ease": "0"})
    assert "Wählen Sie eine Zahl von 1 bis 7" in page.text
    page = await client.post(address, data={"ease": "7"})
    assert "1. Ich denke, dass ich dieses System gern häufig benutzen würde." in page.text
    page = await client.post(address, data={f"sus{n}": "3" for n in range(1, 11)})
    assert "Was fehlte Ihnen?" in page.text
    page = await client.post(address, data={"missing": "Nichts"})
    assert "Vielen Dank" in page.text
    assert "Alles löschen, was Sie hier getan haben?" in (await client.get(f"{address}/withdraw")).text
    recording = recall_session(again.book, session)
    assert recording is not None
    assert [e.data["reached"] for e in recording.entries if e.kind == "task ended"] == [True]


async def test_who_declines_and_who_comes_in_vain_are_told_so_in_their_language(
    visitor: Visitor, invited: tuple[House, str, str]
) -> None:
    house, address, _ = invited
    client = visitor(served(house))
    assert "Hier ist nichts" in (await client.get("/s/nobody", headers=GERMAN)).text
    declined = await client.post(f"{address}?lang=de", data={"consent": "no"}, headers={"accept-language": "en"})
    assert "niemand erfährt" in declined.text


@pytest.mark.parametrize(
    ("wished", "offered", "code"),
    [
        (("de-AT",), ("en", "de"), "de"),
        (("de",), ("en", "de_AT"), "de_AT"),
        (("pt", "fr-CA", "de"), ("en", "de", "fr"), "fr"),
        (("pt",), ("en", "de"), ""),
        ((), ("en",), ""),
    ],
)
def test_a_language_is_found_whatever_the_country(wished: tuple[str, ...], offered: tuple[str, ...], code: str) -> None:
    assert first_offered(wished, offered) == code

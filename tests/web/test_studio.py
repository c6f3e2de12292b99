"""The studio: what it says of a prototype, and who may make links."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request

from toolkit.domain.evidence import Sighting
from toolkit.domain.study import Plan, Study
from toolkit.domain.usability import Finding
from toolkit.services.book import Book
from toolkit.services.invite import Invitation, invite, invite_robot
from toolkit.services.load import Prototype
from toolkit.services.register import current, register
from toolkit.services.sightings import keep_sightings, sightings_folder
from toolkit.services.walk import Walk
from toolkit.services.withdraw import withdraw
from toolkit.services.workspace import Workspace
from toolkit.web.house import House
from toolkit.web.studio_case import sight
from toolkit.web.studio_look import Look
from toolkit.web.studio_pages import add_studio
from toolkit.web.studio_record import Checks, markdown_html
from toolkit.web.studio_rows import link_rows, session_rows

OPTIONS = """
options:
  shelf:
    idea: customer
    about: A shelf to look at
    benefits: [It is seen]
    consequences: [It takes room]
    costs: 100 EUR once, 10 EUR a year
  list: {idea: ours, about: A list}
goals:
  it works: success of borrow >= 80 %
study: {people: 8}
"""
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489")


@pytest.fixture
def spec(tmp_path: Path, spec: Path) -> Path:
    spec.write_text(spec.read_text("utf-8") + OPTIONS, "utf-8")
    return spec


@pytest.fixture
def study(book: Book) -> Study:
    return register(book, Plan(prototype="library", options=("shelf", "list"), tasks=("borrow",)))


def library(house: House) -> Prototype:
    found = house.catalogue.get("library")
    assert found is not None
    return found


def drawn(house: House) -> str:
    """Return the page of the library as words and tags, its lines joined."""
    look = Look(house, library(house), Checks(house), base="http://try.example", seal="sealed")
    return re.sub(r"\s+", " ", look.draw())


def walk(house: House, study: Study, invitation: Invitation) -> Walk:
    return Walk(house.book, invitation.session.id, study=study, machines=library(house).machine)


@pytest.fixture
def client(house: House, visitor: Callable[..., httpx.AsyncClient]) -> httpx.AsyncClient:
    return visitor(served(house))


def served(house: House) -> FastAPI:
    app = FastAPI()
    add_studio(app, house)
    return app


def test_without_a_study_it_says_how_to_begin(house: House) -> None:
    page = drawn(house)
    assert "Nothing is proposed yet: nobody has taken part." in page
    assert "Register the study and make links" in page
    assert "showtell try library" in page
    assert "Nothing is decided yet" in page


def test_options_stand_side_by_side_with_what_speaks_for_and_against(house: House) -> None:
    page = drawn(house)
    for words in ("As the customer asked", "Our idea", "A shelf to look at", "It is seen", "It takes room", "130 EUR"):
        assert words in page


async def test_the_list_says_one_sentence_each(house: House, study: Study, client: httpx.AsyncClient) -> None:
    robot = invite_robot(house.book, study, option="shelf", task="borrow")
    walk(house, study, robot).start()
    walk(house, study, robot).give_up("no way")
    page = (await client.get("/studio")).text
    assert "library: 0 of 8 people, robots could do 0 of 1 tasks" in page


def test_links_say_what_became_of_them(house: House, study: Study) -> None:
    people = invite(house.book, study, people=4, labels=("Joan",))
    walk(house, study, people[0]).consent()
    walk(house, study, people[1]).decline()
    walk(house, study, people[2]).consent()
    withdraw(house.book, people[2].session.id)
    page = drawn(house)
    for words in ("in progress", "declined", "withdrawn", "not opened", "Joan"):
        assert words in page
    assert f'data-copy="http://try.example/s/{people[3].token}"' in page
    assert page.count('aria-label="QR code of the link') == 2
    assert people[2].token not in page


def test_people_robots_and_rehearsals_are_told_apart(house: House, study: Study) -> None:
    robot = invite_robot(house.book, study, option="shelf", task="borrow", device={"name": "phone"})
    walk(house, study, robot).start()
    (person,) = invite(house.book, study)
    walk(house, study, person).consent()
    page = drawn(house)
    assert "1 robot walk: 0 came through" in page
    assert f'href="/studio/library/sessions/{robot.session.id}"' in page
    assert f'href="/studio/library/sessions/{person.session.id}"' in page


def test_a_link_can_be_scanned_and_a_session_has_its_length(house: House, study: Study) -> None:
    (person,) = invite(house.book, study)
    walk(house, study, person).decline()
    seen = sight(house, library(house))
    (link,) = link_rows(seen, house.book, "http://try.example")
    assert link.qr.startswith("<svg")
    assert "javascript" not in link.qr
    (row,) = session_rows(seen, "person")
    assert row.lasted.endswith(" s")
    assert row.state == "declined"


def test_an_option_is_shown_by_its_first_screen_at_a_desk(house: House, study: Study) -> None:
    taken = {"shelf-phone-loans.jpg": b"p", "shelf-desktop-loans.jpg": b"d"}
    keep_sightings(sightings_folder(Workspace(house.workspace), "library"), [], taken)
    covers = sight(house, library(house)).covers
    assert covers["list"] is None
    assert covers["shelf"] is not None
    assert covers["shelf"].address == "/studio/library/pictures/shelf-desktop-loans.jpg"


def test_findings_come_with_their_picture_and_how_to_mend_them(house: House, study: Study) -> None:
    finding = Finding("target-size", 3, "'Add' is too small", fix="make it 44 px high", box=(0, 0, 1, 1))
    folder = sightings_folder(Workspace(house.workspace), "library")
    keep_sightings(folder, [Sighting(finding, "shelf", "phone", "small.png")], {"small.png": PNG})
    page = drawn(house)
    assert "serious" in page
    assert "make it 44 px high" in page
    assert "/studio/library/pictures/small.png" in page


async def test_pictures_are_served_and_nothing_else_of_the_folder(house: House, client: httpx.AsyncClient) -> None:
    folder = sightings_folder(Workspace(house.workspace), "library")
    keep_sightings(folder, [], {"small.png": PNG})
    assert (await client.get("/studio/library/pictures/small.png")).content == PNG
    for name in ("findings.json", "..%2Ffindings.json", "none.png"):
        assert (await client.get(f"/studio/library/pictures/{name}")).status_code == 404


async def test_only_a_form_of_ours_makes_links(house: House, study: Study, client: httpx.AsyncClient) -> None:
    def made() -> int:
        with house.book.store.reading() as work:
            return len(work.sessions(study=study.id))

    assert (await client.post("/studio/library/links", data={"people": "2"})).status_code == 403
    assert (await client.post("/studio/library/links", data={"people": "2", "seal": "guessed"})).status_code == 403
    assert made() == 0
    good = {"people": "2", "seal": seal(house)}
    foreign = await client.post("/studio/library/links", data=good, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403
    answer = await client.post("/studio/library/links", data=good, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/studio/library#links")
    assert made() == 2


def seal(house: House) -> str:

    return house.door.seal(Request({"type": "http", "headers": []}))


async def test_the_first_links_register_the_study(house: House, client: httpx.AsyncClient) -> None:
    await client.post("/studio/library/links", data={"people": "3", "seal": seal(house)}, follow_redirects=False)
    study = current(house.book, "library")
    assert study is not None
    assert study.people == 8
    with house.book.store.reading() as work:
        assert len(work.sessions(study=study.id)) == 3


@pytest.mark.parametrize("people", ["", "-1", "many", "²", "9" * 5_000])
async def test_a_number_that_is_none_makes_no_links(
    people: str, house: House, study: Study, client: httpx.AsyncClient
) -> None:
    await client.post("/studio/library/links", data={"people": people, "seal": seal(house)}, follow_redirects=False)
    with house.book.store.reading() as work:
        assert work.sessions(study=study.id) == ()


async def test_the_studio_is_for_those_who_know_the_password(
    open_house: Callable[..., House], visitor: Callable[..., httpx.AsyncClient]
) -> None:
    client = visitor(served(open_house("tulip")))
    for address in ("/studio", "/studio/library/report"):
        answer = await client.get(address, follow_redirects=False)
        assert answer.headers["location"].startswith("/login")
    assert (await client.get("/studio/library/pictures/x.png")).status_code == 404
    answer = await client.post("/studio/library/links", data={"people": "1"}, follow_redirects=False)
    assert answer.headers["location"].startswith("/login")


async def test_the_report_is_served_once_there_is_a_study(house: House, client: httpx.AsyncClient) -> None:
    assert "There is no report yet" in (await client.get("/studio/library/report")).text
    register(house.book, Plan(prototype="library", options=("shelf", "list"), tasks=("borrow",)))
    assert "<title>Library: report</title>" in (await client.get("/studio/library/report")).text


def test_a_page_is_drawn_again_only_when_something_is_new(house: House, study: Study) -> None:
    look = Look(house, library(house), Checks(house), base="", seal="")
    look.draw()
    assert look.redrawn() == ""
    (person,) = invite(house.book, study)
    assert "not opened" in look.redrawn()
    walk(house, study, person).consent()
    assert "in progress" in look.redrawn()
    assert look.redrawn() == ""


def test_a_spec_that_was_broken_since_is_said_and_the_last_good_one_shown(house: House, spec: Path) -> None:
    spec.write_text(spec.read_text("utf-8").replace("Loan:", "Loan"), "utf-8")
    house.catalogue.refresh()
    page = drawn(house)
    assert "cannot be shown" in page
    assert "A shelf to look at" in page


def test_words_of_the_spec_are_words(house: House, spec: Path) -> None:
    spec.write_text(spec.read_text("utf-8").replace("A shelf to look at", "<script>alert(1)</script>"), "utf-8")
    house.catalogue.refresh()
    assert "<script>" not in drawn(house)


def test_markdown_of_a_record_cannot_bring_tags_or_code() -> None:
    html = markdown_html("# Big\n\n<script>x</script> [a](javascript:alert(1)) [b](../c.md) ![i](http://x/y.png)")
    table = markdown_html("| h |\n|---|\n| 1 |\n")
    assert "<script" not in html
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)
    assert 'href="../c.md"' not in html
    assert "<img" not in html
    assert "<h2>" in html
    assert "<td>1</td>" in table

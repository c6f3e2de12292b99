"""The light pages: readable without a script, posted without a socket, complete in what they ask."""

from pathlib import Path

import pytest

from tests.browser.look.documents import LIGHT
from tests.unit.printing.reading import Element, parsed
from toolkit.domain.language import Language
from toolkit.printing import pages

FRAME = pages.Frame("Northgate <IT>", "/look.css", Language(code="en_GB"))
every_page = pytest.mark.parametrize("page", LIGHT.values(), ids=LIGHT)


def drawn(page: pages.Page) -> Element:
    return parsed(pages.draw(page, FRAME))


@every_page
def test_a_page_is_a_whole_document_with_one_heading_and_no_script(page: pages.Page) -> None:
    html = drawn(page)
    assert html.one("html").attributes["lang"] == "en-GB"
    assert html.one("title").text.endswith("· Northgate <IT>")
    assert html.one("main").one("h1").text
    assert html.all("script") == []
    assert html.one("link", rel="stylesheet").attributes["href"] == "/look.css"
    assert html.one("meta", name="robots").attributes["content"] == "noindex, nofollow"


@every_page
def test_every_form_is_posted_to_where_it_was_told(page: pages.Page) -> None:
    for form in drawn(page).all("form"):
        assert form.attributes["method"] == "post"
        assert form.attributes["action"] == page.action  # type: ignore[union-attr]


@every_page
def test_every_box_has_a_label(page: pages.Page) -> None:
    html = drawn(page)
    labels = {label.attributes["for"] for label in html.all("label")}
    assert {box.attributes["id"] for box in html.where(lambda e: e.tag in ("input", "textarea"))} <= labels


def test_the_invitation_says_who_asks_and_what_is_recorded_and_can_be_declined() -> None:
    points = pages.consent_points("Joan Ellis", minutes=15)
    html = drawn(pages.Welcome("/w/x", "Joan Ellis", "She wants to know.", 15, points))
    assert "Joan Ellis asks you. She wants to know." in html.one("main").text
    assert [item.text for item in html.all("li")] == list(points)
    assert len(points) == 10
    assert [b.attributes["value"] for b in html.all("button", name="consent")] == ["yes", "no"]


def test_ease_is_asked_on_seven_points_whose_ends_have_words() -> None:
    html = drawn(pages.Ease("/w/x", 2, 6, "Ask for help."))
    assert [box.attributes["value"] for box in html.all("input", name="ease")] == list("1234567")
    assert (html.one("label", for_="ease-1").text, html.one("label", for_="ease-7").text) == (
        "1 very difficult", "7 very easy",
    )  # fmt: skip
    assert html.one("progress").attributes["value"] == "2"
    assert "Task 2 of 6" in html.one("main").text
    assert "Error" not in html.text


def test_ease_without_an_answer_is_asked_again() -> None:
    html = drawn(pages.Ease("/w/x", 2, 6, "Ask for help.", missing=True))
    assert html.one(id=html.one("fieldset").attributes["aria-describedby"]).text == "Error: Choose a number from 1 to 7"
    assert html.one("title").text.startswith("Error: ")


def test_the_scale_asks_its_ten_statements_in_order() -> None:
    html = drawn(pages.Sus("/w/x", "the dashboard"))
    assert [s.one("legend").text for s in html.all("fieldset")] == [
        f"{number}. {words}" for number, words in enumerate(pages.SUS_STATEMENTS, 1)
    ]
    assert {box.attributes["name"] for box in html.all("input")} == {f"sus{n}" for n in range(1, 11)}
    assert html.all("input", checked="") == []


def test_statements_without_an_answer_are_named_and_the_others_kept() -> None:
    answers = {f"sus{n}": "4" for n in range(1, 11) if n not in (3, 7)}
    html = drawn(pages.Sus("/w/x", "the dashboard", answers))
    assert [a.text for a in html.one(role="alert").all("a")] == ["Answer statement 3", "Answer statement 7"]
    assert {box.attributes["id"] for box in html.all("input", checked="")} == {f"{name}-4" for name in answers}
    assert len(drawn(pages.Sus("/w/x", "it", {})).one(role="alert").all("a")) == 10


def test_questions_are_open_or_have_choices() -> None:
    asked = (pages.Asked("missing", "What is missing?"), pages.Asked("prefer", "Which?", (("a", "One"), ("b", "Two"))))
    html = drawn(pages.Questions("/w/x", asked))
    assert html.one("textarea").attributes["name"] == "missing"
    assert [box.attributes["value"] for box in html.one("fieldset").all("input", name="prefer")] == ["a", "b"]


def test_what_was_done_can_be_taken_back() -> None:
    assert drawn(pages.Thanks("Joan Ellis", "/w/x/withdraw")).one("a", href="/w/x/withdraw").text.startswith("I have")
    html = drawn(pages.Withdraw("/w/x/withdraw", "/w/x"))
    assert (html.one("button").text, html.one("a", href="/w/x").text) == ("Erase everything", "Keep it")


def test_an_error_offers_another_try_where_there_is_one() -> None:
    assert drawn(pages.Failed("/w/x")).one("a", href="/w/x").text == "Try again"
    assert "Try again" not in drawn(pages.Failed()).text


def test_a_wrong_password_is_said_and_not_repeated() -> None:
    box = drawn(pages.Login("/login", wrong=True)).one("input")
    assert box.attributes["aria-invalid"] == "true"
    assert "value" not in box.attributes


def test_prototypes_are_listed_with_their_options() -> None:
    shown = pages.Shown("Help desk", "Lost.", (("As asked for", "/p/a"), ("Evil", "javascript:x")), "/studio/desk")
    html = drawn(pages.Index((shown,)))
    assert [a.attributes["href"] for a in html.one("main").all("a")] == ["/p/a", "#", shown.studio]
    assert "showtell new" in drawn(pages.Index(())).text


def test_a_workspace_may_say_it_in_its_own_words(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "pages"
    own.mkdir(parents=True)
    (own / "closed.html.jinja").write_text("Wedi cau, {{ frame.brand }}", "utf-8")
    assert pages.draw(pages.Closed(), FRAME, workspace=tmp_path) == "Wedi cau, Northgate &lt;IT&gt;"

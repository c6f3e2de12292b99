"""A script waits for what is really drawn: each line it waits with is looked for in the page itself."""

from toolkit.domain.action import Place
from toolkit.domain.view import Block, Calendar, Notice, Sections, Table, View
from toolkit.services.seeing import seen


def view(*blocks: Block) -> View:
    return View("today", "Reception", "", Place("today"), "Today", blocks)


def rows(*, page: int = 1, pages: int = 1) -> Table:
    return Table("today.rows", "Soon", "Appointment", (), (), total=0, page=page, pages=pages)


def test_rows_that_appear_on_one_page_are_waited_for_by_their_name() -> None:
    assert seen(view(), view(rows())) == (
        'expect(page.get_by_role("table", name="Soon", exact=True).first).to_be_visible()',
    )


def test_another_page_of_the_same_rows_is_waited_for_by_its_number() -> None:
    assert seen(view(rows(pages=3)), view(rows(page=2, pages=3))) == (
        'expect(page.get_by_text("Page 2 of 3").first).to_be_visible()',
    )


def test_a_notice_tells_more_than_rows() -> None:
    (line,) = seen(view(), view(Notice("today.notice", "Saved."), rows()))
    assert '"Saved."' in line


def test_sections_are_waited_for_by_how_many_are_complete() -> None:
    half = Sections("today.sections", "What we need", (), tally="1 of 2 sections are complete.")
    (line,) = seen(view(), view(half))
    assert "1 of 2 sections are complete." in line


def test_nothing_new_is_not_waited_for() -> None:
    assert seen(view(rows()), view(rows())) == ()


def test_another_month_is_waited_for_by_its_name() -> None:
    march, april = (Calendar("due.calendar", f"{month} 2026", "Appointment", ()) for month in ("March", "April"))
    (line,) = seen(view(march), view(april))
    assert line == 'expect(page.get_by_role("heading", name="April 2026", exact=True).first).to_be_visible()'

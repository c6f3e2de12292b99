"""Does gestures in a real page, as assistive technology finds things: by role and accessible name."""

from playwright.sync_api import Error, FilePayload, Locator, Page, expect

from toolkit.domain.gestures import Choose, Click, Fill, Gesture, Pick, Press, Tick, Unfold, Upload, said
from toolkit.errors import ToolkitError

PATIENCE = 10_000
"""Milliseconds until something that is not there counts as missing."""


class Stuck(ToolkitError):
    """A robot cannot do what its plan says: the page has no such thing, or does not let it be used."""


def do(page: Page, gesture: Gesture, *, patience: float = PATIENCE) -> None:
    """Do one gesture. Raises Stuck if it cannot be done in time."""
    try:
        _do(page, gesture, patience)
    except (Error, AssertionError) as error:
        reason = str(error).strip().splitlines()[0]
        raise Stuck(
            f"a robot could not {said(gesture)}: {reason}",
            where=page.url,
            fix="see whether it can be reached there by its role and name",
        ) from error


def _do(page: Page, gesture: Gesture, patience: float) -> None:
    match gesture:
        case Click(role, name, nth):
            page.get_by_role(role, name=name, exact=True).nth(nth).click(timeout=patience)
        case Fill() | Press() | Choose() | Upload():
            _answer(labelled(page, gesture.label, gesture.form), gesture, patience)
        case Pick(group, option, nth):
            box = page.get_by_role("group", name=group, exact=True).get_by_role("radio", name=option, exact=True)
            box.nth(nth).click(timeout=patience)
            expect(box.nth(nth)).to_be_checked(timeout=patience)
        case Tick(group, option, on, nth):
            box = page.get_by_role("group", name=group, exact=True).get_by_role("checkbox", name=option, exact=True)
            box.nth(nth).set_checked(on, timeout=patience)
        case Unfold(name):
            unfold(page, name)


def _answer(box: Locator, gesture: Fill | Press | Choose | Upload, patience: float) -> None:
    match gesture:
        case Fill():
            box.fill(gesture.text, timeout=patience)
        case Press():
            box.press(gesture.key, timeout=patience)
        case Choose():
            box.select_option(label=gesture.option, timeout=patience)
        case Upload():
            empty: FilePayload = {"name": gesture.file, "mimeType": "application/octet-stream", "buffer": b""}
            box.set_input_files(empty, timeout=patience)


def labelled(page: Page, label: str, form: str = "") -> Locator:
    """Return the input with a label, within a form where one is named."""
    within = page.get_by_role("form", name=form, exact=True) if form else page
    return within.get_by_label(label, exact=True)


def unfold(page: Page, name: str) -> None:
    """Open what small screens fold away under this name, if it is folded."""
    summary = page.locator("details:not([open]) > summary", has_text=name)
    if summary.count() and summary.first.is_visible():
        summary.first.click()

"""Take the pictures of the documentation anew: `python docs/pictures/take.py`. Each is a real screenshot."""

import base64
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from toolkit.browser.hands import do
from toolkit.browser.launch import launch, leave
from toolkit.browser.trying import Wish, try_out
from toolkit.domain.gestures import gestures
from toolkit.domain.planner import Plan, plan
from toolkit.loader import load
from toolkit.services.book import open_book
from toolkit.services.invite import Invitation, invite
from toolkit.services.load import load_prototype
from toolkit.services.plan import plan_again
from toolkit.services.register import register
from toolkit.services.workspace import Workspace
from toolkit.web.running import running
from toolkit.web.settings import Settings

HERE = Path(__file__).parent
SIZES = {"desktop": (1280, 860), "phone": (390, 860)}
READY = "window.did_handshake === true && !!document.querySelector('h1')"


@dataclass
class Camera:
    """Takes pictures of pages that a server shows."""

    browser: Browser
    url: str

    @contextmanager
    def page(self, path: str, size: str = "desktop") -> Iterator[Page]:
        """Open a page of a size, in a browser of its own."""
        width, height = SIZES[size]
        context = self.browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(self.url + path)
        yield page
        leave(page)
        context.close()


def still(page: Page) -> bytes:
    """Return a picture of a page that has come to rest."""
    page.wait_for_timeout(500)
    return page.screenshot()


def start_of(camera: Camera, option: str, role: str, size: str) -> bytes:
    """Return a picture of where a role of the help desk starts."""
    with camera.page(f"/p/helpdesk/{option}/", size) as page:
        page.wait_for_function(READY)
        if role not in page.locator("header").first.inner_text():
            page.locator("header summary").first.click()
            page.get_by_role("button", name=role).or_(page.get_by_role("link", name=role)).first.click()
            page.wait_for_function("role => document.querySelector('header').textContent.includes(role)", arg=role)
        return still(page)


def rebooked(camera: Camera) -> list[bytes]:
    """Return pictures of a traveller's way to another seat."""
    with camera.page("/p/rebooking/seat-held/", "phone") as page:
        page.wait_for_function(READY)
        pictures = [still(page)]
        page.locator("main .st-button", has_text="Rebook").click()
        page.get_by_role("radio").first.check()
        pictures.append(still(page))
        for _ in range(2):
            page.get_by_role("button", name="Continue").click()
            page.wait_for_timeout(500)
        page.get_by_label("Mobile number").fill("+44 7700 900142")
        page.get_by_role("button", name="Continue").click()
        pictures.append(still(page))
        page.get_by_role("button", name="Confirm").click()
        return [*pictures, still(page)]


def applied(camera: Camera) -> list[bytes]:
    """Return pictures of a resident's way to a permission: a dead end, the sections, a stall, and the check."""
    prototype = load_prototype(Workspace(HERE).find_prototype("street-event"), load(installed=False))
    found = plan(prototype.machine("step-by-step"), prototype.solution.tasks["apply"])
    pictures: list[bytes] = []
    with camera.page("/p/street-event/step-by-step/", "phone") as page:
        page.wait_for_function(READY)
        for step in found.steps if isinstance(found, Plan) else ():
            at = step.view.place.get("step")
            page.wait_for_timeout(300)
            if at == "how-many":
                page.get_by_role("spinbutton").or_(page.get_by_role("textbox")).first.fill("9000")
                page.get_by_role("button", name="Continue").click()
                pictures.append(still(page))
                page.get_by_role("link", name="Change your answer").click()
            if at in {"_check", "stalls"} and not step.values:
                pictures.append(still(page))
            for gesture in gestures(step.view, step.control, step.values):
                do(page, gesture)
            if step.control.label == "Continue" and at == "stalls":
                pictures.append(still(page))
    dead_end, stalls, sections, check = pictures
    return [dead_end, sections, stalls, check]


def invited(workspace: Workspace) -> Invitation:
    """Return the invitation of the first participant of the help desk's study."""
    book = open_book(workspace.runtime_dir)
    with closing(book.store):
        prototype = load_prototype(workspace.find_prototype("helpdesk"), load(workspace.root))
        return invite(book, register(book, plan_again(book, prototype)))[0]


def asked(camera: Camera, person: Invitation) -> list[bytes]:
    """Return pictures of what a participant on a phone is shown, up to the first question."""
    with camera.page(f"/s/{person.token}", "phone") as page:
        pictures = [still(page)]
        page.get_by_role("button", name="I agree").click()
        page.wait_for_function(f"{READY} && !!window.rrwebRecord")
        page.get_by_role("link", name="New ticket").click()
        page.get_by_label("Title").fill("VPN stopped working")
        pictures.append(still(page))
        page.get_by_role("button", name="Add ticket").click()
        pictures.append(still(page))
        page.wait_for_timeout(2500)  # what was recorded is sent every other second
        page.get_by_role("button", name="I have done it").click()
        return [*pictures, still(page)]


def replayed(camera: Camera, person: Invitation) -> bytes:
    """Return a picture of a participant's replay, at its end."""
    with camera.page(f"/studio/helpdesk/sessions/{person.session.id}") as page:
        page.wait_for_selector("#player[data-ready]")
        page.locator("#trace button").last.click()
        return still(page)


def beside(camera: Camera, pictures: list[bytes]) -> bytes:
    """Return pictures beside each other on one sheet."""
    images = "".join(f"<img src='data:image/png;base64,{base64.b64encode(p).decode()}'>" for p in pictures)
    style = "body{margin:0;padding:32px;background:#e9e9e6;display:inline-flex;gap:24px}"
    style += "img{height:560px;border:1px solid #bbb;border-radius:8px}"
    sheet = camera.browser.new_page(viewport={"width": 2400, "height": 700})
    sheet.set_content(f"<style>{style}</style>{images}")
    sheet.wait_for_timeout(300)
    return sheet.locator("body").screenshot()


def shot(camera: Camera, workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """Give each picture with its name."""
    dashboard, late_first = (start_of(camera, o, "Team lead", "desktop") for o in ("dashboard", "late-first"))
    phone = start_of(camera, "late-first", "Employee", "phone")
    yield "helpdesk", beside(camera, [dashboard, late_first, phone])
    yield "rebooking", beside(camera, rebooked(camera))
    yield "street-event", beside(camera, applied(camera))
    person = invited(workspace)
    yield "participant", beside(camera, asked(camera, person))
    yield "replay", replayed(camera, person)
    with camera.page("/studio/helpdesk") as page:
        yield "studio", still(page)


def main() -> None:
    """Let robots walk through the help desk, serve the bundled prototypes, and take each picture."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        serving = running(Settings(workspace.root, port=0))
        try_out(workspace, "helpdesk", Wish(), serving=serving, progress=lambda walked, of: None)
        with running(Settings(workspace.root, port=0)) as url, launch() as browser:
            for name, picture in shot(Camera(browser, url), workspace):
                (HERE / f"{name}.png").write_bytes(picture)


if __name__ == "__main__":
    main()

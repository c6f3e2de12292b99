"""Take the pictures of the documentation anew: `python docs/pictures/take.py`. Each is a real screenshot."""

import base64
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from toolkit.browser.launch import launch
from toolkit.web.running import running
from toolkit.web.settings import Settings

HERE = Path(__file__).parent
SIZES = {"desktop": (1280, 860), "phone": (390, 860)}
SHOTS = {
    "helpdesk-dashboard": ("helpdesk/dashboard", "Team lead", "desktop"),
    "helpdesk-late-first": ("helpdesk/late-first", "Team lead", "desktop"),
    "helpdesk-phone": ("helpdesk/late-first", "Employee", "phone"),
    "rebooking-phone": ("rebooking/seat-held", "", "phone"),
}


def shoot(page: Page, address: str, role: str) -> bytes:
    """Return a picture of where a role starts."""
    page.goto(address)
    page.wait_for_function("window.did_handshake === true && !!document.querySelector('h1')")
    if role and role not in page.locator("header").first.inner_text():
        page.locator("header summary").first.click()
        page.get_by_role("button", name=role).or_(page.get_by_role("link", name=role)).first.click()
        page.wait_for_function("role => document.querySelector('header').textContent.includes(role)", arg=role)
    page.wait_for_timeout(500)
    return page.screenshot()


def beside(page: Page, pictures: list[bytes]) -> bytes:
    """Return pictures beside each other on one sheet."""
    images = "".join(f"<img src='data:image/png;base64,{base64.b64encode(p).decode()}'>" for p in pictures)
    style = "body{margin:0;padding:32px;background:#e9e9e6;display:inline-flex;gap:24px}"
    style += "img{height:560px;border:1px solid #bbb;border-radius:8px}"
    page.set_content(f"<style>{style}</style>{images}")
    page.wait_for_timeout(300)
    return page.locator("body").screenshot()


def main() -> None:
    """Serve the bundled prototypes and take each picture."""
    taken = {}
    with tempfile.TemporaryDirectory() as folder, launch() as browser:
        with running(Settings(Path(folder), port=0)) as url:
            for name, (path, role, size) in SHOTS.items():
                width, height = SIZES[size]
                context = browser.new_context(viewport={"width": width, "height": height})
                taken[name] = shoot(context.new_page(), f"{url}/p/{path}/", role)
                context.close()
        sheet = browser.new_page(viewport={"width": 2400, "height": 700})
        desk = [taken[n] for n in ("helpdesk-dashboard", "helpdesk-late-first", "helpdesk-phone")]
        (HERE / "helpdesk.png").write_bytes(beside(sheet, desk))
        (HERE / "rebooking.png").write_bytes(beside(sheet, [taken["rebooking-phone"]]))


if __name__ == "__main__":
    main()

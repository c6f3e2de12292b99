"""A spec that is saved is shown to whoever is looking, where they are; a broken one breaks nothing."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from toolkit.places import bundled

pytestmark = pytest.mark.browser


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "prototypes" / "helpdesk" / "spec.yaml"
    path.parent.mkdir(parents=True)
    shutil.copy(bundled("prototypes") / "helpdesk" / "spec.yaml", path)
    return path


@pytest.fixture
def own_server(server: Any, spec: Path, tmp_path: Path) -> Iterator[Any]:
    own = type(server)(tmp_path)
    yield own
    own.kill()


def test_a_saved_spec_is_shown_in_place(
    somebody: Callable[..., Page], connected: Callable[[Page], Page], own_server: Any, spec: Path
) -> None:
    page = somebody()
    page.goto(f"{own_server.url}/p/helpdesk/dashboard/queue")
    connected(page)
    page.get_by_text("Present", exact=True).click()
    page.get_by_role("button", name="Agent").click()
    page.get_by_role("link", name="VPN not connecting").click()
    page.get_by_label("Body").fill("Not sent yet")
    page.evaluate("window.same = true")
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("title: The dashboard as asked for", "title: The board"), encoding="utf-8")
    expect(page.get_by_role("link", name="The board")).to_have_count(1)
    expect(page.get_by_role("heading", level=1, name="VPN not connecting")).to_be_visible()
    expect(page.get_by_role("button", name="Agent")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_label("Body")).to_have_value("Not sent yet")
    broken = text.replace("form: Ticket", "form: Tickets").replace("for: [Agent, Team lead]", "for: [Agnt, Team lead]")
    spec.write_text(broken, encoding="utf-8")
    expect(page.get_by_text("there is no entity 'Tickets'")).to_be_visible()
    expect(page.get_by_text("there is no role 'Agnt'")).to_be_visible()
    expect(page.get_by_text("did you mean 'Agent'?")).to_be_visible()
    expect(page.get_by_text("The spec has 2 mistakes. This is how it was before.")).to_be_visible()
    index = page.context.new_page()
    index.goto(own_server.url)
    expect(index.get_by_text("there is no entity 'Tickets'")).to_be_visible()
    page.get_by_role("link", name="Queue", exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button", name="Leave", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Queue")).to_be_visible()
    assert page.evaluate("window.same")
    spec.write_text(text, encoding="utf-8")
    expect(page.get_by_text("there is no entity 'Tickets'")).to_have_count(0)
    expect(page.get_by_text("This is how it was before.")).to_have_count(0)


def test_what_is_saved_while_a_page_loads_is_shown_once_it_has_loaded(
    somebody: Callable[..., Page], own_server: Any, spec: Path
) -> None:
    page = somebody()
    said = "title: The dashboard as asked for"

    def late(route: Route) -> None:
        spec.write_text(spec.read_text("utf-8").replace(said, "title: The board"), "utf-8")
        until = time.monotonic() + 20
        while "The board" not in page.request.get(own_server.url).text() and time.monotonic() < until:
            time.sleep(0.1)
        route.continue_()

    page.route("**/stage.js*", late)
    page.goto(f"{own_server.url}/p/helpdesk/dashboard/my-tickets")
    expect(page.get_by_role("link", name="The board")).to_have_count(1)

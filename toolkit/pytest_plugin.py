"""The pytest plugin that usability scripts run in: a served prototype, a page, and the device it pretends to be.

Everything heavy is imported by the fixture that needs it, for pytest loads this in every run.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from toolkit.browser.devices import Device
    from toolkit.browser.scripts import Prototype


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --device; where another plugin has one already, that one is read."""
    try:
        parser.getgroup("showtell").addoption(
            "--device", help="The device of usability scripts: phone, tablet, desktop."
        )
    except ValueError:
        return


@pytest.fixture(scope="session")
def device(request: pytest.FixtureRequest) -> "Device":
    """Return the device that scripts run on."""
    from toolkit.browser.devices import device_named

    return device_named(request.config.getoption("--device") or "desktop")


@pytest.fixture(scope="session")
def _showtell_serving() -> Iterator[Callable[[Path, Path], str]]:
    """Give what serves a spec, once a run; the servers end with it."""
    from toolkit.web.running import running
    from toolkit.web.settings import Settings

    addresses: dict[Path, str] = {}
    with ExitStack() as stack:

        def serve(spec: Path, workspace: Path) -> str:
            if spec not in addresses:
                settings = Settings(workspace, (str(spec.parent),), port=0)
                addresses[spec] = stack.enter_context(running(settings))
            return addresses[spec]

        yield serve


@pytest.fixture(scope="module")
def prototype(
    request: pytest.FixtureRequest, device: "Device", _showtell_serving: Callable[[Path, Path], str]
) -> "Prototype":
    """Return the prototype that the script lies beside, served."""
    from toolkit.browser.scripts import folder_of, prototype_at

    spec, workspace = folder_of(request.path)
    return prototype_at(_showtell_serving(spec, workspace), spec, workspace, device=device)


@pytest.fixture(scope="session")
def _showtell_context(device: "Device") -> "Iterator[BrowserContext]":
    """Give a context of the browser; it is used again, because a fresh one has nothing in its cache."""
    from toolkit.browser.launch import launch

    with launch() as browser:
        yield browser.new_context(**device.context)


@pytest.fixture
def page(_showtell_context: "BrowserContext") -> "Iterator[Page]":
    """Give a new page, without the cookies of those before."""
    from toolkit.browser.launch import leave

    _showtell_context.clear_cookies()
    page = _showtell_context.new_page()
    yield page
    leave(page)

"""The installed wheel does everything in an empty folder, without make and without this checkout."""

import csv
import io
import json
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.docs.console import agrees, commands
from tests.wheel.conftest import ROOT, Installed

pytestmark = [pytest.mark.wheel, pytest.mark.timeout(900)]  # it sets up an environment and runs the whole loop


@contextmanager
def served(installed: Installed, *args: str, where: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Serve for as long as the block lasts; gives the process and its address."""
    command = installed.command("showtell", "serve", *args, "--port", "0")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=where, env=installed.variables, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            address = re.search(r"http://\S+", line)
            assert address, line
            yield process, address[0]
        finally:
            process.kill()


def get(address: str) -> tuple[int, str]:
    with urlopen(address, timeout=30) as answer:
        return answer.status, answer.read().decode()


def test_the_checkout_is_nowhere_to_be_found(installed: Installed, tmp_path: Path) -> None:
    program = "import sys, toolkit; print(toolkit.__file__, *sys.path)"
    assert str(ROOT) not in installed.run("python", "-c", program, where=tmp_path)


def test_help_names_what_to_start_with(installed: Installed, tmp_path: Path) -> None:
    assert "Start with: showtell demo" in installed.run("showtell", "--help", where=tmp_path)


def test_bundled_plugins_come_from_the_environment(installed: Installed, tmp_path: Path) -> None:
    plugins = json.loads(installed.run("showtell", "plugins", "--json", where=tmp_path))
    assert {plugin["origin"] for plugin in plugins} == {"bundled"}
    assert len(plugins) == len(list((ROOT / "plugins").glob("*.py")))
    environment = installed.scripts.parent
    assert all(Path(plugin["path"]).is_relative_to(environment) for plugin in plugins)


def test_a_wish_becomes_a_spec_that_checks_and_is_served(installed: Installed, tmp_path: Path) -> None:
    wish = "we need an app for field staff to report broken meters"
    assert "What is still open" in installed.run("showtell", "new", "meters", wish, where=tmp_path)
    assert "no errors" in installed.run("showtell", "check", "meters", where=tmp_path)
    with served(installed, where=tmp_path) as (process, address):
        assert get(f"{address}/healthz")[0] == 200
        status, first = get(address)
        pages = sorted(set(re.findall(r'href="(/p/meters[^"]*)"', first)))
        assert status == 200
        assert pages
        assert [get(address + page)[0] for page in pages] == [200] * len(pages)
        process.send_signal(signal.SIGTERM)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")


def test_rows_come_as_csv(installed: Installed, tmp_path: Path) -> None:
    text = installed.run("showtell", "data", "helpdesk", "--format", "csv", "--entity", "Ticket", where=tmp_path)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 120
    assert rows[0]["title"] == "VPN not connecting"


@pytest.mark.browser
def test_the_demo_prints_what_the_readme_shows_and_leaves_what_it_says(installed: Installed, tmp_path: Path) -> None:
    shown = next(c for c in commands(ROOT / "README.md") if c.command == "showtell demo --no-serve")
    said = installed.run(*shown.command.split(), where=tmp_path)
    assert agrees(shown.output, said), said
    place = tmp_path / "showtell-demo"
    assert (place / "prototypes" / "helpdesk" / "report.html").stat().st_size > 100_000
    assert "known" in installed.run("showtell", "results", "helpdesk", where=place)
    record = next((place / "docs" / "decisions").glob("*.md"))
    assert "nothing speaks against it" in installed.run("showtell", "verify", str(record), where=tmp_path)
    scripts = str(place / "prototypes" / "helpdesk" / "scripts" / "test_raise.py")
    assert "passed" in installed.run("python", "-m", "pytest", "-q", scripts, where=place)

"""Frozen versions are served beside today's, and what changed since is told in words."""

import json
import os
from collections.abc import Callable
from html import unescape
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from toolkit.services.freeze import freeze
from toolkit.services.workspace import MANIFEST, Workspace
from toolkit.web.changes_page import add_changes
from toolkit.web.house import House
from toolkit.web.index import add_index

Visitor = Callable[..., httpx.AsyncClient]


@pytest.fixture
def app(house: House) -> FastAPI:
    app = FastAPI()
    add_index(app, house)
    add_changes(app, house)
    return app


def frozen(house: House, name: str = "sprint-1") -> Path:
    """Freeze the library as it is served."""
    prototype = house.catalogue.get("library")
    assert prototype is not None
    folder, _ = freeze(prototype, name, Workspace(house.workspace))
    return folder


def edited(house: House, spec: Path, old: str, new: str) -> None:
    """Save the spec with a change, and let the server notice."""
    text, before = spec.read_text("utf-8"), spec.stat().st_mtime_ns
    assert old in text
    spec.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(spec, ns=(before + 1_000_000, before + 1_000_000))
    assert house.catalogue.refresh() == ("library",)


def spoilt(folder: Path) -> None:
    """Let a version be one of another toolkit, whose spec says what this one does not know."""
    text = (folder / "spec.yaml").read_text("utf-8")
    (folder / "spec.yaml").write_text(f"{text}widgets: 5\n", encoding="utf-8")
    manifest = json.loads((folder / MANIFEST).read_text("utf-8")) | {"toolkit": "0.0.1", "files": {}}
    (folder / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


async def test_a_version_frozen_while_serving_is_there_and_stays_as_it_was(
    house: House, app: FastAPI, visitor: Visitor, spec: Path
) -> None:
    frozen(house)
    edited(house, spec, "solution: Library", "solution: Bookshop")
    client = visitor(app)
    assert (await client.get("/p/library@sprint-1", follow_redirects=False)).headers["location"] == (
        "/p/library@sprint-1/as-asked/"
    )
    assert (await client.get("/p/library@sprint-2")).status_code == 404
    kept, today = house.catalogue.get("library@sprint-1"), house.catalogue.get("library")
    assert kept is not None
    assert today is not None
    assert (kept.solution.title, today.solution.title) == ("Library", "Bookshop")
    index = (await client.get("/")).text
    assert 'href="/p/library@sprint-1"' in index
    assert 'href="/studio/library/changes"' in index


async def test_one_that_cannot_be_read_any_more_says_so_and_takes_nothing_down(
    house: House, app: FastAPI, visitor: Visitor
) -> None:
    spoilt(frozen(house, "old"))
    frozen(house, "new")
    client = visitor(app)
    answer = await client.get("/p/library@old", follow_redirects=False)
    assert answer.status_code == 409
    text = unescape(answer.text)
    assert "made with 0.0.1" in text
    assert "'widgets' is not known" in text
    assert (await client.get("/p/library@new", follow_redirects=False)).status_code == 303
    assert (await client.get("/p/library", follow_redirects=False)).status_code == 303
    assert (await client.get("/")).text.count("cannot be shown") == 1
    changes = await client.get("/studio/library/changes?from=old")
    assert changes.status_code == 409
    assert "made with 0.0.1" in changes.text


async def test_what_changed_is_told_chapter_by_chapter(
    house: House, app: FastAPI, visitor: Visitor, spec: Path
) -> None:
    frozen(house)
    edited(house, spec, "Take back (Librarian)", "Take back (Librarian, Reader)")
    edited(house, spec, "show: [title, status], new", "show: [title, reader, status], new")
    client = visitor(app)
    for address in ("/studio/library/changes", "/studio/library@sprint-1/changes", "/studio/library/changes?to=today"):
        text = unescape((await client.get(address)).text)
        assert "2 things are different from sprint-1 to today" in text, address
        assert "Loan: 'Take back' may now be pressed by Reader" in text
        assert text.index("The screens") < text.index("'Loans' now also shows reader")
    between = await client.get("/studio/library/changes?from=sprint-1&to=sprint-1")
    assert "Nothing is different from sprint-1 to sprint-1" in between.text


async def test_what_was_saved_while_presenting_is_told_too(
    house: House, app: FastAPI, visitor: Visitor, spec: Path
) -> None:
    edited(house, spec, "3..40", "3..50")
    edited(house, spec, "problem: Nobody", "problem: No one")
    client = visitor(app)
    began = unescape((await client.get("/studio/library/changes?from=:began")).text)
    assert "2 things are different from when serving began to today" in began
    saved = unescape((await client.get("/studio/library/changes?from=:saved")).text)
    assert "One thing is different from before the last save to today" in saved


async def test_where_nothing_is_frozen_the_page_says_what_to_do(app: FastAPI, visitor: Visitor) -> None:
    client = visitor(app)
    answer = await client.get("/studio/library/changes")
    assert answer.status_code == 200
    assert "showtell freeze library NAME" in answer.text
    assert (await client.get("/studio/nothing/changes")).status_code == 404
    assert "there is no frozen version" in (await client.get("/studio/library/changes?from=never")).text.lower()


async def test_strangers_are_told_nothing(open_house: Callable[..., House], visitor: Visitor) -> None:
    app = FastAPI()
    add_changes(app, open_house("tulip"))
    answer = await visitor(app).get("/studio/library/changes", follow_redirects=False)
    assert answer.headers["location"].startswith("/login")


def test_a_version_that_is_frozen_anew_is_shown_anew(house: House, spec: Path) -> None:
    frozen(house)
    assert house.catalogue.get("library@sprint-1")
    edited(house, spec, "solution: Library", "solution: Bookshop")
    today = house.catalogue.get("library")
    assert today
    freeze(today, "sprint-1", Workspace(house.workspace), force=True)
    kept = house.catalogue.get("library@sprint-1")
    assert kept
    assert kept.solution.title == "Bookshop"


def test_versions_are_read_one_by_one_while_nobody_asks(house: House) -> None:
    spoilt(frozen(house, "old"))
    spec = Workspace(house.workspace).find_prototype("library")
    assert house.catalogue.shelf.trouble(spec, "old") == ""
    house.catalogue.refresh()
    assert "cannot read" in house.catalogue.shelf.trouble(spec, "old")

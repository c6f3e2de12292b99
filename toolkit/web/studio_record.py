"""The decision record as the studio shows it: what it says, what it rests on, and whether that holds."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from toolkit.errors import ToolkitError
from toolkit.services.decide import Kept
from toolkit.services.verify import verify
from toolkit.services.workspace import Workspace
from toolkit.web.house import House


@dataclass(frozen=True, slots=True)
class Check:
    """What came of verifying a record: what does not hold, what is worth knowing, and what was found to hold."""

    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordShown:
    """One record: `html` is its text; without a `check` it has not been verified yet as things stand."""

    path: str
    title: str
    status: str
    deciders: tuple[str, ...]
    date: str
    evidence: str
    html: str
    check: Check | None = None


class Checks:
    """The records that were verified; each is verified again as soon as anything that it rests on is another."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[Path, tuple[object, Check]] = {}

    def known(self, kept: Kept) -> Check | None:
        """Return what came of verifying a record, if nothing has changed since."""
        before, check = self._known.get(kept.path, (None, None))
        return check if before == self._state(kept) else None

    def make(self, kept: Kept) -> Check:
        """Verify a record, which takes its time."""
        state = self._state(kept)
        check = self._verified(kept)
        self._known[kept.path] = (state, check)
        return check

    def _verified(self, kept: Kept) -> Check:
        house = self._house
        try:
            found = verify(
                kept.path,
                workspace=Workspace(house.workspace),
                plugins=house.catalogue.plugins,
                store=house.book.store,
            )
        except ToolkitError as error:
            return Check(problems=(error.text(),))
        return Check(tuple(problem.text for problem in found.problems), tuple(found.notes), tuple(found.held))

    def _state(self, kept: Kept) -> object:
        """Return what is another value as soon as record, evidence, spec or store are."""
        bundle = (kept.path.parent / kept.record.field("bundle")).resolve()
        files = [(path, path.stat()) for path in sorted(bundle.rglob("*"))] if bundle.is_dir() else []
        name = kept.record.field("prototype")
        with self._house.book.store.reading() as work:
            sessions = work.sessions(prototype=name)
        shown = id(self._house.catalogue.get(name))
        return kept.text, tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in files), shown, sessions


def shown_record(house: House, kept: Kept, check: Check | None) -> RecordShown:
    """Return a record as it is shown, with what came of verifying it."""
    record = kept.record
    return RecordShown(
        path=kept.path.relative_to(house.workspace).as_posix(),
        title=record.title,
        status=record.status,
        deciders=record.deciders,
        date=record.date,
        evidence=record.field("evidence").removeprefix("sha256:"),
        html=markdown_html(_body(kept.text)),
        check=check,
    )


def _body(text: str) -> str:
    """Return a record's text without its front matter, its title and the marks around its parts."""
    parts = text.split("\n---\n", 1)
    body = parts[1] if text.startswith("---\n") and len(parts) == 2 else text
    lines = (line for line in body.split("\n") if not line.startswith(("<!-- showtell:", "<!-- /showtell:", "# ")))
    return "\n".join(lines)


@lru_cache(maxsize=32)
def markdown_html(text: str) -> str:
    """Return Markdown as HTML. Tags in the text stay text, and links lead nowhere that runs code."""
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = reader.parse(text)
    for token in tokens:
        _lower(token)
    return str(reader.renderer.render(tokens, reader.options, {}))


def _lower(token: Token) -> None:
    """Let headings begin below those of the page, and ways to other files, which are not served, be text."""
    if token.type in ("heading_open", "heading_close"):
        token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
    for child in token.children or ():
        if child.type == "link_open" and not str(child.attrs.get("href", "")).startswith(("http://", "https://")):
            child.attrs.pop("href", None)

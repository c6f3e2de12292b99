"""The skeleton of a view: the shape of its blocks while what they will hold is still on its way."""

from collections.abc import Mapping
from dataclasses import replace

from toolkit.domain.language import message
from toolkit.domain.overviews import Board, Calendar, Timeline
from toolkit.domain.prose import Prose
from toolkit.domain.sketch import Shape, Skeleton
from toolkit.domain.view import Block, Chart, Facts, Form, Notice, Sections, Stats, Table, Text, Thread, View

LOADING = message("Loading {title}")
"""What is said of a screen that is on its way, for the title is already known."""
MOST = 8
"""So many lines of one block are sketched: more would only be scrolled past."""
FEWEST = 3

_Sketch = tuple[Shape, int]
_SHAPES: Mapping[type, tuple[Shape, str]] = {
    Table: ("rows", "rows"),
    Sections: ("rows", "sections"),
    Board: ("cards", "columns"),
    Calendar: ("cards", "days"),
    Form: ("form", "inputs"),
    Stats: ("figures", "stats"),
    Facts: ("facts", "facts"),
    Chart: ("chart", "bars"),
    Thread: ("posts", ""),
    Timeline: ("posts", ""),
    Text: ("text", ""),
    Prose: ("text", ""),
    Notice: ("rows", ""),
}
"""What each kind of block looks like from afar, and the name of what it has several of."""


def skeleton(view: View) -> View:
    """Return a view with the shapes of its blocks instead of what they hold; nothing can be done but to go on."""
    sketches: list[_Sketch] = [sketch for block in view.blocks if (sketch := _sketched(block))] or [("text", FEWEST)]
    said = [view.language.say(LOADING, title=view.title), *[""] * len(sketches)]
    blocks = (
        Skeleton(f"{view.screen}.loading-{n}", shape, lines, said[n - 1])
        for n, (shape, lines) in enumerate(sketches, 1)
    )
    return replace(view, blocks=tuple(blocks))


def _sketched(block: Block) -> _Sketch | None:
    """Return the shape of a block; none for buttons, filters and what says nothing about the screen."""
    known = _SHAPES.get(type(block))
    idle = (isinstance(block, Form) and block.live) or (isinstance(block, Notice) and block.tone != "info")
    if known is None or idle:
        return None
    shape, several = known
    return shape, max(FEWEST, min(len(getattr(block, several, ())), MOST))

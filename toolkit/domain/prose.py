"""Running text with headings, lists and links, as plain data: nothing that could be markup of its own."""

from dataclasses import dataclass
from typing import Literal

from toolkit.domain.control import Control


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one look; with `open` it leads to a screen, with `href` out of the prototype."""

    text: str
    look: Literal["plain", "strong", "emphasis", "code"] = "plain"
    open: Control | None = None
    href: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, a paragraph or a list; only a list has more than one line."""

    kind: Literal["heading", "subheading", "paragraph", "quote", "bullets", "numbers"]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text, passage by passage."""

    id: str
    passages: tuple[Paragraph, ...]

    @property
    def controls(self) -> tuple[Control, ...]:
        """Where it leads, in reading order."""
        return tuple(s.open for passage in self.passages for line in passage.lines for s in line if s.open)

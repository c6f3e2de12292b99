"""A page of text in Markdown, with ways onward."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import (
    Actions,
    Block,
    Control,
    Go,
    Paragraph,
    Place,
    Prose,
    ProseText,
    Scene,
    ScreenKind,
    ScreenName,
    Span,
    Text,
    element_id,
    hook,
)

OUTSIDE = ("http://", "https://", "mailto:", "tel:")
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "code", "fence", "hr"])
"""What a page may say: headings, lists, quotes, emphasis and links; HTML is shown as it is written, never run."""
Looks = Literal["plain", "strong", "emphasis", "code"]
Kinds = Literal["heading", "subheading", "paragraph", "quote", "bullets", "numbers"]
LOOKS: dict[str, Looks] = {"strong": "strong", "em": "emphasis"}
KINDS: dict[str, Kinds] = {
    "paragraph": "paragraph",
    "blockquote": "quote",
    "bullet_list": "bullets",
    "ordered_list": "numbers",
}


class PageSettings(BaseModel):
    """What a spec may say of a page."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: ProseText = Setting(
        description="What the page says, in Markdown without HTML and images; [words](<Screen name>) lead to a screen."
    )
    do: tuple[ScreenName, ...] = Setting(default=(), description="The screens it leads to; the first is the main one.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the text and a button for each way onward."""
    settings: PageSettings = scene.settings
    ways = [screen for name in settings.do if (screen := scene.may(name))]
    controls = tuple(
        scene.go(scene.own(s.name), Place(s.key), "do", s.name, look="plain" if i else "primary")
        for i, s in enumerate(ways)
    )
    text = _text(scene, SyntaxTreeNode(MARKDOWN.parse(scene.own(settings.text))))
    return (text, Actions(element_id(scene.screen.name, "actions"), controls)) if controls else (text,)


def _text(scene: Scene, root: SyntaxTreeNode) -> Block:
    """Return paragraphs of nothing but words as what they are, with their lines; everything else as prose."""
    ident = element_id(scene.screen.name, "text")
    parts = [part for node in root.children for inline in node.children for part in inline.children]
    if all(n.type == "paragraph" for n in root.children) and all(p.type in {"text", "softbreak"} for p in parts):
        return Text(ident, tuple(_words(node, soft="\n") for node in root.children))
    return Prose(ident, tuple(_passages(scene, root)))


def _passages(scene: Scene, root: SyntaxTreeNode) -> Iterator[Paragraph]:
    """Yield the passages. Headings begin below the page's own; a list within a list is told line by line in it."""
    numbers, headed = count(1), False
    for node in root.children:
        lines = tuple(tuple(_spans(scene, part, numbers)) for part in node.walk() if part.type == "inline")
        if not lines:
            continue
        below = node.tag not in {"h1", "h2"} and headed
        headed = headed or node.type == "heading"
        yield Paragraph(("subheading" if below else "heading") if node.type == "heading" else KINDS[node.type], lines)


def _spans(scene: Scene, inline: SyntaxTreeNode, numbers: Iterator[int], look: Looks = "plain") -> Iterator[Span]:
    """Yield the stretches of a line; of a picture only its words are left."""
    for node in inline.children:
        if node.type == "link":
            yield _link(scene, node, numbers)
        elif node.type in LOOKS:
            yield from _spans(scene, node, numbers, LOOKS[node.type])
        elif words := _words(node):
            yield Span(words, "code" if node.type == "code_inline" else look)


def _words(node: SyntaxTreeNode, *, soft: str = " ") -> str:
    """Return what is said in a part of a text, whatever it looks like; `soft` stands where only the source broke."""
    if node.type in {"softbreak", "hardbreak"}:
        return soft if node.type == "softbreak" else "\n"
    return "".join(_words(part, soft=soft) for part in node.children) if node.children else node.content


def _link(scene: Scene, node: SyntaxTreeNode, numbers: Iterator[int]) -> Span:
    """Return a way to a screen that the role may open, or out of the prototype; any other is just its words."""
    words, to = _words(node), unquote(str(node.attrs.get("href", "")))
    if to.casefold().startswith(OUTSIDE):
        return Span(words, href=to)
    found = scene.may(to) or next((s for s in scene.app.screens.values() if s.key == to and scene.may(s.name)), None)
    if found is None:
        return Span(words)
    ident = element_id(scene.screen.name, "link", str(next(numbers)))
    return Span(words, open=Control(ident, words, Go(Place(found.key)), "link"))


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the page."""
    return (ScreenKind("page", PageSettings, compose, subject="text"),)

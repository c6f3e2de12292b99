"""Markdown in a spec: links that lead nowhere, and what a page does not show."""

import re
from collections.abc import Collection

from toolkit.domain.values import slug
from toolkit.spec.node import Node
from toolkit.spec.report import Report

_LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(\s*(?:<([^>\n]*)>|([^)\s]+))")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\(")
_TAGS = "a|b|br|div|em|h[1-6]|i|iframe|img|li|p|script|span|strong|style|table|ul"
_TAG = re.compile(rf"</?(?:{_TAGS})\b[^>]*>", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def check_prose(text: str, node: Node, screens: Collection[str], report: Report) -> None:
    """Report each link that names no screen, and images and HTML, which stay words."""
    keys = {slug(name) for name in screens}
    for link in _LINK.finditer(text):
        to = link[1] if link[1] is not None else link[2]
        if to not in screens and to not in keys and not _OUTSIDE.match(to):
            report.unknown("screen", to, node.after(link.start()), screens)
    if image := _IMAGE.search(text):
        fix = "say it in words, or leave the picture out"
        message = "a page shows no images, only the words that stand for them"
        report.add("page-image", node.after(image.start()), message, fix=fix, severity="warning")
    if tag := _TAG.search(text):
        fix = "use Markdown: **strong**, *emphasis*, - list"
        message = f"a page shows HTML as it is written: '{tag[0][:30]}'"
        report.add("page-html", node.after(tag.start()), message, fix=fix, severity="warning")

"""The brand: the customer's look, and the logo beside the spec, as an address that holds it."""

import base64
import re
import struct
from dataclasses import replace
from pathlib import Path

from toolkit.domain.solution import Brand, Logo
from toolkit.spec.grammar import BrandPart
from toolkit.spec.node import Node
from toolkit.spec.report import Report, listed, suggestion

KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
LONGEST = 200
"""Bytes of a file's name that any file system takes."""
LARGEST = 100_000
"""Bytes of a logo: it is part of every page's look, and of the copy in one file."""
_NAMESPACE = "http://www.w3.org/2000/svg"
_TAG = re.compile(r"<svg\s[^<>]*>")
_NUMBER = r"(\d{1,9}(?:\.\d{1,9})?)"
_SIZE = re.compile(
    rf"\sviewBox\s?=\s?[\"']\s?-?[\d.]+[\s,]{{1,3}}-?[\d.]+[\s,]{{1,3}}{_NUMBER}[\s,]{{1,3}}{_NUMBER}[\s\"']"
)


def brand_of(part: BrandPart | None) -> Brand | None:
    """Return the brand as it is written, without its logo."""
    if part is None:
        return None
    return Brand(part.name, accent=part.accent, dark=part.dark, header=part.header, font=part.font, tone=part.tone)


def with_logo(brand: Brand | None, node: Node, folder: Path | None, report: Report) -> Brand | None:
    """Return the brand with its logo, if it can be shown; beside a spec that lies nowhere there is none."""
    name = node.value if isinstance(node.value, str) else ""
    if brand is None or not name or folder is None or not _lies_there(name, node, folder, report):
        return brand
    kind = KINDS[Path(name).suffix.lower()]
    with (folder / name).open("rb") as file:
        content = file.read(LARGEST + 1)
    if not _can_be_shown(name, content, node, report):
        return brand
    address = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return replace(brand, logo=Logo(name, address, ratio_of(content, kind)))


def _lies_there(name: str, node: Node, folder: Path, report: Report) -> bool:
    """Return whether a logo is a picture beside the spec; report what it is instead."""
    path = folder / name
    if Path(name).name != name or len(name.encode()) > LONGEST or not name.isprintable():
        fix = (
            f"put the file there, and write: logo: {Path(name).name}" if len(name) < LONGEST else "write its name only"
        )
        report.add("logo-missing", node, f"'{name}' does not lie beside the spec", fix=fix, severity="warning")
    elif path.suffix.lower() not in KINDS:
        said = f"'{name}' is no picture that a logo can be"
        report.add("logo-unusable", node, said, fix=f"use one of: {listed(KINDS)}", severity="warning")
    elif not path.is_file():
        pictures = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in KINDS)
        fix = suggestion(name, pictures, add=f"put {name} beside the spec")
        report.add("logo-missing", node, f"there is no file '{name}' beside the spec", fix=fix, severity="warning")
    else:
        return True
    return False


def _can_be_shown(name: str, content: bytes, node: Node, report: Report) -> bool:
    """Return whether browsers show a file as a logo, and pages stay small with it; report why not."""
    kind = KINDS[Path(name).suffix.lower()]
    begins = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}.get(kind, b"")
    is_svg = kind == KINDS[".svg"]
    if len(content) > LARGEST:
        said = f"'{name}' has more than {LARGEST // 1000} kB"
        fix = "save it smaller: 200 pixels high are enough"
        report.add("logo-unusable", node, said, fix=fix, severity="warning")
    elif not content.startswith(begins) or (is_svg and b"<svg" not in content):
        said = f"'{name}' holds something else than its name says"
        report.add("logo-unusable", node, said, fix="save the logo again as SVG, PNG or JPEG", severity="warning")
    elif is_svg and _NAMESPACE.encode() not in content:
        said = f"browsers cannot show '{name}': its <svg> does not say that it is one"
        fix = f'write <svg xmlns="{_NAMESPACE}" in the place of <svg'
        report.add("logo-unusable", node, said, fix=fix, severity="warning")
    else:
        return True
    return False


def ratio_of(content: bytes, kind: str) -> float:
    """Return how many times as wide as high a picture is; 1 where it does not say so."""
    width, height = _size(content, kind)
    return min(max(width / height, 0.2), 8.0) if width > 0 and height > 0 else 1.0


def _size(content: bytes, kind: str) -> tuple[float, float]:
    if kind == "image/png" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if kind == "image/jpeg":
        return _jpeg_size(content)
    tag = _TAG.search(content.decode("utf-8", "replace"))
    text = " ".join(tag[0].split()) if tag else ""
    found = _SIZE.search(text)
    if found:
        return float(found[1]), float(found[2])
    sides = (re.search(rf"\s{side}\s?=\s?[\"']{_NUMBER}", text) for side in ("width", "height"))
    width, height = (float(side[1]) if side else 0.0 for side in sides)
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Return the size that a JPEG's frame header says: each segment is a mark, its length and its content."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        mark, length = content[at + 1], struct.unpack(">H", content[at + 2 : at + 4])[0]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0

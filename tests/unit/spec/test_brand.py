"""A brand's logo is a small picture beside the spec, shown so that nothing in it can run."""

import base64
import struct
from pathlib import Path

import pytest

from toolkit.domain.finding import SpecFinding
from toolkit.domain.parts import Parts
from toolkit.domain.solution import Brand
from toolkit.spec import read

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 32"><script>alert(1)</script></svg>'
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60, 20) + b"\x08\x06"
JPEG = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x11\x08" + struct.pack(">HH", 30, 90) + b"\x03"


def branded(folder: Path, parts: Parts, name: str, **files: bytes) -> tuple[Brand | None, list[SpecFinding]]:
    """Return the brand of a spec whose logo is called so, with these files beside it, and what is said of it."""
    for file, content in files.items():
        (folder / file.replace("_", ".")).write_bytes(content)
    spec = folder / "spec.yaml"
    spec.write_text(f"solution: Desk\nbrand: {{name: Skylark, logo: {name}}}\nentities: {{A: {{b: text}}}}\n", "utf-8")
    reading = read(spec, parts)
    assert reading.solution
    return reading.solution.brand, [f for f in reading.findings if f.code.startswith("logo")]


@pytest.mark.parametrize(
    ("name", "content", "shown"),
    [
        ("logo.svg", SVG, ("image/svg+xml", 2.5)),
        ("logo.svg", SVG.replace(b'viewBox="0 0 80 32"', b'width="30px" height="20"'), ("image/svg+xml", 1.5)),
        ("logo.svg", SVG.replace(b' viewBox="0 0 80 32"', b""), ("image/svg+xml", 1.0)),
        ("logo.png", PNG, ("image/png", 3.0)),
        ("logo.jpg", JPEG, ("image/jpeg", 3.0)),
    ],
)
def test_a_logo_is_held_as_a_picture_with_its_proportion(
    tmp_path: Path, parts: Parts, name: str, content: bytes, shown: tuple[str, float]
) -> None:
    brand, found = branded(tmp_path, parts, name, **{name.replace(".", "_"): content})
    assert found == []
    assert brand
    assert brand.logo
    assert brand.logo.address == f"data:{shown[0]};base64,{base64.b64encode(content).decode()}"
    assert brand.logo.ratio == shown[1]


@pytest.mark.parametrize(
    ("name", "files", "said"),
    [
        ("lgoo.svg", {"logo_svg": SVG}, ("logo-missing", "did you mean 'logo.svg'?")),
        ("../logo.svg", {}, ("logo-missing", "write: logo: logo.svg")),
        ("/etc/logo.svg", {}, ("logo-missing", "write: logo: logo.svg")),
        ("logo.gif", {"logo_gif": b"GIF89a"}, ("logo-unusable", ".svg")),
        ("logo.png", {"logo_png": SVG}, ("logo-unusable", "save the logo again")),
        ("logo.svg", {"logo_svg": b"<html></html>"}, ("logo-unusable", "save the logo again")),
        ("logo.svg", {"logo_svg": b"<svg></svg>"}, ("logo-unusable", 'xmlns="http')),
        ("logo.svg", {"logo_svg": SVG + b" " * 100_000}, ("logo-unusable", "smaller")),
    ],
)
def test_one_that_cannot_be_shown_is_left_out_and_told_with_a_fix(
    tmp_path: Path, parts: Parts, name: str, files: dict[str, bytes], said: tuple[str, str]
) -> None:
    brand, found = branded(tmp_path, parts, name, **files)
    assert brand
    assert brand.logo is None
    assert [(f.code, f.severity, f.position[0]) for f in found] == [(said[0], "warning", 2)]
    assert said[1] in found[0].fix

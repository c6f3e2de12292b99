"""What `check` says of a brand: colours that cannot be read, and a logo that nobody would see."""

from pathlib import Path

import pytest

from toolkit.loader import Plugins
from toolkit.services.check import check

SPEC = "solution: Desk\nbrand: {{name: Skylark, {}}}\nentities: {{A: {{b: text}}}}\n"


def codes(folder: Path, plugins: Plugins, brand: str, svg: str = "") -> list[str]:
    """Return the codes of what is said of a brand, with a logo of this content beside the spec."""
    (folder / "spec.yaml").write_text(SPEC.format(brand), encoding="utf-8")
    if svg:
        (folder / "logo.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{svg}</svg>', encoding="utf-8")
    said = ("low-contrast", "low-contrast-dark", "logo-unseen")
    return [f.code for f in check(folder, plugins, many=0).findings if f.code in said]


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        ('accent: "#0b5c6b"', []),
        ('accent: "#8ad0e0"', ["low-contrast"]),
        ('accent: "#0b5c6b", dark: "#7fd6dd"', []),
        ('accent: "#0b5c6b", dark: "#0b5c6b"', ["low-contrast-dark"]),
        ('accent: "#0b5c6b", header: "#ffd166", font: serif, tone: warm', []),
    ],
)
def test_colours_are_held_against_light_and_dark(
    tmp_path: Path, plugins: Plugins, brand: str, expected: list[str]
) -> None:
    assert codes(tmp_path, plugins, brand) == expected


@pytest.mark.parametrize(
    ("header", "svg", "expected"),
    [
        ("", '<path fill="#fff"/>', ["logo-unseen"]),
        ("", '<path fill="#fff"/><path fill="#7a1f3d"/>', []),
        ("", "<path/>", []),
        (', header: "#06323b"', '<path fill="#06323b"/>', ["logo-unseen"]),
        (', header: "#06323b"', '<path fill="white"/>', []),
        (', header: "#101010"', "<path/>", ["logo-unseen"]),
    ],
)
def test_a_logo_is_held_against_the_header(
    tmp_path: Path, plugins: Plugins, header: str, svg: str, expected: list[str]
) -> None:
    assert codes(tmp_path, plugins, f"logo: logo.svg{header}", svg) == expected

"""NiceGUI's own style sheet as one text: recordings leave it out, and a replay puts it back."""

import base64
import re
from functools import lru_cache
from pathlib import Path

import nicegui
from jinja2 import Environment

from toolkit.errors import ToolkitError

BEGINS = "@layer theme, base, quasar"
"""How the style element begins that the recorder leaves out."""
_PACKAGE = Path(nicegui.__file__).parent
_STATIC = _PACKAGE / "static"
_IMPORT = re.compile(r'@import url\("/_nicegui/[^"]*/static/([^"]+)"\) layer\((\w+)\);')
_FACE = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_URL = re.compile(r"url\((fonts/[^)]+)\)")
_LATIN = "unicode-range: U+0000-00FF"


@lru_cache(maxsize=1)
def layered_css() -> str:
    """Return the layers of the installed NiceGUI, each with its text, and the two fonts that pages show as data.

    A recorder would flatten the layers, and then Quasar's rules would beat those of the page. Other fonts stay
    addresses of this server, and are asked for only where a page uses them.
    """
    page = (_PACKAGE / "templates" / "index.html").read_text(encoding="utf-8")
    styles = (style.strip() for style in re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL))
    found = next((style for style in styles if style.startswith(BEGINS)), None)
    if found is None:
        raise ToolkitError(
            f"NiceGUI {nicegui.__version__} has no layered style sheet where it was",
            where="a replay",
            fix="install the version of NiceGUI that showtell asks for",
        )
    said = {"prefix": "", "version": nicegui.__version__, "prod_js": True, "headwind_css": ""}
    css = Environment(autoescape=True).from_string(found).render(**said)
    return _IMPORT.sub(lambda match: f"@layer {match[2]} {{\n{_text(match[1])}\n}}", css)


def _text(name: str) -> str:
    text = re.sub(r'@charset "[^"]*";', "", (_STATIC / name).read_text(encoding="utf-8"))
    return _FACE.sub(lambda face: _with_font(face[0]), text)


def _with_font(face: str) -> str:
    """Return a font face with its file in it, if pages show it; else with its address on this server."""
    shown = '"Material Icons";' in face or ('"Roboto"' in face and "weight: 400" in face and _LATIN in face)
    return _URL.sub(lambda url: f"url({_data(url[1]) if shown else _address(url[1])})", face)


def _data(name: str) -> str:
    return f"data:font/woff2;base64,{base64.b64encode((_STATIC / name).read_bytes()).decode()}"


def _address(name: str) -> str:
    return f"/_nicegui/{nicegui.__version__}/static/{name}"

"""Draws every document at phone and desk size, light and dark.

To look at them: `python -m tests.browser.look.pictures FOLDER [NAME ...]`.
"""

import sys
from pathlib import Path

from tests.browser.look.documents import documents
from toolkit.browser.launch import launch

SIZES = ((390, 844), (1280, 800))


def draw(folder: Path, names: set[str]) -> None:
    """Write NAME-WIDTH-THEME.png for each document, or for those named."""
    folder.mkdir(parents=True, exist_ok=True)
    with launch() as browser:
        page = browser.new_page(reduced_motion="reduce")
        for name, document in documents().items():
            if names and name not in names:
                continue
            page.set_content(document())
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                for theme in ("light", "dark"):
                    page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
                    page.screenshot(path=folder / f"{name}-{width}-{theme}.png", full_page=True)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), set(sys.argv[2:]))

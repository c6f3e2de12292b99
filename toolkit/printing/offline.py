"""A copy of a prototype as one HTML file that can be clicked through with no server: to be mailed or shown offline."""

import base64
import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from toolkit.domain.exploring import Page
from toolkit.domain.language import ENGLISH, Language
from toolkit.domain.solution import Brand, Solution
from toolkit.printing.drawing import draw_view
from toolkit.printing.environment import environment
from toolkit.printing.look import stylesheet


@dataclass(frozen=True, slots=True)
class Tour:
    """What one role can see and do on one option."""

    option: str
    role: str
    pages: tuple[Page, ...]


def print_offline(
    solution: Solution, tours: Sequence[Tour], *, workspace: Path | None = None, language: Language = ENGLISH
) -> str:
    """Return the whole document: its pages packed (gzip, base64), with the look and the script that shows them."""
    said = [_tour(tour, solution, workspace) for tour in tours]
    packed = gzip.compress(json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)
    env = environment(workspace, language.code)
    return env.get_template("offline/copy.html.jinja").render(
        language=language,
        title=language.own(solution.title),
        options={key: language.own(option.title) for key, option in solution.options.items()},
        roles=list(dict.fromkeys(tour.role for tour in tours)),
        style=stylesheet(solution.brand, workspace=workspace),
        script=env.get_template("offline/copy.js").render(),
        pages=base64.b64encode(packed).decode(),
    )


def _tour(tour: Tour, solution: Solution, workspace: Path | None) -> dict[str, Any]:
    pages = [_page(page, solution, workspace) for page in tour.pages]
    return {"option": tour.option, "role": tour.role, "pages": pages}


def _page(page: Page, solution: Solution, workspace: Path | None) -> Mapping[str, Any]:
    """Return a page as the script reads it."""
    brand = solution.brand or Brand(page.view.language.own(solution.title))
    return {
        "html": draw_view(page.view, base="#", brand=brand, workspace=workspace),
        "title": page.view.title,
        "ways": page.ways,
        "sends": {form: asdict(sent) for form, sent in page.sends.items()},
        "narrows": page.narrows,
    }

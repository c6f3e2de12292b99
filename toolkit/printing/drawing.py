"""The one drawing of a View: semantic HTML that the stage sends, the export keeps and reports quote."""

from pathlib import Path
from typing import Literal

from jinja2 import TemplateNotFound

from toolkit.domain.solution import Brand
from toolkit.domain.view import View
from toolkit.errors import ToolkitError
from toolkit.printing.environment import environment


def draw_view(
    view: View,
    *,
    base: str,
    brand: Brand | None = None,
    content: Literal["main", "div"] = "main",
    workspace: Path | None = None,
) -> str:
    """Return the HTML of a View: its header, and its content in a `main`, or a `div` where the page has its own `main`.

    Links lead to `base` and the place's path; every control carries `data-control`, every form `data-form`.
    """
    template = environment(workspace, view.language.code).get_template("view/view.html.jinja")
    try:
        return template.render(view=view, base=base.rstrip("/"), brand=brand, content=content)
    except TemplateNotFound as missing:
        raise ToolkitError(
            f"no template draws the block of '{missing.name}'",
            where=f"screen '{view.screen}'",
            fix=f"add templates/{missing.name} to the workspace",
        ) from missing

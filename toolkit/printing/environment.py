"""The Jinja2 environment: the bundled templates, with those of a workspace in their place where it has its own."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from toolkit.languages import language as speak
from toolkit.places import bundled
from toolkit.printing.filters import FILTERS


@lru_cache(maxsize=32)
def environment(workspace: Path | None = None, language: str = "en") -> Environment:
    """Return the environment of a workspace, or the bundled one; a template is compiled once, and again when changed.

    Whatever is printed into `*.html.jinja` is escaped; other texts (Markdown, Python, CSS) are printed as they are.
    Templates say our own sentences by `say` and `count`, in the language of this code.
    """
    folders = [workspace / "templates"] if workspace else []
    env = Environment(
        loader=FileSystemLoader([*folders, bundled("templates")]),
        autoescape=select_autoescape(enabled_extensions=("html.jinja", "svg.jinja")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters.update(FILTERS)
    spoken = speak(language)
    env.globals.update(say=spoken.say, count=spoken.count, formats=spoken.formats)
    return env

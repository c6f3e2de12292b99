"""Refresh the catalogues of sentences: `python docs/messages.py`; what is new is empty, what is gone is gone."""

import ast
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from toolkit.languages import SHIPPED, catalogue_file

HERE = Path(__file__).parent.parent
PROGRAMS = ("toolkit/domain", "toolkit/printing", "toolkit/web", "plugins")
PAGES = ("templates/view", "templates/offline", "templates/pages", "templates/stage")
"""Where people are spoken to in a prototype, the strip above it and the participant's pages."""
Message = str | tuple[str, str]
"""A sentence, or its form for one thing and its form for many."""


def messages() -> dict[Message, list[tuple[str, int]]]:
    """Return every sentence that is said, with the files and lines where it is."""
    found: dict[Message, list[tuple[str, int]]] = {}
    for path in sorted(p for folder in PROGRAMS for p in (HERE / folder).rglob("*.py")):
        for message, line in _in_program(path.read_text("utf-8")):
            found.setdefault(message, []).append((path.relative_to(HERE).as_posix(), line))
    for path in sorted(p for folder in PAGES for p in (HERE / folder).rglob("*.jinja")):
        for message, line in _in_page(path.read_text("utf-8")):
            found.setdefault(message, []).append((path.relative_to(HERE).as_posix(), line))
    return found


def _in_program(text: str) -> Iterator[tuple[Message, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            yield from _said(name, [getattr(a, "value", None) for a in node.args], node.lineno)


def _in_page(text: str) -> Iterator[tuple[Message, int]]:
    env = Environment(trim_blocks=True, lstrip_blocks=True)  # noqa: S701 -- nothing is rendered
    for line, name, args in extract_from_ast(env.parse(text), ("say", "count")):
        yield from _said(name, [args] if isinstance(args, str) else list(args or ()), line)


def _said(name: str, args: list[object], line: int) -> Iterator[tuple[Message, int]]:
    first, second = (*args, None, None)[:2]
    if name in {"say", "message"} and isinstance(first, str):
        yield first, line
    elif name == "count" and isinstance(first, str) and isinstance(second, str):
        yield (first, second), line


def refreshed(code: str, said: dict[Message, list[tuple[str, int]]]) -> bytes:
    """Return the catalogue of a language as it should be: every sentence that is said, and no other."""
    file = catalogue_file(code)
    catalogue = read_po(BytesIO(file.read_bytes()), locale=code)
    known = {message.id: message.string for message in catalogue if message.id}
    for message in known:
        catalogue.delete(message)
    for message, places in said.items():
        catalogue.add(message, known.get(message), [(path, None) for path in sorted(dict(places))])
    out = BytesIO()
    write_po(out, catalogue, omit_header=True, sort_output=True, width=0, include_lineno=False)
    return _header(code, catalogue) + out.getvalue()


def _header(code: str, known: Catalog) -> bytes:
    forms = f"nplurals={known.num_plurals}; plural={known.plural_expr};"
    lines = (
        f"Language: {code}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        f"Plural-Forms: {forms}",
    )
    return ('msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines) + "\n").encode()


if __name__ == "__main__":
    every = messages()
    for language in SHIPPED[1:]:
        catalogue_file(language).write_bytes(refreshed(language, every))
        print(f"wrote {catalogue_file(language).name}: {len(every)} sentences")

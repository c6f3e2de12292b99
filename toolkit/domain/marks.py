"""Marks in a Markdown text around what showtell writes, so that it can be written anew and nothing else is touched."""

import re
from collections.abc import Mapping, Sequence

Problem = tuple[int, str]
"""A line, counted from 1, and what is wrong there."""

_OPEN = re.compile(r"^<!-- showtell:([a-z]+)\b[^>]*-->$")
_CLOSE = re.compile(r"^<!-- /showtell:([a-z]+) -->$")


def blocks_of(body: Sequence[str], first: int) -> tuple[dict[str, str], list[Problem]]:
    """Return what stands between marks, by name, and marks without another half; `first` is the first line's number."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    opened, start = "", 0
    for i, line in enumerate(body):
        if opening := _OPEN.match(line):
            if opened or opening[1] in found:
                problems.append((first + i, f"the mark 'showtell:{opening[1]}' is inside another one, or there twice"))
            opened, start = opening[1], i
        elif closing := _CLOSE.match(line):
            if closing[1] != opened:
                problems.append((first + i, f"the mark '/showtell:{closing[1]}' closes what was not opened"))
            found[closing[1]] = "\n".join(body[start + 1 : i])
            opened = ""
    if opened:
        problems.append((first + start, f"the mark 'showtell:{opened}' is never closed"))
    return found, problems


def with_blocks(text: str, blocks: Mapping[str, str]) -> str:
    """Return the record with new text between its marks; whatever people wrote outside of them stays."""
    result: list[str] = []
    inside = ""
    for line in text.split("\n"):
        if inside:
            if (closing := _CLOSE.match(line)) and closing[1] == inside:
                result += [*blocks[inside].split("\n"), line]
                inside = ""
            continue
        result.append(line)
        if (opening := _OPEN.match(line)) and opening[1] in blocks:
            inside = opening[1]
    return "\n".join(result)


def table_rows(block: str) -> list[list[str]]:
    """Return the cells of the first Markdown table in a text, its heading row first, the dashes left out."""
    rows = [line for line in block.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in rows]
    return [row for row in cells if not all(re.fullmatch(r":?-+:?", cell) for cell in row)]


def markdown(text: str) -> str:
    """Return a text on one line in which Markdown sees no marks, tables or tags of its own."""
    plain = re.sub(r"([\\`*\[\]|])", r"\\\1", " ".join(text.split()))
    return re.sub(r"<(?=[a-zA-Z/!?])", "&lt;", plain)

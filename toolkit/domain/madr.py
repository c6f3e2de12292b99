"""Decision records as text: MADR 4, with bullets for older tools and marks around what showtell writes itself.

Our own records (front matter with `format: showtell-1`) are read strictly; those of others leniently, with warnings.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from toolkit.domain.marks import Problem, blocks_of
from toolkit.errors import ToolkitError

FORMAT = "showtell-1"
Status = Literal["proposed", "accepted", "rejected", "deprecated", "superseded"]
STATUSES: tuple[Status, ...] = get_args(Status)
NOBODY = "nobody yet"

FieldValue = str | tuple[str, ...]

_BULLET = re.compile(r"^[*-] (Status|Deciders|Date): ?(.*)$")
_CHOSEN = re.compile(r"^chosen option: *[\"'“](.+?)[\"'”](?:[,.]| because|$)", re.IGNORECASE)
_NEEDED = ("Context and Problem Statement", "Considered Options", "Decision Outcome")
_PLAIN = re.compile(r"[^\W\d][\w .+/@-]*[\w.]|[^\W\d]")


class RecordError(ToolkitError):
    """A record of ours that is not as showtell writes it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One decision record. `blocks` are the parts between marks, by name; `chosen` is an option's title, or empty."""

    title: str
    status: str
    date: str
    deciders: tuple[str, ...]
    options: tuple[str, ...]
    chosen: str
    fields: Mapping[str, FieldValue]
    blocks: Mapping[str, str]
    warnings: tuple[str, ...] = ()

    @property
    def ours(self) -> bool:
        """Whether showtell wrote it."""
        return self.fields.get("format") == FORMAT

    def field(self, name: str) -> str:
        """Return one text of the front matter; empty where there is none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ", ".join(value)


def read_record(text: str, *, where: str) -> Record:
    """Read a record. Raises RecordError for one of ours that is not as it should be; others only get warnings."""
    front, body, first = _split(text)
    fields, mistakes = _fields(front)
    bullets = {found[1]: found[2].strip() for line in body if (found := _BULLET.match(line))}
    deciders = fields.get("decision-makers", fields.get("deciders", ()))
    if not isinstance(deciders, tuple):
        deciders = _people(deciders)
    blocks, unbalanced = blocks_of(body, first)
    record = Record(
        title=next((line[2:].strip() for line in body if line.startswith("# ")), ""),
        status=str(fields.get("status") or bullets.get("Status") or next(iter(_section(body, "Status")), "")),
        date=str(fields.get("date") or bullets.get("Date", "")),
        deciders=deciders or _people(bullets.get("Deciders", "")),
        options=tuple(line[2:].strip() for line in _section(body, "Considered Options") if line[:2] in ("* ", "- ")),
        chosen=next((found[1] for line in _section(body, "Decision Outcome") if (found := _CHOSEN.match(line))), ""),
        fields=fields,
        blocks=blocks,
    )
    every = [*mistakes, *unbalanced, *_shape(front, body, first), *_sense(record, bullets, first)]
    problems = sorted(every, key=lambda problem: problem[0])
    if record.ours and problems:
        line, what = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise RecordError(what + more, where=f"{where}:{line}", fix="put it back as `showtell decide` wrote it")
    warnings = tuple(f"{where}:{line}: {what}" for line, what in problems)
    return Record(**{name: getattr(record, name) for name in Record.__dataclass_fields__} | {"warnings": warnings})


def with_fields(text: str, fields: Mapping[str, FieldValue]) -> str:
    """Return the record with these fields in its front matter and, where older tools read them, in its bullets."""
    front, body, _ = _split(text)
    merged = dict(_fields(front)[0]) | dict(fields)
    kept = {line.partition(":")[0]: line for line in front if line.strip()}
    lines = (kept | {name: f"{name}: {_written(value)}" for name, value in fields.items()}).values()
    deciders = merged.get("decision-makers", ())
    shown = {
        "Status": str(merged.get("status", "")),
        "Deciders": ", ".join(deciders) if deciders else NOBODY,
        "Date": str(merged.get("date", "")),
    }
    header = next((i for i, line in enumerate(body) if line.startswith("## ")), len(body))
    for i, line in enumerate(body[:header]):
        if found := _BULLET.match(line):
            body[i] = f"* {found[1]}: {shown[found[1]]}"
    return "\n".join(["---", *lines, "", "---", *body])


def _split(text: str) -> tuple[list[str], list[str], int]:
    """Return the lines of the front matter, those of the body, and the number of the body's first line."""
    lines = text.replace("\r\n", "\n").split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        return [], lines, 1
    end = lines.index("---", 1)
    return lines[1:end], lines[end + 1 :], end + 2


def _fields(front: list[str]) -> tuple[dict[str, FieldValue], list[Problem]]:
    """Return the front matter's values and the lines that older tools or our own reader would trip over."""
    fields: dict[str, FieldValue] = {}
    problems: list[Problem] = []
    for number, line in enumerate(front, start=2):
        name, colon, rest = line.partition(":")
        if not line.strip():
            continue
        if not colon or not re.fullmatch(r"[a-z][a-z-]*", name):
            problems.append((number, f"'{line.strip()}' is not one line of the form `name: value`"))
            continue
        if re.search(r"(^|\s)#", rest):
            problems.append((number, "front matter has no comments, for older tools stumble over them"))
        try:
            fields[name] = _value(rest)
        except YAMLError:
            problems.append((number, f"the value of '{name}' is not YAML on one line"))
    return fields, problems


def _value(text: str) -> FieldValue:
    value = YAML(typ="safe", pure=True).load(text)
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return "" if value is None else str(value)


def _written(value: FieldValue) -> str:
    if isinstance(value, str):
        return value if re.fullmatch(r"[\w./:-]+", value) else _quoted(value)
    return f"[{', '.join(map(_quoted, value))}]"


def _quoted(text: str) -> str:
    """Return a text as it can stand in a flow list."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in {"yes", "no", "on", "off", "true", "false", "null"}
    return text if plain else json.dumps(text, ensure_ascii=False)


def _people(text: str) -> tuple[str, ...]:
    named = [name.strip() for name in text.split(",")]
    return tuple(name for name in named if name and name != NOBODY)


def _section(body: list[str], title: str) -> list[str]:
    """Return the lines below one heading of the second level, without empty ones."""
    start = next((i for i, line in enumerate(body) if line.strip().lower() == f"## {title.lower()}"), None)
    if start is None:
        return []
    rest = body[start + 1 :]
    end = next((i for i, line in enumerate(rest) if line.startswith(("# ", "## "))), len(rest))
    return [line.strip() for line in rest[:end] if line.strip()]


def _shape(front: list[str], body: list[str], first: int) -> Iterator[Problem]:
    """Yield what is missing of the form."""
    if not front:
        yield 1, "there is no front matter"
    elif front[-1].strip():
        yield len(front) + 1, "a blank line goes before the closing ---, or older tools do not read the bullets"
    if not any(line.startswith("# ") for line in body):
        yield first, "there is no title"
    titles = [line[3:].strip() for line in body if line.startswith("## ")]
    for title in _NEEDED:
        if title not in titles:
            yield first, f"the section '{title}' is missing"


def _sense(record: Record, bullets: Mapping[str, str], first: int) -> Iterator[Problem]:
    """Yield what does not fit together."""
    if record.status.split(" ")[0] not in STATUSES:
        yield first, f"the status is '{record.status}', and not one of: {', '.join(STATUSES)}"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", record.date):
        yield first, f"the date is '{record.date}', and not like 2026-03-02"
    shown = {"Status": record.status, "Date": record.date, "Deciders": ", ".join(record.deciders) or NOBODY}
    for name, value in shown.items():
        if bullets.get(name) != value:
            yield first, f"the bullet '{name}' says '{bullets.get(name, '')}', and the front matter '{value}'"
    if record.status == "accepted" and not record.deciders:
        yield first, "it is accepted, and nobody is named who decided"
    if record.status == "accepted" and not record.chosen:
        yield first, 'it is accepted, and no line says `Chosen option: "..."`'
    if record.chosen and record.chosen not in record.options:
        yield first, f"the chosen option '{record.chosen}' is not among the considered options"

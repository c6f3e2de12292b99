"""What a sample tells, as lines of a spec: one a field, with remarks on what was left out and what cannot be said."""

import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from toolkit.domain.values import slug
from toolkit.errors import ToolkitError
from toolkit.services.learning import reading
from toolkit.services.learning.between import related
from toolkit.services.learning.column import Learnt, learn_column
from toolkit.services.learning.harmless import SHARED, about_people
from toolkit.services.learning.table import Column, Table, read_table

LONGEST_TITLE = 60
"""Characters by which a row of another entity is called."""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,./=<>%()*+-]*[\w.%)])?|= [\w +*-]+")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt of an entity: a field's text by its name (as YAML), remarks beside them, and on the whole."""

    entity: str
    rows: int
    fields: Mapping[str, str]
    comments: Mapping[str, str]
    remarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """The part of a spec that a person would have written."""
        lines = [
            f"# Learnt from {self.rows:,} rows: shares, ranges and forms; no value that fewer than {SHARED} rows share."
        ]
        lines += [f"# {remark[:1].upper()}{remark[1:]}." for remark in self.remarks]
        lines += ["entities:", f"  {self.entity}:"]
        for name, text in self.fields.items():
            comment = f"  # {self.comments[name]}" if name in self.comments else ""
            lines.append(f"    {name}: {text}{comment}")
        return "\n".join(lines) + "\n"


def learn(file: Path, entity: str, *, keep: Collection[str] = (), entities: Collection[str] = ()) -> Lesson:
    """Return what a file tells of an entity; `entities` are others that its columns may refer to.

    `keep` names columns of whose values somebody vouches that they name nobody. Raises ToolkitError.
    """
    if not re.fullmatch(r"[^\W\d][\w -]{0,60}", entity):
        fix = "name it as the spec does, as in: showtell data learn orders.csv Order"
        raise ToolkitError(f"'{entity[:60]}' is no name for an entity", where="ENTITY", fix=fix)
    table = read_table(file)
    vouched = _vouched(table, keep)
    columns = [column for column in table.columns if column.heading.casefold() != "id"]
    now = _now(columns)
    learnt = [
        _reference(column, entities) or learn_column(column, now, vouched=column.heading in vouched)
        for column in columns
    ]
    fields, remarks = related(learnt, columns)
    if len(columns) < len(table.columns):
        remarks.append("the column id was left out: rows have a key of their own")
    return Lesson(
        entity,
        table.rows,
        {field.name: _yaml(field) for field in fields} or {"name": "text"},
        {field.name: field.comment for field in fields if field.comment},
        tuple(remarks),
    )


def _vouched(table: Table, keep: Collection[str]) -> set[str]:
    """Return the headings that are vouched for. Raises ToolkitError for one there is not, or one about people."""
    known = {slug(column.heading): column.heading for column in table.columns}
    for name in keep:
        if slug(name) not in known:
            close = get_close_matches(slug(name), known, n=1)
            fix = f"did you mean '{known[close[0]]}'?" if close else f"name one of: {', '.join(known.values())}"
            raise ToolkitError(f"there is no column '{name[:60]}'", where="--keep", fix=fix)
        if about_people(name):
            fix = "leave it out, and write options of your own into the spec"
            raise ToolkitError(f"'{name[:60]}' is about people, and is not taken over", where="--keep", fix=fix)
    return {known[slug(name)] for name in keep}


def _now(columns: list[Column]) -> datetime:
    """Return the sample's now: the end of its first column of dates, without the last few."""
    for column in columns:
        moments = reading.dates(column.cells, column.said)
        known = sorted(moment for moment in moments or () if moment)
        if known and not about_people(column.heading):
            return known[-min(SHARED, len(known))]
    return datetime(2026, 1, 1)


def _reference(column: Column, entities: Collection[str]) -> Learnt | None:
    """Return a reference to another entity of the spec, where a column is called so: 'customer_id', 'Customer'."""
    bare = slug(re.sub(r"(?i)[ _-]?(id|no|nr|number|key|code)$", "", column.heading)).replace("_", "-")
    entity = next((name for name in entities if slug(name) == bare), "")
    often = sorted(Counter(column.said).values(), reverse=True)
    by_key = bare != slug(column.heading).replace("_", "-")
    repeated = len(often) < 0.9 * len(column.said) and max(map(len, column.said), default=0) <= LONGEST_TITLE
    if not entity or not often or not (by_key or repeated):
        return None
    uneven = len(often) > 2 * SHARED and sum(often[: len(often) // 5]) > 0.4 * sum(often)
    optional = ("optional",) if len(column.said) < len(column.cells) else ()
    name = re.sub(r"(?i)[ _-]id$", "", column.heading) or column.heading
    return Learnt(name, entity, (*(("zipf",) if uneven else ()), *optional))


def _yaml(field: Learnt) -> str:
    """Return a field's text as YAML, plain where it can be."""
    if field.pattern:
        return f"{{type: {json.dumps(field.line, ensure_ascii=False)}, pattern: {json.dumps(field.pattern)}}}"
    line = field.line
    return line if _PLAIN.fullmatch(line) else json.dumps(line, ensure_ascii=False)

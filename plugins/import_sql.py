"""The importer `sql`: tables as CREATE TABLE and ALTER TABLE describe them, in any common dialect."""

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from toolkit import (
    LISTED,
    Imported,
    ImportedEntity,
    ImportedField,
    Importer,
    column_line,
    hook,
    is_number,
    is_whole,
    other_statements,
    table_statements,
    without_options,
)

FLAGS = ({"Y"}, {"N"}, {"Y", "N"}, {"T", "F"})
"""Letters that say yes or no."""
DIALECTS = ("mysql", "tsql", "postgres", "oracle", "sqlite")
_HINTS = {
    "mysql": r"`\w|ENGINE\s*=|AUTO_INCREMENT|\bUNSIGNED\b",
    "tsql": r"^[ \t]*GO[ \t]*$|\[dbo\]|\bNVARCHAR\b|\bIDENTITY\s*\(|\bCLUSTERED\b",
    "oracle": r"\bVARCHAR2\b|\bNUMBER\s*\(",
    "postgres": r"\b(BIG)?SERIAL\b|::\w|CREATE\s+(TYPE|DOMAIN)\b|CHARACTER VARYING|\bTEXT\[\]|\bJSONB\b",
}
_LATER = re.compile(
    r"ALTER\s+TABLE\s+(?:\[?\w+\]?\.)?\[?(?P<table>[\w ]+?)\]?\s+ADD\s+(?:CONSTRAINT\s+\[?[\w ]+\]?\s+)?"
    r"DEFAULT\s+(?P<value>.+?)\s+FOR\s+\[?(?P<column>[\w ]+?)\]?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_DOMAIN = re.compile(r"CREATE\s+DOMAIN\s+(?:\w+\.)?\"?(\w+)\"?\s+AS\s+([\w ]+(?:\(\d+\))?)", re.IGNORECASE)


@dataclass(slots=True)
class Column:
    """One column while the file is being read."""

    name: str
    type: exp.DataType
    needed: bool = False
    unique: bool = False
    key: bool = False
    default: str = ""
    stamped: bool = False
    given: str = ""
    refers: str = ""
    options: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    lost: list[str] = field(default_factory=list)
    apart: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The name of its type."""
        return self.type.this.name if isinstance(self.type.this, exp.DType) else "TEXT"


@dataclass(slots=True)
class Table:
    """One table while the file is being read; columns by their names in small letters."""

    name: str
    columns: dict[str, Column] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def at(self, name: str) -> Column | None:
        """Return a column, however its name is capitalised."""
        return self.columns.get(name.casefold())


@dataclass(slots=True)
class Schema:
    """All that was read: tables, lists of values by their type's name, and what had to be left out."""

    tables: dict[str, Table] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    domains: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def recognises(text: str) -> bool:
    """Return whether a table is created in it."""
    return bool(re.search(r"\bCREATE\s+(?:\w+\s+){0,2}TABLE\b", text, re.IGNORECASE))


def read(text: str, name: str) -> Imported:
    """Return the tables as entities; what only joins two of them is left out."""
    logging.getLogger("sqlglot").setLevel(logging.ERROR)
    guess = next((d for d, hint in _HINTS.items() if re.search(hint, text, re.IGNORECASE | re.MULTILINE)), "sqlite")
    schema = Schema()
    for code in table_statements(text):
        _take(code, guess, schema)
    entities = tuple(ImportedEntity(table.name, tuple(_fields(table, schema))) for table in schema.tables.values())
    return Imported(entities, lost=(*schema.lost, *other_statements(text)))


def _take(code: str, guess: str, schema: Schema) -> None:
    """Take what one statement says."""
    if domain := _DOMAIN.match(code):
        schema.domains[domain[1].casefold()] = domain[2].strip()
        return
    if default := _LATER.match(code):
        _later(default, schema)
        return
    statement = _parsed(code, guess)
    if isinstance(statement, exp.Create):
        _create(statement, schema)
    elif isinstance(statement, exp.Alter):
        table = schema.tables.get(statement.this.name.casefold())
        for action in statement.args.get("actions") or ():
            if table:
                _part(action, table, schema)
    elif statement is None and re.match(r"CREATE\s+TABLE|ALTER\s+TABLE.*\bADD\b", code, re.IGNORECASE | re.DOTALL):
        schema.lost.append(f"a statement that could not be read: {' '.join(code.split())[:60]}")


def _later(said: re.Match[str], schema: Schema) -> None:
    """Take a default that SQL Server's scripts add to a column afterwards."""
    table = schema.tables.get(said["table"].casefold())
    column = table.at(said["column"]) if table else None
    value = _parsed(f"SELECT {said['value']}", "tsql")
    if column and isinstance(value, exp.Select) and value.expressions:
        _default(value.expressions[0], column)


def _create(statement: exp.Create, schema: Schema) -> None:
    if statement.find(exp.InheritsProperty, exp.PartitionedOfProperty):
        return  # a partition holds rows of its table
    made, kind = statement.this, statement.args.get("expression")
    if isinstance(made, exp.Schema) and isinstance(made.this, exp.Table):
        table = schema.tables.setdefault(made.this.name.casefold(), Table(made.this.name))
        for part in made.expressions:
            _part(part, table, schema)
    elif isinstance(made, exp.Index) and made.args.get("table"):
        if indexed := schema.tables.get(made.args["table"].name.casefold()):
            _unique(indexed, [column.name for column in made.find_all(exp.Column)])
    elif isinstance(kind, exp.DataType):
        schema.lists[made.name.casefold()] = tuple(e.name for e in kind.expressions)


def _parsed(code: str, guess: str) -> exp.Expr | None:
    """Return a statement in the first dialect that reads it: the one the file looks like, then the others."""
    for said in dict.fromkeys((code, without_options(code))):
        for dialect in (guess, *(d for d in DIALECTS if d != guess)):
            with suppress(SqlglotError, RecursionError, ValueError):
                found = parse_one(said, dialect=dialect)
                if not isinstance(found, exp.Command):
                    return found
    return None


def _part(part: exp.Expr, table: Table, schema: Schema) -> None:
    """Take a column, or a constraint on the table."""
    if isinstance(part, exp.ColumnDef):
        _column(part, table, schema)
    elif isinstance(part, exp.Identifier):
        table.columns[part.name.casefold()] = Column(part.name, exp.DataType.build("text"))
    elif isinstance(part, exp.Constraint | exp.AddConstraint):
        if any(isinstance(inner, exp.PrimaryKeyColumnConstraint) for inner in part.expressions):
            _key(table, [column.name for column in part.find_all(exp.Column)])
        for inner in part.expressions:
            _part(inner, table, schema)
    else:
        _rule(part, table, schema)


def _rule(part: exp.Expr, table: Table, schema: Schema) -> None:
    """Take a constraint on the table."""
    match part:
        case exp.PrimaryKey():
            _key(table, _names(part.expressions))
        case exp.UniqueColumnConstraint() if isinstance(part.this, exp.Schema):
            _unique(table, _names(part.this.expressions))
        case exp.ForeignKey():
            _foreign(part, table, schema)
        case exp.CheckColumnConstraint():
            _check(part.this, table)


def _names(parts: Iterable[exp.Expr]) -> list[str]:
    found = (part if isinstance(part, exp.Identifier) else part.find(exp.Identifier) for part in parts)
    return [identifier.name for identifier in found if identifier]


def _key(table: Table, names: list[str]) -> None:
    table.keys = tuple(name.casefold() for name in names)
    if len(names) > 1:
        _unique(table, names)
    for name in names:
        if column := table.at(name):
            column.key = column.needed = True


def _unique(table: Table, names: list[str]) -> None:
    """Take what must be unique, alone or together with others."""
    columns = [column for name in names if (column := table.at(name))]
    for column in columns:
        column.unique = column.unique or len(names) == 1
    if len(columns) > 1:
        columns[-1].apart = tuple(column.name for column in columns[:-1])


def _foreign(part: exp.ForeignKey, table: Table, schema: Schema) -> None:
    names, reference = _names(part.expressions), part.args.get("reference")
    target = reference.find(exp.Table) if reference else None
    column = table.at(names[0]) if len(names) == 1 else None
    if target is None:
        return
    if column is None:
        schema.lost.append(
            f"the key of {table.name} over several columns ({' and '.join(names)}) that leads to {target.name}"
        )
    else:
        column.refers = target.name.casefold()


def _column(part: exp.ColumnDef, table: Table, schema: Schema) -> None:
    """Take a column with its constraints."""
    kind = part.args.get("kind")
    column = Column(part.name, kind if isinstance(kind, exp.DataType) else exp.DataType.build("text"))
    table.columns[part.name.casefold()] = column
    if column.kind == "USERDEFINED":
        named = str(column.type.args.get("kind") or "").strip('"').rpartition(".")[2].casefold()
        column.options = schema.lists.get(named, ())
        column.type = exp.DataType.build(schema.domains.get(named, "text"), dialect="postgres", udt=True)
    elif column.kind in {"ENUM", "SET", "ENUM8", "ENUM16"}:
        column.options = tuple(e.name for e in column.type.expressions)
    for constraint in part.constraints:
        _constrain(constraint.kind, column, table)


def _constrain(kind: exp.Expr, column: Column, table: Table) -> None:
    """Take one constraint of a column."""
    match kind:
        case exp.NotNullColumnConstraint():
            column.needed = not kind.args.get("allow_null")
        case exp.PrimaryKeyColumnConstraint():
            _key(table, [column.name])
        case exp.UniqueColumnConstraint():
            column.unique = True
        case exp.CheckColumnConstraint():
            _check(kind.this, table)
        case exp.Reference():
            target = kind.find(exp.Table)
            column.refers = target.name.casefold() if target else ""
        case _:
            _given(kind, column)


def _given(kind: exp.Expr, column: Column) -> None:
    """Take what a column holds if nobody says it."""
    match kind:
        case exp.DefaultColumnConstraint():
            _default(kind.this, column)
        case exp.OnUpdateColumnConstraint():
            column.stamped = True
        case exp.AutoIncrementColumnConstraint():
            column.key = True
        case exp.GeneratedAsIdentityColumnConstraint() if not kind.args.get("expression"):
            column.key = True
        case exp.ComputedColumnConstraint() | exp.GeneratedAsIdentityColumnConstraint():
            column.given = kind.sql()[:80]


def _default(value: exp.Expr, column: Column) -> None:
    """Take a default that is a value, or the clock."""
    value = value.unnest()
    value = value.this.unnest() if isinstance(value, exp.Cast) else value
    if isinstance(value, exp.CurrentTimestamp | exp.CurrentDate | exp.CurrentDatetime) or "now(" in value.sql().lower():
        column.default = "now"
    elif isinstance(value, exp.Literal | exp.Boolean | exp.Neg):
        column.default = value.sql().lower() if isinstance(value, exp.Boolean | exp.Neg) else value.name
    elif "nextval" in value.sql().lower():
        column.key = True


def _check(rule: exp.Expr, table: Table) -> None:
    """Take a condition: a list of values, or a range; any other is noted where its first column stands."""
    rule = rule.unnest()
    if isinstance(rule, exp.And):
        _check(rule.this, table)
        _check(rule.expression, table)
        return
    names = [column.name for column in rule.find_all(exp.Column)]
    column = table.at(names[0]) if names else None
    if column is None:
        return
    texts = [literal.name for literal in rule.find_all(exp.Literal)]
    if len(set(names)) == 1 and _chooses(rule):
        column.options = tuple(dict.fromkeys(texts))
    elif len(set(names)) > 1 or not _bounded(rule, column):
        column.lost.append(f"the check {rule.sql()[:80]}")


def _chooses(rule: exp.Expr) -> bool:
    """Return whether a condition lists texts: IN, = ANY, or one = after another."""
    if isinstance(rule, exp.Or):
        return all(
            _chooses(side.unnest()) or isinstance(side.unnest(), exp.Is) for side in (rule.this, rule.expression)
        )
    texts = list(rule.find_all(exp.Literal))
    listed = isinstance(rule, exp.In | exp.EQ) and isinstance(rule.this.unnest(), exp.Column | exp.Cast)
    return listed and bool(texts) and all(text.is_string for text in texts)


def _bounded(rule: exp.Expr, column: Column) -> bool:
    """Take a range; say whether it was one."""
    if isinstance(rule, exp.Or):
        sides = [side.unnest() for side in (rule.this, rule.expression)]
        rest = [side for side in sides if not isinstance(side, exp.Is)]
        return len(rest) == 1 and _bounded(rest[0], column)
    if not isinstance(rule.this, exp.Column) or not is_number(column.kind):
        return False
    if isinstance(rule, exp.Between):
        column.low, column.high = rule.args["low"].unnest().sql(), rule.args["high"].unnest().sql()
    elif isinstance(rule, exp.GTE | exp.GT):
        column.low = rule.expression.unnest().sql()
    elif isinstance(rule, exp.LTE | exp.LT):
        column.high = rule.expression.unnest().sql()
    else:
        return False
    return True


def _hidden(column: Column, table: Table) -> bool:
    """Return whether a column is only the row's own key."""
    if column.refers or column.options:
        return False
    alone = column.key and len(table.keys) < 2
    whole = is_whole(column.kind) or column.kind in {"DECIMAL", "UUID", "UNIQUEIDENTIFIER"}
    return (alone and (whole or column.name.casefold().endswith("id"))) or column.name.casefold() in {"id", "uuid"}


def _fields(table: Table, schema: Schema) -> Iterator[ImportedField]:
    """Yield what people would see of a table."""
    for column in table.columns.values():
        if _hidden(column, table):
            continue
        kind, rules = _kind(column)
        if not kind or column.given:
            why = f"worked out as {column.given}" if column.given else column.kind.lower()
            schema.lost.append(f"{table.name}.{column.name}: {why}")
            continue
        lost = [*column.lost, *(["a list or a tree in the file"] if column.kind in LISTED else [])]
        alone = column.unique or (column.key and table.keys == (column.name.casefold(),))
        rules += [*(["unique"] if alone else []), *([] if column.needed else ["optional"])]
        refers = schema.tables[column.refers].name if column.refers in schema.tables else column.refers
        yield ImportedField(
            column.name,
            kind,
            refers,
            column.options,
            tuple(rules),
            default=column.default,
            lost="; ".join(lost),
            apart=column.apart,
        )


def _kind(column: Column) -> tuple[str, list[str]]:
    """Return how a field's line begins, and its rules; nothing for what nobody types."""
    if (
        column.kind in {"CHAR", "NCHAR", "VARCHAR"}
        and ({column.default} if not column.options else {*column.options}) in FLAGS
    ):
        return "yes/no", []
    if column.options:
        return ("any of" if column.kind == "SET" else "one of"), []
    sizes = [int(p.name) for p in column.type.expressions if isinstance(p, exp.DataTypeParam) and p.name.isdigit()]
    line, rules = column_line(column.kind, column.name, sizes, stamped=column.stamped)
    bounded = line in {"number", "money"} and (column.low or column.high)
    return line, [f"{column.low}..{column.high}"] if bounded else rules


@hook
def register_importers() -> Iterable[Importer]:
    """Bring SQL."""
    about = "SQL with CREATE TABLE, of MySQL, PostgreSQL, SQLite, SQL Server or Oracle."
    return (Importer("sql", about, (".sql", ".ddl"), recognises, read),)

"""Showtell's public face: the names that plugins and prototypes may use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toolkit.domain.action import Action, Answer, Create, Delete, Go, Place, Transition, Update, Values
    from toolkit.domain.bulk import opened, with_picks
    from toolkit.domain.choosing import chosen, with_choice
    from toolkit.domain.control import Cell, Control
    from toolkit.domain.custom import Custom, Slot
    from toolkit.domain.flow import CHECK, LIST, Flow, FlowStep
    from toolkit.domain.formats import Formats
    from toolkit.domain.gathering import ITEM, NEW, gathered
    from toolkit.domain.history import history, remarks
    from toolkit.domain.kinds import (
        Condition,
        Draw,
        EntityName,
        FieldName,
        FieldType,
        Order,
        ProseText,
        RelatedField,
        ScreenName,
        ShownText,
    )
    from toolkit.domain.language import Language, message
    from toolkit.domain.many import adding, none_yet, plural, rows_shown, several
    from toolkit.domain.measurement import Measurement, Sample
    from toolkit.domain.overviews import Board, BoardColumn, Calendar, Card, Day, Entry, Timeline
    from toolkit.domain.parts import Misfit, ScreenKind
    from toolkit.domain.passage import Passage, answers, passage
    from toolkit.domain.phrases import Phrases
    from toolkit.domain.prose import Paragraph, Prose, Span
    from toolkit.domain.records import Records
    from toolkit.domain.scene import Scene
    from toolkit.domain.session import TaskRun
    from toolkit.domain.sketch import Picture
    from toolkit.domain.solution import CREATE, DELETE, UPDATE, Entity, Field, Move, Role, Screen
    from toolkit.domain.statistics import (
        Interval,
        Rate,
        judge_rate,
        judge_score,
        judge_time,
        lostness,
        scores,
        straight_lined,
        sus,
        sus_grade,
        times,
    )
    from toolkit.domain.study import Way
    from toolkit.domain.tabling import Listing, columns, extract, order_of, table
    from toolkit.domain.usability import Finding
    from toolkit.domain.values import Row, Value, element_id, exchanged, slug
    from toolkit.domain.verdict import Target, Verdict
    from toolkit.domain.view import (
        Actions,
        Block,
        Chart,
        Choice,
        Column,
        Fact,
        Facts,
        Form,
        Input,
        Notice,
        Post,
        Section,
        Sections,
        Stat,
        Stats,
        Steps,
        Table,
        TableRow,
        Text,
        Thread,
        View,
    )
    from toolkit.errors import ToolkitError
    from toolkit.ports.cells import guarded, unguarded
    from toolkit.ports.check import Check, Page
    from toolkit.ports.columns import LISTED, column_line, is_number, is_whole
    from toolkit.ports.exporter import MADE_UP, Exporter, Tables
    from toolkit.ports.hooks import hook
    from toolkit.ports.importer import (
        Imported,
        ImportedEntity,
        ImportedField,
        ImportedMove,
        Importer,
        number_type,
        several_words,
        text_type,
    )
    from toolkit.ports.metric import Metric
    from toolkit.ports.personal import CALLED, is_personal
    from toolkit.ports.phrases import sheets
    from toolkit.ports.rows_settings import RowsSettings
    from toolkit.ports.rules import does, validates, works_out
    from toolkit.ports.scripts import other_statements, table_statements, without_options

_HOMES = (
    "toolkit.domain.action",
    "toolkit.domain.bulk",
    "toolkit.domain.choosing",
    "toolkit.domain.control",
    "toolkit.domain.custom",
    "toolkit.domain.flow",
    "toolkit.domain.formats",
    "toolkit.domain.gathering",
    "toolkit.domain.history",
    "toolkit.domain.language",
    "toolkit.domain.many",
    "toolkit.domain.kinds",
    "toolkit.domain.measurement",
    "toolkit.domain.overviews",
    "toolkit.domain.parts",
    "toolkit.domain.phrases",
    "toolkit.domain.prose",
    "toolkit.domain.records",
    "toolkit.domain.passage",
    "toolkit.domain.scene",
    "toolkit.domain.session",
    "toolkit.domain.sketch",
    "toolkit.domain.solution",
    "toolkit.domain.statistics",
    "toolkit.domain.study",
    "toolkit.domain.tabling",
    "toolkit.domain.usability",
    "toolkit.domain.values",
    "toolkit.domain.verdict",
    "toolkit.domain.view",
    "toolkit.errors",
    "toolkit.ports.cells",
    "toolkit.ports.check",
    "toolkit.ports.exporter",
    "toolkit.ports.hooks",
    "toolkit.ports.columns",
    "toolkit.ports.importer",
    "toolkit.ports.metric",
    "toolkit.ports.personal",
    "toolkit.ports.phrases",
    "toolkit.ports.scripts",
    "toolkit.ports.rows_settings",
    "toolkit.ports.rules",
)


def __getattr__(name: str) -> Any:
    """Find a public name where it lives, on first use: `showtell --help` shall not load what it does not need."""
    if name == "__version__":
        return import_module("importlib.metadata").version("showtell")
    if name in __all__:
        for home in map(import_module, _HOMES):
            if hasattr(home, name):
                return getattr(home, name)
    raise AttributeError(f"toolkit has no public name '{name}'")


__all__ = [
    "CALLED",
    "CHECK",
    "CREATE",
    "DELETE",
    "ITEM",
    "LIST",
    "LISTED",
    "MADE_UP",
    "NEW",
    "UPDATE",
    "Action",
    "Actions",
    "Answer",
    "Block",
    "Board",
    "BoardColumn",
    "Calendar",
    "Card",
    "Cell",
    "Chart",
    "Check",
    "Choice",
    "Column",
    "Condition",
    "Control",
    "Create",
    "Custom",
    "Day",
    "Delete",
    "Draw",
    "Entity",
    "EntityName",
    "Entry",
    "Exporter",
    "Fact",
    "Facts",
    "Field",
    "FieldName",
    "FieldType",
    "Finding",
    "Flow",
    "FlowStep",
    "Form",
    "Formats",
    "Go",
    "Imported",
    "ImportedEntity",
    "ImportedField",
    "ImportedMove",
    "Importer",
    "Input",
    "Interval",
    "Language",
    "Listing",
    "Measurement",
    "Metric",
    "Misfit",
    "Move",
    "Notice",
    "Order",
    "Page",
    "Paragraph",
    "Passage",
    "Phrases",
    "Picture",
    "Place",
    "Post",
    "Prose",
    "ProseText",
    "Rate",
    "Records",
    "RelatedField",
    "Role",
    "Row",
    "RowsSettings",
    "Sample",
    "Scene",
    "Screen",
    "ScreenKind",
    "ScreenName",
    "Section",
    "Sections",
    "ShownText",
    "Slot",
    "Span",
    "Stat",
    "Stats",
    "Steps",
    "Table",
    "TableRow",
    "Tables",
    "Target",
    "TaskRun",
    "Text",
    "Thread",
    "Timeline",
    "ToolkitError",
    "Transition",
    "Update",
    "Value",
    "Values",
    "Verdict",
    "View",
    "Way",
    "adding",
    "answers",
    "chosen",
    "column_line",
    "columns",
    "does",
    "element_id",
    "exchanged",
    "extract",
    "gathered",
    "guarded",
    "history",
    "hook",
    "is_number",
    "is_personal",
    "is_whole",
    "judge_rate",
    "judge_score",
    "judge_time",
    "lostness",
    "message",
    "none_yet",
    "number_type",
    "opened",
    "order_of",
    "other_statements",
    "passage",
    "plural",
    "remarks",
    "rows_shown",
    "scores",
    "several",
    "several_words",
    "sheets",
    "slug",
    "straight_lined",
    "sus",
    "sus_grade",
    "table",
    "table_statements",
    "text_type",
    "times",
    "unguarded",
    "validates",
    "with_choice",
    "with_picks",
    "without_options",
    "works_out",
]

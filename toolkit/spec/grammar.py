"""What a spec may say: every key with what it means. The JSON Schema and the reference are made from these models.

Scalars arrive as the text that was written, whatever YAML would make of them, so that `title: 5` is a title.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from toolkit.spec.locales import SCHEMA, weighed


def _several(value: Any) -> Any:
    """Let a single text stand for a list of one."""
    return [value] if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1, max_length=4_000)]
Several = Annotated[
    list[Text],
    BeforeValidator(_several),
    Field(json_schema_extra={"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""One name, or a list of names."""
Cell = Annotated[
    str | list[str] | None,
    Field(json_schema_extra={"anyOf": [{"type": ["string", "number", "boolean", "null"]}, {"type": "array"}]}),
]
"""One value of a row."""
_FONT = r"^[A-Za-z][A-Za-z0-9 -]{0,39}$"
_COLOUR = r"^#[0-9a-fA-F]{6}$"


def _colour(text: str) -> str:
    if not re.fullmatch(_COLOUR, text):
        raise ValueError("must be a colour; write it like '#0b5c6b'")
    return text


def _font(text: str) -> str:
    if not re.fullmatch(_FONT, text):
        raise ValueError("must be a kind of font or a family's name; write it like serif or Source Sans 3")
    return text


Font = Annotated[str, AfterValidator(_font), Field(json_schema_extra={"pattern": _FONT})]
Locales = Annotated[Any, AfterValidator(weighed), Field(json_schema_extra=SCHEMA)]
Colour = Annotated[str, AfterValidator(_colour), Field(json_schema_extra={"pattern": _COLOUR})]
Anything = Annotated[Any, Field(json_schema_extra={"type": "object"})]


class Part(BaseModel):
    """A part of a spec; what it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


class RequestPart(Part):
    """What was asked for, word for word, and through whom it came."""

    said: Text = Field(description="The request as it was said.")
    chain: Several = Field(default=[], description="Who said it first-hand, then everybody who passed it on.")


class RolePart(Part):
    """Somebody who uses the solution."""

    own: Several = Field(default=[], description="Entities of which this role meets only the rows that are their own.")
    start: Text | None = Field(
        default=None, description="The screen where this role starts; the first they may open if not said."
    )
    sees: dict[str, Text] = Field(
        default={},
        description="By entity, the condition of the rows that this role meets; its own too if 'own' names the entity.",
    )
    may: dict[str, Several] = Field(
        default={},
        description="By entity, what this role may do of create, update and delete; all of it if not said, [] is none.",
    )


class FieldPart(Part):
    """A field that needs more than one line; whatever its line can say may stand here instead."""

    type: Text = Field(
        default="text", description="The field's line: 'text, 5..80 characters', 'one of Low, High', 'User'."
    )
    label: Text | None = Field(default=None, description="What the field is called on screens.")
    help: Text | None = Field(default=None, description="A sentence under the question.")
    example: Text | None = Field(default=None, description="A value as it could be typed.")
    optional: bool | None = Field(default=None, description="Whether it may stay empty.")
    required: bool | None = Field(default=None, description="Whether it must be filled; it must if nothing is said.")
    needed_when: Text | None = Field(
        default=None,
        alias="required when",
        description="A CEL condition over the same row; while it holds, an optional field must be filled.",
    )
    error: Text | None = Field(default=None, description="What is said of a value that does not fit.")
    unique: bool | None = Field(default=None, description="Whether no two rows may have the same.")
    where: Text | None = Field(
        default=None, description="For a reference: which rows may be chosen, as a CEL condition."
    )
    pattern: Text | None = Field(default=None, description="A regular expression that the text must match as a whole.")
    default: Text | None = Field(
        default=None, description="What it holds if nothing is typed; 'me' and 'now' are known."
    )
    options: Several | None = Field(
        default=None, description="What can be chosen, for options with a comma in their names."
    )
    moves: dict[str, Several] | None = Field(
        default=None, description="The life cycle, for a status with a label or help."
    )
    means: Text | None = Field(
        default=None, description="What its made-up values are, as in 'invoice number', where its name says otherwise."
    )
    was: Several | None = Field(
        default=None, description="What the field was called before; of several names the oldest first."
    )


class TaskPart(Part):
    """What a participant is asked to do, and how we know that it worked."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    role: Text | None = Field(default=None, alias="as", description="The role that does it; the first if not said.")
    say: Text = Field(description="What the participant reads.")
    done: dict[str, dict[str, Cell]] | None = Field(
        default=None,
        description="The row that is there at the end, made or changed on the way: {Ticket: {status: Open}}.",
    )
    answer: dict[str, Text] | None = Field(
        default=None,
        description="The answer looked for: {Ticket: title, where: CONDITION, first: due}; '-due' for the last.",
    )


class QuestionPart(Part):
    """Something asked at the end of a walkthrough."""

    ask: Text = Field(description="The question.")
    choose: Several | None = Field(
        default=None, description="What can be chosen; 'options' for the titles of the options."
    )


class StudyPart(Part):
    """The plan for asking people."""

    people: int = Field(default=8, ge=1, le=10_000, description="How many people are to be asked.")


class DataPart(Part):
    """What the made-up data is like."""

    seed: int = Field(default=1, ge=0, le=2**31 - 1, description="The same seed gives the same data.")
    locale: Locales = Field(
        default="en_GB",
        validate_default=True,
        description="Whose names and words: a language and a country, as in en_GB; or several and how many rows are of "
        "each, as in {de_CH: 70, fr_CH: 30}.",
    )
    locales: dict[str, Locales] = Field(
        default={},
        description="Another locale, or several, for an entity or a field: {Customer: ja_JP, User.name: cs_CZ}.",
    )
    domain: Text | None = Field(
        default=None,
        description="The trade whose phrases the rows speak, where the spec's own words do not tell it: 'health'; "
        "`showtell plugins` lists them.",
    )
    rows: dict[str, Annotated[int, Field(ge=0, le=100_000)]] = Field(
        default={}, description="How many rows, by entity."
    )
    pinned: dict[str, list[dict[str, Cell]]] = Field(default={}, description="Rows that must be there, by entity.")


class ChangePart(Part):
    """What a scenario changes of an entity's made-up rows by rule; pinned rows stay as they are."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    where: Text | None = Field(default=None, description="Only rows for which this holds, as a CEL condition.")
    share: Text | None = Field(
        default=None, description="How many of them hold the values afterwards, as in 40 %; all if not said."
    )
    values: dict[str, Cell] = Field(
        default={}, alias="set", description="What they hold then, by field: a value, or CEL as in = now - days(3)."
    )


class ScenarioPart(Part):
    """A named beginning of a show, with a link of its own: who, where, when, and what is there."""

    about: Text | None = Field(default=None, description="What it shows, in a sentence.")
    role: Text | None = Field(default=None, alias="as", description="The role it begins in; the first if not said.")
    option: Text | None = Field(default=None, description="The option it is shown in; any that fits if not said.")
    start: Text | None = Field(default=None, description="The screen it begins at; where the role starts if not said.")
    row: Text | None = Field(default=None, description="For a screen about one row: the title of a pinned row.")
    settings: dict[str, Text] = Field(
        default={}, description="What narrows the screen, as its address says it: {priority: High, q: printer}."
    )
    now: Text | None = Field(default=None, description="When it is then; the spec's own clock if not said.")
    rows: dict[str, Annotated[int, Field(ge=0, le=100_000)]] = Field(
        default={}, description="How many rows, by entity, where it is another number than usual."
    )
    pinned: dict[str, list[dict[str, Cell]]] = Field(
        default={}, description="Rows that are there besides those that the data pins, by entity."
    )
    change: dict[str, list[ChangePart]] = Field(
        default={}, description="What becomes of the made-up rows, by entity: {where, share, set}, or a list of these."
    )


class BrandPart(Part):
    """The customer's look."""

    name: Text = Field(description="The name at the top of every screen.")
    logo: Text | None = Field(
        default=None, description="A file beside the spec: SVG, PNG or JPEG, at most 100 kB; it stands before the name."
    )
    accent: Colour = Field(default="", description="The colour of buttons and links, '#0b5c6b'.")
    dark: Colour = Field(default="", description="The accent in the dark; a lighter one of its hue if left out.")
    header: Colour = Field(default="", description="The colour behind the name at the top; white if left out.")
    font: Font = Field(
        default="",
        description="`humanist`, `geometric`, `rounded`, `serif`, `slab` or `mono`, of systems; or a family's "
        "name, shown where it is installed.",
    )
    tone: Literal["plain", "warm", "formal"] = Field(
        default="plain", description="Corners, weight and space: warm is round and roomy, formal is square and dense."
    )


class AppPart(Part):
    """What options may change: lists are replaced, mappings merged, and an empty value takes a part away."""

    roles: dict[str, RolePart | None] = Field(
        default={}, description="Who uses it: a list of names, or names with settings."
    )
    entities: dict[str, Anything] = Field(default={}, description="What the solution knows rows of; one line a field.")
    screens: dict[str, Anything] = Field(
        default={}, description="The screens; leave them out and every entity gets its own."
    )


class OptionPart(AppPart):
    """One candidate solution: an overlay on the spec, and what speaks for and against it."""

    title: Text | None = Field(default=None, description="What the option is called.")
    idea: Literal["customer", "ours"] = Field(default="ours", description="Whose idea it is.")
    about: Text | None = Field(default=None, description="What it is, in a sentence or two.")
    benefits: Several = Field(default=[], description="What speaks for it.")
    consequences: Several = Field(default=[], description="What speaks against it, or follows from it.")
    costs: Text | None = Field(default=None, description="'14000 EUR once, 2600 EUR a year'.")


class SpecPart(AppPart):
    """A whole spec."""

    solution: Text | None = Field(default=None, description="What it is called.")
    brand: BrandPart | None = None
    language: Text = Field(default="en", description="The language that the spec is written in: en, de, fr, ar.")
    languages: Several = Field(
        default=[],
        description="Others that it is offered in; languages/CODE.yaml beside the spec holds the translations.",
    )
    request: RequestPart | None = Field(default=None, description="What was asked for; a text, or said and chain.")
    problem: Text | None = Field(default=None, description="What hurts today.")
    goals: dict[str, Text] = Field(
        default={}, description="What better means: 'late is found: time of find-late <= 30 s'."
    )
    now: Text | None = Field(
        default=None, description="When it is in the prototype, '2026-03-02 09:30'; the clock stands still."
    )
    people: Text | None = Field(default=None, description="The entity whose rows are the people in the roles.")
    options: dict[str, OptionPart] = Field(default={}, description="The candidates, by a short name.")
    tasks: dict[str, TaskPart] = Field(default={}, description="What participants are asked to do.")
    questions: dict[str, QuestionPart] = Field(
        default={}, description="What they are asked at the end; a text, or ask and choose."
    )
    scenarios: dict[str, ScenarioPart] = Field(default={}, description="Beginnings of a show, each with a link.")
    study: StudyPart = Field(default_factory=StudyPart, description="The plan for asking people.")
    data: DataPart = Field(default_factory=DataPart, description="What the made-up data is like.")

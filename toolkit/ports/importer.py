"""The port for importers: what people have already, read into plain data that a spec can be written from."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedMove:
    """A move of a life cycle; without a `button` it is called after where it leads."""

    source: str
    target: str
    button: str = ""


@dataclass(frozen=True, slots=True)
class ImportedField:
    """A field as the file has it: names, options and states are made readable, and fit for a spec, when it is written.

    `type` is how a field's line begins ('text', 'yes/no', 'one of'); `refers` is the name of another entity as the
    file says it, and takes the type's place; `rules` are rules of a field's line ('optional', '5..80 characters').
    `lost` says what the spec could not keep. `several` names an entity of which it holds many rows; `apart` are the
    fields with which it is unique together.
    """

    name: str
    type: str = "text"
    refers: str = ""
    options: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pattern: str = ""
    default: str = ""
    moves: tuple[ImportedMove, ...] = ()
    lost: str = ""
    several: str = ""
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedEntity:
    """An entity as the file has it. A field that is only the row's own key is left out: rows have one.

    `rows` are rows of the file itself, typed as a form would take them, by the names of the fields.
    """

    name: str
    fields: tuple[ImportedField, ...] = ()
    rows: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file holds: its entities, a title if it says one, and in sentences what had to be left out."""

    entities: tuple[ImportedEntity, ...]
    title: str = ""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Importer:
    """One kind of file. `recognises` looks at its text; `read` gets the text and the file's name without its ending.

    `read` runs nothing of the file and raises ToolkitError for what it cannot read.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, str], Imported]


_NAMED = (
    ("email", r"e[ _-]?mail([ _-]?address)?$"),
    ("phone", r"(phone|mobile|fax)([ _-]?(no|nr|number))?$"),
    ("url", r"(^|[ _-])(url|website|home[ _-]?page|web[ _-]?(page|site|address))$"),
)
_PROSE = (
    r"(description|desc|notes?|comments?|body|content|bio|biography|summary|remarks?|details|message|abstract|plot)$"
)
_MONEY = (
    r"(price|amount|total|cost|fee|salary|balance|freight|budget|revenue|tax|taxe|wage|shipping|due|price per unit)s?$"
)
_SURELY_MONEY = r"(price|cost|fee|salary|wage|budget|revenue)s?$"
"""Of whole numbers, too."""
LONG = 400
"""Characters from which on a text is asked for in an area."""


def text_type(name: str, longest: int = 0) -> str:
    """Return what type of text a field is by its name and, where that is known, its length."""
    plain = name.casefold()
    found = next((kind for kind, pattern in _NAMED if re.search(pattern, plain)), "")
    if found and not 0 < longest < 10:
        return found
    prose = re.search(_PROSE, plain) and (not longest or longest > 120)
    return "long text" if prose or longest >= LONG else "text"


def several_words(name: str) -> str:
    """Return what several of these are called: 'author' -> 'authors', 'LineItem' -> 'line items'; a plural stays."""
    plain = re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", name)).strip().lower()
    if re.search(r"[^su]s$", plain):
        return plain
    if re.search(r"[^aeiou]y$", plain):
        return f"{plain[:-1]}ies"
    return f"{plain}es" if re.search(r"(s|x|z|ch|sh)$", plain) else f"{plain}s"


def number_type(name: str, *, whole: bool = False) -> str:
    """Return whether a number, with decimals unless it is `whole`, is money, by its name."""
    return "money" if re.search(_SURELY_MONEY if whole else _MONEY, name.casefold()) else "number"

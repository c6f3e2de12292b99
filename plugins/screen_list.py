"""A list of rows, with search, filters, sorting and paging."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import (
    Block,
    Choice,
    Condition,
    Control,
    Field,
    FieldName,
    Form,
    Go,
    Input,
    Listing,
    Notice,
    Order,
    Row,
    Scene,
    ScreenKind,
    ScreenName,
    ShownText,
    adding,
    columns,
    element_id,
    hook,
    none_yet,
    order_of,
    plural,
    rows_shown,
    table,
)

NOTHING = "none"
"""What rows that say nothing are found under."""
TAKEN = frozenset({"q", "page", "sort", "state", "lang"})
"""Names that a list's address has for other things than fields."""
MOST = 100
"""So many values of a field without options are offered."""


class ListSettings(BaseModel):
    """What a spec may say of a list."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    show: tuple[FieldName, ...] = Setting(
        default=(), description="The fields shown as columns; the first six if left out."
    )
    filter: tuple[FieldName, ...] = Setting(default=(), description="The fields that can be narrowed by.")
    search: tuple[FieldName, ...] = Setting(default=(), description="The fields searched in; the title if left out.")
    sort: tuple[Order, ...] = Setting(default=(), description="The order at first; '-' before a field turns it round.")
    where: Condition = Setting(default="", description="Only rows for which this holds.")
    own: bool = Setting(default=False, description="Only the person's own rows.")
    new: ScreenName = Setting(default="", description="The screen that adds a row.")
    empty: ShownText = Setting(default="", description="What is said when there is no row yet.")
    rows: int = Setting(default=12, ge=1, le=100, description="Rows on one page.")


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list: the field, its name in the address, what it offers, and what of that is chosen."""

    field: Field
    name: str
    choices: tuple[Choice, ...]
    chosen: str


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the way to add a row, the filters, and one page of the table."""
    settings: ListSettings = scene.settings
    everything = rows_shown(scene, order_of(scene, settings.sort))
    add = adding(scene)
    if not everything:
        return (*add, Notice(element_id(scene.screen.name, "empty"), none_yet(scene), "info"))
    filters = tuple(_filter(scene, scene.entity.fields[name], everything) for name in settings.filter)
    found = _found(scene, everything, filters)
    listing = Listing(scene.own(scene.screen.name), order_of(scene, settings.sort), settings.rows)
    rows = table(scene, found, columns(scene, settings.show), listing)
    return (*add, _form(scene, filters, len(found), len(everything)), rows)


def _filter(scene: Scene, field: Field, rows: list[Row]) -> Filter:
    """Return a filter; what the address asks for and nothing offers is passed over."""
    choices = _choices(scene, field, rows)
    name = f"{field.key}_" if field.key in TAKEN else field.key
    asked = scene.place.get(name)
    return Filter(field, name, choices, asked if asked in {c.value for c in choices} else "")


def _choices(scene: Scene, field: Field, rows: list[Row]) -> tuple[Choice, ...]:
    """Return what a field can be narrowed to: its options, or, where it has none, the values that there are."""
    if field.type == "yes/no":
        return (Choice("yes", scene.say("Yes")), Choice("no", scene.say("No")))
    if field.refers or field.options or field.several:
        choices = tuple(Choice(c.value, c.label) for c in scene.desk.choices(field))
        empty = not field.required
    else:
        ordered = scene.records.sorted(scene.entity, rows, (field.name,))
        shown = dict.fromkeys(key for row in ordered for key in _keys(scene, field, row))
        empty = shown.pop(NOTHING, 0) is None
        choices = tuple(Choice(text, text) for text in shown)[:MOST]
    return (*choices, Choice(NOTHING, scene.say("None"))) if empty else choices


def _keys(scene: Scene, field: Field, row: Row) -> tuple[str, ...]:
    """Return the choices under which a row is found."""
    value = row.get(field.name)
    if field.type == "yes/no":
        return ("yes" if value is True else "no",)
    if value in (None, "", ()):
        return (NOTHING,)
    if isinstance(value, tuple):
        return value
    return (str(value) if field.refers or field.options else scene.shown(field, value),)


def _found(scene: Scene, rows: list[Row], filters: tuple[Filter, ...]) -> list[Row]:
    """Return the rows that match every filter that is set, and each word that is searched for."""
    for one in filters:
        if one.chosen:
            rows = [row for row in rows if one.chosen in _keys(scene, one.field, row)]
    wanted = scene.place.get("q").casefold().split()
    if not wanted:
        return rows
    fields = [scene.entity.fields[name] for name in scene.settings.search or (scene.entity.title.name,)]
    return [row for row in rows if _says(scene, fields, row, wanted)]


def _says(scene: Scene, fields: list[Field], row: Row, wanted: list[str]) -> bool:
    text = " ".join(scene.shown(field, row.get(field.name)) for field in fields).casefold()
    return all(word in text for word in wanted)


def _form(scene: Scene, filters: tuple[Filter, ...], found: int, total: int) -> Form:
    """Return the form that narrows the list; it sends itself."""
    form = element_id(scene.screen.name, "filter")
    search = Input(f"{form}.q", "q", scene.say("Search"), "search", scene.place.get("q"), longest=80)
    inputs = tuple(
        Input(
            f"{form}.{f.field.key}",
            f.name,
            f.field.label,
            "select",
            f.chosen,
            (Choice("", scene.say("All")), *f.choices),
        )
        for f in filters
    )
    narrowed = bool(search.value) or any(f.chosen for f in filters)
    wide = scene.here(**dict.fromkeys(("q", "page", *(f.name for f in filters)), ""))
    return Form(
        form,
        scene.say("Search and filter") if filters else scene.say("Search"),
        (search, *inputs),
        Control(f"{form}.submit", scene.say("Search"), Go(scene.place)),
        Control(f"{form}.clear", scene.say("Clear"), Go(wide), "link") if narrowed else None,
        live=True,
        tally=_tally(scene, found, total, narrowed=narrowed),
    )


def _tally(scene: Scene, found: int, total: int, *, narrowed: bool) -> str:
    things, said = plural(scene), scene.language.formats.number
    if narrowed:
        return scene.say("{found} of {total} {things}", found=said(found), total=said(total), things=things)
    return scene.say("{total} {things}", total=said(total), things=things)


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the list."""
    return (ScreenKind("list", ListSettings, compose),)

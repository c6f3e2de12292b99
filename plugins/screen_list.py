"""A list of rows, with search, filters, sorting, paging, a choice of columns and moves of several rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from pydantic import Field as Setting

from toolkit import (
    Block,
    Choice,
    Control,
    Entity,
    Field,
    FieldName,
    Form,
    Go,
    Input,
    Listing,
    Misfit,
    Notice,
    Order,
    Row,
    RowsSettings,
    Scene,
    ScreenKind,
    Value,
    adding,
    chosen,
    columns,
    element_id,
    hook,
    none_yet,
    opened,
    order_of,
    plural,
    rows_shown,
    table,
    with_choice,
    with_picks,
)

NOTHING = "none"
"""What rows that say nothing are found under."""
TAKEN = frozenset({"q", "page", "sort", "columns", "picked", "do", "state", "lang"})
"""Names that a list's address has for other things than fields."""
MOST = 100
"""So many values of a field without options are offered."""


class ListSettings(RowsSettings):
    """What a spec may say of a list."""

    show: tuple[FieldName, ...] = Setting(
        default=(), description="The fields shown as columns; the first six if left out."
    )
    filter: tuple[FieldName, ...] = Setting(default=(), description="The fields that can be narrowed by.")
    search: tuple[FieldName, ...] = Setting(default=(), description="The fields searched in; the title if left out.")
    sort: tuple[Order, ...] = Setting(default=(), description="The order at first; '-' before a field turns it round.")
    rows: int = Setting(default=12, ge=1, le=100, description="Rows on one page.")
    bulk: bool | None = Setting(
        default=None,
        description="Whether moves can be made with several rows at once; all but those of one's own rows if left out.",
    )


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the list: the field, its name in the address, what it offers, and what of that is chosen."""

    field: Field
    name: str
    choices: tuple[Choice, ...]
    chosen: str


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the way to add a row, the filters, and one page of the table; or the form of a move of several rows."""
    settings: ListSettings = scene.settings
    if settings.bulk is not False and (form := opened(scene)):
        return form
    everything, order = rows_shown(scene), order_of(scene, settings.sort)
    if not everything:
        return (*adding(scene), Notice(element_id(scene.screen.name, "empty"), none_yet(scene), "info"))
    filters = tuple(_filter(scene, scene.entity.fields[name], everything) for name in settings.filter)
    found, filters = _narrowed(scene, _searched(scene, everything), filters)
    fields = columns(scene, settings.show)
    listing = Listing(scene.own(scene.screen.name), order, settings.rows)
    rows = table(scene, scene.records.sorted(scene.entity, found, order), chosen(scene, fields), listing)
    rows = with_choice(scene, rows, fields)
    if settings.bulk is not False:
        rows = with_picks(scene, rows, own=settings.bulk is True)
    return (*adding(scene), _form(scene, filters, len(found), len(everything)), rows)


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
        shown = dict.fromkeys(key for keys in _keys(scene, field, ordered) for key in keys)
        empty = shown.pop(NOTHING, 0) is None
        choices = tuple(Choice(text, text) for text in shown)[:MOST]
    return (*choices, Choice(NOTHING, scene.say("None"))) if empty else choices


def _keys(scene: Scene, field: Field, rows: list[Row]) -> list[tuple[str, ...]]:
    """Return row by row the choices of a field under which it is found; each value is looked at once."""
    values = [row.get(field.name) for row in rows]
    found = {value: _found_under(scene, field, value) for value in set(values)}
    return [found[value] for value in values]


def _found_under(scene: Scene, field: Field, value: Value) -> tuple[str, ...]:
    if field.type == "yes/no":
        return ("yes" if value is True else "no",)
    if value in (None, "", ()):
        return (NOTHING,)
    if isinstance(value, tuple):
        return value
    return (str(value) if field.refers or field.options else scene.shown(field, value),)


def _searched(scene: Scene, rows: list[Row]) -> list[Row]:
    """Return the rows that say each word that is searched for."""
    wanted = scene.place.get("q").casefold().split()
    if not wanted:
        return rows
    fields = [scene.entity.fields[name] for name in scene.settings.search or (scene.entity.title.name,)]
    return [row for row in rows if _says(scene, fields, row, wanted)]


def _narrowed(scene: Scene, rows: list[Row], filters: tuple[Filter, ...]) -> tuple[list[Row], tuple[Filter, ...]]:
    """Return the rows that match every filter that is set, and the filters with how many each choice would leave.

    A row that only one filter leaves out is counted for the choices of that filter, for with them it would be there.
    """
    keys = [_keys(scene, one.field, rows) for one in filters]
    missed = [0] * len(rows)
    for at, one in enumerate(filters):
        if one.chosen:
            missed = [so_far | ((one.chosen not in own) << at) for so_far, own in zip(missed, keys[at], strict=True)]
    found = [row for row, none in zip(rows, missed, strict=True) if not none]
    counted = []
    for at, one in enumerate(filters):
        within = [own for own, none in zip(keys[at], missed, strict=True) if none in (0, 1 << at)]
        counted.append(_counted(scene, one, len(within), Counter(chain.from_iterable(within))))
    return found, tuple(counted)


def _counted(scene: Scene, one: Filter, every: int, counts: Mapping[str, int]) -> Filter:
    said = scene.language.formats.number
    choices = tuple(replace(choice, count=said(counts[choice.value])) for choice in one.choices)
    return replace(one, choices=(Choice("", scene.say("All"), count=said(every)), *choices))


def _says(scene: Scene, fields: list[Field], row: Row, wanted: list[str]) -> bool:
    text = " ".join(scene.shown(field, row.get(field.name)) for field in fields).casefold()
    return all(word in text for word in wanted)


def _form(scene: Scene, filters: tuple[Filter, ...], found: int, total: int) -> Form:
    """Return the form that narrows the list; it sends itself."""
    form = element_id(scene.screen.name, "filter")
    search = Input(f"{form}.q", "q", scene.say("Search"), "search", scene.place.get("q"), longest=80)
    inputs = tuple(
        Input(f"{form}.{f.field.key}", f.name, f.field.label, "select", f.chosen, f.choices) for f in filters
    )
    narrowed = bool(search.value) or any(f.chosen for f in filters)
    wide = scene.here(**dict.fromkeys(("q", "page", "picked", *(f.name for f in filters)), ""))
    return Form(
        form,
        scene.say("Search and filter") if filters else scene.say("Search"),
        (search, *inputs),
        Control(f"{form}.submit", scene.say("Search"), Go(scene.here(picked=""))),
        Control(f"{form}.clear", scene.say("Clear"), Go(wide), "link") if narrowed else None,
        live=True,
        tally=_tally(scene, found, total, narrowed=narrowed),
    )


def misfit(settings: ListSettings, entity: Entity) -> Misfit | None:
    """Return why there is nothing to do with several rows."""
    if not settings.bulk or entity.status:
        return None
    fix = "give it a life cycle, or leave bulk out"
    return Misfit("bulk", f"'{entity.name}' has no life cycle: there is no move to make with several rows", fix)


def _tally(scene: Scene, found: int, total: int, *, narrowed: bool) -> str:
    said = scene.language.formats.number
    things = scene.language.inside(scene.entity.name) if total == 1 else plural(scene)
    if narrowed:
        return scene.say("{found} of {total} {things}", found=said(found), total=said(total), things=things)
    return scene.say("{total} {things}", total=said(total), things=things)


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the list."""
    return (ScreenKind("list", ListSettings, compose, misfit=misfit),)

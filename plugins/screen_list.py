"""A list of rows, with search, filters, sorting and paging."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import (
    Actions,
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
    Place,
    Row,
    Scene,
    ScreenKind,
    ScreenName,
    columns,
    element_id,
    hook,
    order_of,
    table,
)


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
    empty: str = Setting(default="", description="What is said when there is no row yet.")
    rows: int = Setting(default=12, ge=1, le=100, description="Rows on one page.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the way to add a row, the filters, and one page of the table."""
    settings: ListSettings = scene.settings
    everything = _base(scene)
    found = [row for row in everything if _kept(scene, row)]
    new = scene.may(settings.new) if settings.new else None
    add = (
        (
            Actions(
                element_id(scene.screen.name, "actions"), (scene.go(new.name, Place(new.key), "new", look="primary"),)
            ),
        )
        if new
        else ()
    )
    if not everything:
        return (
            *add,
            Notice(element_id(scene.screen.name, "empty"), settings.empty or f"No {_plural(scene)} yet.", "info"),
        )
    listing = Listing(scene.screen.name, order_of(scene, settings.sort), settings.rows)
    rows = table(scene, found, columns(scene, settings.show), listing)
    return (*add, _filters(scene, len(found), len(everything)), rows)


def _plural(scene: Scene) -> str:
    name = scene.entity.plural or f"{scene.entity.name}s"
    return name.casefold()


def _base(scene: Scene) -> list[Row]:
    """Return the rows of the list before anybody narrows it, in order."""
    settings: ListSettings = scene.settings
    rows = scene.rows(scene.entity.name, where=settings.where, order=order_of(scene, settings.sort))
    return [row for row in rows if not settings.own or scene.mine(scene.entity, row)]


def _kept(scene: Scene, row: Row) -> bool:
    """Return whether a row matches the search and every filter of the address."""
    settings: ListSettings = scene.settings
    wanted = scene.place.get("q").casefold().split()
    text = " ".join(
        scene.shown(scene.entity.fields[n], row.get(n)) for n in settings.search or (scene.entity.title.name,)
    ).casefold()
    return all(word in text for word in wanted) and all(
        _matches(scene, scene.entity.fields[n], row) for n in settings.filter
    )


def _matches(scene: Scene, field: Field, row: Row) -> bool:
    asked = scene.place.get(field.key)
    if not asked:
        return True
    value = row.get(field.name)
    if field.type == "yes/no":
        return (value is True) == (asked == "yes")
    return (value in (None, "")) if asked == "none" else value == asked


def _filters(scene: Scene, found: int, total: int) -> Form:
    """Return the form that narrows the list; it sends itself."""
    settings: ListSettings = scene.settings
    form = element_id(scene.screen.name, "filter")
    search = Input(f"{form}.q", "q", "Search", "search", scene.place.get("q"), longest=80)
    inputs = tuple(_filter(scene, scene.entity.fields[name], form) for name in settings.filter)
    narrowed = any(scene.place.get(name) for name in ("q", *(i.name for i in inputs)))
    clear = Control(f"{form}.clear", "Clear", Go(Place(scene.screen.key)), "link") if narrowed else None
    tally = f"{found} of {total} {_plural(scene)}" if narrowed else f"{total} {_plural(scene)}"
    return Form(
        form,
        "Filter",
        (search, *inputs),
        Control(f"{form}.submit", "Search", Go(scene.place)),
        clear,
        live=True,
        tally=tally,
    )


def _filter(scene: Scene, field: Field, form: str) -> Input:
    if field.type == "yes/no":
        choices: tuple[Choice, ...] = (Choice("yes", "Yes"), Choice("no", "No"))
    else:
        choices = tuple(Choice(c.value, c.label) for c in scene.desk.choices(field))
        choices += (Choice("none", "None"),) if not field.required and field.refers else ()
    return Input(
        element_id(form, field.name),
        field.key,
        field.label,
        "select",
        scene.place.get(field.key),
        (Choice("", "All"), *choices),
    )


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the list."""
    return (ScreenKind("list", ListSettings, compose),)

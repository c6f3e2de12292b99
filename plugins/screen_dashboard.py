"""Figures, charts and lists over the rows of an entity, each with its filter, and the rows behind a figure."""

from collections import Counter
from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import (
    Actions,
    Block,
    Chart,
    Condition,
    Control,
    Field,
    FieldName,
    Go,
    Listing,
    Order,
    Place,
    Row,
    Scene,
    ScreenKind,
    ShownText,
    Stat,
    Stats,
    Table,
    columns,
    element_id,
    extract,
    hook,
    message,
    order_of,
    several,
    slug,
    table,
)

NONE = message("None")
"""The bar of rows that say nothing."""


class ChartSettings(BaseModel):
    """What a chart counts."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    by: FieldName = Setting(description="One bar for each value of this field.")
    where: Condition = Setting(default="", description="Only rows for which this holds.")


class ExcerptSettings(BaseModel):
    """What a list on a dashboard shows: its first rows, and the way to all of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    where: Condition = Setting(default="", description="Only rows for which this holds.")
    show: tuple[FieldName, ...] = Setting(default=(), description="The columns; the dashboard's if left out.")
    sort: tuple[Order, ...] = Setting(default=(), description="The order; the dashboard's if left out.")
    rows: int = Setting(default=5, ge=1, le=50, description="So many rows; the others lie behind 'show all'.")


class DashboardSettings(BaseModel):
    """What a spec may say of a dashboard."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    figures: Mapping[ShownText, Condition] = Setting(
        default={},
        description="By label, the condition whose rows it counts; all rows if neither this nor a chart is said.",
    )
    chart: ChartSettings | None = Setting(default=None, description="Counts as bars: {by: FIELD, where: CONDITION}.")
    charts: Mapping[ShownText, ChartSettings] = Setting(
        default={}, description="Several of them, by heading: {HEADING: {by: FIELD, where: CONDITION}}."
    )
    lists: Mapping[ShownText, ExcerptSettings] = Setting(
        default={},
        description="Rows, by heading: {HEADING: {where: CONDITION, show: [FIELD], sort: ORDER, rows: 5}}.",
    )
    show: tuple[FieldName, ...] = Setting(default=(), description="The columns of the rows behind a figure.")
    sort: tuple[Order, ...] = Setting(default=(), description="The order of the rows behind a figure.")
    rows: int = Setting(default=12, ge=1, le=100, description="Rows on one page behind a figure.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the figures, the charts and the lists, the rows behind a figure, or one list whole, as the address says."""
    settings: DashboardSettings = scene.settings
    whole = next((label for label in settings.lists if slug(label) == scene.place.get("list")), "")
    if whole:
        return _whole(scene, whole, settings.lists[whole])
    figures, chart = _said(scene)
    stats = tuple(_stat(scene, label, where) for label, where in figures.items())
    blocks: list[Block] = (
        [Stats(element_id(scene.screen.name, "figures"), scene.say("Figures"), stats)] if stats else []
    )
    chosen = next((label for label in figures if slug(label) == scene.place.get("figure")), "")
    if chosen:
        blocks.append(_behind(scene, chosen, figures[chosen]))
    if chart:
        blocks.append(_chart(scene, chart))
    blocks += [_chart(scene, one, label) for label, one in settings.charts.items()]
    blocks += [_excerpt(scene, label, one) for label, one in settings.lists.items()]
    return tuple(blocks)


def _said(scene: Scene) -> tuple[Mapping[str, str], ChartSettings | None]:
    """Return the figures and the chart; where the spec names neither, how many rows there are, and by their status."""
    settings: DashboardSettings = scene.settings
    if settings.figures or settings.chart or settings.charts or settings.lists:
        return settings.figures, settings.chart
    status = scene.entity.status
    return {several(scene.entity): ""}, ChartSettings(by=status.name) if status else None


def _stat(scene: Scene, label: str, where: str) -> Stat:
    count = len(scene.rows(scene.entity.name, where=where))
    ident = element_id(scene.screen.name, "figure", label)
    place = Place(scene.screen.key, query=(("figure", slug(label)),))
    said = scene.own(label)
    return Stat(ident, said, scene.language.formats.number(count), Control(f"{ident}.open", said, Go(place), "link"))


def _chart(scene: Scene, chart: ChartSettings, heading: str = "") -> Chart:
    field = scene.entity.fields[chart.by]
    rows = scene.rows(scene.entity.name, where=chart.where)
    counts = Counter(name for row in rows for name in _names(scene, field, row))
    options = (scene.own(option) for option in field.options)
    names = [*dict.fromkeys((*options, *(name for name, _ in counts.most_common(12))))]
    things, by = scene.own(several(scene.entity)), scene.language.inside(field.label)
    label = scene.own(heading) if heading else scene.say("{things} by {field}", things=things, field=by)
    ident = element_id(scene.screen.name, "chart", heading)
    return Chart(ident, label, tuple((name, counts.get(name, 0)) for name in names))


def _names(scene: Scene, field: Field, row: Row) -> tuple[str, ...]:
    """Return the bars that a row counts in: several for a field that holds several values."""
    value = row.get(field.name)
    if isinstance(value, tuple):
        return tuple(scene.own(name) for name in value) or (scene.say(NONE),)
    return (scene.shown(field, value) or scene.say(NONE),)


def _behind(scene: Scene, label: str, where: str) -> Table:
    """Return the rows that a figure counts."""
    settings: DashboardSettings = scene.settings
    listing = Listing(scene.own(label), order_of(scene, settings.sort), settings.rows)
    rows = scene.rows(scene.entity.name, where=where, order=listing.order)
    return table(scene, rows, columns(scene, settings.show), listing)


def _listing(scene: Scene, label: str, one: ExcerptSettings, size: int) -> tuple[list[Row], Listing]:
    """Return the rows of a list, in order, and what its table is called."""
    order = order_of(scene, one.sort or scene.settings.sort)
    return scene.rows(scene.entity.name, where=one.where, order=order), Listing(scene.own(label), order, size)


def _excerpt(scene: Scene, label: str, one: ExcerptSettings) -> Table:
    """Return the first rows of a list, and the way to all of them."""
    rows, listing = _listing(scene, label, one, one.rows)
    name = scene.say("Show all: {table}", table=listing.label)
    more = scene.go(name, Place(scene.screen.key, query=(("list", slug(label)),)), "list", label, "all")
    return extract(scene, rows, columns(scene, one.show or scene.settings.show), listing, more)


def _whole(scene: Scene, label: str, one: ExcerptSettings) -> tuple[Block, ...]:
    """Return all rows of a list, page by page, and the way back."""
    rows, listing = _listing(scene, label, one, scene.settings.rows)
    back = scene.go(scene.own(scene.screen.name), Place(scene.screen.key), "all", look="plain")
    ways = Actions(element_id(scene.screen.name, "ways"), (back,))
    return (ways, table(scene, rows, columns(scene, one.show or scene.settings.show), listing))


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the dashboard."""
    return (ScreenKind("dashboard", DashboardSettings, compose),)

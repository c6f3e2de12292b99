"""A calendar: rows on the days of a month, by one of their dates."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from pydantic import Field as Setting

from toolkit import (
    Actions,
    Block,
    Calendar,
    Control,
    Day,
    Entity,
    Entry,
    Field,
    FieldName,
    Go,
    Listing,
    Misfit,
    Notice,
    Place,
    Row,
    RowsSettings,
    Scene,
    ScreenKind,
    adding,
    columns,
    element_id,
    hook,
    message,
    none_yet,
    order_of,
    plural,
    rows_shown,
    table,
)

MOST = 3
"""So many entries stand on a day; where there are more, one of them makes room for the way to all."""
PREVIOUS, NEXT, THIS = message("Previous month"), message("Next month"), message("This month")
DATED = frozenset({"date", "datetime"})


class CalendarSettings(RowsSettings):
    """What a spec may say of a calendar."""

    by: FieldName = Setting(default="", description="The date that a row stands at; the first one if left out.")
    show: tuple[FieldName, ...] = Setting(default=(), description="The columns of the table of one day.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the month of the address, else the one of the prototype's now, or the one day that the address names."""
    by = _by(scene.entity, scene.settings)
    if by is None:
        return ()
    rows = rows_shown(scene, (by.name,))
    if not rows:
        return (*adding(scene), Notice(element_id(scene.screen.name, "empty"), none_yet(scene), "info"))
    days = _days(by, rows)
    if day := _asked(scene.place.get("day")):
        return _whole(scene, by, day, days.get(day, []))
    month = _asked(f"{scene.place.get('month')}-01") or _today(scene).replace(day=1)
    return (*adding(scene), _month(scene, by, month, days))


def _by(entity: Entity, settings: CalendarSettings) -> Field | None:
    fields = entity.fields
    return fields.get(settings.by) if settings.by else next((f for f in fields.values() if f.type in DATED), None)


def _asked(text: str) -> date | None:
    """Return a date of an address, if it is one of which the month before and the one after can be named."""
    try:
        asked = date.fromisoformat(text)
    except ValueError:
        return None
    return asked if date.min.year < asked.year < date.max.year else None


def _today(scene: Scene) -> date:
    return scene.desk.now.date()


def _days(by: Field, rows: list[Row]) -> Mapping[date, list[Row]]:
    """Return the rows by their day, in order; what has no date stands nowhere."""
    found: defaultdict[date, list[Row]] = defaultdict(list)
    for row in rows:
        value = row.get(by.name)
        if isinstance(value, date):
            found[value.date() if isinstance(value, datetime) else value].append(row)
    return found


def _month(scene: Scene, by: Field, first: date, days: Mapping[date, list[Row]]) -> Calendar:
    """Return the month that begins with this day, as weeks."""
    dates = [first + timedelta(n) for n in range((_following(first) - first).days)]
    formats = scene.language.formats
    cells: list[Day | None] = [None] * ((first.weekday() - formats.first_day) % 7)
    cells += [_day(scene, by, at, days.get(at, [])) for at in dates]
    cells += [None] * (-len(cells) % 7)
    label = formats.month(first)
    return Calendar(
        element_id(scene.screen.name, "calendar"),
        label,
        scene.entity.name,
        tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
        _turns(scene, first, days),
        scene.say("No {things} in {month}.", things=plural(scene), month=label),
        formats.weekdays(),
    )


def _following(first: date) -> date:
    return (first + timedelta(31)).replace(day=1)


def _turns(scene: Scene, first: date, days: Mapping[date, list[Row]]) -> tuple[Control, ...]:
    """Return the ways to the months before and after, as far as there are rows; those around now can be seen anyway."""
    now = _today(scene).replace(day=1)
    low = min(*days, now - timedelta(1)) if days else now - timedelta(1)
    high = max(*days, _following(now)) if days else _following(now)
    before, after = (first - timedelta(1)).replace(day=1), _following(first)
    ways = [(PREVIOUS, before)] * (first > low) + [(NEXT, after)] * (after <= high)
    if first != now:
        ways.insert(len(ways) if first < now else 0, (THIS, now))
    return tuple(
        scene.go(scene.say(name), Place(scene.screen.key, query=(("month", f"{to:%Y-%m}"),)), name, look="plain")
        for name, to in ways
    )


def _day(scene: Scene, by: Field, at: date, rows: list[Row]) -> Day:
    ident = element_id(scene.screen.name, "day", at.isoformat())
    shown = rows if len(rows) <= MOST else rows[: MOST - 1]
    place = Place(scene.screen.key, query=(("day", at.isoformat()),))
    hidden = len(rows) - len(shown)
    more = Control(f"{ident}.more", scene.count("{n} more", "{n} more", hidden), Go(place), "link") if hidden else None
    entries = tuple(_entry(scene, by, row) for row in shown)
    return Day(ident, at.day, scene.language.formats.day(at), entries, at == _today(scene), more)


def _entry(scene: Scene, by: Field, row: Row) -> Entry:
    key, title, value = str(row["id"]), scene.title(row), row.get(by.name)
    ident = element_id(scene.screen.name, "entry", key)
    detail = scene.screen_for("detail", scene.entity.name)
    opens = Control(f"{ident}.open", title, Go(Place(detail.key, key)), "link") if detail else None
    at = scene.language.formats.clock_time(value.time()) if isinstance(value, datetime) else ""
    return Entry(ident, key, title, at, opens)


def _whole(scene: Scene, by: Field, day: date, rows: list[Row]) -> tuple[Block, ...]:
    """Return all rows of a day, and the way back to its month."""
    month = Place(scene.screen.key, query=(("month", f"{day:%Y-%m}"),))
    formats = scene.language.formats
    back = scene.go(formats.month(day), month, "month", look="plain")
    ways = Actions(element_id(scene.screen.name, "ways"), (back,))
    order = order_of(scene, (by.name,))
    listing = Listing(formats.whole_day(day), order, 12)
    fields = columns(scene, scene.settings.show)
    found = table(scene, scene.records.sorted(scene.entity, rows, order), fields, listing)
    return (ways, replace(found, empty=scene.say("No {things} on this day.", things=plural(scene))))


def misfit(settings: CalendarSettings, entity: Entity) -> Misfit | None:
    """Return why rows cannot be put on days."""
    dated = [f.name for f in entity.fields.values() if f.type in DATED]
    field = entity.fields.get(settings.by)
    if field and field.type not in DATED:
        fix = f"use one of: {', '.join(dated)}" if dated else f"give '{entity.name}' a date"
        return Misfit("by", f"'{field.name}' is no date to put rows on days by", fix)
    if not settings.by and not dated:
        return Misfit("", f"'{entity.name}' has no date to put rows on days by", "give it one, as in day: date")
    return None


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the calendar."""
    return (ScreenKind("calendar", CalendarSettings, compose, misfit=misfit),)

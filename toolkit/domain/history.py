"""The history of a row: what its dates, the session's changes and its comments know to have happened, in time order."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from toolkit.domain.overviews import Moment
from toolkit.domain.scene import Scene
from toolkit.domain.solution import CHANGED, NOW, Entity, Field
from toolkit.domain.values import Row, Value, element_id

Dated = tuple[datetime, Moment]


def remarks(other: Entity) -> tuple[Field, Field] | None:
    """Return the text and the date by which rows of an entity are remarks of somebody; None if they are not."""
    body = next((f for f in other.fields.values() if f.type == "long text"), None)
    dated = next((f for f in other.fields.values() if f.type in {"date", "datetime"}), None)
    return (body, dated) if body and dated and other.owner else None


def history(scene: Scene, row: Row, others: Iterable[str] = ()) -> tuple[Moment, ...]:
    """Return what happened to a row, the first thing first; `others` are entities whose rows are remarks on it."""
    found = [*_stamps(scene, row), *_moves(scene, row), *_session(scene, row)]
    for name in others:
        found += _remarks(scene, row, scene.app.entities[name])
    return tuple(moment for _, moment in sorted(found, key=lambda dated: dated[0]))


def _stamps(scene: Scene, row: Row) -> Iterator[Dated]:
    """Yield when the row was made and what its states have stamped; nothing of it lies ahead."""
    entity, changed, told = scene.entity, bool(_moved(scene, row)), _told(scene, row)
    for field in entity.fields.values():
        at = _moment(row.get(field.name))
        if at is None or at > scene.desk.now or not (field.default == NOW or field.stamp):
            continue
        if field.stamp and (
            (changed and field.stamp == CHANGED) or _is_among(row.get(field.name), told.get(field.stamp, ()))
        ):
            continue  # the change itself is told
        who = scene.shown(entity.owner, row.get(entity.owner.name)) if entity.owner and field.default == NOW else ""
        ident = element_id(scene.screen.name, "moment", field.name)
        yield at, Moment(ident, scene.shown(field, row.get(field.name)), field.label, who)


def _told(scene: Scene, row: Row) -> dict[str, set[datetime]]:
    """Return when the dataset tells that the row came into each state, and when it was changed at all."""
    moves = scene.records.dataset.history(scene.entity.name, str(row["id"]))
    return {
        CHANGED: {move.at for move in moves},
        **{state: {m.at for m in moves if m.after == state} for state in {m.after for m in moves}},
    }


def _is_among(value: Value, moments: Iterable[datetime]) -> bool:
    """Return whether a date or point in time is that of one of some moments."""
    if isinstance(value, datetime):
        return value in moments
    return isinstance(value, date) and value in {at.date() for at in moments}


def _moves(scene: Scene, row: Row) -> Iterator[Dated]:
    """Yield the moves that brought the row into the state that the dataset has it in, each by whoever made it."""
    status, people = scene.entity.status, scene.desk.people
    if status is None:
        return
    for place, move in enumerate(scene.records.dataset.history(scene.entity.name, str(row["id"]))):
        ident = element_id(scene.screen.name, "moment", move.after, str(place + 1))
        who = scene.desk.called(people, move.by) if people and move.by else ""
        yield move.at, Moment(ident, scene.language.formats.moment(move.at), scene.own(move.after), who)


def _session(scene: Scene, row: Row) -> Iterator[Dated]:
    """Yield the state that the row came to in this session, unless a stamp of that state tells it."""
    status, before = scene.entity.status, _moved(scene, row)
    if not status or not before:
        return
    after = str(row.get(status.name))
    if any(f.stamp == after and row.get(f.name) for f in scene.entity.fields.values()):
        return
    ident = element_id(scene.screen.name, "moment", status.name)
    said = scene.say(
        "{field} changed from {before} to {after}",
        field=status.label,
        before=scene.own(before),
        after=scene.own(after),
    )
    yield scene.desk.now, Moment(ident, scene.say("Now"), said)


def _moved(scene: Scene, row: Row) -> str:
    """Return the state that the dataset has the row in, if it is in another one by now."""
    status = scene.entity.status
    stored = scene.records.dataset.rows(scene.entity.name).get(str(row["id"]), {})
    before = stored.get(status.name) if status else None
    return str(before) if status and before and before != row.get(status.name) else ""


def _remarks(scene: Scene, row: Row, other: Entity) -> Iterator[Dated]:
    link = next((f for f in other.fields.values() if f.refers == scene.entity.name), None)
    said = remarks(other)
    if link is None or said is None or other.owner is None:
        return
    body, dated = said
    for remark in scene.rows(other.name):
        if remark.get(link.name) == row["id"]:
            at = _moment(remark.get(dated.name)) or datetime.max  # nobody knows when: last, but not lost
            ident = element_id(other.name, str(remark["id"]))
            when, who = scene.shown(dated, remark.get(dated.name)), scene.shown(other.owner, remark[other.owner.name])
            yield at, Moment(ident, when, scene.own(other.name), who, str(remark.get(body.name) or ""))


def _moment(value: Value) -> datetime | None:
    """Return a date as a point in time: its midnight."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else None

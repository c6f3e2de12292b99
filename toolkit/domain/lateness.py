"""Lateness: which date of a row has passed, by how much, and whether it still matters."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from toolkit.domain.expression import Expression
from toolkit.domain.formats import Formats
from toolkit.domain.reckoning import named, spoken
from toolkit.domain.solution import NOW, Entity, Field
from toolkit.domain.tone import tone
from toolkit.domain.values import Row, Value


@dataclass(frozen=True, slots=True)
class Lateness:
    """What is late about a row: `laws` are the yes/no fields that say so, and `at` is the moment they are judged at.

    `ended` is true of a row that has come to a state with a time stamp of its own: it was late, and is no more.
    """

    entity: Entity
    row: Row
    laws: tuple[Expression, ...]
    now: datetime
    at: datetime
    ended: bool

    def over(self, field: Field) -> str:
        """Return by how much a date has passed; empty for a date that nothing late hangs on."""
        when = self.row.get(field.name)
        if not isinstance(when, date) or not any(self._deadline(law, field, when) for law in self.laws):
            return ""
        if isinstance(when, datetime):
            return span(self.at - when, field.language.formats) if self.at > when else ""
        days = (self.at.date() - when).days
        return field.language.formats.length(days, "d") if days > 0 else ""

    def _deadline(self, law: Expression, field: Field, when: date) -> bool:
        """Return whether a row is late from this date on: it would not be if the date lay just ahead.

        'now > due' makes a deadline of `due`, 'created + days(3) < now' none of `created`.
        """
        if named(field) not in law.names:
            return False
        timed = isinstance(when, datetime)
        step = timedelta(minutes=1) if timed else timedelta(days=1)
        moments = [moment if timed else moment.date() for moment in (self.at, self.now)]
        return any(self._late(law, field, m - step) and not self._late(law, field, m + step) for m in moments)

    def _late(self, law: Expression, field: Field, when: Value) -> bool:
        return law.holds(spoken(self.entity, self.row) | {NOW: self.now, named(field): when})


def lateness(entity: Entity, row: Row, now: datetime) -> Lateness:
    """Return what is late about a row, judged by its computed yes/no fields of such a name: late, overdue, expired."""
    laws = tuple(
        f.computed
        for f in entity.fields.values()
        if isinstance(f.computed, Expression)
        and f.type == "yes/no"
        and row.get(f.name) is True
        and tone(f.name) in {"bad", "warn"}
    )
    ended = _ended(entity, row)
    return Lateness(entity, row, laws, now, ended or now, ended is not None)


def _ended(entity: Entity, row: Row) -> datetime | None:
    """Return when the row came to the state it is in, if that state has a time stamp of its own."""
    if entity.status is None:
        return None
    at = row.get(entity.status.name)
    stamps = (row.get(f.name) for f in entity.fields.values() if f.stamp and f.stamp == at)
    stamp = next((s for s in stamps if isinstance(s, date)), None)
    return stamp if stamp is None or isinstance(stamp, datetime) else datetime(stamp.year, stamp.month, stamp.day)


def span(length: timedelta, formats: Formats) -> str:
    """Return a duration as people say it, in its largest unit: '2 h', '3 d', '45 min'."""
    minutes = int(length.total_seconds() // 60)
    if minutes < 60:
        return formats.length(max(minutes, 1), "min")
    return formats.length(minutes // 60, "h") if minutes < 48 * 60 else formats.length(minutes // 1440, "d")

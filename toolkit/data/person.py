"""The person that a row is about: gender, names and age, drawn once, so that all fields speak of the same somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from toolkit.data.agreeing import told
from toolkit.data.forms_of_address import gender_meant
from toolkit.data.lot import Lot
from toolkit.data.names import FEMALE, MALE, Listed, Names, Objects, apart_from_the_famous, names_of
from toolkit.data.naming import BORN, about, listed
from toolkit.domain.values import Value

FAMILY_TRIES = 8
"""So often another family name is drawn for somebody who would be called like a famous person."""
AGE = listed("age alter âge edad")
_AGES = (
    (listed("pupil child kid schüler schülerin kind élève enfant alumno niño"), 6, 17),
    (listed("student trainee apprentice studierende étudiant estudiante auszubildende"), 18, 30),
    (listed("employee agent staff worker technician nurse doctor teacher driver user mitarbeiter employé empleado"), 20, 64),
)
_GROWN_UP = (18, 86)
_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Persons:
    """The people of some rows: a column for each thing known of them."""

    names: Names
    women: NDArray[np.bool_]
    given: list[str]
    family: list[str]
    middle: list[str]
    whole: list[str]

    @property
    def genders(self) -> list[str]:
        """'female' or 'male', a row each."""
        return np.where(self.women, FEMALE, MALE).tolist()

    @property
    def letters(self) -> list[str]:
        """The names in the letters of an address, 'anna.mueller'; empty where nothing is left of them."""
        spell, family_names = self.names.letters, self.family
        if self.names.two_families:
            family_names = [name.partition(" ")[0] for name in family_names]
        pairs = zip(self.given, family_names, strict=True)
        return [f"{spell(given)}.{spell(family)}".strip(".") for given, family in pairs]


def persons(lot: Lot) -> Persons:
    """Return the people that the rows of a lot are about, the same ones for all its fields."""
    return lot.shared("person", _drawn)


def _drawn(lot: Lot) -> Persons:
    names = names_of(lot.words.locale)
    wholes, givens, families = (told(lot, kind) for kind in ("full name", "given name", "family name"))
    for at, whole in enumerate(wholes):
        if whole:
            given, family = names.split(str(whole))
            givens[at], families[at] = givens[at] or given, families[at] or family
    women = _women(lot, names, givens)
    given = _by_gender(names.given, women, lot.shares("given"))
    family = _families(lot, names, women, given)
    middle = _by_gender(names.middle, women, lot.shares("middle"))
    _put(given, givens), _put(family, families), _put(middle, told(lot, "middle name"))
    columns = given.tolist(), family.tolist(), middle.tolist()
    return Persons(names, women, *columns, _wholes(names.form, columns, wholes))


def _wholes(form: str, columns: tuple[list[str], list[str], list[str]], said: Sequence[Value]) -> list[str]:
    """Return whole names in the order of the locale; what a row says already stays."""
    parts = zip(*columns, said, strict=True)
    if form == "{given} {family}":
        return [str(whole) if whole else f"{given} {family}" for given, family, _, whole in parts]
    return [
        str(whole) if whole else form.format(given=given, family=family, middle=middle)
        for given, family, middle, whole in parts
    ]


def _put(column: Objects, said: Sequence[Value]) -> None:
    """Write what rows say already over what was drawn."""
    for at, value in enumerate(said):
        if value is not None:
            column[at] = str(value)


def _women(lot: Lot, names: Names, givens: Sequence[Value]) -> NDArray[np.bool_]:
    """Return who is a woman: as the row says, as its given name says, else one in two."""
    women = lot.shares("gender") < 0.5
    for at, (said, given) in enumerate(zip(told(lot, "gender", "salutation"), givens, strict=True)):
        gender = gender_meant(str(said)) if said else names.gender_of(str(given)) if given else ""
        if gender in {FEMALE, MALE}:
            women[at] = gender == FEMALE
    return women


def _by_gender(lists: dict[str, Listed] | object, women: NDArray[np.bool_], shares: NDArray[np.float64]) -> Objects:
    """Return a word a row of the list of its gender."""
    female, male = lists[FEMALE], lists[MALE]  # type: ignore[index]
    return np.where(women, female.words[female.at(shares)], male.words[male.at(shares)])


def _families(lot: Lot, names: Names, women: NDArray[np.bool_], given: Objects) -> Objects:
    """Return family names, none of which makes somebody famous of the given name beside it."""
    family, famous = _by_gender(names.family, women, lot.shares("family")), apart_from_the_famous(names)
    for attempt in range(FAMILY_TRIES):
        same = famous((given, family))
        if not same.any():
            break
        other = _by_gender(names.family, women, lot.shares(f"family {attempt}"))
        family = np.where(same, other, family)
    if names.two_families:
        family = family + " " + _by_gender(names.family, women, lot.shares("second family"))
    return family


def births(lot: Lot) -> list[date]:
    """Return the days on which the people of the rows were born; ages follow from them and from the lot's clock."""
    return lot.shared("birth", _born)


def ages(lot: Lot) -> list[int]:
    """Return how old the people of the rows are on the lot's clock."""
    today = lot.now.date()
    return [today.year - day.year - ((today.month, today.day) < (day.month, day.day)) for day in births(lot)]


def _born(lot: Lot) -> list[date]:
    low, high = _span(lot)
    spread = (lot.shares("age") + lot.shares("age too")) / 2 if high - low > 20 else lot.shares("age")
    years = low + np.floor(spread * (high - low + 1)).astype(np.int64)
    days = np.floor(lot.shares("day of birth") * 365).astype(np.int64)
    today = lot.now.date()
    drawn = zip(years.tolist(), days.tolist(), told(lot, "birth date"), told(lot, "age"), strict=True)
    return [_day(said, _before(today, int(age) if isinstance(age, int | float) else y, d)) for y, d, said, age in drawn]


def _before(today: date, years: int, days: int) -> date:
    """Return the birthday of somebody who turned so many years old so many days ago."""
    turned = today - timedelta(days=days)
    leap = turned.month == 2 and turned.day == 29
    return turned.replace(year=turned.year - years, day=28 if leap else turned.day)


def _day(said: Value, drawn: date) -> date:
    if isinstance(said, datetime):
        return said.date()
    return said if isinstance(said, date) else drawn


def _span(lot: Lot) -> tuple[int, int]:
    """Return the youngest and the oldest age: the spec's bounds, else what is usual for what the rows are called."""
    low, high = next(((a, b) for words, a, b in _AGES if about(lot.entity.name, words)), _GROWN_UP)
    for field in lot.entity.fields.values():
        if field.options or (field.low is None and field.high is None):
            continue
        if about(field.name, AGE):
            least, most = field.low, field.high
        elif about(field.name, BORN) and field.type in {"date", "datetime"}:
            least = None if field.high is None else -field.high / _YEAR + 0.01
            most = None if field.low is None else -field.low / _YEAR - 1.01
        else:
            continue
        low = low if least is None else max(0, int(np.ceil(least)))
        high = max(high, low + 20) if most is None else int(most)
    return low, max(low, high)

"""The person that a row is about: gender, names and age, drawn once, so that all fields speak of the same somebody."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from toolkit.data.agreeing import told
from toolkit.data.forms_of_address import gender_meant
from toolkit.data.lot import Lot
from toolkit.data.names import FEMALE, MALE, Names, Objects, famous, names_of
from toolkit.data.naming import ANIMALS, BORN, about, listed
from toolkit.data.numbers import Numbers
from toolkit.data.pool import Pool
from toolkit.domain.values import Value

FAMILY_TRIES = 8
"""So often another family name is drawn for somebody who would be called like a famous person."""
AGE = listed("age alter âge edad")
_AGES = (
    (ANIMALS, 0, 15),
    (listed("pupil child kid schüler schülerin kind élève enfant alumno niño"), 6, 17),
    (listed("student trainee apprentice studierende étudiant estudiante auszubildende"), 18, 30),
    (
        listed("employee agent staff worker technician nurse doctor teacher driver user mitarbeiter employé empleado"),
        20,
        64,
    ),
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
        found: list[str] = np.where(self.women, FEMALE, MALE).tolist()
        return found


def persons(lot: Lot) -> Persons:
    """Return the people that the rows of a lot are about, the same ones for all its fields."""
    return lot.shared("person", _drawn)


def letters(lot: Lot) -> list[str]:
    """Return the names in the letters of an address, 'anna.mueller'; empty where nothing is left of one."""
    return lot.shared("letters", _letters)


def _letters(lot: Lot) -> list[str]:
    people = persons(lot)
    families = people.family
    if people.names.two_families:
        families = [name.partition(" ")[0] for name in families]
    spelled = {name: people.names.letters(name) for name in {*people.given, *families}}
    pairs = zip(people.given, families, strict=True)
    if all(spelled.values()):
        return [f"{spelled[first]}.{spelled[last]}" for first, last in pairs]
    return [f"{spelled[first]}.{spelled[last]}".strip(".") for first, last in pairs]


def _drawn(lot: Lot) -> Persons:
    names = names_of(lot.words.locale)
    wholes, givens, families = (told(lot, kind) for kind in ("full name", "given name", "family name"))
    for at, whole in wholes.items():
        given_said, family_said = names.split(str(whole))
        givens.setdefault(at, given_said), families.setdefault(at, family_said)
    women = _women(lot, names, givens)
    given = _by_gender(names.given, women, lot.numbers("given"))
    _put(given, givens)
    family = _families(lot, names, women, given)
    _put(family, families)
    middle = _by_gender(names.middle, women, lot.numbers("middle"))
    _put(middle, told(lot, "middle name"))
    columns = given.tolist(), family.tolist(), middle.tolist()
    whole_names = _wholes(names.form, *columns)
    for at, whole in wholes.items():
        whole_names[at] = str(whole)
    return Persons(names, women, *columns, whole_names)


def _wholes(form: str, given: list[str], family: list[str], middle: list[str]) -> list[str]:
    """Return whole names in the order of the locale."""
    if form == "{given} {family}":
        return [f"{first} {last}" for first, last in zip(given, family, strict=True)]
    parts = zip(given, family, middle, strict=True)
    return [form.format(given=first, family=last, middle=between) for first, last, between in parts]


def _put(column: Objects, said: Mapping[int, Value]) -> None:
    """Write what rows say already over what was drawn."""
    for at, value in said.items():
        column[at] = str(value)


def _women(lot: Lot, names: Names, givens: Mapping[int, Value]) -> NDArray[np.bool_]:
    """Return who is a woman: as the row says, as its given name says, else one in two."""
    women = lot.shares("gender") < 0.5
    meant = {at: names.gender_of(str(given)) for at, given in givens.items()}
    meant |= {at: gender_meant(str(said)) for at, said in told(lot, "gender", "salutation").items()}
    for at, gender in meant.items():
        if gender in {FEMALE, MALE}:
            women[at] = gender == FEMALE
    return women


def _by_gender(lists: Mapping[str, Pool], women: NDArray[np.bool_], numbers: Numbers) -> Objects:
    """Return a word a row of the list of its gender."""
    column = np.empty(len(women), object)
    column[women] = lists[FEMALE].draw(numbers[women])
    column[~women] = lists[MALE].draw(numbers[~women])
    return column


def _families(lot: Lot, names: Names, women: NDArray[np.bool_], given: Objects) -> Objects:
    """Return family names, none of which makes somebody famous of the given name beside it."""
    family = _by_gender(names.family, women, lot.numbers("family"))
    for attempt in range(FAMILY_TRIES):
        same = famous(given.tolist(), family.tolist())
        if not same:
            break
        family[same] = _by_gender(names.family, women[same], lot.numbers(f"family {attempt}")[same])
    if names.two_families:
        family = family + " " + _by_gender(names.family, women, lot.numbers("second family"))
    return family


def births(lot: Lot) -> list[date]:
    """Return the days on which the people of the rows were born; ages follow from them and from the lot's clock."""
    return lot.shared("birth", _born)


def ages(lot: Lot) -> list[int]:
    """Return how old the people of the rows are on the lot's clock."""
    today = lot.now.date()
    return [_age(today, day) for day in births(lot)]


@lru_cache(maxsize=65_536)
def _age(today: date, born: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _born(lot: Lot) -> list[date]:
    low, high = _span(lot)
    spread = (lot.shares("age") + lot.shares("age too")) / 2 if high - low > 20 else lot.shares("age")
    years = low + np.floor(spread * (high - low + 1)).astype(np.int64)
    days = np.floor(lot.shares("day of birth") * 365).astype(np.int64)
    today = lot.now.date()
    born = _days_before(today, years, days)
    for at, age in told(lot, "age").items():
        born[at] = _before(today, int(age), int(days[at])) if isinstance(age, int | float) else born[at]
    for at, day in told(lot, "birth date").items():
        born[at] = day.date() if isinstance(day, datetime) else day if isinstance(day, date) else born[at]
    return born


def _days_before(today: date, years: NDArray[np.int64], days: NDArray[np.int64]) -> list[date]:
    """Return many birthdays, each as `_before` does."""
    turned = np.datetime64(today, "D") - days.astype("timedelta64[D]")
    months = turned.astype("datetime64[M]")
    day = (turned - months).astype(np.int64)
    leap = (day == 28) & (months.astype(np.int64) % 12 == 1)
    first = (months.astype(np.int64) - 12 * years).astype("datetime64[M]").astype("datetime64[D]")
    born: list[date] = (first + np.where(leap, 27, day).astype("timedelta64[D]")).tolist()
    return born


@lru_cache(maxsize=65_536)
def _before(today: date, years: int, days: int) -> date:
    """Return the birthday of somebody who turned so many years old so many days ago."""
    turned = today - timedelta(days=days)
    leap = turned.month == 2 and turned.day == 29
    return turned.replace(year=turned.year - years, day=28 if leap else turned.day)


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

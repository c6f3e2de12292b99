"""What is known of a person: names, gender, titles, age and body, all of the same somebody."""

from collections.abc import Mapping

import numpy as np

from toolkit.data import forms_of_address as forms
from toolkit.data.agreeing import agreeing
from toolkit.data.facts import facts
from toolkit.data.forms_of_address import DIVERSE, gender_meant
from toolkit.data.kinds.picked import KINDS as PICKED
from toolkit.data.lot import Lot, Make
from toolkit.data.names import FEMALE, MALE
from toolkit.data.naming import about, listed
from toolkit.data.normal import normal
from toolkit.data.person import ages, births, letters, persons
from toolkit.domain.solution import Entity
from toolkit.domain.values import Value

_NAMES = listed("name firstname lastname nom prénom prenom nombre apellido vorname nachname")
DIVERSE_SHARE = 0.015
TITLED_SHARE = 0.12
_BLOOD = {"O+": 37.0, "A+": 34.0, "B+": 11.0, "AB+": 4.0, "O-": 6.0, "A-": 5.5, "B-": 2.0, "AB-": 0.5}
"""Blood groups with the share of people in Europe who have them, in percent; what donation services publish."""


def language_of(lot: Lot) -> str:
    """Return the language that the lot's values are in."""
    return lot.words.locale.partition("_")[0]


def _initials(lot: Lot) -> list[str]:
    people = persons(lot)
    family_first = people.names.form.startswith("{family}")
    pairs = zip(people.given, people.family, strict=True)
    return [f"{f[:1]}{g[:1]}" if family_first else f"{g[:1]}{f[:1]}" for g, f in pairs]


def _genders(lot: Lot) -> list[Value]:
    """Return the gender that goes with the name; a few people are neither."""
    options = lot.field.options
    can_be = not options or any(gender_meant(option) == DIVERSE for option in options)
    neither = lot.of_row("neither").shares() < (DIVERSE_SHARE if can_be else 0)
    keys = np.where(neither, DIVERSE, persons(lot).genders).tolist()
    if options:
        return agreeing(lot, keys, gender_meant)
    words = forms.GENDERS.get(language_of(lot), forms.GENDERS["en"])
    places = {"female": words[0], "male": words[1], DIVERSE: words[2]}
    return [places[key] for key in keys]


def _salutations(lot: Lot) -> list[Value]:
    """Return how the person is spoken to; most people have no title that an option might be."""
    genders = persons(lot).genders
    if lot.field.options:
        return agreeing(lot, genders, gender_meant)
    female, male = forms.SALUTATIONS.get(language_of(lot), forms.SALUTATIONS["en"])
    picks = zip(genders, lot.pick(female, "female"), lot.pick(male, "male"), strict=True)
    return [woman if gender == "female" else man for gender, woman, man in picks]


def _titles(lot: Lot) -> list[Value]:
    """Return academic titles: few people have one, but a field that must be filled has one everywhere."""
    titles = lot.field.options or forms.TITLES.get(language_of(lot), ("Dr.", "Prof."))
    everybody = lot.field.required or bool(lot.field.options)
    titled = lot.shares("titled") < (1.0 if everybody else TITLED_SHARE)
    return [title if has else None for title, has in zip(lot.pick(titles, "title"), titled.tolist(), strict=True)]


def _user_names(lot: Lot) -> list[str]:
    """Return names in letters; a number where a name has none that an address can have."""
    return [name or f"user.{number}" for name, number in zip(letters(lot), lot.whole(1000, 9999).tolist(), strict=True)]


def _nicknames(lot: Lot) -> list[str]:
    short = {row[0]: row[1] for row in facts("nicknames")}
    return [short.get(name, name.partition(" ")[0].partition("-")[0]) for name in persons(lot).given]


def _job_titles(lot: Lot) -> list[Value]:
    """Return job titles; where the language has two forms and the row names somebody, the one for them."""
    pairs = {woman: man for language, woman, man in facts("job_titles") if language == language_of(lot)}
    forms_ = {FEMALE: {man: woman for woman, man in pairs.items()}, MALE: pairs}
    titles = [str(title) for title in PICKED["job title"](lot)]
    if not is_somebody(lot.entity):
        return list(titles)
    return [forms_[gender].get(title, title) for title, gender in zip(titles, persons(lot).genders, strict=True)]


def is_somebody(entity: Entity) -> bool:
    """Return whether the rows of an entity are people: whether a field says who."""
    return any(part.type == "person" or about(part.name, _NAMES) for part in entity.fields.values())


def _marital(lot: Lot) -> list[Value]:
    """Return marital states: the young are single, the old may be widowed."""
    words = forms.MARITAL.get(language_of(lot), forms.MARITAL["en"])
    old, shares = np.asarray(ages(lot)), lot.shares()
    single = np.clip(1.25 - old / 50, 0.12, 1.0)
    widowed = np.clip((old - 55) / 90, 0.0, 0.4)
    states = np.select([shares < single, shares > 1 - widowed, shares > 0.88 - widowed], [0, 3, 2], 1)
    if lot.field.options:
        return agreeing(lot, [str(state) for state in states.tolist()], forms.marital_meant)
    return [words[state] for state in states.tolist()]


def _blood(lot: Lot) -> list[str]:
    return lot.pick(tuple(_BLOOD), weights=tuple(_BLOOD.values()))


def _heights(lot: Lot) -> list[Value]:
    """Return heights in centimetres, in metres where the field says so."""
    tall = _centimetres(lot)
    in_metres = lot.field.unit == "m" or (lot.field.high is not None and lot.field.high <= 3)
    return [round(cm / 100, 2) if in_metres else round(cm) for cm in tall]


def _centimetres(lot: Lot) -> list[float]:
    men = ~persons(lot).women
    grown = np.clip(np.asarray(ages(lot)) / 17, 0.55, 1.0)
    drawn = normal(lot.of_row("height"))
    found: list[float] = (np.where(men, 178 + 7 * drawn, 165 + 6.5 * drawn) * grown).tolist()
    return found


def _weights(lot: Lot) -> list[Value]:
    """Return weights in kilograms that go with the height."""
    index = np.clip(25 + 3.5 * normal(lot.of_row("weight")), 17.5, 40)
    return [round(float(i) * (cm / 100) ** 2, 0) for i, cm in zip(index.tolist(), _centimetres(lot), strict=True)]


KINDS: Mapping[str, Make] = {
    "full name": lambda lot: persons(lot).whole,
    "given name": lambda lot: persons(lot).given,
    "family name": lambda lot: persons(lot).family,
    "middle name": lambda lot: persons(lot).middle,
    "initials": _initials,
    "gender": _genders,
    "salutation": _salutations,
    "academic title": _titles,
    "user name": _user_names,
    "nickname": _nicknames,
    "birth date": births,
    "age": ages,
    "job title": _job_titles,
    "marital status": _marital,
    "blood group": _blood,
    "body height": _heights,
    "body weight": _weights,
}

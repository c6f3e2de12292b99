"""Specs from JHipster's JDL."""

from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, spec_of, walked
from toolkit.errors import ToolkitError

STAFF = r"""
    application { config { baseName staff, languages [en, fr] } entities * }
    // who works where
    enum Language { FRENCH, ENGLISH, SWISS_GERMAN("Swiss German") }
    @Audited
    entity Region { regionName String }
    /** A country. */
    entity Country(country_table) { countryName String required, isoCode String pattern(/^[A-Z]{2}$/) unique }
    entity Employee {
      /** The first name */
      firstName String required minlength(2) maxlength(40)
      email String required unique pattern(/^[^@\s]+@[^@\s]+$/)
      phoneNumber String
      hireDate Instant,
      salary BigDecimal min(0) max(200000)
      commissionPct Long
      language Language required
      photo ImageBlob
      bio TextBlob
      shift Duration
      starts LocalTime
      active Boolean
    }
    entity Task
    entity JobHistory { startDate ZonedDateTime, endDate LocalDate, grade Grade }
    relationship OneToOne { Country{region} to Region }
    relationship OneToMany {
      /** several */
      Employee{task(title)} to Task{worker required},
      Country to Employee
    }
    relationship ManyToOne {
      Employee{manager(firstName)} to Employee
      JobHistory{by(login) required} to User with builtInEntity
    }
    relationship ManyToMany { Employee{language} to Region{employee(name)} }
    dto * with mapstruct
    paginate JobHistory with infinite-scroll
    service all with serviceImpl
"""


def test_entities_enumerations_and_validations_become_lines(tmp_path: Path) -> None:
    spec = spec_of(STAFF, tmp_path, "staff.jdl")
    assert lines_of(spec, "Employee") == {
        "first name": "text, 2..40 characters",
        "email": "email, unique",
        "phone number": "phone, optional",
        "hire date": "date, optional",
        "salary": "money, 0..200000, optional",
        "languages": "many Region, optional",
        "commission pct": "number, optional",
        "language": "one of French, English, Swiss German",
        "bio": "long text, optional",
        "shift": "duration, optional",
        "starts": lines_of(spec, "Employee")["starts"],
        "active": "yes/no, optional",
        "country": "Country, optional",
        "manager": "Employee, optional",
    }
    assert lines_of(spec, "Country")["iso code"] == '{type: "text, unique, optional", pattern: "[A-Z]{2}"}'


def test_relationships_become_references_of_the_end_that_holds_the_key(tmp_path: Path) -> None:
    spec = spec_of(STAFF, tmp_path, "staff.jdl")
    assert lines_of(spec, "Task") == {"worker": "Employee"}
    assert lines_of(spec, "Country")["region"] == "Region, optional"
    assert lines_of(spec, "Job history")["by"] == "User"
    assert lines_of(spec, "User") == {"name": "person", "email": "email"}


def test_what_is_lost_is_noted(tmp_path: Path) -> None:
    said = "\n".join(imported(STAFF, tmp_path, "staff.jdl").lost)
    for part in ("photo: ImageBlob", "dto, paginate", "Grade is not in the file", "one to one"):
        assert part in said


def test_every_entity_can_be_listed_opened_added_to_and_changed(tmp_path: Path) -> None:
    found = walked(imported(STAFF, tmp_path, "staff.jdl").path)
    assert found == ["Region", "Country", "Employee", "Task", "Job history", "User"]


@pytest.mark.parametrize(
    "text",
    [
        "entity A { in String, now String, true Boolean, id Long }",
        "entity A {}\nentity A { x String }\nentity As { y String }",
        "entity A {b String} entity B {x String} relationship ManyToOne { A{b required} to B, B{a required} to A }",
        "entity A { x String required pattern(/(a+)+$/) unique, y String pattern(/(?=x)y/), "
        "z String minlength(9) maxlength(3) }",
        "entity A { x Kind }\nenum Kind { ONLY }\nrelationship ManyToOne { A{parent required} to A, C to A, A to C }",
        "entity Ä { größe Integer min(5) max(1) unique }",
    ],
)
def test_odd_files_give_a_spec_that_works(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "odd.jdl").path)


def test_what_is_never_closed_is_said(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="never closed"):
        imported("entity A { x String", tmp_path, "half.jdl")

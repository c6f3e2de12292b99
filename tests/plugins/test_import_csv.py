"""Specs from tables: the types are told from what stands below the headings."""

from pathlib import Path

import pytest

from tests.plugins.importing import imported, lines_of, spec_of, walked
from toolkit.errors import ToolkitError

LOANS = """\
ID,Loan number,Borrower,E-mail,Phone,Borrowed on,Due at,Fee,Days,Late,State,Postcode,Remarks,Website
1,LN-1001,Ann Lee,ann@example.com,+44 7700 900001,2026-02-01,2026-02-15 18:00,"1,250.50",14,no,Open,01234,,https://a.example
2,LN-1002,Bo Ek,bo@example.com,+44 7700 900002,2026-02-02,2026-02-16 18:00,0.00,14,yes,Open,04103,"Torn, page 3",https://b.example
3,LN-1003,Cy Wu,cy@example.com,+44 7700 900003,2026-02-03,2026-02-17 18:00,2.50,21,no,Returned,99084,,https://c.example
4,LN-1004,Di Roe,di@example.com,+44 7700 900004,2026-02-04,2026-02-18 18:00,,7,no,Open,80331,,https://d.example
5,LN-1005,Ed Poe,ed@example.com,+44 7700 900005,2026-02-05,2026-02-19 18:00,3.00,7,no,Returned,10115,,https://e.example
6,LN-1006,Flo Orr,flo@example.com,+44 7700 900006,2026-02-06,2026-02-20 18:00,3.00,7,no,Returned,20095,,https://f.example
"""


def test_types_are_told_from_the_cells(tmp_path: Path) -> None:
    assert lines_of(spec_of(LOANS, tmp_path, "loans.csv"), "Loan") == {
        "loan number": "text, unique",
        "borrower": "text",
        "email": "email",
        "phone": "phone",
        "borrowed on": "date",
        "due at": "datetime",
        "fee": "money, optional",
        "days": "number",
        "late": "yes/no",
        "state": "one of Open, Returned",
        "postcode": "text",
        "remarks": "long text, optional",
        "website": "url",
    }


def test_the_table_can_be_listed_opened_added_to_and_changed(tmp_path: Path) -> None:
    assert walked(imported(LOANS, tmp_path, "loans.csv").path) == ["Loan"]


def test_other_separators_and_ways_to_write_are_read(tmp_path: Path) -> None:
    text = "Kunde;Größe;Bezahlt;Betrag;Datum\nMüller & Söhne;1,80;ja;1.234,50 €;01.02.2026\n"
    text += "Ek;1,65;nein;9,00 €;24.12.2025\n"
    found = lines_of(spec_of(text, tmp_path, "kunden.csv"), "Kunden")
    assert found == {"kunde": "text", "größe": "number", "bezahlt": "yes/no", "betrag": "money", "datum": "date"}


@pytest.mark.parametrize(
    "text",
    [
        "a,a,A,\n1,2,3,4\n",
        "in,now,me,id,true\nx,y,z,w,v\n",
        'it\'s: "x",#,- b,{c}\n1,2,3,4\n',
        "only headings,and nothing below\n",
        "name,kind\n" + "".join(f"n{n},{'a, b' if n % 2 else 'optional'}\n" for n in range(12)),
        "id\n1\n2\n",
        "short,row\n1\n2,3,4\n",
    ],
)
def test_odd_tables_give_a_spec_that_works(tmp_path: Path, text: str) -> None:
    assert walked(imported(text, tmp_path, "odd.csv", kind="csv").path) == ["Odd"]


def test_an_empty_file_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="no table"):
        imported("", tmp_path, "empty.csv", kind="csv")


def test_prose_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(ToolkitError, match="no importer recognises"):
        imported("Dear Sir,\n\nI write to you, again, about the lift.\nYours, A\n", tmp_path, "letter.txt")

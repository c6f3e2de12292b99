"""How tables find room for their values: short ones stay on one line as long as the whole row has room."""

from toolkit.domain.view import Cell, Column, Table, TableRow
from toolkit.printing.filters import breadth, unbroken


def table(*texts: str, look: str = "text") -> Table:
    columns = tuple(Column(f"t.{n}", "Name") for n in range(len(texts)))
    cells = tuple(Cell(text, look) for text in texts)  # type: ignore[arg-type]  # a look that there is
    return Table("t", "Table", "Thing", columns, (TableRow("t.1", "1", cells),), 1)


def test_letters_of_east_asia_are_twice_as_broad() -> None:
    assert (breadth("Tokyo"), breadth("東京"), breadth("ﾄｳ")) == (5, 4, 2)


def test_values_break_in_rows_that_are_crowded() -> None:
    assert unbroken(table("Amelia Hart", "2 Mar 2026")) == 28
    assert unbroken(table(*["Bartholomew Featherston"] * 6)) == 18
    assert unbroken(table(*["Siân Prys-Willia"] * 8)) == 13
    assert unbroken(table(*["x" * 300] * 3)) == 28


def test_a_table_without_rows_needs_no_room() -> None:
    assert unbroken(Table("t", "Table", "Thing", (Column("t.1", "Name"),), (), 0)) == 28

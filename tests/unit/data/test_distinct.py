"""What is unique is unique to the last row, or cannot be made."""

import pytest

from toolkit.errors import ToolkitError


@pytest.mark.parametrize(
    ("field", "rows"),
    [
        ("number, 1..40, unique", 40),
        ("text, unique", 300),
        ("text, unique, pattern [0-9]{2}", 100),
        ("text, 1..3 characters, unique", 200),
        ("'one of A, B, C, D, E, unique'", 5),
        ("email, unique", 500),
        ("reference number", 500),
        ("text, 7 characters, unique, means sku", 4000),
        ("text, unique, means city", 900),
    ],
)
def test_no_value_comes_twice(made, field, rows):
    line = field if field.startswith("'") else f"'{field}'"
    values = [row["f"] for row in made(f"entities: {{A: {{f: {line}}}}}", A=rows).rows("A").values()]
    assert len(set(values)) == rows


@pytest.mark.parametrize(
    "field", ["number, 1..39, unique", "one of A, B, C, unique", "yes/no, unique", "text, unique, pattern [A-C]"]
)
def test_too_few_values_are_an_error(made, field):
    with pytest.raises(
        ToolkitError, match="'f' of A is unique, but there are not 40 different values for 40 rows"
    ) as c:
        made(f"entities: {{A: {{f: '{field}'}}}}", A=40)
    assert c.value.where == "entities.A.f"
    assert "make fewer rows of A" in c.value.fix


def test_a_pinned_value_is_not_made_again(made):
    spec = "entities: {A: {f: 'one of X, Y, Z, unique'}}\ndata: {pinned: {A: [{f: Y}]}}"
    assert made(spec, A=3).rows("A")["a-1"]["f"] == "Y"
    assert {row["f"] for row in made(spec, A=3).rows("A").values()} == {"X", "Y", "Z"}

"""Texts of a pattern are the same in every process, and no pattern keeps anybody waiting."""

import pytest

from tests.unit.data.conftest import Made
from toolkit.errors import ToolkitError

SPEC = "entities: {{Part: {{code: {{type: text, pattern: '{pattern}'}}}}}}"


def test_what_is_not_in_a_class_is_the_same_in_every_process(made: Made) -> None:
    rows = made(SPEC.format(pattern=r"[^a-z ]{4}-\W{4}\D"), Part=2).rows("Part").values()
    assert [row["code"] for row in rows] == ['%0&"-;]^;;', '\\}Z\'-"<,*"']


@pytest.mark.parametrize(
    "pattern", ["((((a{30}){30}){30}){30})", "(([a-z]{90}){90}){90}", r"(a+)+\bc", "(a+)+$b", "(a+)+(?=x)c"]
)
def test_what_would_take_years_is_refused(made: Made, pattern: str) -> None:
    with pytest.raises(ToolkitError, match="no text was found"):
        made(SPEC.format(pattern=pattern), Part=1)


@pytest.mark.parametrize("pattern", ["(x+x+)+y", "([a-z]+ ?)+"])
def test_what_could_be_endless_is_short(made: Made, pattern: str) -> None:
    rows = made(SPEC.format(pattern=pattern), Part=3).rows("Part").values()
    assert all(0 < len(str(row["code"])) < 2_000 for row in rows)

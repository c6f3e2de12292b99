"""How an error reads."""

from toolkit.errors import ToolkitError


def test_an_error_says_what_where_and_how_to_mend_it() -> None:
    error = ToolkitError("no screen 'done'", where="spec.yaml:31:10", fix="add it")
    assert error.text() == "error: no screen 'done'\nwhere: spec.yaml:31:10\n  fix: add it"


def test_an_error_leaves_out_what_is_not_known() -> None:
    assert ToolkitError("no screen 'done'").text() == "error: no screen 'done'"

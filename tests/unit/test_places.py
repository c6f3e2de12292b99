"""What travels with showtell is found."""

from typing import get_args

import pytest

from toolkit.errors import ToolkitError
from toolkit.places import Asset, asset, bundled


@pytest.mark.parametrize("name", get_args(Asset))
def test_browser_code_is_there_after_an_install(name: Asset) -> None:
    assert asset(name).stat().st_size > 1000


def test_browser_code_brings_its_licences() -> None:
    licences = {path.name for path in (asset("axe.min.js").parent / "licences").iterdir()}
    assert {"axe-core-LICENSE.txt", "idiomorph-LICENSE.txt", "rrweb-record-rrweb-licence.txt"} <= licences


def test_the_bundled_example_is_there() -> None:
    assert (bundled("prototypes") / "helpdesk" / "spec.yaml").is_file()


def test_what_is_missing_is_an_error_with_a_fix() -> None:
    with pytest.raises(ToolkitError, match=r"the browser file 'nothing\.js' is missing") as caught:
        asset("nothing.js")  # type: ignore[arg-type]  # a name that mypy would refuse
    assert "install showtell again" in caught.value.fix

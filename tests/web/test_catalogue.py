"""Prototypes are read anew when their spec is saved, and a broken spec breaks nothing that is shown."""

import os
from pathlib import Path

import pytest

from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.web.catalogue import Catalogue


def saved(spec: Path, text: str) -> None:
    before = spec.stat().st_mtime_ns
    spec.write_text(text, encoding="utf-8")
    os.utime(spec, ns=(before + 1_000_000, before + 1_000_000))


def test_a_saved_spec_is_shown(spec: Path, tmp_path: Path) -> None:
    catalogue = Catalogue({"library": spec}, load(tmp_path, installed=False))
    assert catalogue.refresh() == ()
    saved(spec, spec.read_text("utf-8").replace("solution: Library", "solution: Bookshop"))
    assert catalogue.refresh() == ("library",)
    found = catalogue.get("library")
    assert found is not None
    assert found.solution.title == "Bookshop"


def test_a_saved_logo_is_shown(spec: Path, tmp_path: Path) -> None:
    saved(spec, spec.read_text("utf-8") + "brand: {name: Skylark, logo: logo.svg}\n")
    logo = spec.parent / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>', encoding="utf-8")
    catalogue = Catalogue({"library": spec}, load(tmp_path, installed=False))
    assert catalogue.refresh() == ()
    saved(logo, logo.read_text("utf-8").replace("30 20", "80 20"))
    assert catalogue.refresh() == ("library",)
    found = catalogue.get("library")
    assert found
    assert found.solution.brand
    assert found.solution.brand.logo
    assert found.solution.brand.logo.ratio == 4.0


def test_a_broken_spec_keeps_what_was_good_and_says_what_is_wrong(spec: Path, tmp_path: Path) -> None:
    catalogue = Catalogue({"library": spec}, load(tmp_path, installed=False))
    good = spec.read_text("utf-8")
    saved(spec, good.replace("list: Loan", "list: Lone"))
    assert catalogue.refresh() == ("library",)
    assert catalogue.get("library") is not None
    (listed,) = catalogue.all()
    assert listed.error is not None
    assert catalogue.error("library") is listed.error
    assert "Lone" in listed.error.text()
    saved(spec, good)
    assert catalogue.refresh() == ("library",)
    assert listed.error is None


def test_nothing_to_show_is_an_error_with_its_place(spec: Path, tmp_path: Path) -> None:
    saved(spec, "solutoin: Library\n")
    with pytest.raises(ToolkitError) as caught:
        Catalogue({"library": spec}, load(tmp_path, installed=False))
    assert "spec.yaml:1" in caught.value.where


def test_one_broken_spec_does_not_keep_others_off_the_stage(spec: Path, tmp_path: Path) -> None:
    other = tmp_path / "prototypes" / "other" / "spec.yaml"
    other.parent.mkdir()
    other.write_text("solutoin: Other\n", encoding="utf-8")
    catalogue = Catalogue({"other": other, "library": spec}, load(tmp_path, installed=False))
    assert catalogue.get("library") is not None
    assert catalogue.get("other") is None


PLUGIN = """
from toolkit import FieldType, hook

def broken(*_):
    raise RuntimeError("the mint is shut")

@hook
def register_field_types():
    return [FieldType("coin", ("coin",), "line", read=broken, show=broken, typed=broken, fake=broken)]
"""


def test_a_plugin_that_fails_is_named_and_the_others_go_on(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "field_coin.py").write_text(PLUGIN, encoding="utf-8")
    catalogue = Catalogue({"library": spec}, load(tmp_path, installed=False))
    saved(spec, spec.read_text("utf-8").replace("note: text, optional", "note: coin"))
    assert catalogue.refresh() == ("library",)
    (listed,) = catalogue.all()
    assert listed.error is not None
    assert "the mint is shut" in listed.error.what
    assert catalogue.get("library") is not None

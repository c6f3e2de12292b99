"""A copy in one file speaks the language that was asked for, in its pages and around them."""

import base64
import gzip
import json
from pathlib import Path

import pytest

from tests.unit.printing.reading import parsed
from toolkit.errors import ToolkitError
from toolkit.loader import load
from toolkit.services.load import load_prototype
from toolkit.services.offline import write_copy
from toolkit.services.workspace import Workspace

SPEC = """\
solution: Loans
roles: [Reader]
entities: {Loan: {title: "text, 3..40 characters"}}
screens: {Loans: {list: Loan, for: Reader, show: [title], new: New loan}, New loan: {form: Loan, ask: [title]}}
tasks: {borrow: {as: Reader, say: Borrow one., done: {Loan: {title: Emma}}}}
data: {seed: 1, rows: {Loan: 3}}
languages: [ar]
"""
TEXTS = "Loans: الإعارات\nLoan: إعارة\nReader: قارئ\nNew loan: إعارة جديدة\n"


def test_a_copy_in_arabic(tmp_path: Path) -> None:
    spec = tmp_path / "prototypes" / "loans" / "spec.yaml"
    spec.parent.joinpath("languages").mkdir(parents=True)
    spec.write_text(SPEC, "utf-8")
    spec.parent.joinpath("languages", "ar.yaml").write_text(TEXTS, "utf-8")
    prototype = load_prototype(spec, load(tmp_path, installed=False))

    def written(language: str) -> Path:
        place = Workspace(tmp_path)
        return write_copy(place, prototype, output=None, progress=lambda done, of: None, language=language)

    path = written("ar")
    assert (path.name, written("").name) == ("copy-ar.html", "copy.html")
    copy = parsed(path.read_text("utf-8"))
    assert {name: copy.one("html").attributes[name] for name in ("lang", "dir")} == {"lang": "ar", "dir": "rtl"}
    assert copy.one("title").text == "الإعارات"
    assert [option.attributes["value"] for option in copy.all("option")][-1] == "Reader"
    assert copy.all("option")[-1].text == "قارئ"
    (packed,) = [script.text for script in copy.all("script") if script.attributes.get("id") == "pages"]
    (tour,) = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert (tour["role"], tour["pages"][0]["title"]) == ("Reader", "الإعارات")
    assert "إعارة جديدة" in tour["pages"][0]["html"]
    with pytest.raises(ToolkitError, match="not offered in 'de'"):
        written("de")

"""The bundled examples that are offered in other languages are translated as a whole."""

from pathlib import Path

import pytest

from toolkit.loader import Plugins, load
from toolkit.places import bundled
from toolkit.services.load import load_prototype
from toolkit.spec.translations import file_of, read_translations, texts_of

FILES = sorted(bundled("prototypes").glob("*/languages/*.yaml"))


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return load(installed=False)


def test_some_are_offered_in_german_and_arabic() -> None:
    assert [f"{path.parents[1].name}/{path.stem}" for path in FILES] == [
        "helpdesk/ar",
        "helpdesk/de",
        "street-event/de",
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_every_text_is_translated_and_nothing_else(path: Path, plugins: Plugins) -> None:
    spec = path.parents[1] / "spec.yaml"
    prototype = load_prototype(spec, plugins)
    texts = texts_of(prototype.solution)
    read = read_translations(file_of(spec, path.stem), texts)
    assert (set(texts) - set(read.texts), read.findings) == (set(), ())
    assert prototype.machine("", path.stem).language.own(texts[0]) != texts[0]

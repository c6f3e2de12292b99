"""The port for phrases that lie in files: a sheet a language, named by domain and language ('health.de.txt')."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from toolkit.domain.phrases import Phrases


def sheets(folder: Path, domain: str, words: str = "", *, name: str = "") -> Iterator[Phrases]:
    """Yield the phrases of a domain in every language that a folder has a sheet of; `words` stand with commas."""
    known = frozenset(" ".join(word.split()) for word in words.split(",") if word.strip())
    called = name or domain
    for path in sorted(folder.glob(f"{called}.*.txt")):
        language = path.name.split(".")[1]
        yield Phrases(f"{called} {language}", domain, language, partial(path.read_text, "utf-8"), known)

"""The tables that inference reads: words of four languages, and the kinds of meaning with what they are called."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish"}
ONLY_THERE = "!"
"""Behind a word: it is read so only among other words of its language."""


def lines(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of a table's lines: what stands between ':', '=' or '|'."""
    for line in files(__name__).joinpath(name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            sign = "|" if "|" in line else "=" if "=" in line else ":"
            yield tuple(part.strip() for part in line.split(sign))


@cache
def subjects() -> tuple[str, ...]:
    """Return the names of the tables of kinds, one for each subject."""
    folder = files(__name__).joinpath("kinds")
    return tuple(sorted(file.name.removesuffix(".txt") for file in folder.iterdir() if file.name.endswith(".txt")))


@cache
def kinds_of(subject: str) -> Mapping[str, tuple[str, ...]]:
    """Return the kinds of one subject, each with the words that say it, its own name first."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, said in lines(f"kinds/{subject}.txt"):
        found[kind] = (kind, *(phrase.strip() for phrase in said.split(",") if phrase.strip()))
    return found


@cache
def kinds() -> Mapping[str, tuple[str, ...]]:
    """Return every kind of meaning with the words that say it."""
    return {kind: said for subject in subjects() for kind, said in kinds_of(subject).items()}


@cache
def translations(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return what words of a language mean in English."""
    return {
        word: tuple(meant.split()) for words, meant in lines(f"{LANGUAGES[language]}.txt") for word in words.split()
    }


@cache
def things() -> Mapping[str, str]:
    """Return, by what a thing is, the kind of meaning that its name has: 'film' is called by a film title."""
    return {word: kind for kind, words in lines("names.txt") for word in words.split()}

"""Names in English order and English words: 'Rechnungsnr', 'numéro de facture' and 'invoice_no' are invoice number."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from toolkit.data.meaning import tables
from toolkit.data.meaning.spelling import parts, singular
from toolkit.data.naming import listed

ENGLISH = "en"
_HEAD_FIRST = frozenset({"fr", "es"})
"""Languages that name the thing before whose it is: 'fecha de nacimiento'."""
_OF = frozenset({"of", "de", "du", "des", "del", "d", "la", "le", "les", "l", "el", "los", "las", "a", "en", "y", "et"})
_LITTLE = frozenset({"fk", "the", "a", "an", "and", "und", "der", "die", "das", "des", "in", "is", "el", "la", "le"})
_LINKS = ("", "s", "n", "en", "er", "e", "es")
SHORTEST_PART = 3
SHORTEST_WHOLE = 4
"""Letters, at least, of what a part is a part of: a subregion is a region."""
_HEADS = listed(
    "name code number no nr num id date time line type title address phone mail city text key path url hash desc terms "
    "description status amount price rate value user country state zip street label date email group"
)
"""Words that stand at the end of English ones written together: 'companyname'."""


@dataclass(frozen=True, slots=True)
class Lemmas:
    """A name's words in English, the main one last, and the languages other than English that they came from."""

    words: tuple[str, ...]
    languages: tuple[str, ...] = ()


@cache
def _english() -> frozenset[str]:
    """Return the words that the tables of kinds are written in."""
    said = (phrase for phrases in tables.kinds().values() for phrase in phrases)
    known = {singular(part) for phrase in said for part in parts(phrase)}
    return frozenset(known | set(tables.things()) | _HEADS)


@cache
def _dictionary(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return a language's words, plain, also with an umlaut's dots left out, and what they mean."""
    own = {word.removesuffix(tables.ONLY_THERE): said for word, said in tables.translations(language).items()}
    bare = {word.replace("ae", "a").replace("oe", "o").replace("ue", "u"): said for word, said in own.items()}
    return bare | own if language == "de" else own


@cache
def _shy(language: str) -> frozenset[str]:
    """Return the words that are read so only among others of their language."""
    signed = (word for word in tables.translations(language) if word.endswith(tables.ONLY_THERE))
    return frozenset(word.removesuffix(tables.ONLY_THERE) for word in signed)


def language_of(names: Iterable[str], preferred: str) -> str:
    """Return which of the four languages names are in: the one that knows most of their words."""
    words = [part for name in names for part in parts(name)]
    order = dict.fromkeys([*(language for language in (preferred,) if language in tables.LANGUAGES), *tables.LANGUAGES])
    return max(order, key=lambda language: sum(_knows(language, word) for word in words) + (language == ENGLISH) / 2)


def _knows(language: str, word: str) -> bool:
    if language == ENGLISH:
        return word in _dictionary(ENGLISH) or singular(word) in _english()
    return word in _dictionary(language) or (language == "de" and bool(_compound(word)))


@lru_cache(maxsize=16_384)
def lemmas(name: str, language: str = ENGLISH) -> Lemmas:
    """Return a name's words in English, read in `language` first."""
    said = [part for part in parts(name) if part not in _LITTLE - _OF]
    found = list(_translated(said, language))
    foreign = [own for _, own in found if own]
    groups: list[list[str]] = [[]]
    for words, _ in found:
        if words == ("of",):
            groups.append([])
        else:
            groups[-1].extend(words)
    if len(groups) == 1 and foreign and foreign[-1] in _HEAD_FIRST and len(foreign) * 2 >= len(found):
        groups = [list(words) for words, _ in found]
    ordered = [word for group in reversed(groups) for word in group]
    if (
        not foreign
        and len(ordered) > 1
        and groups[0][-1:] == ["number"]
        and (len(groups) > 1 or ordered[0] == "number")
    ):
        ordered = [*(word for word in ordered if word != "number"), "count"]
    return Lemmas(tuple(word for word in ordered if word not in _LITTLE), tuple(dict.fromkeys(foreign)))


def _translated(said: list[str], language: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield English words for one, two or three parts of a name at a time, with the language that they came from."""
    at = 0
    while at < len(said):
        for size in (3, 2, 1):
            joined = "".join(said[at : at + size])
            if (
                at + size <= len(said)
                and (size == 1 or said[at] not in _OF)
                and (found := _word(joined, language, size))
            ):
                break
        else:
            size, found = 1, ((singular(said[at]),), "")
        yield found
        at += size


@lru_cache(maxsize=16_384)
def _word(word: str, language: str, size: int) -> tuple[tuple[str, ...], str] | None:
    """Return what one word means, by the first language that knows it, or what it is put together from."""
    if word in _OF and size == 1:
        return ("of",), ""
    known = (
        said for own in dict.fromkeys([language, *tables.LANGUAGES]) if (said := _known(word, own, language, size))
    )
    return next(known, None) or (_joined(word) if size == 1 else None)


def _known(word: str, own: str, language: str, size: int) -> tuple[tuple[str, ...], str] | None:
    """Return what a word means in one language, where `language` is that of the words around it."""
    if said := _dictionary(own).get(word):
        return (_plain(said), "" if own == ENGLISH else own) if own == language or word not in _shy(own) else None
    return ((singular(word),), "") if own == ENGLISH and size == 1 and singular(word) in _english() else None


def _joined(word: str) -> tuple[tuple[str, ...], str] | None:
    """Return what words mean that are written together: 'companyname', 'Lieferantennummer'."""
    if together := _split(word, _heads(), ("",)):
        return _plain(together), ""
    if compound := _compound(word):
        return _plain(lemma for part in compound for lemma in _dictionary("de")[part]), "de"
    part = singular(word.removeprefix("sub"))
    return ((part,), "") if word.startswith("sub") and len(part) >= SHORTEST_WHOLE and part in _english() else None


def _plain(words: Iterable[str]) -> tuple[str, ...]:
    """Return English words in the singular and without abbreviations: the form in which phrases are compared."""
    known = _dictionary(ENGLISH)
    return tuple(singular(plain) for word in words for plain in known.get(word, (word,)))


@cache
def _heads() -> frozenset[str]:
    return frozenset(word for word in (*_english(), *_dictionary(ENGLISH)) if len(word) >= SHORTEST_PART) | _HEADS


@lru_cache(maxsize=16_384)
def _compound(word: str) -> tuple[str, ...]:
    """Return the parts of a German compound: 'lieferantennummer' is lieferant, nummer."""
    return _split(word, frozenset(_dictionary("de")), _LINKS, german=True)


def _split(word: str, known: Collection[str], links: tuple[str, ...], *, german: bool = False) -> tuple[str, ...]:
    """Return the known words that a word is put together from, the longest last part first; none if it is not."""
    for cut in range(SHORTEST_PART, len(word) - 1):
        start, end = word[:cut], word[cut:]
        if end not in known or not (german or end in _HEADS):
            continue
        if len(end) < SHORTEST_PART and end not in {"nr", "no", "id"}:
            continue
        for link in links:
            bare = start.removesuffix(link) if link else start
            if bare != start or not link:
                if len(bare) >= SHORTEST_PART and bare in known:
                    return bare, end
                if len(bare) > SHORTEST_PART * 2 and (more := _split(bare, known, links, german=german)):
                    return (*more, end)
    return ()

"""What Faker knows of a locale: names, places and jobs, drawn from one cell's chance at a time."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from threading import get_ident
from typing import Any

from toolkit.data.chance import Stream
from toolkit.data.naming import listed
from toolkit.data.phrasebook import Book, book_of, bundled
from toolkit.data.pool import Pool, pooled
from toolkit.domain.phrases import Phrases
from toolkit.errors import ToolkitError

ENOUGH_TOWNS = 8
_OTHER_SCRIPT = listed("ar bg bn el fa he hi hy ja ka ko mk ne ru sr ta th uk zh")
_UNWANTED = re.compile("Heydrich|Himmler|Goebbels|Göring|Goering|Eichmann|Mengele|Hitler|Mussolini|Stalin")
"""Family names in Faker's lists that no customer should read on a street sign."""
_PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i"})


class Words:
    """One locale's words. Faker is imported and set up when the first word is asked for."""

    def __init__(self, locale: str, *, domain: str = "", phrases: Mapping[str, Phrases] | None = None) -> None:
        self.locale = locale.replace("-", "_")
        self._domain, self._phrases = domain, phrases
        self._book: Book | None = None
        self._pools: dict[str, Pool] = {}
        self._others: dict[str, Words] = {}

    def elsewhere(self, locale: str) -> "Words":
        """Return another locale's words, in the same trade."""
        locale = locale.replace("-", "_")
        if locale == self.locale:
            return self
        if locale not in self._others:
            self._others[locale] = Words(locale, domain=self._domain, phrases=self._phrases)
        return self._others[locale]

    def say(self, provider: str, stream: Stream) -> str:
        """Return what a provider gives, as text. Raises ToolkitError for a provider that the locale does not have."""
        made = getattr(self.generator, provider, None)
        if not callable(made):
            raise ToolkitError(
                f"Faker has no provider '{provider}' for {self.locale}",
                where="a field type's fake()",
                fix="use a provider of Faker's documentation, as in draw.faker('city')",
            )
        drawn_from = _set_up(self.locale, get_ident())[1]
        drawn_from.state = stream.state
        said = str(made())
        while _UNWANTED.search(said):
            said = str(made())
        stream.state = drawn_from.state
        return said

    def list(self, provider: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """Return the words that a provider chooses from, with their weights; both empty where it has no list.

        Read from the provider's own attribute: 'first_name_female' chooses from `first_names_female`, 'city_suffix'
        from `city_suffixes`. The unwanted are left out.
        """
        known = next(
            (w for name in _plurals(provider) for p in self.generator.get_providers() if (w := _listed(p, name))), {}
        )
        kept = {word: weight for word, weight in known.items() if not _UNWANTED.search(word)}
        return tuple(kept), tuple(kept.values())

    def pool(self, provider: str) -> Pool:
        """Return the words that a provider chooses from as something to draw from; see `list`. It may be empty."""
        if provider not in self._pools:
            self._pools[provider] = pooled(*self.list(provider))
        return self._pools[provider]

    def person(self, stream: Stream) -> tuple[str, str, str]:
        """Return a whole name in the order of the locale, the given and the family name."""
        gender = "female" if stream.random() < 0.5 else "male"
        parts: dict[str, str] = {}
        form = self._form(gender)
        for provider in re.findall(r"{{(\w+)}}", form):
            parts.setdefault(provider, self.say(provider, stream))
        whole = re.sub(r"{{(\w+)}}", lambda found: parts[found[1]], form)
        given = next((v for k, v in parts.items() if k.startswith("first")), "")
        family = next((v for k, v in parts.items() if k.startswith("last")), "")
        return whole, given, family

    def _form(self, gender: str) -> str:
        """Return the locale's plainest form of a name: given and family name once, in its own order."""
        provider = self._provider("person")
        forms = list(getattr(provider, f"formats_{gender}", ()) or getattr(provider, "formats", ()))
        plain = [f for f in forms if "first" in f and "last" in f and not re.search(r"prefix|suffix|abbrev|roman", f)]
        return min(plain, key=len, default="{{first_name}} {{last_name}}")

    def letters(self, text: str) -> str:
        """Return a name in the letters of an address: 'João Müller' -> 'joao.mueller'; empty if it has none."""
        text = text.casefold()
        for letter, plain in getattr(self._provider("internet"), "replacements", ()):
            text = text.replace(letter.casefold(), plain.casefold())
        text = unicodedata.normalize("NFKD", text.translate(_PLAIN)).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", ".", text.replace("'", "")).strip(".")

    def city(self, stream: Stream) -> str:
        """Return a town that there is in the locale's country, else one that sounds like it."""
        language, _, country = self.locale.partition("_")
        towns = sorted({town for _, _, town, where, _ in self._provider("geo").land_coords if where == country})
        return (
            str(stream.choice(towns))
            if len(towns) >= ENOUGH_TOWNS and language not in _OTHER_SCRIPT
            else self.say("city", stream)
        )

    @property
    def book(self) -> Book:
        """The phrases of the locale's language, of the trade that the dataset is about."""
        if self._book is None:
            self._book = book_of(self._domain, self.locale, (self._phrases or bundled()).values())
        return self._book

    def _provider(self, name: str) -> Any:
        return next(p for p in self.generator.get_providers() if f".{name}" in type(p).__module__)

    @property
    def generator(self) -> Any:
        """Faker for this locale, drawing from our stream. Raises ToolkitError for a locale it does not know."""
        return _set_up(self.locale, get_ident())[0]


def spoken_in(locale: str) -> Words:
    """Return a locale's words."""
    return Words(locale)


@lru_cache(maxsize=32)
def _set_up(locale: str, thread: int) -> tuple[Any, Stream]:
    """Return Faker for a locale and the stream that it draws from: set up once, and for each thread its own.

    Raises ToolkitError for a locale it does not know.
    """
    from faker import Factory
    from faker.config import AVAILABLE_LOCALES

    try:
        generator, stream = Factory.create(locale), Stream()
    except (AttributeError, ValueError):
        close = get_close_matches(locale, sorted(AVAILABLE_LOCALES), n=1, cutoff=0.6)
        raise ToolkitError(
            f"there are no names and places for the locale '{locale}'",
            where="data.locale",
            fix=f"did you mean '{close[0]}'?" if close else "write a language and a country, as in en_GB",
        ) from None
    generator.random = stream
    return generator, stream


def _plurals(provider: str) -> tuple[str, ...]:
    """Return what the list of a provider may be called: 'job' chooses from 'jobs', 'city_name' from 'cities'."""
    first, _, rest = provider.partition("_name")
    several = [f"{first}_names{rest}" if "_name" in provider else _plural(provider)]
    if provider.endswith("_name"):
        several.append(_plural(first))
    if rest:
        several.append(f"{first}_names")
    return tuple(several)


def _plural(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("x", "s", "ch")) else f"{word}s"


def _listed(provider: Any, name: str) -> dict[str, float]:
    """Return the words of a provider's list with their weights; those that it says twice are twice as likely."""
    said = getattr(provider, name, None)
    if isinstance(said, Mapping):
        return {str(word): float(weight) for word, weight in said.items()}
    if not isinstance(said, list | tuple) or not all(isinstance(word, str) for word in said):
        return {}
    return {word: float(count) for word, count in Counter(said).items()}

"""Which languages there are, and how one is made from its catalogue and its locale; Babel is asked only then."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.domain.language import ENGLISH, Language
from toolkit.errors import ToolkitError

if TYPE_CHECKING:
    from babel import Locale

SHIPPED = ("en", "de", "fr", "ar")
"""The languages of the catalogues; each may be said with a country, as in 'de_AT'."""
BUILT_IN = frozenset({"en", "en_GB"})
"""What the code itself speaks: no catalogue and no locale is read for it."""
Form = Callable[[int], int]


class UnknownLanguageError(ToolkitError):
    """A language that nothing is translated into."""


@lru_cache(maxsize=32)
def language(code: str) -> Language:
    """Return a language by its code, 'de' or 'de_AT'; read once. Raises UnknownLanguageError."""
    if code in BUILT_IN:
        return ENGLISH
    locale = locale_of(code)
    if locale is None:
        fix = f"use one of: {', '.join(SHIPPED)}; with a country, if it matters, as in de_AT"
        raise UnknownLanguageError(f"there is no language '{code}'", where="languages", fix=fix)
    from toolkit.languages.formats import LocaleFormats

    messages, form = catalogue(locale.language)
    return Language(
        code=code,
        name=(locale.get_display_name(locale) or code).capitalize(),
        direction="rtl" if locale.text_direction == "rtl" else "ltr",
        messages=messages,
        form=form,
        formats=LocaleFormats(locale),
    )


def is_known(code: str) -> bool:
    """Return whether there is a language of this code."""
    return code in BUILT_IN or locale_of(code) is not None


def locale_of(code: str) -> "Locale | None":
    """Return the locale of a code that one of our languages begins, None for any other."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError, TypeError):
        return None
    return locale if locale.language in SHIPPED and str(locale) == code else None


def catalogue_file(name: str) -> Path:
    """Return where the catalogue of a language lies; English has none."""
    return Path(__file__).with_name(f"{name}.po")


@lru_cache(maxsize=len(SHIPPED))
def catalogue(name: str) -> tuple[Mapping[str, tuple[str, ...]], Form]:
    """Return a catalogue's sentences with all their forms, and what picks one of these by a number."""
    if name == "en":
        return {}, ENGLISH.form
    from babel.messages.pofile import read_po

    with catalogue_file(name).open("rb") as stream:
        read = read_po(stream, locale=name)
    found: dict[str, tuple[str, ...]] = {}
    for message in read:
        key, said = message.id, message.string
        forms = (said,) if isinstance(said, str) else tuple(said or ())
        if key and any(forms) and not message.fuzzy:
            found[key if isinstance(key, str) else key[0]] = forms
    return found, c2py(read.plural_expr)

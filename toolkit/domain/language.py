"""The language that a prototype speaks: the toolkit's sentences, the spec's own texts, numbers and dates."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from toolkit.domain.formats import Formats


def message(text: str) -> str:
    """Mark a sentence that is said elsewhere, so that it gets into the catalogues."""
    return text


_TURNING = re.compile(
    "[\u0590-\u08ff\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are read from right to left, and signs that turn what follows them."""
YES, NO = message("Yes"), message("No")


def _one_or_many(n: int) -> int:
    return 0 if n == 1 else 1


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language. English has no catalogue: a sentence is its own key, and what is not translated stays as it is.

    `messages` are the toolkit's sentences with their forms (one, or as many as the language has plurals, of which
    `form` picks one), `texts` the spec's own.
    """

    code: str = "en"
    name: str = "English"
    direction: Literal["ltr", "rtl"] = "ltr"
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    form: Callable[[int], int] = _one_or_many
    formats: Formats = field(default_factory=Formats)

    @property
    def tag(self) -> str:
        """The code as pages say it: 'de-AT'."""
        return self.code.replace("_", "-")

    def say(self, message: str, /, **values: object) -> str:
        """Return a sentence of the toolkit, with values in the place of its {names}."""
        if self.messages:
            message = self.messages.get(message, (message,))[0]
        return message.format_map(self._apart(values)) if values else message

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return a sentence about so many things, which stand in it as {n}."""
        forms = self.messages.get(one) or (one, many)
        said = forms[min(self.form(n), len(forms) - 1)]
        return said.format_map({"n": self.formats.number(n), **self._apart(values)})

    def _apart(self, values: Mapping[str, object]) -> Mapping[str, object]:
        """Return values that turn nothing around them: one of the other direction is isolated, as Unicode has it."""
        if self.direction == "rtl":
            return values
        return {
            name: f"\u2068{value}\u2069" if isinstance(value, str) and _TURNING.search(value) else value
            for name, value in values.items()
        }

    def own(self, text: str) -> str:
        """Return a text of the spec: a label, a name, an option."""
        return self.texts.get(text, text)

    def inside(self, text: str) -> str:
        """Return a name of the spec as it stands in a sentence; abbreviations and German nouns keep their capitals."""
        said = self.own(text)
        return said if self.code[:2] == "de" or not said[1:2].islower() else said[:1].lower() + said[1:]

    def a(self, text: str) -> str:
        """Return a name of the spec as one of its kind: 'a title'; without an article where it would need a gender."""
        said = self.inside(text)
        return f"{'an' if said[:1] in 'aeio' else 'a'} {said}" if self.code[:2] == "en" else said

    def with_texts(self, texts: Mapping[str, str]) -> "Language":
        """Return the language with the texts of a spec."""
        return replace(self, texts=texts)


ENGLISH = Language()
"""What is spoken unless something else is asked for."""

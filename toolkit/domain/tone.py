"""How loud a word is on a chip; the word itself always says it too."""

from typing import Literal

Tone = Literal["", "good", "warn", "bad", "info"]

_WORDS: dict[Tone, str] = {
    "bad": "critical urgent late overdue cancelled canceled rejected failed refused blocked missed expired lost",
    "warn": "high waiting reopened pending paused delayed due",
    "good": "resolved done confirmed approved paid closed delivered rebooked finished complete completed accepted",
    "info": "open new triaged started progress booked sent ordered",
}

_TURNED = frozenset({"not", "no", "never", "without"})


def tone(text: str) -> Tone:
    """Return the tone of a status or an option, from the first of its words that is known; 'Not paid' is not 'Paid'."""
    for word in text.casefold().split():
        if word in _TURNED:
            return ""
        for name, words in _WORDS.items():
            if word in words.split():
                return name
    return ""

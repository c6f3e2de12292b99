"""In which language somebody is spoken to: what they chose by a link, else what their browser says they read."""

import re
from collections.abc import Iterable, Mapping

from starlette.requests import Request

LANGUAGE = "lang"
"""What an address says to change the language: `?lang=de`."""


def wishes(request: Request) -> tuple[str, ...]:
    """Return the tags of the languages that somebody would like, the dearest first."""
    chosen = request.query_params.get(LANGUAGE, "")
    read = [_weighed(part) for part in request.headers.get("accept-language", "").split(",")[:20]]
    by_weight = [tag for tag, weight in sorted(read, key=lambda each: -each[1]) if tag and weight > 0]
    return (*([chosen] if chosen else []), *by_weight)


def first_offered(wished: Iterable[str], offered: Iterable[str]) -> str:
    """Return the code of the first language that is wished for and offered, whatever the country; empty if none is."""
    codes = tuple(offered)
    plain: Mapping[str, str] = {code.lower().replace("_", "-"): code for code in codes}
    broad = {tag.partition("-")[0]: code for tag, code in reversed(list(plain.items()))}
    for tag in wished:
        lowered = tag.lower().replace("_", "-")
        if found := plain.get(lowered) or broad.get(lowered.partition("-")[0]):
            return found
    return ""


def _weighed(part: str) -> tuple[str, float]:
    """Return a tag and its weight; what cannot be read has none."""
    read = re.fullmatch(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*", part)
    return (read[1], float(read[2] or 1)) if read else ("", 0.0)

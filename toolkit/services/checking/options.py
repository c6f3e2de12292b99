"""The request, the options that answer it, and the brand: what would embarrass in front of the customer."""

import re
from collections.abc import Iterator
from itertools import combinations

from toolkit.domain.finding import SpecFinding
from toolkit.services.checking.brand import brand_findings
from toolkit.services.checking.case import At, Case
from toolkit.spec.report import listed

_SOLUTIONS = re.compile(
    r"\b(?:dash ?boards?|apps?|portals?|chat ?bots?|bots?|a\.?i\.?|websites?|web ?shops?|platforms?|spreadsheets?|"
    r"excel|newsletters?|data ?bases?|blockchain|wizards?|buttons?|reports?|tools?|systems?|software|forms?)\b",
    re.IGNORECASE,
)
"""Words for a thing to be built, where a need was to be said."""
ARGUED = ("benefits", "consequences", "costs")


def option_findings(case: Case) -> Iterator[SpecFinding]:
    """Look at what stands around the prototypes."""
    yield from _request(case)
    yield from _unargued(case)
    yield from _alike(case)
    yield from brand_findings(case)


def _request(case: Case) -> Iterator[SpecFinding]:
    """Yield a request that names what is to be built, where nobody says what it is to be good for."""
    named = _SOLUTIONS.search(case.solution.request.said)
    if named and not case.solution.problem:
        said = f"the request names a solution, '{named[0]}', and nothing says what the problem is"
        fix = "add: problem: what hurts today, and whom"
        yield case.warning("solution-first", At(("request", "said"), word=named[0]), said, fix)


def _unargued(case: Case) -> Iterator[SpecFinding]:
    """Yield options that somebody cannot decide on, because nothing is said for or against them."""
    for name, option in case.solution.options.items():
        given = (option.benefits, option.consequences, option.cost)
        missing = [word for word, said in zip(ARGUED, given, strict=True) if not said]
        if missing and f"options.{name}" in case.text.places:
            said = f"the option '{name}' says nothing about its {listed(missing)}"
            fix = f"add {' and '.join(f'{word}:' for word in missing)}, so that options can be weighed"
            yield case.note("option-unargued", At(("options", name)), said, fix)


def _alike(case: Case) -> Iterator[SpecFinding]:
    """Yield options that nobody could tell apart, by their screens or by their titles."""
    for (name, one), (other, two) in combinations(case.solution.options.items(), 2):
        if case.solution.apps[name] == case.solution.apps[other]:
            said = f"the options '{name}' and '{other}' show the same: nothing of what they change differs"
            fix = f"say under 'options: {other}:' which roles, entities or screens are different there"
            yield case.warning("options-same", At(("options", other)), said, fix)
        if one.title.casefold() == two.title.casefold():
            said = f"the options '{name}' and '{other}' have one title: '{two.title}'"
            yield case.warning("options-titled-alike", At(("options", other, "title")), said, "give one another title")

"""The copy in one file says what it cannot do."""

import pytest

from toolkit.loader import load
from toolkit.printing.offline import print_offline
from toolkit.spec import read_text

SPEC = "solution: Library\nentities: {Book: {title: text}}\n"
ONE_LANGUAGE, NO_SCENARIOS = "It speaks one language only.", "Scenarios are not in it."


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", ()),
        ("languages: [de]", (ONE_LANGUAGE,)),
        ("scenarios: {rush: {start: Books}}", (NO_SCENARIOS,)),
        ("languages: [de]\nscenarios: {rush: {start: Books}}", (ONE_LANGUAGE, NO_SCENARIOS)),
    ],
)
def test_it_says_what_of_the_spec_is_not_in_it(more: str, said: tuple[str, ...]) -> None:
    solution = read_text(SPEC + more, "spec.yaml", load(installed=False).parts).solution
    assert solution
    html = print_offline(solution, ())
    assert "This is a copy in one file." in html
    assert tuple(sentence for sentence in (ONE_LANGUAGE, NO_SCENARIOS) if sentence in html) == said

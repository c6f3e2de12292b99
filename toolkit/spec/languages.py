"""The languages that a spec is written and offered in."""

from typing import TypedDict

from toolkit.languages import SHIPPED, is_known
from toolkit.spec.grammar import SpecPart
from toolkit.spec.node import Node
from toolkit.spec.report import Report, suggestion


class Languages(TypedDict):
    """What a solution has to know of them."""

    language: str
    languages: tuple[str, ...]


def languages_of(spec: SpecPart, root: Node, report: Report) -> Languages:
    """Return the languages, without those that there are not, which are reported."""
    written = root.at("languages").items if "languages" in root.entries else []
    named = [*([root.at("language")] if "language" in root.entries else []), *written]
    for node in named:
        if not is_known(node.text):
            fix = f"{suggestion(node.text, SHIPPED)}; with a country, if it matters, as in de_AT"
            report.add("unknown-language", node, f"there is no language '{node.text}'", fix=fix)
    others = dict.fromkeys(code for code in spec.languages if is_known(code) and code != spec.language)
    return {"language": spec.language if is_known(spec.language) else "en", "languages": tuple(others)}

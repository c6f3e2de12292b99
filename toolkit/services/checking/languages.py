"""What is wrong with the translations of a spec: texts that have none, and what is no text of the spec any more."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.domain.finding import SpecFinding
from toolkit.domain.solution import Solution
from toolkit.places import TRANSLATIONS
from toolkit.spec.node import Node
from toolkit.spec.report import Report
from toolkit.spec.translations import file_of, read_translations, texts_of, untranslated


def language_findings(spec: Path, solution: Solution) -> Iterator[SpecFinding]:
    """Yield what a reader in another language would stumble over."""
    texts = texts_of(solution)
    for code in solution.languages:
        file = file_of(spec, code)
        translations = read_translations(file, texts)
        yield from translations.findings
        yield from untranslated(file, code, texts, translations.texts)
    for file in sorted((spec.parent / TRANSLATIONS).glob("*.yaml")):
        if file.stem not in solution.languages:
            report, offered = Report(str(file)), ", ".join((*solution.languages, file.stem))
            message = f"nobody is offered the language '{file.stem}' of these translations"
            fix = f"add to the spec: languages: [{offered}]"
            report.add("not-offered", Node(None), message, fix=fix, severity="warning")
            yield from report.findings

"""What is wrong with the translations of a spec: texts without any, texts of nothing, and what reads badly in them."""

from collections.abc import Iterator
from pathlib import Path

from toolkit.domain.finding import SpecFinding
from toolkit.domain.language import Language
from toolkit.domain.solution import Solution
from toolkit.languages import language as speak
from toolkit.places import TRANSLATIONS
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.drawing import Drawn
from toolkit.services.checking.labels import twins
from toolkit.spec.node import Node
from toolkit.spec.report import Report
from toolkit.spec.translations import file_of, read_translations, texts_of, untranslated


def spoken_findings(case: Case, drawn: tuple[Drawn, ...], spec: Path) -> Iterator[SpecFinding]:
    """Draw each kind of view once more in each language, and yield what throws and what shares a name only there."""
    for code in case.solution.languages:
        texts = read_translations(file_of(spec, code), texts_of(case.solution)).texts
        spoken = speak(code).with_texts(texts)
        for one in _kinds(drawn):
            yield from _in(case, one, spoken)


def _kinds(drawn: tuple[Drawn, ...]) -> Iterator[Drawn]:
    """Yield one view of each screen, role and make-up, whatever the option."""
    met: set[object] = set()
    for one in drawn:
        made = tuple(type(block).__name__ for block in one.view.blocks)
        kind = (one.screen.name, one.state.role, tuple(name for name, _ in one.view.place.query), made)
        if kind not in met:
            met.add(kind)
            yield one


def _in(case: Case, one: Drawn, spoken: Language) -> Iterator[SpecFinding]:
    name, at = one.screen.name, At(("screens", one.screen.name), one.option)
    try:
        view = case.machines[one.option].speaking(spoken).view(one.state)
    except Exception as error:  # to the customer a plugin's fault is ours
        told = f"the screen '{name}' cannot be drawn in '{spoken.code}' for {one.state.role}: {error}"
        yield case.error("screen-fails", at, told, "mend what it says, or the plugin of its kind")
        return
    if not any(twins(one.view)):
        for role, label in twins(view):
            said = f"two {role}s on '{name}' are called '{label}' in '{spoken.code}' and do different things"
            yield case.warning("same-label", at, said, f"translate one of them in another way in {spoken.code}.yaml")


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

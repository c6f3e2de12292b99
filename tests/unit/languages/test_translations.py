"""The texts of a spec in files beside it: written, read, held against the spec, and shown."""

from pathlib import Path
from textwrap import dedent

import pytest

from toolkit.domain.finding import SpecFinding
from toolkit.errors import ToolkitError
from toolkit.loader import Plugins, load
from toolkit.services.check import check
from toolkit.services.load import BrokenSpecError, Prototype, load_prototype
from toolkit.services.stamp import stamp
from toolkit.services.translate import translate
from toolkit.spec import read_text
from toolkit.spec.translations import texts_of

SPEC = """
solution: Repairs
languages: [de]
roles: [Clerk]
entities:
  Order (Orders):
    title: {type: "text, 5..20 characters", help: What is broken}
    status: {Open -> Done: "Close (Clerk)"}
screens:
  Orders: {list: Order, empty: All is well., new: Send in}
  Send in: {form: Order, ask: [title], submit: Send it, thanks: Thank you.}
  Order: {detail: Order}
  Late: {dashboard: Order, figures: {Still open: status == 'Open'}}
  Help: {page: "Ask **us**. 24/7"}
tasks: {ask: {as: Clerk, say: Send in a lamp., done: Order}}
questions: {missing: What did you miss?}
"""
READ = (
    *("Repairs", "Clerk", "Order", "Orders", "Title", "What is broken", "Status", "Open", "Done", "Close"),
    *("All is well.", "Send in", "Send it", "Thank you.", "Late", "Still open", "Help", "Ask **us**. 24/7"),
    *("Send in a lamp.", "What did you miss?"),
)


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return load(installed=False)


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    file = tmp_path / "repairs" / "spec.yaml"
    file.parent.mkdir()
    file.write_text(dedent(SPEC), "utf-8")
    return file


def written(spec: Path, text: str, code: str = "de") -> Path:
    file = spec.parent / "languages" / f"{code}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(dedent(text), "utf-8")
    return file


def about(codes: str, findings: tuple[SpecFinding, ...]) -> list[SpecFinding]:
    return [f for f in findings if f.code in codes.split()]


def found(spec: Path, plugins: Plugins) -> list[SpecFinding]:
    codes = "untranslated translation-of-nothing not-offered unknown-language wrong-shape"
    return about(codes, check(spec, plugins, many=0).findings)


def loaded(spec: Path, plugins: Plugins) -> Prototype:
    return load_prototype(spec, plugins)


def test_the_texts_of_a_spec_are_what_people_read_of_it_and_no_names_of_other_parts(plugins: Plugins) -> None:
    solution = read_text(dedent(SPEC), "spec.yaml", plugins.parts).solution
    assert solution is not None
    assert set(texts_of(solution)) - {option.title for option in solution.options.values()} == set(READ)


def test_a_file_is_written_to_be_filled_in_and_keeps_what_is_in_it(spec: Path, plugins: Plugins) -> None:
    solution = loaded(spec, plugins).solution
    written(spec, 'Orders: Aufträge\nGone: "Weg: #1"\n"Title": ""\n')
    done = translate(spec, solution, "de")
    lines = done.path.read_text("utf-8").splitlines()
    assert (done.texts - done.missing, '"Orders": "Aufträge"' in lines, '"Title": ""' in lines) == (1, True, True)
    assert lines[-1] == '"Gone": "Weg: #1"'
    again = translate(spec, solution, "de")
    assert again.path.read_text("utf-8").splitlines() == lines
    with pytest.raises(ToolkitError, match="there is no language 'klingon'"):
        translate(spec, solution, "klingon")


def test_what_is_translated_is_shown_and_all_else_as_the_spec_says_it(spec: Path, plugins: Plugins) -> None:
    written(spec, "Orders: Aufträge\nTitle:\n")
    prototype = loaded(spec, plugins)
    machine = prototype.machine(next(iter(prototype.solution.options)), "de")
    view = machine.view(machine.start("Clerk"))
    assert (list(prototype.languages), view.title, view.language.code) == (["en", "de"], "Aufträge", "de")
    assert prototype.machine(machine.option, "de") is machine
    assert prototype.machine(machine.option, "fr").language.code == "en"


def test_a_spec_may_be_written_in_another_language(spec: Path, plugins: Plugins) -> None:
    spec.write_text("solution: Werkstatt\nlanguage: de\nentities: {Auftrag (Aufträge): {titel: text}}\n", "utf-8")
    machine = loaded(spec, plugins).machines[""]
    view = machine.view(machine.start(next(iter(machine.app.roles))))
    assert view.title == "Aufträge"
    assert "Suchen" in {c.label for c in view.controls()}


def test_check_says_what_is_not_translated_and_what_is_no_text_any_more(spec: Path, plugins: Plugins) -> None:
    (bare,) = found(spec, plugins)
    assert (bare.code, bare.severity, "texts are not translated into 'de'" in bare.message) == (
        "untranslated",
        "warning",
        True,
    )
    assert "showtell translate repairs de" in bare.fix
    file = written(spec, "# ours\nOrders: Aufträge\nStil open: Offen\n")
    findings = {f.code: f for f in found(spec, plugins)}
    slip = findings["translation-of-nothing"]
    assert (slip.where, slip.fix) == (f"{file}:3:1", "did you mean 'Still open'?")
    translate(spec, loaded(spec, plugins).solution, "de")
    whole = "\n".join(f'"{text}": "x"' for text in texts_of(loaded(spec, plugins).solution))
    written(spec, whole)
    assert found(spec, plugins) == []


def test_check_knows_the_languages_there_are(spec: Path, plugins: Plugins) -> None:
    written(spec, "Orders: Commandes\n", "fr")
    assert [f.fix for f in found(spec, plugins) if f.code == "not-offered"] == ["add to the spec: languages: [de, fr]"]
    spec.write_text(dedent(SPEC).replace("[de]", "[dee, fr]"), "utf-8")
    (wrong,) = about("unknown-language", check(spec, plugins, many=0).findings)
    assert (wrong.severity, wrong.position, wrong.fix[:18]) == ("error", (3, 13), "did you mean 'de'?")


def test_a_file_that_cannot_be_read_is_told_with_its_line(spec: Path, plugins: Plugins) -> None:
    file = written(spec, "Orders: [Aufträge\n")
    with pytest.raises(BrokenSpecError) as caught:
        loaded(spec, plugins)
    assert caught.value.where == f"{file}:1:9"
    written(spec, "Orders: {a: b}\n")
    with pytest.raises(BrokenSpecError, match="'Orders' has no text for its translation"):
        loaded(spec, plugins)


def test_a_saved_translation_is_noticed_like_a_saved_spec(spec: Path) -> None:
    before = stamp(spec)
    written(spec, "Orders: Aufträge\n")
    assert stamp(spec) != before


def test_check_draws_each_language_and_says_what_has_one_name_only_there(spec: Path, plugins: Plugins) -> None:
    spec.write_text(
        "solution: Doors\nroles: [Guard]\nentities: {Door: {title: text}}\n"
        "screens:\n  All doors: {list: Door, for: Guard, new: Add door}\n  Add door: {form: Door, ask: [title]}\n"
        "  Closed doors: {list: Door, for: Guard}\nlanguages: [de]\n",
        "utf-8",
    )

    def twins() -> list[str]:
        return [f.message for f in about("same-label screen-fails", check(spec, plugins, many=0).findings)]

    written(spec, "All doors: Türen\nClosed doors: Geschlossene\n")
    assert twins() == []
    written(spec, "All doors: Türen\nClosed doors: Türen\n")
    assert "two links on 'All doors' are called 'Türen' in 'de' and do different things" in twins()

"""Load a prototype: from a spec on disk to machines that can be clicked, planned and measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.data import make
from toolkit.data.nasty import nasty as turned_nasty
from toolkit.domain.dataset import Dataset
from toolkit.domain.finding import SpecFinding
from toolkit.domain.language import Language
from toolkit.domain.machine import Machine
from toolkit.domain.showing import Showing
from toolkit.domain.solution import Solution
from toolkit.errors import ToolkitError
from toolkit.languages import language as speak
from toolkit.loader import Plugins
from toolkit.services.code.loading import code_of, code_texts, with_code
from toolkit.services.code.running import Troubles
from toolkit.services.frozen import check_whole, manifest_of, read_data, too_old
from toolkit.services.workspace import is_frozen, name_of
from toolkit.spec.reading import read
from toolkit.spec.translations import file_of, read_translations, texts_of


class BrokenSpecError(ToolkitError):
    """A spec with mistakes in it; `findings` are all of them."""

    def __init__(self, path: Path, findings: tuple[SpecFinding, ...]) -> None:
        """Say the first mistake and how many there are."""
        errors = [f for f in findings if f.severity == "error"]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(errors[0].message + more, where=errors[0].where, fix=errors[0].fix)
        self.path, self.findings = path, findings

    def text(self) -> str:
        """Return all mistakes, not the first only."""
        return "\n\n".join(f.text() for f in self.findings if f.severity == "error")


@dataclass(frozen=True, slots=True)
class Prototype:
    """A loaded spec: its dataset and one machine an option (by option name; an empty name is the spec without any).

    `name` is its folder's; `findings` and `defaulted` are what the reader of the spec had to say, `troubles` what has
    failed in the prototype's own Python while it was shown. `languages` are those that it speaks, its own first.
    """

    name: str
    path: Path
    solution: Solution
    dataset: Dataset
    machines: Mapping[str, Machine]
    fingerprints: Mapping[str, str]
    findings: tuple[SpecFinding, ...] = ()
    defaulted: tuple[str, ...] = ()
    troubles: Troubles = field(default_factory=Troubles)
    languages: Mapping[str, Language] = field(default_factory=dict)
    showings: dict[str, Showing] = field(default_factory=dict, compare=False, repr=False)
    """What was made to show it to others than participants, kept for the next who looks."""

    def machine(self, option: str, language: str = "") -> Machine:
        """Return the machine of an option, in a language that is offered, else in the spec's own.

        Raises ToolkitError for an option that a study knows and the spec does not.
        """
        if option not in self.machines:
            raise ToolkitError(
                f"the option '{option}' is no longer in the spec",
                where=str(self.path),
                fix="put it back, or begin a new study",
            )
        machine, spoken = self.machines[option], self.languages.get(language)
        return machine.speaking(spoken) if spoken else machine

    @property
    def folder(self) -> Path:
        """Where the prototype's own files lie."""
        return self.path.parent

    @property
    def options(self) -> Mapping[str, Machine]:
        """The machines of the options, by the option's key in addresses; there is always one."""
        return {option.key: self.machines[name] for name, option in self.solution.options.items()}


def load_prototype(path: Path, plugins: Plugins, *, nasty: bool = False) -> Prototype:
    """Read one spec, make its data and its machines. Raises BrokenSpecError, or ToolkitError where there is no file.

    `nasty` gives it the data that breaks screens.

    A frozen version comes with its own data; FrozenError is raised for one that cannot be shown as it was.
    """
    reading = read(path, plugins.parts)
    manifest = manifest_of(path) if is_frozen(path) else None
    if manifest:
        check_whole(path, manifest)
    if reading.solution is None:
        broken = BrokenSpecError(path, reading.findings)
        raise too_old(path, manifest, broken) if manifest else broken
    solution = reading.solution
    dataset = read_data(path, manifest) if manifest else make(solution, plugins.parts.types, phrases=plugins.phrases)
    dataset = turned_nasty(solution, plugins.parts.types, dataset) if nasty else dataset
    code = code_of(path, solution, plugins.parts.types)
    languages = spoken(path, solution)
    own = languages[solution.language]
    machines = {
        name: Machine(code.solution, name, dataset, code.parts(name, plugins.parts), language=own)
        for name in ("", *solution.options)
    }
    return Prototype(
        name=name_of(path),
        path=path,
        solution=code.solution,
        dataset=dataset,
        machines=machines,
        fingerprints=with_code(reading.fingerprints, code_texts(path)),
        findings=reading.findings,
        defaulted=reading.defaulted,
        troubles=code.troubles,
        languages=languages,
    )


def spoken(path: Path, solution: Solution) -> dict[str, Language]:
    """Return the languages of a spec by code, its own first, the others with the texts of the spec in them.

    Raises BrokenSpecError for a file of translations that cannot be read.
    """
    texts = texts_of(solution)
    found = {solution.language: speak(solution.language)}
    for code in solution.languages:
        translations = read_translations(file_of(path, code), texts)
        if any(f.severity == "error" for f in translations.findings):
            raise BrokenSpecError(path, translations.findings)
        found[code] = speak(code).with_texts(translations.texts)
    return found

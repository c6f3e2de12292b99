"""A prototype's own code, loaded: its screens by option, its rules, and what has failed in it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from toolkit.domain.canonical import fingerprint
from toolkit.domain.changes import CODE
from toolkit.domain.parts import Compose, Parts
from toolkit.domain.rules import NONE, Rules, ruled
from toolkit.domain.solution import Solution
from toolkit.services.code.rules import RULES, Types, rules_of
from toolkit.services.code.running import Troubles
from toolkit.services.code.screens import FOLDER, composers
from toolkit.services.stamp import Stamp, stamp
from toolkit.services.workspace import SPEC

WHOLE = "spec"
"""The fingerprint of all that is shown."""


Stamps = tuple[tuple[str, Stamp], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """What a prototype has in Python. `troubles` grows while it is shown."""

    solution: Solution
    screens: Mapping[str, Mapping[str, Compose]] = field(default_factory=dict)
    rules: Rules = NONE
    troubles: Troubles = field(default_factory=Troubles)

    def parts(self, option: str, parts: Parts) -> Parts:
        """Return the parts that an option's machine works with."""
        return replace(parts, screens=self.screens.get(option, {}), rules=self.rules)


def code_of(spec: Path, solution: Solution, types: Types) -> Code:
    """Run what lies in Python beside a prototype's spec. Raises CodeError for rules that cannot be run.

    A screen's file that cannot be run is no error yet: the other screens can be shown.
    """
    folder = home_of(spec)
    if folder is None or not code_files(spec):
        return Code(solution)
    troubles = Troubles()
    rules = rules_of(folder / RULES, solution, types, troubles)
    return Code(ruled(solution, rules), composers(folder, solution, troubles), rules, troubles)


def home_of(spec: Path) -> Path | None:
    """Return the folder whose Python is a spec's own: a prototype's; a spec in any other file has none."""
    return spec.parent if spec.name == SPEC else None


def code_files(spec: Path) -> dict[str, Path]:
    """Return the Python of a prototype by its name in the folder: 'rules.py', 'screens/queue.py'."""
    folder = home_of(spec)
    if folder is None:
        return {}
    found = [path for path in (folder / RULES,) if path.is_file()]
    found += sorted(path for path in (folder / FOLDER).rglob("*.py") if not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path for path in found}


def code_texts(spec: Path) -> dict[str, str]:
    """Return the text of each of these files, as far as it is text."""
    return {name: path.read_text(encoding="utf-8", errors="replace") for name, path in code_files(spec).items()}


def stamps(spec: Path) -> Stamps:
    """Return by what a save of a spec, or of any of its Python, can be told."""
    return ((spec.name, stamp(spec)), *((name, stamp(path)) for name, path in code_files(spec).items()))


def with_code(prints: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the fingerprints of a spec with those of its Python, so that evidence notices a change of either."""
    if not texts:
        return dict(prints)
    own = {f"{CODE}{name}": hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    found = {name: said for name, said in prints.items() if name != WHOLE} | own
    return dict(sorted((found | {WHOLE: fingerprint([prints.get(WHOLE, ""), own])}).items()))

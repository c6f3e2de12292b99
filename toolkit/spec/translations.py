"""The spec's own texts in other languages: which there are, and what a file of translations says of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.finding import SpecFinding
from toolkit.domain.many import several
from toolkit.domain.solution import App, Entity, Field, Solution
from toolkit.errors import ToolkitError
from toolkit.places import TRANSLATIONS
from toolkit.spec.mistakes import tree_of
from toolkit.spec.node import Node
from toolkit.spec.refers import Mention, mentions
from toolkit.spec.report import Report, closest, listed

READ = frozenset({"text", "prose"})
"""Marks of settings that people read."""


def texts_of(solution: Solution) -> tuple[str, ...]:
    """Return every text of a spec that people read in a prototype, each once; what has no letter needs no other."""
    apps = (solution.base, *solution.apps.values())
    found = [
        solution.title,
        *(text for app in apps for text in _app(app)),
        *(option.title for option in solution.options.values()),
        *(task.say for task in solution.tasks.values()),
        *(text for question in solution.questions for text in (question.ask, *_choices(question.choices, solution))),
    ]
    return tuple(dict.fromkeys(text for text in found if any(letter.isalpha() for letter in text)))


def _choices(choices: tuple[str, ...], solution: Solution) -> tuple[str, ...]:
    return tuple(choice for choice in choices if choice not in solution.options)


def _app(app: App) -> Iterator[str]:
    yield from app.roles
    for entity in app.entities.values():
        yield from _entity(entity)
    for screen in app.screens.values():
        yield screen.name
        marked = mentions(type(screen.settings), screen.settings, Mention("", "", ()))
        yield from (mention.name for mention in marked if mention.to in READ)


def _entity(entity: Entity) -> Iterator[str]:
    yield from (entity.name, several(entity))
    for field in entity.fields.values():
        yield from _field(field)


def _field(field: Field) -> Iterator[str]:
    yield from (field.label, field.help, field.example, field.error, *field.options)
    yield from (move.name for move in field.moves)


@dataclass(frozen=True, slots=True)
class Translations:
    """What a file says: translations by the text of the spec, and what is wrong with it."""

    texts: Mapping[str, str]
    findings: tuple[SpecFinding, ...] = ()


def file_of(spec: Path, code: str) -> Path:
    """Return where the translations of a prototype's texts lie."""
    return spec.parent / TRANSLATIONS / f"{code}.yaml"


def read_translations(file: Path, texts: tuple[str, ...]) -> Translations:
    """Read a file of translations, and hold it against the texts of the spec. No file says nothing."""
    report = Report(str(file))
    root = _root(file, report)
    found: dict[str, str] = {}
    for text, node in root.entries.items() if root else ():
        if isinstance(node.value, dict | list):
            message = f"'{text}' has no text for its translation"
            report.add("wrong-shape", node.name, message, fix="write TEXT: TRANSLATION, a line each")
        elif text in texts:
            found |= {text: node.text} if node.text else {}
        else:
            meant = closest(text, texts)
            fix = f"did you mean '{meant}'?" if meant else "take the line out"
            report.add(
                "translation-of-nothing", node.name, f"'{text}' is no text of the spec", fix=fix, severity="warning"
            )
    return Translations(found, report.findings)


def untranslated(file: Path, code: str, texts: tuple[str, ...], found: Mapping[str, str]) -> tuple[SpecFinding, ...]:
    """Return the finding about texts that a file has no translation of."""
    report = Report(str(file))
    missing = [f"'{text if len(text) < 40 else text[:39] + '…'}'" for text in texts if text not in found]
    if missing:
        message = f"{len(missing)} of {len(texts)} texts are not translated into '{code}': {listed(missing, 3)}"
        fix = f"`showtell translate {file.parent.parent.name} {code}` writes them into the file, to be filled in"
        report.add("untranslated", Node(None), message, fix=fix, severity="warning")
    return report.findings


def _root(file: Path, report: Report) -> Node | None:
    """Return the tree of a file; None where there is nothing in it."""
    if file.exists() and not file.is_file():
        raise ToolkitError("the translations are no file", where=str(file), fix="put a file of that name there")
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ToolkitError(
            f"the translations cannot be read: {error}", where=str(file), fix="save it as UTF-8"
        ) from error
    said = any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())
    return tree_of(text, report) if said else None

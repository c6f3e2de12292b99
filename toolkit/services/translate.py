"""Write the file in which the texts of a spec are translated, or add to it what it lacks."""

import json
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.solution import Solution
from toolkit.errors import ToolkitError
from toolkit.languages import language
from toolkit.services.workspace import refuse_frozen
from toolkit.spec.translations import Translations, file_of, read_translations, texts_of

_HEAD = """\
# The texts of this prototype in '{code}' ({name}): what the spec says, then what is shown instead.
# `showtell translate {prototype} {code}` adds what is new; an empty text is shown as the spec says it.
"""
_GONE = "\n# No text of the spec any more:\n"


@dataclass(frozen=True, slots=True)
class Translated:
    """Where the file lies, how many texts there are, and how many of them it has no translation of."""

    path: Path
    texts: int
    missing: int


def translate(spec: Path, solution: Solution, code: str) -> Translated:
    """Write the file anew: every text in the order of the spec with its translation, empty if there is none.

    Translations of what the spec does not say any more are kept at its end. Raises ToolkitError.
    """
    refuse_frozen(spec, f"showtell translate {{}} {code}")
    spoken, texts, file = language(code), texts_of(solution), file_of(spec, code)
    known = read_translations(file, texts)
    if errors := [finding for finding in known.findings if finding.severity == "error"]:
        raise ToolkitError(errors[0].message, where=errors[0].where, fix=errors[0].fix)
    lines = [_HEAD.format(code=code, name=spoken.name, prototype=spec.parent.name)]
    lines += [_line(text, known.texts.get(text, "")) for text in texts]
    if kept := _gone(file, known, texts):
        lines += [_GONE, *(_line(text, said) for text, said in kept.items())]
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text("".join(lines), "utf-8")
    except OSError as error:
        fix = "see that you may write there"
        raise ToolkitError(f"the translations cannot be written: {error.strerror}", where=str(file), fix=fix) from error
    return Translated(file, len(texts), sum(text not in known.texts for text in texts))


def _gone(file: Path, known: Translations, texts: tuple[str, ...]) -> dict[str, str]:
    """Return the translations of what the spec does not say."""
    lost = tuple(finding.path for finding in known.findings)
    everything = read_translations(file, (*texts, *lost)).texts if lost else {}
    return {text: everything[text] for text in lost if text in everything}


def _line(text: str, said: str) -> str:
    """Return a line of the file; JSON's quotes are YAML's."""
    return f"{json.dumps(text, ensure_ascii=False)}: {json.dumps(said, ensure_ascii=False)}\n"

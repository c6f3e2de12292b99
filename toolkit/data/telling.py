"""What rows say: titles, descriptions and replies that belong together, out of curated phrases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from toolkit.data.chance import marked, mixed
from toolkit.data.naming import about, listed
from toolkit.data.phrases import phrases
from toolkit.domain.solution import Entity, Field, Solution

_IT = re.compile(r"\b(IT|VPN)\b|(?i:\b(help ?desk|service desk|laptops?|computers?|printers?|software|servers?)\b)")
_STORIES = {
    ("returns",): listed("return reclamation reklamation retour devolución"),
    ("complaints", "returns"): listed("complaint claim beschwerde plainte queja"),
    ("requests",): listed("ticket issue incident request case enquiry inquiry anfrage störung demande solicitud"),
}
_TITLED = listed("title subject summary headline topic betreff titel objet titre asunto título")
_REPLIES = listed("comment reply message note post answer remark kommentar nachricht commentaire comentario")
LISTS = {
    "meetings": listed("meeting appointment event visit termin besprechung réunion cita reunión"),
    "tasks": listed("task todo activity step action job aufgabe tâche tarea"),
    "products": listed("product item article good produkt artikel produit producto artículo"),
    "projects": listed("project programme initiative projekt projet proyecto"),
    "categories": listed("category kind tag kategorie catégorie categoría"),
    "teams": listed("team department division abteilung équipe departamento equipo"),
    "courses": listed("course training lesson seminar class kurs cours curso"),
    "assets": listed("asset device equipment machine gerät appareil equipo"),
    "diagnoses": listed("diagnosis diagnose diagnostic diagnóstico"),
    "reasons": listed("reason cause grund motif motivo"),
}
"""Lists of phrases, with the words of entities and fields that they suit."""


@dataclass(frozen=True, slots=True)
class Story:
    """A matter: what it is called, what the one who has it says, and what is answered.

    A `wish` is no fault; `level` says that it is of low or high importance.
    """

    title: str
    text: str
    replies: tuple[str, ...]
    wish: bool = False
    level: str = ""

    @property
    def weight(self) -> str:
        """How important it is: its level, or that of a wish, which is seldom urgent."""
        return self.level or ("wish" if self.wish else "")


@dataclass(frozen=True, slots=True)
class Matter:
    """What one row is about: a story, and the number from which its blanks are filled."""

    story: Story
    mark: int


def stories_of(solution: Solution, entity: Entity) -> tuple[Story, ...]:
    """Return the stories that rows of an entity can tell; none where its name suits none."""
    packs = next((names for names, words in _STORIES.items() if about(entity.name, words)), ())
    if "requests" in packs and _IT.search(f"{solution.title} {solution.problem} {solution.request.said}"):
        packs = ("it_support",)
    told = [story for pack in packs for story in phrases(pack)["stories"]]
    return tuple(Story(**{**s, "replies": tuple(s["replies"])}) for s in told)


def names_row(entity: Entity, field: Field) -> bool:
    """Return whether a field is what rows are told apart by: called a title, or naming rows that no person names."""
    person = any(f.type == "person" for f in entity.fields.values())
    return about(field.name, _TITLED) or (field is entity.title and not person)


def list_of(entity: Entity, field: Field) -> tuple[str, ...]:
    """Return the phrases that suit a field: by its own name, or, for what names a row, by its entity's."""
    named = (n for n, words in LISTS.items() if about(field.name, words))
    whose = (n for n, words in LISTS.items() if names_row(entity, field) and about(entity.name, words))
    found = next(named, "") or next(whose, "")
    return tuple(phrases("lines")[found]) if found else ()


def is_reply(entity: Entity) -> bool:
    """Return whether rows of an entity are something said about another row."""
    return about(entity.name, _REPLIES)


def turn(count: int, mark: int, n: int) -> int:
    """Return which of so many things comes at the n-th turn: each comes once before any comes again."""
    return _order(count, mark)[n % count]


@lru_cache(maxsize=64)
def _order(count: int, mark: int) -> tuple[int, ...]:
    return tuple(sorted(range(count), key=lambda place: mixed(mark ^ mixed(place))))


def _shuffled(lines: Sequence[str], cell: int) -> list[str]:
    return sorted(lines, key=lambda line: mixed(cell ^ marked(line)))


def review(mark: int, share: float) -> list[str]:
    """Return what somebody writes who gives such a share of the points, in this cell's own order."""
    return _shuffled(phrases("reviews")["good" if share > 0.7 else "fair" if share > 0.4 else "bad"], mark)


def descriptions(mark: int) -> list[str]:
    """Return sentences that suit anything that is sold, in this cell's own order."""
    return _shuffled(phrases("lines")["descriptions"], mark)


def neutral(mark: int) -> list[str]:
    """Return remarks that suit any row, in this cell's own order."""
    return _shuffled(phrases("comments")["neutral"], mark)


def notes(cell: int) -> list[str]:
    """Return short sentences of everyday business, in this cell's own order."""
    return _shuffled(phrases("lines")["notes"], cell)


def fit(text: str, field: Field, *, mark: int) -> str:
    """Return a text within the field's lengths: cut at a word, or with sentences of everyday business added."""
    low, high = int(field.low or 0), int(field.high) if field.high is not None else 2_000
    for sentence in notes(mark) if len(text) < low else ():
        text = f"{text} {sentence}".strip()
        if len(text) >= low:
            break
    if len(text) > high:
        whole = text[: high + 1].rpartition(" ")[0].rstrip(" ,;:–-")
        text = whole if len(whole) >= max(low, 1) else text[:high].rstrip()
    return text.ljust(low, ".") if text else text.ljust(low, "x")


def numbered(text: str, attempt: int, field: Field) -> str:
    """Return a text told apart by a number from the same text in other rows."""
    if not attempt:
        return text
    suffix = f" ({attempt + 1})"
    high = int(field.high) if field.high is not None else len(text) + len(suffix)
    return text[: high - len(suffix)] + suffix if high > len(suffix) else str(attempt)[:high]

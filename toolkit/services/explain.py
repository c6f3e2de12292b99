"""Say what each field of a prototype's data was taken to be about, and why: what can be overruled in the spec."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.data.meaning import infer
from toolkit.data.plan import entities_of
from toolkit.data.renamed import as_at_first, field_at_first
from toolkit.domain.dataset import Dataset
from toolkit.domain.solution import Entity, Field, Solution
from toolkit.domain.values import Value, exchanged

FIX = "say what it means: add `means KIND` to its line"
"""What to do about a field of text of which nothing was inferred."""
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Explained:
    """A field of an entity: what it was taken to be about and why, one of its values, and what could be said."""

    entity: str
    field: str
    type: str
    kind: str
    whose: str
    why: str
    example: Value
    fix: str = ""

    @property
    def shown(self) -> str:
        """The example as a line of a table has room for it."""
        text = " ".join(str("" if self.example is None else exchanged(self.example)).split())
        return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def explained(solution: Solution, dataset: Dataset, entity: str = "") -> Iterator[Explained]:
    """Yield every stored field of one entity, or of all, in the order of the spec."""
    for name, found in entities_of(solution).items():
        for field in found.fields.values():
            if entity in ("", name) and not field.computed:
                yield _one(solution, found, field, dataset.rows(name))


def _one(solution: Solution, entity: Entity, field: Field, rows: Mapping[str, Mapping[str, Value]]) -> Explained:
    meaning = infer(as_at_first(entity), field_at_first(field), solution)
    values = (row.get(field.name) for row in rows.values())
    example = next((value for value in values if value not in (None, "", ())), None)
    kind, why = meaning.kind, meaning.why or _by_type(field)
    is_open = field.type in {"text", "long text"} and not kind and not field.pattern
    if kind and field.pattern:
        why = f"{why}; its pattern decides"
    type_ = field.refers or (f"many {field.several}" if field.several else field.type)
    return Explained(entity.name, field.name, type_, kind, meaning.whose, why, example, FIX if is_open else "")


def _by_type(field: Field) -> str:
    """Return what else decides a field's values."""
    if field.refers or field.several:
        return "it refers to rows"
    if field.moves:
        return "its life cycle decides"
    if field.options:
        return "its options decide"
    if field.pattern:
        return "its pattern decides"
    return "nothing tells" if field.type in {"text", "long text"} else "its type decides"

"""What moves ask for, held against what there is: fields that can be typed, of the row or of one made along with it."""

from collections.abc import Iterator

from toolkit.domain.flow import link
from toolkit.domain.solution import Entity, Field, Move
from toolkit.spec.known import Known
from toolkit.spec.node import Node


def check_asks(entity: Entity, status: Field, node: Node, known: Known) -> None:
    """Report moves that ask for what nobody can type, and rows made along that would lack what they need."""
    askable = [field.name for field in _typed(entity)]
    notes = {o.name: o for o in known.entities.values() if o is not entity and link(o, entity.name)}
    along = [f"{other.name}.{field.name}" for other in notes.values() for field in _typed(other)]
    for move in status.moves:
        lines = (line for way in node.entries.values() for line in way.items if line.text.startswith(move.name))
        place = next(lines, node)
        for asked in move.asks:
            if asked not in {*askable, *along}:
                known.report.unknown("field", asked, place.after(max(0, place.text.rfind(asked))), [*askable, *along])
        for name in dict.fromkeys(asked.partition(".")[0] for asked in move.asks if asked in along):
            _check_whole(notes[name], entity, move, place=place, known=known)


def _typed(entity: Entity) -> Iterator[Field]:
    """Yield the fields that somebody can type."""
    return (f for f in entity.fields.values() if not (f.computed or f.stamp or f.moves))


def _check_whole(other: Entity, entity: Entity, move: Move, *, place: Node, known: Known) -> None:
    """Report what a row that is made along needs and does not get."""
    refers = link(other, entity.name)
    for field in _typed(other):
        given = field is refers or not field.required or field.default is not None
        kind = known.type_of(field)
        if not given and not (kind and kind.given) and f"{other.name}.{field.name}" not in move.asks:
            spot = place.after(max(0, place.text.find(f"{other.name}.")))
            message = f"a {other.name} needs a '{field.name}', and '{move.name}' does not ask for it"
            fix = f"ask for {other.name}.{field.name}, too, give it a default, or make it optional"
            known.report.add("note-lacks", spot, message, fix=fix)

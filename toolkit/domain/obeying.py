"""What becomes of a whole row that is about to change: what a button in Python does, and what is wrong with it."""

from toolkit.domain.desk import Desk
from toolkit.domain.language import message
from toolkit.domain.rules import CodeError
from toolkit.domain.ruling import shared
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity
from toolkit.domain.values import Row, Value

NOT_DONE = message("This cannot be done at the moment.")
"""What is said where a button in Python fails."""


def wrong_row(scene: Scene, entity: Entity, row: Row, asked: tuple[str, ...]) -> dict[str, str]:
    """Return what is wrong with the whole row, at the first field asked for; nothing to a lenient presenter.

    What no two rows may share is asked of it too: a move may bring back a row whose place was taken meanwhile.
    """
    desk = scene.desk
    if scene.state.lenient:
        return {}
    whole = desk.records.complete(entity, row)
    wrong = desk.rules.wrong_row(entity, whole, desk.circumstances)
    said = _spoken(desk, wrong) if wrong else next((said for _, said in shared(desk, entity, whole, whole)), "")
    return {next(iter(asked), ""): said} if said else {}


def do_to(desk: Desk, entity: Entity, move: str, row: dict[str, Value]) -> dict[str, str]:
    """Do to a row what a button in Python does, if the move is one; return why not, if it refuses or fails."""
    doing = desk.rules.doing(entity.name, move)
    if doing is None:
        return {}
    try:
        changes = doing.changes(desk.circumstances.given(desk.records.complete(entity, row)))
    except CodeError:
        changes = NOT_DONE
    if isinstance(changes, str):
        return {"": _spoken(desk, changes)}
    row.update(changes or {})
    return {}


def _spoken(desk: Desk, said: str) -> str:
    return desk.language.own(desk.language.say(said))

"""What screens of many rows have in common: which rows they are about, what these are called, and how to add one."""

from toolkit.domain.action import Place
from toolkit.domain.scene import Scene
from toolkit.domain.solution import Entity
from toolkit.domain.values import Row, element_id
from toolkit.domain.view import Actions, Block


def rows_shown(scene: Scene, order: tuple[str, ...] = ()) -> list[Row]:
    """Return the rows that the settings `where` and `own` leave, in order."""
    rows = scene.rows(scene.entity.name, where=scene.settings.where, order=order)
    return [row for row in rows if not scene.settings.own or scene.mine(scene.entity, row)]


def plural(scene: Scene) -> str:
    """Return what several rows are called within a sentence."""
    return scene.language.inside(several(scene.entity))


def several(entity: Entity) -> str:
    """Return what the spec calls several rows of an entity."""
    return entity.plural or f"{entity.name}s"


def none_yet(scene: Scene) -> str:
    """Return what is said where there is no row yet: the spec's own words, if it has any."""
    said: str = scene.settings.empty
    return scene.own(said) if said else scene.say("No {things} yet.", things=plural(scene))


def adding(scene: Scene) -> tuple[Block, ...]:
    """Return the way to the screen that adds a row, which the setting `new` names."""
    new = scene.may(scene.settings.new)
    if new is None:
        return ()
    control = scene.go(scene.own(new.name), Place(new.key), "new", look="primary")
    return (Actions(element_id(scene.screen.name, "actions"), (control,)),)

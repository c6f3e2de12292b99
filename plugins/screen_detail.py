"""One record: what is known of it, what can be done to it, and what belongs to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Setting

from toolkit import (
    CREATE,
    DELETE,
    UPDATE,
    Actions,
    Block,
    Column,
    Control,
    Create,
    Delete,
    Entity,
    EntityName,
    Fact,
    Facts,
    Field,
    FieldName,
    Form,
    Go,
    Notice,
    Picture,
    Place,
    Post,
    RelatedField,
    Row,
    Scene,
    ScreenKind,
    ShownText,
    Table,
    TableRow,
    Thread,
    Timeline,
    Transition,
    Update,
    element_id,
    history,
    hook,
    remarks,
    several,
    slug,
)

RECENT, EARLIER = 50, "earlier"
"""Comments that are shown at once, the last ones, and what an address says to have all of them."""
T = TypeVar("T")


class DetailSettings(BaseModel):
    """What a spec may say of a detail screen."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    show: tuple[FieldName, ...] = Setting(default=(), description="The fields shown; all if left out.")
    edit: tuple[FieldName, ...] = Setting(default=(), description="The fields that can be changed here.")
    delete: bool = Setting(default=False, description="Whether the row can be deleted here.")
    related: Mapping[EntityName, tuple[RelatedField, ...]] = Setting(
        default={}, description="Entities whose rows refer to this one, each with the fields its add form asks for."
    )
    timeline: bool = Setting(
        default=False,
        description="Whether its history is shown: who moved it when, dates that were set by themselves, comments.",
    )
    done: ShownText = Setting(default="", description="A sentence on top, for a screen that ends a flow.")


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the open form if there is one, the facts, the buttons, and what belongs to the row."""
    row, settings = scene.row, scene.settings
    if row is None:
        return ()
    done = (Notice(element_id(scene.screen.name, "done"), scene.own(settings.done), "good"),) if settings.done else ()
    related = [block for name, asks in settings.related.items() for block in _related(scene, row, name, asks)]
    return (*done, *_doing(scene, row), _facts(scene, row), *_history(scene, row), *related)


def _doing(scene: Scene, row: Row) -> tuple[Block, ...]:
    """Return the buttons, or, when the address opens one that asks for something, its form."""
    open_ = scene.place.get("do")
    edits = scene.settings.edit if scene.role.allows(UPDATE, scene.entity.name) else ()
    deletes = scene.settings.delete and scene.role.allows(DELETE, scene.entity.name)
    if open_ == DELETE and deletes:
        return _confirmed(scene, row)
    moves = scene.moves(scene.entity, row)
    for move in moves:
        if move.asks and slug(move.name) == open_:
            action = Transition(
                scene.entity.name, str(row["id"]), move.name, form=element_id(scene.entity.name, "do", move.name)
            )
            return (_form(scene, row, scene.own(move.name), move.asks, action),)
    if open_ == "edit" and edits:
        action_ = Update(scene.entity.name, str(row["id"]), form=element_id(scene.entity.name, "edit"))
        return (_form(scene, row, scene.say("Save"), edits, action_),)
    controls = [scene.move_control(scene.entity, row, move) for move in moves]
    if edits:
        controls.append(scene.go(scene.say("Edit"), scene.here(do="edit"), "edit", look="plain"))
    if deletes:
        controls.append(scene.go(scene.say("Delete"), scene.here(do=DELETE), DELETE, look="danger"))
    return (Actions(element_id(scene.screen.name, "actions"), tuple(controls)),) if controls else ()


def _confirmed(scene: Scene, row: Row) -> tuple[Block, ...]:
    """Return the question that is asked before a row is deleted, and the two answers to it."""
    name = scene.language.inside(scene.entity.name)
    text = scene.say("“{title}” will be gone. This cannot be undone.", title=scene.title(row))
    asked = Notice(
        element_id(scene.screen.name, "sure"), text, "warn", heading=scene.say("Delete {thing}?", thing=name)
    )
    action = Delete(scene.entity.name, str(row["id"]))
    delete = Control(element_id(scene.entity.name, "delete"), scene.say("Delete {thing}", thing=name), action, "danger")
    keep = scene.go(scene.say("Cancel"), scene.here(do=""), "cancel")
    return (asked, Actions(element_id(scene.screen.name, "answers"), (delete, keep)))


def _form(scene: Scene, row: Row, name: str, asks: tuple[str, ...], action: Transition | Update) -> Form:
    cancel = scene.go(scene.say("Cancel"), scene.here(do=""), "cancel")
    return scene.form(
        name, scene.entity, asks, action=action, submit=name, values=scene.typed(scene.entity, row, asks), cancel=cancel
    )


def _facts(scene: Scene, row: Row) -> Facts:
    fields = [scene.entity.fields[n] for n in scene.settings.show] or [
        f for f in scene.entity.fields.values() if f is not scene.entity.title
    ]
    facts = tuple(Fact(element_id(scene.entity.name, f.name), f.label, scene.cell(f, row)) for f in fields)
    label = scene.say("{entity} details", entity=scene.own(scene.entity.name))
    return Facts(element_id(scene.screen.name, "facts"), label, facts)


def _history(scene: Scene, row: Row) -> tuple[Block, ...]:
    """Return what happened to the row, where the spec asks for it; what was said of it stands there too."""
    if not scene.settings.timeline:
        return ()
    ident, moments = element_id(scene.screen.name, "history"), history(scene, row, scene.settings.related)
    shown, earlier = _latest(scene, moments, ident)
    return (Timeline(ident, scene.say("History"), shown, scene.say("Nothing has happened yet."), earlier),)


def _latest(scene: Scene, items: Sequence[T], ident: str) -> tuple[tuple[T, ...], Control | None]:
    """Return the last of what stands in time order, and the way to all of it; all at once if the address says so."""
    shown = tuple(items if scene.place.get(EARLIER) else items[-RECENT:])
    if len(shown) == len(items):
        return shown, None
    label = scene.count("{n} more", "{n} more", len(items) - len(shown))
    return shown, Control(f"{ident}.{EARLIER}", label, Go(scene.here(**{EARLIER: "all"})), "link")


def _related(scene: Scene, row: Row, name: str, asks: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the rows of another entity that refer to this one, and the form that adds one."""
    other = scene.app.entities[name]
    link = next((f for f in other.fields.values() if scene.entity.name in (f.refers, f.several)), None)
    if link is None:
        return ()
    dated = next((f for f in other.fields.values() if f.type in {"date", "datetime"}), None)
    own = [
        r
        for r in scene.rows(name)
        if row["id"] in (named if isinstance(named := r.get(link.name), tuple) else (named,))
    ]
    rows = scene.records.sorted(other, own, (dated.name,) if dated else ())
    body = next((f for f in other.fields.values() if f.type == "long text"), None)
    shown: Block = (
        _thread(scene, other, rows, body, dated) if body and other.owner else _table(scene, other, rows, link)
    )
    told = scene.settings.timeline and remarks(other) is not None
    blocks = () if told else (shown,)
    if not asks or not scene.role.allows(CREATE, name):
        return blocks
    action = Create(name, form=element_id(scene.screen.name, "add", name), fixed={link.name: str(row["id"])})
    submit = scene.say("Add {thing}", thing=scene.language.inside(name))
    label = scene.say("Add {a_thing}", a_thing=scene.language.a(name))
    form = scene.form(label, other, asks, action=action, submit=submit)
    return (*blocks, form)


def _thread(scene: Scene, other: Entity, rows: list[Row], body: Field, dated: Field | None) -> Thread:
    def post(row: Row) -> Post:
        author = scene.shown(other.owner, row.get(other.owner.name)) if other.owner else ""
        when = scene.shown(dated, row.get(dated.name)) if dated else ""
        ident, said = element_id(other.name, str(row["id"])), str(row.get(body.name) or "")
        return Post(ident, author, when, said, _face(scene, other, row), scene.desk.tongue(other, body, row))

    plural = several(other)
    nothing = scene.say("No {things} yet.", things=scene.language.inside(plural))
    ident = element_id(scene.screen.name, other.name)
    shown, earlier = _latest(scene, rows, ident)
    return Thread(ident, scene.own(plural), tuple(post(r) for r in shown), nothing, earlier)


def _face(scene: Scene, other: Entity, row: Row) -> Picture | None:
    """Return the picture of whose row it is, if people have one."""
    people = scene.app.entities.get(other.owner.refers) if other.owner else None
    image = next((f for f in people.fields.values() if f.type == "image"), None) if people else None
    who = scene.records.get(people.name, str(row.get(other.owner.name))) if people and other.owner else None
    return scene.cell(image, who, people).picture if image and who else None


def _table(scene: Scene, other: Entity, rows: list[Row], link: Field) -> Table:
    fields = [f for f in other.fields.values() if f is not link and scene.desk.type_of(f).input != "area"][:5]
    ident = element_id(scene.screen.name, other.name)
    detail = scene.screen_for("detail", other.name)

    def line(row: Row) -> TableRow:
        key = element_id(other.name, str(row["id"]))
        cells = tuple(scene.cell(f, row, other) for f in fields)
        there = Go(Place(detail.key, str(row["id"]))) if detail else None
        opens = Control(f"{key}.open", scene.title(row, other), there, "link") if there else None
        return TableRow(key, str(row["id"]), cells, opens)

    heads = tuple(Column(f"{ident}.{f.key}", f.label, scene.desk.type_of(f).align) for f in fields)
    return Table(
        ident,
        scene.own(several(other)),
        other.name,
        heads,
        tuple(line(row) for row in rows[:50]),
        len(rows),
        empty=scene.say("No {things} yet.", things=scene.language.inside(several(other))),
    )


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the detail screen."""
    return (ScreenKind("detail", DetailSettings, compose, needs_row=True, entry=False),)

"""The scene: everything a screen kind may ask while it composes a view, for one role at one place in one state."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol

from toolkit.domain.action import Action, Answer, Bulk, Go, Place, Transition, Update, Values
from toolkit.domain.asking import ask, settled, typed_value
from toolkit.domain.desk import Desk
from toolkit.domain.expression import Expression
from toolkit.domain.language import Language
from toolkit.domain.lateness import lateness
from toolkit.domain.picturing import PAPER, picture_of, size_said
from toolkit.domain.records import Records
from toolkit.domain.solution import App, Entity, Field, Move, Role, Screen
from toolkit.domain.state import Attempt, State
from toolkit.domain.tone import tone
from toolkit.domain.values import Row, Value, element_id, slug
from toolkit.domain.view import Block, Cell, Control, Form


class Kind(Protocol):
    """What a scene has to know of a kind of screen to draw by it."""

    @property
    def settings(self) -> type:
        """The class of what a spec may say of it."""

    @property
    def compose(self) -> "Callable[[Scene], tuple[Block, ...]]":
        """What draws it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One role at one place. A kind reads `settings`, asks for `rows`, and composes blocks out of what is here."""

    app: App
    screen: Screen
    role: Role
    state: State
    desk: Desk
    kinds: "Mapping[str, Kind]" = field(default_factory=dict)

    @property
    def settings(self) -> Any:
        """What the spec says of this screen."""
        return self.screen.settings

    @property
    def place(self) -> Place:
        """Where we are."""
        return self.state.place

    @property
    def entity(self) -> Entity:
        """The entity that the screen is about."""
        return self.app.entities[self.screen.entity]

    @property
    def records(self) -> Records:
        """The rows as they are in this session."""
        return self.desk.records

    @property
    def language(self) -> Language:
        """The language that is spoken."""
        return self.desk.language

    def say(self, message: str, /, **values: object) -> str:
        """Return a sentence of the toolkit in the language spoken, with values in the place of its {names}."""
        return self.desk.language.say(message, **values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return a sentence about so many things, which stand in it as {n}."""
        return self.desk.language.count(one, many, n, **values)

    def own(self, text: str) -> str:
        """Return a text of the spec (a name, a label, an option) in the language spoken."""
        return self.desk.language.own(text)

    @property
    def row(self) -> Row | None:
        """The row that the address names, if the role may see it."""
        row = self.records.get(self.screen.entity, self.place.row)
        return row if row is not None and self.desk.visible(self.screen.entity, row) else None

    def rows(self, entity: str, *, where: str = "", order: tuple[str, ...] = ()) -> list[Row]:
        """Return the rows of an entity that the role may see and for which the condition holds, in order."""
        condition = Expression(where) if where else None
        found = [
            r
            for r in self.records.all(entity)
            if self.desk.visible(entity, r) and (not condition or self.holds(condition, entity, r))
        ]
        return self.records.sorted(self.app.entities[entity], found, order)

    def holds(self, condition: Expression, entity: str, row: Row) -> bool:
        """Return whether a condition is true of a row."""
        return self.desk.holds(condition, entity, row)

    def mine(self, entity: Entity, row: Row) -> bool:
        """Return whether a row is the person's own."""
        return entity.owner is not None and row.get(entity.owner.name) == self.desk.me

    def title(self, row: Row, entity: Entity | None = None) -> str:
        """Return what a row is called."""
        return self.records.title((entity or self.entity).name, str(row["id"]))

    def shown(self, field: Field, value: Value) -> str:
        """Return a value as people read it."""
        return self.desk.shown(field, value)

    def cell(self, field: Field, row: Row, entity: Entity | None = None) -> Cell:
        """Return a row's value with its look: a chip for status and options, by how much for what is late."""
        value = row.get(field.name)
        text = self.shown(field, value)
        if not text:
            return Cell("–")
        late = lateness(entity or self.entity, row, self.desk.now)
        if over := late.over(field):
            said = self.say("{date} · {length} over", date=text, length=over)
            return Cell(said, tone="" if late.ended else "bad")
        if field.options and not field.refers and isinstance(value, str):
            return Cell(text, "chip", tone(value))
        kind = self.desk.type_of(field)
        if kind.input == "yesno":
            return Cell(text, "chip", "" if late.ended or not value else tone(field.name))
        if kind.input in {"image", "file"}:
            return self._handed_in(field, row, entity or self.entity)
        look: Literal["text", "number", "long"] = (
            "number" if kind.align == "right" else "long" if kind.input == "area" else "text"
        )
        return Cell(text, look, lang=self.desk.tongue(entity or self.entity, field, row))

    def _handed_in(self, field: Field, row: Row, entity: Entity) -> Cell:
        """Return an image or a file: its name and what is drawn of it; a made-up file has a size, too."""
        title = self.title(row, entity) if row.get("id") else ""
        text = self.shown(field, row.get(field.name))
        drawn = picture_of(field, row, entity, title)
        if self.desk.type_of(field).input == "image":
            return Cell(text, "picture", picture=drawn)
        stored = self.records.dataset.rows(entity.name).get(str(row.get("id")), {})
        made_up = stored.get(field.name) == row.get(field.name)
        paper = replace(drawn, subject=PAPER, about="")
        return Cell(text, "file", picture=paper, note=size_said(self.language, drawn.seed) if made_up else "")

    def screen_for(self, kind: str, entity: str) -> Screen | None:
        """Return the first screen of a kind for an entity that this role may open."""
        fits = (
            s for s in self.app.screens.values() if s.kind == kind and s.entity == entity and self.role.name in s.roles
        )
        return next(fits, None)

    def may(self, screen: str) -> Screen | None:
        """Return the screen of this name if the role may open it."""
        found = self.app.screens.get(screen)
        return found if found and self.role.name in found.roles else None

    def go(
        self, label: str, place: Place, *parts: str, look: Literal["primary", "plain", "danger", "link"] = "link"
    ) -> Control:
        """Return a link; its id is the screen's key and `parts`."""
        return Control(element_id(self.screen.name, *parts), label, Go(place), look)

    def here(self, **settings: str) -> Place:
        """Return this place with some settings changed."""
        return self.place.with_(**settings)

    def attempt(self, form: str) -> Attempt | None:
        """Return what was typed into a form and not accepted."""
        return self.state.attempt if self.state.attempt and self.state.attempt.form == form else None

    def form(self, label: str, entity: Entity, names: Iterable[str], *, action: Action, **more: Any) -> Form:
        """Return a form that asks for fields of an entity; `action.form` is its id.

        `more`: `submit` (the words on the button), `values` (what it starts with, by field name), `cancel` (a control).
        """
        form = str(getattr(action, "form", ""))
        filled = self.attempt(form) or Attempt(form, more.get("values", {}), {})
        submit = Control(f"{form}.submit", more.get("submit", label), action, "primary")
        inputs = ask(self.desk, entity, names, filled, beside=self.beside(entity, action))
        return Form(form, label, inputs, submit, more.get("cancel"))

    def beside(self, entity: Entity, action: Action) -> Row:
        """Return what a row holds besides what a form asks for: the answers so far, the row, or its beginnings."""
        if isinstance(action, Answer):
            answered = self.state.drafts.get(self.screen.key, {}) if entity is self.entity else {}
            return settled(self.desk, entity, answered)
        if isinstance(action, Update | Transition | Bulk):
            key = action.rows.split(".")[0] if isinstance(action, Bulk) else action.row
            row = dict(self.records.get(entity.name, key) or {})
            moves = () if isinstance(action, Update) else self.moves(entity, row)
            target = next((m.target for m in moves if not isinstance(action, Update) and m.name == action.move), "")
            return {**row, entity.status.name: target} if target and entity.status else row
        return {f.name: self.desk.default(f) for f in entity.fields.values() if not f.computed}

    def kind(self, name: str, **settings: Any) -> tuple[Block, ...]:
        """Return what a kind of screen draws here, by the settings given or else by the spec's own.

        For screens in Python. Only what is drawn follows these settings; what happens then follows the spec.
        """
        kind = self.kinds[name]
        said = kind.settings(**settings) if settings or name != self.screen.kind else self.settings
        return kind.compose(replace(self, screen=replace(self.screen, kind=name, settings=said)))

    def typed(self, entity: Entity, row: Row, names: Iterable[str]) -> Values:
        """Return a row's values as a form starts with them."""
        own = (entity.fields[name] for name in names if name in entity.fields)
        return {field.name: typed_value(self.desk, field, row.get(field.name)) for field in own}

    def moves(self, entity: Entity, row: Row) -> tuple[Move, ...]:
        """Return what the role may do to this row in the state it is in."""
        moves = entity.status.moves if entity.status else ()
        own = self.desk.rules.moves(entity.name, row, self.desk.circumstances)
        return tuple(m for m in (*moves, *own) if self._allows(m, entity, row))

    def _allows(self, move: Move, entity: Entity, row: Row) -> bool:
        at = row.get(entity.status.name) if entity.status else None
        fits = (at in move.sources if move.sources else at != move.target) and self.role.name in move.roles
        own = fits and (not move.own or self.mine(entity, row))
        return own and (move.when is None or self.holds(move.when, entity.name, row))

    def move_control(self, entity: Entity, row: Row, move: Move) -> Control:
        """Return the button of a move: it does it at once, or opens the form for what it asks."""
        ident = element_id(entity.name, "do", move.name)
        look: Literal["primary", "plain"] = "primary" if move.target else "plain"
        if move.asks:
            return Control(ident, self.own(move.name), Go(self.here(do=slug(move.name))), look)
        return Control(ident, self.own(move.name), Transition(entity.name, str(row["id"]), move.name), look)

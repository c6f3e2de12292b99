"""A flow: one question after another, a check of all answers, and a row at the end."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Tag
from pydantic import Field as Setting

from toolkit import (
    CHECK,
    ITEM,
    LIST,
    NEW,
    Actions,
    Answer,
    Block,
    Cell,
    Control,
    Create,
    EntityName,
    Fact,
    Facts,
    Field,
    FieldName,
    Flow,
    FlowStep,
    Form,
    Go,
    Notice,
    Passage,
    Place,
    Scene,
    ScreenKind,
    ScreenName,
    Section,
    Sections,
    ShownText,
    Steps,
    Text,
    Values,
    answers,
    element_id,
    gathered,
    hook,
    message,
    passage,
    slug,
)

CHECKING = message("Check your answers")
BEFORE = message("Before you start")
"""What the steps are called that come before the list of sections."""
MOST = 50
"""Rows that one step may gather."""
TONES: Mapping[str, Literal["", "good", "info"]] = {
    message("Not started"): "",
    message("In progress"): "info",
    message("Completed"): "good",
    message("Cannot start yet"): "",
    message("Not needed"): "",
}
WHEN = "A CEL condition over the answers of the steps before; the step is passed over where it does not hold."


class Asking(BaseModel):
    """A step that asks for fields, for all or only where a condition holds."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: tuple[FieldName, ...] = Setting(description="The fields that the step asks for.", min_length=1)
    when: str = Setting(default="", description=WHEN)


class DeadEnd(BaseModel):
    """A step at which the way ends: it says why, and leads back to the answers only."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    stop: ShownText = Setting(description="The sentence that says why one cannot go on.", min_length=1)
    when: str = Setting(default="", description="A CEL condition over the answers of the steps before. **Needed.**")


def _bounds(rows: str) -> tuple[int, int]:
    """Return the least and the most of '1..5'; nothing fits between what it says otherwise."""
    found = re.fullmatch(r"(\d{1,3})\.\.(\d{1,3})", rows.strip())
    return (int(found[1]), int(found[2])) if found else (1, 0)


def _bounded(rows: str) -> str:
    low, high = _bounds(rows)
    if not 0 <= low <= high <= MOST or not high:
        raise ValueError(f"must be a range up to {MOST}; write rows: 1..5")
    return rows


class Gathering(BaseModel):
    """A step that gathers several rows of another entity, which refer to the row that the flow makes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    each: EntityName = Setting(description="The entity of which rows are added.")
    ask: tuple[str, ...] = Setting(description="The fields asked for of each row.", min_length=1)
    rows: Annotated[str, AfterValidator(_bounded)] = Setting(
        default="1..10", description="How many rows there must and may be."
    )
    when: str = Setting(default="", description=WHEN)


def _sort_of(part: Any) -> str:
    """Return which sort of step is written here, in brackets: what pydantic puts into a place is no key of the spec."""
    for key, sort in (("stop", DeadEnd), ("each", Gathering)):
        if isinstance(part, sort) or (isinstance(part, Mapping) and key in part):
            return f"<{key}>"
    return "<ask>" if isinstance(part, Asking | Mapping) else "<fields>"


Part = Annotated[
    Annotated[tuple[FieldName, ...], Tag("<fields>")]
    | Annotated[Asking, Tag("<ask>")]
    | Annotated[Gathering, Tag("<each>")]
    | Annotated[DeadEnd, Tag("<stop>")],
    Discriminator(_sort_of),
]


class FlowSettings(BaseModel):
    """What a spec may say of a flow."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    steps: Mapping[ShownText, Part] = Setting(
        description="A name for each step and the fields it asks for, or `{ask: [FIELD], when: CONDITION}`; "
        "`{stop: SENTENCE, when: CONDITION}` ends the way there, `{each: ENTITY, ask: [FIELD], rows: 1..5}` gathers "
        "several.",
        min_length=1,
    )
    sections: Mapping[ShownText, tuple[str, ...]] = Setting(
        default={},
        description="Sections with their steps: a list that says how complete each is. Steps of none are asked first.",
    )
    then: ScreenName = Setting(default="", description="The screen that follows; the row's detail if left out.")
    submit: ShownText = Setting(default="", description="The words on the last button; Confirm if left out.")
    thanks: ShownText = Setting(default="", description="What is said when the row was added.")

    @property
    def flow(self) -> Flow:
        """The steps in the order they are asked: those of no section first, then section by section."""
        homes = {step: section for section, steps in self.sections.items() for step in steps}
        first = [name for name in self.steps if name not in homes]
        steps = (_step_of(n, self.steps[n], homes.get(n, "")) for n in (*first, *homes) if n in self.steps)
        return Flow(tuple(steps), tuple(self.sections))


def _step_of(name: str, part: tuple[str, ...] | Asking | Gathering | DeadEnd, section: str) -> FlowStep:
    match part:
        case Asking():
            return FlowStep(name, part.ask, part.when, section=section)
        case Gathering():
            low, high = _bounds(part.rows)
            return FlowStep(name, part.ask, part.when, each=part.each, low=low, high=high, section=section)
        case DeadEnd():
            return FlowStep(name, when=part.when, stop=part.stop, section=section)
        case _:
            return FlowStep(name, part, section=section)


def compose(scene: Scene) -> tuple[Block, ...]:
    """Draw the step that the address names, as far as the steps before it are answered."""
    way = passage(scene)
    key = way.at(scene.place.get("step"))
    if key == LIST:
        return _list(scene, way)
    step = way.step(key)
    if step and step.stop:
        return _dead_end(scene, way, step)
    steps = _steps(scene, way, key)
    if step is None:
        return (steps, *_check(scene, way))
    return (steps, *(_gathering(scene, step) if step.each else (_step(scene, step),)))


def _steps(scene: Scene, way: Passage, key: str) -> Steps:
    """Return where one is: among all steps, or, where there are sections, among those of the section."""
    step, ident = way.step(key), element_id(scene.screen.name, "steps")
    section = step.section if step else ""
    own = [] if way.sections and step is None else list(way.asking(section))
    names = [scene.own(s.name) for s in own] + ([] if way.sections else [scene.say(CHECKING)])
    at = own.index(step) if step in own else max(len(names) - 1, 0)
    label = scene.own(section) if section else scene.say(BEFORE if step else CHECKING)
    label = label if way.sections else ""
    return Steps(ident, tuple(names), at, _back(scene, way, key), label)


def _back(scene: Scene, way: Passage, key: str) -> Control | None:
    before = way.before(key)
    return scene.go(scene.say("Back"), scene.here(step=before, check="", item=""), "back-step") if before else None


def _list(scene: Scene, way: Passage) -> tuple[Block, ...]:
    """Return the sections with how complete they are, and, once all are, the way to the check."""
    rows = tuple(_section(scene, way, name) for name in way.sections)
    needed = [name for name in way.sections if way.standing(name) != "Not needed"]
    complete = sum(way.standing(name) == "Completed" for name in needed)
    left = (row.open for name, row in zip(way.sections, rows, strict=True) if way.standing(name) != "Completed")
    block = Sections(
        element_id(scene.screen.name, "sections"),
        scene.say("What we need from you"),
        rows,
        tally=scene.say("{complete} of {total} sections are complete.", complete=complete, total=len(needed)),
        back=_back(scene, way, LIST),
        next=next((open_ for open_ in left if open_), None),
    )
    if way.open:
        return (block,)
    check = scene.go(scene.say(CHECKING), scene.here(step=CHECK, check=""), "check", look="primary")
    return (block, Actions(element_id(scene.screen.name, "ready"), (check,)))


def _section(scene: Scene, way: Passage, name: str) -> Section:
    standing, entrance = way.standing(name), way.entrance(name)
    look: Literal["text", "chip"] = "text" if standing in {"Cannot start yet", "Not needed"} else "chip"
    ident = element_id(scene.screen.name, "section", name)
    place = scene.here(step=entrance.key, check="", item="") if entrance else None
    label = scene.own(name)
    open_ = Control(f"{ident}.open", label, Go(place), "link") if place else None
    return Section(ident, label, Cell(scene.say(standing), look, TONES[standing]), open_)


def _dead_end(scene: Scene, way: Passage, step: FlowStep) -> tuple[Block, ...]:
    """Return why it does not go on, and the way back to the answer that led here."""
    reason = way.reason(step, scene.entity)
    change = scene.say("Change your answer")
    back = scene.go(change, scene.here(step=reason.key), "back-step", look="plain") if reason else None
    ident, heading = element_id(scene.screen.name, step.name), scene.own(step.name)
    return (Notice(ident, scene.own(step.stop), "warn", back, heading=heading),)


def _step(scene: Scene, step: FlowStep) -> Form:
    draft = scene.state.drafts.get(scene.screen.key, {})
    action = Answer(scene.screen.name, step.name, form=element_id(scene.screen.name, step.name))
    values = {f: draft[f] for f in step.asks if f in draft}
    onward = scene.say("Continue")
    return scene.form(scene.own(step.name), scene.entity, step.asks, action=action, submit=onward, values=values)


def _gathering(scene: Scene, step: FlowStep) -> tuple[Block, ...]:
    """Return the rows gathered so far, or the form for one of them."""
    rows = gathered(scene, step)
    item = scene.place.get(ITEM) or (NEW if not rows and step.low else "")
    if item in rows or (item == NEW and len(rows) < step.high):
        return (_row_form(scene, step, item, rows),)
    ident = element_id(scene.screen.name, step.name)
    thing, label = scene.language.inside(step.each), scene.own(step.name)
    facts = tuple(_row_fact(scene, step, number, at=at) for at, number in enumerate(rows, 1))
    none = scene.say("No {thing} added yet.", thing=thing)
    said = () if facts else (Text(f"{ident}.none", (none,)),)
    enough_said = scene.say("You have added {number}, and more cannot be added.", number=len(rows))
    full = (Text(f"{ident}.full", (enough_said,)),)
    first = scene.say("Add {a_thing}", a_thing=scene.language.a(step.each))
    another = scene.say("Add another {thing}", thing=thing) if rows else first
    add = scene.go(another, scene.here(item=NEW), step.name, "add", look="plain")
    more: tuple[Block, ...] = (Actions(f"{ident}.more", (add,)),) if len(rows) < step.high else full
    onward = Answer(scene.screen.name, step.name, form=ident)
    submit = Control(f"{ident}.submit", scene.say("Continue"), onward, "primary")
    enough = (Form(ident, label, (), submit),) if len(rows) >= step.low else ()
    return (Facts(f"{ident}.rows", label, facts), *said, *more, *enough)


def _row_form(scene: Scene, step: FlowStep, item: str, rows: Mapping[str, Values]) -> Form:
    """Return the form for one row, with the way back to the rows if there are any."""
    entity, ident = scene.app.entities[step.each], element_id(scene.screen.name, step.name, item)
    at = [*rows].index(item) + 1 if item in rows else len(rows) + 1
    action = Answer(scene.screen.name, step.name, form=ident, item=item)
    cancel = scene.go(scene.say("Cancel"), scene.here(item=""), step.name, "cancel") if rows or not step.low else None
    name = scene.own(entity.name)
    label = scene.say("{thing} {number}", thing=name, number=at) if step.high > 1 else name
    values = rows.get(item, {})
    return scene.form(
        label, entity, step.asks, action=action, submit=scene.say("Save and continue"), values=values, cancel=cancel
    )


def _row_fact(scene: Scene, step: FlowStep, number: str, *, at: int) -> Fact:
    name = scene.say("{thing} {number}", thing=scene.own(step.each), number=at)
    within = scene.say("{thing} {number}", thing=scene.language.inside(step.each), number=at)
    ident = element_id(scene.screen.name, step.name, number)
    change = Control(f"{ident}.change", scene.say("Change {thing}", thing=within), Go(scene.here(item=number)), "link")
    gone = Answer(scene.screen.name, step.name, form=ident, item=number, gone=True)
    remove = Control(f"{ident}.remove", scene.say("Remove {thing}", thing=within), gone, "link")
    return Fact(ident, name, Cell(_row_said(scene, step, gathered(scene, step)[number])), change, remove)


def _row_said(scene: Scene, step: FlowStep, typed: Values) -> str:
    fields = scene.app.entities[step.each].fields
    said = (_said(scene, fields[name], typed.get(name, "")) for name in step.asks)
    return scene.language.formats.listed(tuple(text for text in said if text)) or "–"


def _check(scene: Scene, way: Passage) -> tuple[Block, ...]:
    """Return all answers, each with a way to change it, and the button that makes the row."""
    ident = element_id(scene.screen.name, "answers")
    given = answers(scene, way)
    action = Create(scene.entity.name, form=element_id(scene.screen.name, "confirm"), fixed=dict(given))
    confirm = scene.own(scene.settings.submit) or scene.say("Confirm")
    submit = Control(element_id(scene.screen.name, "confirm", "submit"), confirm, action, "primary")
    parts = {part: _facts(scene, way.of(part), given) for part in ("", *way.sections)}
    first = scene.say(BEFORE if way.sections else CHECKING)
    return (
        *_wrong(scene, action.form),
        *(
            Facts(f"{ident}.{slug(part)}" if part else ident, scene.own(part) or first, facts)
            for part, facts in parts.items()
            if facts
        ),
        Form(action.form, confirm, (), submit),
    )


def _facts(scene: Scene, steps: Iterable[FlowStep], given: Values) -> tuple[Fact, ...]:
    """Return the answers of some steps; the rows that one has gathered are one answer."""
    found: list[Fact] = []
    for step in steps:
        if step.each:
            said = "\n".join(_row_said(scene, step, row) for row in gathered(scene, step).values())
            ident = element_id(scene.screen.name, step.name, "rows")
            found.append(_fact(scene, step, ident, scene.own(step.name), Cell(said or scene.say("None"), "long")))
        for name in step.asks if not step.each else ():
            field = scene.entity.fields[name]
            cell = Cell(_said(scene, field, given.get(name, "")) or "–")
            found.append(_fact(scene, step, element_id(scene.entity.name, name), field.label, cell))
    return tuple(found)


def _fact(scene: Scene, step: FlowStep, ident: str, label: str, value: Cell) -> Fact:
    place = Place(scene.screen.key, query=(("check", "yes"), ("step", step.key)))
    change = scene.say("Change {thing}", thing=scene.language.inside(label))
    return Fact(ident, label, value, Control(f"{ident}.change", change, Go(place), "link"))


def _wrong(scene: Scene, form: str) -> tuple[Block, ...]:
    """Return what is wrong with answers that were right when they were given: a flight has no seat left by now."""
    attempt = scene.attempt(form)
    if attempt is None:
        return ()
    said = ". ".join(attempt.errors.values())
    text = scene.say("{mistakes}. Change the answer below.", mistakes=said)
    return (Notice(element_id(scene.screen.name, "wrong"), text, "bad"),)


def _said(scene: Scene, field: Field, typed: str) -> str:
    """Return an answer as people read it."""
    if field.refers:
        return next(
            (f"{c.label} ({c.about})" if c.about else c.label for c in scene.desk.choices(field) if c.value == typed),
            "",
        )
    try:
        return scene.shown(field, scene.desk.type_of(field).read(typed, field)) if typed else ""
    except ValueError:
        return typed


@hook
def register_screen_kinds() -> Iterable[ScreenKind]:
    """Bring the flow."""
    return (ScreenKind("flow", FlowSettings, compose, entry=False, makes=True),)

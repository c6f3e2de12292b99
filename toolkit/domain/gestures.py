"""Gestures: what a person does for one step of a plan, said by the roles and names that the drawing gives things."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from toolkit.domain.action import Go, Values
from toolkit.domain.language import NO, YES
from toolkit.domain.view import Control, Form, Input, Table, TableRow, View

GROUPS = frozenset({"radios", "cards", "yesno", "checks"})
"""Kinds of input that are drawn as a named group of choices."""


@dataclass(frozen=True, slots=True)
class Click:
    """Click a link or a button; `nth` counts from 0 among those of one name."""

    role: Literal["link", "button"]
    name: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Fill:
    """Type a text into the input with this label; `form` names the form where labels are not enough."""

    label: str
    text: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """Press a key in the input with this label."""

    label: str
    key: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Choose one of a list that opens."""

    label: str
    option: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Pick one of a group of choices; `nth` counts from 0 among those of one name."""

    group: str
    option: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """Tick one of a group of boxes, or take the tick away; `nth` counts from 0 among those of one name."""

    group: str
    option: str
    on: bool = True
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """Hand in a file of this name; what is in it matters to nobody."""

    label: str
    file: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Unfold:
    """Open what is folded away on small screens; where it lies open there is nothing to do."""

    name: str


Gesture = Click | Fill | Press | Choose | Pick | Tick | Upload | Unfold


def said(gesture: Gesture) -> str:
    """Return a gesture in words: click the link 'New ticket'."""
    match gesture:
        case Click(role, name):
            words = f"click the {role} '{name}'"
        case Fill(label, text):
            words = f"type '{text}' into '{label}'"
        case Press(label, key):
            words = f"press {key} in '{label}'"
        case Choose(label, option) | Pick(label, option):
            words = f"choose '{option}' for '{label}'"
        case Tick(group, option, on):
            words = f"{'tick' if on else 'untick'} '{option}' of '{group}'"
        case Upload(label, file):
            words = f"hand in '{file}' for '{label}'"
        case Unfold(name):
            words = f"open '{name}'"
    return words


def gestures(view: View, control: Control, values: Values) -> tuple[Gesture, ...]:
    """Return what a person does to use this control with these values; what is filled in already is left alone."""
    form = view.form(control.id)
    if form is None:
        tables = [block for block in view.blocks if isinstance(block, Table)]
        folded = any(control in (*(c.control for c in table.choose), table.reset) for table in tables)
        return (*((Unfold(view.language.say("Columns")),) if folded else ()), _click(view, control))
    changed = [asked for asked in form.inputs if values.get(asked.name, asked.value) != asked.value]
    done = tuple(g for asked in changed for g in _answer(view, form, asked, values[asked.name]))
    if not form.live:
        return (*done, _click(view, control))
    typed = any(not asked.choices for asked in changed)
    sent = (Press(changed[-1].label, "Enter", _scope(view, form, changed[-1])),) if typed else ()
    return (Unfold(form.label), *done, *sent) if done else (Unfold(form.label), _click(view, control))


def label_of(view: View, form: Form, asked: Input) -> str:
    """Return an input's label as it is drawn; only filters say nothing of being optional."""
    return (
        asked.label
        if asked.required or asked.depends or form.live
        else f"{asked.label} {view.language.say('(optional)')}"
    )


def _answer(view: View, form: Form, asked: Input, value: str) -> Iterator[Gesture]:
    """Yield what it takes to give one input this value."""
    label, scope = label_of(view, form, asked), _scope(view, form, asked)
    if asked.kind == "checks":
        before, after = set(asked.value.split("\n")), set(value.split("\n"))
        turned = before.symmetric_difference(after)
        names = [c.label for c in asked.choices]
        for at, choice in enumerate(asked.choices):
            if choice.value in turned:
                yield Tick(label, names[at], choice.value in after, names[:at].count(names[at]))
    elif asked.kind == "yesno":
        yield Pick(label, view.language.say(YES if value == "yes" else NO))
    elif asked.kind in GROUPS:
        names = [c.label for c in asked.choices]
        at = next(i for i, c in enumerate(asked.choices) if c.value == value)
        yield Pick(label, names[at], names[:at].count(names[at]))
    elif asked.kind in {"file", "image"}:
        yield Upload(label, value, scope)
    elif asked.choices:
        yield Choose(label, next((c.shown for c in asked.choices if c.value == value), value), scope)
    else:
        yield Fill(label, value, scope)


def _scope(view: View, form: Form, asked: Input) -> str:
    """Return the form's name if another form of the view has an input of the same label."""
    forms = (b for b in view.blocks if isinstance(b, Form))
    same = [f for f in forms for i in f.inputs if label_of(view, f, i) == label_of(view, form, asked)]
    return form.label if len(same) > 1 else ""


def _click(view: View, control: Control) -> Click:
    """Return the click on a control, counted among those that are drawn with the same role and name."""
    wanted = _drawn(view, control)
    alike = [c.id for c in view.controls() if not _hidden(c) and _drawn(view, c) == wanted]
    role, name = wanted
    return Click(role, name, alike.index(control.id) if control.id in alike else 0)


def _hidden(control: Control) -> bool:
    """Return whether a control lies in the closed list of roles."""
    return isinstance(control.action, Go) and bool(control.action.role)


def _drawn(view: View, control: Control) -> tuple[Literal["link", "button"], str]:
    """Return the role and the name that a control is drawn with; a way into a row names the cell it lies on too."""
    if view.form(control.id) is not None or not isinstance(control.action, Go):
        return "button", control.label
    rows = (row for b in view.blocks if isinstance(b, Table) for row in b.rows)
    row = next((r for r in rows if r.open is not None and r.open.id == control.id), None)
    return "link", _row_name(row, control.label) if row else control.label


def _row_name(row: TableRow, label: str) -> str:
    texts = [cell.text for cell in row.cells]
    return label if label in texts or not texts else f"{texts[0]} {label}".strip()

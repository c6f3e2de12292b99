"""Ways through a prototype: screens that nobody reaches, roles that see nothing, and forms that forget to ask."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toolkit.domain.action import Answer, Create, Go
from toolkit.domain.finding import SpecFinding
from toolkit.domain.solution import App, Entity
from toolkit.domain.view import Actions, Form, Notice, View
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.drawing import Drawn, asked_for, named_in


class Walker(NamedTuple):
    """Somebody in a role on one option."""

    option: str
    role: str


def reach_findings(case: Case, drawn: tuple[Drawn, ...]) -> Iterator[SpecFinding]:
    """Follow every link and button that was drawn."""
    walkers: dict[Walker, list[Drawn]] = {}
    for one in drawn:
        walkers.setdefault(Walker(one.option, one.state.role), []).append(one)
    reached = {walker: _reached(case, walker, seen) for walker, seen in walkers.items()}
    yield from _unreached(case, reached)
    for walker, seen in walkers.items():
        yield from _nothing_to_see(case, walker, seen)
    for option, app in case.apps:
        yield from _empty_steps(case, option, app)
        yield from _never_asked(case, app, [one for one in drawn if one.option == option])


def _reached(case: Case, walker: Walker, seen: list[Drawn]) -> set[str]:
    """Return the keys of the screens that somebody comes to from where they start."""
    machine = case.machines[walker.option]
    leads: dict[str, set[str]] = {}
    for one in seen:
        leads.setdefault(one.screen.key, set()).update(_leads(machine.app, walker.role, one))
    start = machine.start(walker.role).place.screen
    reached, waiting = {start}, [start]
    while waiting:
        new = leads.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def _leads(app: App, role: str, one: Drawn) -> Iterator[str]:
    """Yield the screens that a view leads to: by links, by what its settings name, and to a row that was made."""
    for control in one.view.controls():
        if isinstance(control.action, Go):
            yield control.action.place.screen
        elif isinstance(control.action, Create):
            made = control.action.entity
            yield from (
                s.key for s in app.screens.values() if s.entity == made and s.kind == "detail" and role in s.roles
            )
    yield from (app.screens[name].key for name in named_in(one.screen, "screen") if name in app.screens)


def _unreached(case: Case, reached: Mapping[Walker, set[str]]) -> Iterator[SpecFinding]:
    """Yield screens to which nothing leads, whoever looks for them on whichever option."""
    screens = {name: (option, screen) for option, app in case.apps for name, screen in app.screens.items()}
    for name, (option, screen) in screens.items():
        nobody = not any(screen.key in keys for keys in reached.values())
        shows_row = case.plugins.parts.kinds[screen.kind].needs_row
        if nobody and screen.roles and not (shows_row and not case.dataset.rows(screen.entity)):
            said = f"nobody can come to '{name}': no navigation, link or button leads there"
            fix = f"lead there from another screen, as in new: {name}, or leave the screen out"
            if shows_row:
                fix = f"add a list of {screen.entity} for {screen.roles[0]}, or leave the screen out"
            yield case.warning("unreached", At(("screens", name), option), said, fix)


def _nothing_to_see(case: Case, walker: Walker, seen: list[Drawn]) -> Iterator[SpecFinding]:
    """Yield a role for which every screen of the navigation is empty."""
    kinds = case.plugins.parts.kinds
    first = [one for one in seen if kinds[one.screen.kind].entry and not one.state.place.query]
    if first and not any(_shows(one.view) for one in first):
        names = ", ".join(dict.fromkeys(one.screen.name for one in first))
        said = f"{walker.role} sees nothing: there is no row for them on {names} ({walker.option})"
        fix = "pin a row of theirs, or ask for more rows under data"
        yield case.warning("sees-nothing", At(("roles", walker.role), walker.option), said, fix)


def _shows(view: View) -> bool:
    return any(not isinstance(block, Notice | Actions) for block in view.blocks)


def _empty_steps(case: Case, option: str, app: App) -> Iterator[SpecFinding]:
    """Yield steps of a flow that ask for nothing."""
    for screen in app.screens.values():
        steps = getattr(screen.settings, "steps", {})
        for name, asked in steps.items() if isinstance(steps, Mapping) else ():
            if not asked:
                said = f"the step '{name}' of '{screen.name}' asks for nothing"
                at = At(("screens", screen.name, "steps", name), option)
                yield case.warning("step-empty", at, said, f"name its fields, as in {name}: [field], or take it away")


def _never_asked(case: Case, app: App, drawn: list[Drawn]) -> Iterator[SpecFinding]:
    """Yield required fields that none of the forms which make such a row asks for."""
    for entity in app.entities.values():
        asked = [names for one in drawn for form in asked_for(one.view) for names in _asked(one, form, entity)]
        for field in entity.fields.values() if asked else ():
            if field.name in _needed(case, entity) and not any(field.name in names for names in asked):
                said = f"a {entity.name} needs a '{field.name}', and no form that makes one asks for it"
                fix = "ask for it, give it a default, or make it optional"
                yield case.warning("never-asked", At(("entities", entity.name, field.name)), said, fix)


def _asked(one: Drawn, form: Form, entity: Entity) -> Iterator[set[str]]:
    """Yield what a form that makes a row of an entity asks for, or fills by itself."""
    action = form.submit.action
    if isinstance(action, Create) and action.entity == entity.name:
        yield {i.name for i in form.inputs} | set(action.fixed)
    if isinstance(action, Answer) and one.screen.entity == entity.name:
        yield set(named_in(one.screen, "field"))


def _needed(case: Case, entity: Entity) -> set[str]:
    """Return the fields that somebody has to say something for."""
    types = case.plugins.parts.types
    return {
        f.name
        for f in entity.fields.values()
        if f.required
        and not (f.computed or f.stamp or f.moves)
        and f.default is None
        and not (types["reference" if f.refers else f.type].given)
    }

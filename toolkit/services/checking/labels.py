"""Names that two things share on one screen, so that neither people nor robots can tell which is which."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from toolkit.domain.action import Action, Go, template
from toolkit.domain.finding import SpecFinding
from toolkit.domain.view import Board, Calendar, Control, Table, View
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.drawing import Drawn


def label_findings(case: Case, drawn: tuple[Drawn, ...]) -> Iterator[SpecFinding]:
    """Look at the links, buttons and headings of every view."""
    for one in drawn:
        yield from _controls(case, one)
        yield from _headings(case, one)
        yield from _navigation(case, one)


def _controls(case: Case, one: Drawn) -> Iterator[SpecFinding]:
    """Say which links, or buttons, of a view have one name and do different things."""
    for role, label in twins(one.view):
        said = f"two {role}s on '{one.screen.name}' are called '{label}' and do different things"
        at = At(("screens", one.screen.name), one.option, label)
        yield case.warning("same-label", at, said, "give one of them another name")


def twins(view: View) -> Iterator[tuple[str, str]]:
    """Yield role and label of each link, or button, that does something else than one of its name, but for rows'."""
    rows = {control.id for control in of_rows(view)}
    sends = {block.submit.id for block in view.blocks if hasattr(block, "submit")}
    first: dict[tuple[str, str], object] = {}
    for control in view.controls():
        role = "link" if isinstance(control.action, Go) and control.id not in sends else "button"
        does = _does(control.action, view)
        if control.id not in rows and first.setdefault((role, control.label.casefold()), does) != does:
            yield role, control.label


def of_rows(view: View) -> tuple[Control, ...]:
    """Return the controls of rows, cards and days: the data names them, or what they stand on tells them apart."""
    overviews = (block for block in view.blocks if isinstance(block, Table | Board | Calendar))
    return tuple(control for block in overviews for control in block.controls)


def _does(action: Action, view: View) -> object:
    """Return what a control does: going to another screen is one thing, however it is narrowed there."""
    if isinstance(action, Go) and action.place.screen != view.screen:
        return (action.place.screen, action.place.row)
    return template(action)


def _headings(case: Case, one: Drawn) -> Iterator[SpecFinding]:
    """Yield parts of a view that have one heading."""
    heads: set[str] = set()
    for block in one.view.blocks:
        head = str(getattr(block, "label", ""))
        if head and head.casefold() in heads:
            said = f"two parts of '{one.screen.name}' have the heading '{head}'"
            at = At(("screens", one.screen.name), one.option, head)
            yield case.warning("same-heading", at, said, "give one of them another name")
        heads.add(head.casefold())


def _navigation(case: Case, one: Drawn) -> Iterator[SpecFinding]:
    """Yield two entries of the navigation that differ by no more than a plural, a space or a capital letter."""
    for a, b in combinations(one.view.nav, 2):
        if _plain(a.label) == _plain(b.label):
            said = f"'{a.label}' and '{b.label}' stand side by side in the navigation of {one.state.role}"
            at = At(("screens", b.label), one.option)
            yield case.warning("named-alike", at, said, "name each screen by what it is for")


@lru_cache(maxsize=4096)
def _plain(label: str) -> str:
    return "".join(c for c in label.casefold() if c.isalnum()).removesuffix("s")

"""A small help desk on five tickets that the tests know by heart."""

from datetime import datetime
from pathlib import Path
from typing import TypeVar

from toolkit.domain.action import Action, Create, Go, Place, filled
from toolkit.domain.dataset import Dataset
from toolkit.domain.machine import Machine
from toolkit.domain.state import State
from toolkit.domain.view import Block, Table, View
from toolkit.loader import load
from toolkit.spec.reading import read

Kind = TypeVar("Kind", bound=Block)
PLUGINS = load(None, installed=False)
SPECS = Path(__file__).parents[3] / "prototypes"


def ticket(key: str, title: str, requester: str, *, status: str, **more: object) -> dict[str, object]:
    """Return a ticket created at 8:00 on the prototype's day, unless said otherwise."""
    return {
        "id": key,
        "title": title,
        "description": None,
        "requester": requester,
        "assignee": None,
        "priority": "High",
        "created": datetime(2026, 3, 2, 8, 0),
        "updated": None,
        "resolved": None,
        "status": status,
    } | more


DATASET = Dataset(
    {
        "User": {
            "user-1": {"id": "user-1", "name": "Amelia Hart", "role": "Employee"},
            "user-2": {"id": "user-2", "name": "Ravi Patel", "role": "Agent"},
            "user-3": {"id": "user-3", "name": "Joan Ellis", "role": "Team lead"},
            "user-4": {"id": "user-4", "name": "Bo Lind", "role": "Employee"},
        },
        "Ticket": {
            "ticket-1": ticket("ticket-1", "VPN not connecting", "user-1", status="In progress"),
            "ticket-2": ticket("ticket-2", "Replace keyboard", "user-1", status="Open", priority="Low"),
            "ticket-3": ticket(
                "ticket-3", "Cannot print", "user-1", status="Reopened", created=datetime(2026, 2, 27, 11, 20)
            ),
            "ticket-4": ticket("ticket-4", "Badge lost", "user-4", status="Open", created=datetime(2026, 2, 20, 9, 0)),
            "ticket-5": ticket(
                "ticket-5", "Phone is broken", "user-1", status="Resolved", resolved=datetime(2026, 3, 2, 9, 0)
            ),
        },
        "Comment": {},
    },
    seed=1,
    locale="en_GB",
)


def machine(option: str = "", dataset: Dataset = DATASET) -> Machine:
    """Return the bundled help desk's machine on the five tickets."""
    solution = read(SPECS / "helpdesk" / "spec.yaml", PLUGINS.parts).solution
    assert solution is not None
    return Machine(solution, option, dataset, PLUGINS.parts)


def go(desk: Machine, state: State, path: str) -> State:
    """Return the state after going to an address."""
    return desk.step(state, Go(Place.at(path)))


def press(desk: Machine, state: State, label: str, **values: str) -> State:
    """Return the state after using the first control with this label, with what was typed."""
    control = next(c for c in desk.view(state).controls() if c.label == label)
    return desk.step(state, filled(control.action, values) if values else control.action)


def labels(view: View) -> list[str]:
    """Return the labels of everything that can be done."""
    return [control.label for control in view.controls()]


def block(view: View, kind: type[Kind]) -> Kind:
    """Return the first block of a kind."""
    return next(b for b in view.blocks if isinstance(b, kind))


def titles(view: View) -> list[str]:
    """Return the first cell of every row of the first table."""
    return [row.cells[0].text for row in block(view, Table).rows]


def forged(entity: str, **values: str) -> Action:
    """Return an action as somebody could send it without having been offered it."""
    return Create(entity, form="forged", values=values)

"""Every screen of the bundled prototypes on nasty data, and of a spec that has every kind of screen and field."""

from collections.abc import Iterator
from textwrap import dedent

from tests.browser.look.screens import SPECS, Looked, kinds_of
from toolkit.data import make
from toolkit.data.nasty import nasty
from toolkit.domain.machine import Machine
from toolkit.domain.solution import Brand
from toolkit.loader import load
from toolkit.printing import draw_view
from toolkit.services.load import load_prototype
from toolkit.services.showing import showing
from toolkit.spec.reading import read_text

EVERY = dedent("""
    solution: Everything there is
    now: 2026-03-02 09:30
    people: Person
    roles: {Agent: {}, Reader: {own: Order}}
    entities:
      Person: {name: person, photo: image, email: email, phone: phone, site: url, home: address, founded: date}
      Product: {name: text, picture: image, price: money, weight: "number, 1..99000 kg", manual: file, about: long text}
      Order:
        title: text, 5..80 characters
        owner: Person = me
        product: Product
        total: money
        share: percent, optional
        level: one of Low, Medium, High
        tags: any of Red, Green, Blue
        day: date, next 25 days
        at: time
        takes: duration
        paid: yes/no
        note: long text, optional
        created: datetime, last 14 days = now
        status: {Open -> Sent: Send (Agent), Sent -> Done: Close (Agent), any: "Note (Agent), asks note"}
      Remark: {order: Order, author: Person = me, body: long text, time: "datetime, last 14 days = now"}
      Line: {order: Order, product: Product, amount: "number, 1..99", at: "datetime, last 14 days = now"}
    screens:
      Orders:
        list: Order
        show: [title, owner, product, total, level, tags, day, status]
        filter: [product, level, tags, owner]
        search: [title]
        new: New order
      Board: {board: Order, show: [owner, total, level]}
      Calendar: {calendar: Order, by: day}
      Figures: {dashboard: Order, figures: {Open: "status == 'Open'"}, chart: {by: product}}
      Products: {list: Product}
      Persons: {list: Person}
      New order: {form: Order}
      Product: {detail: Product, edit: [name, about]}
      Person: {detail: Person}
      Order: {detail: Order, edit: [title, note], related: {Remark: [body], Line: [product, amount]}, timeline: true}
    data: {rows: {Person: 24, Product: 24, Order: 60, Remark: 30, Line: 60}}
""")


def nasty_looks() -> Iterator[tuple[Brand, list[Looked]]]:
    """Yield each prototype's brand with its screens on nasty data; what looks the same is there once."""
    plugins = load(installed=False)
    for path in SPECS:
        prototype = load_prototype(path, plugins)
        shown = (showing(prototype, option.name, nasty=True) for option in prototype.solution.options.values())
        machines = [one.machine for one in shown]
        brand = prototype.solution.brand or Brand(prototype.solution.title)
        yield brand, list(_drawn(prototype.name, machines, brand))
    yield Brand("Everything there is"), list(_drawn("everything", [everything()], Brand("Everything there is")))


def everything() -> Machine:
    """Return the machine of the spec that has every kind of screen."""
    plugins = load(installed=False)
    reading = read_text(EVERY, "spec.yaml", plugins.parts)
    assert reading.solution, [finding.text() for finding in reading.findings]
    solution, types = reading.solution, plugins.field_types
    option = next(iter(solution.options))
    return Machine(solution, option, nasty(solution, types, make(solution, types)), plugins.parts)


def _drawn(name: str, machines: list[Machine], brand: Brand) -> Iterator[Looked]:
    met: set[str] = set()
    for machine in machines:
        for role in machine.app.roles:
            for view in kinds_of(machine, role):
                html = draw_view(view, base="/p", brand=brand)
                if html not in met:
                    met.add(html)
                    where = f"{name}/{machine.option}/{role}: {view.place.path}"
                    yield Looked(where, html, view.language.tag, view.language.direction)

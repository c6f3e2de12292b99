"""Every page that a person can meet, as whole HTML documents to look at and to check."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.browser.look.views import VIEWS, listing
from toolkit.domain.changes import Change, Chapter
from toolkit.domain.solution import Brand
from toolkit.printing import (
    Bar,
    Group,
    Mistake,
    Panel,
    Switch,
    draw_bar,
    draw_view,
    environment,
    pages,
    stylesheet,
)
from toolkit.services.changes import TODAY, Compared
from toolkit.web.studio_drawing import draw_studio

FRAME = pages.Frame("Northgate IT", "/look.css")
BRAND = Brand("Northgate IT")
ASKED = (
    pages.Asked("missing", "What would you miss if this were all you had?"),
    pages.Asked("prefer", "Which would you rather work with?", (("a", "The dashboard"), ("b", "The queue"))),
)
SHOWN = (
    pages.Shown(
        "IT help desk",
        "Requests get lost in chat.",
        (("As asked for", "/p/a"), ("Late first", "/p/b")),
        "/s",
        frozen=(("sprint-3", "2026-03-02", "/p/a@3", ""), ("sprint-1", "2026-01-02", "/p/a@1", "cannot be read")),
        changes="/s/changes",
    ),
    pages.Shown("Rebooking", "Cancelled travellers queue for hours.", (("As asked for", "/p/c"),)),
    pages.Shown(
        "Library",
        "",
        (),
        mistakes=("error: unknown key 'screns'\nwhere: spec.yaml:3:1\n  fix: did you mean 'screens'?",),
    ),
)
LIGHT: dict[str, pages.Page] = {
    "welcome": pages.Welcome(
        "/w/x", "Joan Ellis of Northgate IT", "She wants to know whether two ideas for a help desk work for you.", 15,
        pages.consent_points("Joan Ellis", minutes=15),
    ),
    "ease": pages.Ease("/w/x", 2, 6, "Your VPN stopped working this morning. Ask for help."),
    "ease-missing": pages.Ease("/w/x", 2, 6, "Your VPN stopped working this morning. Ask for help.", missing=True),
    "sus": pages.Sus("/w/x", "the dashboard"),
    "sus-missing": pages.Sus("/w/x", "the dashboard", {"sus1": "4", "sus2": "2"}),
    "questions": pages.Questions("/w/x", ASKED),
    "thanks": pages.Thanks("Joan Ellis", "/w/x/withdraw"),
    "withdraw": pages.Withdraw("/w/x/withdraw", "/w/x"),
    "withdrawn": pages.Withdrawn(),
    "declined": pages.Declined("/w/x"),
    "closed": pages.Closed(),
    "expired": pages.Expired(),
    "missing": pages.Missing(),
    "failed": pages.Failed("/w/x"),
    "login": pages.Login("/studio/login"),
    "login-wrong": pages.Login("/studio/login", wrong=True),
    "unshown": pages.Unshown("helpdesk@sprint-1", "showtell 2 cannot read it", "spec.yaml:4:1", "use showtell 1"),
    "index": pages.Index(SHOWN),
}  # fmt: skip
BARS = {
    "task": Bar(2, 6, "Your VPN stopped working this morning. Ask for help."),
    "answer": Bar(3, 6, "Which ticket is the most overdue?", answer=True, message="Write your answer first."),
    "free": Bar(
        reset=True,
        options=(("The dashboard as asked for", "/p/a", True), ("The queue opens with what is late", "/p/b", False)),
    ),
    "panel": Bar(
        reset=True,
        options=(("The dashboard as asked for", "/p/a", True), ("The queue opens with what is late", "/p/b", False)),
        mistakes=(
            Mistake("there is no entity 'Tickets'", "spec.yaml:45:20", "did you mean 'Ticket'?"),
            Mistake("there is no role 'Agnt'", "spec.yaml:47:10", "did you mean 'Agent'?"),
        ),
        panel=Panel(
            (
                Group("role", "Role", (Switch("Employee", deed="role", value="Employee", on=True), Switch("Agent"))),
                Group("state", "State of the screen", (Switch("Normal", "/p/a", on=True), Switch("Empty", "/p/a?s"))),
            ),
            (Switch("Skip validation", deed="lenient", value="yes", lasting=True, about="A form is taken as it is."),),
        ),
    ),
}
FIGURES = """
{% from "figures/parts.html.jinja" import card, data_table, figure, interval, dots, percent_axis %}
<main class="st-main"><div class="st-head"><h1>Figures</h1></div>
<div class="st-cards">
{% call card("Late can be found") %}
{{ figure("7 of 8", "could do it", "Not enough yet to be sure of 80 %.") }}
{{ interval(0.875, 0.51, 0.99, 0.8) }}{{ interval(0.25, 0.06, 0.59, 0.8) }}{{ percent_axis() }}
{% endcall %}
{% call card("Time") %}
{{ figure("24 s", "geometric mean of 8") }}
{{ dots([12, 18, 18, 19, 24, 31, 44, 60], "s", mean=24, low=17, high=35, target=30) }}
{% endcall %}
{% call card("Ease") %}
{{ dots([5, 6, 6], "", start=1, end=7) }}
{% endcall %}
</div>
{% set rows = (("raise", "7 of 8", "24 s"), ("find-late", "3 of 8", "61 s")) %}
{{ data_table("Tasks", ("Task", "Done", "Time"), rows, right=("Done", "Time")) }}
</main>
"""


def document(body: str, *, brand: Brand | None = None) -> str:
    """Return a page around what the stage would show."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Prototype</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<style>{stylesheet(brand)}</style></head><body class="st-app">{body}</body></html>'
    )


def _light(page: pages.Page) -> str:
    link = '<link rel="stylesheet" href="/look.css">'
    return pages.draw(page, FRAME).replace(link, f"<style>{stylesheet()}</style>")


CHAPTERS = (
    Chapter(
        "The screens",
        (
            Change("new", "There is now the screen 'Late tickets', a dashboard of Ticket, for Team lead"),
            Change("gone", "'Queue' can no longer be narrowed by assignee", options=("The dashboard as asked for",)),
            Change(
                "changed", "The task 'raise': what is read was rewritten", "Ask for help.", "The VPN is down again."
            ),
        ),
    ),
)


def _changes(name: str) -> str:
    held = (("sprint-3", "sprint-3, frozen on 2026-03-02"),) if name else ()
    found = Compared("helpdesk", name, TODAY, CHAPTERS, ("It was frozen with showtell 1.",)) if held else None
    said = {"name": "helpdesk", "title": "IT help desk", "found": found, "error": None, "then": name, "now": ""}
    page = draw_studio(Path(), "changes", **said, frozen=held, remembered=(), address=lambda _: "/p")
    parts = [stylesheet(), *(environment().get_template(f"look/{part}.css").render() for part in ("studio", "changes"))]
    return re.sub(r'<link rel="stylesheet"[^>]*>', "", page).replace(
        "</head>", f"<style>{''.join(parts)}</style></head>"
    )


def _staged(bar: Bar) -> str:
    body = draw_view(listing(), base="/p", brand=BRAND)
    return document(f'<div class="st-stage">{draw_bar(bar)}<div class="st-view">{body}</div></div>')


def _figures() -> str:
    return document(environment().from_string(FIGURES).render())


def documents() -> dict[str, Callable[[], str]]:
    """Return what draws each document, by name."""
    views = {n: lambda v=v: document(draw_view(v(), base="/p", brand=BRAND)) for n, v in VIEWS.items()}
    light = {n: lambda p=p: _light(p) for n, p in LIGHT.items()}
    staged = {f"stage-{n}": lambda b=b: _staged(b) for n, b in BARS.items()}
    changes = {f"changes-{n or 'none'}": lambda n=n: _changes(n) for n in ("sprint-3", "")}
    return {**views, **light, **staged, **changes, "figures": _figures}

"""The named alternative: 2,000 tickets in NiceGUI's own table, as its documentation shows one, 25 a page."""

import sys

from nicegui import events, ui

STATES = ("Open", "Triaged", "In progress", "Resolved")
PRIORITIES = ("Low", "Medium", "High", "Critical")
NAMES = ("title", "requester", "status", "priority", "assignee", "due")
COLUMNS = [{"name": n, "label": n.title(), "field": n, "sortable": True, "align": "left"} for n in NAMES]
ROWS = [
    {
        "id": n,
        "title": f"Ticket number {n * 7919 % 2000:04d}",
        "requester": "Amelia Hart",
        "status": STATES[n % 4],
        "priority": PRIORITIES[n % 3],
        "assignee": "Ravi Patel",
        "due": f"{n % 28 + 1} Mar, 10:00",
    }
    for n in range(2000)
]


@ui.page("/")
def page() -> None:
    """Draw the list; a click on a row draws it in the list's place."""

    @ui.refreshable
    def content(row: dict[str, str] | None = None) -> None:
        if row:
            ui.html(f"<h1>{row['title']}</h1>", sanitize=False)
            ui.button("Back", on_click=lambda: content.refresh(None))
            for name in NAMES:
                ui.label(f"{name}: {row[name]}")
            return
        ui.html("<h1>Queue</h1>", sanitize=False)
        table = ui.table(columns=COLUMNS, rows=ROWS, row_key="id", pagination=25)

        def opened(event: events.GenericEventArguments) -> None:
            content.refresh(event.args[1])

        table.on("row-click", opened)

    content()


if __name__ in {"__main__", "__mp_main__"}:
    ui.run(port=int(sys.argv[1]), show=False, reload=False, show_welcome_message=False)

"""The named alternative: list and detail as a plain NiceGUI page would have them, twelve rows of six."""

import sys

from nicegui import ui

COLUMNS = ("Title", "Due", "Status", "Priority", "Assignee", "Requester")
ROWS = [[f"Ticket number {n}", "2 Mar, 10:00", "Open", "High", "Ravi Patel", "Amelia Hart"] for n in range(1, 13)]


@ui.page("/")
def page() -> None:
    """Draw the list; a click on a title draws the detail in its place, as `ui.refreshable` is meant to be used."""
    chosen: list[int] = []

    @ui.refreshable
    def content() -> None:
        if chosen:
            row = ROWS[chosen[0]]
            ui.html(f"<h1>{row[0]}</h1>", sanitize=False)
            ui.button("Back", on_click=lambda: (chosen.clear(), content.refresh()))
            for name, value in zip(COLUMNS, row, strict=True):
                with ui.row():
                    ui.label(name)
                    ui.label(value)
            return
        ui.html("<h1>Queue</h1>", sanitize=False)
        with ui.grid(columns=len(COLUMNS)):
            for name in COLUMNS:
                ui.label(name)
            for n, row in enumerate(ROWS):
                ui.button(row[0], on_click=lambda n=n: (chosen.append(n), content.refresh())).props("flat no-caps")
                for value in row[1:]:
                    ui.label(value)

    content()


if __name__ in {"__main__", "__mp_main__"}:
    ui.run(port=int(sys.argv[1]), show=False, reload=False, show_welcome_message=False)

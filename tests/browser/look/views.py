"""Handmade views that hold every block, as a help desk and a rebooking service would show them."""

from toolkit.domain.action import Answer, Create, Delete, Go, Place, Transition
from toolkit.domain.custom import Custom
from toolkit.domain.overviews import Board, BoardColumn, Calendar, Card, Day, Entry, Moment, Timeline
from toolkit.domain.prose import Paragraph, Prose, Span
from toolkit.domain.sketch import Shape, Skeleton
from toolkit.domain.view import (
    Actions,
    Cell,
    Chart,
    Choice,
    Column,
    Control,
    Fact,
    Facts,
    Form,
    Input,
    Notice,
    Post,
    Stat,
    Stats,
    Steps,
    Table,
    TableRow,
    Text,
    Thread,
    View,
)

TITLES = (
    "VPN not connecting",
    "Laptop does not start after the update of last night",
    "Replace keyboard",
    "Cannot print",
    "Access to the finance share for the new colleague in Leeds",
    "Phone screen cracked",
    "Mailbox full",
    "Second monitor for warehouse desk 4",
    "Password reset",
    "Scanner reads nothing",
    "Teams drops calls",
    "New starter on Monday",
    "Projector in room 2.11",
    "Software licence expired",
    "Badge does not open the side door",
)
STATUS = (("Open", "info"), ("Triaged", ""), ("In progress", "warn"), ("Resolved", "good"), ("Reopened", "bad"))
PRIORITY = (("Critical", "bad"), ("High", "warn"), ("Medium", ""), ("Low", ""))
PEOPLE = ("Amelia Hart", "Ravi Patel", "Joan Ellis", "Siân Prys-Williams", "Bartholomew Featherstonehaugh")


def go(name: str, label: str, path: str = "", *, look: str = "plain", current: bool = False, role: str = "") -> Control:
    return Control(name, label, Go(Place.at(path or name), role=role), look=look, current=current)  # type: ignore[arg-type]


def nav(current: str = "") -> tuple[Control, ...]:
    names = ("My tickets", "Queue", "Late tickets", "People")
    roles = ("Employee", "Agent", "Team lead")
    return (
        *(go(f"nav.{n.lower()}", n, n.lower().replace(" ", "-"), current=n == current) for n in names),
        *(go(f"role.{n.lower()}", n, "queue", role=n, current=n == "Agent") for n in roles),
    )


def view(title: str, *blocks: object, lead: str = "", back: bool = False) -> View:
    return View(
        screen=title.lower().replace(" ", "-"),
        role="Agent",
        person="Ravi Patel",
        place=Place("queue"),
        title=title,
        blocks=blocks,  # type: ignore[arg-type]
        nav=nav(title),
        back=go("back", "Queue", "queue", look="link") if back else None,
        lead=lead,
    )


def choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label, label) for label in labels)


def filters() -> Form:
    return Form(
        "queue.filter",
        "Filter tickets",
        (
            Input("queue.filter.search", "q", "Search", "search", value="print"),
            Input(
                "queue.filter.status",
                "status",
                "Status",
                "select",
                choices=choices(*(s for s, _ in STATUS)),
                value="Open",
            ),
            Input(
                "queue.filter.priority", "priority", "Priority", "select", choices=choices(*(p for p, _ in PRIORITY))
            ),
            Input("queue.filter.assignee", "assignee", "Assignee", "select", choices=choices(*PEOPLE)),
            Input("queue.filter.late", "late", "Late", "select", choices=choices("Yes", "No")),
        ),
        Control("queue.filter.apply", "Apply", Go(Place("queue"))),
        cancel=go("queue.filter.clear", "Clear", "queue", look="link"),
        live=True,
        tally="120 tickets",
    )


def row(number: int) -> TableRow:
    title, (status, tone) = TITLES[number % 15], STATUS[number % 5]
    priority, loud = PRIORITY[number % 4]
    late = number % 3 == 0
    return TableRow(
        f"queue.row.ticket-{number}",
        f"ticket-{number}",
        (
            Cell(title),
            Cell(f"{number + 2} h over" if late else "2 Mar 2026, 16:30", tone="bad" if late else ""),
            Cell(status, look="chip", tone=tone),  # type: ignore[arg-type]
            Cell(priority, look="chip", tone=loud),  # type: ignore[arg-type]
            Cell(PEOPLE[number % 5] if number % 4 else ""),
            Cell(str(number * 3), look="number"),
        ),
        open=go(f"queue.row.ticket-{number}.open", title, f"ticket/ticket-{number}", look="link"),
    )


def table(rows: int = 15, *, label: str = "Queue") -> Table:
    sort = Place("queue")
    columns = (
        Column("queue.title", "Title", sort=Control("queue.title.sort", "Sort by title", Go(sort))),
        Column("queue.due", "Due", sort=Control("queue.due.sort", "Sort by due", Go(sort)), sorted="ascending"),
        Column("queue.status", "Status", sort=Control("queue.status.sort", "Sort by status", Go(sort))),
        Column("queue.priority", "Priority"),
        Column("queue.assignee", "Assignee"),
        Column("queue.comments", "Comments", align="right"),
    )
    turn = (go("queue.previous", "Previous", "queue?page=1"), go("queue.next", "Next", "queue?page=3"))
    return Table(
        "queue.table", label, "Ticket", columns, tuple(row(n) for n in range(rows)), 120, "due", 2, 8, turn,
        empty="No ticket matches. Clear the filters to see them all.",
    )  # fmt: skip


def listing() -> View:
    return view("Queue", filters(), table(), lead="Everything that waits for somebody, the most overdue first.")


def empty() -> View:
    return view("Queue", filters(), table(0), Actions("queue.actions", (go("new", "New ticket", look="primary"),)))


def detail() -> View:
    facts = (
        Fact("ticket.status", "Status", Cell("Reopened", "chip", "bad")),
        Fact(
            "ticket.priority",
            "Priority",
            Cell("High", "chip", "warn"),
            go("ticket.priority.change", "Change priority", look="link"),
        ),
        Fact("ticket.due", "Due", Cell("2 Mar 2026, 07:20 · 2 h over", tone="bad")),
        Fact("ticket.requester", "Requester", Cell("Amelia Hart")),
        Fact("ticket.assignee", "Assignee", Cell(""), go("ticket.assignee.change", "Assign", look="link")),
        Fact(
            "ticket.details",
            "Description",
            Cell("The printer on floor 2 takes the job and prints nothing.\nIt worked on Friday.", "long"),
        ),
    )
    posts = (
        Post("comment.1", "Amelia Hart", "27 Feb 2026, 11:24", "It says 'ready' and nothing comes out."),
        Post("comment.2", "Ravi Patel", "27 Feb 2026, 15:02", "Driver replaced.\nPlease try again <b>now</b>."),
    )
    body = Input("comment.body", "body", "Comment", "area", required=True, longest=600)
    move, add = Transition("Ticket", "ticket-3", "Start work"), Create("Comment", "comment.form")
    return view(
        "Cannot print",
        Notice("done", "Ticket reopened.", "good"),
        Actions("ticket.actions", (
            Control("ticket.start", "Start work", move, "primary"),
            Control("ticket.assign", "Assign", move),
            Control("ticket.delete", "Delete", Delete("Ticket", "ticket-3"), "danger"),
        )),
        Facts("ticket.facts", "Details", facts),
        Thread("ticket.comments", "Comments", posts),
        Form("comment.form", "Add a comment", (body,), Control("comment.add", "Add comment", add)),
        back=True,
    )  # fmt: skip


def form() -> View:
    kinds = (
        Input(
            "f.title",
            "title",
            "Title",
            "line",
            required=True,
            error="Say in 5 to 80 characters what is wrong",
            value="VPN",
        ),
        Input("f.details", "details", "Details", "area", help="What did you do, and what happened?", longest=600),
        Input("f.count", "count", "How many people are affected?", "number", required=True, unit="people", value="12"),
        Input("f.since", "since", "Since when?", "date", required=True, value="2026-03-01", high="2026-03-02"),
        Input("f.call", "call", "When can we call?", "datetime"),
        Input("f.at", "at", "Best time", "time", required=True),
        Input(
            "f.email",
            "email",
            "E-mail",
            "email",
            required=True,
            autocomplete="email",
            sensitive=True,
            error="Write an e-mail address, like name@example.com",
        ),
        Input("f.tel", "tel", "Phone", "tel", autocomplete="tel"),
        Input("f.url", "url", "Page where it happens", "url"),
        Input("f.team", "team", "Team", "select", required=True, choices=choices("Field", "Finance", "Warehouse")),
        Input(
            "f.priority",
            "priority",
            "Priority",
            "radios",
            "Medium",
            choices("Low", "Medium", "High", "Critical"),
            required=True,
        ),
        Input("f.blocked", "blocked", "Can you go on working?", "yesno", required=True, error="Choose yes or no"),
        Input(
            "f.devices", "devices", "Which devices?", "checks", "Phone\nLaptop", choices("Laptop", "Phone", "Printer")
        ),
    )
    submit = Control("f.send", "Send request", Create("Ticket", "f"), "primary")
    return view(
        "New ticket",
        Form("f", "New ticket", kinds, submit, cancel=go("f.cancel", "Cancel", "queue", look="link")),
        back=True,
    )


def dashboard() -> View:
    stats = tuple(
        Stat(f"late.{name}", name, value, go(f"late.{name}.open", name, "queue", look="link"))
        for name, value in (("Open", "34"), ("In progress", "21"), ("Late", "12"))
    )
    bars = (("Critical", 3.0), ("High", 5.0), ("Medium", 4.0), ("Low", 0.0))
    return view(
        "Late tickets",
        Notice(
            "why",
            "Three critical tickets are over their time.",
            "warn",
            go("why.open", "Show them", "queue", look="link"),
        ),
        Stats("late.figures", "Now", (*stats, Stat("late.mean", "Median wait", "3 h 20 min"))),
        Chart("late.chart", "Late tickets by priority", bars),
        Custom(
            "late.map",
            "Who has late tickets",
            "Ravi Patel: 3, Joan Ellis: 2",
            str,
            controls=(go("late.go", "Open the queue"),),
        ),
        table(3, label="Most overdue"),
    )


def flow() -> View:
    cards = (
        Choice("BA 1482", "Today, 18:05 to 19:25", "Direct, 1 h 20 min. Arrives 4 hours later than booked."),
        Choice("BA 1484", "Today, 20:40 to 22:00", "Direct, 1 h 20 min. Extra legroom free of charge."),
        Choice("KL 990", "Tomorrow, 06:30 to 10:15", "One stop in Amsterdam. A hotel room is paid for."),
    )
    answer = Answer("rebook", "flight", "rebook.form")
    steps = ("Your booking", "Another flight", "Seats", "Check", "Done")
    pick = Input("rebook.flight", "flight", "Which flight suits you?", "cards", "BA 1484", cards, required=True)
    return view(
        "Choose another flight",
        Steps("rebook.steps", steps, 1, go("rebook.back", "Your booking", look="link")),
        Notice("rebook.sorry", "Flight BA 1478 is cancelled. Nothing here costs you anything.", "bad"),
        Form("rebook.form", "Another flight", (pick,), Control("rebook.next", "Continue", answer, "primary")),
        Text("rebook.text", ("None of these? You can have your money back.", "Your baggage goes with you.")),
    )  # fmt: skip


def card(number: int, *moves: str) -> Card:
    title, (priority, tone), ident = TITLES[number], PRIORITY[number % 4], f"board.card.ticket-{number}"
    return Card(
        ident,
        f"ticket-{number}",
        title,
        (
            ("Priority", Cell(priority, "chip", tone)),  # type: ignore[arg-type]
            ("Due", Cell("2 Mar, 07:20 · 2 h over", tone="bad") if number % 3 else Cell("3 Mar, 16:30")),
            ("Assignee", Cell(PEOPLE[number % 5])),
        ),
        go(f"{ident}.open", title, f"ticket/ticket-{number}", look="link"),
        tuple(Control(f"{ident}.{m[0]}", m, Transition("Ticket", f"ticket-{number}", m)) for m in moves),
    )


def board() -> View:
    moves = {"Open": ("Triage",), "In progress": ("Resolve", "Give back"), "Resolved": ()}
    columns = tuple(
        BoardColumn(
            f"board.column.{at}",
            name,
            tuple(card(at * 3 + n, *moves.get(name, ())) for n in range((at + 3) % 4)),
            (at + 3) % 4 + 9,
            go(f"board.column.{at}.more", "9 more", "board?column=open", look="link"),
        )
        for at, (name, _) in enumerate(STATUS)
    )
    return view("Board", Board("board.board", "Board", "Ticket", columns))


def day(number: int, entries: int) -> Day:
    ident = f"due.day.{number}"
    return Day(
        ident,
        number,
        f"Thursday {number} March",
        tuple(
            Entry(f"due.entry.{number}-{n}", "", TITLES[n], "16:30" if n else "", go(f"due.{number}-{n}", TITLES[n]))
            for n in range(entries)
        ),
        today=number == 10,
        more=go(f"{ident}.more", "7 more", "due?day=2026-03-05", look="link") if entries == 2 else None,
    )


def calendar() -> View:
    days = [*(None,) * 6, *(day(n, (0, 2, 3, 1)[n % 4] if n < 20 else 0) for n in range(1, 32)), *(None,) * 5]
    weeks = tuple(tuple(days[at : at + 7]) for at in range(0, 42, 7))
    turn = (
        go("due.previous", "Previous month", "due?month=2026-02"),
        go("due.next", "Next month", "due?month=2026-04"),
    )
    return view("Due dates", Calendar("due.calendar", "March 2026", "Ticket", weeks, turn))


def timeline() -> View:
    moments = (
        Moment("t.moment.created", "27 Feb, 11:20", "Created", "Amelia Hart"),
        Moment("comment.1", "27 Feb, 15:02", "Comment", "Ravi Patel", "Driver replaced.\nPlease try again."),
        Moment("t.moment.resolved", "1 Mar, 16:00", "Resolved"),
    )
    return view("Cannot print", Timeline("t.history", "History", moments), Timeline("t.none", "Before", ()), back=True)


def prose() -> View:
    ask = Span("Ask for help", open=go("help.link.1", "Ask for help", "new-ticket", look="link"))
    more = Span("Known problems", open=go("help.link.2", "Known problems", "queue", look="link"))
    passages = (
        Paragraph("heading", ((Span("What we do"),),)),
        Paragraph("paragraph", ((Span("We answer "), Span("within a day", "strong"), Span(". "), ask, Span(".")),)),
        Paragraph("subheading", ((Span("Before you ask"),),)),
        Paragraph(
            "bullets",
            ((Span("Restart your "), Span("laptop", "emphasis")), (Span("Try "), Span("ping", "code")), (more,)),
        ),
        Paragraph("numbers", ((Span("First"),), (Span("Then <b>this</b>"),))),
        Paragraph("quote", ((Span("They were quick. "), Span("The survey", href="https://example.com/survey")),)),
    )
    return view("Help", Prose("help.text", passages))


def loading() -> View:
    shapes: tuple[tuple[Shape, int], ...] = (
        ("figures", 3), ("rows", 4), ("facts", 3), ("form", 3), ("chart", 3), ("cards", 3), ("posts", 2), ("text", 3),
    )  # fmt: skip
    bones = (
        Skeleton(f"queue.loading-{n}", shape, lines, "" if n else "Loading Queue")
        for n, (shape, lines) in enumerate(shapes)
    )
    return view("Queue", *bones)


def failed() -> View:
    again = Control("queue.again", "Try again", Go(Place("queue")), "primary")
    return view("Queue", Notice("queue.failed", "This page could not be loaded.", "bad", again, "Something went wrong"))


VIEWS = {
    "list": listing,
    "empty": empty,
    "detail": detail,
    "form": form,
    "dashboard": dashboard,
    "flow": flow,
    "board": board,
    "calendar": calendar,
    "timeline": timeline,
    "prose": prose,
    "loading": loading,
    "failed": failed,
}

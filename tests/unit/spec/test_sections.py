"""The rest of a spec: roles, screens, options, goals, tasks, questions, data; and a spec of a few lines."""

from datetime import date

import pytest

from tests.unit.spec.conftest import Found, Read
from toolkit.domain.solution import Solution

BASE = """\
roles: [Employee, Agent]
entities:
  User: {name: person}
  Ticket:
    title: text
    requester: User = me
    due: date
    state: [Open, Done]
"""


def solved(read: Read, text: str) -> Solution:
    reading = read(text)
    assert reading.solution, "\n".join(f.text() for f in reading.findings)
    return reading.solution


def test_three_lines_are_a_whole_app(read: Read) -> None:
    reading = read("request: Build something for our books\nentities:\n  Book: {title: text, pages: number}\n")
    assert reading.solution
    app = reading.solution.base
    assert {s.name: s.kind for s in app.screens.values()} == {"Books": "list", "Book": "detail", "New book": "form"}
    assert app.roles["Everyone"].start == "Books"
    assert list(reading.solution.apps) == ["as-asked"]
    assert reading.solution.request.said == "Build something for our books"
    assumed = " ".join(reading.defaulted)
    assert all(word in assumed for word in ("Everyone", "as-asked", "screens", "now", "rows"))


def test_a_role_starts_at_the_first_screen_it_may_open(read: Read) -> None:
    screens = (
        "screens:\n  All: {list: Ticket, for: Agent}\n  Mine: {list: Ticket, for: Employee}\n  T: {detail: Ticket}\n"
    )
    roles = solved(read, BASE + screens).base.roles
    assert {name: role.start for name, role in roles.items()} == {"Employee": "Mine", "Agent": "All"}


def test_one_name_may_stand_for_a_list(read: Read) -> None:
    screen = solved(read, BASE + "screens: {All: {list: Ticket, sort: -due, show: title}}").base.screens["All"]
    assert (screen.settings.sort, screen.settings.show) == (("-due",), ("title",))  # type: ignore[attr-defined] # the list's


@pytest.mark.parametrize(
    ("screen", "code", "column", "fix"),
    [
        ("{list: Tiket}", "unknown-entity", 16, "did you mean 'Ticket'?"),
        ("{list: Ticket, detail: Ticket}", "two-kinds", 3, "make two screens of it"),
        ("{for: Agent}", "unknown-kind", 3, "begin with one of"),
        ("{list: Ticket, for: [Agent, Agnet]}", "unknown-role", 37, "did you mean 'Agent'?"),
        ("{list: Ticket, for: []}", "nobody", 24, "name a role, or leave 'for' out"),
        ("{list: Ticket, sort: [-deu]}", "unknown-field", 32, "did you mean 'due'?"),
        ("{list: Ticket, where: stat == 'Open'}", "unknown-name", 31, "did you mean 'state'?"),
        ("{list: Ticket, where: state}", "no-condition", 31, "compare something"),
        ("{list: Ticket, where: state > 3}", "never-works", 31, "compare like with like (state is a text)"),
        ("{list: Ticket, rows: many}", "wrong-shape", 30, "write a whole number"),
        ("{list: Ticket, rows: 1000}", "wrong-shape", 30, "write a value that fits"),
        ("{detail: Ticket, related: {Coment: [body]}}", "unknown-entity", 36, "add an entity 'Coment'"),
        ("{dashboard: Ticket, chart: {by: staet}}", "unknown-field", 41, "did you mean 'state'?"),
        ("{dashboard: Ticket, chart: {bye: state}}", "unknown-key", 37, "did you mean 'by'?"),
        ("{flow: Ticket}", "key-missing", 3, "add: steps: ..."),
        ("{page: Hello, do: [Alll]}", "unknown-screen", 28, "did you mean 'All'?"),
    ],
)
def test_a_screen_with_a_mistake(found: Found, *, screen: str, code: str, column: int, fix: str) -> None:
    finding = found(code, BASE + f"screens:\n  All: {{list: Ticket}}\n  Scrn: {screen}\n")
    assert finding.position == (11, column)
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("roles", "code", "fix"),
    [
        ("{Employee: {own: Tiket}}", "unknown-entity", "did you mean 'Ticket'?"),
        ("{Employee: {own: User}}", "no-owner", "add a field to User that refers to a person"),
        ("{Employee: {start: Mnie}}", "unknown-screen", "did you mean 'Mine'?"),
        ("{Employee: {start: T}}", "start-forbidden", "start at one of: Mine"),
        ("{Employee: {start: Hers}, Agent: }", "start-forbidden", "add Employee to the screen's 'for'"),
        ("[Employee, employee]", "said-twice", "call one role something else"),
        ("[Employee, Agent, Guest]", "no-entry", "add a screen, as in list: ENTITY, for: Guest"),
    ],
)
def test_a_role_with_a_mistake(found: Found, roles: str, code: str, fix: str) -> None:
    screens = "screens:\n  Mine: {list: Ticket, for: Employee}\n  T: {detail: Ticket}\n"
    text = BASE.replace("[Employee, Agent]", roles) + screens
    if "Agent" in roles:
        text += "  Hers: {list: Ticket, for: Agent}\n"
    finding = found(code, text)
    assert finding.position[0] == 1
    assert fix in finding.fix


def test_an_overlay_merges_mappings_replaces_lists_and_takes_away(read: Read) -> None:
    solution = solved(
        read,
        BASE
        + """\
screens:
  All: {list: Ticket, show: [title, due], sort: [due]}
  Old: {list: Ticket}
options:
  new:
    screens: {All: {show: [state]}, Old: null}
    entities: {Ticket: {urgent: yes/no}}
""",
    )
    app = solution.apps["new"]
    assert (app.screens["All"].settings.show, app.screens["All"].settings.sort) == (("state",), ("due",))  # type: ignore[attr-defined] # the list's
    assert "Old" not in app.screens
    assert "urgent" in app.entities["Ticket"].fields
    assert "urgent" not in solution.base.entities["Ticket"].fields
    assert "Old" in solution.base.screens


def test_a_mistake_in_an_overlay_is_told_where_it_was_written(found: Found) -> None:
    text = BASE + "screens: {All: {list: Ticket}}\noptions:\n  new:\n    screens: {All: {sort: [deu]}}\n"
    finding = found("unknown-field", text)
    assert (finding.position, finding.path) == ((12, 28), "options.new.screens.All.sort.0")


def test_a_mistake_in_the_base_is_told_once_however_many_options_there_are(read: Read) -> None:
    text = BASE + "screens: {All: {list: Ticket, sort: deu}}\noptions: {a: {roles: {Agent: {own: Ticket}}}, b: {}}\n"
    assert [f.code for f in read(text).errors] == ["unknown-field"]


@pytest.mark.parametrize(
    ("costs", "once", "yearly", "currency"),
    [
        ("14000 EUR once, 2600 EUR a year", 14_000, 2_600, "EUR"),
        ("14k EUR once", 14_000, 0, "EUR"),
        ("500 GBP a year", 0, 500, "GBP"),
    ],
)
def test_costs(read: Read, costs: str, once: float, yearly: float, currency: str) -> None:
    cost = solved(read, f"{BASE}options: {{a: {{costs: '{costs}'}}}}").options["a"].cost
    assert cost
    assert (cost.once, cost.yearly, cost.currency) == (once, yearly, currency)


@pytest.mark.parametrize(
    "costs",
    ["cheap", "14000 once", "14.000 EUR once", "5 EUR once, 6 USD a year", "5 EUR a month", "1 EUR once, 1 EUR once"],
)
def test_costs_that_are_none(found: Found, costs: str) -> None:
    assert found("bad-cost", f"{BASE}options: {{a: {{costs: '{costs}'}}}}").position[0] == 9


TASKS = BASE + "tasks: {raise: {as: Employee, say: Ask., done: {Ticket: {requester: me, state: Open}}}}\n"


@pytest.mark.parametrize(
    ("goal", "measure", "task", "target"),
    [
        ("time of raise <= 30 s", "time", "raise", 30),
        ("time of raise <= 2 min", "time", "raise", 120),
        ("time of raise < 3 minutes", "time", "raise", 180),
        ("success of raise >= 80 %", "success", "raise", 0.8),
        ("success of raise >= 0.8", "success", "raise", 0.8),
        ("ease of raise >= 5.5", "ease", "raise", 5.5),
        ("lostness of raise <= 0.4", "lostness", "raise", 0.4),
        ("sus >= 70", "sus", "", 70),
    ],
)
def test_goals(read: Read, goal: str, measure: str, task: str, target: float) -> None:
    found = solved(read, f"{TASKS}goals: {{better: {goal}}}").goals[0]
    assert (found.measure, found.task, found.target) == (measure, task, target)


@pytest.mark.parametrize(
    ("goal", "code", "fix"),
    [
        ("everything is better", "bad-goal", "write: success of TASK >= 80 %"),
        ("tme of raise <= 30 s", "unknown-measure", "did you mean 'time'?"),
        ("time of rise <= 30 s", "unknown-task", "did you mean 'raise'?"),
        ("time of raise <= 30", "bad-target", "write: 30 s, min or h"),
        ("time of raise <= 30 days", "bad-target", "write: 30 s, min or h"),
        ("success of raise >= 80", "bad-target", "write a share, as in 80 %"),
        ("sus >= 170", "bad-target", "write a number from 0 to 100"),
        ("sus of raise >= 70", "goal-of-task", "write: sus >= 70"),
        ("time <= 30 s", "goal-of-task", "write: time of raise"),
        ("time of raise >= 30 s", "goal-upside-down", "write <="),
        ("success of raise <= 20 %", "goal-upside-down", "write >="),
    ],
)
def test_a_goal_with_a_mistake(found: Found, goal: str, code: str, fix: str) -> None:
    finding = found(code, f"{TASKS}goals: {{better: {goal}}}")
    assert finding.position[0] == 10
    assert fix in finding.fix


def test_a_plugin_may_bring_a_measure(read: Read) -> None:
    reading = read(f"{TASKS}goals: {{better: clicks of raise <= 5}}", measures=("time", "clicks"))
    assert reading.solution
    assert reading.solution.goals[0].measure == "clicks"


def test_a_task_ends_by_a_row_or_by_an_answer(read: Read) -> None:
    tasks = solved(
        read,
        BASE
        + """\
tasks:
  raise: {as: Employee, say: Ask., done: {Ticket: {requester: me, due: 2026-03-04}}}
  find: {as: Agent, say: Which?, answer: {Ticket: title, where: state == 'Open', first: -due}}
""",
    ).tasks
    assert tasks["raise"].done
    assert tasks["raise"].done.values == {"requester": "me", "due": date(2026, 3, 4)}
    assert tasks["find"].answer
    assert (tasks["find"].answer.field, tasks["find"].answer.first) == ("title", "-due")


@pytest.mark.parametrize(
    ("task", "code", "fix"),
    [
        ("{as: Employee, say: Ask.}", "never-done", "add: done:"),
        ("{as: Employee, done: {Ticket: {state: Open}}}", "key-missing", "add: say: ..."),
        ("{as: Boss, say: Ask., done: {Ticket: {state: Open}}}", "unknown-role", "use one of: Employee, Agent"),
        ("{as: Agent, say: Ask., done: {Tiket: {state: Open}}}", "unknown-entity", "did you mean 'Ticket'?"),
        ("{as: Agent, say: Ask., done: {Ticket: {staet: Open}}}", "unknown-field", "did you mean 'state'?"),
        ("{as: Agent, say: Ask., done: {}}", "bad-done", "write: done:"),
        ("{as: Agent, say: Ask., answer: {where: state == 'Open'}}", "bad-answer", "write: answer:"),
        ("{as: Agent, say: Ask., answer: {Ticket: titel}}", "unknown-field", "did you mean 'title'?"),
        ("{as: Agent, say: Ask., answer: {Ticket: title, first: deu}}", "unknown-field", "did you mean 'due'?"),
        ("{as: Agent, say: Ask., answer: {Ticket: title, where: stat == ''}}", "unknown-name", "did you mean 'state'?"),
    ],
)
def test_a_task_with_a_mistake(found: Found, task: str, code: str, fix: str) -> None:
    finding = found(code, f"{BASE}tasks: {{raise: {task}}}")
    assert finding.position[0] == 9
    assert fix in finding.fix


@pytest.mark.parametrize(
    ("data", "code", "fix"),
    [
        ("{rows: {Tiket: 3}}", "unknown-entity", "did you mean 'Ticket'?"),
        ("{rows: {Ticket: -3}}", "wrong-shape", "write a value that fits"),
        ("{rows: {Ticket: 999999999999}}", "wrong-shape", "write a value that fits"),
        ("{pinned: {Ticket: [{titel: A}]}}", "unknown-field", "did you mean 'title'?"),
        ("{pinned: {Ticket: [{due: 2026-02-30}]}}", "bad-value", "write a value that the field can hold"),
        ("{pinned: {Ticket: [{state: Opne}]}}", "bad-value", "did you mean 'Open'?"),
        ("{pinned: {User: [{name: Amelia}], Ticket: [{requester: Amelie}]}}", "unknown-row", "did you mean 'Amelia'?"),
        ("{rows: {User: 1}, pinned: {User: [{name: A}, {name: B}]}}", "too-few-rows", "write at least 2"),
        ("{locale: english}", "wrong-shape", "write it like en_GB or de_DE"),
        ("{locale: de_DF}", "unknown-locale", "did you mean 'de_DE'?"),
        ("{locale: fr}", "unknown-locale", "did you mean 'fr_FR'?"),
        ("{locale: {de_CH: 70, fr_CX: 30}}", "unknown-locale", "did you mean 'fr_C"),
        ("{locale: {de_CH: none}}", "wrong-shape", "write it like {de_CH: 70, fr_CH: 30}"),
        ("{locales: {Tiket: ja_JP}}", "unknown-entity", "did you mean 'Ticket'?"),
        ("{locales: {Ticket.titel: ja_JP}}", "unknown-field", "did you mean 'title'?"),
        ("{locales: {Ticket: {ja_JQ: 1}}}", "unknown-locale", "did you mean 'ja_JP'?"),
        ("{locales: {Ticket: [ja_JP]}}", "wrong-shape", "write it like de_DE or {de_CH: 70, fr_CH: 30}"),
    ],
)
def test_data_with_a_mistake(found: Found, data: str, code: str, fix: str) -> None:
    finding = found(code, f"{BASE}data: {data}")
    assert finding.position[0] == 9
    assert fix in finding.fix


def test_a_pinned_row_is_read_by_the_types_of_its_fields(read: Read) -> None:
    data = solved(
        read, f"{BASE}data: {{pinned: {{User: [{{name: A}}], Ticket: [{{title: 5, requester: A, due: 2026-03-04}}]}}}}"
    ).data
    assert data.pinned
    assert data.pinned["Ticket"] == ({"title": "5", "requester": "A", "due": date(2026, 3, 4)},)
    assert data.rows == {"User": 30, "Ticket": 30}


def test_questions_and_brand(read: Read) -> None:
    solution = solved(
        read, BASE + "questions: {a: Open?, b: {ask: Which?, choose: [x, y]}}\nbrand: {name: Sky, accent: '#0b5c6b'}\n"
    )
    assert [(q.ask, q.choices) for q in solution.questions] == [("Open?", ()), ("Which?", ("x", "y"))]
    assert solution.brand
    assert (solution.brand.name, solution.brand.accent) == ("Sky", "#0b5c6b")


def test_a_task_may_be_done_by_any_row(read: Read) -> None:
    tasks = solved(read, BASE + "tasks: {a: {say: Ask., done: Ticket}, b: {say: Ask., done: {Ticket: }}}").tasks
    assert [(t.done.entity, t.done.values) for t in tasks.values() if t.done] == [("Ticket", {}), ("Ticket", {})]


def test_short_forms(read: Read) -> None:
    solution = solved(read, BASE + "study: 12\nscreens: {A: {list: Ticket, for: all}}")
    assert solution.participants == 12
    assert solution.base.screens["A"].roles == ("Employee", "Agent")


def test_a_condition_looks_into_the_next_row_and_no_further(read: Read, found: Found) -> None:
    assert not read(BASE + "screens: {A: {list: Ticket, where: requester.name == 'A'}}").errors
    boss = BASE.replace("User: {name: person}", "User: {name: person, boss: User}")
    finding = found("other-row", boss + "screens: {A: {list: Ticket, where: requester.boss.name == 'A'}}")
    assert finding.position == (9, 36)
    finding = found("unknown-name", BASE + "screens: {A: {list: Ticket, where: requester.nmae == 'A'}}")
    assert finding.fix == "did you mean 'requester.name'?"


def test_the_people_are_those_that_me_refers_to(read: Read, found: Found) -> None:
    assert solved(read, BASE).people == "User"
    text = BASE.replace("User: {name: person}", "Guest: {name: person}\n  User: {name: person}")
    assert solved(read, text).people == "User"
    finding = found("me-elsewhere", text + "people: Guest\n")
    assert finding.position == (7, 5)
    assert finding.fix == "let it refer to Guest, or write: people: User"


@pytest.mark.parametrize(
    ("entities", "people"),
    [
        ("Book: {title: text, author: person}", ""),
        ("Reader: {name: person}", "Reader"),
        ("Book: {title: text, author: person}, Reader: {team: [A, B], name: person}", "Reader"),
    ],
)
def test_people_are_rows_that_are_named_like_people(read: Read, entities: str, people: str) -> None:
    assert solved(read, f"solution: Library\nentities: {{{entities}}}\n").people == people


def test_every_role_must_be_held_by_somebody(found: Found) -> None:
    text = BASE.replace("{name: person}", "{name: person, role: [Employee, Boss]}")
    finding = found("role-unheld", text)
    assert (finding.severity, finding.position) == ("warning", (3, 24))
    assert finding.message == "no User can be Agent: 'role' does not offer it"


def test_an_option_adds_to_the_screens_that_a_spec_without_any_has(read: Read) -> None:
    options = "{a: {screens: {Count: {dashboard: Book}, Books: {sort: title}}}, b: {}}"
    solution = solved(read, f"entities: {{Book: {{title: text}}}}\noptions: {options}")
    assert list(solution.apps["a"].screens) == ["Books", "Book", "New book", "Count"]
    assert solution.apps["a"].screens["Books"].settings.sort == ("title",)  # type: ignore[attr-defined] # the list's
    assert list(solution.apps["b"].screens) == ["Books", "Book", "New book"]


def test_an_options_list_of_roles_keeps_what_the_spec_says_of_them(read: Read) -> None:
    base = BASE.replace("[Employee, Agent]", "{Employee: {own: Ticket}, Agent: }")
    roles = solved(read, base + "options: {a: {roles: [Employee, Boss]}, b: {roles: {Agent: null}}}").apps
    assert {name: role.own for name, role in roles["a"].roles.items()} == {"Employee": ("Ticket",), "Boss": ()}
    assert list(roles["b"].roles) == ["Employee"]


def test_an_option_need_not_repeat_a_plural(read: Read) -> None:
    text = "entities: {Person (People): {name: person}}\noptions: {a: {entities: {Person: {born: date}}}}"
    entities = solved(read, text).apps["a"].entities
    assert {name: list(entity.fields) for name, entity in entities.items()} == {"Person": ["name", "born"]}


def test_a_role_named_twice(found: Found) -> None:
    assert found("said-twice", BASE.replace("Agent]", "Agent, Agent]")).position == (1, 26)


@pytest.mark.parametrize(
    ("line", "message", "fix"),
    [
        ("brand: {name: A, accent: blue}", "'accent' must be a colour", "write it like '#0b5c6b'"),
        (
            "brand: Skylark",
            "'brand' must be names with values",
            "write {name: ..., logo: ..., accent: ..., dark: ..., header: ..., font: ..., tone: ...}",
        ),
        ("goals: [fast]", "'goals' must be names with values", "give each a name: {NAME: ...}"),
        ("questions: [Why?]", "'questions' must be names with values", "give each a name: {NAME: ...}"),
        ("study: {people: 0}", "'people' must be greater than or equal to 1", "write a value that fits"),
    ],
)
def test_a_part_of_the_wrong_shape(found: Found, line: str, message: str, fix: str) -> None:
    finding = found("wrong-shape", BASE + line)
    assert (finding.message, finding.fix) == (message, fix)

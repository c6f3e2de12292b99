"""Short forms written out: a request that is only a text, roles that are only a list, a study of so many people."""

from toolkit.spec.node import Node
from toolkit.spec.report import Report


def normal(root: Node, report: Report) -> Node:
    """Return the tree with its short forms written out, each part still at its own place."""
    parts = dict(root.entries)
    short = {"request": _request, "questions": _questions, "study": _study, "tasks": _tasks, "scenarios": _scenarios}
    for name, change in short.items():
        if name in parts:
            parts[name] = change(parts[name])
    for name, value in (("entities", None), ("roles", {})):
        if name in parts:
            parts[name] = _by_name(parts[name], report, value)
    if "options" in parts and parts["options"].entries:
        roles = parts["roles"].entries if "roles" in parts else {}
        options = {name: _option(option, roles, report) for name, option in parts["options"].entries.items()}
        parts["options"] = parts["options"].with_(options)
    return root.with_(parts)


def _option(option: Node, roles: dict[str, Node], report: Report) -> Node:
    """Return an option whose list of roles says which of the spec's roles it keeps, and which it takes away."""
    said = option.step("roles") if isinstance(option.value, dict) else None
    if said is None or not isinstance(said.value, list):
        return option
    named = _by_name(said, report, {})
    gone = {name: Node(None, path=(*said.path, name)) for name in roles if name not in named.entries}
    return option.with_(option.entries | {"roles": named.with_(named.entries | gone) if named.entries else named})


def _by_name(node: Node, report: Report, value: dict[str, Node] | None) -> Node:
    """Return [A, B] as a mapping of names; a list with anything but names stays, to be reported."""
    if not isinstance(node.value, list) or not all(item.text for item in node.items):
        return node
    found: dict[str, Node] = {}
    for item in node.items:
        if item.text in found:
            message = f"two things of one name: '{item.text}'"
            report.add("said-twice", item, message, fix="take one of them away")
        mark = (item.line, item.column)
        found.setdefault(item.text, Node(value, *mark, path=(*node.path, item.text), key=mark))
    return node.with_(found)


def _request(node: Node) -> Node:
    return node.with_({"said": node}) if isinstance(node.value, str) else node


def _study(node: Node) -> Node:
    return node.with_({"people": node}) if isinstance(node.value, str) else node


def _tasks(node: Node) -> Node:
    """Return `done: Ticket` and `done: {Ticket: }` as {Ticket: {}}: any row that was made or changed."""
    return node.with_({name: _done(task) for name, task in node.entries.items()}) if node.entries else node


def _scenarios(node: Node) -> Node:
    """Return `change: {Ticket: {...}}` as {Ticket: [{...}]}."""
    return node.with_({name: _changes(one) for name, one in node.entries.items()}) if node.entries else node


def _changes(scenario: Node) -> Node:
    change = scenario.step("change") if isinstance(scenario.value, dict) else None
    if change is None or not change.entries:
        return scenario
    listed = {n: part.as_list() if isinstance(part.value, dict) else part for n, part in change.entries.items()}
    return scenario.with_({**scenario.entries, "change": change.with_(listed)})


def _done(task: Node) -> Node:
    done = task.step("done")
    if done is None or isinstance(task.value, list):
        return task
    if isinstance(done.value, str):
        done = done.with_({done.value: done})
    rows = {name: row if isinstance(row.value, dict | list) else row.with_({}) for name, row in done.entries.items()}
    return task.with_({**task.entries, "done": done.with_(rows)}) if rows else task


def _questions(node: Node) -> Node:
    asked = {n: q.with_({"ask": q}) if isinstance(q.value, str) else q for n, q in node.entries.items()}
    return node.with_(asked) if asked else node

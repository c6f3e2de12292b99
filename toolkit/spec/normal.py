"""Short forms written out: a request that is only a text, roles that are only a list, a study of so many people."""

from toolkit.spec.node import Node


def normal(root: Node) -> Node:
    """Return the tree with its short forms written out, each part still at its own place."""
    parts = dict(root.entries)
    short = {"request": _request, "roles": names_as_mapping, "questions": _questions, "study": _study, "tasks": _tasks}
    for name, change in short.items():
        if name in parts:
            parts[name] = change(parts[name])
    if "entities" in parts and isinstance(parts["entities"].value, list):
        parts["entities"] = names_as_mapping(parts["entities"])
    if "options" in parts and parts["options"].entries:
        parts["options"] = parts["options"].with_({n: _option(o) for n, o in parts["options"].entries.items()})
    return root.with_(parts)


def _option(option: Node) -> Node:
    if not isinstance(option.value, dict) or "roles" not in option.entries:
        return option
    return option.with_(option.entries | {"roles": names_as_mapping(option.entries["roles"])})


def names_as_mapping(node: Node) -> Node:
    """Return [A, B] as {A: , B: }; a list with anything but names stays, to be reported."""
    if not isinstance(node.value, list) or not all(item.text for item in node.items):
        return node
    return node.with_({item.text: _named(item) for item in node.items})


def _named(item: Node) -> Node:
    mark = (item.line, item.column)
    return Node(None, *mark, path=(*item.path[:-1], item.text), key=mark)


def _request(node: Node) -> Node:
    return node.with_({"said": node}) if isinstance(node.value, str) else node


def _study(node: Node) -> Node:
    return node.with_({"people": node}) if isinstance(node.value, str) else node


def _tasks(node: Node) -> Node:
    """Return `done: Ticket` and `done: {Ticket: }` as {Ticket: {}}: any row that was made or changed."""
    return node.with_({name: _done(task) for name, task in node.entries.items()}) if node.entries else node


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

"""What is wrong with a text that is no YAML, said so that somebody who never heard of YAML can mend it."""

import re

from ruamel.yaml.error import YAMLError

from toolkit.spec.report import Report
from toolkit.spec.text import Mark, Node, Unreadable, compose

_QUOTE = 'put the text in double quotes, as in say: "Ask: what is wrong?"'
_TAB = "indent with two spaces; a tab is not allowed in YAML"


def tree_of(text: str, report: Report) -> Node | None:
    """Return the tree of a text and report what keeps it from being one; None when nothing can be read."""
    try:
        tree = compose(text)
    except Unreadable as error:
        report.add_at(error.code, error.mark, error.message, fix=error.fix)
        return None
    except YAMLError as error:
        _report(text, error, report)
        return None
    for name, mark, first, path in tree.twice:
        fix = f"give one of them another name (the first is in line {first[0]})"
        report.add_at("said-twice", mark, f"two things of one name: '{name}'", fix=fix, path=".".join((*path, name)))
    if tree.root is None or tree.root.value is None:
        report.add_at("empty", (1, 1), "the spec is empty", fix="begin with: solution: NAME, and one entity")
        return None
    if not isinstance(tree.root.value, dict):
        what = "a list" if isinstance(tree.root.value, list) else "only text"
        report.add("not-a-mapping", tree.root, f"the file holds {what}", fix="begin with: solution: NAME")
        return None
    _hidden(text, tree.root, report)
    return tree.root


def _report(text: str, error: YAMLError, report: Report) -> None:
    """Report a YAML error; every tab in an indentation at once."""
    lines = text.splitlines()
    tabs = [(n, line.index("\t") + 1) for n, line in enumerate(lines, 1) if re.match(r" *\t", line)]
    mark = _mark(error)
    line = lines[mark[0] - 1] if 0 < mark[0] <= len(lines) else ""
    if tabs and ("\\t" in str(error) or line[: mark[1]].strip() == ""):
        for tab in tabs[:20]:
            report.add_at("tab", tab, "a tab in the indentation", fix=_TAB)
        return
    message, fix = _said(error, line, mark)
    report.add_at("not-yaml", mark, message, fix=fix)


def _mark(error: YAMLError) -> Mark:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _said(error: YAMLError, line: str, mark: Mark) -> tuple[str, str]:
    """Return a message and a fix for the mistakes people make, else YAML's own words."""
    problem = str(getattr(error, "problem", None) or "not a text file")
    context = str(getattr(error, "context", None) or "")
    rest = line[mark[1] - 1 :]
    if "mapping values are not allowed" in problem:
        return "a second ': ' in one line", _quoted(line, mark) or _QUOTE
    if "flow" in context and rest.startswith(":"):
        return "a second ': ' before the next comma", _QUOTE
    if "flow" in context and rest[:1] in {"[", "{", "]", "}"}:
        return f"a bracket '{rest[0]}' in the middle of a text", "put the whole text in double quotes"
    if "flow" in context and "stream end" in problem:
        return "an opening bracket is never closed", "add the closing ] or }"
    if "quoted scalar" in context:
        return "a quoted text is never closed", "add the closing quote"
    if "cannot start any token" in problem and rest:
        return f"a text may not begin with {rest[0]}", "put the text in double quotes"
    if "block mapping" in context or "block collection" in context:
        fix = "indent it like the lines around it; after a closing quote or bracket the line must end"
        return "this does not fit the lines around it", fix
    return f"this is not YAML: {problem}", "look at this line and the one before it"


def _quoted(line: str, mark: Mark) -> str:
    """Return the line as it was probably meant, with its text in quotes."""
    found = re.match(r"(\s*(?:- )?[^:#]+): (.+)$", line[:200])
    if not found or found[2][:1] in "'\"[{" or mark[1] <= len(found[1]) + 1:
        return ""
    said = found[2].strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'put the text in double quotes: {found[1].strip()}: "{said}"'


def _hidden(text: str, root: Node, report: Report) -> None:
    """Warn of text that was cut off because ' #' begins a comment: `accent: #0b5c6b`, `say: Find order #12`."""
    lines = text.splitlines()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += [*node.entries.values(), *(node.items if isinstance(node.value, list) else [])]
        if node.style or isinstance(node.value, dict | list) or node.line > len(lines):
            continue
        rest = lines[node.line - 1][node.column - 1 + len(node.text) :]
        if found := re.match(r"\s*#(?=[^\s#])", rest):
            offset = len(node.text) + found.end() - 1
            message = "what follows ' #' is taken for a comment and is not read"
            fix = "put the text in double quotes, or write '# ' with a space before a comment"
            report.add_at(
                "cut-off",
                (node.line, node.column + offset),
                message,
                fix=fix,
                severity="warning",
                path=".".join(node.path),
            )

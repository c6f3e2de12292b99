"""What is wrong with a text that is no YAML, said so that somebody who never heard of YAML can mend it."""

import re

from ruamel.yaml.error import StreamMark, YAMLError

from toolkit.spec.node import Mark, Node, Spot
from toolkit.spec.report import Report
from toolkit.spec.text import Unreadable, compose

_QUOTE = 'put the text in double quotes, as in say: "Ask: what is wrong?"'
_TAB = "indent with two spaces; a tab is not allowed in YAML"


def tree_of(text: str, report: Report) -> Node | None:
    """Return the tree of a text and report what keeps it from being one; None when nothing can be read."""
    try:
        tree = compose(text)
    except Unreadable as error:
        report.add(error.code, Spot(error.mark), error.message, fix=error.fix)
        return None
    except YAMLError as error:
        _report(text, error, report)
        return None
    for name, mark, first, path in tree.twice:
        fix = f"give one of them another name (the first is in line {first[0]})"
        report.add("said-twice", Spot(mark, (*path, name)), f"two things of one name: '{name}'", fix=fix)
    if tree.root is None or tree.root.value is None:
        report.add("empty", Spot((1, 1)), "the spec is empty", fix="begin with: solution: NAME, and one entity")
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
            report.add("tab", Spot(tab), "a tab in the indentation", fix=_TAB)
        return
    if _never_closed(error, lines, report):
        return
    message, fix = _said(error, line, mark)
    report.add("not-yaml", Spot(mark), message, fix=fix)


def _never_closed(error: YAMLError, lines: list[str], report: Report) -> bool:
    """Report a bracket that is still open where the next part begins; return whether there is one."""
    start, end = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if "flow" not in str(getattr(error, "context", None)) or not start or not end or end.line <= start.line:
        return False
    after = lines[end.line] if end.line < len(lines) else ""
    if after.strip() and _indent(after) > _indent(lines[start.line]):
        return False
    fix = "add the closing ] or }"
    if re.search(r"\s#\S", lines[start.line][start.column :]):
        fix = "put what begins with # in double quotes: it is taken for a comment, and the closing bracket with it"
    report.add("not-yaml", Spot(_mark_of(start)), "an opening bracket or brace is never closed", fix=fix)
    return True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _mark(error: YAMLError) -> Mark:
    """Return where the mistake is: of a text that is never closed, where it was opened."""
    if "quoted scalar" in str(getattr(error, "context", None)) and getattr(error, "context_mark", None):
        return _mark_of(error.context_mark)  # type: ignore[attr-defined] # a marked error has it
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return _mark_of(mark) if mark else (1, 1)


def _mark_of(mark: StreamMark) -> Mark:
    return mark.line + 1, mark.column + 1


_KNOWN = (
    # what YAML says, how the rest of the line begins, what we say, how to mend it
    ("mapping values are not allowed", "", "a second ': ' in one line", _QUOTE),
    ("flow", ":", "a second ': ' before the next comma", _QUOTE),
    ("flow", "[", "a bracket '[' in the middle of a text", "put the whole text in double quotes"),
    ("flow", "{", "a brace '{' in the middle of a text", "put the whole text in double quotes"),
    ("flow", "]", "a closing ']' that was never opened", "take it away, or put the whole text in double quotes"),
    ("flow", "}", "a closing '}' that was never opened", "take it away, or put the whole text in double quotes"),
    ("stream end", "", "an opening bracket or brace is never closed", "add the closing ] or }"),
    ("quoted scalar", "", "a quoted text is never closed", "add the closing quote"),
    ("cannot start any token", "", "a text may not begin like this", "put the text in double quotes"),
    (
        "block",
        "",
        "this does not fit the lines around it",
        "indent it like the lines around it, and quote a text as a whole",
    ),
)


def _said(error: YAMLError, line: str, mark: Mark) -> tuple[str, str]:
    """Return a message and a fix for the mistakes people make, else YAML's own words."""
    problem = str(getattr(error, "problem", None) or "a character that no text holds")
    yaml, rest = f"{getattr(error, 'context', None) or ''} {problem}", line[mark[1] - 1 :]
    for words, start, message, fix in _KNOWN:
        if words in yaml and rest.startswith(start):
            return message, (_quoted(line, mark) if "': '" in message else "") or fix
    return f"this is not YAML: {problem}", "look at this line and the one before it"


def _quoted(line: str, mark: Mark) -> str:
    """Return the line as it was probably meant, with its text in quotes."""
    found = re.match(r"(\s*(?:- )?[^:#]+): (.+)$", line[:200])
    if not found or found[2][:1] in "'\"[{" or mark[1] <= len(found[1]) + 1:
        return ""
    said = found[2].strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'put the text in double quotes: {found[1].strip()}: "{said}"'


def _hidden(text: str, root: Node, report: Report) -> None:
    """Report what YAML reads, but not as it was meant: text cut off at ' #', and names with the ':' in them."""
    lines = text.splitlines()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        waiting += [*node.entries.values(), *(node.items if isinstance(node.value, list) else [])]
        if node.path and node.key and node.value is None and node.path[-1].endswith(":"):
            report.add("no-space", node.name, "the ':' is part of the name", fix="put a space after the ':', or null")
            report.dropped.add(node.path[-1])
        if not node.style and not isinstance(node.value, dict | list):
            _cut_off(node, lines, report)


def _cut_off(node: Node, lines: list[str], report: Report) -> None:
    """Warn of `accent: #0b5c6b` and `say: Find order #12`: what follows ' #' is a comment."""
    line, column = (node.line, node.column + len(node.text)) if node.text else node.name.mark
    rest = lines[line - 1][column - 1 :] if line <= len(lines) else ""
    if found := re.match(r"\s*#(?=[^\s#])" if node.text else r"[^:#]*:\s*#(?=[^\s#])", rest):
        spot = Spot((line, column + found.end() - 1), node.path)
        fix = "put the text in double quotes, or write '# ' with a space before a comment"
        message = "what follows ' #' is taken for a comment and is not read"
        report.add("cut-off", spot, message, fix=fix, severity="warning")

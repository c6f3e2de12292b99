"""Runs the Python files of a prototype, with a limit on their steps, and says on which line something failed."""

import ast
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from math import inf
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from toolkit.domain.rules import CodeError

P = ParamSpec("P")
T = TypeVar("T")
MOST_STEPS = 200_000
"""Turns of loops and calls of its own functions that one call of a prototype's code may take."""
MOST_TROUBLES = 20
LONGEST = 500
"""Characters of what an exception says that are passed on."""
FAILS = (BaseException,)
"""What a file of somebody's may throw; only being stopped by hand is let through."""
_TICK = "__showtell_step__"


@dataclass(slots=True)
class Troubles:
    """What has failed in a prototype's own code since it was read, for whoever presents it; each line once."""

    found: dict[str, CodeError] = field(default_factory=dict)

    def note(self, error: CodeError) -> CodeError:
        """Keep an error, and return it."""
        if error.where in self.found or len(self.found) < MOST_TROUBLES:
            self.found[error.where] = error
        return error

    @property
    def last(self) -> CodeError | None:
        """The error that is new among them."""
        return next(reversed(self.found.values()), None)


class _Budget(threading.local):
    left: float = inf


_budget = _Budget()


class _TooLongError(RuntimeError):
    """A file's code takes more steps than it may."""


def _step() -> bool:
    _budget.left -= 1
    if _budget.left < 0:
        raise _TooLongError(f"it takes more than {MOST_STEPS:,} steps: does a loop never end?")
    return True


@contextmanager
def _limited() -> Iterator[None]:
    """Give what runs within its own number of steps."""
    before, _budget.left = _budget.left, MOST_STEPS
    try:
        yield
    finally:
        _budget.left = before


class _Counted(ast.NodeTransformer):
    """Lets every loop and every function count its turns."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Put a step at the head of what can run again; a docstring stays the first thing in a function."""
        super().generic_visit(node)
        if isinstance(node, ast.For | ast.AsyncFor | ast.While | ast.FunctionDef | ast.AsyncFunctionDef):
            head = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(node) is not None
            call = ast.Expr(ast.Call(ast.Name(_TICK, ast.Load()), [], []))
            node.body.insert(int(head), ast.fix_missing_locations(ast.copy_location(call, node)))
        elif isinstance(node, ast.comprehension):
            turn = ast.Call(ast.Name(_TICK, ast.Load()), [], [])
            node.ifs.insert(0, ast.fix_missing_locations(ast.copy_location(turn, node.iter)))
        return node


def run(path: Path, text: str = "") -> dict[str, Any]:
    """Run a file, or a text as if it were that file, and return the names it makes. Raises CodeError with its line."""
    names: dict[str, Any] = {"__name__": f"showtell_code_{path.stem}", "__file__": str(path), _TICK: _step}
    try:
        tree = _Counted().visit(ast.parse(text or path.read_text(encoding="utf-8"), str(path)))
        with _limited():
            exec(compile(tree, str(path), "exec", dont_inherit=True), names)  # noqa: S102 - what a prototype's own folder is for
    except SyntaxError as error:
        where = f"{path}:{error.lineno or 1}:{error.offset or 1}"
        raise CodeError(f"{path.name} is no Python: {error.msg}", where=where, fix="mend the line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CodeError(f"{path.name} cannot be read: {error}", where=str(path), fix="save it as UTF-8") from error
    except FAILS as error:
        raise failed(path, error) from error
    return names


def failed(path: Path, error: BaseException) -> CodeError:
    """Return what is said of an exception: the last line of the file that it went through."""
    if isinstance(error, KeyboardInterrupt):
        raise error
    if isinstance(error, CodeError):
        return error
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == str(path)]
    at = f":{frames[-1].lineno}:{(frames[-1].colno or 0) + 1}" if frames else ":1:1"
    text = _text_of(error)
    said = f"{type(error).__name__.removeprefix('_')}: {text}" if text else type(error).__name__
    return CodeError(f"{path.name} fails: {said}", where=f"{path}{at}", fix="mend the line, or what it is given")


def _text_of(error: BaseException) -> str:
    """Return what an exception says of itself; one of somebody's own may fail at that, too."""
    try:
        return str(error)[:LONGEST]
    except Exception:
        return ""


def guarded(path: Path, function: Callable[P, T], troubles: Troubles) -> Callable[P, T]:
    """Return the function with a limit on its steps; whatever it throws is a CodeError, which is noted."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with _limited():
                return function(*args, **kwargs)
        except FAILS as error:
            raise troubles.note(failed(path, error)) from error

    return call


def line_of(path: Path, function: Callable[..., Any]) -> str:
    """Return where a function of a file begins."""
    code = getattr(function, "__code__", None)
    return f"{path}:{code.co_firstlineno if code else 1}:1"

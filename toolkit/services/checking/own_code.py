"""A prototype's own Python: what fails or draws nothing, screens the spec has left behind, and rules on real rows."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from toolkit.domain.finding import SpecFinding
from toolkit.domain.machine import Machine
from toolkit.domain.rules import CodeError, Validator
from toolkit.domain.values import Row
from toolkit.services.checking.case import At, Case
from toolkit.services.checking.rows import MOST, desk_of
from toolkit.services.code.marks import Marks, parts_of
from toolkit.services.code.rules import undone
from toolkit.services.code.screens import app_of, screen_files, strays


def code_findings(case: Case, folder: Path | None) -> Iterator[SpecFinding]:
    """Look at what lies in Python beside the spec, after every screen was drawn."""
    yield from _missing(case)
    if folder is None:
        return
    yield from _moved_on(case, folder)
    for path in strays(folder, case.solution):
        said = f"{path.relative_to(folder).as_posix()} is named like no screen, and draws nothing"
        names = ", ".join(f"{screen.key.replace('-', '_')}.py" for screen in case.solution.base.screens.values())
        yield case.warning("screen-file-unused", At((), place=f"{path}:1:1"), said, f"call it one of: {names}")
    yield from _tried(case)
    for error in case.code.troubles.found.values():
        yield code_failed(case, error)


def code_failed(case: Case, error: CodeError) -> SpecFinding:
    """Return the finding about a line of Python that fails."""
    return case.error("code-fails", At((), place=error.where), error.what, error.fix)


def _missing(case: Case) -> Iterator[SpecFinding]:
    """Yield fields that are to come from rules.py, and that no function there works out."""
    for option, app in case.apps:
        for entity, field in undone(app):
            said = f"'{field}' of {entity} is to come from rules.py, and nothing there works it out"
            fix = f'write there: @works_out("{entity}", "{field}"), and a function of the row below it'
            yield case.error("rule-missing", At(("entities", entity, field), option), said, fix)


def _moved_on(case: Case, folder: Path) -> Iterator[SpecFinding]:
    """Yield ejected screens of which the spec says something else by now."""
    told: set[Path] = set()
    for (option, name), file in screen_files(folder, case.solution).items():
        app = app_of(case.solution, option)
        marks = Marks.of(file.path.read_text(encoding="utf-8", errors="replace"))
        moved = marks.moved(parts_of(app, name)) if marks and file.path not in told else []
        if moved:
            told.add(file.path)
            part = moved[0].split(" ", 1)
            at = At(("screens" if part[0] == "screen" else "entities", part[1]), option)
            said = f"the spec has moved on since {file.name} was ejected: {', '.join(moved)}"
            of = f"'{name}' --option '{file.option}'" if file.option else f"'{name}'"
            fix = f"see `showtell eject {folder.name} {of} --diff`, then eject it again with --force or --keep the file"
            yield case.warning("screen-moved-on", at, said, fix)


def _tried(case: Case) -> Iterator[SpecFinding]:
    """Try every rule on real rows: what throws is noted, and a validator that refuses every row is told."""
    tried: set[tuple[str, str]] = set()
    for machine in case.machines.values():
        _press(machine)
        for rule in machine.parts.rules.validators:
            rows = _rows(machine, rule.entity)
            wrong = [said for row in rows if (said := _said(machine, rule, row))]
            of = f"'{rule.field}' of {rule.entity}" if rule.field else rule.entity
            if rows and len(wrong) == len(rows) and (rule.entity, rule.field) not in tried:
                tried.add((rule.entity, rule.field))
                said = f"a rule in rules.py refuses {of} in all {len(rows)} rows: {wrong[0]}"
                at = At(("entities", rule.entity, *([rule.field] if rule.field else [])), machine.option)
                yield case.warning("rule-refuses-all", at, said, "return None for what is right")


def _rows(machine: Machine, entity: str) -> list[Row]:
    desk = desk_of(machine)
    return [] if desk is None or entity not in machine.app.entities else list(desk.records.all(entity))[:MOST]


def _said(machine: Machine, rule: Validator, row: Row) -> str:
    """Return what a validator says of a row as it is; what is empty is not asked about."""
    desk = desk_of(machine)
    if desk is None or (rule.field and row.get(rule.field) in (None, "", ())):
        return ""
    with suppress(CodeError):
        return str(rule.says(desk.circumstances.given(row, value=row.get(rule.field))) or "")
    return ""


def _press(machine: Machine) -> None:
    """Press the buttons of rules on rows that have them; nothing comes of it but what they throw."""
    desk = desk_of(machine)
    for doing in machine.parts.rules.doings if desk else ():
        for row in _rows(machine, doing.entity):
            given = desk.circumstances.given(row) if desk else {}
            with suppress(CodeError):
                if doing.when is None or doing.when(given):
                    doing.changes(given)

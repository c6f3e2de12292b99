"""A life cycle: `Open | Reopened -> Triaged: Triage (Agent), asks priority` as a move, and the states in order."""

import re
from collections.abc import Iterable

from toolkit.domain.solution import Entity, Field, Move
from toolkit.domain.values import slug
from toolkit.spec.expressions import condition, expression_at, samples_for
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import Report

ANY = "any"
OWN = "own"
_MOVE = re.compile(
    r"(?P<name>[^(),]+?)\s*(?:\((?P<who>[^()]*)\))?\s*(?:,?\s*\bwhen\s+(?P<when>\S.*?))?"
    r"\s*(?:,\s*asks\s+(?P<asks>\S.*?)(?:,?\s+when\s+(?P<also>\S.*))?)?"
)
_ONGOING = re.compile(
    r"open|new|draft|waiting|pending|on hold|paused|ongoing|started|in (?:progress|review|work|use|transit)|\w+ing",
    re.I,
)
"""States whose names say that something is still to be done."""
_END = re.compile(
    r"(?:.*\s)?(?:\w+ed|done|paid|sent|lost|sold|gone|over|void|final|end|complete|written off|no show)", re.I
)
"""States whose names say that nothing is left to do."""
_FIX = "write: NAME OF THE BUTTON (Role, Role), asks field"


def moves_of(node: Node, roles: tuple[str, ...], report: Report) -> tuple[Move, ...]:
    """Return the moves that are written here, without those that cannot be read."""
    found: list[Move] = []
    spots: list[Spot] = []
    for way, said in node.entries.items():
        sources, target = _way(way, said, report)
        for line in said.items:
            move = _move(line, roles, report)
            if move is not None:
                spots.append(line.here)
                found.append(Move(move.name, sources, target, move.roles, own=move.own, asks=move.asks, when=move.when))
        if not said.items:
            report.add("no-button", said.name, f"the move '{way}' has no name", fix=_FIX)
    _twice(found, spots, report)
    return tuple(found)


def _way(way: str, node: Node, report: Report) -> tuple[tuple[str, ...], str]:
    """Return from which states to which a move goes: 'A | B -> C'; 'any' stands for all, and no arrow for no change."""
    before, arrow, after = way.partition("->")
    sources = tuple(s.strip() for s in before.split("|") if s.strip())
    target = after.strip()
    if (arrow and not target) or not sources or "->" in target or "|" in target:
        fix = "write: From -> To, or From | Also from -> To"
        report.add("bad-move", node.name, f"'{way}' does not say from which state to which", fix=fix)
    return (() if sources == (ANY,) else sources), target


def _move(node: Node, roles: tuple[str, ...], report: Report) -> Move | None:
    """Return what a move's line says; its states are added by who knows them."""
    found = _MOVE.fullmatch(node.text)
    if not found:
        report.add("bad-move", node, f"'{node.text}' is no move", fix=_FIX)
        return None
    who = [w.strip() for w in found["who"].split(",")] if found["who"] is not None else []
    if found["who"] is not None and not found["who"].strip():
        fix = f"name a role, as in ({roles[0]}), or leave the brackets out"
        report.add("nobody", node.after(found.start("who")), f"nobody may '{found['name']}'", fix=fix)
    named = [w for w in who if w and w != OWN]
    for role in named:
        if role not in roles:
            at = found.start("who") + (found["who"] or "").index(role)
            report.unknown("role", role, node.after(at), roles)
    asks = tuple(a.strip() for a in re.split(r",|\band\b", found["asks"] or "") if a.strip())
    part = "when" if found["when"] else "also"
    when = expression_at(found[part], node.after(found.start(part)), report) if found[part] else None
    return Move(found["name"], (), "", tuple(named) or roles, own=OWN in who, asks=asks, when=when)


def _twice(moves: list[Move], spots: list[Spot], report: Report) -> None:
    """Report two buttons of one name that a row could show at once."""
    for at, move in enumerate(moves):
        for other in moves[:at]:
            same = slug(other.name) == slug(move.name)
            if same and (not other.sources or not move.sources or set(other.sources) & set(move.sources)):
                message = f"two things of one name: '{move.name}' leads to two states from one"
                report.add("said-twice", spots[at], message, fix="give one of the buttons another name")


def states_of(moves: Iterable[Move]) -> tuple[str, ...]:
    """Return the states in the order in which a row comes through them; those nothing leads to come last."""
    every = [state for m in moves for state in (*m.sources, *([m.target] if m.target else []))]
    if not every:
        return ()
    found = [every[0]]
    for state in found:
        ahead = [m.target for m in moves if m.target and (state in m.sources or not m.sources)]
        found += [target for target in dict.fromkeys(ahead) if target not in found]
    return (*found, *(state for state in dict.fromkeys(every) if state not in found))


def check_states(moves: tuple[Move, ...], states: tuple[str, ...], node: Node, report: Report) -> None:
    """Say which states nothing leads to, and which nothing leads out of."""
    entered = {m.target for m in moves if m.target}
    for state in states[1:]:
        if state not in entered:
            message, fix = (
                f"nothing leads to the state '{state}'",
                f"add a move to it, as in {states[0]} -> {state}: ...",
            )
            report.add("state-unreached", _said(state, node), message, fix=fix, severity="warning")
    if any(m.target and not m.sources for m in moves):
        return
    left = {source for m in moves if m.target for source in m.sources}
    for state in states:
        if state not in left and _ONGOING.fullmatch(state):
            message = f"what is '{state}' stays so for ever: nobody can move it on"
            fix = f"add a move, as in {state} -> Done: Finish, or give the state the name of an end"
            report.add("state-stuck", _said(state, node), message, fix=fix, severity="warning")
        elif state not in left and not _END.fullmatch(state):
            message = f"nobody can leave the state '{state}'"
            fix = f"nothing, if that is the end; else add a move, as in {state} -> {states[0]}: ..."
            report.add("state-final", _said(state, node), message, fix=fix, severity="note")


def check_conditions(entity: Entity, status: Field, node: Node, known: Known) -> None:
    """Report conditions of moves that speak of what there is not, or say neither yes nor no."""
    lines = [line for way in node.entries.values() for line in way.items]
    for move in status.moves:
        if move.when is not None:
            fits = (line for line in lines if line.text.startswith(move.name) and move.when.text in line.text)
            line = next(fits, node)
            spot = line.after(max(0, line.text.rfind(move.when.text)))
            condition(move.when.text, samples_for(entity, known), spot, known.report)


def _said(state: str, node: Node) -> Spot:
    """Return where a state is first spoken of."""
    for way, part in node.entries.items():
        if found := re.search(rf"(?:^|[|>])\s*({re.escape(state)})\s*(?:$|[|-])", way):
            return part.name.after(found.start(1))
    return node.name

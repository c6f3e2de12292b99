"""Options: the overlay of one laid over the spec, and what it costs."""

import re

from toolkit.domain.solution import Cost, Option
from toolkit.domain.values import said
from toolkit.spec.entities import same_slug
from toolkit.spec.grammar import OptionPart
from toolkit.spec.node import Node
from toolkit.spec.report import Report

AS_ASKED = "as-asked"
LAYERS = ("roles", "entities", "screens")
_AMOUNT = re.compile(
    r"(?P<amount>\d[\d_' ]*(?:\.\d{1,2})?)\s*(?P<times>k|m)?\s*(?P<currency>[A-Z]{3})\s+(?P<when>once|a year)"
)
_FIX = "write: 14000 EUR once, 2600 EUR a year"


def merged(base: Node, over: Node) -> Node:
    """Return one tree laid over another: mappings part by part, lists and texts replaced, empty values taken away."""
    if not isinstance(over.value, dict) or not isinstance(base.value, dict):
        return over
    parts = dict(base.entries)
    for name, node in over.entries.items():
        if node.value is None and name in parts:
            del parts[name]
        else:
            parts[name] = merged(parts[name], node) if name in parts else node
    return Node(parts, over.line, over.column, path=over.path, key=over.key)


def with_overlay(root: Node, option: Node) -> Node:
    """Return the spec as an option makes it."""
    layers = {name: option.at(name) for name in LAYERS if name in option.entries}
    if "entities" in layers:
        layers["entities"] = _in_full(layers["entities"], root.at("entities"))
    both = {name: merged(root.at(name), part) if name in root.entries else part for name, part in layers.items()}
    return root.with_({**root.entries, **both})


def _in_full(entities: Node, base: Node) -> Node:
    """Return an option's entities by the names that the spec gives them: 'Person' means 'Person (People)'."""
    full = {name.partition("(")[0].strip(): name for name in base.entries}
    return entities.with_({full.get(n, n): e for n, e in entities.entries.items()}) if entities.entries else entities


def options_of(parts: dict[str, OptionPart], node: Node, report: Report) -> dict[str, Option]:
    """Return the options that are written; one, 'as-asked', where none is."""
    if not parts:
        report.assume(f"one option, {AS_ASKED}, for none is said")
        return {AS_ASKED: Option(AS_ASKED, "As asked for", "customer")}
    found = {name: _option(name, part, node.at(name), report) for name, part in parts.items()}
    same_slug("option", {name: node.at(name) for name in found}, report)
    return found


def _option(name: str, part: OptionPart, node: Node, report: Report) -> Option:
    return Option(
        name,
        part.title or said(name.replace("-", " ")),
        part.idea,
        about=part.about or "",
        benefits=tuple(part.benefits),
        consequences=tuple(part.consequences),
        cost=cost_of(part.costs, node.at("costs"), report) if part.costs else None,
    )


def cost_of(text: str, node: Node, report: Report) -> Cost | None:
    """Return what '14000 EUR once, 2600 EUR a year' says."""
    amounts: dict[str, float] = {}
    currencies: set[str] = set()
    at = 0
    for piece in re.split(r"(,\s+)", text):
        if not piece.startswith(",") and not _take(piece.strip(), amounts, currencies):
            report.add("bad-cost", node.after(at), f"'{piece.strip()}' is no cost", fix=_FIX)
            return None
        at += len(piece)
    if len(currencies) > 1:
        report.add("bad-cost", node, "the costs are in two currencies", fix=_FIX)
    return Cost(amounts.get("once", 0), amounts.get("a year", 0), min(currencies))


def _take(piece: str, amounts: dict[str, float], currencies: set[str]) -> bool:
    """Take one amount; return whether it is one, said for the first time."""
    found = _AMOUNT.fullmatch(piece)
    if not found or found["when"] in amounts or len(found["amount"]) > 15:
        return False
    plain = float(re.sub(r"[_' ]", "", found["amount"]))
    amounts[found["when"]] = plain * {"k": 1_000, "m": 1_000_000, None: 1}[found["times"]]
    currencies.add(found["currency"])
    return True

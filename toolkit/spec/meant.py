"""The rule `means KIND`: what the made-up values of a field are, where its name says otherwise."""

from toolkit.domain.kinds import FieldType
from toolkit.domain.meanings import DATES, KINDS, NUMBERS, TEXTS
from toolkit.spec.known import Known
from toolkit.spec.node import Node, Spot
from toolkit.spec.report import suggestion

LINES = frozenset({"line", "area", "email", "tel", "url"})
"""How text is asked for."""


def meaning_at(said: str, spot: Node | Spot, kind: FieldType | None, known: Known) -> str:
    """Return the kind of meaning that is named; a finding, and none, for one that there is not or that cannot be."""
    named = " ".join(said.casefold().split())
    if named not in KINDS:
        fix = suggestion(named, sorted(KINDS), add="name a kind of docs/meanings.md")
        known.report.add("unknown-meaning", spot, f"there is no kind of meaning '{said}'", fix=fix)
        return ""
    if named not in _possible(kind):
        what = f"a field of type '{kind.name}'" if kind else "a reference"
        known.report.add("rule-misfits", spot, f"'means {named}' does not fit {what}", fix="take it away")
        return ""
    return named


def _possible(kind: FieldType | None) -> frozenset[str]:
    """Return the kinds that values of a type can have."""
    if kind is None or kind.given is not None:
        return frozenset()
    if kind.span == "number":
        return NUMBERS
    if kind.span == "days":
        return DATES
    return TEXTS if kind.input in LINES else frozenset()

"""Decision records as text, from the case they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.domain.audit import verdict_cell
from toolkit.domain.decision import Proposal
from toolkit.domain.evidence import Case
from toolkit.domain.madr import NOBODY
from toolkit.domain.marks import markdown
from toolkit.printing.environment import environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is said in a record: the case, what it proposes, and what people decided.

    `path` is the record's own, `bundle` the way from its folder to the evidence's; `options` are names in the spec, in
    the study's order, `titles` what they are called.
    """

    case: Case
    proposal: Proposal
    titles: Mapping[str, str]
    status: str
    chosen: str
    deciders: tuple[str, ...]
    date: str
    path: str
    bundle: str
    bundle_id: str

    @property
    def title(self) -> str:
        """The record's title when it is new."""
        return f"{self.case.solution.title}: which option to build"

    @property
    def evidence_says(self) -> str:
        """The sentence on what the evidence speaks for."""
        if not self.proposal.option:
            return markdown(f"The evidence proposes nothing yet: {self.proposal.reason}.")
        verb = "The evidence speaks for it" if self.chosen == self.proposal.option else "Proposed by the evidence"
        title = "" if self.chosen == self.proposal.option else f' "{self.titles[self.proposal.option]}"'
        return markdown(f"{verb}{':' if not title else ''}{title}{',' if title else ''} {self.proposal.reason}.")


def print_record(sheet: Sheet, *, workspace: Path | None = None) -> str:
    """Return the whole record as it is when nobody has written into it; its front matter is left empty."""
    own = environment(workspace).overlay()
    own.filters = own.filters | {"md": markdown, "cell": verdict_cell, "lower_first": _lower_first}
    parts = {name: getattr(sheet, name) for name in Sheet.__dataclass_fields__}
    said = {"title": markdown(sheet.title), "evidence_says": sheet.evidence_says, "nobody": NOBODY, "front": ""}
    text = own.get_template("records/decision.md.jinja").render(**parts, **said, options=sheet.case.study.options)
    return text.strip() + "\n"


def _lower_first(text: str) -> str:
    """Return a text as it goes on in the middle of a sentence: 'Figures can be shown' -> 'figures can be shown'."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

"""What has to hold of evidence: pure checks, each of which names the file, session, goal or element it is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from toolkit.domain.canonical import fingerprint
from toolkit.domain.ledger import Line, broken_at, digest
from toolkit.domain.marks import markdown, table_rows
from toolkit.domain.results import Results
from toolkit.domain.session import Recording
from toolkit.domain.solution import Solution
from toolkit.domain.study import Study
from toolkit.domain.verdict import Verdict

Kind = Literal["file", "ledger", "session", "study", "results", "record", "spec"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold, and what it is about."""

    kind: Kind
    about: str
    what: str

    @property
    def text(self) -> str:
        """The problem on one line: "session helpdesk-1-person-3-a1b2c3: ..."."""
        return f"{self.kind} {self.about}: {self.what}".replace("  ", " ")


def files(said: Mapping[str, str], found: Mapping[str, str]) -> Iterator[Problem]:
    """Compare the hashes that a statement gives with those of the files that are there."""
    for name in sorted(said.keys() | found.keys()):
        if name not in found:
            yield Problem("file", name, "is missing; the statement names it")
        elif name not in said:
            yield Problem("file", name, "was added; the statement does not name it")
        elif said[name] != found[name]:
            yield Problem("file", name, f"was changed: its sha256 is {found[name][:12]}…, stated is {said[name][:12]}…")


def ledger(study: Study, lines: Sequence[Line], plan: object) -> Iterator[Problem]:
    """Check that the ledger's lines follow from each other and that the study is the one that was registered."""
    if (at := broken_at(lines, study=study.id)) is not None:
        yield Problem("ledger", f"line {at}", "does not follow from the lines before it: one was changed or left out")
    registered = [line for line in lines if line.kind == "registered"]
    if not registered or lines[0] != registered[0]:
        yield Problem("study", study.id, "its ledger does not begin with the study's registration")
    elif registered[0].data.get("fingerprint") != study.fingerprint:
        yield Problem("study", study.id, "is not the plan that was registered: another fingerprint is in the ledger")
    if fingerprint(plan) != study.fingerprint:
        yield Problem("study", study.id, "its plan was changed: it does not give the fingerprint it claims")


def sessions(lines: Sequence[Line], recordings: Sequence[Recording]) -> Iterator[Problem]:
    """Check that each session that was reserved is here or was withdrawn, and is the one that was sealed."""
    here = {recording.session.id: recording for recording in recordings}
    reserved = {line.data["session"] for line in lines if line.kind == "reserved"}
    withdrawn = {line.data["session"] for line in lines if line.kind == "withdrawn"}
    sealed = {line.data["session"]: line.data for line in lines if line.kind == "ended"}
    registered = next((line.at for line in lines if line.kind == "registered"), "")
    for name in sorted(reserved - here.keys() - withdrawn):
        yield Problem(
            "session", name, "was dropped: the ledger has it, and there is neither its record nor a withdrawal"
        )
    for name in sorted(here.keys() - reserved):
        yield Problem("session", name, "was added: the ledger never reserved it")
    for name, recording in sorted(here.items()):
        if name in withdrawn or recording.session.withdrawn:
            yield from _tombstone(recording, known=name in withdrawn)
        elif name in sealed:
            yield from _seal(recording, sealed[name])
        elif recording.session.ended:
            yield Problem("session", name, "claims to have ended, and the ledger does not say so")
        if registered and "" < recording.session.opened < registered:
            yield Problem("session", name, "was opened before its study was registered")


def _tombstone(recording: Recording, *, known: bool) -> Iterator[Problem]:
    name = recording.session.id
    if not known:
        yield Problem("session", name, "claims to be withdrawn, and the ledger does not say so")
    if recording.entries or recording.events:
        yield Problem("session", name, "was withdrawn by its participant, and what they did is still here")


def _seal(recording: Recording, sealed: Mapping[str, Any]) -> Iterator[Problem]:
    name, entries = recording.session.id, recording.entries
    if len(entries) != sealed["entries"]:
        yield Problem("session", name, f"has {len(entries)} entries, and {sealed['entries']} when it ended")
    elif digest(entries) != sealed["digest"]:
        yield Problem("session", name, "its entries were changed after it ended")


def open_sessions(recordings: Sequence[Recording]) -> Iterator[str]:
    """Say which sessions were under way when the evidence was made: their entries are not sealed."""
    for recording in recordings:
        session = recording.session
        if recording.entries and not session.ended:
            yield f"session {session.id} had not ended, so that nothing but the statement seals its entries"


def claims(said: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Problem]:
    """Compare what a statement claims with what the files give."""
    for name in sorted(said.keys() | again.keys()):
        if name != "tool" and said.get(name) != again.get(name):
            yield Problem("results", f"'{name}' in the statement", "is not what the files of the evidence give")


def results(stated: Results, again: Results) -> Iterator[Problem]:
    """Compare stated results with those worked out again."""
    known = {(judged.goal, judged.option): judged for judged in again.verdicts}
    for judged in stated.verdicts:
        found = known.pop((judged.goal, judged.option), None)
        name = f"'{judged.goal}' on '{judged.option}'"
        if found is None:
            yield Problem("results", name, "is judged, and the study has no such goal and option")
        elif found != judged:
            said, now = judged.verdict, found.verdict
            yield Problem("results", name, f"is stated as '{said.sentence}', and the sessions say '{now.sentence}'")
    for goal, option in known:
        yield Problem("results", f"'{goal}' on '{option}'", "is not judged, and the study asks for it")
    for part in ("people", "tasks", "options", "answers", "runs", "fingerprint"):
        if getattr(stated, part) != getattr(again, part):
            yield Problem("results", part, "are not what the sessions give when they are worked out again")


def verdict_table(block: str, again: Results, titles: Mapping[str, str]) -> Iterator[Problem]:
    """Compare the table of verdicts in a record with verdicts worked out again."""
    heads, *rows = table_rows(block) or [[]]
    said = {(row[0], head): cell for row in rows for head, cell in zip(heads[1:], row[1:], strict=False)}
    for judged in again.verdicts:
        title = titles.get(judged.option, judged.option)
        name = f"'{judged.goal}' on '{title}'"
        cell = said.pop((markdown(judged.goal), markdown(title)), None)
        expected = verdict_cell(judged.verdict)
        if cell is None:
            yield Problem("record", name, "is missing from the table of verdicts")
        elif cell != expected:
            yield Problem("record", name, f"says '{cell}', and the evidence '{expected}'")
    for goal, title in said:
        if goal and title not in ("Goal", "Target"):
            yield Problem(
                "record", f"'{goal}' on '{title}'", "stands in the table of verdicts, and the evidence has none"
            )


def verdict_cell(verdict: Verdict) -> str:
    """Return a verdict as it stands in the table of a record."""
    sentence = verdict.sentence.removeprefix("not known: ")
    return f"**{verdict.outcome}**: {markdown('; '.join(part for part in (sentence, verdict.outlook) if part))}"


def spec(
    then: Mapping[str, str], now: Mapping[str, str], old: Solution | None, new: Solution | None
) -> Iterator[Problem]:
    """Name the elements of the spec that are not what the evidence is about any more."""
    whole = "spec"
    for name in sorted((then.keys() | now.keys()) - {whole}):
        if then.get(name) == now.get(name):
            continue
        kind, _, element = name.partition(":")
        about = f"{kind} '{element}'" if element else kind
        if name not in now:
            yield Problem("spec", about, "was removed since")
        elif name not in then:
            yield Problem("spec", about, "was added since")
        else:
            yield Problem("spec", about, f"was changed since{_change(old, new, kind, element)}")
    if (
        then.keys() == now.keys()
        and then.get(whole) != now.get(whole)
        and all(then[n] == now[n] for n in then if n != whole)
    ):
        yield Problem("spec", "", "the order of its parts was changed since")


def _change(old: Solution | None, new: Solution | None, kind: str, name: str) -> str:
    """Say how an element was changed, where one line can say it: ': <= 30 s, now <= 20 s'."""
    if old is None or new is None:
        return ""
    before, after = _said(old, kind, name), _said(new, kind, name)
    if not before or not after or before == after:
        return ""
    if before[0] == after[0]:
        return f": {before[1]}, now {after[1]}"
    return f": {' '.join(before).strip()}, now {' '.join(after).strip()}"


def _said(solution: Solution, kind: str, name: str) -> tuple[str, str] | None:
    """Return what a solution says about one element, in two parts of which the second is what is likely to change."""
    match kind:
        case "goal":
            goal = next((goal for goal in solution.goals if goal.name == name), None)
            cut = goal.text.index(f" {goal.comparison} ") if goal else 0
            return (goal.text[:cut], goal.text[cut + 1 :]) if goal else None
        case "task":
            return ("", f"'{solution.tasks[name].say}'") if name in solution.tasks else None
        case "question":
            return next((("", f"'{q.ask}'") for q in solution.questions if q.name == name), None)
        case "problem":
            return "", f"'{solution.problem}'"
        case "now":
            return "", str(solution.now)
    return None

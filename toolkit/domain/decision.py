"""What the evidence speaks for: the option to propose, if there is one, and the sentence that says why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.domain.results import Judged, Results


@dataclass(frozen=True, slots=True)
class Said:
    """What people say about a decision, and when; what they leave empty stays as the record has it."""

    date: str
    option: str = ""
    deciders: tuple[str, ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How one option's goals stand."""

    confirmed: int = 0
    refuted: int = 0
    unknown: int = 0
    provisional: bool = False

    @property
    def sentence(self) -> str:
        """Say it: '2 of 4 goals confirmed, 1 refuted, 1 not known'."""
        goals = self.confirmed + self.refuted + self.unknown
        parts = [f"{self.confirmed or 'none'} of {goals} goals confirmed"]
        parts += [f"{self.refuted} refuted"] if self.refuted else []
        parts += [f"{self.unknown} not known"] if self.unknown else []
        return ", ".join(parts) + (", provisionally" if self.provisional else "")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the evidence proposes: an option's name, or none, and why."""

    option: str
    reason: str


def tally(verdicts: Iterable[Judged]) -> Tally:
    """Count verdicts."""
    found = [judged.verdict for judged in verdicts]
    outcomes = [verdict.outcome for verdict in found]
    told = [verdict for verdict in found if verdict.outcome != "not known"]
    return Tally(
        outcomes.count("confirmed"),
        outcomes.count("refuted"),
        outcomes.count("not known"),
        any(verdict.provisional for verdict in told),
    )


def propose(results: Results, titles: Mapping[str, str]) -> Proposal:
    """Return the option that the evidence alone speaks for.

    That is the only one with the fewest goals refuted and, of those, the most confirmed; and none is proposed that has
    a goal refuted or no goal confirmed. Robots can speak against an option and never for one.
    """
    options = dict.fromkeys(judged.option for judged in results.verdicts)
    tallies = {name: tally(j for j in results.verdicts if j.option == name) for name in options}
    asked = f"{results.people.asked} of {results.people.planned} people have taken part"
    impossible = _impossible(results, titles)
    if not results.people.asked:
        return Proposal("", f"{asked}, and robots cannot speak for people{impossible}")
    ranked = sorted(tallies.items(), key=lambda item: _rank(item[1]))
    best = [name for name, counts in tallies.items() if _rank(counts) == _rank(ranked[0][1])] if ranked else []
    if len(best) == 1 and not tallies[best[0]].refuted and tallies[best[0]].confirmed:
        others = "; ".join(f"{titles.get(n, n)}: {counts.sentence}" for n, counts in ranked[1:])
        return Proposal(best[0], tallies[best[0]].sentence + (f" ({others})" if others else ""))
    said = "; ".join(f"{titles.get(name, name)}: {counts.sentence}" for name, counts in tallies.items())
    alike = len(best) > 1 and tallies[best[0]].confirmed
    why = "what they did does not tell the options apart" if alike else "that does not speak for one option yet"
    return Proposal("", f"{asked}, and {why} ({said}){impossible}")


def _rank(counts: Tally) -> tuple[int, int]:
    return counts.refuted, -counts.confirmed


def _impossible(results: Results, titles: Mapping[str, str]) -> str:
    """Say which options robots found something impossible on."""
    by_robot = (j.option for j in results.verdicts if j.verdict.by == "robot")
    named = ", ".join(titles.get(name, name) for name in dict.fromkeys(by_robot))
    return f"; robots found something that cannot be done on: {named}" if named else ""

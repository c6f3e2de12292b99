"""Rules on how made-up values are spread: `weights 6/3/1`, `normal around 40 +- 12`, `zipf`, `10 % empty`."""

import re
from collections.abc import Mapping
from typing import Any

from toolkit.domain.kinds import FieldType
from toolkit.domain.solution import Entity, Field
from toolkit.domain.spread import SEASONS, Spread
from toolkit.spec.fieldline import RuleError
from toolkit.spec.known import Known
from toolkit.spec.node import Node
from toolkit.spec.report import closest

N = r"[-+]?\d+(?:[.,]\d+)?"
_WEIGHTS = re.compile(rf"weights?\s+({N}(?:\s*/\s*{N})*)")
_NORMAL = re.compile(rf"normal(?:\s+around)?\s+({N})\s*(?:\+\s*/?\s*-|±)\s*({N})")
_LOGNORMAL = re.compile(rf"lognormal(?:\s+around)?\s+({N})(?:\s*(?:\*\s*/|×\s*/|x\s*/)\s*({N}))?")
_ZIPF = re.compile(rf"zipf(?:\s+({N}))?")
_SEASONAL = re.compile(r"seasonal\s+(\S.*)")
_TREND = re.compile(rf"trend\s+({N})\s*%\s+(?:a|per)\s+(week|month|year)")
_SHARE = re.compile(rf"({N})\s*%\s+(empty|yes)")
_BEGUN = re.compile(r"(weights?|normal around|lognormal|trend)\s+\S")
_ALMOST = re.compile(r"\w+\s+[\d.,]+(?:\s*/\s*[\d.,]+)+")
FACTOR = 1.8
"""How many times larger or smaller than the median two thirds of lognormal values are at most, if nothing is said."""
EXPONENT = 1.0
STEEPEST_ZIPF = 4
_YEARS = {"week": 365.25 / 7, "month": 12.0, "year": 1.0}
WORDS = (
    "weights 60/30/10",
    "normal around 40 +- 12",
    "lognormal around 35 */ 2",
    "zipf",
    "seasonal",
    "trend",
    "10 % empty",
)
"""How these rules begin, for suggestions."""
_EXAMPLES = {
    "weight": "write a weight for each option in their order, as in weights 60/30/10",
    "normal": "write the mean and the standard deviation, as in normal around 40 +- 12",
    "lognormal": "write the median, and the factor that most lie within, as in lognormal around 35 */ 2",
    "trend": "write the change and its time, as in trend +20 % a year",
}
LARGEST = 1e15
"""Numbers as large as that are still told apart to the tenth."""
STEEPEST = 1_000.0
"""A trend that grows more than so many times in a year is no trend; one that falls by it leaves nothing."""


def spread_of(text: str) -> Spread | None:
    """Return what a rule says of how values are spread, None for another rule. Raises RuleError for nonsense."""
    plain = " ".join(text.casefold().split())
    found = _shaped(plain) or _timed(plain) or _shared(plain)
    if found is None and _ALMOST.fullmatch(plain) and closest(plain.split()[0], ["weights"]):
        raise RuleError(f"'{text}' is no rule", "did you mean 'weights'?")
    if found is None and (begun := _BEGUN.match(plain)):
        word = begun[1].split()[0].removesuffix("s")
        raise RuleError(f"'{text}' cannot be read", _EXAMPLES[word])
    return found


def number(text: str) -> float:
    """Return the number that a rule says. Raises RuleError for one that is too large to reckon with."""
    found = float(text.replace(",", "."))
    if abs(found) > LARGEST:
        raise RuleError(f"{text[:12]}... is too large a number", f"name numbers up to {LARGEST:,.0f}")
    return found


def _digits(*texts: str) -> int:
    """Return how many decimals numbers have beside ones that are written so: one more than these, or none."""
    most = max(len(text.replace(",", ".").partition(".")[2]) for text in texts)
    return most + 1 if most else 0


def _shaped(plain: str) -> Spread | None:
    if found := _WEIGHTS.fullmatch(plain):
        weights = tuple(number(part.strip()) for part in found[1].split("/"))
        if min(weights) < 0 or not sum(weights):
            raise RuleError("weights must not be negative, and one must be more than 0", _EXAMPLES["weight"])
        return Spread("weights", weights=weights)
    return _around(plain) or _zipf(plain)


def _around(plain: str) -> Spread | None:
    if found := _NORMAL.fullmatch(plain):
        if number(found[2]) <= 0:
            raise RuleError(f"a spread of {found[2]} is none", _EXAMPLES["normal"])
        return Spread("normal", number(found[1]), number(found[2]), digits=_digits(found[1], found[2]))
    if found := _LOGNORMAL.fullmatch(plain):
        middle, factor = number(found[1]), number(found[2]) if found[2] else FACTOR
        if middle <= 0 or factor <= 1:
            raise RuleError("a lognormal needs a median above 0 and a factor above 1", _EXAMPLES["lognormal"])
        return Spread("lognormal", middle, factor, digits=_digits(found[1]))
    return None


def _zipf(plain: str) -> Spread | None:
    found = _ZIPF.fullmatch(plain)
    if not found:
        return None
    exponent = number(found[1]) if found[1] else EXPONENT
    if not 0 < exponent <= STEEPEST_ZIPF:
        said = f"the exponent {found[1]} of zipf is not between 0 and {STEEPEST_ZIPF}"
        raise RuleError(said, "write zipf, or zipf 1.1")
    return Spread("zipf", width=exponent)


def _timed(plain: str) -> Spread | None:
    if found := _SEASONAL.fullmatch(plain):
        return Spread(seasons=tuple(part.strip() for part in re.split(r"\s+and\s+", found[1])))
    if found := _TREND.fullmatch(plain):
        share = number(found[1]) / 100
        growth = (1 + min(share, STEEPEST + 1)) ** _YEARS[found[2]] - 1 if share > -1 else -1.0
        if not -1 < growth <= STEEPEST or not growth:
            raise RuleError(f"a trend of {found[1]} % a {found[2]} is none that lasts", _EXAMPLES["trend"])
        return Spread(growth=growth)
    return None


def _shared(plain: str) -> Spread | None:
    found = _SHARE.fullmatch(plain)
    if not found:
        return None
    share = number(found[1]) / 100
    if not 0 <= share <= 1:
        raise RuleError(f"{found[1]} % is no share", f"write 0 to 100, as in 10 % {found[2]}")
    return Spread(empty=share) if found[2] == "empty" else Spread(yes=share)


def misfit(said: Spread, kind: FieldType | None) -> str:
    """Return what a rule on how values are spread does not fit, or an empty text; a reference is of no kind."""
    span, name = (kind.span, kind.name) if kind else ("reference", "reference")
    if said.shape == "weights" and name != "one of":
        return "anything but one of several options"
    if said.shape in {"normal", "lognormal"} and span != "number":
        return "anything but a number"
    if said.shape == "zipf" and span not in {"number", "reference"} and name != "one of":
        return "anything but a number, a choice or a reference to one row"
    if said.seasons and span != "days":
        return "anything but a date or datetime"
    if said.growth and span not in {"days", "number"}:
        return "anything but a date or a number"
    return "anything but yes/no" if said.yes is not None and name != "yes/no" else ""


def joined(plain: Field, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a rule sets of a field whose line has said something of how its values are spread before."""
    return {**found, "spread": plain.spread.joined(found["spread"]) if plain.spread else found["spread"]}


def check_spread(entity: Entity, field: Field, node: Node, known: Known) -> None:
    """Report what a field's values cannot be spread by: seasons nobody knows, weights for other options, no room."""
    said, line = field.spread, node.at("type")
    if said is None:
        return
    for season in said.seasons:
        if season not in SEASONS:
            at = line.after(max(0, line.text.casefold().find(season)))
            known.report.unknown("season", season, at, SEASONS)
    if said.weights and len(said.weights) != len(field.options):
        message = f"{len(said.weights)} weights for the {len(field.options)} options of '{field.name}'"
        at = line.after(max(0, line.text.casefold().find("weight")))
        known.report.add("weights-misfit", at, message, fix=_EXAMPLES["weight"])
    if said.empty and field.required:
        message = f"'{field.name}' cannot be empty, for it must be filled"
        known.report.add("empty-needed", line, message, fix="add: optional")
    if (_grows(field) and not _timely(entity, known)) and line.text:
        message = f"'{field.name}' has a trend, but no date of {entity.name} says when a row came about"
        fix = "add a date, as in created: datetime, last 2 years = now"
        known.report.add("trend-undated", line, message, fix=fix)
    if said.shape in {"normal", "lognormal"} and _out_of_reach(field, said):
        message = f"hardly any value around {said.middle:g} lies within the range of '{field.name}'"
        known.report.add("never-drawn", line, message, fix="widen the range, or move the middle into it")


def _grows(field: Field) -> bool:
    return bool(field.spread and field.spread.growth) and field.type not in {"date", "datetime"}


def _timely(entity: Entity, known: Known) -> bool:
    """Return whether some date of an entity lies in the past, so that it can say when a row came about."""
    dates = [f for f in entity.fields.values() if not f.computed and (t := known.type_of(f)) and t.span == "days"]
    return any((f.high or 0) <= 0 for f in dates)


def _out_of_reach(field: Field, said: Spread) -> bool:
    """Return whether the range lies more than three standard deviations from the middle."""
    if said.shape == "normal":
        lowest, highest = said.middle - 3 * said.width, said.middle + 3 * said.width
    else:
        lowest, highest = said.middle / said.width**3, said.middle * said.width**3
    return (field.low is not None and field.low > highest) or (field.high is not None and field.high < lowest)

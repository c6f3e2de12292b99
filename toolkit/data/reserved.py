"""Phone numbers and web addresses that reach nobody: kept for fiction, for documentation, or not given out."""

from collections.abc import Mapping
from functools import cache

from toolkit.data.facts import facts

MAIL = "example.com"
MAILS = ("example.com", "example.org", "example.net")
"""Domains that are kept for documentation (RFC 2606, section 3)."""
WEB = "example"
"""A top-level domain that is kept for documentation (RFC 2606, section 2): nothing below it leads anywhere."""

FICTION: Mapping[str, tuple[str, str, str]] = {
    "GB": ("+44 1632 960 ###", "+44 7700 900###", "+44 1632 960 ###"),
    "IE": ("+353 20 912 ####", "+353 20 912 ####", "+353 20 912 ####"),
    "US": ("+1 202 555 01##", "+1 202 555 01##", "+1 202 555 01##"),
    "CA": ("+1 613 555 01##", "+1 613 555 01##", "+1 613 555 01##"),
    "AU": ("+61 2 5550 ####", "+61 491 570 006", "+61 2 5550 ####"),
    "DE": ("+49 30 23125 ###", "+49 171 39200 ##", "+49 30 23125 ###"),
    "FR": ("+33 1 99 00 ## ##", "+33 6 39 98 ## ##", "+33 1 99 00 ## ##"),
    "SE": ("+46 8 465 004 ##", "+46 70 174 06 9#", "+46 8 465 004 ##"),
}
"""Line, mobile and fax numbers that regulators keep for films and books: Ofcom, ComReg, the North American Numbering
Plan (555-0100 to 555-0199), ACMA, Bundesnetzagentur, Arcep, Post- och telestyrelsen."""
LINES: Mapping[str, str] = {
    "20": "+44 20 7946 0###", "113": "+44 113 496 0###", "114": "+44 114 496 0###", "115": "+44 115 496 0###",
    "116": "+44 116 496 0###", "117": "+44 117 496 0###", "118": "+44 118 496 0###", "121": "+44 121 496 0###",
    "131": "+44 131 496 0###", "141": "+44 141 496 0###", "151": "+44 151 496 0###", "161": "+44 161 496 0###",
    "191": "+44 191 498 0###", "28": "+44 28 9649 6###", "29": "+44 29 2018 0###",
    "49 30": "+49 30 23125 ###", "49 40": "+49 40 66969 ###", "49 69": "+49 69 90009 ###",
    "49 89": "+49 89 99998 ###", "49 221": "+49 221 4710 ###",
    "33 1": "+33 1 99 00 ## ##", "33 2": "+33 2 61 91 ## ##", "33 3": "+33 3 53 01 ## ##",
    "33 4": "+33 4 65 71 ## ##", "33 5": "+33 5 36 49 ## ##",
    "61 2": "+61 2 5550 ####", "61 3": "+61 3 5550 ####", "61 7": "+61 7 5550 ####", "61 8": "+61 8 5550 ####",
    "46 8": "+46 8 465 004 ##", "46 31": "+46 31 390 06 ##", "46 40": "+46 40 628 04 ##",
}  # fmt: skip
"""Lines kept for fiction in one town or region, by the area code that a town has in the table of towns."""
AU_MOBILES = (
    "570 006", "570 156", "570 157", "570 158", "570 159", "570 110", "570 313", "570 737", "571 266", "571 491",
    "571 804", "572 549", "572 665", "572 983", "573 770", "573 087", "574 118", "574 632", "575 254", "575 789",
    "576 398", "576 801", "577 426", "577 644", "578 957", "578 148", "578 888", "579 212", "579 760", "579 455",
)  # fmt: skip
"""Mobile numbers after +61 491 that ACMA keeps for fiction: single ones, not a range."""
ELSEWHERE = ("+999 20 ######",) * 3
"""Numbers of a country code that nobody has, for places without a numbering plan of their own."""


@cache
def forms(country: str) -> tuple[str, str, str]:
    """Return how a country's line, mobile and fax numbers look; each # is a digit.

    Where no range is kept for fiction, its first digits belong to no area and to no operator.
    """
    if country in FICTION:
        return FICTION[country]
    found = next((row for row in facts("phones") if row[0] == country), None)
    if found is None:
        return ELSEWHERE
    _, code, line, mobile = found
    return f"{code} {line}", f"{code} {mobile}", f"{code} {line}"

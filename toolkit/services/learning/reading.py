"""What the cells of a column are: numbers, dates, times, yes and no, or texts, whichever most can be read as."""

import re
from collections.abc import Sequence
from datetime import datetime

MOST = 0.98
"""The share of cells that has to be readable: some dirt is in every sample."""
MOST_DIGITS = 12
"""A number with more of them stands for something or somebody."""
YES = frozenset({"yes", "true", "y", "ja", "oui", "sí", "si", "1", "x", "t"})
NO = frozenset({"no", "false", "n", "nein", "non", "0", "f"})
_NUMBER = re.compile(r"[-+]?(\d{1,3}([.,' \u00a0]\d{3})+|\d+)([.,]\d+)?")
_MONEY = re.compile(r"[€$£]|\b(EUR|USD|GBP|CHF)\b")
_DATE = re.compile(r"(\d{1,4})[-./](\d\d?)[-./](\d{1,4})(?:[T ]+(\d\d?):(\d\d)\S*( ?[AaPp][Mm])?)?")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"\+?[\d\s()/.-]{7,20}")
URL = re.compile(r"https?://\S+")


def share(said: Sequence[str], pattern: re.Pattern[str]) -> float:
    """Return the share of cells that are of a pattern."""
    return sum(bool(pattern.fullmatch(cell)) for cell in said) / max(len(said), 1)


def yes_share(said: Sequence[str]) -> float | None:
    """Return the share of yeses; None for what is not yes or no."""
    words = {cell.casefold() for cell in said}
    if not words or not words <= YES | NO or not words & YES or not words & NO:
        return None
    return sum(cell.casefold() in YES for cell in said) / len(said)


def numbers(said: Sequence[str]) -> list[float | None] | None:
    """Return each cell as a number, None for one that is none; None where too many are none, or digits are a code."""
    bare = [_MONEY.sub("", cell).replace("%", "").strip() for cell in said]
    good = [cell for cell in bare if _NUMBER.fullmatch(cell)]
    if len(good) < MOST * len(said) or not good or any(re.match(r"[-+]?0\d", cell) for cell in good):
        return None
    if max(len(re.sub(r"\D", "", cell)) for cell in good) > MOST_DIGITS:
        return None
    comma = any(re.search(r",\d{1,2}$|,\d{4,}$|\.\d{3},", re.sub(r"[^\d.,]", "", cell)) for cell in good)
    return [_number(cell, comma=comma) if _NUMBER.fullmatch(cell) else None for cell in bare]


def _number(cell: str, *, comma: bool) -> float | None:
    bare = re.sub(r"[' \u00a0]", "", cell)
    try:
        return float(bare.replace(".", "").replace(",", ".") if comma else bare.replace(",", ""))
    except ValueError:  # parted both ways, as in 234.536.95
        return None


def decimals(said: Sequence[str]) -> int:
    """Return how many digits most numbers have behind the point."""
    found = sorted(len(match[1]) if (match := re.search(r"[.,](\d{1,4})\D*$", cell)) else 0 for cell in said)
    return found[len(found) * 9 // 10] if found else 0


def is_money(said: Sequence[str]) -> bool:
    """Return whether cells say a currency."""
    return sum(bool(_MONEY.search(cell)) for cell in said) > len(said) / 2


def dates(cells: Sequence[str], said: Sequence[str]) -> list[datetime | None] | None:
    """Return each cell as a point in time, None for one that is none; None where too many are none."""
    if share(said, _DATE) < MOST or not said:
        return None
    firsts = [[int(n) for n in re.findall(r"\d+", cell)[:2]] for cell in said if "/" in cell]
    month_first = any(len(pair) > 1 and pair[1] > 12 for pair in firsts)
    found = [_moment(cell, month_first=month_first) for cell in cells]
    return found if sum(one is not None for one in found) >= MOST * len(said) else None


def _moment(cell: str, *, month_first: bool) -> datetime | None:
    parts = _DATE.fullmatch(cell)
    if not parts:
        return None
    first, second, third = (int(part) for part in parts.groups()[:3])
    year, month, day = (first, second, third) if len(parts[1]) == 4 else (third, second, first)
    if len(parts[1]) != 4 and month_first and "/" in cell:
        month, day = first, second
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    hour = int(parts[4] or 0) % 12 + 12 * ("p" in parts[6].casefold()) if parts[6] else int(parts[4] or 0)
    try:
        return datetime(year, month, day, hour, int(parts[5] or 0))
    except ValueError:
        return None


def has_times(moments: Sequence[datetime]) -> bool:
    """Return whether points in time are more than days."""
    return any(moment.hour or moment.minute for moment in moments)

"""The finding: a usability problem that a robot or a check met, with how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem on one element of one screen. `severity` runs from 0 (none) to 4 (nobody gets past it).

    `element` is the id made from spec names where there is one; `name` what assistive technology calls it;
    `box` is x, y, width and height in the picture, in CSS pixels.
    """

    rule: str
    severity: int
    message: str
    fix: str = ""
    wcag: str = ""
    element: str = ""
    role: str = ""
    name: str = ""
    screen: str = ""
    box: tuple[float, float, float, float] | None = None
    seen: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two sightings one finding: the rule and the element, wherever it was met."""
        return (self.rule, self.element or self.name, self.role)

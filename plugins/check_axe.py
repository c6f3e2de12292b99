"""Accessibility by axe-core: WCAG 2.2 level A and AA, and its best practices.

The size of targets has a check of its own, which knows links that spread over their row.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit import Check, Finding, Page, hook

SEVERITY = {"minor": 1, "moderate": 2, "serious": 3, "critical": 4}
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """
async (tags) => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], rules: {'target-size': {enabled: false}},
  });
  axe.setup(document.documentElement);
  const about = (node) => {
    const element = document.querySelector(node.target[0]);
    if (!element) return {element: '', role: '', name: '', box: null};
    const box = element.getBoundingClientRect();
    return {
      element: element.closest('[data-id]')?.dataset.id || '',
      role: axe.commons.aria.getRole(element) || element.localName,
      name: axe.commons.text.accessibleText(element).trim().slice(0, 120),
      box: [box.x + scrollX, box.y + scrollY, box.width, box.height],
    };
  };
  try {
    return found.violations.map(({id, impact, help, tags, nodes}) => ({id, impact, help, tags, nodes: nodes.map(
      (node) => ({...about(node), said: [...node.any, ...node.all, ...node.none].map((check) => check.message)}))}));
  } finally {
    axe.teardown();
  }
}
"""


def look(page: Page) -> Iterator[Finding]:
    """Run axe-core on the page as it stands, and say each violation of each element."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(page.asset("axe.min.js"))
    for violation in page.evaluate(RUN, list(TAGS)):
        yield from (_finding(violation, node) for node in violation["nodes"])


def _finding(violation: dict[str, Any], node: dict[str, Any]) -> Finding:
    severity = SEVERITY.get(violation["impact"], 2)
    advice = "best-practice" in violation["tags"]
    return Finding(
        rule=f"axe.{violation['id']}",
        severity=min(severity, 2) if advice else severity,
        message=violation["help"],
        fix="; ".join(dict.fromkeys(node["said"])),
        wcag=_criterion(violation["tags"]),
        element=node["element"],
        role=node["role"],
        name=node["name"],
        box=tuple(node["box"]) if node["box"] else None,
    )


def _criterion(tags: list[str]) -> str:
    """Return the WCAG success criterion among axe's tags: 'wcag143' -> '1.4.3'."""
    found = (re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in tags)
    return next((".".join(match.groups()) for match in found if match), "")


@hook
def register_checks() -> Iterable[Check]:
    """Bring axe."""
    return (Check("axe", "Accessibility by axe-core: WCAG 2.2 A and AA, and best practices", look),)

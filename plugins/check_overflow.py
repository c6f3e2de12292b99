"""Content wider than the window: what people would have to scroll sideways for."""

from collections.abc import Iterable, Iterator

from toolkit import Check, Finding, Page, hook

FIND = """
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width + 1) return [];
  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };
  const right = (element) => {
    const box = element.getBoundingClientRect();
    const spills = getComputedStyle(element).overflowX === 'visible' ? element.scrollWidth : 0;
    return box.width ? box.left + scrollX + Math.max(box.width, spills) : 0;
  };
  const wide = [...document.body.querySelectorAll('*')].filter((e) => right(e) > width + 1 && !scrolls(e));
  const ends = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  return ends.slice(0, 20).map((element) => {
    const box = element.getBoundingClientRect();
    return {
      element: element.closest('[data-id]')?.dataset.id || '',
      role: element.localName,
      name: element.textContent.trim().replace(/\\s+/g, ' ').slice(0, 120),
      over: Math.round(right(element) - width),
      box: [box.x + scrollX, box.y + scrollY, box.width, box.height],
    };
  });
}
"""


def look(page: Page) -> Iterator[Finding]:
    """Say each element that reaches over the window's edge and cannot be scrolled on its own."""
    for found in page.evaluate(FIND):
        yield Finding(
            rule="overflow",
            severity=3,
            message=f"'{found['name']}' reaches {found['over']} px over the edge of a window {page.width} px wide",
            fix="let it wrap or shrink, or give it a box of its own that scrolls",
            wcag="1.4.10",
            element=found["element"],
            role=found["role"],
            name=found["name"],
            box=tuple(found["box"]),
            seen={"over": found["over"], "width": page.width},
        )


@hook
def register_checks() -> Iterable[Check]:
    """Bring the check of width."""
    return (Check("overflow", "Content that is wider than the window", look),)

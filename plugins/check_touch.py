"""Targets too small for a finger, on screens that are touched."""

from collections.abc import Iterable, Iterator

from toolkit import Check, Finding, Page, hook

ENOUGH = 44
"""CSS pixels: the height that Apple's guidelines and WCAG 2.5.5 (AAA) ask for; WCAG 2.5.8 (AA) asks for 24."""
LEAST = 24
FIND = """
(enough) => {
  if (!matchMedia('(pointer: coarse)').matches) return [];
  const covers = (element) => {
    const after = getComputedStyle(element, '::after');
    const spread = after.content !== 'none' && after.position === 'absolute' && after.inset === '0px';
    let at = element;
    while (spread && at.parentElement && getComputedStyle(at).position === 'static') at = at.parentElement;
    return [at, ...(element.labels || [])].map((part) => part.getBoundingClientRect());
  };
  const inText = (element) => getComputedStyle(element).display === 'inline' && [...element.parentElement.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1);
  const targets = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]';
  return [...document.querySelectorAll(targets)].flatMap((element) => {
    const own = element.getBoundingClientRect();
    if (!element.checkVisibility({visibilityProperty: true}) || own.width < 2 || own.bottom + scrollY < 0) return [];
    const boxes = covers(element);
    const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
    if (bottom - top >= enough - 0.5 || inText(element)) return [];
    return [{
      element: element.closest('[data-id]')?.dataset.id || '',
      role: element.getAttribute('role') || {A: 'link', BUTTON: 'button'}[element.tagName] || element.localName,
      name: (element.labels?.[0]?.textContent || element.textContent).trim().replace(/\\s+/g, ' ').slice(0, 120),
      height: Math.round(bottom - top),
      box: [own.x + scrollX, own.y + scrollY, own.width, own.height],
    }];
  });
}
"""


def look(page: Page) -> Iterator[Finding]:
    """Say each target that is less high than a fingertip; links within a sentence are let pass, as WCAG does."""
    for found in page.evaluate(FIND, ENOUGH):
        yield Finding(
            rule="touch-target",
            severity=2 if found["height"] < LEAST else 1,
            message=f"'{found['name']}' is {found['height']} px high, and a finger needs {ENOUGH}",
            fix="give it more padding",
            wcag="2.5.8" if found["height"] < LEAST else "2.5.5",
            element=found["element"],
            role=found["role"],
            name=found["name"],
            box=tuple(found["box"]),
            seen={"height": found["height"]},
        )


@hook
def register_checks() -> Iterable[Check]:
    """Bring the check of touch targets."""
    return (Check("touch-target", f"Touch targets less than {ENOUGH} px high", look),)

"""Targets that are hard to hit: too low for a finger, or, with a mouse, both small and close to others."""

from collections.abc import Iterable, Iterator

from toolkit import Check, Finding, Page, hook

FINGER = 44
"""CSS pixels: the height that WCAG 2.5.5 (AAA) and the makers of phones ask for."""
LEAST = 24
"""CSS pixels: what WCAG 2.5.8 (AA) asks for, or as much room around the target's middle."""
FIND = """
([finger, least]) => {
  const enough = matchMedia('(pointer: coarse)').matches ? finger : least;
  const own = (element) => element.getBoundingClientRect();
  const reach = (element) => {
    const after = getComputedStyle(element, '::after');
    const spread = after.content !== 'none' && after.position === 'absolute' && after.inset === '0px';
    let at = element;
    while (spread && at.parentElement && getComputedStyle(at).position === 'static') at = at.parentElement;
    return at;
  };
  const covered = (element) => {
    const boxes = [element, ...(element.labels || [])].map(reach).map(own);
    const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
    const [right, bottom] = [Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))];
    return {left, top, right, bottom, height: bottom - top};
  };
  const inText = (element) => getComputedStyle(element).display === 'inline' && [...element.parentElement.childNodes]
    .some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim().length > 1);
  const names = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]';
  const seen = (element) => element.checkVisibility({visibilityProperty: true}) && own(element).width > 1
    && own(element).bottom + scrollY > 0;
  const all = [...document.querySelectorAll(names)].filter(seen);
  const targets = all.map((element) => ({element, box: covered(element)}));
  const alone = ({element, box}) => targets.every((other) => {
    const dx = Math.max(other.box.left - (box.left + box.right) / 2, (box.left + box.right) / 2 - other.box.right, 0);
    const dy = Math.max(other.box.top - (box.top + box.bottom) / 2, (box.top + box.bottom) / 2 - other.box.bottom, 0);
    return other.element === element || Math.hypot(dx, dy) >= least / 2;
  });
  const low = targets.filter((target) => target.box.height < enough - 0.5 && !inText(target.element)
    && (enough === finger || !alone(target)));
  return low.map(({element, box}) => ({
    element: element.closest('[data-id]')?.dataset.id || '',
    role: element.getAttribute('role') || {A: 'link', BUTTON: 'button'}[element.tagName] || element.localName,
    name: (element.labels?.[0]?.textContent || element.textContent).trim().replace(/\\s+/g, ' ').slice(0, 120),
    height: Math.round(box.height),
    enough,
    box: [own(element).x + scrollX, own(element).y + scrollY, own(element).width, own(element).height],
  }));
}
"""


def look(page: Page) -> Iterator[Finding]:
    """Say each target that is not high enough; links within a sentence are let pass, as WCAG does."""
    for found in page.evaluate(FIND, [FINGER, LEAST]):
        low = found["height"] < LEAST
        yield Finding(
            rule="target-size",
            severity=2 if low else 1,
            message=f"'{found['name']}' is {found['height']} px high; {found['enough']} px can be hit safely",
            fix="give it more padding, or more distance from its neighbours",
            wcag="2.5.8" if low else "2.5.5",
            element=found["element"],
            role=found["role"],
            name=found["name"],
            box=tuple(found["box"]),
            seen={"height": found["height"]},
        )


@hook
def register_checks() -> Iterable[Check]:
    """Bring the check of targets."""
    return (Check("target-size", f"Targets less than {FINGER} px high where touched, {LEAST} px elsewhere", look),)

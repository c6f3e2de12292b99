"""How a script sees that a step was taken: by what is new in the view that follows, said as lines of Playwright."""

import json
from collections.abc import Callable, Iterator
from itertools import islice

from toolkit.domain.view import Block, Calendar, Form, Notice, Sections, Table, View


def seen(before: View, after: View) -> tuple[str, ...]:
    """Return a line that waits for the most telling news of a view; none where nothing is new."""
    return tuple(islice((line for look in _LOOKS for line in look(before, after)), 1))


def python(text: str) -> str:
    """Return a text as it is written in Python, in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def _heading(before: View, after: View) -> Iterator[str]:
    if after.title != before.title:
        yield f'expect(page.get_by_role("heading", level=1)).to_have_text({python(after.title)})'


def _notice(before: View, after: View) -> Iterator[str]:
    for block in _news(before, after):
        if isinstance(block, Notice):
            yield f"expect(page.get_by_text({python(block.text)}, exact=True).first).to_be_visible()"


def _form(before: View, after: View) -> Iterator[str]:
    known = {block.label for block in before.blocks if isinstance(block, Form)}
    for block in after.blocks:
        if isinstance(block, Form) and block.label not in known:
            yield f'expect(page.get_by_role("form", name={python(block.label)}, exact=True)).to_be_visible()'


def _order(before: View, after: View) -> Iterator[str]:
    known = {(c.id, c.sorted) for b in before.blocks if isinstance(b, Table) for c in b.columns}
    for block in _news(before, after):
        for column in block.columns if isinstance(block, Table) else ():
            if column.sorted and (column.id, column.sorted) not in known:
                head = f'page.get_by_role("columnheader", name={python(column.label)}, exact=True)'
                yield f'expect({head}).to_have_attribute("aria-sort", "{column.sorted}")'


def _rows(before: View, after: View) -> Iterator[str]:
    known = {b.id for b in before.blocks if isinstance(b, Table)}
    for block in after.blocks:
        if isinstance(block, Table) and block.id not in known:
            named = f'page.get_by_role("table", name={python(block.label)}, exact=True)'
            yield f"expect({named}.first).to_be_visible()"


def _page(before: View, after: View) -> Iterator[str]:
    known = {(b.id, b.page) for b in before.blocks if isinstance(b, Table)}
    for block in _news(before, after):
        if isinstance(block, Table) and block.pages > 1 and (block.id, block.page) not in known:
            yield f'expect(page.get_by_text("Page {block.page} of {block.pages}").first).to_be_visible()'


def _month(before: View, after: View) -> Iterator[str]:
    for block in _news(before, after):
        if isinstance(block, Calendar):
            yield f'expect(page.get_by_role("heading", name={python(block.label)}, exact=True).first).to_be_visible()'


def _tally(before: View, after: View) -> Iterator[str]:
    known = {b.tally for b in before.blocks if isinstance(b, Form)}
    for block in _news(before, after):
        if isinstance(block, Form) and block.tally not in known:
            yield f"expect(page.get_by_text({python(block.tally)}, exact=True).first).to_be_visible()"


def _sections(before: View, after: View) -> Iterator[str]:
    for block in _news(before, after):
        if isinstance(block, Sections):
            yield f"expect(page.get_by_text({python(block.tally)}, exact=True).first).to_be_visible()"


def _news(before: View, after: View) -> list[Block]:
    return [block for block in after.blocks if block not in before.blocks]


_LOOKS: tuple[Callable[[View, View], Iterator[str]], ...] = (
    _heading,
    _notice,
    _form,
    _sections,
    _order,
    _rows,
    _page,
    _month,
    _tally,
)

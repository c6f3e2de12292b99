"""From saving a spec to the page redrawn, beside the GOV.UK Prototype Kit from npm in the same run.

Run: python benchmarks/edit_to_page.py. One word that the open page shows is changed: the kit's heading, the name of a
column here. The kit loads its page anew, showtell draws into the one that is there.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kit import kit
from playwright.sync_api import Page
from stages import desk, quiet, served, wait

from toolkit.browser.launch import launch, leave

ROUNDS = 15
REST = 1.5
"""Seconds between two saves, for both to come to rest; a save then meets every phase of whoever polls."""
SAYS = "word => document.body?.innerText.includes(word)"


@contextmanager
def showtell() -> Iterator[tuple[str, Path]]:
    """Give the address of a list in a workspace of its own, and its spec, with WORD for the name of a column."""
    with tempfile.TemporaryDirectory() as workspace:
        title = "title: text, 5..80 characters"
        spec = desk(workspace, (title, 'title: {type: "text, 5..80 characters", label: WORD}'))
        with served("desk", workspace) as address:
            wait(address)
            yield f"{address}/p/desk/late-first/", spec


def saved(page: Page, file: Path, text: str, word: str) -> float:
    """Return the milliseconds from saving a file to the frame in which the page says the word."""
    begin = time.perf_counter()
    file.write_text(text.replace("WORD", word), "utf-8")
    page.wait_for_function(SAYS, arg=word)
    return (time.perf_counter() - begin) * 1000


def main() -> None:
    """Save again and again, in turn, and print medians and their ratio."""
    quiet()
    times: dict[str, list[float]] = {"kit": [], "showtell": []}
    with ExitStack() as stack:
        browser = stack.enter_context(launch())
        open_pages = {}
        for name, begun in (("kit", kit()), ("showtell", showtell())):
            address, file = stack.enter_context(begun)
            text = file.read_text("utf-8")
            file.write_text(text.replace("WORD", "Begin"), "utf-8")
            page = browser.new_page()
            stack.callback(leave, page)
            page.goto(address)
            page.wait_for_function(SAYS, arg="Begin")
            open_pages[name] = (page, file, text)
        time.sleep(REST)
        for n in range(ROUNDS):
            for name, (page, file, text) in open_pages.items():
                times[name].append(saved(page, file, text, f"Word {n}"))
                time.sleep(REST + n * 0.037)
    medians = {name: statistics.median(seen) for name, seen in times.items()}
    for name, seen in times.items():
        print(f"{name:<9} saved to page redrawn {medians[name]:6.0f} ms, slowest {max(seen):6.0f} ms")
    print(f"ratio showtell / GOV.UK Prototype Kit: {medians['showtell'] / medians['kit']:.2f}  (medians of {ROUNDS})")


if __name__ == "__main__":
    main()

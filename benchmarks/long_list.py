"""From a click to the drawn view on a list of 2,000 rows, beside NiceGUI's own table in the same run.

Run: python benchmarks/long_list.py. Timed in the page: from the click's event to the frame in which what is looked at
has changed. NiceGUI's table keeps all rows in the browser and sorts and turns there; showtell asks its server.
"""

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from stages import desk, quiet, served, wait

from toolkit.browser.launch import launch, leave

ROUNDS = 20
CLICK = """async ([clicked, seen]) => {
    const text = () => document.querySelector(seen)?.textContent;
    const before = text();
    const start = performance.now();
    document.querySelector(clicked).click();
    while (text() === before || text() === undefined) {
        await new Promise(requestAnimationFrame);
        if (performance.now() - start > 10000) throw new Error('nothing changed within 10 s: ' + clicked);
    }
    return performance.now() - start;
}"""
CLICKS = {
    "showtell": {
        "sort": ("th a[data-control='queue.sort.title']", "tbody"),
        "next page": ("[data-control='queue.next-page']", "tbody"),
        "open a row": ("[data-control$='.open']", "h1"),
        "back": ("[data-control$='.back']", "h1"),
    },
    "plain": {
        "sort": ("th", "tbody"),
        "next page": (".q-table__bottom .q-btn:nth-last-child(2)", "tbody"),
        "open a row": ("tbody tr", "h1"),
        "back": (".q-btn", "h1"),
    },
}


@contextmanager
def shown(name: str, page: Page) -> Iterator[None]:
    """Let a page show the list of one of the two."""
    with tempfile.TemporaryDirectory() as workspace:
        desk(workspace, ("Ticket: 120", "Ticket: 2000"), ("sort: [-created]", "sort: [-created]\n    rows: 25"))
        with served("desk", workspace, plain="plain_list.py" if name == "plain" else "") as address:
            wait(address)
            page.goto(address if name == "plain" else f"{address}/p/desk/dashboard/")
            page.wait_for_function("window.did_handshake === true && !!document.querySelector('h1')")
            if name == "showtell":
                page.locator("[data-control='role.agent']").first.evaluate("link => link.click()")
            page.wait_for_function("document.querySelectorAll('tbody tr').length === 25")
            yield
            leave(page)


def main() -> None:
    """Sort, turn the page, open a row and go back, again and again, on both."""
    quiet()
    medians: dict[str, dict[str, float]] = {}
    with launch() as browser:
        for name, clicks in CLICKS.items():
            page = browser.new_page()
            times: dict[str, list[float]] = {what: [] for what in clicks}
            with shown(name, page):
                for _ in range(ROUNDS):
                    for what, selectors in clicks.items():
                        times[what].append(page.evaluate(CLICK, list(selectors)))
                        page.wait_for_timeout(100)
            medians[name] = {what: statistics.median(seen) for what, seen in times.items()}
    for what, plain in medians["plain"].items():
        ours = medians["showtell"][what]
        print(f"{what:<11} showtell {ours:6.1f} ms, NiceGUI's table {plain:6.1f} ms, ratio {ours / plain:.2f}")
    print(f"(medians of {ROUNDS} clicks each; 2,000 rows, 25 a page)")


if __name__ == "__main__":
    main()

"""From a click to the drawn view, beside a plain NiceGUI page that shows as much, in the same run.

Run: python benchmarks/click_to_view.py. Timed in the page: from the click's event to the frame after the new heading.
"""

import statistics

from stages import quiet, started, wait

from toolkit.browser.launch import launch, leave

ROUNDS = 40
CLICK = """async ([selector, index]) => {
    const before = document.querySelector('h1').textContent;
    const start = performance.now();
    document.querySelectorAll(selector)[index].click();
    while (document.querySelector('h1')?.textContent === before || !document.querySelector('h1')) {
        await new Promise(requestAnimationFrame);
        if (performance.now() - start > 10000) throw new Error('no view after 10 s');
    }
    return performance.now() - start;
}"""
OPEN = {"plain": ".q-btn", "showtell": "[data-control$='.open']"}
BACK = {"plain": ".q-btn", "showtell": "[data-control$='.back']"}


def main() -> None:
    """Open a row and go back, again and again, on both."""
    quiet()
    medians: dict[str, float] = {}
    with launch() as browser:
        for name in ("plain", "showtell"):
            with started(name) as address:
                wait(address)
                page = browser.new_page()
                page.goto(address)
                page.wait_for_function("window.did_handshake === true && !!document.querySelector('h1')")
                page.wait_for_selector(OPEN[name])
                times = []
                for _ in range(ROUNDS):
                    times.append(page.evaluate(CLICK, [OPEN[name], 0]))
                    page.wait_for_selector(BACK[name])
                    times.append(page.evaluate(CLICK, [BACK[name], 0]))
                    page.wait_for_selector(OPEN[name])
                medians[name] = statistics.median(times)
                worst = sorted(times)[int(len(times) * 0.95)]
                print(f"{name:<9} click to drawn view {medians[name]:5.1f} ms, 95 % within {worst:5.1f} ms")
                leave(page)
    ratio = medians["showtell"] / medians["plain"]
    print(f"ratio showtell / plain NiceGUI: {ratio:.2f}  (medians of {2 * ROUNDS} clicks)")


if __name__ == "__main__":
    main()

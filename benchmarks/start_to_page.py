"""From starting the server to the first page that can be used, beside a plain NiceGUI page in the same run.

Run: python benchmarks/start_to_page.py. The browser is warm, its cache is not: each round is a new context.
"""

import statistics
import time

from stages import quiet, started, wait

from toolkit.browser.launch import launch

ROUNDS = 5


def main() -> None:
    """Start both in turn and print medians and their ratio."""
    quiet()
    times: dict[str, list[tuple[float, float]]] = {"plain": [], "showtell": []}
    with launch() as browser:
        for _ in range(ROUNDS):
            for name, seen in times.items():
                context = browser.new_context()
                begin = time.perf_counter()
                with started(name) as address:
                    wait(address)
                    answered = time.perf_counter()
                    page = context.new_page()
                    page.goto(address)
                    page.wait_for_function("window.did_handshake === true && !!document.querySelector('h1')")
                    seen.append((answered - begin, time.perf_counter() - begin))
                context.close()
    for name, seen in times.items():
        up, usable = (statistics.median(column) for column in zip(*seen, strict=True))
        print(f"{name:<9} answers after {up:5.2f} s, first page usable after {usable:5.2f} s")
    ratio = statistics.median(s[1] for s in times["showtell"]) / statistics.median(s[1] for s in times["plain"])
    print(f"ratio showtell / plain NiceGUI: {ratio:.2f}  (medians of {ROUNDS}, in turn, cold cache)")


if __name__ == "__main__":
    main()

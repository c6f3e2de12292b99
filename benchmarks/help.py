"""How long `showtell --help` takes, beside Python starting and doing nothing. Run: python benchmarks/help.py."""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 15
SHOWTELL = Path(sys.executable).with_name("showtell")


def seconds(command: list[str]) -> float:
    """Return how long one run takes, by the wall clock."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn, so that both meet the same machine, and print medians and their ratio."""
    runs = [(seconds([sys.executable, "-c", "pass"]), seconds([str(SHOWTELL), "--help"])) for _ in range(ROUNDS)]
    nothing, help_ = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"python -c pass    {nothing * 1000:6.0f} ms")
    print(f"showtell --help   {help_ * 1000:6.0f} ms   ratio {help_ / nothing:.1f}  (medians of {ROUNDS}, in turn)")


if __name__ == "__main__":
    main()

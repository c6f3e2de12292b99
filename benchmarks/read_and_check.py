"""Reading and checking a spec of 30 entities and 60 screens, beside YAML and JSON Schema alone in the same run.

Run: python benchmarks/read_and_check.py. The alternative reads the file with ruamel.yaml and holds it against the
published schema, as an editor does; showtell also types every condition, makes the data and draws every screen.
"""

import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from toolkit.loader import load
from toolkit.services.check import check
from toolkit.spec import read

ENTITIES = 30
ROUNDS = 5
SCHEMA = Path(__file__).parents[1] / "docs" / "spec.schema.json"


def spec() -> str:
    """Return a spec: each entity with eight fields, a life cycle and a reference, a list and a detail."""
    lines = ["solution: A large one", "roles: [Clerk, Lead]", "entities:"]
    for n in range(ENTITIES):
        lines += [
            f"  Case{n}:",
            "    title: text, 5..80 characters",
            "    owner: person",
            "    amount: money, 0..5000 EUR",
            "    opened: datetime, last 30 days",
            "    due: '= opened + days(5)'",
            "    kind: one of Simple, Difficult, Special",
            *([f"    before: Case{n - 1}"] if n else []),
            "    status: {Open -> Doing: Start (Clerk), Doing -> Done: Finish (Clerk), Done -> Open: Reopen (Lead)}",
        ]
    lines.append("screens:")
    for n in range(ENTITIES):
        lines += [
            f"  Cases {n}: {{list: Case{n}, filter: [kind, status], where: status != 'Done', sort: [due]}}",
            f"  Case {n}: {{detail: Case{n}}}",
        ]
    return "\n".join(lines) + "\n"


def median(work: Callable[[], object]) -> float:
    """Return the median seconds of a few runs."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def main() -> None:
    """Read and check, and print medians and ratios."""
    plugins = load(None)
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "spec.yaml")
        file.write_text(spec(), "utf-8")

        def alone() -> None:
            schema.validate(YAML(typ="safe", pure=True).load(io.StringIO(file.read_text("utf-8"))))

        times = {
            "YAML and JSON Schema alone": median(alone),
            "showtell reads": median(lambda: read(file, plugins.parts)),
            "showtell checks": median(lambda: check(file, plugins)),
        }
        checked = check(file, plugins)
    if checked.failed:
        raise ValueError("\n".join(finding.message for finding in checked.findings))
    least = times["YAML and JSON Schema alone"]
    for name, seconds in times.items():
        print(f"{name:<28} {seconds * 1000:6.0f} ms, ratio {seconds / least:.2f}")
    print(f"({ENTITIES} entities, {2 * ENTITIES} screens, {checked.views} views drawn; medians of {ROUNDS})")


if __name__ == "__main__":
    main()

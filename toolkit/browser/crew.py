"""A crew of robots: one browser a device, side by side as far as the machine has cores."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from toolkit.browser.launch import launch
from toolkit.browser.walking import Job, Stage, Walked, Walker
from toolkit.domain.evidence import Sighting
from toolkit.ports.check import Check

Report = Callable[[Walked], None]


@dataclass(slots=True)
class Crew:
    """Walks jobs; those of one device go to one browser, so that no screen is looked at twice at one size."""

    stage: Stage
    checks: tuple[Check, ...]
    report: Report
    sightings: list[Sighting] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def walk(self, todo: Sequence[Job]) -> tuple[Walked, ...]:
        """Do the jobs, and return what came of each, in the order given. Raises NoBrowser where there is none."""
        shares = {job.device.name: [j for j in todo if j.device == job.device] for job in todo}
        with ThreadPoolExecutor(max_workers=min(len(shares), os.cpu_count() or 1) or 1) as pool:
            shared = list(pool.map(self._share, shares.values()))
        for walker, _ in shared:
            self.sightings += walker.sightings
            self.pictures |= walker.pictures
        done = {job: walked for _, walks in shared for job, walked in walks}
        return tuple(done[job] for job in todo)

    def _share(self, todo: Sequence[Job]) -> tuple[Walker, list[tuple[Job, Walked]]]:
        """Do one device's jobs in a browser of their own."""
        done = []
        with launch() as browser:
            walker = Walker(browser, self.stage, self.checks)
            for job in todo:
                done.append((job, walker.walk(job)))
                with self._lock:
                    self.report(done[-1][1])
        return walker, done

"""A crew of robots: one browser a device, side by side as far as the machine has cores."""

import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
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
    _done: dict[Job, Walked] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def interrupted(self) -> bool:
        """Whether somebody interrupted the walks."""
        return self._stop.is_set()

    def walk(self, todo: Sequence[Job]) -> tuple[Walked, ...]:
        """Do the jobs, and return what came of each, in the order given. Raises NoBrowser where there is none.

        Who interrupts gets what was done until then: the walks under way are ended first.
        """
        shares = {job.device.name: [j for j in todo if j.device == job.device] for job in todo}
        with ThreadPoolExecutor(max_workers=min(len(shares), os.cpu_count() or 1) or 1) as pool:
            under_way = [pool.submit(self._share, share) for share in shares.values()]
            try:
                wait(under_way)
            except KeyboardInterrupt:
                self._stop.set()
        for share in under_way:
            walker = share.result()
            self.sightings += walker.sightings
            self.pictures |= walker.pictures
        return tuple(self._done[job] for job in todo if job in self._done)

    def _share(self, todo: Sequence[Job]) -> Walker:
        """Do one device's jobs in a browser of their own."""
        with launch() as browser:
            walker = Walker(browser, self.stage, self.checks)
            for job in todo:
                if self._stop.is_set():
                    break
                walked = walker.walk(job)
                with self._lock:
                    self._done[job] = walked
                    self.report(walked)
        return walker

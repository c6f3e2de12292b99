"""What `check` says about a spec: one sentence and one fix, and the place in the file it is about."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class SpecFinding:
    """One thing that is wrong with a spec, or worth knowing before it is shown.

    `where` is 'spec.yaml:31:10' (file, line, column), `path` is the way to it by names: 'tasks.return-item'.
    """

    code: str
    severity: Severity
    where: str
    path: str
    message: str
    fix: str

    @property
    def position(self) -> tuple[int, int]:
        """The line and column, from 1; (0, 0) for something about the whole file."""
        parts = self.where.rsplit(":", 2)
        return (int(parts[1]), int(parts[2])) if len(parts) == 3 else (0, 0)

    def text(self) -> str:
        """Return the finding as up to three aligned lines: what, where and fix."""
        place = f"{self.where} ({self.path})" if self.path else self.where
        lines = (f"{self.severity}: {self.message} [{self.code}]", f"where: {place}", f"  fix: {self.fix}")
        return "\n".join(lines if self.fix else lines[:2])

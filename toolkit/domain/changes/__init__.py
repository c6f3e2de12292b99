"""What changed between two readings of a solution, in the words of whoever looks at the prototype."""

from toolkit.domain.changes.change import Change, Chapter, Kind
from toolkit.domain.changes.comparing import compare

__all__ = ["Change", "Chapter", "Kind", "compare"]

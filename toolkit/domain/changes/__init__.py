"""What changed between two readings of a solution, in the words of whoever looks at the prototype."""

from toolkit.domain.changes.change import Change, Chapter, Kind
from toolkit.domain.changes.code import CODE, code_changes
from toolkit.domain.changes.comparing import compare

__all__ = ["CODE", "Change", "Chapter", "Kind", "code_changes", "compare"]

"""What became of the Python beside a spec: files that came, went, or were edited."""

from collections.abc import Iterator, Mapping

from toolkit.domain.changes.change import Change

CODE = "code:"
"""What the fingerprint of such a file is called before its name."""


def code_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Change]:
    """Yield a change for each file whose fingerprint is another; what it does is the file's own matter."""
    for key in sorted(key for key in {*before, *after} if key.startswith(CODE)):
        name = key.removeprefix(CODE)
        if before.get(key) == after.get(key):
            continue
        if key not in before:
            yield Change("new", f"{name} is new: what it draws or rules is Python of its own now")
        elif key not in after:
            yield Change("gone", f"{name} is gone: what it drew or ruled is as the spec says it")
        else:
            yield Change("changed", f"{name} is another: what it draws or rules may be different")

"""The spec: the YAML file an architect writes, read into an immutable `Solution` with every mistake at its place."""

from toolkit.spec.reading import Reading, read, read_text

__all__ = ["Reading", "read", "read_text"]

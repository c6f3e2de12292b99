"""From a solution to its dataset."""

from toolkit.data.making import fingerprint, make

__all__ = ["fingerprint", "make"]

"""From a solution to its dataset."""

from toolkit.data.making import clock, fingerprint, make
from toolkit.data.plan import entities_of

__all__ = ["clock", "entities_of", "fingerprint", "make"]

"""From a solution to its dataset."""

from toolkit.data.making import clock, fingerprint, make
from toolkit.data.plan import entities_of
from toolkit.data.streaming import Chunk, is_streamed, stream

__all__ = ["Chunk", "clock", "entities_of", "fingerprint", "is_streamed", "make", "stream"]

"""What a field is about: inferred once for each from its name, its type, its entity and its neighbours."""

from toolkit.data.meaning.infer import infer, inferred
from toolkit.data.meaning.reading import Meaning

__all__ = ["Meaning", "infer", "inferred"]

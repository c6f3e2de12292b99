"""What a field is about: inferred once for each from its name, its type, its entity and its neighbours."""

from toolkit.data.meaning.infer import Meaning, infer

__all__ = ["Meaning", "infer"]

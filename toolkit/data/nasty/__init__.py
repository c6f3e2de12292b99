"""The nasty dataset: the same rows with all that breaks screens in them, and nothing that the spec does not allow."""

from toolkit.data.nasty.making import nasty

__all__ = ["nasty"]

"""The languages that come with the toolkit: a catalogue of sentences each, numbers and dates by locale."""

from toolkit.languages.shipped import SHIPPED, UnknownLanguageError, catalogue_file, is_known, language

__all__ = ["SHIPPED", "UnknownLanguageError", "catalogue_file", "is_known", "language"]

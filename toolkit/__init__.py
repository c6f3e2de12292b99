"""Showtell's public face: the names that plugins and prototypes may use."""

from importlib.metadata import version

__version__ = version("showtell")

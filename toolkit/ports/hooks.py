"""Where a plugin can hook in. This file is the whole plugin surface.

A `register_*` hook returns new things of one kind; all plugins are asked, and two things with one name are an error.
"""

from collections.abc import Iterable

import pluggy

from toolkit.domain.kinds import FieldType
from toolkit.domain.parts import ScreenKind
from toolkit.domain.phrases import Phrases
from toolkit.ports.check import Check
from toolkit.ports.exporter import Exporter
from toolkit.ports.importer import Importer
from toolkit.ports.metric import Metric

PROJECT = "showtell"
hookspec = pluggy.HookspecMarker(PROJECT)
hook = pluggy.HookimplMarker(PROJECT)
"""The mark on a plugin's functions."""


class Hooks:
    """The hooks, with what each returns."""

    @hookspec
    def register_field_types(self) -> Iterable[FieldType]:
        """Return field types; a spec may name them in its field lines."""
        return ()

    @hookspec
    def register_screen_kinds(self) -> Iterable[ScreenKind]:
        """Return screen kinds; a spec may name them as the key of a screen."""
        return ()

    @hookspec
    def register_metrics(self) -> Iterable[Metric]:
        """Return metrics; a goal may name them, and each is worked out for every task of every session."""
        return ()

    @hookspec
    def register_checks(self) -> Iterable[Check]:
        """Return usability checks; robots run each on every screen they meet."""
        return ()

    @hookspec
    def register_exporters(self) -> Iterable[Exporter]:
        """Return formats in which `showtell data` can write a dataset."""
        return ()

    @hookspec
    def register_importers(self) -> Iterable[Importer]:
        """Return kinds of file that `showtell import` can make a spec from."""
        return ()

    @hookspec
    def register_phrases(self) -> Iterable[Phrases]:
        """Return phrases of a trade in a language: titles, descriptions, answers, names of goods, reasons."""
        return ()

"""The presenter's panel: what an architect can switch while showing a prototype, as plain data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Switch:
    """One thing that can be chosen.

    With an `address` it is a link; with a `deed` (and its `value`) it is done on the page, and keeps the place.
    `on` says that it is so now; of a `lasting` one that it can be switched off again. `lang` is the language of the
    label, where it is another than that of the panel.
    """

    label: str
    address: str = ""
    deed: str = ""
    value: str = ""
    on: bool = False
    about: str = ""
    lasting: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Switches that belong together: of those with `on` it is one of them."""

    name: str
    label: str
    switches: tuple[Switch, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """All groups in their order, and what can be done besides."""

    groups: tuple[Group, ...]
    tools: tuple[Switch, ...] = ()

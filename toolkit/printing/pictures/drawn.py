"""A picture as SVG, by its subject and its seed."""

from functools import lru_cache

from markupsafe import Markup, escape

from toolkit.domain.sketch import Picture
from toolkit.printing.pictures.landscape import landscape
from toolkit.printing.pictures.pen import Pen
from toolkit.printing.pictures.people import person
from toolkit.printing.pictures.places import PLACES
from toolkit.printing.pictures.things import THINGS

_DRAW = {"landscape": landscape, **PLACES, **THINGS}


def picture(name: str) -> Markup:
    """Return the picture of a name of which nothing else is known."""
    return drawn(Picture("landscape", name))


def drawn(one: Picture) -> Markup:
    """Return a picture; with words about it an image to those who cannot see it, without any left unread."""
    said = f'role="img" aria-label="{escape(one.about)}"' if one.about else 'aria-hidden="true"'
    size, look = ("64 64", "st-drawn st-portrait") if one.subject == "person" else ("96 64", "st-drawn")
    shapes = _shapes(one.subject, one.seed)
    return Markup(  # noqa: S704 - built of numbers alone, but for the words, which are escaped
        f'<svg class="{look}" viewBox="0 0 {size}" {said} focusable="false">{shapes}</svg>'
    )


@lru_cache(maxsize=2048)
def _shapes(subject: str, seed: str) -> str:
    return (person if subject == "person" else _DRAW.get(subject, landscape))(Pen(seed))


def hue_of(name: str) -> int:
    """Return the hue behind a name's letters: the same wherever the name stands."""
    return Pen(name).hue

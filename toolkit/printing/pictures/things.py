"""Things that are sold, lent and repaired, each on a table in front of a wall, and the pages of documents."""

from collections.abc import Callable, Mapping

from toolkit.printing.pictures.pen import Pen, area, box, dot, line, ring
from toolkit.printing.pictures.wares import WARES

Draw = Callable[[Pen], str]


def laptop(pen: Pen) -> str:
    """Return an open laptop."""
    return box(28, 16, 40, 27, pen.dark, 2) + box(30.5, 18.5, 35, 21, pen.light) + area("M22 45H74L78 51H18Z", pen.main)


def phone(pen: Pen) -> str:
    """Return a smartphone."""
    lens = dot(42, 16, 2, pen.light) if pen.number(4, 2) else box(45, 12.5, 6, 1.6, pen.paper, 0.8)
    return box(37, 8, 22, 44, pen.dark, 4) + box(39, 11, 18, 38, pen.main, 2) + lens


def screen(pen: Pen) -> str:
    """Return a monitor."""
    return (
        box(22, 12, 52, 32, pen.dark, 2)
        + box(24.5, 14.5, 47, 27, pen.light)
        + box(45, 44, 6, 6, pen.dark)
        + box(36, 49, 24, 3, pen.dark, 1)
    )


def keyboard(pen: Pen) -> str:
    """Return a keyboard."""
    keys = "".join(box(20 + 6 * x, 31 + 6 * y, 4.4, 4.4, pen.paper, 1) for x in range(9) for y in range(3))
    return box(17, 28, 60, 23, pen.main, 3) + keys


def headphones(pen: Pen) -> str:
    """Return headphones."""
    return (
        line("M30 40C28 16 68 16 66 40", pen.dark, 4)
        + box(25, 34, 10, 18, pen.main, 5)
        + box(61, 34, 10, 18, pen.main, 5)
    )


def camera(pen: Pen) -> str:
    """Return a camera."""
    return (
        box(38, 14, 20, 8, pen.dark, 2)
        + box(22, 20, 52, 32, pen.main, 4)
        + dot(48, 36, 12, pen.dark)
        + dot(48, 36, 7, pen.light)
    )


def chair(pen: Pen) -> str:
    """Return a chair."""
    return (
        box(34, 10, 28, 22, pen.main, 5)
        + box(31, 34, 34, 7, pen.main, 3)
        + line("M36 41L33 56M60 41L63 56M48 41V50", pen.dark, 3)
    )


def table(pen: Pen) -> str:
    """Return a table."""
    return box(16, 28, 64, 5, pen.main, 1) + box(20, 33, 4, 22, pen.dark) + box(72, 33, 4, 22, pen.dark)


def lamp(pen: Pen) -> str:
    """Return a lamp."""
    return area("M34 30L40 10H56L62 30Z", pen.light) + box(46.5, 30, 3, 20, pen.dark) + box(37, 50, 22, 4, pen.main, 2)


def bottle(pen: Pen) -> str:
    """Return a bottle."""
    return (
        box(44, 6, 8, 6, pen.dark, 1)
        + area("M44.5 12H51.5V20C57 23 58 26 58 30V54H38V30C38 26 39 23 44.5 20Z", pen.main)
        + box(38, 34, 20, 12, pen.paper)
    )


def cup(pen: Pen) -> str:
    """Return a cup."""
    return (
        ring(62, 38, 7, pen.dark, 3.5)
        + area("M34 24H62V44C62 50 58 54 52 54H44C38 54 34 50 34 44Z", pen.main)
        + box(34, 24, 28, 4, pen.light)
    )


def shirt(pen: Pen) -> str:
    """Return a shirt."""
    return area("M38 12L24 19L29 31L34 28.5V54H62V28.5L67 31L72 19L58 12C55 17 41 17 38 12Z", pen.main) + line(
        "M38 12C41 17 55 17 58 12", pen.dark, 2
    )


def shoe(pen: Pen) -> str:
    """Return a shoe."""
    return (
        area("M20 24C24 27 29 27 33 23L50 35C60 40 76 38 77 47V50H20Z", pen.main)
        + box(19, 49, 59, 5, pen.paper, 2)
        + line("M41 32L45 28M46 36L50 32", pen.paper, 1.6)
    )


def bag(pen: Pen) -> str:
    """Return a bag."""
    return (
        line("M38 26C38 10 58 10 58 26", pen.dark, 3)
        + area("M28 24H68L72 54H24Z", pen.main)
        + box(28, 36, 40, 3, pen.light)
    )


def book(pen: Pen) -> str:
    """Return a book."""
    return (
        box(32, 9, 34, 46, pen.dark, 2)
        + box(30, 9, 32, 43, pen.main, 2)
        + box(36, 17, 20, 4, pen.paper)
        + box(36, 24, 13, 2.5, pen.light)
    )


def tool(pen: Pen) -> str:
    """Return a spanner, or a hammer."""
    spanner = line("M36 44L56 24", pen.main, 7) + ring(60, 20, 7, pen.dark, 5) + ring(32, 48, 5, pen.dark, 4)
    hammer = line("M34 52L54 26", pen.main, 6) + area("M44 14L66 28L62 35L50 27L42 30L38 22Z", pen.dark)
    return pen.pick(3, (spanner, hammer))


def pills(pen: Pen) -> str:
    """Return a packet of pills."""
    rows = "".join(dot(32 + 11 * x, 24 + 12 * y, 4, pen.paper) for x in range(4) for y in range(3))
    return box(24, 15, 50, 42, pen.main, 4) + rows


def food(pen: Pen) -> str:
    """Return a plate with something on it."""
    parts = "".join(
        dot(40 + 8 * n, 30 + pen.number(8 + n, 9), 4 + pen.number(12 + n, 3), shade)
        for n, shade in enumerate((pen.main, pen.light, pen.dark))
    )
    return dot(48, 34, 24, pen.paper) + ring(48, 34, 17, pen.floor, 1.5) + parts


def crate(pen: Pen) -> str:
    """Return a parcel."""
    return (
        area("M26 24L48 14L70 24L48 34Z", pen.light)
        + area("M26 24L48 34V58L26 48Z", pen.main)
        + area("M70 24L48 34V58L70 48Z", pen.dark)
        + line("M37 19L59 29V35", pen.paper, 2.5)
    )


def document(pen: Pen) -> str:
    """Return a page: a heading, lines, and by chance a table, a stamp or a signature."""
    lines = "".join(box(32, 22 + 5 * n, 18 + pen.number(3 + n, 15), 2, pen.floor) for n in range(5))
    extra = pen.pick(
        9,
        (
            ring(59, 49, 5, pen.main, 1.8),
            line("M50 51C52 46 54 53 56 49S60 50 64 48", pen.dark, 1.4),
            box(32, 47, 32, 6, pen.light),
        ),
    )
    fold = area("M60 6L68 14H60Z", pen.floor)
    return (
        area("M28 6H60L68 14V60H28Z", pen.paper)
        + fold
        + box(32, 13, 16 + pen.number(10, 8), 4, pen.main)
        + lines
        + extra
    )


def on_table(draw: Draw) -> Draw:
    """Return what draws a thing where it stands."""
    return lambda pen: box(0, 0, 96, 64, pen.ground) + box(0, 50, 96, 14, pen.floor) + draw(pen)


_STANDING: Mapping[str, Draw] = {
    "laptop": laptop,
    "phone": phone,
    "screen": screen,
    "keyboard": keyboard,
    "headphones": headphones,
    "camera": camera,
    "chair": chair,
    "table": table,
    "lamp": lamp,
    "bottle": bottle,
    "cup": cup,
    "shirt": shirt,
    "shoe": shoe,
    "bag": bag,
    "book": book,
    "tool": tool,
    "pills": pills,
    "box": crate,
    **WARES,
}
THINGS: Mapping[str, Draw] = {
    **{name: on_table(draw) for name, draw in _STANDING.items()},
    "food": lambda pen: box(0, 0, 96, 64, pen.ground) + food(pen),
    "document": lambda pen: box(0, 0, 96, 64, pen.ground) + document(pen),
}

"""Portraits: head and shoulders without a face, told apart by hair, skin, clothes and what they wear."""

from toolkit.printing.pictures.pen import Pen, area, box, dot, line, ring

SKIN = ("#f3d3bd", "#e8bd9c", "#d6a27c", "#b97f57", "#8f5b3b", "#623c28")
HAIR = ("#2b2320", "#4a3328", "#7a5234", "#a8794a", "#c9a56b", "#8d8a88", "#d8d5d0", "#8a3f2a")


def person(pen: Pen) -> str:
    """Return a portrait in a square of 64."""
    skin, hair = pen.pick(3, SKIN), pen.pick(4, HAIR)
    back, front = pen.pick(5, STYLES)(hair)
    shoulders = area("M8 64C8 50 19 44.5 32 44.5S56 50 56 64Z", pen.main)
    neck = box(26.5, 36, 11, 13, skin, 5) + area("M26.5 40C29 44 35 44 37.5 40V43C35 46 29 46 26.5 43Z", "#0000001a")
    collar = pen.pick(6, COLLARS)(pen)
    head = area("M21 26C21 17 25.5 12 32 12S43 17 43 26C43 35 38.5 41 32 41S21 35 21 26Z", skin)
    ears = dot(21, 27.5, 2.6, skin) + dot(43, 27.5, 2.6, skin)
    glasses = _glasses(pen.dark) if pen.number(7, 5) == 0 else ""
    return box(0, 0, 64, 64, pen.ground) + back + shoulders + neck + collar + ears + head + front + glasses


def _glasses(stroke: str) -> str:
    return ring(27.3, 27.5, 3.7, stroke, 1.3) + ring(36.7, 27.5, 3.7, stroke, 1.3) + line("M31 27H33", stroke, 1.3)


def _short(hair: str) -> tuple[str, str]:
    return "", area(
        "M20.5 26C19 15 25 9.5 32.5 9.5S45 15 43.5 26C42.5 21 40 18.5 36 18"
        "C30 18 24 18.5 22 21C21 22.5 20.8 24 20.5 26Z",
        hair,
    )


def _parted(hair: str) -> tuple[str, str]:
    return "", area(
        "M20.5 27C18.5 14 26 8.5 33 9C41 9.5 45.5 16 43.5 27"
        "C43 21 40 17.5 35 15.5C31 19.5 25 20 22.5 21.5C21.2 23 20.8 25 20.5 27Z",
        hair,
    )


def _bob(hair: str) -> tuple[str, str]:
    back = area("M18 40C15.5 24 19 8.5 32 8.5S48.5 24 46 40C43 42 40 42 38 40H26C24 42 21 42 18 40Z", hair)
    return back, area("M21 25C21 15 26 11 32 11S43 15 43 25C40 22 38.5 19 38 17C34 20.5 25 21 21 25Z", hair)


def _long(hair: str) -> tuple[str, str]:
    back = area("M17 54C14 34 15 8 32 8S50 34 47 54C44 57 20 57 17 54Z", hair)
    return back, area("M21 26C20.5 15 26 11 32 11S43.5 15 43 26C41 23 36 20 32 15C28 20 23 23 21 26Z", hair)


def _bun(hair: str) -> tuple[str, str]:
    return dot(32, 8.5, 5.5, hair), area(
        "M20.5 26C19.5 16 25 11 32 11S44.5 16 43.5 26C42 20 38 17 32 17S22 20 20.5 26Z", hair
    )


def _curly(hair: str) -> tuple[str, str]:
    curls = ((20, 22, 5), (21.5, 15.5, 5.5), (27, 11, 6), (34, 10, 6), (40.5, 13.5, 6), (44, 20, 5.2))
    return "", "".join(dot(x, y, r, hair) for x, y, r in curls) + area(
        "M21 21C24 14 40 14 43 21C38 18 26 18 21 21Z", hair
    )


def _cropped(hair: str) -> tuple[str, str]:
    return "", area("M21 23C21 14.5 26 11.3 32 11.3S43 14.5 43 23C41 18.5 37 16.5 32 16.5S23 18.5 21 23Z", hair)


def _bald(hair: str) -> tuple[str, str]:
    return "", area(
        "M20.8 27C20 24 20.4 22 21.4 20.5C22 23 21.8 25 21.6 27.5ZM43.2 27"
        "C44 24 43.6 22 42.6 20.5C42 23 42.2 25 42.4 27.5Z",
        hair,
    )


STYLES = (_short, _parted, _bob, _long, _bun, _curly, _cropped, _bald)


def _round(pen: Pen) -> str:
    return line("M25 46.5C28 50.5 36 50.5 39 46.5", pen.dark, 1.6)


def _shirt(pen: Pen) -> str:
    return area("M25.5 45L32 54L38.5 45L41 47.5L34.5 57L32 54L29.5 57L23 47.5Z", pen.paper)


def _jacket(pen: Pen) -> str:
    return area("M26 45.5L32 55L38 45.5L34 64H30Z", pen.paper) + line("M26 45.5L31 60M38 45.5L33 60", pen.dark, 1.6)


def _scarf(pen: Pen) -> str:
    return area("M23 44C27 48.5 37 48.5 41 44C43 46 43 49 41 51C36 54 28 54 23 51C21 49 21 46 23 44Z", pen.light)


COLLARS = (_round, _shirt, _jacket, _scarf)

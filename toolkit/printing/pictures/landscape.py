"""Hills under a sky: the picture of what no name tells."""

from toolkit.printing.pictures.pen import Pen, area, box, dot

GREENS = (40, 78, 112, 148, 172, 204)
"""Hues that hills have."""


def landscape(pen: Pen) -> str:
    """Return three ranges of hills, each nearer one darker."""
    sky = box(0, 0, 96, 64, f"hsl({pen.hue} 32% 84%)")
    sun = dot(16 + pen.number(3, 64), 10 + pen.number(4, 14), 5 + pen.number(5, 4), "hsl(46 70% 84%)")
    hills = (_hill(pen, 6 + 4 * n, 30 + 10 * n, 58 - 13 * n) for n in range(3))
    return sky + sun + "".join(hills)


def _hill(pen: Pen, at: int, top: int, light: int) -> str:
    """Return one range between its edges and two peaks."""
    left, first, second, right = (top - 8 + pen.number(at + n, 17) for n in range(4))
    curve = f"M0 {left}C20 {first - 12} 32 {first - 12} 48 {second}S80 {right - 12} 96 {right}V64H0Z"
    return area(curve, f"hsl({pen.pick(18, GREENS)} 20% {light}%)")

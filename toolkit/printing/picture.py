"""A made-up picture for the name of an image: the same name gives the same landscape, drawn without any file."""

from hashlib import sha256

from markupsafe import Markup


def picture(name: str) -> Markup:
    """Return an SVG of hills under a sky; it says nothing that its name beside it does not, and so is left unread."""
    bits = sha256(name.encode()).digest()
    hue = bits[0] * 360 // 256
    hills = "".join(_hill(bits[2 + 4 * n : 6 + 4 * n], 30 + 10 * n, (hue + 150) % 360, 52 - 12 * n) for n in range(3))
    sun = f'<circle cx="{16 + bits[1] % 64}" cy="{10 + bits[30] % 14}" r="{5 + bits[31] % 4}" fill="hsl(46 90% 78%)"/>'
    sky = f'<rect width="96" height="64" fill="hsl({hue} 42% 80%)"/>'
    return Markup(  # noqa: S704 - built of numbers alone
        f'<svg class="st-drawn" viewBox="0 0 96 64" aria-hidden="true" focusable="false">{sky}{sun}{hills}</svg>'
    )


def _hill(bits: bytes, top: int, hue: int, light: int) -> str:
    """Return one range of hills between its edges and two peaks."""
    left, first, second, right = (top - 8 + byte % 17 for byte in bits)
    curve = f"M0 {left}C20 {first - 12} 32 {first - 12} 48 {second}S80 {right - 12} 96 {right}V64H0Z"
    return f'<path d="{curve}" fill="hsl({hue} 28% {light}%)"/>'

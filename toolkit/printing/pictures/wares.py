"""More of what shops have on their shelves, drawn like the other things."""

from collections.abc import Callable, Mapping

from toolkit.printing.pictures.pen import Pen, area, box, dot, line, ring


def shelf(pen: Pen) -> str:
    """Return a shelf with a few things on it."""
    boards = "".join(box(28, y, 40, 3, pen.main) for y in (10, 24, 38, 52))
    things = (
        box(34, 15, 5, 9, pen.light)
        + box(40, 17, 4, 7, pen.dark)
        + box(54, 30, 8, 8, pen.light)
        + dot(38, 47, 5, pen.dark)
    )
    return box(26, 8, 3, 50, pen.main) + box(67, 8, 3, 50, pen.main) + boards + things


def bed(pen: Pen) -> str:
    """Return a bed."""
    return (
        box(14, 18, 4, 38, pen.dark, 1)
        + box(18, 36, 64, 13, pen.main, 3)
        + box(20, 30, 16, 8, pen.paper, 3)
        + box(78, 36, 4, 20, pen.dark, 1)
    )


def pan(pen: Pen) -> str:
    """Return a pan."""
    return (
        box(60, 33, 26, 5, pen.dark, 2)
        + area("M20 30H64C64 44 56 50 42 50S20 44 20 30Z", pen.main)
        + box(18, 28, 48, 4, pen.dark, 2)
    )


def kettle(pen: Pen) -> str:
    """Return a kettle."""
    handle = line("M38 22C38 8 62 8 62 22", pen.dark, 3.5)
    return (
        handle
        + area("M36 22H64L70 52H30Z", pen.main)
        + area("M36 30L22 24L24 21L36 24Z", pen.main)
        + dot(50, 19, 3, pen.dark)
    )


def knife(pen: Pen) -> str:
    """Return a knife."""
    return (
        area("M18 30H62V36C44 40 28 38 18 30Z", pen.paper)
        + box(60, 29, 22, 8, pen.dark, 3)
        + dot(67, 33, 1.2, pen.light)
        + dot(75, 33, 1.2, pen.light)
    )


def jar(pen: Pen) -> str:
    """Return a jar."""
    return box(36, 10, 24, 7, pen.dark, 2) + box(33, 17, 30, 38, pen.main, 5) + box(33, 28, 30, 14, pen.paper)


def bowl(pen: Pen) -> str:
    """Return a bowl."""
    return (
        area("M22 26H74C74 44 62 52 48 52S22 44 22 26Z", pen.main)
        + box(40, 51, 16, 4, pen.dark, 1)
        + box(22, 26, 52, 4, pen.light)
    )


def scarf(pen: Pen) -> str:
    """Return a scarf."""
    fringe = line("M36 52V57M40 52V57M44 52V57", pen.main, 2)
    return (
        area("M32 16C40 24 56 24 64 16L68 24C58 34 50 32 46 31V52H34V28C30 27 28 24 27 22Z", pen.main)
        + box(34, 44, 12, 3, pen.light)
        + fringe
    )


def sock(pen: Pen) -> str:
    """Return a sock."""
    return area("M38 10H56V34L70 44C76 50 70 56 63 54L42 44C39 42 38 40 38 37Z", pen.main) + box(
        38, 10, 18, 6, pen.light
    )


def belt(pen: Pen) -> str:
    """Return a belt."""
    return ring(48, 33, 20, pen.main, 7) + box(59, 26, 14, 14, pen.dark, 2) + box(62.5, 29.5, 7, 7, pen.ground, 1)


def wallet(pen: Pen) -> str:
    """Return a wallet."""
    return (
        box(26, 20, 44, 32, pen.main, 4)
        + box(54, 31, 18, 10, pen.dark, 3)
        + dot(60, 36, 2, pen.light)
        + box(30, 17, 34, 4, pen.paper, 1)
    )


def can(pen: Pen) -> str:
    """Return a watering can."""
    return (
        box(34, 28, 30, 26, pen.main, 3)
        + line("M34 42L16 26", pen.main, 5)
        + line("M12 30L20 21", pen.dark, 3)
        + line("M60 30C78 28 80 48 63 50", pen.dark, 3.5)
    )


def ladder(pen: Pen) -> str:
    """Return a ladder."""
    return line("M34 56L46 10M62 56L50 10", pen.main, 3.5) + line("M42 24H49M40 34H50M37 45H52", pen.dark, 3)


def cable(pen: Pen) -> str:
    """Return a cable."""
    return (
        line("M24 46C24 16 72 16 62 34C54 48 40 24 34 36C30 46 54 50 70 46", pen.main, 3.5)
        + box(68, 42, 10, 8, pen.dark, 2)
        + box(20, 44, 8, 10, pen.dark, 2)
    )


def mouse(pen: Pen) -> str:
    """Return a computer mouse."""
    return (
        box(36, 12, 24, 40, pen.main, 12) + line("M48 12V30M36 30H60", pen.dark, 1.5) + box(46, 17, 4, 8, pen.light, 2)
    )


def speaker(pen: Pen) -> str:
    """Return a loudspeaker."""
    return (
        box(34, 8, 28, 46, pen.main, 4)
        + dot(48, 19, 5, pen.dark)
        + dot(48, 39, 10, pen.dark)
        + dot(48, 39, 5, pen.light)
    )


def mat(pen: Pen) -> str:
    """Return a rolled mat."""
    return (
        box(30, 38, 50, 14, pen.light, 2)
        + dot(30, 42, 12, pen.main)
        + ring(30, 42, 7, pen.dark, 2)
        + ring(30, 42, 2.5, pen.dark, 2)
    )


def helmet(pen: Pen) -> str:
    """Return a helmet."""
    vents = line("M42 22C40 28 40 32 41 37M54 22C56 28 56 32 55 37", pen.dark, 3)
    return (
        area("M24 42C24 22 34 14 48 14S72 22 72 42Z", pen.main)
        + vents
        + box(22, 40, 52, 5, pen.dark, 2)
        + line("M32 45C34 56 44 57 46 54", pen.dark, 2)
    )


def toy(pen: Pen) -> str:
    """Return building blocks, or a small train."""
    blocks = (
        box(28, 34, 18, 18, pen.main, 2) + box(48, 34, 18, 18, pen.light, 2) + area("M37 32L47 16L57 32Z", pen.dark)
    )
    train = (
        box(26, 30, 28, 16, pen.main, 2)
        + box(52, 18, 18, 28, pen.dark, 2)
        + box(56, 23, 10, 9, pen.paper)
        + box(31, 20, 6, 10, pen.dark)
    )
    wheels = "".join(dot(x, 49, 5, pen.light) for x in (33, 47, 62))
    return pen.pick(3, (blocks, train + wheels))


def towel(pen: Pen) -> str:
    """Return folded towels."""
    return box(26, 38, 44, 13, pen.main, 5) + box(28, 26, 40, 12, pen.light, 5) + box(30, 15, 36, 11, pen.main, 5)


def watch(pen: Pen) -> str:
    """Return a watch."""
    return (
        box(41, 6, 14, 50, pen.main, 3)
        + dot(48, 31, 14, pen.dark)
        + dot(48, 31, 11, pen.paper)
        + line("M48 24V31L53 34", pen.dark, 1.8)
    )


def ball(pen: Pen) -> str:
    """Return a ball."""
    return dot(48, 36, 18, pen.main) + line("M31 32C40 36 56 36 65 32M48 18C42 26 42 46 48 54", pen.light, 2)


def printer(pen: Pen) -> str:
    """Return a printer."""
    return (
        box(34, 10, 28, 16, pen.paper)
        + box(24, 24, 48, 20, pen.main, 3)
        + box(32, 38, 32, 16, pen.paper)
        + box(36, 43, 18, 2, pen.floor)
        + dot(66, 30, 2, pen.light)
    )


def fruit(pen: Pen) -> str:
    """Return an apple and a pear."""
    apple = area(
        "M38 24C48 16 58 26 54 40C52 50 44 54 38 51C32 54 24 50 22 40C18 26 28 16 38 24Z",
        pen.pick(3, ("#b3574d", "#8f9b4f", "#c2a14d")),
    )
    pear = area(
        "M66 18C72 18 70 30 75 38C80 50 72 54 66 54S52 50 57 38C62 30 60 18 66 18Z",
        pen.pick(4, ("#a9a957", "#b99b52", "#7f9360")),
    )
    return apple + pear + line("M38 24C38 20 40 17 42 15M66 18V12", "#5b4636", 2)


WARES: Mapping[str, Callable[[Pen], str]] = {
    "shelf": shelf, "bed": bed, "pan": pan, "kettle": kettle, "knife": knife, "jar": jar, "bowl": bowl, "scarf": scarf,
    "sock": sock, "belt": belt, "wallet": wallet, "can": can, "ladder": ladder, "cable": cable, "mouse": mouse,
    "speaker": speaker, "mat": mat, "helmet": helmet, "toy": toy, "towel": towel, "watch": watch, "ball": ball,
    "printer": printer, "fruit": fruit,
}  # fmt: skip

"""Houses, rooms, maps, plants and animals, and what moves: pictures of what no shop has on a shelf."""

from toolkit.printing.pictures.pen import Pen, area, box, dot, line, ring


def building(pen: Pen) -> str:
    """Return a house with a roof, or one of several floors."""
    floors, wide = 1 + pen.number(3, 4), 30 + pen.number(4, 22)
    left, top = 48 - wide / 2, 52 - 10 * floors - 2
    roof = area(f"M{left - 4} {top}L48 {top - 12}L{left + wide + 4} {top}Z", pen.dark) if floors < 3 else ""
    flat = "" if roof else box(left - 2, top - 3, wide + 4, 4, pen.dark)
    many = 2 + (wide > 40) + (floors > 2)
    step = wide / many
    panes = "".join(
        box(round(left + step * column + step / 2 - 2.5, 1), top + 4 + 10 * floor, 5, 6, pen.paper)
        for floor in range(floors)
        for column in range(many)
        if floor < floors - 1 or column != many // 2
    )
    door = box(round(left + step * (many // 2) + step / 2 - 3, 1), 43, 6, 11, pen.dark, 1)
    ground = box(0, 0, 96, 64, pen.ground) + box(0, 54, 96, 10, pen.floor)
    tree = _tree(pen, 12 if pen.number(5, 2) else 84)
    return ground + tree + box(left, top, wide, 54 - top, pen.main) + roof + flat + panes + door


def _tree(pen: Pen, x: int) -> str:
    return box(x - 1, 44, 2, 11, pen.dark) + dot(x, 38, 6 + pen.number(6, 4), f"hsl(130 18% {44 + pen.number(7, 18)}%)")


def room(pen: Pen) -> str:
    """Return a room with a window, a bed or a table, and a lamp."""
    walls = box(0, 0, 96, 64, pen.ground) + box(0, 46, 96, 18, pen.floor)
    window = box(14 + pen.number(3, 20), 10, 18, 20, pen.paper, 1)
    bed = box(44, 38, 42, 12, pen.main, 2) + box(46, 33, 13, 7, pen.paper, 2) + box(84, 28, 3, 26, pen.dark, 1)
    table = box(46, 36, 36, 4, pen.main, 1) + box(49, 40, 3, 16, pen.dark) + box(76, 40, 3, 16, pen.dark)
    lamp = line("M70 0V14", pen.dark, 1) + area("M63 20L67 13H73L77 20Z", pen.light)
    return walls + window + (bed if pen.number(4, 2) else table) + lamp


def street_map(pen: Pen) -> str:
    """Return streets, a park, water and a pin."""
    park = box(6 + pen.number(3, 40), 6 + pen.number(4, 22), 24, 18, "hsl(130 20% 78%)", 3)
    water = area(
        f"M0 {44 + pen.number(5, 8)}C30 {36 + pen.number(6, 10)} 60 {56 - pen.number(7, 8)} 96 46V64H0Z",
        "hsl(204 32% 80%)",
    )
    across, down = 12 + pen.number(8, 16), 20 + pen.number(9, 30)
    streets = line(
        f"M0 {across}L96 {across + 8}M{down} 0L{down - 10} 64"
        f"M{down + 34} 0L{down + 30} 64M0 {across + 22}L96 {across + 16}",
        pen.paper,
        3.5,
    )
    x, y = 30 + pen.number(10, 40), 24 + pen.number(11, 16)
    pin = area(f"M{x} {y + 10}C{x - 8} {y} {x - 6} {y - 8} {x} {y - 8}S{x + 8} {y} {x} {y + 10}Z", pen.dark) + dot(
        x, y - 1, 2.4, pen.paper
    )
    return box(0, 0, 96, 64, f"hsl({pen.hue} 14% 90%)") + park + water + streets + pin


def vehicle(pen: Pen) -> str:
    """Return a car, a van or a lorry, seen from its side."""
    body = pen.pick(
        3,
        (
            "M14 46V38C14 35 16 34 20 33L30 24C32 22 34 21 37 21H56"
            "C60 21 62 22 64 24L71 32L80 34C83 35 84 37 84 40V46Z",
            "M12 46V22C12 19 14 17 17 17H66C69 17 71 18 73 21L82 34V46Z",
            "M10 46V14H58V46ZM60 46V22H72L84 34V46Z",
        ),
    )
    low = pen.number(3, 3)
    glass = ("M33 25L26 33H47V25ZM50 25V33H67L61 26Z", "M62 21V33H77L70 22Z", "M64 25V34H80L71 25Z")[low]
    wheels = "".join(dot(x, 47, 7, pen.dark) + dot(x, 47, 3, pen.light) for x in ((28, 70) if low == 0 else (27, 71)))
    return (
        box(0, 0, 96, 64, pen.ground)
        + box(0, 52, 96, 12, pen.floor)
        + area(body, pen.main)
        + area(glass, pen.paper)
        + wheels
    )


def bicycle(pen: Pen) -> str:
    """Return a bicycle."""
    wheels = ring(28, 44, 12, pen.dark, 2.4) + ring(68, 44, 12, pen.dark, 2.4)
    frame = line("M28 44L40 26H60L48 44ZM40 26L48 44M60 26L68 44M58 20H64L60 26M36 22H44", pen.main, 2.6)
    return box(0, 0, 96, 64, pen.ground) + box(0, 56, 96, 8, pen.floor) + wheels + frame


def plant(pen: Pen) -> str:
    """Return a plant in a pot."""
    green = f"hsl({110 + pen.number(3, 50)} 22% {42 + pen.number(4, 16)}%)"
    leaves = "".join(
        area(
            f"M48 42C{48 + x} {34 - y} {48 + 2 * x} {26 - y} {48 + 2 * x} {18 - y}"
            f"C{48 + x} {20 - y} 48 {32 - y} 48 42Z",
            green,
        )
        for x, y in ((-8, 4), (-12, -6), (8, 2), (12, -7), (1, 8))
    )
    return box(0, 0, 96, 64, pen.ground) + box(0, 56, 96, 8, pen.floor) + leaves + area("M37 40H59L56 58H40Z", pen.main)


def animal(pen: Pen) -> str:
    """Return the head of a cat or a dog."""
    coat = pen.pick(3, ("#6f5b4b", "#a98461", "#3f3a38", "#c9b79f", "#8b8783"))
    ears = pen.pick(
        4,
        (
            "M32 26L34 8L46 18ZM64 26L62 8L50 18Z",
            "M34 16C24 14 22 30 28 38C32 34 34 24 34 16ZM62 16C72 14 74 30 68 38C64 34 62 24 62 16Z",
        ),
    )
    head = area(ears, coat) + area("M30 34C30 20 38 14 48 14S66 20 66 34S58 54 48 54S30 48 30 34Z", coat)
    face = dot(41, 32, 2.2, "#1f1c1b") + dot(55, 32, 2.2, "#1f1c1b") + area("M45 40H51L48 43Z", "#1f1c1b")
    return (
        box(0, 0, 96, 64, pen.ground) + head + area("M40 44C42 50 54 50 56 44C54 40 42 40 40 44Z", "#ffffff55") + face
    )


PLACES = {
    "building": building,
    "room": room,
    "map": street_map,
    "vehicle": vehicle,
    "bicycle": bicycle,
    "plant": plant,
    "animal": animal,
}

"""Which share of made-up cells an edit leaves as they are, beside Faker and mimesis: python benchmarks/stability.py."""

from collections.abc import Callable, Mapping
from functools import partial

from faker import Faker
from mimesis import Generic, Locale

from toolkit.data import make
from toolkit.loader import Plugins, load
from toolkit.spec import read_text

ROWS, PARENTS = 2_000, 200
FIELDS = {
    "given name": "text",
    "city": "text",
    "email": "email",
    "plan": "one of A, B, C, D",
    "points": "number, 0..900",
}
Cells = Mapping[tuple[int, str], object]
Draw = Callable[[], object]
Edit = Callable[[dict[str, str]], dict[str, str]]


def ours(plugins: Plugins, fields: Mapping[str, str], *, rows: int = ROWS, parents: int = PARENTS) -> Cells:
    """Return the cells of so many customers of some shops."""
    lines = "".join(f"    {name}: {{type: '{line}'}}\n" for name, line in fields.items())
    text = f"solution: S\nentities:\n  Shop: {{floor: 'number, 1..9'}}\n  Customer:\n    shop: Shop\n{lines}"
    solution = read_text(
        text + f"data: {{rows: {{Shop: {parents}, Customer: {rows}}}}}", "spec.yaml", plugins.parts
    ).solution
    if solution is None:
        raise ValueError(text)
    table = make(solution, plugins.field_types).rows("Customer")
    return {(n, name): value for n, row in enumerate(table.values()) for name, value in row.items() if name != "id"}


def theirs(
    draws: Mapping[str, Draw],
    fields: Mapping[str, str],
    choose: Callable[[list[str]], object],
    *,
    rows: int,
    parents: int,
) -> Cells:
    """Return the cells as a loop over rows and fields makes them, each field by its provider."""
    cells: dict[tuple[int, str], object] = {}
    for n in range(rows):
        cells[n, "shop"] = choose([f"shop-{place + 1}" for place in range(parents)])
        for name, line in fields.items():
            options = line.removeprefix("one of ").split(", ") if line.startswith("one of") else []
            cells[n, name] = choose(options) if options else draws.get(name, draws["points"])()
    return cells


def by_faker(fields: Mapping[str, str], *, rows: int = ROWS, parents: int = PARENTS) -> Cells:
    """Return them by Faker, seeded once."""
    fake = Faker("en_US")
    fake.seed_instance(7)
    draws: dict[str, Draw] = {
        "given name": fake.first_name,
        "city": fake.city,
        "email": fake.email,
        "points": partial(fake.pyint, 0, 900),
    }
    return theirs(draws, fields, fake.random_element, rows=rows, parents=parents)


def by_mimesis(fields: Mapping[str, str], *, rows: int = ROWS, parents: int = PARENTS) -> Cells:
    """Return them by mimesis, seeded once."""
    fake = Generic(Locale.EN, seed=7)
    draws: dict[str, Draw] = {
        "given name": fake.person.first_name,
        "city": fake.address.city,
        "email": fake.person.email,
        "points": partial(fake.numeric.integer_number, 0, 900),
    }
    return theirs(draws, fields, fake.random.choice, rows=rows, parents=parents)


def kept(before: Cells, after: Cells, renamed: Mapping[str, str]) -> float:
    """Return the share of the cells there were before that are there now, and the same."""
    return sum(after.get((n, renamed.get(f, f))) == value for (n, f), value in before.items()) / len(before)


def renamed(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields with another name for one."""
    return {("town" if name == "city" else name): line for name, line in fields.items()}


EDITS: tuple[tuple[str, Edit, dict[str, int], str], ...] = (
    ("nothing", dict, {}, "100 %"),
    ("a field more, in the middle", lambda f: {"given name": "text", "age": "number, 18..90", **f}, {}, "100 %"),
    ("a field moved", lambda f: {"points": f["points"], **f}, {}, "100 %"),
    ("a field renamed, its old name said", renamed, {}, "100 %"),
    ("a field gone", lambda f: {n: line for n, line in f.items() if n != "city"}, {}, "100 % of the others"),
    ("rows more", dict, {"rows": ROWS + 100}, "100 %"),
    ("an option more", lambda f: {**f, "plan": "one of A, B, new, C, D"}, {}, "80 % of that field"),
    ("options in another order", lambda f: {**f, "plan": "one of D, C, B, A"}, {}, "100 %"),
    ("1 % more rows to refer to", dict, {"parents": PARENTS * 101 // 100}, "99 % of references"),
)


def main() -> None:
    """Print the table: all cells, and those of the one field that an edit is about."""
    plugins = load(installed=False)
    makers = (partial(ours, plugins), by_faker, by_mimesis)
    before = [make_(FIELDS) for make_ in makers]
    print(f"{'cells unchanged after':<38}{'showtell':>16}{'Faker':>16}{'mimesis':>16}   ideal")
    for name, edit, counts, ideal in EDITS:
        shares = []
        for make_, cells in zip(makers, before, strict=True):
            fields = edit(dict(FIELDS))
            new = {"city": "town"} if "town" in fields else {}
            if new and make_ is makers[0]:
                fields["town"] = "text, was city"
            after = make_(fields, **counts)
            about = "plan" if "option" in name else "shop" if "refer" in name else ""
            old = {p: v for p, v in cells.items() if new.get(p[1], p[1]) in {*fields, "shop"} and about in {"", p[1]}}
            shares.append(f"{kept(old, after, new):>15.1%} ")
        print(f"{name:<38}{''.join(shares)}  {ideal}")


if __name__ == "__main__":
    main()

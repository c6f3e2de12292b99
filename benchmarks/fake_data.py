"""How fast rows of a customer are made up, beside Faker and mimesis. Run: python benchmarks/fake_data.py [ROWS ...]."""

import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable

from faker import Faker
from mimesis import Generic, Locale

from toolkit.data import make
from toolkit.domain.solution import Solution
from toolkit.loader import load
from toolkit.places import bundled
from toolkit.spec.reading import read, read_text

ROUNDS = 5
SLOW = 2_000
"""Rows that the others make in one round: their time for each row does not change with the number of rows."""
LOCALES = {"en_US": Locale.EN, "de_DE": Locale.DE, "ja_JP": Locale.JA}
SPEC = """
solution: Customers
entities:
  Customer:
    given name: text
    family name: text
    email: email
    phone: phone
    street: text
    postcode: text
    city: text
    country: text
    job: text
    birth date: date
    registered at: datetime, last 900 days = now
    balance: money, 0..5000
data: {locale: LOCALE, rows: {Customer: 1}}
"""
Made = Callable[[int], object]


def by_faker(locale: str) -> Made:
    """Return what makes such rows with Faker as it comes."""
    fake = Faker(locale)

    def rows(count: int) -> list[dict[str, object]]:
        return [
            {
                "id": f"customer-{n}",
                "given name": fake.first_name(),
                "family name": fake.last_name(),
                "email": fake.email(),
                "phone": fake.phone_number(),
                "street": fake.street_address(),
                "postcode": fake.postcode(),
                "city": fake.city(),
                "country": fake.current_country(),
                "job": fake.job(),
                "birth date": fake.date_of_birth(minimum_age=18, maximum_age=78),
                "registered at": fake.date_time_between("-900d"),
                "balance": fake.pyfloat(min_value=0, max_value=5000, right_digits=2),
            }
            for n in range(count)
        ]

    return rows


def by_mimesis(locale: Locale) -> Made:
    """Return what makes such rows with the providers of mimesis."""
    fake = Generic(locale)

    def rows(count: int) -> list[dict[str, object]]:
        return [
            {
                "id": f"customer-{n}",
                "given name": fake.person.first_name(),
                "family name": fake.person.last_name(),
                "email": fake.person.email(),
                "phone": fake.person.phone_number(),
                "street": fake.address.address(),
                "postcode": fake.address.postal_code(),
                "city": fake.address.city(),
                "country": fake.address.default_country(),
                "job": fake.person.occupation(),
                "birth date": fake.person.birthdate(),
                "registered at": fake.datetime.datetime(start=2023, end=2026),
                "balance": fake.finance.price(0, 5000),
            }
            for n in range(count)
        ]

    return rows


def by_showtell(locale: str) -> Made:
    """Return what makes the whole dataset, each row and cell of it there to be read."""
    plugins = load(installed=False)
    solution = read_text(SPEC.replace("LOCALE", locale), "spec.yaml", plugins.parts).solution
    if solution is None:
        raise ValueError(SPEC)
    return lambda count: make(solution, plugins.field_types, rows={"Customer": count})


def seconds(made: Made, count: int) -> float:
    """Return how long it takes to make so many rows, by the processor's clock."""
    gc.collect()
    start = time.process_time()
    kept = made(count)
    spent = time.process_time() - start
    del kept
    return spent


def memory(made: Made, count: int) -> float:
    """Return how many bytes a row takes once it is made."""
    gc.collect()
    tracemalloc.start()
    kept = made(count)
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return size / count


def customers(count: int) -> None:
    """Print rows a second of all three, each locale in turn."""
    for locale, theirs in LOCALES.items():
        makers = (by_showtell(locale), by_faker(locale), by_mimesis(theirs))
        amounts = (count, min(count, SLOW), min(count, SLOW * 5))
        for made, amount in zip(makers, amounts, strict=True):
            made(min(amount, 100))  # what is read once is read
        rounds = [[n / seconds(m, n) for m, n in zip(makers, amounts, strict=True)] for _ in range(ROUNDS)]
        ours, faker, mimesis = (statistics.median(column) for column in zip(*rounds, strict=True))
        size = f"{memory(makers[0], count):5.0f} bytes a row" if count <= 10_000 else ""
        print(
            f"{locale} {count:>9,} rows: showtell {ours:>9,.0f} a second, Faker {faker:>7,.0f} ({ours / faker:5.1f} "
            f"times), mimesis {mimesis:>7,.0f} ({ours / mimesis:4.1f} times) {size}"
        )


def help_desk() -> None:
    """Print how long the help desk's whole dataset takes."""
    plugins = load(installed=False)
    solution = read(bundled("prototypes") / "helpdesk", plugins.parts).solution
    if not isinstance(solution, Solution):
        raise TypeError
    spent = [seconds(lambda _: make(solution, plugins.field_types), 0) for _ in range(ROUNDS + 1)]
    print(f"the help desk: {statistics.median(spent[1:]) * 1000:.0f} ms, {spent[0] * 1000:.0f} ms the first time")


def main() -> None:
    """Print medians of both tables, by the processor's clock: others may work on the machine."""
    help_desk()
    for count in [int(given) for given in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        customers(count)


if __name__ == "__main__":
    main()

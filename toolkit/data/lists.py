"""The word lists of Faker that people are made of, by digest: what of the data may change when Faker does."""

from toolkit.data.names import FEMALE, MALE, names_of
from toolkit.data.words import Words


def digests(locale: str) -> dict[str, str]:
    """Return a digest of each of Faker's lists that a locale's people are drawn from; the order of words means nothing.

    Equal digests make equal names, whatever else of Faker has changed.
    """
    names = names_of(Words(locale).locale)
    lists = {"given names": names.given, "family names": names.family}
    whose = {FEMALE: "of women", MALE: "of men"}
    return {f"{what} {whose[gender]}": pools[gender].digest for what, pools in lists.items() for gender in whose}

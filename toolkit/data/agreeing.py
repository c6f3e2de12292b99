"""Options that agree with a row: which of 'Germany, France' its hidden place means, and what it says already."""

from collections.abc import Callable, Sequence

from toolkit.data.lot import Lot
from toolkit.domain.values import Value

Means = Callable[[str], str]
"""What an option means: 'female' of 'Frau', 'DE' of 'Allemagne'; nothing where it means neither."""


def agreeing(lot: Lot, keys: Sequence[str], means: Means) -> list[Value]:
    """Return, for each row, an option of the field that means the row's key; any of those that mean nothing if none."""
    options = lot.field.options
    meant = {option: means(option) for option in options}
    free = [option for option in options if not meant[option]] or list(options)
    by_key = {key: [o for o in options if meant[o] == key] or free for key in set(keys)}
    return [by_key[key][int(share * len(by_key[key]))] for key, share in zip(keys, lot.shares().tolist(), strict=True)]


def told(lot: Lot, *kinds: str) -> dict[int, Value]:
    """Return what rows already say of these kinds of meaning, by the row's place; the first kind wins."""
    said: dict[int, Value] = {}
    for kind in reversed(kinds):
        said |= {at: value for at, value in enumerate(lot.told.get(kind, ())) if value not in (None, "")}
    return said

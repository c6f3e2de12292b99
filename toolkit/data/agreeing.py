"""Options that agree with a row: which of 'Female, Male, Diverse' or 'Germany, France' its hidden person or place means."""

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


def told(lot: Lot, *kinds: str) -> list[Value]:
    """Return what each row already says of these kinds of meaning, None where it is silent; the first kind wins."""
    columns = [lot.told[kind] for kind in kinds if kind in lot.told]
    if not columns:
        return [None] * len(lot)
    return [next((value for value in values if value not in (None, "")), None) for values in zip(*columns, strict=True)]

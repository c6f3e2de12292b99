"""Numbers spread as a bell curve, a column at once."""

import numpy as np
from numpy.typing import NDArray

from toolkit.data.lot import Lot


def normal(lot: Lot, name: str = "") -> NDArray[np.float64]:
    """Return numbers around 0 with a spread of 1, at most 3 from it: Box and Muller's transform of two shares."""
    first, second = lot.shares(f"{name} first"), lot.shares(f"{name} second")
    drawn = np.sqrt(-2 * np.log(1 - first)) * np.cos(2 * np.pi * second)
    bounded: NDArray[np.float64] = np.clip(drawn, -3, 3)
    return bounded

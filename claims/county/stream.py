"""Random streams: one for each purpose, so that a new purpose changes no other."""

from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]
Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Rng: TypeAlias = np.random.Generator


def stream(seed: int, purpose: str, part: int = 0) -> Rng:
    """A generator that depends on the seed, the purpose and the part alone."""
    return np.random.default_rng([seed, crc32(purpose.encode()), part])


def choose(rng: Rng, n: int, weights: npt.ArrayLike) -> Ints:
    """Draw ``n`` indices with the given weights (they need not add up to one)."""
    edges = np.cumsum(np.asarray(weights, dtype=np.float64))
    drawn = np.searchsorted(edges, rng.random(n) * edges[-1], side="right")
    return ints(drawn)


def ints(values: npt.ArrayLike) -> Ints:
    """The values as 64-bit whole numbers."""
    return np.asarray(values, dtype=np.int64)

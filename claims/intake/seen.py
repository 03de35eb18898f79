"""Which keys were seen before: exact on 64-bit hashes, without sorting all rows at once."""

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]


class Seen:
    """A growing set of key hashes as sorted runs whose sizes double, as in a log-structured tree.

    31.6 million keys are 253 MB. Two keys with one hash (chance about 3 in 100,000 for that many)
    only make a suspect more: suspects are compared by their true keys.
    """

    def __init__(self) -> None:
        self._runs: list[Hashes] = []

    def add(self, sorted_hashes: Hashes) -> None:
        """Take in ascending hashes that are new to the set."""
        if not sorted_hashes.size:
            return
        run = sorted_hashes
        while self._runs and self._runs[-1].size <= 2 * run.size:
            # Two ascending halves: the stable sort merges them in one pass.
            run = np.sort(np.concatenate([self._runs.pop(), run]), kind="stable")
        self._runs.append(run)

    def holds(self, sorted_hashes: Hashes) -> Flags:
        """For each of the ascending hashes whether the set holds it."""
        found = np.zeros(sorted_hashes.size, dtype=np.bool_)
        for run in self._runs:
            at = np.searchsorted(run, sorted_hashes)
            at[at == run.size] = 0
            found |= run[at] == sorted_hashes
        return found


def later_ones(hashes: Hashes) -> tuple[Hashes, NDArray[np.int64], NDArray[np.int64]]:
    """Sorted distinct hashes, the place of each one's first row, and the places of all later rows.

    ``hashes`` are in the order of the rows.
    """
    order = np.argsort(hashes)
    ascending = hashes[order]
    first = np.ones(hashes.size, dtype=np.bool_)
    first[1:] = ascending[1:] != ascending[:-1]
    if not first.all():
        # To keep the order of the rows takes five times as long, and most pieces repeat no key.
        order = np.argsort(hashes, kind="stable")
    return ascending[first], order[first], np.sort(order[~first])

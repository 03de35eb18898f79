"""Persons in the order of the place that each visits most.

A search counts the crowd of one place at a time, and looks each of them up by number. Numbered by a key
they are spread over the whole of memory; numbered by place they stand side by side, which takes a
quarter from the time of the search. docs/adr/0173.
"""

import numpy as np
from numpy.typing import NDArray

from graph.rings.days import table
from graph.rings.days.compiled import compiled


def by_home(
    person: NDArray[np.int32], place: NDArray[np.int32], persons: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """The persons numbered anew, place after place and within it in the order of their numbers; and the
    old number of each. Whatever the order of the rows, the same rows give the same numbers."""
    first, rows = table.by_person(person, place.astype(np.int64), persons)
    order = np.argsort(most_visited(first, rows), kind="stable")
    number = np.empty(persons, dtype=np.int32)
    number[order] = np.arange(persons, dtype=np.int32)
    return number[person], order


@compiled
def most_visited(first, rows):
    """The place that each person visits most, of as many the lowest; `rows[first[p]:first[p + 1]]` are
    the person's places, ascending."""
    home = np.zeros(len(first) - 1, dtype=np.int32)
    for p in range(len(first) - 1):
        most, i = 0, first[p]
        while i < first[p + 1]:
            j = i
            while j < first[p + 1] and rows[j] == rows[i]:
                j += 1
            if j - i > most:
                most, home[p] = j - i, rows[i]
            i = j
    return home

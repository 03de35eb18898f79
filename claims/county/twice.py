"""Persons who were registered twice: moved and insured again, or married into another household.

Lawful, and of no use to a rule; who compares records should find them. They have no visits under
the second number.
"""

from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from claims.county.cells import text

#: One of so many persons, beginning at an uneven place.
EVERY: Final = 700
FIRST: Final = 13
#: Characters of given names and others that sound alike.
BY_EAR: Final = tuple(zip("小建伟英明丽军芳国强静红", "晓健玮瑛铭莉君方帼蔷婧虹", strict=True))


def registered_twice(numbers: pa.Array) -> list[tuple[str, str]]:
    """First and second number of each, in the order of ``numbers`` (``psn_no``, sorted)."""
    return [(first, second_number(first)) for first in numbers[FIRST::EVERY].to_pylist()]


def second_number(first: str) -> str:
    """A number that the county has not given to anybody: its own begin with 3."""
    return f"9{first[1:]}"


def with_second_rows(columns: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """The persons, sorted by number, and behind them the second rows.

    The second row has another phone; every other one of them lacks the ID number. A name of two
    characters has a blank between, as some hospitals write it; every third is written by ear.
    """
    again = {name: column[FIRST::EVERY] for name, column in columns.items()}
    count = len(again["psn_no"])
    if not count:
        return columns
    again["psn_name"] = pc.replace_substring_regex(again["psn_name"], "^(.)(.)$", r"\1 \2")
    third = pa.array(np.arange(count) % 3 == 2)
    again["psn_name"] = pc.if_else(third, _by_ear(again["psn_name"]), again["psn_name"])
    odd = pa.array(np.arange(count) % 2 == 1)
    again["psn_no"] = text([second_number(first) for first in again["psn_no"].to_pylist()])
    again["tel"] = pc.utf8_replace_slice(again["tel"], start=0, stop=3, replacement="199")
    again["certno"] = pc.if_else(odd, pa.scalar(None, again["certno"].type), again["certno"])
    return {
        name: pa.concat_arrays([*_chunks(column), *_chunks(again[name].cast(column.type))])
        for name, column in columns.items()
    }


def _by_ear(names: pa.Array) -> pa.Array:
    """The names with a character that sounds like the right one, where they have one of these."""
    for right, wrong in BY_EAR:
        names = pc.replace_substring(names, right, wrong)
    return names


def _chunks(column: pa.Array | pa.ChunkedArray) -> list[pa.Array]:
    """Arrow cuts the texts of a million persons into chunks by itself."""
    return column.chunks if isinstance(column, pa.ChunkedArray) else [column]

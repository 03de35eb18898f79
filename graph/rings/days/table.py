"""Appearances as packed integers, and the two orders in which kernels walk them."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.rings.days.compiled import compiled

#: Bits of a packed appearance: cell, moment (minute of the day or days of stay), doctor.
MOMENT_BITS, DOCTOR_BITS = 12, 24
#: A moment or doctor that the data do not give.
UNKNOWN = -1


class Rows(NamedTuple):
    """Appearances, each (person, place, day) once, by person: rows `first[p]:first[p + 1]` are the
    person's, ascending by `cell`. A cell is place × `stride` + day + 1: the spare column at either end
    lets a kernel look a day off."""

    first: NDArray[np.int64]
    cell: NDArray[np.int32]
    moment: NDArray[np.int16]
    doctor: NDArray[np.int32]
    stride: int
    places: int
    doctors: int


class Walk(NamedTuple):
    """Rows, and the same appearances by cell: entries `opens[c]:opens[c + 1]` of `who`, `when`, `by`."""

    first: NDArray[np.int64]
    cell: NDArray[np.int32]
    moment: NDArray[np.int16]
    doctor: NDArray[np.int32]
    opens: NDArray[np.int64]
    who: NDArray[np.int32]
    when: NDArray[np.int16]
    by: NDArray[np.int32]
    stride: int
    places: int
    doctors: int


@compiled
def by_person(person, packed, persons):
    """Rows of each person ascending by packed value: start of each person's, and the values."""
    first = np.zeros(persons + 1, dtype=np.int64)
    for p in person:
        first[p + 1] += 1
    for p in range(persons):
        first[p + 1] += first[p]
    place = first[:-1].copy()
    rows = np.empty(len(packed), dtype=np.int64)
    for i in range(len(packed)):
        p = person[i]
        rows[place[p]] = packed[i]
        place[p] += 1
    for p in range(persons):
        begin, end = first[p], first[p + 1]
        if end - begin > 32:
            rows[begin:end].sort()
            continue
        for i in range(begin + 1, end):
            value = rows[i]
            j = i - 1
            while j >= begin and rows[j] > value:
                rows[j + 1] = rows[j]
                j -= 1
            rows[j + 1] = value
    return first, rows


@compiled
def distinct(first, rows, stride, most, course):
    """Keep the first row of each course: a visit within `course` days of the last is its continuation.
    Drop a person's place where he has more than `most` days.

    Returns the new starts and rows, and (person, place, days) of what was dropped.
    """
    shift = 36
    kept = np.int64(0)
    starts = np.zeros(len(first), dtype=np.int64)
    often = [(np.int64(0), np.int64(0), np.int64(0)) for _ in range(0)]
    for p in range(len(first) - 1):
        begin, end = first[p], first[p + 1]
        i = begin
        while i < end:
            place = (rows[i] >> shift) // stride
            opened, days = kept, np.int64(0)
            last = np.int64(-1)
            while i < end and (rows[i] >> shift) // stride == place:
                cell = rows[i] >> shift
                if last < 0 or cell - last > course:
                    rows[kept] = rows[i]
                    kept += 1
                days += cell != last
                last = cell
                i += 1
            if days > most:
                often.append((np.int64(p), place, days))
                kept = opened
        starts[p + 1] = kept
    return starts, rows[:kept].copy(), often


@compiled
def without(first, cell, moment, doctor, drop):
    """Starts, cells, moments and doctors of the rows that stay."""
    starts = np.zeros(len(first), dtype=np.int64)
    stay = len(cell) - np.count_nonzero(drop)
    cells = np.empty(stay, dtype=np.int32)
    moments = np.empty(stay, dtype=np.int16)
    doctors = np.empty(stay, dtype=np.int32)
    kept = 0
    for p in range(len(first) - 1):
        for i in range(first[p], first[p + 1]):
            if not drop[i]:
                cells[kept], moments[kept], doctors[kept] = cell[i], moment[i], doctor[i]
                kept += 1
        starts[p + 1] = kept
    return starts, cells, moments, doctors


@compiled
def unpack(rows):
    """Cell, moment and doctor of packed rows."""
    n = len(rows)
    cell = np.empty(n, dtype=np.int32)
    moment = np.empty(n, dtype=np.int16)
    doctor = np.empty(n, dtype=np.int32)
    for i in range(n):
        row = rows[i]
        cell[i] = row >> 36
        moment[i] = ((row >> 24) & 4095) - 1
        doctor[i] = (row & 16777215) - 1
    return cell, moment, doctor


@compiled
def by_cell(first, cell, moment, doctor, cells):
    """The same appearances by cell: starts, persons, moments, doctors."""
    n = len(cell)
    opens = np.zeros(cells + 1, dtype=np.int64)
    for c in cell:
        opens[c + 1] += 1
    for c in range(cells):
        opens[c + 1] += opens[c]
    at = opens[:-1].copy()
    who = np.empty(n, dtype=np.int32)
    when = np.empty(n, dtype=np.int16)
    by = np.empty(n, dtype=np.int32)
    for p in range(len(first) - 1):
        for i in range(first[p], first[p + 1]):
            to = at[cell[i]]
            at[cell[i]] += 1
            who[to], when[to], by[to] = p, moment[i], doctor[i]
    return opens, who, when, by


@compiled
def cells_of(place, day, stride):
    """The cell of each appearance."""
    cells = np.empty(len(place), dtype=np.int32)
    for i in range(len(place)):
        cells[i] = place[i] * stride + day[i]
    return cells


@compiled
def pack(cell, moment, doctor):
    """One integer for each appearance: cell first, then moment, then doctor."""
    rows = np.empty(len(cell), dtype=np.int64)
    for i in range(len(cell)):
        rows[i] = (
            np.int64(cell[i]) << (MOMENT_BITS + DOCTOR_BITS)
            | np.int64(moment[i] + 1) << DOCTOR_BITS
            | np.int64(doctor[i] + 1)
        )
    return rows


def left_of(rows: Rows | Walk, drop: Any) -> Rows:
    """The rows without those to `drop`."""
    first, cell, moment, doctor = without(rows.first, rows.cell, rows.moment, rows.doctor, drop)
    return Rows(first, cell, moment, doctor, rows.stride, rows.places, rows.doctors)


def walked(rows: Rows) -> Walk:
    """The walk of rows."""
    first, cell, moment, doctor, stride, places, doctors = rows
    opens, who, when, by = by_cell(first, cell, moment, doctor, places * stride)
    return Walk(first, cell, moment, doctor, opens, who, when, by, stride, places, doctors)

"""From a channel's SQL to packed columns: keys travel as 64-bit hashes, names only for members.

Two persons would have to share a hash to be mistaken for one: among ten million that is likelier
than not to never happen (3 in a million).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graph.rings.days import stored
from graph.rings.days.calendar import calendar_of
from graph.rings.days.compiled import compiled
from graph.rings.days.find import Columns
from graph.rings.days.homes import by_home


def key_of(column: str) -> str:
    """The hash of a text column in SQL.

    DuckDB hashes a text in pieces of eight bytes, and what changes in one piece can undo what changes in
    the next: of 9.6 million numbers 40,634 pairs shared a hash, a family of one county with people of
    another. Shifted by a byte the pieces are others; no pair shares both.
    """
    return f"xor(hash({column}), hash('#' || {column}))"


READ = f"""
    SELECT {key_of("psn_no")} AS person, {key_of("place")} AS place,
           CASE WHEN doctor IS NULL THEN 0 ELSE {key_of("doctor")} END AS doctor,
           CAST(day AS INTEGER) AS day,
           CASE WHEN moment IS NULL THEN -1::SMALLINT
                ELSE CAST(least(greatest(moment, 0), 4000) AS SMALLINT) END AS moment,
           chronic
    FROM ({{sql}})
"""
#: A part of an institution: what stands at one of its terminals.
TERMINAL = "fixmedins_code || '|' || coalesce(terminal_no, '')"
# The registers name nearly all places, and are small; where one is missing all are read from visits.
LISTED = f"""
    WITH places AS (
        SELECT fixmedins_code AS place, fixmedins_code FROM medins_info_b
        UNION ALL SELECT fixmedins_code || '|', fixmedins_code FROM medins_info_b
        UNION ALL SELECT {TERMINAL}, fixmedins_code FROM terminal_info_b
    )
    SELECT {key_of("place")}, fixmedins_code FROM places WHERE place IS NOT NULL
"""
# Names of places and doctors, of all of them: to leave out those that a channel does not see would ask
# for every visit's kind and person, and these columns alone are a tenth of that.
PLACES = f"""
    WITH places AS (
        SELECT fixmedins_code AS place, fixmedins_code FROM
            (SELECT fixmedins_code FROM mdtrt_d UNION SELECT fixmedins_code FROM setl_d)
        UNION ALL SELECT {TERMINAL} AS place, fixmedins_code FROM
            (SELECT DISTINCT fixmedins_code, terminal_no FROM setl_d)
    )
    SELECT {key_of("place")}, fixmedins_code FROM places WHERE place IS NOT NULL
"""
DOCTORS = "SELECT key, doctor FROM kept.doctors"
# Who is neither in the register nor among the visits (a bill's person) is looked for where the channel looks.
KNOWN = """
    SELECT key, psn_no FROM kept.persons WHERE key IN (SELECT person FROM wanted_persons)
"""
PERSONS = f"""
    SELECT DISTINCT {key_of("psn_no")}, psn_no FROM ({{sql}})
    WHERE {key_of("psn_no")} IN (SELECT person FROM wanted_persons)
"""


class Keys(NamedTuple):
    """What codes stand for: hashes by code, days (from 1970-01-01) by position from 1; and how many
    appearances were left out because their date is far off all others."""

    persons: NDArray[np.uint64]
    places: NDArray[np.uint64]
    doctors: NDArray[np.uint64]
    days: NDArray[np.int32]
    strays: int

    @property
    def span(self) -> tuple[int, int]:
        """First and last day, from 1970-01-01; nothing lies between them without any appearance."""
        return (int(self.days[0]), int(self.days[-1])) if len(self.days) else (0, -1)


@dataclass(frozen=True)
class Names:
    """Names of the hashes that groups need."""

    persons: dict[int, str]
    institutions: dict[int, str]

    def institution(self, place: int) -> str:
        """The institution of a place."""
        return self.institutions[place]


@compiled
def codes_of(values):
    """Each value's rank among the distinct ones, and the distinct ones ascending.

    Open addressing: one pass over the values, a sort of the distinct ones only.
    """
    size = 1024
    while size < 2 * len(values):
        size *= 2
    mask = np.uint64(size - 1)
    slots = np.full(size, -1, dtype=np.int32)
    distinct = np.empty(len(values), dtype=np.uint64)
    codes = np.empty(len(values), dtype=np.int32)
    n = 0
    for i in range(len(values)):
        value = values[i]
        at = (value ^ (value >> np.uint64(29))) & mask
        while slots[at] >= 0 and distinct[slots[at]] != value:
            at = (at + np.uint64(1)) & mask
        if slots[at] < 0:
            slots[at] = n
            distinct[n] = value
            n += 1
        codes[i] = slots[at]
    order = np.argsort(distinct[:n])
    rank = np.empty(n, dtype=np.int32)
    for i in range(n):
        rank[order[i]] = i
    for i in range(len(codes)):
        codes[i] = rank[codes[i]]
    return codes, distinct[:n][order]


def columns_of(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Columns, Keys]:
    """The channel's appearances as codes; the same data give the same codes in any row order."""
    rows = connection.execute(READ.format(sql=sql)).fetchnumpy()
    day = np.asarray(rows["day"], dtype=np.int32)
    if not len(day):
        nothing = np.zeros(0, dtype=np.int32)
        none = np.zeros(0, dtype=np.uint64)
        moments, flags = nothing.astype(np.int16), nothing.astype(np.bool_)
        empty = Columns(nothing, nothing, nothing, nothing, moments, flags, 0, 0, 0, 0)
        return empty, Keys(none, none, none, nothing, 0)
    calendar = calendar_of(day)

    def column(name: str, kind: Any) -> Any:
        values = np.asarray(rows.pop(name), dtype=kind)
        return values if calendar.kept is None else values[calendar.kept]

    person, persons = codes_of(column("person", np.uint64))
    place, places = codes_of(column("place", np.uint64))
    person, order = by_home(person, place, len(persons))
    persons = persons[order]
    doctor, doctors = codes_of(column("doctor", np.uint64))
    # Hash 0 stands for none and comes first.
    unknown = int(len(doctors) > 0 and doctors[0] == 0)
    columns = Columns(
        person,
        place,
        doctor - unknown,
        calendar.day,
        column("moment", np.int16),
        column("chronic", np.bool_),
        len(persons),
        len(places),
        len(doctors) - unknown,
        len(calendar.days),
    )
    return columns, Keys(persons, places, doctors[unknown:], calendar.days, calendar.strays)


class Values(NamedTuple):
    """What a query refers to as a table of one text column."""

    table: str
    column: str
    values: Sequence[str]


class Reading:
    """Appearances and places of one run, each read once for all channels that ask for the same; the
    columns and answers also for later runs, where there is a `folder` for this state of the store."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._locks: dict[str, Lock] = {}
        self._columns: dict[str, tuple[Columns, Keys]] = {}
        self._places: dict[int, str] | None = None

    def columns(self, connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Columns, Keys]:
        """`columns_of`, once; who asks meanwhile waits."""
        with self._locks.setdefault(sql, Lock()):
            if sql not in self._columns:
                self._columns[sql] = self._read(connection, sql)
            return self._columns[sql]

    def _read(self, connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[Columns, Keys]:
        if self._folder is None:
            return columns_of(connection, sql)
        folder = self._folder / hashlib.sha256(sql.encode()).hexdigest()[:24]
        found = stored.load(folder, Columns, Keys)
        if found is None:
            found = columns_of(connection, sql)
            stored.save(folder, *found)
        return found

    def answer(
        self,
        connection: duckdb.DuckDBPyConnection,
        sql: str,
        asked: Values,
        given: Mapping[str, int] | None = None,
    ) -> pa.Table:
        """The rows of a query over the store that refers to `asked` and is given numbers; from the folder
        where it was asked there before, of the same values."""
        connection.register(
            asked.table, pa.table({asked.column: pa.array(asked.values, pa.string())})
        )
        try:
            if self._folder is None:
                return connection.sql(sql, params=given).to_arrow_table()
            question = json.dumps([sql, asked, given]).encode()
            path = self._folder / f"{hashlib.sha256(question).hexdigest()[:24]}.arrow"
            rows = stored.load_table(path)
            if rows is None:
                rows = connection.sql(sql, params=given).to_arrow_table()
                stored.save_table(path, rows)
            return rows
        finally:
            connection.unregister(asked.table)

    def names(
        self,
        connection: duckdb.DuckDBPyConnection,
        sql: str,
        keys: Keys,
        members: Iterable[NDArray[np.int32]],
    ) -> Names:
        """The persons of groups and all places by name."""
        lists = [keys.persons[codes] for codes in members]
        if not lists:
            return Names({}, {})
        with self._locks.setdefault(LISTED, Lock()):
            if self._places is None:
                self._places = dict(connection.execute(LISTED).fetchall())
            if not self._places.keys() >= set(keys.places.tolist()):
                self._places = {**self._places, **dict(connection.execute(PLACES).fetchall())}
        return Names(_persons(connection, sql, lists), self._places)

    def doctors(self, connection: duckdb.DuckDBPyConnection) -> dict[int, str]:
        """All doctors by name."""
        return dict(connection.execute(DOCTORS).fetchall())


def _persons(
    connection: duckdb.DuckDBPyConnection, sql: str, lists: Iterable[NDArray[np.uint64]]
) -> dict[int, str]:
    wanted = np.unique(np.concatenate([*lists]))
    persons = _asked(connection, KNOWN, wanted)
    left = wanted[~np.isin(wanted, np.fromiter(persons, dtype=np.uint64, count=len(persons)))]
    if len(left):
        persons |= _asked(connection, PERSONS.format(sql=sql), left)
    return persons


def _asked(
    connection: duckdb.DuckDBPyConnection, query: str, wanted: NDArray[np.uint64]
) -> dict[int, str]:
    connection.register("wanted_persons", pa.table({"person": pa.array(wanted, pa.uint64())}))
    found = dict(connection.execute(query).fetchall())
    connection.unregister("wanted_persons")
    return found

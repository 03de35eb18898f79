"""Who went from doctor to doctor within a week, and which drugs they got there."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import duckdb
import numpy as np
import pyarrow as pa

from graph.rings.channels.outpatient import SQL
from graph.rings.days import table
from graph.rings.days.compiled import compiled
from graph.rings.days.read import Reading, Values, codes_of
from graph.rings.model import Bools, Ints

# Drugs by the catalogue's type (101–104), else by the charge item (09–11), else by the national code,
# which begins with X (Western) or Z (Chinese).
DRUG = """coalesce(l.list_type IN ('101', '102', '103', '104'),
        l.med_chrgitm_type IN ('09', '10', '11'), regexp_matches(l.hilist_code, '^[XZ]'))"""
BOUGHT = f"""
    SELECT DISTINCT m.psn_no, m.fixmedins_code, coalesce(l.bilg_dr_codg, m.atddr_no) AS doctor,
           l.hilist_code AS drug, coalesce(l.hilist_name, l.hilist_code) AS drug_name,
           date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)) AS day
    FROM fee_list_d l JOIN mdtrt_d m USING (mdtrt_id)
    WHERE m.psn_no IN (SELECT psn_no FROM went_round) AND m.begntime IS NOT NULL
      AND (m.med_type LIKE '1%' OR m.med_type = '51') AND coalesce(l.cnt, 1) > 0
      AND coalesce(l.bilg_dr_codg, m.atddr_no) IS NOT NULL AND {DRUG}
      AND date_diff('day', DATE '1970-01-01', CAST(m.begntime AS DATE)) BETWEEN $first AND $last
"""
# Somebody who saw several doctors in a week mostly got several drugs there: who went round for one of
# them is asked of numbers, and only what those fetched becomes values.
PAIR = "hash(psn_no, drug)"
PAIRS = f"SELECT {PAIR} AS pair, hash(doctor) AS doctor, day FROM bought"
LINES = f"SELECT * FROM bought WHERE {PAIR} IN (SELECT pair FROM rounds)"
PRESCRIBERS = """
    SELECT l.hilist_code AS drug, coalesce(l.bilg_dr_codg, m.atddr_no) AS doctor,
           count(DISTINCT hash(m.psn_no)) AS persons
    FROM fee_list_d l JOIN mdtrt_d m USING (mdtrt_id)
    WHERE l.hilist_code IN (SELECT code FROM shopped_drugs) AND coalesce(l.cnt, 1) > 0
      AND coalesce(l.bilg_dr_codg, m.atddr_no) IS NOT NULL
      AND (m.med_type LIKE '1%' OR m.med_type = '51')
    GROUP BY ALL ORDER BY ALL
"""


class Text(NamedTuple):
    """A column of text: the place of each row's value among the values, which ascend."""

    code: Ints
    values: tuple[str, ...]

    def where(self, wanted: Sequence[str]) -> Bools:
        """Rows that hold one of these values."""
        asked = set(wanted)
        return np.array([value in asked for value in self.values], dtype=np.bool_)[self.code]


class Lines(NamedTuple):
    """Drugs that persons got from doctors, a row each; the day from 1970-01-01."""

    psn_no: Text
    unit: Text
    doctor: Text
    drug: Text
    drug_name: Text
    day: Ints

    def part(self, rows: Bools) -> "Lines":
        """Some of the rows."""
        texts = (Text(one.code[rows], one.values) for one in self[:-1])
        return Lines._make([*texts, self.day[rows]])


def text_of(column: pa.ChunkedArray) -> Text:
    """A column of text, numbered."""
    coded = column.combine_chunks().dictionary_encode()
    values = coded.dictionary.to_pylist()
    order = sorted(range(len(values)), key=values.__getitem__)
    place = np.empty(len(values), dtype=np.int64)
    place[order] = np.arange(len(values))
    return Text(place[np.asarray(coded.indices)], tuple(values[i] for i in order))


NO_LINES = Lines._make(
    [*(Text(np.zeros(0, np.int64), ()) for _ in range(5)), np.zeros(0, np.int64)]
)


@compiled
def rounds(first: Any, rows: Any, doctors: Any, week: Any) -> Any:
    """How many stretches of `week` days each person has in which he saw `doctors` doctors, and which rows
    lie in one."""
    found = np.zeros(len(first) - 1, dtype=np.int32)
    within = np.zeros(len(rows), dtype=np.bool_)
    seen = np.empty(64, dtype=np.int64)
    for p in range(len(first) - 1):
        i, end = first[p], first[p + 1]
        while i < end:
            until = (rows[i] >> 32) + week
            j, n = i, 0
            while j < end and rows[j] >> 32 <= until and n < 64:
                doctor = rows[j] & 0xFFFFFFFF
                known = False
                for k in range(n):
                    known = known or seen[k] == doctor
                if not known:
                    seen[n] = doctor
                    n += 1
                j += 1
            if n >= doctors:
                found[p] += 1
                within[i:j] = True
                i = j
            else:
                i += 1
    return found, within


class Asked(NamedTuple):
    """How many appearances were looked at, who went round often enough, the days that were compared
    (first and last), and how many appearances are far off them."""

    appearances: int
    persons: list[str]
    span: tuple[int, int]
    strays: int


def candidates(
    connection: duckdb.DuckDBPyConnection, reading: Reading, doctors: int, week: int, least: int
) -> Asked:
    """Who went from doctor to doctor. Where the doctor is not known, the institution stands for him."""
    columns, keys = reading.columns(connection, SQL)
    if not len(columns.person):
        return Asked(0, [], keys.span, keys.strays)
    doctor = np.where(columns.doctor >= 0, columns.doctor, columns.doctors + columns.place)
    packed = columns.day.astype(np.int64) << 32 | doctor.astype(np.int64)
    first, rows = table.by_person(columns.person, packed, columns.persons)
    times, _ = rounds(first, rows, doctors, week)
    codes = np.flatnonzero(times >= least).astype(np.int32)
    names = reading.names(connection, SQL, keys, [codes]) if len(codes) else None
    persons = sorted(names.persons.values()) if names else []
    return Asked(len(columns.person), persons, keys.span, keys.strays)


def lines_of(
    connection: duckdb.DuckDBPyConnection,
    reading: Reading,
    asked: Asked,
    doctors: int,
    week: int,
    least: int,
) -> Lines:
    """The drugs for which these persons went from doctor to doctor, with all their visits for them, as
    outpatients on the days that were compared."""
    if not asked.persons:
        return NO_LINES
    between = {"first": asked.span[0], "last": asked.span[1]}
    persons = Values("went_round", "psn_no", asked.persons)
    connection.register("bought", reading.answer(connection, BOUGHT, persons, between))
    rows = connection.execute(PAIRS).fetchnumpy()
    pair, pairs = codes_of(np.asarray(rows["pair"], dtype=np.uint64))
    doctor, _ = codes_of(np.asarray(rows["doctor"], dtype=np.uint64))
    packed = np.asarray(rows["day"], dtype=np.int64) << 32 | doctor.astype(np.int64)
    first, visits = table.by_person(pair, packed, len(pairs))
    times, _ = rounds(first, visits, doctors, week)
    shopped = pairs[times >= least]
    connection.register("rounds", pa.table({"pair": pa.array(shopped, pa.uint64())}))
    found = connection.sql(LINES).to_arrow_table()
    connection.unregister("rounds")
    connection.unregister("bought")
    *texts, day = found.columns
    return Lines._make([*map(text_of, texts), np.asarray(day, dtype=np.int64)])


def prescribers_of(
    connection: duckdb.DuckDBPyConnection, reading: Reading, drugs: Sequence[str]
) -> Mapping[str, tuple[tuple[str, ...], Ints]]:
    """By drug, everybody's prescribers, ascending, and the number of persons each."""
    if not drugs:
        return {}
    rows = reading.answer(connection, PRESCRIBERS, Values("shopped_drugs", "code", drugs))
    drug, doctor = text_of(rows["drug"]), text_of(rows["doctor"])
    persons = np.asarray(rows["persons"], dtype=np.int64)
    found = {}
    for code, name in enumerate(drug.values):
        own = np.flatnonzero(drug.code == code)
        own = own[np.argsort(doctor.code[own])]
        found[name] = (tuple(doctor.values[i] for i in doctor.code[own]), persons[own])
    return found

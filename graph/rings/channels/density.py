"""Shared doctor–patient density: a doctor has far more patients who come again and again than his
peers, each on days of his own, so that no shared day gives it away.

Peers are the doctors of institutions of the same level, apart for chronic and other visits: how often
*their* patients come is the null. Where loyal patients are usual, as in a village's chronic care, a
doctor with many of them is no outlier. Visits within four days are one course of treatment; who comes
on more days than a year has weeks is in a queue of his own.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
import numpy as np

from graph.rings.channels.base import Channel, Found, Setting, far_off
from graph.rings.channels.crowds import Dense, Pairs, by_chance, dense_units, merged
from graph.rings.channels.density_told import Meeting, doctors_of, meetings, note, told
from graph.rings.channels.outpatient import SQL
from graph.rings.channels.periods import monthly
from graph.rings.days import table
from graph.rings.days.chance import FLOOR, Chance
from graph.rings.days.compiled import compiled
from graph.rings.days.find import Columns
from graph.rings.days.read import codes_of, key_of
from graph.rings.model import ChannelReport, Group, Ints

#: Days within which visits are one course, and days from which a patient is a queue of his own.
COURSE, MOST_DAYS = 4, 52
#: Fewer visits are anybody's.
LEAST_VISITS = 4
#: No score below is believed: doctors differ by more than their patients' luck.
LEAST_SCORE = 20.0

LEVELS = f"SELECT {key_of('fixmedins_code')}, any_value(hosp_lv) FROM medins_info_b GROUP BY ALL"


@compiled
def counted(first: Any, rows: Any, course: Any, most: Any) -> Any:
    """Person, unit and courses of each pair; pairs of more than `most` days are left out."""
    n = len(rows)
    person, unit = np.empty(n, dtype=np.int64), np.empty(n, dtype=np.int64)
    visits = np.empty(n, dtype=np.int64)
    found = 0
    for p in range(len(first) - 1):
        i, end = first[p], first[p + 1]
        while i < end:
            key, last, days, courses = rows[i] >> 14, np.int64(-99), 0, 0
            while i < end and rows[i] >> 14 == key:
                day = rows[i] & 16383
                courses += day - last > course
                days += day != last
                last = day
                i += 1
            if days <= most:
                person[found], unit[found], visits[found] = p, key, courses
                found += 1
    return person[:found], unit[:found], visits[:found]


def pairs_of(columns: Columns, level: Ints) -> Pairs:
    """The pairs of a channel's appearances; `level[place]` tells peers apart."""
    known = columns.doctor >= 0
    chronic = columns.chronic[known].astype(np.int64)
    at = chronic * columns.places + columns.place[known]
    key = at * max(1, columns.doctors) + columns.doctor[known]
    packed = key << 14 | columns.day[known]
    first, rows = table.by_person(columns.person[known], packed, columns.persons)
    person, keys, visits = counted(first, rows, COURSE, MOST_DAYS)
    unit, distinct = codes_of(keys.astype(np.uint64))
    units = distinct.astype(np.int64)
    at = units // max(1, columns.doctors)
    place = at % max(1, columns.places)
    stratum = (at // max(1, columns.places)) * (int(level.max(initial=0)) + 1) + level[place]
    return Pairs(person, unit.astype(np.int64), visits, merged(stratum), place, LEAST_VISITS)


def _find(connection: duckdb.DuckDBPyConnection, setting: Setting) -> Found:
    columns, keys = setting.reading.columns(connection, SQL)
    if not (columns.doctor >= 0).any():
        return DENSITY.nothing()
    levels = dict(connection.execute(LEVELS).fetchall())
    names = sorted({level or "" for level in levels.values()} | {""})
    level = np.array([names.index(levels.get(int(h)) or "") for h in keys.places], dtype=np.int64)
    pairs = pairs_of(columns, level)
    chance = by_chance(pairs, setting)
    cut = max(chance.cut, LEAST_SCORE)
    dense = [one for one in dense_units(pairs) if one.score >= cut]
    who = setting.reading.names(
        connection, SQL, keys, [one.patients.astype(np.int32) for one in dense]
    )
    doctors = setting.reading.doctors(connection) if dense else {}
    patients = np.concatenate([np.zeros(0, dtype=np.int64), *(one.patients for one in dense)])
    seen = meetings(columns, patients, keys, who, doctors)
    groups = [
        _group(
            one,
            rank,
            cut,
            chance,
            [who.persons[int(keys.persons[p])] for p in one.patients],
            who.institution(int(keys.places[pairs.place[one.unit]])),
            seen,
        )
        for rank, one in enumerate(dense, start=1)
    ]
    zh, en = note(len(pairs.stratum), len(pairs.person), len(groups), cut, chance)
    far_zh, far_en = far_off(keys.strays)
    report = ChannelReport(
        channel=DENSITY.name,
        appearances=int((columns.doctor >= 0).sum()),
        groups=len(groups),
        note_zh=zh + far_zh,
        note_en=en + far_en,
        threshold=cut,
        permutations=chance.runs,
        null_scores=chance.scores,
        null_often=chance.often,
        null_rate=chance.rate,
        null_weight=chance.weight,
        null_floor=FLOOR,
        facts={"units": len(pairs.stratum), "pairs": len(pairs.person), "strays": keys.strays},
    )
    return Found(tuple(groups), report)


def _group(
    dense: Dense,
    rank: int,
    cut: float,
    chance: Chance,
    members: Sequence[str],
    place: str,
    seen: Mapping[str, Sequence[Meeting]],
) -> Group:
    """The group by name: its doctor is whom its members see most at the place; others to whom most of
    them keep coming are of it, too."""
    ours = [one for psn_no in members for one in seen.get(psn_no, ())]
    doctors = doctors_of(ours, place, len(members))
    kept = [one for one in ours if one.doctor in doctors]
    p_value = chance.p_value(dense.score)
    return monthly(
        DENSITY.name,
        members,
        [(one.psn_no, one.unit, one.day) for one in kept],
        doctors=doctors,
        score=dense.score,
        expected=dense.usual * len(members),
        evidence=dense.evidence.tolist(),
        p_value=p_value,
        q_value=min(1.0, chance.expected(dense.score) / rank),
        threshold=cut,
        told=told(
            dense.crowd,
            dense.least,
            len(members),
            dense.expected,
            dense.score,
            cut,
            chance.cut,
            p_value,
        ),
    )


DENSITY = Channel(
    name="doctor_density",
    place=50,
    zh="医患集中",
    en="patients crowded on one doctor",
    needs=frozenset({"mdtrt_d"}),
    find=_find,
    own_days=True,
)

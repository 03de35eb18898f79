"""Persons whose bills are refunded at one institution on day after day, whoever else is there.

Joint refund days show most loops; a ring whose members come now and then shows only by how many of
them come back to the same institution with another refund. One corrected bill is anybody's.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import duckdb
import numpy as np

from graph.rings.channels.base import Setting
from graph.rings.channels.crowds import Dense, Pairs, by_chance, dense_units
from graph.rings.channels.periods import cut_told
from graph.rings.days.chance import Chance
from graph.rings.days.find import Columns
from graph.rings.days.read import Keys
from graph.rings.model import Group, Reason

#: Refund days of one person at one institution; fewer are a correction.
LEAST_DAYS = 2
#: No score below is believed.
LEAST_SCORE = 20.0


def loops(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    name: str,
    setting: Setting,
    known: Sequence[Group],
) -> list[Group]:
    """Groups of `sql`'s refunds that none of the `known` ones shows."""
    columns, keys = setting.reading.columns(connection, sql)
    if not len(columns.person):
        return []
    rows = np.unique(np.stack([columns.person, columns.place, columns.day]), axis=1)
    pair, days = np.unique(rows[:2], axis=1, return_counts=True)
    places, unit = np.unique(pair[1], return_inverse=True)
    pairs = Pairs(
        person=pair[0].astype(np.int64),
        unit=unit.astype(np.int64),
        visits=days.astype(np.int64),
        stratum=np.zeros(len(places), dtype=np.int64),
        place=places.astype(np.int64),
        least=LEAST_DAYS,
    )
    chance = by_chance(pairs, setting)
    cut = max(chance.cut, LEAST_SCORE)
    dense = [one for one in dense_units(pairs) if one.score >= cut]
    who = setting.reading.names(
        connection, sql, keys, [one.patients.astype(np.int32) for one in dense]
    )
    found = []
    for one in dense:
        members = [who.persons[int(keys.persons[p])] for p in one.patients]
        if not _shown(members, known):
            place = who.institution(int(keys.places[pairs.place[one.unit]]))
            own = _days(
                columns,
                keys,
                int(pairs.place[one.unit]),
                dict(zip(one.patients.tolist(), members, strict=True)),
            )
            found.append(_group(name, one, members, place, own, cut, chance))
    return found


def _shown(members: Collection[str], known: Sequence[Group]) -> bool:
    ours = set(members)
    return any(len(ours & set(group.members)) * 2 >= len(ours) for group in known)


def _days(
    columns: Columns, keys: Keys, place: int, names: Mapping[int, str]
) -> list[tuple[str, int]]:
    """Each named person's days with a loop at a place, ascending."""
    at = (columns.place == place) & np.isin(columns.person, list(names))
    persons, days = columns.person[at].tolist(), keys.days[columns.day[at] - 1].tolist()
    return sorted({(names[p], day) for p, day in zip(persons, days, strict=True)})


def _group(
    name: str,
    dense: Dense,
    members: Sequence[str],
    place: str,
    own: Sequence[tuple[str, int]],
    cut: float,
    chance: Chance,
) -> Group:
    """The group with the days on which two or more of its members had bills refunded."""
    who: dict[int, set[str]] = defaultdict(set)
    for psn_no, day in own:
        for near in (day - 1, day, day + 1):
            who[near].add(psn_no)
    came = Counter(day for _, day in own)
    joint = [day for day in sorted(came) if len(who[day]) > 1] or sorted(came)
    usual = dense.usual * len(members) / len(joint)
    p_value = chance.p_value(dense.score)
    told = Reason(
        "refunds",
        f"该机构 {dense.crowd} 名患者退费后三日内又被收费，其中 {len(members)} 人各有 {dense.least} 天以上如此，"
        f"按其他机构的分布预期仅 {dense.expected:.1f} 人。",
        f"{dense.crowd} patients of this institution were charged again within three days of a refund, "
        f"{len(members)} of them on {dense.least} days or more; by the other institutions "
        f"{dense.expected:.1f} would be.",
        round(len(members) / max(dense.expected, 0.01), 2),
        True,
    )
    return Group(
        channel=name,
        members=tuple(members),
        events=tuple((place, day) for day in joint),
        score=round(dense.score, 2),
        seen=len(own),
        expected_days=tuple(round(usual, 4) for _ in joint),
        evidence=tuple(round(value, 2) for value in dense.evidence.tolist()),
        p_value=p_value,
        q_value=min(1.0, chance.expected(dense.score)),
        threshold=cut,
        attend=0.0,
        exact=0.0,
        timely=0.0,
        beat=0.0,
        told=(told, cut_told(round(dense.score, 2), cut, chance.cut, p_value)),
    )

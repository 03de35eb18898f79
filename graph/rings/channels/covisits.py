"""Channels in which people are together at a place on the same days: shared by three of them.

A channel's SQL yields one row for each appearance: psn_no, place, fixmedins_code, doctor or NULL,
day (from 1970-01-01), moment (minute of the day, or days of stay; NULL unknown) and chronic. A place is the
institution or a part of it, such as a terminal.
"""

import duckdb
import numpy as np

from graph.rings.channels.base import Found, Setting, far_off
from graph.rings.days import find as days
from graph.rings.days import grid, norms, read
from graph.rings.days.chance import FLOOR
from graph.rings.days.method import flat
from graph.rings.model import ChannelReport, Group

#: Days that must lie between the first and the last for anything to repeat.
LEAST_DAYS = 7


def co_visits(
    connection: duckdb.DuckDBPyConnection,
    setting: Setting,
    *,
    name: str,
    sql: str,
    method: days.Method,
) -> Found:
    """Groups of a co-visit channel."""
    columns, keys = setting.reading.columns(connection, sql)
    if columns.days < LEAST_DAYS or not len(columns.person):
        return Found((), _short(name, columns, keys.strays))
    outcome = days.find(columns, method, seed=setting.seed, permutations=setting.permutations)
    often = np.array(sorted({person for person, _, _ in outcome.often}), dtype=np.int32)
    names = setting.reading.names(
        connection, sql, keys, [*(g.members for g in outcome.groups), often]
    )
    groups = _groups(name, columns, keys, outcome, names)
    zh, en = _note(outcome, len(groups))
    far_zh, far_en = far_off(keys.strays)
    chance = outcome.chance
    report = ChannelReport(
        channel=name,
        appearances=len(columns.person),
        groups=len(groups),
        note_zh=zh + far_zh,
        note_en=en + far_en,
        threshold=outcome.cut,
        permutations=chance.runs,
        null_scores=chance.scores,
        null_often=chance.often,
        null_rate=chance.rate,
        null_weight=chance.weight,
        null_floor=FLOOR,
        facts={
            "seeds": outcome.seeds,
            "rhythms": outcome.rhythms,
            "often": len({person for person, _, _ in outcome.often}),
            "about": outcome.about,
            "strays": keys.strays,
        },
    )
    return Found(tuple(groups), report, _often(outcome, keys, names))


def _often(
    outcome: days.Outcome, keys: read.Keys, names: read.Names
) -> tuple[tuple[str, str], ...]:
    """Persons with more days at an institution than are compared, by name."""
    found = {
        (names.persons[int(keys.persons[person])], names.institution(int(keys.places[place])))
        for person, place, _ in outcome.often
    }
    return tuple(sorted(found))


def _groups(
    name: str,
    columns: days.Columns,
    keys: read.Keys,
    outcome: days.Outcome,
    names: read.Names,
) -> list[Group]:
    usual = norms.norms_of(outcome.walk)
    opens, members, closes, events = flat(outcome.groups, outcome.walk.stride)
    came, expected = grid.seen_and_expected(outcome.walk, usual, opens, members, closes, events)
    groups = []
    for rank, found in enumerate(outcome.groups, start=1):
        own = slice(closes[rank - 1], closes[rank])
        tail = outcome.chance.expected(found.score)
        groups.append(
            Group(
                channel=name,
                members=tuple(names.persons[int(keys.persons[p])] for p in found.members),
                events=tuple(
                    (names.institution(int(keys.places[place])), int(keys.days[day - 1]))
                    for place, day in found.events
                ),
                score=round(found.score, 2),
                seen=int(came[own].sum()),
                expected_days=tuple(round(x, 4) for x in expected[own].tolist()),
                evidence=tuple(round(float(w), 2) for w in found.weights),
                p_value=outcome.chance.p_value(found.score),
                q_value=min(1.0, tail / rank),
                threshold=outcome.cut,
                attend=round(found.attend, 3),
                exact=round(found.exact, 3),
                timely=round(found.timely, 3),
                beat=round(found.beat, 3),
                steady=round(found.steady, 3),
            )
        )
    return groups


def _short(name: str, columns: days.Columns, strays: int) -> ChannelReport:
    if not len(columns.person):
        zh, en = "没有可用的就诊记录。", "No usable visits."
    else:
        zh = f"数据只跨 {columns.days} 天，看不出反复共同出现；至少需要 {LEAST_DAYS} 天。"
        en = f"The data span {columns.days} days; at least {LEAST_DAYS} are needed to see repetition."
    far_zh, far_en = far_off(strays)
    return ChannelReport(name, len(columns.person), 0, zh + far_zh, en + far_en)


def _note(outcome: days.Outcome, groups: int) -> tuple[str, str]:
    cut, chance = outcome.cut, outcome.chance
    strongest = max(chance.scores, default=0.0)
    zh = (
        f"比较各机构的日子得到 {outcome.seeds} 个疑点，得分 ≥ {cut:g} 的群体 {groups} 个；"
        f"同一批数据随机置换 {chance.runs} 次，最高只到 {strongest:g} 分。"
    )
    en = (
        f"{outcome.seeds} pairs of days share more people than expected; {groups} groups score "
        f"≥ {cut:g}, while {chance.runs} permutations of the same data reach {strongest:g} at most."
    )
    often = len({person for person, _, _ in outcome.often})
    zh += f"另有 {outcome.about} 个群体只是日期相近、并不同时到场，{outcome.rhythms} 人次有固定复诊节奏，"
    zh += f"{often} 人在同一机构就诊超过 {days.MOST_DAYS} 天（透析等），均不列为疑似。"
    en += f" {outcome.about} groups come about the same days but not together, {outcome.rhythms} "
    en += f"persons keep a rhythm of their own, {often} come on more than {days.MOST_DAYS} days a place."
    return zh, en

"""People's judgements on rings as reads need them: members, tallies, the precision record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.commands.judgement import MarkKind
from casework.judgements.group import Tally, tally_of
from casework.judgements.precision import Judged, Share, promised, share_of
from casework.judgements.state import MarkState
from casework.refusal import refuse
from graph.judgements.read import marks
from graph.rings.model import Route
from graph.rings.runs import last_run

TALLIES: Final = """
MATCH (m:MemberMark) WHERE m.ring_id IN $ring_ids AND m.verdict IS NOT NULL
RETURN m.ring_id AS ring_id, collect(m.verdict) AS verdicts
"""
JUDGED: Final = """
MATCH (m:RingMark) WHERE m.verdict IS NOT NULL AND m.channel IS NOT NULL
RETURN 'ring' AS what, m.channel AS channel, m.route AS route, m.verdict AS verdict,
       m.q_value AS q_value
UNION ALL
MATCH (m:MemberMark) WHERE m.verdict IS NOT NULL AND m.channel IS NOT NULL
RETURN 'member' AS what, m.channel AS channel, m.route AS route, m.verdict AS verdict,
       m.q_value AS q_value
"""
FOUND: Final = """
MATCH (r:Ring) WHERE r.route = $route AND coalesce(r.change, '') <> 'ended'
RETURN r.channel AS channel, count(r) AS found,
       sum(CASE WHEN EXISTS { MATCH (m:RingMark {ring_id: r.ring_id})
                              WHERE m.verdict IS NOT NULL } THEN 0 ELSE 1 END) AS waiting
"""


@dataclass(frozen=True)
class Precision:
    """A channel's record. `found` rings it suspects now, `waiting` of them without a verdict; `rings`
    and `members` as people judged them; `aside` those that routing had put aside (a confirmed one is
    a miss); `promised` what the q-values of the judged rings had promised, between 0 and 1."""

    channel: str
    found: int
    waiting: int
    rings: Share
    members: Share
    aside: Share
    promised: float | None


async def member_marks(
    driver: AsyncDriver, viewer: Viewer, ring_id: str, psn_nos: Sequence[str]
) -> dict[str, MarkState]:
    """What was said of each member, by number."""
    keys = {f"{ring_id}/{psn_no}": psn_no for psn_no in psn_nos}
    found = await marks(driver, viewer, MarkKind.MEMBER, keys)
    return {keys[key]: state for key, state in found.items()}


async def tallies(driver: AsyncDriver, viewer: Viewer, ring_ids: Iterable[str]) -> dict[str, Tally]:
    """How many members of each ring were judged; rings without are left out."""
    if not viewer.actor.holds(*BUREAU):
        return {}
    rows, _, _ = await driver.execute_query(
        Query(TALLIES, timeout=10),
        ring_ids=list(ring_ids),
        routing_=neo4j.RoutingControl.READ,
    )
    return {row["ring_id"]: tally_of(row["verdicts"]) for row in rows}


async def precision(driver: AsyncDriver, viewer: Viewer) -> list[Precision]:
    """The record of every channel, in the order of the last run; channels that it did not know last.

    Refusal NOT_FOUND for readers outside the bureau.
    """
    if not viewer.actor.holds(*BUREAU):
        raise refuse("NOT_FOUND", what="疑似团伙", what_en="suspected rings")
    read = neo4j.RoutingControl.READ
    rows, _, _ = await driver.execute_query(Query(JUDGED, timeout=10), routing_=read)
    suspected = Route.RING.value
    judged = [
        (
            row["what"],
            Judged(row["channel"], row["route"] == suspected, row["verdict"], row["q_value"]),
        )
        for row in rows
    ]
    counts, _, _ = await driver.execute_query(
        Query(FOUND, timeout=10), route=suspected, routing_=read
    )
    now = {row["channel"]: (row["found"], row["waiting"]) for row in counts}
    run = await last_run(driver, viewer)
    known = [report.channel for report in run.channels] if run else []
    retired = {one.channel for _, one in judged} | set(now)
    return [
        _row(name, now.get(name, (0, 0)), [(w, one) for w, one in judged if one.channel == name])
        for name in [*known, *sorted(retired - set(known))]
    ]


def _row(name: str, now: tuple[int, int], judged: Sequence[tuple[str, Judged]]) -> Precision:
    rings = [one for what, one in judged if what == "ring"]
    suspected = [one for one in rings if one.suspected]
    members = [one for what, one in judged if what == "member" and one.suspected]
    return Precision(
        name,
        *now,
        rings=share_of(suspected),
        members=share_of(members),
        aside=share_of(one for one in rings if not one.suspected),
        promised=promised(suspected),
    )

"""The last detection as a whole: what each channel looked at, and what chance made of the data."""

import json
from dataclasses import dataclass
from datetime import date, datetime

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.refusal import refuse
from graph.rings.model import ChannelReport, Oddity

LAST = "MATCH (d:RingRun {key: 'last'}) RETURN d"


@dataclass(frozen=True)
class Run:
    """Channels with their null scores and threshold; record errors by person."""

    run_id: str
    at: datetime
    seed: int
    first_day: date | None
    last_day: date | None
    channels: tuple[ChannelReport, ...]
    oddities: tuple[Oddity, ...]


async def last_run(driver: AsyncDriver, viewer: Viewer) -> Run | None:
    """The last run; None before the first. Refusal NOT_FOUND for readers outside the bureau."""
    if not viewer.actor.roles & BUREAU:
        raise refuse("NOT_FOUND", what="疑似团伙", what_en="suspected ring")
    result = await driver.execute_query(Query(LAST, timeout=5), routing_=neo4j.RoutingControl.READ)
    if not result.records:
        return None
    node = result.records[0]["d"]
    channels = [
        ChannelReport(**{**c, "null_scores": tuple(c["null_scores"])})
        for c in json.loads(node["channels"])
    ]
    first, last = node.get("first_day"), node.get("last_day")
    return Run(
        node["run_id"],
        node["at"].to_native(),
        node["seed"],
        first.to_native() if first is not None else None,
        last.to_native() if last is not None else None,
        tuple(channels),
        tuple(Oddity(**row) for row in json.loads(node["oddities"])),
    )

"""The last detection as a whole: what each channel looked at, and what chance made of the data."""

import json
from dataclasses import dataclass
from datetime import date, datetime

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.masking import mask_name
from casework.refusal import refuse
from graph.rings.model import ChannelReport, Oddity

LAST = "MATCH (d:RingRun {key: 'last'}) RETURN d"
NAMES = """
MATCH (p:Patient) WHERE p.psn_no IN $psn_nos RETURN p.psn_no AS psn_no, p.psn_name AS name
"""


@dataclass(frozen=True)
class Run:
    """Channels with their null scores and threshold; record errors by person; the notes say what the
    data could not tell, empty where they could."""

    run_id: str
    at: datetime
    seed: int
    first_day: date | None
    last_day: date | None
    channels: tuple[ChannelReport, ...]
    oddities: tuple[Oddity, ...]
    note_zh: str = ""
    note_en: str = ""


@dataclass(frozen=True)
class OddPerson:
    """A record error with the person's name, masked without a purpose; empty where unknown."""

    psn_no: str
    name: str
    visits: int
    days: int


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
        # Runs of before did not keep them.
        node.get("note_zh", ""),
        node.get("note_en", ""),
    )


async def odd_people(driver: AsyncDriver, viewer: Viewer, run: Run) -> list[OddPerson]:
    """Whose records the run could not believe, most visits first; `viewer` as in `last_run`."""
    found = await driver.execute_query(
        Query(NAMES, timeout=5),
        psn_nos=[one.psn_no for one in run.oddities],
        routing_=neo4j.RoutingControl.READ,
    )
    names = {row["psn_no"]: row["name"] or "" for row in found.records}
    shown = mask_name if viewer.masked else str
    return [
        OddPerson(one.psn_no, shown(names.get(one.psn_no, "")), one.visits, one.days)
        for one in run.oddities
    ]

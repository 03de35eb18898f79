"""What became of one ring since the run before: where it comes from, who joined and who left."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.masking import mask_name
from casework.refusal import refuse
from graph.rings.model import Change

# Who left is no member any more, but still a patient of the map.
ONE = """
MATCH (r:Ring {ring_id: $ring_id})
OPTIONAL MATCH (d:RingRun {key: 'last'})
RETURN r.change AS change, r.changed_from AS changed_from, r.detail AS detail,
       r.ended_at AS ended_at, d.at AS at, d.before AS before
"""
NAMES = """
MATCH (p:Patient) WHERE p.psn_no IN $numbers RETURN p.psn_no AS psn_no, p.psn_name AS name
"""


@dataclass(frozen=True)
class Mover:
    """A person who joined or left; the name masked without a purpose, empty where unknown."""

    psn_no: str
    name: str


@dataclass(frozen=True)
class RingChange:
    """`at` is the run that says so (for an ended ring the one that no longer found it), `before` the
    run that it is compared with; None where there was none."""

    change: Change
    changed_from: tuple[str, ...]
    joined: tuple[Mover, ...]
    left: tuple[Mover, ...]
    at: datetime | None
    before: datetime | None


async def ring_change(driver: AsyncDriver, viewer: Viewer, ring_id: str) -> RingChange:
    """What became of a ring; Refusal NOT_FOUND when missing or not for this reader."""
    missing = refuse("NOT_FOUND", what=f"疑似团伙 {ring_id}", what_en=f"suspected ring {ring_id}")
    if not viewer.actor.roles & BUREAU:
        raise missing
    found = await _read(driver, Query(ONE, timeout=5), ring_id=ring_id)
    if not found:
        raise missing
    row = found[0]
    detail = json.loads(row["detail"])
    joined, left = detail.get("joined", []), detail.get("left", [])
    names = (
        await _read(driver, Query(NAMES, timeout=5), numbers=[*joined, *left])
        if joined or left
        else []
    )
    name_of = {person["psn_no"]: person["name"] or "" for person in names}

    def movers(numbers: list[str]) -> tuple[Mover, ...]:
        return tuple(
            Mover(no, mask_name(name_of.get(no, "")) if viewer.masked else name_of.get(no, ""))
            for no in numbers
        )

    return RingChange(
        Change(row["change"] or Change.NEW),
        tuple(row["changed_from"] or ()),
        movers(joined),
        movers(left),
        _native(row["ended_at"] if row["change"] == Change.ENDED else row["at"]),
        _native(row["before"]),
    )


async def _read(driver: AsyncDriver, query: Query, **values: Any) -> list[neo4j.Record]:
    """The records of a read."""
    result = await driver.execute_query(query, values, routing_=neo4j.RoutingControl.READ)
    return result.records


def _native(value: Any) -> datetime | None:
    found: datetime | None = value.to_native() if value is not None else None
    return found

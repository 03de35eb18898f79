"""Interviews of an officer at the same time, in any case; signed records that were lost."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

import neo4j

from casework.cases.state import CaseState
from casework.events import utc_text
from casework.interview.state import Span, clashes
from graph.custody.read import items_of

NEAR: Final = """
MATCH (i:Interview)
WHERE any(person IN i.officers WHERE person IN $people)
  AND i.start < $until AND (i.end IS NULL OR i.end > $since)
RETURN properties(i) AS i
"""
#: An interview that nobody ended is not compared for ever.
LONGEST: Final = timedelta(days=1)


async def clashes_of(
    driver: neo4j.AsyncDriver, case: CaseState, now: datetime
) -> Mapping[str, tuple[Span, ...]]:
    """For each interview of the case, those that one of its officers led at the same time."""
    own = [
        Span(
            f"{case.case_no}/{one.interview_id}",
            one.name,
            frozenset(hand.person for hand in one.officers),
            one.started_at,
            one.ended_at,
        )
        for one in case.interviews
    ]
    if not own:
        return {}
    rows, _, _ = await driver.execute_query(
        NEAR,
        people=sorted({person for span in own for person in span.officers}),
        since=utc_text(min(span.start for span in own)),
        until=utc_text(max(span.end or span.start + LONGEST for span in own)),
        routing_=neo4j.RoutingControl.READ,
    )
    others = [_span(row["i"]) for row in rows]
    return {
        span.key.rpartition("/")[2]: clashes(span, others, min(now, span.start + LONGEST))
        for span in own
    }


async def lost_records(driver: neo4j.AsyncDriver, case: CaseState) -> frozenset[str]:
    """Signed records of interviews and home visits that a check of the vault found damaged or missing."""
    scans = [one.evidence_id for one in case.interviews]
    scans += [visit.evidence_id for one in case.visit_lists for visit in one.visits]
    kept = await items_of(driver, (scan for scan in scans if scan))
    return frozenset(scan for scan, item in kept.items() if item.intact is False)


def _span(i: Mapping[str, object]) -> Span:
    people: object = i["officers"]
    end = i.get("end")
    return Span(
        str(i["key"]),
        str(i["name"]),
        frozenset(str(one) for one in people) if isinstance(people, list) else frozenset(),
        datetime.fromisoformat(str(i["start"])),
        datetime.fromisoformat(str(end)) if end else None,
    )

"""Verify every chain, and list the heads that the daily seal covers."""

from dataclasses import dataclass, field
from typing import Final

import neo4j

from casework.events import BrokenAt, Event, verify_chain
from graph.events.load import load

BATCH: Final = 200
HEADS: Final = """
MATCH (s:Stream) WHERE s.id > $after
RETURN s.id AS id, s.version AS version, s.head AS head ORDER BY id LIMIT $limit
"""


@dataclass(frozen=True)
class StreamHead:
    """The end of one chain."""

    stream: str
    version: int
    hash: str


@dataclass
class Verification:
    """Outcome over all streams; `broken` pairs a stream with what is wrong."""

    streams: int = 0
    events: int = 0
    broken: list[tuple[str, str]] = field(default_factory=list)

    @property
    def intact(self) -> bool:
        """Whether every chain holds."""
        return not self.broken


async def heads(driver: neo4j.AsyncDriver) -> list[StreamHead]:
    """Return the heads of all streams in order of their ids."""
    found: list[StreamHead] = []
    while True:
        after = found[-1].stream if found else ""
        rows, _, _ = await driver.execute_query(
            HEADS, after=after, limit=5000, routing_=neo4j.RoutingControl.READ
        )
        found += [StreamHead(row["id"], row["version"], row["head"]) for row in rows]
        if len(rows) < 5000:
            return found


async def verify_all(driver: neo4j.AsyncDriver) -> Verification:
    """Check each stream's chain, and that its head node agrees with its last event."""
    report = Verification()
    ends = await heads(driver)
    for start in range(0, len(ends), BATCH):
        batch = ends[start : start + BATCH]
        chains = await load(driver, *(end.stream for end in batch))
        for end in batch:
            _check(report, end, chains[end.stream])
    return report


def _check(report: Verification, end: StreamHead, events: list[Event]) -> None:
    report.streams += 1
    report.events += len(events)
    outcome = verify_chain(events)
    if isinstance(outcome, BrokenAt):
        report.broken.append((end.stream, f"第 {outcome.index + 1} 条：{outcome.why}"))
    elif (outcome.length, outcome.head) != (end.version, end.hash):
        report.broken.append((end.stream, "链尾与登记的末端不符 (head node disagrees)"))

"""What the map knows of itself: its salt, its last load, its counts."""

from datetime import datetime
from secrets import token_hex
from typing import Final, LiteralString

import neo4j

from graph.load.report import LoadReport
from graph.schema import KINDS, link_types

SALT: Final[LiteralString] = """
MERGE (s:Setting {name: 'map_salt'}) ON CREATE SET s.value = $fresh RETURN s.value AS value
"""
HAS_CASE: Final[LiteralString] = "RETURN EXISTS {(:Case)} AS found"
RECORD: Final[LiteralString] = """
MERGE (s:Setting {name: 'map_load'})
SET s.run_id = $run_id, s.at = $at, s.mode = $mode, s.settlements = $settlements
"""
# Counts come from the store's own statistics.
COUNTS: Final[LiteralString] = """
RETURN {Patient: COUNT {(:Patient)}, Doctor: COUNT {(:Doctor)}, Institution: COUNT {(:Institution)},
  Hospital: COUNT {(:Hospital)}, Pharmacy: COUNT {(:Pharmacy)}, Settlement: COUNT {(:Settlement)},
  Phone: COUNT {(:Phone)}, Address: COUNT {(:Address)}, Employer: COUNT {(:Employer)},
  Bed: COUNT {(:Bed)}, Terminal: COUNT {(:Terminal)}} AS nodes,
 {HAS_SETTLEMENT: COUNT {()-[:HAS_SETTLEMENT]->()}, AT: COUNT {(:Settlement)-[:AT]->()},
  TREATED_BY: COUNT {()-[:TREATED_BY]->()}, IN_BED: COUNT {()-[:IN_BED]->()},
  SWIPED_ON: COUNT {()-[:SWIPED_ON]->()}, HAS_PHONE: COUNT {()-[:HAS_PHONE]->()},
  LIVES_AT: COUNT {()-[:LIVES_AT]->()}, EMPLOYED_BY: COUNT {()-[:EMPLOYED_BY]->()},
  WORKS_AT: COUNT {()-[:WORKS_AT]->()}, VISITED: COUNT {()-[:VISITED]->()},
  SEEN_BY: COUNT {()-[:SEEN_BY]->()}} AS links
"""


async def map_salt(driver: neo4j.AsyncDriver) -> str:
    """The secret that keys shared values; made once, carried along with the store."""
    async with driver.session() as session:
        result = await session.run(SALT, fresh=token_hex(16))
        return str((await result.single(strict=True))["value"])


async def has_case(driver: neo4j.AsyncDriver) -> bool:
    """Whether any case exists; then the store is never replaced."""
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        result = await session.run(HAS_CASE)
        return bool((await result.single(strict=True))["found"])


async def map_counts(driver: neo4j.AsyncDriver) -> tuple[dict[str, int], dict[str, int]]:
    """Nodes by kind and relationships by type."""
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        row = await (await session.run(COUNTS)).single(strict=True)
    nodes = {label: row["nodes"][label] for label in (*KINDS, "Hospital", "Pharmacy")}
    return nodes, {name: row["links"][name] for name in link_types()}


async def record_load(driver: neo4j.AsyncDriver, report: LoadReport, at: datetime) -> None:
    """Keep when and how the map was last loaded."""
    async with driver.session() as session:
        result = await session.run(
            RECORD,
            run_id=report.run_id,
            at=at,
            mode=report.mode,
            settlements=report.nodes["Settlement"],
        )
        await result.consume()

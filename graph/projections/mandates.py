"""Nodes of delegations and letters: read with each request of a deputy or of the centre."""

from typing import Final

import neo4j

from casework.delegation.state import MandatesState
from casework.events import utc_text

WRITE: Final = """
UNWIND $rows AS row
MERGE (d:Delegation {delegation_id: row.delegation_id}) SET d += row
"""
WRITE_LETTERS: Final = """
UNWIND $rows AS row
MERGE (e:Entrustment {document_no: row.document_no}) SET e += row
"""

WRITE_ABSENCES: Final = """
UNWIND $rows AS row
MERGE (x:Absence {absence_id: row.absence_id}) SET x += row
"""


async def project_mandates(tx: neo4j.AsyncManagedTransaction, state: MandatesState) -> None:
    """Write the register."""
    rows = [
        {
            "delegation_id": one.delegation_id,
            "principal": one.principal.account,
            "deputy": one.deputy.account,
            "acts": list(one.acts),
            "starts_at": utc_text(one.starts_at),
            "over_at": utc_text(one.over_at),
            # Taken back is told by its event; that it ran out, by the beat.
            "ran_out": one.ended_at is None,
        }
        for one in state.delegations
    ]
    letters = [
        {
            "document_no": one.document_no,
            "starts_on": one.starts_on.isoformat(),
            "ends_on": one.ends_on.isoformat(),
        }
        for one in state.letters
    ]
    absences = [
        {
            "absence_id": one.absence_id,
            "account": one.who.account,
            "name": one.who.name,
            "stand_in": one.stand_in.account if one.stand_in else None,
            "starts_on": one.starts_on.isoformat(),
            "over_on": one.over_on.isoformat(),
            "ran_out": one.ended_on is None,
        }
        for one in state.absences
    ]
    await (await tx.run(WRITE_ABSENCES, rows=absences)).consume()
    await (await tx.run(WRITE, rows=rows)).consume()
    await (await tx.run(WRITE_LETTERS, rows=letters)).consume()

"""What the machine says of a ring at this moment, kept with every judgement on it."""

from typing import Final

import neo4j

from casework.commands.judgement import RingSeen

SEEN: Final = """
MATCH (r:Ring {ring_id: $ring_id})
RETURN r.channel AS channel, r.route AS route, r.score AS score, r.q_value AS q_value,
       r.member_count AS members
"""


async def ring_seen(tx: neo4j.AsyncManagedTransaction, ring_id: str) -> RingSeen | None:
    """The ring as detection left it; None when there is none."""
    row = await (await tx.run(SEEN, ring_id=ring_id)).single()
    if row is None:
        return None
    return RingSeen(
        row["channel"], row["route"], repr(row["score"]), repr(row["q_value"]), row["members"]
    )

"""Who is away today, for whoever gives a task or looks at the load."""

from datetime import date
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer

AWAY: Final = """
MATCH (x:Absence) WHERE x.starts_on <= $today AND $today <= x.over_on
RETURN x.account AS account, max(x.over_on) AS until
"""


async def away_on(driver: neo4j.AsyncDriver, viewer: Viewer, on: date) -> dict[str, date]:
    """The last day away of each colleague who is away on a day; nothing for eyes outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return {}
    rows, _, _ = await driver.execute_query(
        AWAY, today=on.isoformat(), routing_=neo4j.RoutingControl.READ
    )
    return {row["account"]: date.fromisoformat(row["until"]) for row in rows}

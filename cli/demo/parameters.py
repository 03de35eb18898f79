"""Parameters of the demo bureau: proposed by one person and approved by another, each once."""

from dataclasses import replace
from datetime import datetime

import neo4j

from casework.clocks.calendars import local_date
from casework.commands.parameters import DecideParameter, ProposeParameter
from claims.county.names import AREA
from cli.demo.cases import Team
from graph.commands import execute


async def set_parameter(
    driver: neo4j.AsyncDriver, team: Team, at: datetime, change: ProposeParameter
) -> None:
    """Propose and approve; a start that was killed between the two goes on."""
    key = f"demo:{change.name}"
    wanted = replace(change, command_id=key)
    (proposed,) = await execute(driver, wanted, team.supervisor, at)
    approval = DecideParameter(
        proposal_id=str(proposed.data["proposal_id"]), approve=True, command_id=f"{key}:approved"
    )
    await execute(driver, approval, team.head, at)


async def set_area(driver: neo4j.AsyncDriver, team: Team, at: datetime) -> None:
    """The county's own code: without it no case could say which institutions are outside."""
    change = ProposeParameter(
        name="own_area",
        value=AREA,
        valid_from=local_date(at),
        basis="演示县行政区划代码",
        reason="据以判断定点机构是否属于本县",
    )
    await set_parameter(driver, team, at, change)

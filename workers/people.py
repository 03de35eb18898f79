"""Who a job acts for."""

import neo4j

from casework.actors import Actor
from casework.refusal import refuse
from graph.accounts.read import find_account


async def actor_of(driver: neo4j.AsyncDriver, login: str) -> Actor:
    """The person who created the job, as he stands now. Refuses NOT_FOUND for a closed account."""
    account = await find_account(driver, login)
    if account is None or account.disabled:
        raise refuse("NOT_FOUND", what=f"账号 {login}", what_en=f"account {login}")
    return account.actor

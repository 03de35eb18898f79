"""Tokens of `jicha login`: random, kept as a hash, bound to an account, ending by themselves."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Final, LiteralString

import neo4j

from casework.actors import Actor
from casework.events import utc_text
from casework.refusal import refuse
from graph.accounts.read import LENT, lent_account

LASTS: Final = timedelta(hours=12)
# One token for each account: a second sign-in at a terminal ends the first.
ISSUE: Final = """
MATCH (a:Account {account: $account})
OPTIONAL MATCH (old:CliToken {account: $account})
DELETE old
WITH DISTINCT a
CREATE (:CliToken {hash: $hash, account: a.account, expires_at: $expires})
"""
WHO: Final[LiteralString] = (
    """
MATCH (t:CliToken {hash: $hash}) WHERE t.expires_at > $now
MATCH (a:Account {account: t.account})
"""
    + LENT
)
REVOKE: Final = "MATCH (t:CliToken {hash: $hash}) DELETE t"


async def issue_token(driver: neo4j.AsyncDriver, login: str, at: datetime) -> str:
    """Issue a token for a person whose password was just checked."""
    token = secrets.token_urlsafe(32)
    await driver.execute_query(
        ISSUE, account=login, hash=_hash(token), expires=utc_text(at + LASTS)
    )
    return token


async def actor_of_token(driver: neo4j.AsyncDriver, token: str, at: datetime) -> Actor:
    """Return who holds the token, with the roles of now.

    Refuses SIGN_IN_REQUIRED (unknown or ended), ACCOUNT_DISABLED, PASSWORD_CHANGE_REQUIRED.
    """
    rows, _, _ = await driver.execute_query(WHO, hash=_hash(token), now=utc_text(at))
    if not rows:
        raise refuse("SIGN_IN_REQUIRED")
    account = lent_account(rows[0])
    if account.disabled:
        raise refuse("ACCOUNT_DISABLED")
    if account.must_change_password:
        raise refuse("PASSWORD_CHANGE_REQUIRED")
    return account.actor


async def revoke_token(driver: neo4j.AsyncDriver, token: str) -> None:
    """End a token; an unknown one is no matter."""
    await driver.execute_query(REVOKE, hash=_hash(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

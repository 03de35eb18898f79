"""Sign in: compare the hash, count failures, lock for a while, put both on record."""

from datetime import datetime, timedelta
from typing import Final

import neo4j

from casework.actors import Actor
from casework.clocks.calendars import SHANGHAI
from casework.commands.access import RecordSignIn
from casework.events import utc_text
from casework.refusal import refuse
from graph.accounts.hashes import matches
from graph.accounts.read import Account, account_of
from graph.commands import execute

FREE_TRIES: Final = 5
LOCK_FOR: Final = timedelta(minutes=15)
FIND: Final = "MATCH (a:Account {account: $account}) RETURN properties(a) AS a"
FAILED: Final = """
MATCH (a:Account {account: $account})
SET a.failures = coalesce(a.failures, 0) + 1
WITH a WHERE a.failures >= $tries
SET a.locked_until = $until, a.failures = 0
"""
SUCCEEDED: Final = """
MATCH (a:Account {account: $account})
SET a.failures = 0, a.last_sign_in = $at
REMOVE a.locked_until
"""
NOBODY: Final = Actor("unknown", "", frozenset(), "unknown")


async def sign_in(
    driver: neo4j.AsyncDriver,
    login: str,
    password: str,
    at: datetime,
    *,
    where: str = "desk",
    address: str = "",
) -> Account:
    """Return the account. Refuses BAD_CREDENTIALS, ACCOUNT_LOCKED, ACCOUNT_DISABLED.

    Every attempt is an event; what was typed as a login that does not exist is not kept.
    """
    rows, _, _ = await driver.execute_query(FIND, account=login)
    node = rows[0]["a"] if rows else None
    account = account_of(node) if node else None
    right = await matches(node.get("password_hash") if node else None, password)
    if account is None or not right or account.disabled or _locked(account, at):
        await _refuse(driver, account, right, at, where, address)
    if account is None:
        raise refuse("BAD_CREDENTIALS")
    await driver.execute_query(SUCCEEDED, account=login, at=utc_text(at))
    command = RecordSignIn(login=login, ok=True, where=where, address=address)
    await execute(driver, command, account.actor, at)
    return account


async def _refuse(
    driver: neo4j.AsyncDriver,
    account: Account | None,
    right: bool,
    at: datetime,
    where: str,
    address: str,
) -> None:
    actor = account.actor if account else NOBODY
    command = RecordSignIn(login=actor.account, ok=False, where=where, address=address)
    await execute(driver, command, actor, at)
    if account is not None and _locked(account, at) and account.locked_until is not None:
        until = account.locked_until.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        raise refuse("ACCOUNT_LOCKED", until=until)
    if account is not None and right and account.disabled:
        raise refuse("ACCOUNT_DISABLED")
    if account is not None:
        until = utc_text(at + LOCK_FOR)
        await driver.execute_query(FAILED, account=actor.account, tries=FREE_TRIES, until=until)
    raise refuse("BAD_CREDENTIALS")


def _locked(account: Account, at: datetime) -> bool:
    return account.locked_until is not None and at < account.locked_until

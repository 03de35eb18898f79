"""Create accounts with a one-time password, reset and change passwords, unlock."""

from datetime import datetime
from typing import Final

import neo4j

from casework.accounts.passwords import check_password
from casework.actors import Actor
from casework.commands.accounts import (
    ChangePassword,
    CreateAccount,
    ResetPassword,
    UnlockAccount,
)
from casework.events import Event
from casework.refusal import refuse
from graph.accounts.hashes import hash_password, matches, one_time_password, store
from graph.commands import Then, execute_with

STORED: Final = "MATCH (a:Account {account: $account}) RETURN a.password_hash AS hash"
UNLOCK: Final = "MATCH (a:Account {account: $account}) SET a.failures = 0 REMOVE a.locked_until"
END_TOKENS: Final = "MATCH (t:CliToken {account: $account}) DELETE t"


async def create_account(
    driver: neo4j.AsyncDriver, command: CreateAccount, actor: Actor, at: datetime
) -> str:
    """Create an account and return its one-time password: shown once, changed at first use."""
    password = one_time_password()
    then = _hash_writer(command.login, await hash_password(password))
    await execute_with(driver, command, actor, at, then)
    return password


async def reset_password(
    driver: neo4j.AsyncDriver, command: ResetPassword, actor: Actor, at: datetime
) -> str:
    """Give a new one-time password; tokens of the terminal end."""
    password = one_time_password()
    then = _hash_writer(command.login, await hash_password(password))
    await execute_with(driver, command, actor, at, then)
    return password


async def change_password(
    driver: neo4j.AsyncDriver, actor: Actor, old: str, new: str, at: datetime
) -> list[Event]:
    """Change one's own password. Refuses BAD_CREDENTIALS, WEAK_PASSWORD, BAD_VALUE."""
    rows, _, _ = await driver.execute_query(STORED, account=actor.account)
    if not await matches(rows[0]["hash"] if rows else None, old):
        raise refuse("BAD_CREDENTIALS")
    check_password(actor.account, new)
    if old == new:
        raise refuse(
            "BAD_VALUE",
            field="新密码",
            field_en="the new password",
            why="不得与原密码相同",
            why_en="it may not be the old one",
        )
    then = _hash_writer(actor.account, await hash_password(new))
    return await execute_with(driver, ChangePassword(login=actor.account), actor, at, then)


async def unlock_account(
    driver: neo4j.AsyncDriver, command: UnlockAccount, actor: Actor, at: datetime
) -> list[Event]:
    """Unlock an account that was disabled, or locked after failed attempts."""

    async def then(tx: neo4j.AsyncManagedTransaction, events: list[Event]) -> None:
        await (await tx.run(UNLOCK, account=command.login)).consume()

    return await execute_with(driver, command, actor, at, then)


def _hash_writer(login: str, hashed: str) -> Then:
    async def then(tx: neo4j.AsyncManagedTransaction, events: list[Event]) -> None:
        await store(tx, login, hashed)
        await (await tx.run(END_TOKENS, account=login)).consume()

    return then

"""Password hashes: argon2id on the account node, never in an event, never in a log."""

import asyncio
import secrets
from typing import Final

import neo4j
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER: Final = PasswordHasher()
STORE: Final = """
MATCH (a:Account {account: $account})
SET a.password_hash = $hash, a.failures = 0
REMOVE a.locked_until
"""
LETTERS: Final = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"


async def hash_password(password: str) -> str:
    """Hash with argon2id; off the event loop, for it is slow on purpose."""
    return await asyncio.to_thread(HASHER.hash, password)


async def matches(stored: str | None, password: str) -> bool:
    """Compare; without a stored hash as much time is spent, so that nothing can be told."""
    against = stored or _DECOY
    right = await asyncio.to_thread(_verify, against, password)
    return right and stored is not None


async def store(tx: neo4j.AsyncManagedTransaction, account: str, hashed: str) -> None:
    """Set an account's hash and forget its failed attempts."""
    await (await tx.run(STORE, account=account, hash=hashed)).consume()


def one_time_password() -> str:
    """Make a one-time password that passes the rules and is easy to copy by hand."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups) + secrets.choice("23456789") + secrets.choice("ABCDEFGH") + "k"


def _verify(stored: str, password: str) -> bool:
    try:
        return HASHER.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


_DECOY: Final = HASHER.hash(secrets.token_urlsafe(16))

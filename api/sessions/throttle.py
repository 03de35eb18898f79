"""Sign-in throttling by account and by address, with growing waits.

The account's own lock after repeated failures is an event (casework); this only slows guessing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redis.asyncio import Redis

WINDOW_SECONDS = 900
FREE_TRIES_PER_ACCOUNT = 5
FREE_TRIES_PER_ADDRESS = 30


async def wait_needed(valkey: Redis, account: str, address: str) -> int:
    """Seconds until the next try is allowed; 0 if it is allowed now."""
    blocked = [
        await valkey.ttl(_block("account", account)),
        await valkey.ttl(_block("ip", address)),
    ]
    return max(0, *blocked)


async def record_failure(valkey: Redis, account: str, address: str) -> None:
    """Count a failed try; past the free tries each doubles the wait, up to the window."""
    await _count(valkey, "account", account, FREE_TRIES_PER_ACCOUNT)
    await _count(valkey, "ip", address, FREE_TRIES_PER_ADDRESS)


async def forget(valkey: Redis, account: str) -> None:
    """A success clears the account's count."""
    await valkey.delete(_fails("account", account), _block("account", account))


async def _count(valkey: Redis, kind: str, who: str, free: int) -> None:
    fails = await valkey.incr(_fails(kind, who))
    await valkey.expire(_fails(kind, who), WINDOW_SECONDS)
    if fails >= free:
        await valkey.set(_block(kind, who), 1, ex=min(WINDOW_SECONDS, 2 ** (fails - free + 2)))


def _fails(kind: str, who: str) -> str:
    return f"signin-fails:{kind}:{who}"


def _block(kind: str, who: str) -> str:
    return f"signin-block:{kind}:{who}"

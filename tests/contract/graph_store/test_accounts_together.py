"""Accounts of requests that arrive together: one question for many, never older than the request."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import neo4j
import pytest

import graph.accounts.together as together
from casework.actors import Actor, Role
from casework.commands.accounts import DisableAccount
from graph.accounts.read import Account, find_account, find_accounts
from graph.accounts.together import Accounts
from graph.commands import execute

GUARD = Actor("guard", "安全管理员", frozenset({Role.SECURITY_ADMIN}), "p-guard")
AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


class Asked:
    """Lets questions through to the graph when `go` is set, and notes whom they were about."""

    def __init__(self) -> None:
        self.questions: list[list[str]] = []
        self.go = asyncio.Event()
        self.fault: Exception | None = None

    async def __call__(
        self, driver: neo4j.AsyncDriver, logins: Sequence[str]
    ) -> dict[str, Account]:
        self.questions.append(sorted(logins))
        await self.go.wait()
        if self.fault is not None:
            raise self.fault
        return await find_accounts(driver, logins)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked()
    monkeypatch.setattr(together, "find_accounts", made)
    return made


async def under_way(accounts: Accounts, *logins: str) -> list[asyncio.Task[Account | None]]:
    tasks = [asyncio.create_task(accounts.find(login)) for login in logins]
    await asyncio.sleep(0.01)
    return tasks


async def test_those_who_wait_are_answered_by_one_question(store: Any, asked: Asked) -> None:
    accounts = Accounts(store)
    first = await under_way(accounts, "ins1")
    rest = await under_way(accounts, "sup", "head", "sup", "nobody", "ins1")
    asked.go.set()
    found = await asyncio.gather(*first, *rest)
    assert asked.questions == [["ins1"], ["head", "ins1", "nobody", "sup"]]
    assert found == [
        await find_account(store, one) for one in ("ins1", "sup", "head", "sup", "nobody", "ins1")
    ]
    assert found[4] is None
    assert await accounts.find("head") == found[2]


async def test_nobody_gets_an_answer_older_than_his_request(store: Any, asked: Asked) -> None:
    accounts = Accounts(store)
    asked.go.set()
    before = await accounts.find("sup")
    asked.go.clear()
    early = await under_way(accounts, "head")
    await execute(store, DisableAccount(login="sup", reason="离职"), GUARD, AT)
    late = await under_way(accounts, "sup")
    asked.go.set()
    (_, after) = await asyncio.gather(*early, *late)
    assert before is not None
    assert after is not None
    assert (before.disabled, after.disabled) == (False, True)


async def test_who_hangs_up_takes_the_answer_from_nobody(store: Any, asked: Asked) -> None:
    accounts = Accounts(store)
    gone, stays = await under_way(accounts, "ins1", "ins1")
    gone.cancel()
    await asyncio.sleep(0)
    asked.go.set()
    found = await stays
    assert found is not None
    assert found.actor.account == "ins1"
    assert gone.cancelled()


async def test_a_fault_reaches_all_who_wait_and_nobody_after(store: Any, asked: Asked) -> None:
    accounts = Accounts(store)
    waiting = await under_way(accounts, "ins1", "sup")
    asked.fault = neo4j.exceptions.ServiceUnavailable("away")
    asked.go.set()
    for told in await asyncio.gather(*waiting, return_exceptions=True):
        assert isinstance(told, neo4j.exceptions.ServiceUnavailable)
    asked.fault = None
    assert await accounts.find("ins1") == await find_account(store, "ins1")

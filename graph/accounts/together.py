"""Accounts of requests that arrive together, in one question to the graph.

Every request asks for its account as it stands now, so that a lost role counts at once. Whoever asks
while a question is under way is answered by the next one, which is put after he asked: nobody gets
an answer older than his own request, and a busy door asks once for many.
"""

import asyncio

import neo4j

from graph.accounts.read import Account, find_accounts

Waiting = dict[str, asyncio.Future[Account | None]]


class Accounts:
    """Asks for accounts by login, one question at a time; belongs to one event loop."""

    def __init__(self, driver: neo4j.AsyncDriver) -> None:
        self._driver = driver
        self._waiting: Waiting = {}
        self._asking: asyncio.Task[None] | None = None

    async def find(self, login: str) -> Account | None:
        """Return an account by login, or None. For sessions; no viewer yet."""
        answer = self._waiting.get(login)
        if answer is None:
            answer = self._waiting[login] = asyncio.get_running_loop().create_future()
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        # Others may wait for the same answer: who hangs up does not take it from them.
        return await asyncio.shield(answer)

    async def _ask(self) -> None:
        try:
            while self._waiting:
                asked, self._waiting = self._waiting, {}
                await self._answer(asked)
        finally:
            self._asking = None

    async def _answer(self, asked: Waiting) -> None:
        try:
            found = await find_accounts(self._driver, list(asked))
        except asyncio.CancelledError:
            for answer in asked.values():
                answer.cancel()
            raise
        except Exception as error:  # whoever waits is told, not the loop
            for answer in asked.values():
                answer.set_exception(error)
        else:
            for login, answer in asked.items():
                answer.set_result(found.get(login))

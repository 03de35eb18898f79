"""Work on a line of a quality report, for whoever calls: the owner is checked, and told."""

import asyncio
from datetime import datetime

import neo4j

from casework.actors import DATA_WORKERS, Actor
from claims.errors import QualityOwnerUnknown
from claims.quality.report import quality_report
from claims.quality.said import plain
from claims.quality.worklist import State, Work, put_work, work_of
from claims.store import ClaimStore
from graph.accounts.read import find_account
from graph.notices.quality import settle_quality, tell_quality


async def work_on(
    driver: neo4j.AsyncDriver,
    store: ClaimStore,
    actor: Actor,
    at: datetime,
    *,
    batch_id: str,
    line_id: str,
    state: State,
    owner: str,
    note: str,
) -> Work:
    """Keep how a line stands. Whom it is given to by somebody else is told; once it is closed or
    another's, what the former owner was told is settled.

    Raises `QualityOwnerUnknown`, and whatever `put_work` raises; nothing is then written.
    """
    if owner:
        await _may_own(driver, owner)
    before = (await asyncio.to_thread(work_of, store, batch_id)).get(line_id, Work())
    done = await asyncio.to_thread(
        put_work, store, batch_id, line_id, state, owner, note, actor.account, at
    )
    if before.owner and (state.needs_note or before.owner != owner):
        await settle_quality(driver, batch_id, line_id, before.owner, actor.name, at)
    if owner and owner not in (before.owner, actor.account) and not state.needs_note:
        report = await asyncio.to_thread(quality_report, store, batch_id, at)
        line = report.line(line_id)
        assert line is not None
        words = (plain(line.zh), plain(line.en))
        await tell_quality(driver, batch_id, line_id, owner, words, at)
    return done


async def _may_own(driver: neo4j.AsyncDriver, login: str) -> None:
    """An owner is a person in service who works with the data."""
    account = await find_account(driver, login)
    if account is None or account.disabled or not account.actor.roles & DATA_WORKERS:
        raise QualityOwnerUnknown(
            f"没有可指派的账号 {login}；请选择在职的稽查、经办或负责人账号",
            f"there is no account {login} to give it to; choose one in service that works with data",
        )

"""Seal the dossier of a case. The same case gives the same bytes, recorded once."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import neo4j

from casework.actors import Actor, Viewer
from casework.casefile import CaseFile
from casework.commands.referral import RecordDossier
from casework.refusal import refuse
from evidence.dossier.content import Item
from evidence.dossier.export import Dossier, export_dossier
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from graph.accounts.read import find_account
from graph.commands import execute
from stack.clients import neo4j_driver, object_client
from workers.casefile import PURPOSE, gather_file
from workers.task import Task


@dataclass(frozen=True)
class _Vault:
    """Reads the bytes of evidence items."""

    store: S3Store

    def read(self, item: Item) -> Iterator[bytes]:
        """The item's bytes in chunks."""
        state = item.state
        ref = ObjectRef(Room.VAULT, state.object_key, state.version_id or None)
        return self.store.read(ref)


def work(task: Task) -> Mapping[str, Any]:
    """``args``: ``case_no``. Written to ``JICHA_HOME/dossiers``; acts as who created the job, with
    that person's permissions. Raises what blocks the dossier."""
    return asyncio.run(_work(task))


async def _work(task: Task) -> Mapping[str, Any]:
    case_no = str(task.args["case_no"])
    async with neo4j_driver(task.endpoints) as driver:
        actor = await _actor(driver, task.job.by)
        viewer = Viewer(actor, PURPOSE)
        home, bureau = task.settings.home, task.settings.bureau_name
        file = await gather_file(driver, viewer, home, case_no, task.at, bureau)
        done = await asyncio.to_thread(_export, task, file)
        referral = file.case.referral
        if referral is None or referral.dossier_sha256 != done.sha256:
            command = RecordDossier(
                case_no=case_no,
                file_name=done.path.name,
                sha256=done.sha256,
                sm3=done.sm3,
                size=done.size,
            )
            await execute(driver, command, actor, task.at)
    return {
        "case_no": case_no,
        "file_name": done.path.name,
        "sha256": done.sha256,
        "sm3": done.sm3,
        "size": done.size,
    }


async def _actor(driver: neo4j.AsyncDriver, login: str) -> Actor:
    account = await find_account(driver, login)
    if account is None or account.disabled:
        raise refuse("NOT_FOUND", what=f"账号 {login}")
    return account.actor


def _export(task: Task, file: CaseFile) -> Dossier:
    folder = task.settings.home / "dossiers"
    folder.mkdir(mode=0o700, exist_ok=True)
    vault = _Vault(S3Store(object_client(task.endpoints)))
    return export_dossier(file, vault.read, folder / f"{file.case_no}.zip", task.progress)

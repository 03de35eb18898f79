"""Seal the dossier of a case. The same case gives the same bytes, recorded once."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import neo4j

from casework.actors import ROLE_NAMES_ZH, Actor, Role, Viewer
from casework.casefile import CaseFile
from casework.commands.access import RecordExport
from casework.commands.referral import RecordDossier
from casework.refusal import Refusal, refuse
from evidence.dossier.content import Item
from evidence.dossier.export import Dossier, export_dossier
from evidence.dossier.keep import keep_dossier
from evidence.s3 import S3Store
from evidence.store import ObjectRef, Room
from graph.accounts.read import find_account
from graph.commands import execute
from stack.clients import neo4j_driver, object_client
from workers.casefile import PURPOSE, gather_file
from workers.task import Task

MAY_EXPORT: Final = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD})
# Whoever is no officer of the case gets a copy on record, but does not register the dossier.
ONLY_A_COPY: Final = frozenset({"ROLE_REQUIRED", "NOT_AN_OFFICER"})


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
    """``args``: ``case_no``. Kept in the vault; acts as who created the job, with
    that person's permissions. Raises what blocks the dossier."""
    return asyncio.run(_work(task))


async def _work(task: Task) -> Mapping[str, Any]:
    case_no = str(task.args["case_no"])
    folder = task.settings.home / "tmp"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = folder / f"{task.job.job_id}.sealed"
    async with neo4j_driver(task.endpoints) as driver:
        actor = await _actor(driver, task.job.by)
        home, bureau = task.settings.home, task.settings.bureau_name
        viewer = Viewer(actor, PURPOSE)
        file = await gather_file(driver, viewer, home, case_no, task.at, bureau)
        try:
            made = await asyncio.to_thread(_export, task, file, aside)
            # Under lock and named by its content before it is on record: what the chain names exists.
            store = S3Store(object_client(task.endpoints))
            await asyncio.to_thread(keep_dossier, store, made, task.at)
            final = Path(f"{case_no}-{made.sha256[:12]}.zip")
            registered = await _record(driver, task, actor, file, replace(made, path=final))
        finally:
            aside.unlink(missing_ok=True)
    return {
        "case_no": case_no,
        "file_name": final.name,
        "sha256": made.sha256,
        "sm3": made.sm3,
        "size": made.size,
        "registered": registered,
    }


async def _record(
    driver: neo4j.AsyncDriver, task: Task, actor: Actor, file: CaseFile, made: Dossier
) -> bool:
    """Put the export on record; whether it is registered as the dossier of the case.

    The job's id names the export, so a job that is run again is recorded once.
    """
    export = RecordExport(
        command_id=f"{task.job.job_id}:export",
        what=f"dossier:{made.case_no}",
        rows=made.members,
        masked=False,
        purpose=PURPOSE,
        sha256=made.sha256,
    )
    await execute(driver, export, actor, task.at)
    referral = file.case.referral
    if referral is not None and referral.dossier_sha256 == made.sha256:
        return True
    command = RecordDossier(
        case_no=made.case_no,
        file_name=made.path.name,
        sha256=made.sha256,
        sm3=made.sm3,
        size=made.size,
    )
    try:
        await execute(driver, command, actor, task.at)
    except Refusal as error:
        if error.code in ONLY_A_COPY:
            return False
        raise
    return True


async def _actor(driver: neo4j.AsyncDriver, login: str) -> Actor:
    account = await find_account(driver, login)
    if account is None or account.disabled:
        raise refuse("NOT_FOUND", what=f"账号 {login}")
    if not account.actor.holds(*MAY_EXPORT):
        names = "、".join(ROLE_NAMES_ZH[role] for role in sorted(MAY_EXPORT))
        raise refuse("ROLE_REQUIRED", roles=names, act="dossier")
    return account.actor


def _export(task: Task, file: CaseFile, target: Path) -> Dossier:
    vault = _Vault(S3Store(object_client(task.endpoints)))
    return export_dossier(file, vault.read, target, task.progress)

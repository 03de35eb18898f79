"""Seal the dossier of a case for a person: gather, write, keep in the vault, put on record.

The button's job and the terminal do the same. The archive is kept under lock before it is on
record, so what the chain names exists; nothing leaves unrecorded.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import neo4j

from casework.actors import Actor, Viewer
from casework.acts import role_required
from casework.casefile import CaseFile
from casework.commands.access import RecordExport
from casework.commands.evidence import CopyEvidence
from casework.commands.referral import RecordDossier
from casework.referral.refer import SEALERS
from casework.refusal import Refusal
from evidence.dossier.content import gather
from evidence.dossier.export import Dossier, Held, export_dossier
from evidence.dossier.keep import keep_dossier
from evidence.holding import object_of
from evidence.store import EvidenceStore
from graph.commands import execute
from stack.settings import Settings
from workers.casefile import PURPOSE, gather_file

Progress = Callable[[str, int, int | None], None]
# Whoever is no officer of the case gets a copy on record, but does not register the dossier.
ONLY_A_COPY: Final = frozenset({"ROLE_REQUIRED", "NOT_AN_OFFICER"})


@dataclass(frozen=True)
class Sealing:
    """One sealing: for whom, of which case, where the archive is written, when.

    ``once`` names it, so that a job that runs again is recorded once; without it each is recorded.
    """

    actor: Actor
    case_no: str
    target: Path
    at: datetime
    once: str | None = None

    def command_id(self, what: str) -> str | None:
        """The id of one of its commands."""
        return f"{self.once}:{what}" if self.once else None


async def file_of(
    driver: neo4j.AsyncDriver, settings: Settings, actor: Actor, case_no: str, at: datetime
) -> CaseFile:
    """The file, unmasked for the purpose of the referral. Refuses ROLE_REQUIRED, NOT_FOUND."""
    if not actor.holds(*SEALERS):
        raise role_required(SEALERS, "dossier")
    eyes = Viewer(actor, PURPOSE)
    return await gather_file(driver, eyes, settings.home, case_no, at, settings.bureau_name)


async def seal_case(
    driver: neo4j.AsyncDriver,
    store: EvidenceStore,
    settings: Settings,
    sealing: Sealing,
    progress: Progress,
) -> tuple[Dossier, bool]:
    """Write the archive to the target; and whether it is registered as the case's dossier.

    Raises what blocks the dossier; then nothing is on record.
    """
    file = await file_of(driver, settings, sealing.actor, sealing.case_no, sealing.at)

    def read(item: Held) -> Iterator[bytes]:
        return store.read(object_of(item.state))

    made = await asyncio.to_thread(export_dossier, file, read, sealing.target, progress)
    await asyncio.to_thread(keep_dossier, store, made, sealing.at)
    await _record_copies(driver, sealing, file, made)
    await execute(driver, _export(sealing, made), sealing.actor, sealing.at)
    return made, await _register(driver, sealing, file, made)


async def _record_copies(
    driver: neo4j.AsyncDriver, sealing: Sealing, file: CaseFile, made: Dossier
) -> None:
    """Each item's custody chain says that a copy left with the dossier."""
    for item in gather(file).held:
        name = item.state.evidence_id
        copy = CopyEvidence(
            command_id=sealing.command_id(f"copy:{name}"),
            evidence_id=name,
            purpose=PURPOSE,
            to=f"移送卷宗 {sealing.case_no}（SHA-256 {made.sha256}）",
            sha256=item.state.sha256,
        )
        await execute(driver, copy, sealing.actor, sealing.at)


def _export(sealing: Sealing, made: Dossier) -> RecordExport:
    return RecordExport(
        command_id=sealing.command_id("export"),
        what=f"dossier:{made.case_no}",
        rows=made.members,
        masked=False,
        purpose=PURPOSE,
        sha256=made.sha256,
        sm3=made.sm3,
    )


async def _register(
    driver: neo4j.AsyncDriver, sealing: Sealing, file: CaseFile, made: Dossier
) -> bool:
    referral = file.case.referral
    if referral is not None and referral.dossier_sha256 == made.sha256:
        return True
    command = RecordDossier(
        case_no=made.case_no,
        file_name=dossier_name(made),
        sha256=made.sha256,
        sm3=made.sm3,
        size=made.size,
        issue_id=made.letter,
        evidence_id=made.letter_scan,
    )
    try:
        await execute(driver, command, sealing.actor, sealing.at)
    except Refusal as error:
        if error.code in ONLY_A_COPY:
            return False
        raise
    return True


def dossier_name(made: Dossier) -> str:
    """The file name of a sealed dossier: its case, and the beginning of its hash."""
    return f"{made.case_no}-{made.sha256[:12]}.zip"

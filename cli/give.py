"""Give a file from the terminal, to a case or by itself: permission, then the vault, then the record."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import neo4j

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import AttachEvidence
from casework.commands.evidence import Collection, EvidenceKind, ReceiveEvidence
from casework.custody.collected import missing, stated
from casework.custody.give import KEEPERS, permit
from casework.events import Event, event_json
from casework.refusal import refuse
from cli.output import Output
from cli.person import now, viewer
from cli.vault import keeping, take_in
from evidence.s3 import S3Store
from evidence.uploads import Stored
from graph.cases.read import case_state
from graph.commands import execute
from workers.holding import renew_locks


@dataclass(frozen=True)
class Given:
    """A file for a case: what it is, what it proves, how it was taken."""

    case_no: str
    path: Path
    kind: EvidenceKind
    proves: str
    taken: Collection
    from_reporter: bool = False


def give(out: Output, given: Given) -> dict[str, Any]:
    """Take the file in as the signed-in person. Whoever may not is refused before a byte is sent."""

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        case = await _permitted(driver, actor, given)
        told = _by_default(given, case, actor)
        stored = await asyncio.to_thread(take_in, store, given.path, actor.account, out.progress)
        events = []
        for command in _commands(told, stored):
            events += await execute(driver, command, actor, now())
        await renew_locks(driver, store, now(), case_no=given.case_no)
        by_officer = actor.holds(*KEEPERS)
        unsaid = missing(given.kind, told.taken, by_officer=by_officer)
        return _result(stored, events) | {"missing": list(unsaid)}

    return keeping(out, work)


def give_alone(out: Output, path: Path) -> dict[str, Any]:
    """Take in a certificate, which belongs to no case; an act on a doctor's file names it."""

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        permit(None, actor, now(), attach=False)
        stored = await asyncio.to_thread(take_in, store, path, actor.account, out.progress)
        receive = received(stored, EvidenceKind.DOCUMENTARY)
        return _result(stored, await execute(driver, receive, actor, now()))

    return keeping(out, work)


def _result(stored: Stored, events: Sequence[Event]) -> dict[str, Any]:
    return {
        "evidence_id": stored.upload_id,
        "sha256": stored.sha256,
        "sm3": stored.sm3,
        "duplicate": stored.duplicate,
        "events": [event_json(event) for event in events],
    }


async def _permitted(driver: neo4j.AsyncDriver, actor: Actor, given: Given) -> CaseState:
    case = await case_state(driver, viewer(actor), given.case_no)
    if case is None:
        raise refuse("NOT_FOUND", what=f"案件 {given.case_no}", what_en=f"case {given.case_no}")
    permit(case, actor, now(), attach=True)
    if not given.proves.strip():
        raise refuse("FIELD_REQUIRED", field="证明目的", field_en="what it proves")
    return case


def _by_default(given: Given, case: CaseState, actor: Actor) -> Given:
    """Who took it, where how it was taken is told without: who is signed in, and the other officer."""
    taken = given.taken
    if taken.officers or not stated(taken) or not actor.holds(*KEEPERS):
        return given
    others = [one.hand.account for one in case.officers if not one.hand.is_actor(actor)]
    if not others:
        return given
    return replace(given, taken=replace(taken, officers=(actor.account, others[0])))


def _commands(given: Given, stored: Stored) -> tuple[ReceiveEvidence, AttachEvidence]:
    """The facts of the vault as commands; a repeated one is recorded once."""
    receive = received(stored, given.kind, case_no=given.case_no, collection=given.taken)
    attach = AttachEvidence(
        command_id=f"attach:{stored.upload_id}",
        case_no=given.case_no,
        evidence_id=stored.upload_id,
        proves=given.proves,
        from_reporter=given.from_reporter,
    )
    return receive, attach


def received(
    stored: Stored,
    kind: EvidenceKind,
    *,
    case_no: str | None = None,
    collection: Collection | None = None,
) -> ReceiveEvidence:
    """What the vault says of a stored file, as the command that records it."""
    return ReceiveEvidence(
        command_id=f"receive:{stored.upload_id}",
        evidence_id=stored.upload_id,
        name=stored.name,
        kind=kind,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        sm3=stored.sm3,
        object_key=stored.key,
        version_id=stored.version_id,
        declared_sha256=stored.sha256,
        retain_until=local_date(stored.retain_until),
        case_no=case_no,
        collection=collection or Collection(),
    )

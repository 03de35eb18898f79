"""What the vault's tests put into it, and approvals that come back on paper before a case is bound."""

from datetime import datetime
from pathlib import Path
from typing import Any

import neo4j

from casework.actors import Actor, Viewer
from casework.clocks.calendars import local_date
from casework.commands.case import AttachEvidence
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.documents.due import unsigned
from evidence import intake
from evidence.s3 import S3Store
from evidence.sender import send
from evidence.uploads import Stored, UploadIntent
from graph.cases.read import case_state
from graph.commands import execute


def upload(store: S3Store, folder: Path, body: bytes, at: datetime) -> Stored:
    """Put bytes into the vault as an upload does."""
    path = folder / "source"
    path.write_bytes(body)
    ticket = intake.begin(store, UploadIntent("材料.bin", "", len(body)), at)
    send(ticket, path)
    return intake.finish(store, ticket.upload_id, at)


def received(name: str, stored: Stored, **change: Any) -> ReceiveEvidence:
    """The command that takes what was stored into a case."""
    values = {
        "evidence_id": name,
        "name": stored.name,
        "kind": EvidenceKind.ELECTRONIC,
        "media_type": stored.media_type,
        "size": stored.size,
        "sha256": stored.sha256,
        "sm3": stored.sm3,
        "object_key": stored.key,
        "version_id": stored.version_id,
        "retain_until": local_date(stored.retain_until),
        "case_no": "DEMO-1",
        **change,
    }
    return ReceiveEvidence(**values)  # type: ignore[arg-type]


async def approvals_signed(
    driver: neo4j.AsyncDriver, store: S3Store, who: Actor, case_no: str, at: datetime, folder: Path
) -> None:
    """Issue every approval that the case has done, and attach its scan."""
    state = await case_state(driver, Viewer(who), case_no)
    assert state is not None
    for n, due in enumerate(unsigned(state), 1):
        if due.issued is None:
            issue = IssueForm(case_no=case_no, form_id=due.form.id)
            (event, *_) = await execute(driver, issue, who, at)
            issue_id = str(event.data["issue_id"])
        else:
            issue_id = due.issued.issue_id
        paper = await _scan(driver, store, who, case_no, f"{issue_id}-{n}", at, folder)
        await execute(
            driver, SignForm(case_no=case_no, issue_id=issue_id, evidence_id=paper), who, at
        )


async def _scan(
    driver: neo4j.AsyncDriver,
    store: S3Store,
    who: Actor,
    case_no: str,
    name: str,
    at: datetime,
    folder: Path,
) -> str:
    body = f"签字件 {case_no} {name} {at.isoformat()}".encode() * 50
    stored = upload(store, folder, body, at)
    paper = received(f"S-{name}", stored, kind=EvidenceKind.DOCUMENTARY, case_no=case_no)
    await execute(driver, paper, who, at)
    attach = AttachEvidence(case_no=case_no, evidence_id=paper.evidence_id, proves="审批")
    await execute(driver, attach, who, at)
    return paper.evidence_id

"""A paper that lies in the vault already: what a journey takes for granted nobody uploads by hand."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Any

from casework.commands.case import AttachEvidence
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind
from cli.demo.people import actor_of
from cli.give import received
from cli.vault import object_store, take_in
from evidence.dossier.typeset import typeset
from graph.commands import execute


async def kept(
    desk: Any,
    name: str,
    case_no: str | None = None,
    *,
    proves: str = "签章",
    at: datetime | None = None,
) -> str:
    """Take in a scan of its own, as evidence of the case if one is given; returns its number.

    The vault dates its lock by the real clock, the case takes the scan in at `at`.
    """
    at = at or desk.demo.at
    officer = await actor_of(desk.driver, "jicha1")
    path = Path(desk.demo.home) / "tmp" / f"{name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    # A page that can be bound, unlike every other.
    sheet = {"title": name, "sizes": [["595", "842"]]}
    path.write_bytes(typeset("stamps", sheet, desk.demo.at).pdf)
    store = object_store(desk.demo.endpoints)
    stored = await asyncio.to_thread(take_in, store, path, "jicha1", lambda *_: None)
    receive = received(stored, EvidenceKind.DOCUMENTARY, case_no=case_no)
    await execute(desk.driver, receive, officer, at)
    if case_no is not None:
        attach = AttachEvidence(case_no=case_no, evidence_id=stored.upload_id, proves=proves)
        await execute(desk.driver, attach, officer, at)
    return stored.upload_id


async def signed_and_sealed(
    desk: Any, case_no: str, *forms: str, who: str = "jicha1", at: datetime | None = None
) -> None:
    """Issue forms of a case; each comes back signed and sealed."""
    at = at or desk.demo.at
    officer = await actor_of(desk.driver, who)
    for form_id in forms:
        issue = IssueForm(case_no=case_no, form_id=form_id)
        (issued, *_) = await execute(desk.driver, issue, officer, at)
        scan = await kept(desk, f"{case_no}-{form_id}", case_no, at=at)
        sign = SignForm(case_no=case_no, issue_id=str(issued.data["issue_id"]), evidence_id=scan)
        await execute(desk.driver, sign, officer, at)

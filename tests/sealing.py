"""The papers that give a decision its effect, signed and sealed; for tests that begin behind it."""

from datetime import date, datetime
from typing import Any

import neo4j

from casework.actors import Actor
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from graph.commands import execute

HANDLING = ("handling_approval", "handling_decision")


def received(scan: str) -> ReceiveEvidence:
    """A scan as the vault takes it in."""
    return ReceiveEvidence(
        evidence_id=scan, name=f"{scan}.pdf", kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf", size=10, sha256="a" * 64, sm3="b" * 64, object_key=scan,
        retain_until=date(2046, 1, 1),
    )  # fmt: skip


async def sealed(
    driver: neo4j.AsyncDriver, case_no: str, who: Actor, at: datetime, *forms: str
) -> None:
    """Each form is issued and comes back signed and sealed."""
    for form_id in forms:
        issue = IssueForm(case_no=case_no, form_id=form_id)
        (issued, *_) = await execute(driver, issue, who, at)
        scan, issue_id = f"签章-{case_no}-{form_id}", str(issued.data["issue_id"])
        for command in (
            received(scan),
            c.AttachEvidence(case_no=case_no, evidence_id=scan, proves="签章"),
            SignForm(case_no=case_no, issue_id=issue_id, evidence_id=scan),
        ):
            await execute(driver, command, who, at)


async def handling_served(
    driver: neo4j.AsyncDriver, case_no: str, who: Actor, at: datetime, day: date
) -> None:
    """The decided handling gets its papers and is handed over."""
    await sealed(driver, case_no, who, at, *HANDLING)
    served = a.ServeHandling(case_no=case_no, way=c.ServiceWay.DIRECT, served_on=day)
    await execute(driver, served, who, at)


async def measure_signed(
    driver: neo4j.AsyncDriver, own: dict[str, Any], who: Actor, at: datetime, notice: str
) -> None:
    """The papers of the first measure of a subject, once decided, come back signed and sealed."""
    one = {**own, "measure_id": "M1"}
    for form_id in ("measure_approval", notice):
        scan = f"签章-{own['subject_key']}-{form_id}"
        await execute(driver, received(scan), who, at)
        paper = m.AttachMeasurePaper(**one, form_id=form_id, evidence_id=scan)
        await execute(driver, paper, who, at)


async def measure_served(
    driver: neo4j.AsyncDriver,
    own: dict[str, Any],
    who: Actor,
    at: datetime,
    day: date,
    notice: str = "suspension_notice",
) -> None:
    """The first measure of a subject, once decided, gets its papers and is handed over."""
    await measure_signed(driver, own, who, at, notice)
    one = {**own, "measure_id": "M1"}
    receipt = f"回证-{own['subject_key']}"
    await execute(driver, received(receipt), who, at)
    served = m.ServeMeasure(**one, way=c.ServiceWay.DIRECT, served_on=day, receipt_scan=receipt)
    await execute(driver, served, who, at)

"""Gather the file of a case from the rooms that know its parts, for the vault to print and seal."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path

import neo4j

from audit.findings.finding import BillLine, Finding
from audit.findings.store import FindingStore
from audit.registry import library
from casework.actors import Viewer
from casework.casefile import CaseFile, FileFinding, FileLine, FileRing
from casework.refusal import Refusal, refuse
from graph.cases.file import case_file
from graph.rings.read import RingDossier, ring_dossier

PURPOSE = "涉嫌犯罪案件移送"
NOTHING = Decimal("0.00")


async def gather_file(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    home: Path,
    case_no: str,
    at: datetime,
    bureau_name: str,
) -> CaseFile:
    """The case with its evidence, findings with lines, and rings. Refuses NOT_FOUND."""
    bare = await case_file(driver, viewer, case_no, at, bureau_name=bureau_name)
    if bare is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no}")
    ids = [ref.finding_id for ref in bare.case.findings]
    full = await case_file(
        driver,
        viewer,
        case_no,
        at,
        bureau_name=bureau_name,
        findings=file_findings(FindingStore(home), viewer, ids),
        rings=await file_rings(driver, viewer, bare.case.ring_ids),
    )
    if full is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no}")
    return full


def file_findings(store: FindingStore, viewer: Viewer, ids: list[str]) -> list[FileFinding]:
    """Findings that are still in force, each with the lines it rests on."""
    known = store.many(viewer, ids)
    return [_finding(store, viewer, known[key]) for key in ids if key in known]


async def file_rings(
    driver: neo4j.AsyncDriver, viewer: Viewer, ids: tuple[str, ...]
) -> list[FileRing]:
    """Rings that the last detection still holds; a vanished one stays named in the chain."""
    found = []
    for ring_id in ids:
        try:
            found.append(_ring(await ring_dossier(driver, viewer, ring_id)))
        except Refusal as error:
            if error.code != "NOT_FOUND":
                raise
    return found


def _finding(store: FindingStore, viewer: Viewer, finding: Finding) -> FileFinding:
    rule = next((rule for rule in library()[0] if rule.id == finding.rule_id), None)
    basis = "；".join(law.citation for law in rule.legal_basis) if rule else ""
    lines = store.lines(viewer, finding.finding_id)
    return FileFinding(
        finding_id=finding.finding_id,
        rule_id=finding.rule_id,
        rule_version=finding.rule_version,
        legal_basis=f"{rule.name_zh}：{basis}" if rule else basis,
        sentence=finding.sentence_zh,
        amount=finding.amount_at_risk,
        lines=tuple(_line(line) for line in lines if line.hit),
    )


def _line(line: BillLine) -> FileLine:
    """A line as printed; a figure that the bureau's export left empty counts as nothing."""
    return FileLine(
        feedetl_sn=line.feedetl_sn,
        mdtrt_id=line.mdtrt_id,
        fee_ocur_time=line.fee_ocur_time,
        hilist_code=line.hilist_code or "",
        hilist_name=line.hilist_name or "",
        cnt=line.cnt or NOTHING,
        pric=line.pric or NOTHING,
        det_item_fee_sumamt=line.det_item_fee_sumamt or NOTHING,
    )


def _ring(dossier: RingDossier) -> FileRing:
    return FileRing(
        ring_id=dossier.summary.ring_id,
        score=dossier.summary.score,
        members=tuple(face.member.psn_no for face in dossier.faces),
        days=tuple(sorted({joint.day for joint in dossier.days})),
        reasons=tuple(
            reason.zh if reason.supports else f"反证：{reason.zh}" for reason in dossier.reasons
        ),
    )

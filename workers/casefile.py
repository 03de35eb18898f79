"""Gather the file of a case from the rooms that know its parts, for the vault to print and seal."""

from datetime import datetime
from pathlib import Path

import neo4j

from audit.findings.casefile import file_findings
from audit.findings.store import FindingStore
from casework.actors import Viewer
from casework.casefile import CaseFile
from casework.refusal import refuse
from graph.cases.file import case_file
from graph.rings.casefile import file_rings

PURPOSE = "涉嫌犯罪案件移送"


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
        raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
    full = await case_file(
        driver,
        viewer,
        case_no,
        at,
        bureau_name=bureau_name,
        findings=file_findings(
            FindingStore(home), viewer, [ref.finding_id for ref in bare.case.findings]
        ),
        rings=await file_rings(driver, viewer, bare.case.ring_ids),
    )
    if full is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
    return full

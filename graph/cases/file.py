"""Gather the CaseFile that the vault prints and seals."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import neo4j

from casework.actors import Viewer
from casework.casefile import CaseFile, FileEvidence, FileFinding, FileRing
from casework.cases.fold import fold_case
from casework.cases.state import CaseState
from casework.clocks.deadlines import deadlines
from casework.custody.state import EvidenceState, fold_evidence
from casework.points.parameters import STREAM, fold_bureau
from casework.volumes.measured import with_sheets
from graph.cases.read import visible
from graph.events.load import load
from graph.measures.load import states_of


async def case_file(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    case_no: str,
    at: datetime,
    *,
    bureau_name: str,
    findings: Iterable[FileFinding] = (),
    rings: Iterable[FileRing] = (),
    documents: Mapping[str, str] | None = None,
) -> CaseFile | None:
    """Return the file, or None when the case is missing or hidden from the viewer.

    Findings' lines and rings come from the columnar store and the map; the caller reads them.
    """
    stream = f"case:{case_no}"
    events = (await load(driver, stream))[stream]
    state = fold_case(case_no, events)
    if not state.version or not visible(state, viewer):
        return None
    state = with_sheets(state, await states_of(driver, state.measured))
    chains = await load(driver, *(f"evidence:{item.evidence_id}" for item in state.evidence))
    evidence = tuple(
        FileEvidence(
            item=fold_evidence(item.evidence_id, chains[f"evidence:{item.evidence_id}"]),
            proves=item.proves,
            custody=tuple(chains[f"evidence:{item.evidence_id}"]),
        )
        for item in state.evidence
    )
    return CaseFile(
        case=state,
        events=tuple(events),
        evidence=evidence,
        findings=tuple(findings),
        rings=tuple(rings),
        deadlines=deadlines(events, at),
        bureau_name=bureau_name,
        as_of=at,
        documents=dict(documents or {}),
        measure_papers=await _measure_papers(driver, state),
        settings=fold_bureau((await load(driver, STREAM))[STREAM]),
        line_events=tuple((await load(driver, f"lines:{case_no}"))[f"lines:{case_no}"]),
    )


async def _measure_papers(driver: neo4j.AsyncDriver, case: CaseState) -> tuple[EvidenceState, ...]:
    ids = [entry.source.partition(":")[2] for _, entry in case.measure_sheets]
    chains = await load(driver, *(f"evidence:{one}" for one in ids)) if ids else {}
    return tuple(fold_evidence(one, chains[f"evidence:{one}"]) for one in ids)

"""What an inspection brings to the case that follows from it: that it was, and its signed papers."""

from collections.abc import Mapping
from typing import Any

from casework.acts import draft
from casework.cases.state import CaseState
from casework.commands.case import OpenCase, Path
from casework.custody.attached import attached
from casework.custody.state import EvidenceState
from casework.events import Draft
from casework.inspection.state import InspectionState, Step
from casework.refusal import refuse

#: Of an inspection that runs the papers follow with its end.
LEADING = frozenset({Step.ON_SITE, Step.CLOSED})


def of_lead(command: OpenCase, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The inspection that a lead comes from and, once they are known, the scans of its papers."""
    if not command.inspection_no.strip():
        return ()
    own = f"inspection:{command.inspection_no.strip()}"
    state = states.get(own)
    if not isinstance(state, InspectionState) or state.stage is not Step.CLOSED:
        return (own,)
    return (own, *(f"evidence:{scan}" for scan, _ in state.scans))


def lead_from(c: OpenCase, case: CaseState, states: Mapping[str, Any]) -> list[Draft]:
    """InspectionFollowed and what it brings: a lead out of an inspection is tied to it at once.

    Refuses NOT_FOUND, ILLEGAL_MOVE before it began or when it was called off, OTHER_PARTY, ALREADY_DONE
    where a case followed before, EVIDENCE_ELSEWHERE.
    """
    if not c.inspection_no.strip():
        return []
    state: InspectionState = states[f"inspection:{c.inspection_no.strip()}"]
    if not state.version:
        raise refuse("NOT_FOUND", what=state.label, what_en=state.label_en)
    if state.stage not in LEADING:
        raise refuse(
            "ILLEGAL_MOVE", stage=state.stage_zh, stage_en=state.stage_en, act="按检查登记线索",
            act_en="register a lead from an inspection",
        )  # fmt: skip
    if state.party is None or state.party.key != c.party.key:
        raise refuse("OTHER_PARTY", inspection_no=state.inspection_no, case_no=case.case_no)
    if state.of_agency and c.path is not Path.AGREEMENT:
        raise refuse(
            "BAD_VALUE", field="处理程序", field_en="the path", why="经办机构的核查转入协议处理，请选择“协议处理”",
            why_en="what the agency inspects goes on as a handling under the agreement: choose that path",
        )  # fmt: skip
    if state.case_no is not None:
        raise refuse("ALREADY_DONE")
    told = {"case_no": case.case_no, "reason": "按本次检查登记线索"}
    followed = draft(state.stream, "InspectionFollowed", **told)
    closed = state.stage is Step.CLOSED
    if closed:
        not_elsewhere(state, case, states)
    return [followed, *brought(state, case, states, papers=closed)]


def not_elsewhere(state: InspectionState, case: CaseState, states: Mapping[str, Any]) -> None:
    """Refuse EVIDENCE_ELSEWHERE: since it ended a scan may have been attached to some case by itself."""
    for scan, _ in state.scans:
        taken = states[f"evidence:{scan}"].case_no
        if taken is not None and taken != case.case_no:
            raise refuse("EVIDENCE_ELSEWHERE", evidence_id=scan, other=taken)


def brought(
    state: InspectionState, case: CaseState, states: Mapping[str, Any], *, papers: bool = True
) -> list[Draft]:
    """InspectionLinked, once, and each signed paper that the case does not have yet as its evidence."""
    known = {item.evidence_id for item in case.evidence}
    events: list[Draft] = []
    if state.inspection_no not in case.inspection_nos:
        events.append(draft(case.stream, "InspectionLinked", inspection_no=state.inspection_no))
    for scan, proves in state.scans if papers else ():
        if scan not in known:
            item: EvidenceState = states[f"evidence:{scan}"]
            events += attached(case.case_no, item.evidence_id, item, proves)
    return events

"""约谈 by the agency: its own step in a handling under the agreement, and its record evidence of the handling."""

from typing import Any

from casework.actors import Role
from casework.acts import Ask, required, role_required
from casework.cases.attach import OPEN
from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.commands.measures import ProposeMeasure
from casework.custody.attached import attached
from casework.custody.state import EvidenceState
from casework.events import Draft
from casework.measures.state import Measured, MeasuresState
from casework.refusal import refuse

RECORD = "talk_record"


def handling_of(ask: Ask[ProposeMeasure, MeasuresState]) -> dict[str, object]:
    """The handling in which the agency talks with its party.

    Refuses ROLE_REQUIRED to the bureau's officers, who talk by the Regulation (38, 39), FIELD_REQUIRED,
    BAD_VALUE for a case that is no open handling against the institution.
    """
    c, agency = ask.command, frozenset({Role.AGENCY_OFFICER})
    if not ask.actor.holds(*agency):
        raise role_required(agency, ProposeMeasure.__name__)
    required(case_no=c.case_no)
    case: CaseState = ask.states[f"case:{c.case_no.strip()}"]
    if not case.version:
        raise refuse("NOT_FOUND", what=case.label, what_en=case.label_en)
    whose = case.party.key if case.party else ""
    if case.path is not Path.AGREEMENT or case.stage not in OPEN or whose != ask.state.subject_key:
        raise refuse(
            "BAD_VALUE", field="案号", field_en="the case",
            why="应为对该机构正在办理的协议处理案件",
            why_en="an open handling under the agreement against this institution",
        )  # fmt: skip
    return {"case_no": case.case_no}


def brought(
    ask: Ask[Any, MeasuresState], one: Measured, form_id: str, evidence_id: str
) -> list[Draft]:
    """The signed record becomes evidence of the handling, and stays it where the case is converted."""
    if form_id != RECORD or not one.ground.of_handling or one.case_no is None:
        return []
    if ask.states[f"case:{one.case_no}"].stage not in OPEN:
        return []
    item: EvidenceState = ask.states[f"evidence:{evidence_id}"]
    return attached(one.case_no, evidence_id, item, f"约谈记录 {one.measure_id}")

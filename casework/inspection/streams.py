"""Which streams a command on an inspection reads or writes."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.commands.inspection import (
    AttachNotice,
    AttachScan,
    ChangeInspectors,
    CheckInspectorTies,
    CloseInspection,
    DecideInspectorRecusal,
    InspectionCommand,
    LinkInspection,
    OpenInspection,
    RequestInspectorRecusal,
    SignPaper,
)
from casework.custody.scans import with_scans
from casework.inspection.state import InspectionState
from casework.points.parameters import STREAM as PARAMETERS
from casework.refusal import refuse


def inspection_stream(
    command: InspectionCommand, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection alone."""
    return (f"inspection:{command.inspection_no}",)


def of_open(command: OpenInspection, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The new inspection, the accounts of its officers and who acts by his role, and the bureau's own area."""
    if not command.inspection_no:
        raise refuse("FIELD_REQUIRED", field="检查编号", field_en="inspection number")
    own = f"inspection:{command.inspection_no}"
    officers = (f"account:{officer.account}" for officer in command.officers)
    return (own, *officers, *(f"account:{one}" for one in command.acting), PARAMETERS)


def of_officers(
    command: ChangeInspectors, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection and the accounts of officers and who acts by his role, whose persons are read there."""
    own = f"inspection:{command.inspection_no}"
    named = (*(officer.account for officer in command.officers), *command.acting)
    return (own, *(f"account:{one}" for one in named))


def of_acting(
    command: CheckInspectorTies, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection and the accounts of who acts by his role."""
    own = f"inspection:{command.inspection_no}"
    return (own, *(f"account:{one}" for one in command.acting))


def of_asked(
    command: RequestInspectorRecusal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection and the account of whom is asked to withdraw."""
    return (f"inspection:{command.inspection_no}", f"account:{command.officer}")


def of_members(
    command: DecideInspectorRecusal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection, the accounts of those who discuss a head's recusal, and how many the bureau asks for."""
    own = f"inspection:{command.inspection_no}"
    return (own, *(f"account:{login}" for login in command.members), PARAMETERS)


def of_scan(
    command: SignPaper | AttachScan, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection, the scan, and the scan that its paper has, once that is known."""
    own = f"inspection:{command.inspection_no}"
    if not command.evidence_id:
        return (own,)
    state: InspectionState | None = states.get(own)
    paper = state.paper(command.paper_id) if state else None
    return with_scans(own, command.evidence_id, paper.scan if paper else None)


def of_notice(command: AttachNotice, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The inspection, the scan, and the scan that its notice has, once that is known."""
    own = f"inspection:{command.inspection_no}"
    state: InspectionState | None = states.get(own)
    return with_scans(own, command.evidence_id, state.notice_scan if state else None)


def of_close(
    command: CloseInspection | LinkInspection, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The inspection, the case that follows and, once they are known, the scans of the papers."""
    own = f"inspection:{command.inspection_no}"
    state: InspectionState | None = states.get(own)
    case_no = command.case_no or (state.case_no if state else None)
    if not case_no:
        return (own,)
    scans = state.scans if state else ()
    return (own, f"case:{case_no}", *(f"evidence:{scan}" for scan, _ in scans))

"""The 内部审批表 of what the leaders decided on a doctor's file or a parameter, as they were signed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.parameters import AttachParameterApproval
from casework.commands.points import AttachFileApproval
from casework.custody.scans import ANEW, Wanted, former, free_scan, replaced, serves, with_scans
from casework.custody.state import Serves
from casework.documents.beside import Approval, Approvals, approval_of, unsigned
from casework.events import Draft
from casework.points.parameters import STREAM, BureauState
from casework.points.service import taken
from casework.points.setting import APPROVERS, PROPOSERS
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself

#: Who keeps the papers of a parameter: who works by it, proposes it or decides on it.
KEEPERS = PROPOSERS | APPROVERS
Attach = AttachFileApproval | AttachParameterApproval


def attach_to_file(ask: Ask[AttachFileApproval, PointsState]) -> list[Draft]:
    """FileApprovalAttached: one scan of each form; a wrong one gives way with a reason."""
    told, chains = _signed(ask, ask.command.about, ask.state.approvals)
    return [draft(ask.state.stream, "FileApprovalAttached", **told), *chains]


def attach_to_parameter(ask: Ask[AttachParameterApproval, BureauState]) -> list[Draft]:
    """ParameterApprovalAttached, in the same way."""
    told, chains = _signed(ask, ask.command.proposal_id, ask.state.approvals)
    return [draft(STREAM, "ParameterApprovalAttached", **told), *chains]


def _signed(
    ask: Ask[Any, Any], about: str, known: Approvals
) -> tuple[dict[str, object], list[Draft]]:
    """What the event tells of the scan, and what the custody chains are told.

    Refuses FIELD_REQUIRED, NOT_FOUND for what is not approved on the form, and as `free_scan`.
    """
    c = ask.command
    required(paper_scan=c.paper_scan)
    one = approval_of(known, about)
    if one is None:
        raise refuse("NOT_FOUND", what=f"审批表 {about[:40]}", what_en=f"approval {about[:40]}")
    stands = one.scan.certificate if one.scan else None
    wanted = Wanted(_paper(ask.state, one), stands, ANEW, c.reason)
    papers = taken(ask.state) if isinstance(ask.state, PointsState) else ()
    item = free_scan(ask.states, c.paper_scan, wanted, papers)
    told: dict[str, object] = {
        "about": about,
        "title": wanted.paper.zh,
        "scan": {"certificate": c.paper_scan, "name": item.name},
        **former(wanted),
    }
    return told, [serves(c.paper_scan, wanted.paper), *replaced(wanted, c.paper_scan)]


def _paper(state: PointsState | BureauState, one: Approval) -> Serves:
    whose = f"{state.prac_psn_code} " if isinstance(state, PointsState) else ""
    zh, en = f"{one.title.zh}（{whose}{one.of}）", f"{one.title.en} ({whose}{one.of})"
    return Serves(f"{state.stream}/approval:{one.about}", zh, en)


def _of_file(
    command: AttachFileApproval, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    return _streams(f"points:{command.prac_psn_code}", command.about, command.paper_scan, states)


def _of_parameter(
    command: AttachParameterApproval, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    return _streams(STREAM, command.proposal_id, command.paper_scan, states)


def _streams(own: str, about: str, scan: str, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The object, the scan and, once it is known, the one that the form has."""
    if not scan:
        return (own,)
    state: PointsState | BureauState | None = states.get(own)
    one = approval_of(state.approvals, about) if state else None
    return with_scans(own, scan, one.scan.certificate if one and one.scan else None)


def _approved(state: PointsState | BureauState, actor: Actor, at: datetime) -> None:
    """Something was approved on the form."""
    if not state.approvals:
        raise refuse(
            "STEP_MISSING", step="须用内部审批表审批的事项", step_en="an act approved on a form"
        )


def _wants(file: PointsState) -> bool:
    return bool(unsigned(file.approvals))


def _first(file: PointsState, at: datetime) -> tuple[str, str] | None:
    """The form that is missed first, for lists that stand beside no page."""
    waiting = unsigned(file.approvals)
    return (waiting[0].named.zh, waiting[0].named.en) if waiting else None


ACTS = (
    Act(
        AttachFileApproval, "附入审批表签字件", "attach a signed approval form", BUREAU, _of_file,
        attach_to_file, guards=(not_himself, _approved), rank=47, leads=_wants,
        led=frozenset({Role.AGENCY_OFFICER, Role.SUPERVISOR}), names=_first,
    ),
)  # fmt: skip
PARAMETER = Act(
    AttachParameterApproval, "附入参数审批表签字件", "attach the signed form of a parameter", KEEPERS,
    _of_parameter, attach_to_parameter, guards=(_approved,), creates=None,
)  # fmt: skip

"""Jurisdiction in dispute: negotiate seven working days, then the common upper bureau says."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case.jurisdiction import (
    DisputeJurisdiction,
    RecordDesignation,
    ReportJurisdiction,
    SettleJurisdiction,
)
from casework.documents.incoming import came_on
from casework.documents.scans import with_scan
from casework.events import Draft
from casework.refusal import refuse


def dispute(ask: Ask[DisputeJurisdiction, CaseState]) -> list[Draft]:
    """JurisdictionDisputed with the other bureau."""
    c = ask.command
    required(recipient=c.other, reasons=c.reasons)
    data = {"other": c.other, "reasons": c.reasons}
    return [draft(ask.state.stream, "JurisdictionDisputed", **data)]


def settle(ask: Ask[SettleJurisdiction, CaseState]) -> list[Draft]:
    """JurisdictionSettled between the two."""
    c = ask.command
    required(document_no=c.document_no, reasons=c.reasons)
    data = {"ours": c.ours, "document_no": c.document_no, "reasons": c.reasons}
    data |= came_on(ask, "jurisdiction")
    return [draft(ask.state.stream, "JurisdictionSettled", **data)]


def report(ask: Ask[ReportJurisdiction, CaseState]) -> list[Draft]:
    """JurisdictionReported to the common upper bureau."""
    c = ask.command
    required(recipient=c.recipient, document_no=c.document_no)
    data = {"recipient": c.recipient, "document_no": c.document_no}
    return [draft(ask.state.stream, "JurisdictionReported", **data)]


def designated(ask: Ask[RecordDesignation, CaseState]) -> list[Draft]:
    """JurisdictionDesignated by the upper bureau."""
    c = ask.command
    required(document_no=c.document_no)
    data = {"ours": c.ours, "document_no": c.document_no, **came_on(ask, "designation")}
    return [draft(ask.state.stream, "JurisdictionDesignated", **data)]


def ours(case: CaseState, actor: Actor, at: datetime) -> None:
    """No dispute is open, and none was decided for another bureau."""
    one = case.dispute
    if one is None or one.ours:
        return
    if one.ours is None:
        raise refuse(
            "STEP_MISSING", step="确定管辖（协商或报请指定）",
            step_en="settling jurisdiction (by agreement or designation)",
        )  # fmt: skip
    raise refuse("NOT_OURS", other=one.other)


def _open(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.dispute is None or case.dispute.ours is not None:
        raise refuse("STEP_MISSING", step="登记管辖争议", step_en="a dispute on jurisdiction")


def _negotiating(case: CaseState, actor: Actor, at: datetime) -> None:
    _open(case, actor, at)
    if case.dispute is not None and case.dispute.reported:
        raise refuse("ALREADY_DONE")


def _reported(case: CaseState, actor: Actor, at: datetime) -> None:
    _open(case, actor, at)
    if case.dispute is not None and not case.dispute.reported:
        raise refuse("STEP_MISSING", step="报请指定管辖", step_en="asking for a designation")


def _none_open(case: CaseState, actor: Actor, at: datetime) -> None:
    if case.dispute is not None and case.dispute.ours is None:
        raise refuse("ALREADY_DONE")


LEADERS = frozenset({Role.SUPERVISOR, Role.HEAD})
EARLY = frozenset({Stage.CLUE, Stage.FILED, Stage.INVESTIGATION})
#: How a dispute ends is recorded wherever the case stands meanwhile.
OPEN = frozenset(stage for stage in Stage if stage not in TERMINAL)
ACTS = (
    Act(
        DisputeJurisdiction, "登记管辖争议", "record a dispute on jurisdiction", LEADERS,
        case_stream, dispute, EARLY, (_none_open,), rank=86,
    ),
    Act(
        SettleJurisdiction, "登记协商结果", "record what the bureaus agreed", LEADERS,
        with_scan(case_stream, "document"), settle, OPEN, (_negotiating,), rank=40,
    ),
    Act(
        ReportJurisdiction, "报请指定管辖", "ask for a designation", LEADERS, case_stream, report,
        OPEN, (_negotiating,), rank=41,
    ),
    Act(
        RecordDesignation, "登记指定管辖", "record the designation", LEADERS,
        with_scan(case_stream, "document"), designated, OPEN, (_reported,), rank=40,
    ),
)  # fmt: skip

"""Suspend a case and go on with it; transfer it, or a clue of it, to another authority."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import not_officer
from casework.cases.stages import INVESTIGATING, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import ContinueCase, SuspendCase, TransferCase
from casework.events import Draft
from casework.refusal import refuse


def suspend(ask: Ask[SuspendCase, CaseState]) -> list[Draft]:
    """CaseSuspended: it remembers where it was."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.SUSPENDED, "中止", "suspend")
    return [draft(ask.state.stream, "CaseSuspended", reasons=ask.command.reasons)]


def go_on(ask: Ask[ContinueCase, CaseState]) -> list[Draft]:
    """CaseContinued where it was."""
    required(reasons=ask.command.reasons)
    target = ask.state.return_to or Stage.INVESTIGATION
    move(ask.state.stage, target, "恢复办理", "go on")
    return [draft(ask.state.stream, "CaseContinued", reasons=ask.command.reasons)]


def transfer(ask: Ask[TransferCase, CaseState]) -> list[Draft]:
    """CaseTransferred as a whole, which ends it here, or ClueTransferred, which does not."""
    c, case = ask.command, ask.state
    required(recipient=c.recipient, document_no=c.document_no, reasons=c.reasons)
    if c.whole:
        move(case.stage, Stage.TRANSFERRED, "移送", "transfer")
        if any(hold.is_open for hold in case.holds):
            raise refuse(
                "STEP_MISSING", step="处理保存、封存的物品", step_en="releasing held things"
            )
    data = {"to": c.to, "recipient": c.recipient, "document_no": c.document_no}
    kind = "CaseTransferred" if c.whole else "ClueTransferred"
    return [draft(case.stream, kind, **data, reasons=c.reasons)]


HEAD = frozenset({Role.HEAD})
ACTS = (
    Act(
        SuspendCase, "中止调查", "suspend the case", HEAD, case_stream, suspend, INVESTIGATING,
        (not_officer("承办与中止", "suspending the case"),), rank=75,
    ),
    Act(
        ContinueCase, "恢复调查", "go on with the case", HEAD, case_stream, go_on,
        frozenset({Stage.SUSPENDED}), rank=20,
    ),
    Act(
        TransferCase, "移送其他机关", "transfer to another authority", HEAD, case_stream, transfer,
        frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING}),
        (not_officer("承办与移送决定", "deciding on a transfer"),), rank=12,
        leads=lambda case: case.outside_area is not None,
    ),
)  # fmt: skip

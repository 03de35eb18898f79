"""Suspend a case, and go on with it."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import no_referral_waits, not_officer
from casework.cases.stages import INVESTIGATING, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import ContinueCase, SuspendCase
from casework.events import Draft


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


HEAD = frozenset({Role.HEAD})
ACTS = (
    Act(
        SuspendCase, "中止调查", "suspend the case", HEAD, case_stream, suspend, INVESTIGATING,
        (no_referral_waits, not_officer("承办与中止", "suspending the case"),), rank=75,
    ),
    Act(
        ContinueCase, "恢复调查", "go on with the case", HEAD, case_stream, go_on,
        frozenset({Stage.SUSPENDED}), (not_officer("承办与恢复调查", "going on with the case"),),
        rank=20,
    ),
)  # fmt: skip

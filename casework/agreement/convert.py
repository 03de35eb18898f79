"""From a handling to an administrative case and back: what came back to the fund stays with it."""

from datetime import datetime
from decimal import Decimal

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.agreement.bring_back import brought_back
from casework.agreement.unscore import unscored
from casework.cases.collect import with_court
from casework.cases.guards import (
    no_referral_waits,
    not_officer,
    not_proposer,
    nothing_held,
)
from casework.cases.open import no_agreement
from casework.cases.stages import Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_resting
from casework.commands.agreement import ConvertCase, ConvertToHandling
from casework.commands.case import PartyKind
from casework.events import Draft
from casework.measures.queue import following
from casework.points.review import changed_scores
from casework.refusal import refuse


def convert(ask: Ask[ConvertCase, CaseState]) -> list[Draft]:
    """CaseConverted to an administrative case; what was recovered stays recovered once.

    Suspensions that were imposed under the agreement run on: they are no penalty, and a penalty's
    own suspension begins where they end. The decision of the handling does not: scores that rest on
    it wait for a review, or the same conduct would count twice, and a pharmacy's points are void.
    """
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    move(case.stage, Stage.CLUE, "转行政处罚", "convert")
    data = {"reasons": c.reasons, "recovered": case.recovered, "anew": True}
    why = {"document_no": case.case_no, "reasons": f"转行政处罚：{c.reasons}"}
    events = [
        draft(case.stream, "CaseConverted", **data),
        *changed_scores(case, ask.states, Decimal("0.00"), why),
    ]
    for stream in case.measured:
        held, reason = ask.states[stream], why["reasons"]
        gone = unscored(held, case.case_no, ask.at, reason)
        gone += brought_back(held, gone, case.case_no, ask.at, reason)
        events += [*gone, *following(held, gone, ask.at, reason)]
    return events


def back(ask: Ask[ConvertToHandling, CaseState]) -> list[Draft]:
    """ConvertedToHandling with the amount that came back before."""
    required(reasons=ask.command.reasons)
    move(ask.state.stage, Stage.HANDLING, "转协议处理", "convert to a handling")
    data = {"reasons": ask.command.reasons, "recovered": ask.state.recovered, "anew": True}
    return [draft(ask.state.stream, "ConvertedToHandling", **data)]


def _institution(case: CaseState, actor: Actor, at: datetime) -> None:
    """Only with an institution there is an agreement."""
    if case.party is None or case.party.kind is not PartyKind.INSTITUTION:
        raise no_agreement("请继续行政处罚程序", "go on with the penalty procedure")


def _not_with_police(case: CaseState, actor: Actor, at: datetime) -> None:
    """What the police filed is punished by nobody here before it came back (处罚法 27)."""
    if case.referral is not None and case.referral.status == "filed":
        raise refuse(
            "STEP_MISSING", step="恢复行政处理（公安机关已立案）",
            step_en="the return to administrative handling (the police filed the case)",
        )  # fmt: skip


def _not_at_court(case: CaseState, actor: Actor, at: datetime) -> None:
    """What the court is asked to enforce stays what it is until the application is taken back."""
    if with_court(case):
        raise refuse(
            "STEP_MISSING", step="向法院撤回强制执行申请，并登记法院准许撤回的裁定",
            step_en="the application taken back from the court, and its ruling that allows this recorded",
        )  # fmt: skip


LEADERS = frozenset({Role.SUPERVISOR, Role.HEAD})
ACTS = (
    Act(
        ConvertCase, "转行政处罚程序", "convert to a penalty case", LEADERS, of_resting, convert,
        frozenset(
            {Stage.HANDLING, Stage.HANDLING_NOTICE, Stage.HANDLING_DECISION,
             Stage.HANDLING_EXECUTION}
        ),
        (
            no_referral_waits, _not_with_police, _not_at_court,
            not_officer("承办与转行政处罚程序", "converting the case"),
            not_proposer("提出处理意见与转行政处罚程序", "converting the case"),
        ),
        rank=70,
    ),
    Act(
        ConvertToHandling, "转协议处理", "convert to a handling", LEADERS, case_stream, back,
        frozenset({Stage.CLUE, Stage.FILED, Stage.INVESTIGATION}),
        (
            _institution, nothing_held, no_referral_waits,
            not_officer("承办与转协议处理", "converting the case"),
        ),
        rank=79,
    ),
)  # fmt: skip

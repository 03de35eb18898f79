"""From a handling to an administrative case and back: what came back to the fund stays with it.

One of those who work on it proposes, a leader decides.
"""

from datetime import datetime
from decimal import Decimal
from typing import Any

from casework.actors import AGENCY, Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.agreement.bring_back import brought_back
from casework.agreement.unscore import unscored
from casework.cases.collect import with_court
from casework.cases.guards import (
    is_officer,
    no_referral_waits,
    not_officer,
    not_proposer,
    nothing_held,
)
from casework.cases.open import no_agreement
from casework.cases.recuse import not_asked_about
from casework.cases.stages import TO_HANDLING, TO_PENALTY, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_resting
from casework.cases.submissions import CENTRE, decided, decides, none_waits, ripe
from casework.commands.agreement import ConvertCase, ConvertToHandling, ProposeConversion
from casework.commands.case import Matter, PartyKind, Path
from casework.events import Draft
from casework.measures.queue import following
from casework.points.review import changed_scores
from casework.refusal import refuse


def propose(ask: Ask[ProposeConversion, CaseState]) -> list[Draft]:
    """ConversionProposed to the other procedure."""
    case = ask.state
    required(reasons=ask.command.reasons)
    to = "penalty" if case.path is Path.AGREEMENT else "handling"
    data = {"to": to, "reasons": ask.command.reasons.strip(), "decided_by": CENTRE}
    return [draft(case.stream, "ConversionProposed", **data)]


def convert(ask: Ask[ConvertCase, CaseState]) -> list[Draft]:
    """CaseConverted to an administrative case; what was recovered stays recovered once.

    Suspensions that were imposed under the agreement run on: they are no penalty, and a penalty's
    own suspension begins where they end. The decision of the handling does not: scores that rest on
    it wait for a review, or the same conduct would count twice, and a pharmacy's points are void.
    """
    case = ask.state
    move(case.stage, Stage.CLUE, "转行政处罚", "convert")
    data = _told(case, ask.command.reasons)
    why = {"document_no": case.case_no, "reasons": f"转行政处罚：{data['reasons']}"}
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
    move(ask.state.stage, Stage.HANDLING, "转协议处理", "convert to a handling")
    data = _told(ask.state, ask.command.reasons)
    return [draft(ask.state.stream, "ConvertedToHandling", **data)]


def _told(case: CaseState, reasons: str) -> dict[str, Any]:
    """The leader's own reasons, else those that were proposed, and what came back before."""
    one = ripe(case, Matter.CONVERSION)
    why = reasons.strip() or (one.reasons if one else "")
    own = {"reasons": why, "recovered": case.recovered, "anew": True}
    return {**own, **decided(case, Matter.CONVERSION)}


def _works_on_it(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: the agency proposes of its handling; of a lead that has no officers yet any inspector does."""
    if case.path is Path.AGREEMENT and actor.holds(*AGENCY):
        return
    if not actor.holds(Role.INSPECTOR):
        raise role_required(frozenset({Role.INSPECTOR}), ProposeConversion.__name__)
    if case.officers:
        is_officer(case, actor, at)


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


def _may_be_decided(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: what could not be decided is not proposed, whichever way the case would go."""
    for guard in _TO_PENALTY if case.path is Path.AGREEMENT else _TO_HANDLING:
        guard(case, actor, at)


def _proposed(case: CaseState) -> bool:
    return ripe(case, Matter.CONVERSION) is not None


LEADERS = frozenset({Role.SUPERVISOR, Role.HEAD})
_TO_PENALTY = (no_referral_waits, _not_with_police, _not_at_court)
_TO_HANDLING = (_institution, nothing_held, no_referral_waits)
ACTS = (
    Act(
        ProposeConversion, "提请转换办理程序", "propose the other procedure",
        AGENCY | {Role.INSPECTOR}, case_stream, propose, TO_PENALTY | TO_HANDLING,
        (_works_on_it, not_asked_about, none_waits(Matter.CONVERSION), _may_be_decided), rank=80,
    ),
    Act(
        ConvertCase, "转行政处罚程序", "convert to a penalty case", LEADERS, of_resting, convert, TO_PENALTY,
        (
            *_TO_PENALTY,
            not_officer("承办与转行政处罚程序", "converting the case"),
            not_proposer("提出处理意见与转行政处罚程序", "converting the case"),
            decides(Matter.CONVERSION),
        ),
        rank=12, leads=_proposed,
    ),
    Act(
        ConvertToHandling, "转协议处理", "convert to a handling", LEADERS, case_stream, back, TO_HANDLING,
        (
            *_TO_HANDLING, not_officer("承办与转协议处理", "converting the case"),
            decides(Matter.CONVERSION),
        ),
        rank=12, leads=_proposed,
    ),
)  # fmt: skip

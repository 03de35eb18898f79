"""How a case came out, and when: what a year is counted by."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.case import Path, RemedyOutcome, Ruling
from casework.events import Event


class Outcome(StrEnum):
    """The ends of a case."""

    PENALTY = "penalty"
    NO_PENALTY = "no_penalty"
    HANDLED = "handled"
    NOT_FILED = "not_filed"
    TERMINATED = "terminated"
    TRANSFERRED = "transferred"
    REFERRED = "referred"
    ANNULLED = "annulled"
    UNLAWFUL = "unlawful"


OUTCOMES: Final[dict[Outcome, tuple[str, str]]] = {
    Outcome.PENALTY: ("行政处罚", "penalty"),
    Outcome.NO_PENALTY: ("不予处罚", "no penalty"),
    Outcome.HANDLED: ("协议处理", "agreement handling"),
    Outcome.NOT_FILED: ("不予立案", "not filed"),
    Outcome.TERMINATED: ("终止调查", "terminated"),
    Outcome.TRANSFERRED: ("移送其他机关", "transferred"),
    Outcome.REFERRED: ("移送司法", "referred"),
    Outcome.ANNULLED: ("决定被撤销", "annulled"),
    Outcome.UNLAWFUL: ("决定被确认违法", "held unlawful"),
}
#: Stages that are an outcome of their own, and the events that lead there.
_BY_STAGE: Final = {
    Stage.NOT_FILED: (Outcome.NOT_FILED, "CaseDeclined"),
    Stage.TERMINATED: (Outcome.TERMINATED, "CaseTerminated"),
    Stage.TRANSFERRED: (Outcome.TRANSFERRED, "CaseTransferred"),
    Stage.REFERRED: (Outcome.REFERRED, "ReferralSent"),
}


def outcome_of(
    case: CaseState, events: Sequence[Event]
) -> tuple[Outcome, datetime] | tuple[None, None]:
    """Return the outcome and its moment; neither while the case is still to be decided.

    A decision counts from the moment it was made, whatever is still to be paid.
    """
    if case.annulled:
        return Outcome.ANNULLED, _last(events, "DecisionAnnulled")
    if case.stage in _BY_STAGE:
        outcome, event = _BY_STAGE[case.stage]
        return outcome, _last(events, event)
    decision = case.decision
    if decision is None:
        return None, None
    if any(one.outcome == RemedyOutcome.UNLAWFUL.value for one in case.standing_remedies):
        return Outcome.UNLAWFUL, _last(events, "RemedyClosed")
    if case.path is Path.AGREEMENT:
        return Outcome.HANDLED, decision.at
    no_penalty = decision.ruling == Ruling.NO_PENALTY.value
    return (Outcome.NO_PENALTY if no_penalty else Outcome.PENALTY), decision.at


def _last(events: Sequence[Event], kind: str) -> datetime:
    """When the latest event of a kind happened; the latest of all where there is none."""
    return next((e.at for e in reversed(events) if e.type == kind), events[-1].at)

"""What is submitted for approval, folded into the state of its case."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from casework.cases.parts import Publication, Submission
from casework.cases.state import CaseState
from casework.commands.case.approval import Matter
from casework.copying import replace
from casework.events import Event
from casework.hands import hand_from

#: Events after which nothing of a matter waits any more: it was decided, or the case went elsewhere.
OVER: Final[Mapping[str, tuple[Matter, ...]]] = {
    "CaseFiled": (Matter.FILING, Matter.MORE_TIME),
    "CaseDeclined": (Matter.FILING, Matter.MORE_TIME, Matter.CONVERSION),
    "ClueExtended": (Matter.MORE_TIME,),
    "CaseConverted": (Matter.CONVERSION,),
    "ConvertedToHandling": (Matter.FILING, Matter.MORE_TIME, Matter.CONVERSION),
    "CaseTransferred": (Matter.FILING, Matter.MORE_TIME, Matter.CONVERSION),
    "CaseDecidedOnSpot": (Matter.FILING, Matter.MORE_TIME, Matter.CONVERSION),
    # Whoever was told of a penalty is handled under the agreement no more.
    "NoticeServed": (Matter.CONVERSION,),
    "DecisionExtended": (Matter.MORE_TIME,),
    "CaseDecided": (Matter.MORE_TIME, Matter.CONVERSION),
    "HandlingDecided": (Matter.CONVERSION,),
    "CaseTerminated": (Matter.MORE_TIME, Matter.CONVERSION),
    "HandlingClosed": (Matter.CONVERSION,),
    "CaseClosed": (Matter.CLOSING,),
    "DecisionChanged": (Matter.CLOSING, Matter.PUBLICATION),
    "DecisionAnnulled": (Matter.CLOSING, Matter.PUBLICATION, Matter.CONVERSION),
    "InvestigationReopened": (Matter.CLOSING, Matter.PUBLICATION, Matter.CONVERSION),
    "PublicationApproved": (Matter.PUBLICATION,),
    "PublicationDeclined": (Matter.PUBLICATION,),
    "PublicationWithdrawn": (Matter.PUBLICATION,),
    "ReferralReturned": (Matter.CLOSING,),
}


def over(s: CaseState, e: Event) -> CaseState:
    """The case without what the event has settled."""
    gone = OVER[e.type]
    rest = {matter: one for matter, one in s.submissions.items() if matter not in gone}
    return replace(s, submissions=rest)


def _submitted(matter: Matter) -> Callable[..., CaseState]:
    def step(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        one = Submission(
            by=hand_from(d),
            seq=e.seq,
            decided_by=d["decided_by"],
            reasons=d.get("reasons") or d.get("reason") or d.get("situation", ""),
            filing=d.get("filing", ""),
            days=d.get("days", 0),
            ground=d.get("ground", ""),
            impact=d.get("social_impact", False),
            text=d.get("text", ""),
        )
        return replace(s, submissions={**s.submissions, matter: one})

    return step


def _reviewed(matter: Matter) -> Callable[..., CaseState]:
    def step(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        one = s.submissions.get(matter)
        if one is None:
            return s
        told = replace(one, outcome=d["outcome"], reviewed_by=hand_from(d))
        return replace(s, submissions={**s.submissions, matter: told})

    return step


def _published(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    text, impact = d.get("text", ""), e.type == "PublicationApproved"
    return replace(s, publication=Publication(impact, text, e.at, e.seq))


SUBMIT_FOLDS: dict[str, Callable[..., CaseState]] = {
    "FilingProposed": _submitted(Matter.FILING),
    "FilingReviewed": _reviewed(Matter.FILING),
    "ExtensionProposed": _submitted(Matter.MORE_TIME),
    "ExtensionReviewed": _reviewed(Matter.MORE_TIME),
    "ClosingProposed": _submitted(Matter.CLOSING),
    "ClosingReviewed": _reviewed(Matter.CLOSING),
    "PublicationProposed": _submitted(Matter.PUBLICATION),
    "PublicationReviewed": _reviewed(Matter.PUBLICATION),
    "ConversionProposed": _submitted(Matter.CONVERSION),
    "ConversionReviewed": _reviewed(Matter.CONVERSION),
    "PublicationApproved": _published,
    "PublicationDeclined": _published,
}

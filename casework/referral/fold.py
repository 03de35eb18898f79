"""Fold of the referral's events."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from casework.cases.away import came_back, left
from casework.cases.fold_papers import on_paper
from casework.cases.stages import BESIDE, TERMINAL, Stage
from casework.cases.state import CaseState, Officer
from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.events import Event
from casework.hands import hand_from
from casework.referral.state import Referral, Weighed

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def _reported(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    referral = Referral(
        status="reported",
        reported_by=hand_from(d),
        reported_at=e.at,
        officers=tuple(hand_from(o) for o in d["officers"]),
        suspected_crime=d["suspected_crime"],
        facts=d["facts"],
        amount=Decimal(d["amount"]),
        recipient=d["recipient"],
        missing_parts=dict(d["missing_parts"]),
        late=s.stage in TERMINAL,
        amount_reasons=d.get("amount_reasons", ""),
    )
    return replace(s, referral=referral)


def _appointed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    group = tuple(Officer(hand_from(one), one["certificate_no"]) for one in d["officers"])
    return replace(s, referral_group=group, referral_group_seq=e.seq)


def _weighed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = Weighed(d["refer"], d["reasons"], Decimal(d["amount"]), hand_from(d), e.at, e.seq)
    return replace(s, weighed=one)


def _change(s: CaseState, **changes: Any) -> CaseState:
    if s.referral is None:
        return s
    return replace(s, referral=replace(s.referral, **changes))


def _decided(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(
        s,
        status="approved" if d["approve"] else "refused",
        approved=d["approve"],
        decided_by=hand_from(d),
        decided_at=e.at,
        decision_reasons=d["reasons"],
    )


def _dossier(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(
        s,
        dossier_sha256=d["sha256"],
        dossier_sm3=d["sm3"],
        dossier_name=d["file_name"],
        dossier_letter=d.get("letter", ""),
        dossier_scan=d.get("letter_scan", ""),
    )


def _damaged(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    known = s.referral.damaged_dossiers if s.referral else frozenset()
    return _change(s, damaged_dossiers=known | {d["dossier_sha256"]})


def _sound(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    known = s.referral.damaged_dossiers if s.referral else frozenset()
    return _change(s, damaged_dossiers=known - {d["dossier_sha256"]})


def _before(s: CaseState) -> Stage | None:
    """Where the case stood: what was suspended goes on, once it comes back, where it was before."""
    return s.return_to if s.stage is Stage.SUSPENDED else s.stage


def _sent(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    changed = _change(s, status="sent", sent_at=e.at)
    if letter := d.get("letter"):
        changed = replace(changed, letters_sent=(*s.letters_sent, letter))
    if s.stage in BESIDE:
        return changed
    return left(replace(changed, return_to=_before(s), stage=Stage.REFERRED), e.at)


def _received(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(s, status="received", receipt_no=d["receipt_no"])


def _answered(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    # An answer is also the end of the review that was asked for.
    s = replace(s, periods=s.periods - {"police_review"})
    on = date.fromisoformat(d["received_on"]) if d.get("received_on") else local_date(e.at)
    told = {"status": d["answer"], "answer": d["answer"], "answer_reasons": d["reasons"]}
    return _change(s, **told, answered_on=on)


def _dated(field: str, of: str) -> Step:
    """The day that an event names becomes a field of the referral."""
    return lambda s, e, d: _change(s, **{field: date.fromisoformat(d[of])})


def _reviewed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(s, review=d["answer"], reviewed_on=date.fromisoformat(d["received_on"]))


def _supervised(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(s, supervision=d["answer"])


#: Periods that a person started or ended by hand before there was an act for the step.
ONCE_STARTED: Final = {"police_review": "objected_on", "supervision_request": "reviewed_on"}
ONCE_ENDED: Final = {
    "referral_copy": "copied_on",
    "referral_items": "items_on",
    "referral_objection": "objected_on",
    "supervision_request": "supervision_on",
}


def by_hand(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """What an old hand-kept period said of the referral."""
    fields = ONCE_STARTED if e.type == "PeriodStarted" else ONCE_ENDED
    if (field := fields.get(d["period"])) is None:
        return s
    day = d.get("starts_on") or d.get("ended_on")
    return _change(s, **{field: date.fromisoformat(day) if day else local_date(e.at)})


def _returned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    changed = _change(s, status="returned")
    if s.stage is not Stage.REFERRED:
        return changed
    back = replace(changed, stage=s.return_to or Stage.INVESTIGATION, return_to=None)
    return came_back(back, e.at)


def _resumed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return left(replace(s, return_to=_before(s), stage=Stage.REFERRED), e.at)


REFERRAL_FOLDS: dict[str, Step] = {
    "ReferralGroupAppointed": _appointed,
    "ReferralWeighed": _weighed,
    "ReferralReported": _reported,
    "ReferralDecided": _decided,
    "DossierRecorded": _dossier,
    "DossierDamaged": _damaged,
    "DossierSound": _sound,
    "ReferralSent": _sent,
    "ReferralReceived": on_paper(_received),
    "PoliceAnswered": on_paper(_answered),
    "ReferralCopied": _dated("copied_on", "copied_on"),
    "ItemsHandedOver": on_paper(_dated("items_on", "handed_on")),
    "RefusalObjected": _dated("objected_on", "asked_on"),
    "PoliceReviewAnswered": on_paper(_reviewed),
    "SupervisionRequested": _dated("supervision_on", "asked_on"),
    "SupervisionAnswered": on_paper(_supervised),
    "ReferralReturned": on_paper(_returned),
    "ReferralResumed": _resumed,
}

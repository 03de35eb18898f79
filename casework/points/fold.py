"""Fold a doctor's file. Scores are never removed; they become void and stay readable."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.custody.enclosure import Enclosure
from casework.documents.beside import with_approval, with_scan
from casework.events import Event
from casework.hands import hand_from
from casework.points.state import (
    PointsState,
    Practice,
    RepairEntry,
    ScoreEntry,
    ScoreReview,
    Weighed,
)
from casework.restoration.fold import RESTORATION_FOLDS, parties_from

Step = Callable[[PointsState, Event, Mapping[str, Any]], PointsState]


def fold_points(
    code: str, events: Iterable[Event], start: PointsState | None = None
) -> PointsState:
    """Return the file after `events`; with `start`, continue from a state known before."""
    state = start or PointsState(code)
    for event in events:
        step = STEPS.get(event.type)
        if step is not None:
            state = step(state, event, event.data)
        approvals = with_approval(state.approvals, event, str(event.seq))
        state = replace(state, version=event.seq, approvals=approvals)
    return state


def _recorded(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    entry = ScoreEntry(
        entry_id=d["entry_id"],
        rule_set=d["rule_set"],
        act=d["act"],
        original_act=d["act"],
        responsibility=d["responsibility"],
        points=d["points"],
        original_points=d["points"],
        conduct_on=date.fromisoformat(d["conduct_on"]),
        counted_on=date.fromisoformat(d["counted_on"]),
        starts_on=date.fromisoformat(d["starts_on"]) if d.get("starts_on") else None,
        months=tuple(d.get("months", ())),
        basis_kind=d["basis"]["kind"],
        basis=d["basis"]["reference"],
        fixmedins_code=d["fixmedins_code"],
        reasons=d["reasons"],
        by=hand_from(d),
        at=e.at,
        counted_by=d.get("counted_by", ""),
        staff=d.get("staff", "medical"),
        departure=d.get("departure", ""),
        conduct_to=date.fromisoformat(d["conduct_to"]) if d.get("conduct_to") else None,
        day_departure=d.get("day_departure", ""),
        repeats=d.get("repeats", ""),
        office=d.get("office", ""),
    )
    scored = replace(s, name=d["prac_psn_name"], entries=(*s.entries, entry))
    # Scores of former versions made the place of the conduct one of practice each time.
    if not d.get("practises", True):
        return scored
    institutions = tuple(dict.fromkeys((*s.institutions, entry.fixmedins_code)))
    moved = _from(scored, entry.fixmedins_code, entry.conduct_on)
    return replace(moved, fixmedins_code=entry.fixmedins_code, institutions=institutions)


def _from(s: PointsState, place: str, since: date) -> PointsState:
    """He practises at a place from a day on; one where he does already began no later."""
    open_ones = [one for one in s.practices if one.fixmedins_code == place and one.until is None]
    rest = tuple(one for one in s.practices if one not in open_ones)
    first = min(since, *(one.since for one in open_ones)) if open_ones else since
    return replace(s, practices=(*rest, Practice(place, first)))


def _until(s: PointsState, place: str, last: date) -> PointsState:
    practices = (
        replace(one, until=last) if (one.fixmedins_code, one.until) == (place, None) else one
        for one in s.practices
    )
    return replace(s, practices=tuple(practices))


def _change(s: PointsState, d: Mapping[str, Any], **changes: Any) -> PointsState:
    entry = s.entry(d["entry_id"])
    return s if entry is None else s.with_entry(replace(entry, **changes))


def _resolved(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    changes: dict[str, Any] = {
        "resolution": d["outcome"],
        "resolution_reasons": d["reasons"],
        "resolved_by": hand_from(d) if d.get("by") else None,
        "resolved_at": e.at,
        "resolved_office": d.get("office", ""),
        "weighed": _weighed(d),
    }
    if d["outcome"] == "changed":
        changes["points"] = d["points"]
    if d["outcome"] == "cancelled":
        changes |= {"void": True, "void_why": d["reasons"]}
    return _change(s, d, **changes)


def _review_due(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    entry = s.entry(d["entry_id"])
    if entry is None:
        return s
    due = ScoreReview(
        case_no=d["case_no"],
        document_no=d["document_no"],
        why=d["reasons"],
        fine_before=Decimal(d["fine_before"]),
        fine=Decimal(d["fine"]),
        due_at=e.at,
    )
    # A second change before the answer takes the place of the first: one answer is asked.
    answered = tuple(one for one in entry.reviews if one.outcome is not None)
    return _change(s, d, reviews=(*answered, due))


def _reviewed(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    entry = s.entry(d["entry_id"])
    if entry is None or not entry.reviews:
        return s
    answer = {
        "outcome": d["outcome"],
        "reasons": d["reasons"],
        "by": hand_from(d),
        "at": e.at,
        "office": d.get("office", ""),
        "weighed": _weighed(d),
    }
    reviews = (*entry.reviews[:-1], replace(entry.reviews[-1], **answer))
    return _change(s, d, reviews=reviews, act=d["act"], points=d["points"])


def _repair_recorded(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    entry = RepairEntry(
        repair_id=d["repair_id"],
        activity=d["activity"],
        title=d["title"],
        held_on=date.fromisoformat(d["held_on"]),
        certificate=d["certificate"],
        by=hand_from(d),
        at=e.at,
    )
    return replace(s, repairs=(*s.repairs, entry))


def _repair_decided(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    answer = {
        "outcome": d["outcome"],
        "points": d["points"],
        "effect": d["effect"],
        "decided_by": hand_from(d),
        "decided_on": local_date(e.at),
        "reasons": d["reasons"],
    }
    repairs = (replace(r, **answer) if r.repair_id == d["repair_id"] else r for r in s.repairs)
    return replace(s, repairs=tuple(repairs))


def _practised(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    institutions = tuple(dict.fromkeys((*s.institutions, d["fixmedins_code"])))
    # Whoever had left every place has this one as his own.
    own = s.fixmedins_code or d["fixmedins_code"]
    began = _day(d, "practised_from") or local_date(e.at)
    moved = _from(s, d["fixmedins_code"], began)
    return _asked_at(replace(moved, institutions=institutions, fixmedins_code=own), d, own)


def _left(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    rest = tuple(code for code in s.institutions if code != d["fixmedins_code"])
    own = s.fixmedins_code if s.fixmedins_code in rest else next(iter(rest), "")
    ended = _until(s, d["fixmedins_code"], _day(d, "left_on") or local_date(e.at))
    moved = replace(ended, institutions=rest, fixmedins_code=own)
    return _asked_at(moved, d, own)


def _asked_at(s: PointsState, d: Mapping[str, Any], own: str) -> PointsState:
    """With the party organisations that the application is before from now on, where they changed."""
    if not {"parties", "party_body"} & d.keys():
        return s
    return s.with_restoration(parties=parties_from(d, own))


def _enclosed(d: Mapping[str, Any]) -> tuple[Enclosure, ...]:
    # An objection of before carried no papers.
    return tuple(Enclosure(one["certificate"], one["name"]) for one in d.get("enclosures", ()))


def _paper(d: Mapping[str, Any], name: str) -> Enclosure | None:
    one = d.get(name)
    return Enclosure(one["certificate"], one["name"]) if one else None


def _weighed(d: Mapping[str, Any]) -> Weighed | None:
    told = d.get("weighed")
    if not told:
        return None
    return Weighed(
        tuple(Enclosure(one["certificate"], one["name"]) for one in told["materials"]),
        told["show"],
        told["closed"],
        told["expert"],
        told["unit"],
        told["opinion"],
        _paper(told, "paper"),
    )


def _day(d: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(d[name]) if d.get(name) else None


def _notified(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    return _change(
        s,
        d,
        notified_on=date.fromisoformat(d["served_on"]),
        notified_by=d.get("way", ""),
        particulars=d.get("particulars", ""),
        served_by=d.get("served_by", ""),
        posted_on=_day(d, "posted_on"),
        notified_hand=hand_from(d) if d.get("by") else None,
        receipt=_paper(d, "receipt"),
        consent=_paper(d, "consent"),
    )


def _service_corrected(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """It counts on another day, or in another way; the papers that it has stay where no other is named."""
    papers = {n: _paper(d, n) for n in ("receipt", "consent") if d.get(n)}
    return _change(
        s, d, notified_on=date.fromisoformat(d["served_on"]), notified_by=d["way"],
        particulars=d.get("particulars", ""), posted_on=_day(d, "posted_on"),
        notified_hand=hand_from(d), **papers,
    )  # fmt: skip


def _objected(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    # Who enters a letter objects to nothing.
    letter = bool(d.get("objector"))
    return _change(
        s,
        d,
        objection=d["text"],
        objection_at=e.at,
        objected_by=hand_from(d) if d.get("by") and not letter else None,
        objection_paper=_paper(d, "paper"),
        received_on=_day(d, "received_on"),
        objector=d.get("objector", ""),
        objected_for=d.get("fixmedins_code", ""),
        enclosures=_enclosed(d),
    )


STEPS: dict[str, Step] = {
    "PracticePointAdded": _practised,
    "PracticeLeft": _left,
    "ScoreRecorded": _recorded,
    "ScoreNotified": _notified,
    "ScoreServiceCorrected": _service_corrected,
    "ScoreDayCorrected": lambda s, e, d: _change(
        s, d, counted_on=date.fromisoformat(d["counted_on"])
    ),
    "ScoreReceiptAttached": lambda s, e, d: _change(s, d, receipt=_paper(d, "receipt")),
    "ScoreObjected": _objected,
    "ObjectionResolved": _resolved,
    "ScoreReviewDue": _review_due,
    "ScoreReviewed": _reviewed,
    "ScoreAnnulled": lambda s, e, d: _change(
        s,
        d,
        void=True,
        void_why=d["reasons"],
        void_paper=_paper(d, "paper"),
        void_no=d.get("document_no", ""),
        void_at=e.at,
        void_office=d.get("office", ""),
    ),
    "RepairRecorded": _repair_recorded,
    "RepairDecided": _repair_decided,
    "FileApprovalAttached": lambda s, e, d: replace(s, approvals=with_scan(s.approvals, e)),
    **RESTORATION_FOLDS,
}

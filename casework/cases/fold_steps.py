"""Fold of what stands beside the main path: holds, assistance, recusal, suspension, transfer."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.cases.away import came_back, left
from casework.cases.parts import Assistance, Ending, Hold, Recusal, Transfer, Worksheet
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.copying import replace
from casework.documents.fold import allot
from casework.events import Event
from casework.hands import hand_from
from casework.law.worksheet import basis_from
from casework.lines.state import LineTotals

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def taken_on(e: Event) -> date:
    """The day on which things were held in urgency: as it was said, else that of the entry."""
    said = e.data.get("held_at")
    return local_date(datetime.fromisoformat(said) if isinstance(said, str) else e.at)


def _hold_requested(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    told = d["hold_id"], d["kind"], d["items"], d["place"]
    hold = Hold(*told, hand_from(d), d["urgent"], asked_on=taken_on(e), seq=e.seq)
    return replace(s, holds=(*s.holds, hold))


def _hold(change: Callable[[Hold, Event, Mapping[str, Any]], Hold]) -> Step:
    def fold(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
        return replace(
            s, holds=tuple(change(h, e, d) if h.hold_id == d["hold_id"] else h for h in s.holds)
        )

    return fold


def _requested(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    request = Assistance(d["request_id"], d["recipient"], d["document_no"], text=d.get("text", ""))
    return replace(s, requests=(*s.requests, request))


def _answered(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(
        s,
        requests=tuple(
            replace(r, result=d["result"], evidence_ids=tuple(d.get("evidence_ids", ())))
            if r.request_id == d["request_id"]
            else r
            for r in s.requests
        ),
    )


def _recusal(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    officer = hand_from(d["officer"])
    one = Recusal(
        d["recusal_id"], officer, d["ground"], d["reason"], hand_from(d), d["by_party"],
        suggested=bool(d.get("suggested")), of_head=bool(d.get("of_head")),
        by_role=bool(d.get("by_role")),
        on=local_date(e.at),
    )  # fmt: skip
    return replace(s, recusals=(*s.recusals, one))


def _recused(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    decided = tuple(
        replace(r, granted=d["approve"]) if r.recusal_id == d["recusal_id"] else r
        for r in s.recusals
    )
    gone = [r.officer for r in decided if r.granted]
    officers = tuple(o for o in s.officers if not any(o.hand.same(hand) for hand in gone))
    if s.chair_named is not None and any(s.chair_named.same(hand) for hand in gone):
        s = replace(s, chair_named=None)
    if s.hearing is None or s.hearing_held or not any(s.hearing.chair.same(hand) for hand in gone):
        return replace(s, recusals=decided, officers=officers)
    # Without its chair the hearing is off: it is announced anew, under another.
    told = tuple(replace(a, done=True) if a.served == "hearing" else a for a in s.announcements)
    return replace(s, recusals=decided, officers=officers, hearing=None, announcements=told)


def _suspended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=Stage.SUSPENDED, return_to=s.stage)


def _continued(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, stage=s.return_to or Stage.INVESTIGATION, return_to=None)


def _worksheet(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    basis = basis_from(dict(d["basis"]))
    loss, fine = Decimal(d["loss"]), Decimal(d["fine"])
    row = d.get("article_id") or basis.article_id
    drawn = Worksheet(d["worksheet_id"], basis, loss, fine, d["reasons"], hand_from(d), row)
    return replace(s, worksheets=(*s.worksheets, drawn))


def _lines(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    said = d["totals"]
    sums = ("suspected", "confirmed", "rejected", "returned")
    amounts = {name: Decimal(said[name]) for name in sums}
    return replace(s, lines=LineTotals(said["listed"], said["open"], **amounts))


def _recusal_answered(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(
        s,
        recusals=tuple(
            replace(r, answer=d["reasons"], wishes=bool(d.get("withdraw")))
            if r.recusal_id == d["recusal_id"]
            else r
            for r in s.recusals
        ),
    )


def _transferred(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = Transfer(
        d["to"], d["recipient"], d["document_no"], d["reasons"], local_date(e.at),
        e.type == "CaseTransferred", s.stage, seq=e.seq,
    )  # fmt: skip
    return replace(allot(s, "transfer", d), transfers=(*s.transfers, one))


def _case_transferred(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return left(replace(_transferred(s, e, d), stage=Stage.TRANSFERRED, closed_at=e.at), e.at)


def _transfer_answered(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    said = {
        "answer": d.get("answer", "sent_back"),
        "answer_no": d["document_no"],
        "answered_on": date.fromisoformat(d["answered_on"]),
        "document": d["document"],
    }
    return replace(
        s,
        transfers=tuple(
            replace(one, **said) if one.waits and one.document_no == d["sent_no"] else one
            for one in s.transfers
        ),
    )


def _transfer_returned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    s = _transfer_answered(s, e, d)
    if "stage" not in d:
        return s
    return came_back(replace(s, stage=Stage(d["stage"]), closed_at=None), e.at)


STEP_FOLDS: dict[str, Step] = {
    "RecusalAnswered": _recusal_answered,
    **dict.fromkeys(("LinesListed", "LinesJudged", "LinesNetted", "LinesReleased"), _lines),
    "WorksheetDrawn": _worksheet,
    "HoldRequested": _hold_requested,
    "HoldApproved": _hold(
        lambda h, e, d: replace(
            h,
            status="approved",
            approved_on=local_date(e.at),
            to_serve=("hold",) if d.get("to_serve") else (),
        )
    ),
    "HoldRefused": _hold(lambda h, e, d: replace(h, status="refused")),
    "HoldExtended": _hold(lambda h, e, d: replace(h, extensions=h.extensions + 1)),
    "HoldEndProposed": _hold(
        lambda h, e, d: replace(
            h, ending=Ending(d["result"], tuple(d.get("evidence_ids", ())), hand_from(d))
        )
    ),
    "HoldEndApproved": _hold(
        lambda h, e, d: replace(
            h, end_seq=e.seq, to_serve=(*h.to_serve, *(("hold_end",) if d.get("to_serve") else ()))
        )
    ),
    "HoldEndRefused": _hold(lambda h, e, d: replace(h, ending=None)),
    "HoldEnded": _hold(
        lambda h, e, d: replace(
            h,
            status="ended",
            result=d["result"],
            evidence_ids=tuple(d.get("evidence_ids", ())),
            ending=None,
            ended_on=local_date(e.at),
        )
    ),
    "AssistanceRequested": _requested,
    "AssistanceAnswered": _answered,
    "RecusalRequested": _recusal,
    "RecusalDecided": _recused,
    "CaseSuspended": _suspended,
    "CaseContinued": _continued,
    "CaseTransferred": _case_transferred,
    "ClueTransferred": _transferred,
    "TransferAnswered": _transfer_answered,
    "TransferReturned": _transfer_returned,
}

"""Fold of interviews and home visits into the case."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.cases.state import CaseState
from casework.commands.case.interview import AskedVisit, Said, VisitPerson
from casework.copying import replace
from casework.documents.fold import keep_former
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.interview.state import HomeVisit, Interview, VisitList

Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def _hands(rows: Any) -> tuple[Hand, ...]:
    return tuple(hand_from(row) for row in rows)


def _answers(rows: Any) -> tuple[Said, ...]:
    return tuple(Said(row["question"], row["answer"]) for row in rows)


def _opened(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    one = Interview(
        d["interview_id"],
        d["name"],
        d["capacity"],
        d["unit"],
        d["patient"],
        d["place"],
        d["pattern"],
        _hands(d["officers"]),
        datetime.fromisoformat(d["started_at"]),
        tuple(Said(question) for question in d["questions"]),
    )
    return replace(s, interviews=(*s.interviews, one))


def _change(s: CaseState, interview_id: str, **change: Any) -> CaseState:
    found = tuple(
        replace(one, **change) if one.interview_id == interview_id else one for one in s.interviews
    )
    return replace(s, interviews=found)


def _written(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return _change(s, d["interview_id"], answers=_answers(d["answers"]))


def _ended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    told = {name: d[name] for name in ("how", "witness", "what_happened", "evidence_id")}
    return _change(s, d["interview_id"], ended_at=datetime.fromisoformat(d["ended_at"]), **told)


def _interview_signed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    signed = _change(s, d["interview_id"], evidence_id=d["evidence_id"])
    return keep_former(signed, d, d["evidence_id"])


def _planned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    people = tuple(_person(one) for one in d["people"])
    listed = VisitList(
        d["list_id"], d["purpose"], d["ring_id"], people, tuple(d["questions"]), hand_from(d), e.at
    )
    return replace(s, visit_lists=(*s.visit_lists, listed))


def _person(d: Mapping[str, Any]) -> VisitPerson:
    asked = tuple(_asked(one) for one in d.get("asked", ()))
    return VisitPerson(**{**d, "bills": tuple(d["bills"]), "asked": asked})


def _asked(d: Mapping[str, Any]) -> AskedVisit:
    begins, ends = date.fromisoformat(d["begins"]), date.fromisoformat(d["ends"])
    return AskedVisit(**{**d, "begins": begins, "ends": ends, "amount": Decimal(d["amount"])})


def _visited(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    visit = HomeVisit(
        d["psn_no"],
        date.fromisoformat(d["visited_on"]),
        _hands(d["officers"]),
        d["outcome"],
        _answers(d["answers"]),
        d["remarks"],
        d["evidence_id"],
    )
    found = tuple(
        replace(one, visits=(*one.visits, visit)) if one.list_id == d["visit_list"] else one
        for one in s.visit_lists
    )
    return replace(s, visit_lists=found)


def _record_attached(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    found = tuple(
        replace(one, visits=_signed(one.visits, d)) if one.list_id == d["visit_list"] else one
        for one in s.visit_lists
    )
    return keep_former(replace(s, visit_lists=found), d, d.get("evidence_id", ""))


def _signed(visits: tuple[HomeVisit, ...], d: Mapping[str, Any]) -> tuple[HomeVisit, ...]:
    """The record, or the refusal to sign it, is of the last visit on which the person spoke."""
    said = (at for at, one in enumerate(visits) if one.psn_no == d["psn_no"] and one.answers)
    last = max(said)
    told = {name: d[name] for name in ("evidence_id", "witness", "what_happened") if name in d}
    signed = replace(visits[last], **told)
    return (*visits[:last], signed, *visits[last + 1 :])


INTERVIEW_FOLDS: dict[str, Step] = {
    "InterviewOpened": _opened,
    "InterviewWritten": _written,
    "InterviewEnded": _ended,
    "InterviewRecordAttached": _interview_signed,
    "HomeVisitsPlanned": _planned,
    "HomeVisitRecorded": _visited,
    "VisitRecordAttached": _record_attached,
    "VisitSignatureRefused": _record_attached,
}

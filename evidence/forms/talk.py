"""What was said, by whom and before whom, as the form of an interview or a home visit asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from casework.cases.state import CaseState
from casework.commands.case import AskedVisit, Said
from casework.hands import Hand
from casework.interview.state import HomeVisit, Interview, VisitList
from casework.treatments import treatment
from evidence.parameters import SHANGHAI

Values = dict[str, Any]
INTERVIEW: Final = "询问笔录"
HOME_VISIT: Final = "入户走访记录"
_LINE: Final = "＿" * 12
_CAPACITY: Final = {
    "party_itself": "当事人",
    "staff": "机构工作人员",
    "insured": "参保人",
    "witness_person": "证人",
}
#: To be filled in by hand: the form is issued before anybody has said anything.
BLANK: Final[Values] = {
    "form": INTERVIEW,
    "number": "",
    "name": "",
    "capacity": "",
    "unit": "",
    "place": "",
    "started": "　　年　月　日　时　分",
    "ended": "　时　分",
    "officers": [],
    "answers": [{"question": _LINE, "answer": _LINE}] * 2,
    "refused": "",
    "witness": "",
}


def of_interview(case: CaseState, one: Interview) -> Values:
    """An interview as it stands."""
    return {
        "form": INTERVIEW,
        "number": one.interview_id,
        "name": one.name,
        "capacity": _CAPACITY[one.capacity],
        "unit": one.unit,
        "place": one.place,
        "started": _minute(one.started_at),
        "ended": _minute(one.ended_at) if one.ended_at else "",
        "officers": _officers(case, one.officers),
        "answers": _answers(one.answers),
        "refused": one.what_happened if one.how == "refused_to_sign" else "",
        "witness": one.witness,
    }


def of_visit(
    case: CaseState, listed: VisitList, visit: HomeVisit, private: tuple[str, str, str]
) -> Values:
    """One visit of a list; `private` is name, phone and address."""
    name, _, address = private
    itself = case.party is not None and case.party.key == visit.psn_no
    return {
        **BLANK,
        "form": HOME_VISIT,
        "number": f"{listed.list_id}-{[p.psn_no for p in listed.people].index(visit.psn_no) + 1}",
        "name": name,
        "capacity": _CAPACITY["party_itself" if itself else "insured"],
        "place": address,
        "started": visit.visited_on.isoformat(),
        "ended": "",
        "officers": _officers(case, visit.officers),
        "answers": _about(listed, visit),
    }


def _about(listed: VisitList, visit: HomeVisit) -> list[Values]:
    """What he said; with the first question the visits of the list that he was asked about."""
    said = _answers(visit.answers)
    asked = named_visits(listed, visit.psn_no)
    if said and asked:
        said[0] = {**said[0], "question": f"{said[0]['question']}（清单所列：{asked}）"}
    return said


def named_visits(listed: VisitList, psn_no: str) -> str:
    """The visits that somebody is asked about, in one line; by number alone where the list has no more."""
    person = listed.asked_of(psn_no)
    if person is None:
        return ""
    return "；".join(said_of(one) for one in person.asked) or "、".join(person.bills)


def said_of(one: AskedVisit) -> str:
    """A visit in words: its days, institution, kind, cost and number."""
    kind = treatment(one.med_type)[0]
    return f"{days_of(one)} {one.place} {kind} {one.amount:,.2f} 元（{one.visit}）"


def days_of(one: AskedVisit) -> str:
    """The day of a visit, or from when to when it was."""
    return str(one.begins) if one.begins == one.ends else f"{one.begins} 至 {one.ends}"


def _officers(case: CaseState, hands: Iterable[Hand]) -> list[Values]:
    numbers = {o.hand.account: o.certificate_no for o in case.officers}
    return [{"name": hand.name, "certificate_no": numbers.get(hand.account, "")} for hand in hands]


def _answers(said: Iterable[Said]) -> list[Values]:
    return [{"question": one.question, "answer": one.answer} for one in said]


def _minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y年%-m月%-d日 %H时%M分")

"""询问笔录 and the list of home visits, with places for signature and fingerprint on each page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from casework.cases.state import CaseState
from casework.events import Json
from casework.interview.state import HomeVisit, Interview, VisitList
from evidence.dossier.typeset import Typeset, typeset
from evidence.parameters import SHANGHAI

CAPACITY = {
    "party_itself": "当事人",
    "staff": "机构工作人员",
    "insured": "参保人",
    "witness_person": "证人",
}


def interview_record(case: CaseState, one: Interview, bureau: str, at: datetime) -> Typeset:
    """The record as it is signed: each page has its place for name and fingerprint."""
    certificates = {o.hand.account: o.certificate_no for o in case.officers}
    sheet: dict[str, Json] = {
        **_common(case, bureau),
        "form": "询问笔录",
        "number": one.interview_id,
        "name": one.name,
        "capacity": CAPACITY[one.capacity],
        "unit": one.unit,
        "place": one.place,
        "started": _minute(one.started_at),
        "ended": _minute(one.ended_at) if one.ended_at else "",
        "officers": [
            {"name": hand.name, "certificate_no": certificates.get(hand.account, "")}
            for hand in one.officers
        ],
        "answers": [[answer.question, answer.answer] for answer in one.answers],
        "refused": one.what_happened if one.how == "refused_to_sign" else "",
        "witness": one.witness,
    }
    return typeset("interview", sheet, at)


def visit_record(
    case: CaseState,
    listed: VisitList,
    visit: HomeVisit,
    private: tuple[str, str, str],
    bureau: str,
    at: datetime,
) -> Typeset:
    """The record of one home visit (走访记录), for the person's signature; `private` as below."""
    certificates = {o.hand.account: o.certificate_no for o in case.officers}
    name, _, address = private
    sheet: dict[str, Json] = {
        **_common(case, bureau),
        "form": "入户走访记录",
        "number": f"{listed.list_id}-{[p.psn_no for p in listed.people].index(visit.psn_no) + 1}",
        "name": name,
        "capacity": CAPACITY["party_itself" if _is_party(case, visit.psn_no) else "insured"],
        "unit": "",
        "place": address,
        "started": visit.visited_on.isoformat(),
        "ended": "",
        "officers": [
            {"name": hand.name, "certificate_no": certificates.get(hand.account, "")}
            for hand in visit.officers
        ],
        "answers": [[answer.question, answer.answer] for answer in visit.answers],
        "refused": "",
        "witness": "",
    }
    return typeset("interview", sheet, at)


def _is_party(case: CaseState, psn_no: str) -> bool:
    return case.party is not None and case.party.key == psn_no


def visit_list(
    case: CaseState,
    listed: VisitList,
    private: Mapping[str, tuple[str, str, str]],
    bureau: str,
    at: datetime,
) -> Typeset:
    """The list for the road: name, phone and address (`private`, by psn_no), a sheet for each person."""
    done = {visit.psn_no for visit in listed.visits}
    people: list[Json] = []
    for number, person in enumerate(listed.people, 1):
        name, tel, address = private.get(person.psn_no, (person.who, "", ""))
        people.append(
            {
                "number": number, "name": name, "tel": tel, "address": address,
                "township": person.township, "village": person.village,
                "bills": list(person.bills), "done": person.psn_no in done,
            }
        )  # fmt: skip
    sheet: dict[str, Json] = {
        **_common(case, bureau),
        "number": listed.list_id,
        "purpose": listed.purpose,
        "people": people,
        "questions": list(listed.questions),
        "made": _minute(at),
    }
    return typeset("home_visits", sheet, at)


def _common(case: CaseState, bureau: str) -> dict[str, Json]:
    return {
        "bureau": bureau,
        "case_no": case.case_no,
        "title": case.title,
        "profile": "",
    }


def _minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y年%-m月%-d日 %H时%M分")

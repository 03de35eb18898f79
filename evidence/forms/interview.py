"""询问笔录 and 入户走访记录 in the bureau's own form, and the list of home visits.

Both are filled from the template of the form `interview`: its head, its notice of rights and the place
for signature and fingerprint at the foot of each page are the bureau's to word.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import AskedVisit, Path, VisitOutcome
from casework.documents.state import Issued
from casework.events import Json
from casework.hands import Hand
from casework.interview.state import HomeVisit, Interview, VisitList
from casework.points.parameters import BureauState
from casework.treatments import treatment
from evidence.dossier.typeset import Typeset, typeset
from evidence.forms.context import values_of
from evidence.forms.fill import fill
from evidence.forms.printed import printed
from evidence.forms.rights import agency
from evidence.forms.said import must_say
from evidence.forms.talk import Values, days_of, of_interview, of_visit
from evidence.parameters import SHANGHAI

#: What a home visit brought, as it stands on the list.
OUTCOMES: Final = {
    VisitOutcome.CONFIRMS: "属实",
    VisitOutcome.DENIES: "否认就诊",
    VisitOutcome.ABSENT: "不在家",
    VisitOutcome.DECLINES: "不愿回答",
}


def interview_record(
    template: bytes,
    case: CaseState,
    one: Interview,
    bureau: str,
    at: datetime,
    settings: BureauState | None = None,
) -> Typeset:
    """The record as it is signed, page by page; `settings` say the agency's name. Raises TemplateInvalidError."""
    return _record(template, case, of_interview(case, one), bureau, at, settings)


def visit_record(
    template: bytes,
    case: CaseState,
    listed: VisitList,
    visit: HomeVisit,
    private: tuple[str, str, str],
    bureau: str,
    at: datetime,
    settings: BureauState | None = None,
) -> Typeset:
    """The record of one home visit (走访记录), for the person's signature; `private` as below.

    Raises TemplateInvalidError.
    """
    return _record(template, case, of_visit(case, listed, visit, private), bureau, at, settings)


def _record(
    template: bytes,
    case: CaseState,
    talk: Values,
    bureau: str,
    at: datetime,
    settings: BureauState | None,
) -> Typeset:
    by = case.officers[0].hand if case.officers else Hand("", "", "")
    form = Issued("", "interview", "", by, at, 0)
    filled = fill(template, {**values_of(case, (), form, bureau, settings), "talk": talk})
    must_say(filled, talk)
    return printed(filled, at)


def visit_list(
    case: CaseState,
    listed: VisitList,
    private: Mapping[str, tuple[str, str, str]],
    bureau: str,
    at: datetime,
    settings: BureauState | None = None,
) -> Typeset:
    """The list for the road: name, phone and address (`private`, by psn_no), and what the last visit brought.

    Whoever has not spoken yet has a sheet of his own.
    """
    people: list[Json] = []
    for number, person in enumerate(listed.people, 1):
        name, tel, address = private.get(person.psn_no, (person.who, "", ""))
        people.append(
            {
                "number": number, "name": name, "tel": tel, "address": address,
                "township": person.township, "village": person.village,
                "bills": list(person.bills), "asked": [_row(one) for one in person.asked],
                "of": person.of, "result": _result(listed, person.psn_no),
                "said": listed.last_said(person.psn_no) is not None,
            }
        )  # fmt: skip
    sheet: dict[str, Json] = {
        **_common(case, _house(case, bureau, settings, at)),
        "number": listed.list_id,
        "purpose": listed.purpose,
        "people": people,
        "questions": list(listed.questions),
        "made": _minute(at),
    }
    return typeset("home_visits", sheet, at)


def _row(one: AskedVisit) -> dict[str, Json]:
    """A visit as a row of the sheet."""
    return {
        "days": days_of(one), "place": one.place, "kind": treatment(one.med_type)[0],
        "amount": f"{one.amount:,.2f}", "id": one.visit,
    }  # fmt: skip


def _result(listed: VisitList, psn_no: str) -> str:
    """What the last visit to a person brought, and on which day."""
    last = listed.last_visit(psn_no)
    return f"{OUTCOMES[VisitOutcome(last.outcome)]} {last.visited_on:%m-%d}" if last else ""


def _house(case: CaseState, bureau: str, settings: BureauState | None, at: datetime) -> str:
    """Whose list it is: the agency's in a handling, as far as its name was set."""
    own = agency(settings, at, local_date(at)) if case.path is Path.AGREEMENT else ""
    return own or bureau


def _common(case: CaseState, bureau: str) -> dict[str, Json]:
    return {
        "bureau": bureau,
        "case_no": case.docket,
        "title": case.title,
        "profile": "",
        "by_agency": case.path is Path.AGREEMENT,
    }


def _minute(at: datetime) -> str:
    return at.astimezone(SHANGHAI).strftime("%Y年%-m月%-d日 %H时%M分")

"""The limitation runs up to the discovery (处罚法 36), whenever what was discovered became a lead."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.commands import case as c
from casework.refusal import Refusal
from tests.unit.casework.test_inspection import started
from tests.unit.casework.test_lead_of_inspection import LEAD as INSPECTED
from tests.unit.casework.test_lead_of_inspection import case as case_of
from tests.unit.casework.test_lead_of_inspection import inspection

#: Two years before the tests' day, less one: registered today it is too late.
ENDED = date(2024, 2, 20)
LETTER = "举报登记〔2026〕3号"
LEAD = c.OpenCase(
    case_no="C1",
    title="旧案",
    source=c.Source.TIP,
    summary="x",
    party=c.Party(c.PartyKind.INSTITUTION, "H34162300001", "云溪县人民医院"),
    conduct_from=ENDED,
    conduct_to=ENDED,
)
IN_TIME = date(2026, 2, 20)


def filed(bureau: Any) -> list[str]:
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    done: list[str] = bureau.file("C1")
    return done


def too_late(bureau: Any) -> bool:
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    with pytest.raises(Refusal) as refused:
        bureau.submitted("C1")
    return refused.value.code == "LIMITATION_OVER"


def test_a_report_that_came_in_time_is_in_time_when_it_is_registered_later(bureau: Any) -> None:
    bureau.do("ins1", replace(LEAD, discovered_on=IN_TIME, discovered_by=LETTER))
    case = bureau.state("case:C1")
    assert (case.discovered_on, case.discovered_by) == (IN_TIME, LETTER)
    assert filed(bureau) == ["CaseFiled"]


def test_one_that_came_too_late_is_too_late(bureau: Any) -> None:
    late = ENDED.replace(year=2026) + timedelta(days=1)
    bureau.do("ins1", replace(LEAD, discovered_on=late, discovered_by=LETTER))
    assert too_late(bureau)


def test_where_nothing_is_said_the_registration_counts(bureau: Any) -> None:
    bureau.do("ins1", LEAD)
    assert bureau.state("case:C1").discovered_on is None
    assert too_late(bureau)


@pytest.mark.parametrize(
    ("on", "by", "code"),
    [(IN_TIME, " ", "FIELD_REQUIRED"), (date(2027, 1, 1), LETTER, "DATE_ORDER")],
)
def test_a_discovery_names_its_paper_and_lies_not_ahead(
    bureau: Any, on: date, by: str, code: str
) -> None:
    assert bureau.refused("ins1", replace(LEAD, discovered_on=on, discovered_by=by)) == code
    assert "case:C1" not in bureau.streams


def test_it_can_be_told_later_and_by_nobody_after_the_fact(bureau: Any) -> None:
    bureau.do("ins1", LEAD)
    bureau.wait(3)
    told = c.CorrectConduct(
        case_no="C1", conduct_from=ENDED, conduct_to=ENDED, reasons="漏登收到举报之日",
        discovered_on=IN_TIME, discovered_by=LETTER,
    )  # fmt: skip
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    # Discovered after it was registered it cannot be.
    assert bureau.refused("ins1", replace(told, discovered_on=bureau.today)) == "DATE_ORDER"
    assert bureau.do("ins1", told) == ["ConductCorrected"]
    assert bureau.refused("ins1", told) == "ALREADY_DONE"
    assert bureau.file("C1") == ["CaseFiled"]


def test_its_paper_alone_is_corrected_on_the_day_that_stands(bureau: Any) -> None:
    bureau.do("ins1", replace(LEAD, discovered_on=IN_TIME, discovered_by=LETTER))
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    other = c.CorrectConduct(
        case_no="C1", conduct_from=ENDED, conduct_to=ENDED, reasons="文号登记错误",
        discovered_by="移送函9号",
    )  # fmt: skip
    assert bureau.do("ins1", other) == ["ConductCorrected"]
    case = bureau.state("case:C1")
    assert (case.discovered_on, case.discovered_by) == (IN_TIME, "移送函9号")
    assert bureau.refused("ins1", other) == "ALREADY_DONE"


def test_a_paper_without_a_day_that_stands_is_not_recorded(bureau: Any) -> None:
    bureau.do("ins1", LEAD)
    officers = (c.OfficerRef("ins1", "1"), c.OfficerRef("ins2", "2"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    told = c.CorrectConduct(
        case_no="C1", conduct_from=ENDED, conduct_to=ENDED, reasons="x", discovered_by=LETTER
    )
    assert bureau.refused("ins1", told) == "FIELD_REQUIRED"


def test_of_an_inspection_it_is_the_day_on_which_it_began(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", INSPECTED)
    case = case_of(bureau)
    assert case.discovered_on == inspection(bureau).started_on
    assert inspection(bureau).inspection_no in case.discovered_by

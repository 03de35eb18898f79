"""Where the party is and who stands for it: entered, corrected, printed from then on (处罚法 59)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casework.cases.insured import insured_names
from casework.commands import case as c
from casework.commands.case import party_from
from casework.documents.gaps import OFFICE, gaps
from casework.points.parameters import STREAM
from casework.refusal import Refusal
from evidence.forms.context import Print, values
from graph.cases.page import masked

#: GB 11643 check digit; nobody's.
NUMBER = "341623197001010015"
HOME = "云溪县南门路12号"


def correction(no: str, **given: str) -> c.CorrectParty:
    return c.CorrectParty(case_no=no, reasons="执照所载", **given)


def printed(bureau: Any, no: str, at: int = -1) -> tuple[str, str]:
    case = bureau.state(f"case:{no}")
    events = bureau.streams[f"case:{no}"]
    party = values(Print(no, events, case.forms[at], "云溪县医疗保障局"))["party"]
    return party["address"], party["representative"]


def test_a_correction_is_printed_from_then_on_and_keeps_what_stood_before(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.issue(no, "filing")
    assert printed(bureau, no) == ("（当事人地址未登记）", "（法定代表人未登记）")
    assert bureau.do("ins1", correction(no, address=HOME)) == ["PartyCorrected"]
    bureau.do("ins1", correction(no, representative="张明"))
    bureau.issue(no, "filing")
    assert printed(bureau, no) == (HOME, "张明")
    assert printed(bureau, no, 0) == ("（当事人地址未登记）", "（法定代表人未登记）")
    last = bureau.streams[f"case:{no}"][-2].data
    assert (last["former_address"], last["address"], last["reasons"]) == (HOME, HOME, "执照所载")
    assert last["former_representative"] == ""


def test_a_number_goes_with_the_name_that_it_belonged_to_and_is_masked(bureau: Any) -> None:
    no = bureau.investigated()
    wrong = correction(no, representative="张明", representative_no=NUMBER[:-1] + "6")
    assert bureau.refused("ins1", wrong) == "BAD_VALUE"
    bureau.do("ins1", correction(no, representative="张明", representative_no=f" {NUMBER} "))
    assert bureau.state(f"case:{no}").party.representative_no == NUMBER
    again = correction(no, representative="张明", representative_no=NUMBER)
    assert bureau.refused("ins1", again) == "ALREADY_DONE"
    bureau.do("ins1", correction(no, address=HOME))
    assert bureau.state(f"case:{no}").party.representative_no == NUMBER
    bureau.do("ins1", correction(no, representative="李新"))
    case = bureau.state(f"case:{no}")
    assert (case.party.representative, case.party.representative_no) == ("李新", "")
    assert case.former_numbers == (NUMBER,)
    hidden, events = masked(case, bureau.streams[f"case:{no}"])
    assert NUMBER not in f"{hidden} {[event.data for event in events]}"
    assert events[-1].data["former_representative_no"] == "341623********0015"
    # A chain of before knows no number.
    assert party_from({"kind": "institution", "key": "H1", "name": "x"}).representative_no == ""


def test_a_lead_keeps_the_number_of_an_institution_alone(bureau: Any) -> None:
    def opened(no: str, kind: c.PartyKind, key: str, number: str = NUMBER) -> c.OpenCase:
        party = c.Party(kind, key, "测试", representative_no=number)
        return c.OpenCase(
            case_no=no, title="x", source=c.Source.TIP, summary="x", party=party,
            conduct_from=date(2025, 1, 1), conduct_to=date(2025, 2, 1),
        )  # fmt: skip

    assert bureau.refused("ins1", opened("C8", c.PartyKind.PERSON, "P1")) == "BAD_VALUE"
    place = c.PartyKind.INSTITUTION
    assert bureau.refused("ins1", opened("C8", place, "H34162300001", "1")) == "BAD_VALUE"
    bureau.do("ins1", opened("C8", place, "H34162300001", NUMBER.lower()))
    assert bureau.state("case:C8").party.representative_no == NUMBER


def test_who_corrects_it_and_what_is_no_correction(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("legal", correction(no, address=HOME)) == "ROLE_REQUIRED"
    assert (
        bureau.refused("ins1", replace(correction(no, address=HOME), reasons=" "))
        == "FIELD_REQUIRED"
    )
    assert bureau.refused("ins1", correction(no)) == "ALREADY_DONE"
    bureau.do("ins1", correction(no, address=HOME))
    assert bureau.refused("ins1", correction(no, address=HOME)) == "ALREADY_DONE"
    assert bureau.refused("ins1", correction("C9", address=HOME)) == "NOT_FOUND"


def test_a_person_has_no_representative_and_the_home_is_masked_with_the_name(bureau: Any) -> None:
    party = c.Party(c.PartyKind.PERSON, "P1", "王小明", HOME)
    opened = c.OpenCase(
        case_no="C7", title="冒名就医", source=c.Source.TIP, summary="x", party=party,
        conduct_from=date(2025, 1, 1), conduct_to=date(2025, 2, 1),
    )  # fmt: skip
    bureau.do("ins1", opened)
    with pytest.raises(Refusal, match="个人"):
        bureau.do("ins1", correction("C7", representative="张明"))
    bureau.do("ins1", correction("C7", address="云溪县北门路3号"))
    case = bureau.state("case:C7")
    assert {HOME, "云溪县北门路3号", "王小明"} == set(insured_names(case))


def test_the_page_says_what_coming_papers_lack(bureau: Any) -> None:
    no = bureau.investigated()
    case, on = bureau.state(f"case:{no}"), bureau.today
    found = gaps(case, bureau.state(STREAM), on)
    assert [one.act for one in found if one.act] == ["CorrectParty", "CorrectParty"]
    assert {one.parameter for one in found if one.parameter} == set(OFFICE.values())
    bureau.parameter("fine_account", "云溪农商行 账号 1", on)
    bureau.do("ins1", correction(no, address=HOME, representative="张明"))
    found = gaps(bureau.state(f"case:{no}"), bureau.state(STREAM), on)
    assert {one.parameter for one in found} == set(OFFICE.values()) - {"fine_account"}
    handled = replace(case, path=c.Path.AGREEMENT)

    def lacking() -> list[str]:
        return [one.parameter for one in gaps(handled, bureau.state(STREAM), on) if one.parameter]

    # A handling's notice names the agency's place, and the bureau's only while that is unknown.
    assert lacking() == ["recovery_account", "agency_address", "agency_phone"]
    bureau.parameter("bureau_address", "政务路1号", on)
    bureau.parameter("agency_phone", "稽核科 1234567", on)
    assert lacking() == ["recovery_account"]


def test_a_parameter_that_was_proposed_waits(bureau: Any) -> None:
    no = bureau.investigated()
    later = date(2027, 1, 1)
    bureau.parameter("suit_court", "云溪县人民法院", later)
    found = gaps(bureau.state(f"case:{no}"), bureau.state(STREAM), bureau.today)
    waits = {one.parameter: one.waits for one in found if one.parameter}
    assert waits["suit_court"]
    assert not waits["review_body"]

"""What a penalty suspends is said alike on every paper of it, and never of the wrong party."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from filled import text_of

from casework.commands.case import Party, PartyKind
from casework.documents.catalogue import form_of
from casework.documents.state import Issued
from casework.documents.titles import titled_of
from evidence.forms.context import values_of
from evidence.forms.example import _A, _case
from evidence.forms.fill import fill, shipped

AT = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
PAPERS = ("notice", "hearing_notice", "notice_approval", "decision_approval", "decision")


def printed(form_id: str, *, person: bool = False, on_spot: bool = False) -> str:
    case = replace(_case(AT), on_spot=on_spot)
    if person:
        case = replace(case, party=Party(PartyKind.PERSON, "P1", "张三"))
    if on_spot:
        case = replace(case, report=None, proposals=())
    titled = titled_of(case, form_of(form_id))
    form = Issued("W1", form_of(form_id).id, "1号", _A, AT, 0, titled=titled)
    return text_of(fill(shipped(form_id), values_of(case, (), form, "示例县医疗保障局")))


@pytest.mark.parametrize("form_id", PAPERS)
def test_a_person_loses_the_settlement_and_an_institution_its_department(form_id: str) -> None:
    assert "暂停相关责任部门涉及医疗保障基金使用的医药服务6个月" in printed(form_id)
    his = printed(form_id, person=True)
    assert "暂停其医疗费用联网结算6个月" in his
    assert "责任部门" not in his
    # A decision says how it is carried out (处罚法 59): from when the months run.
    assert ("6个月，自本决定书送达之日起计算" in his) is (form_id == "decision")


def test_a_notice_of_the_hearing_tells_facts_law_and_penalty() -> None:
    # It stands for the notice itself (处罚法 44): nothing of that may be missing.
    text = printed("hearing_notice")
    for told in ("经查，", "违反了", "罚款", "责令退回"):
        assert told in text


def test_a_decision_on_the_spot_says_review_first_and_what_it_rests_on() -> None:
    text = printed("decision", on_spot=True)
    assert "当场行政处罚决定书" in text
    assert "应当先申请行政复议" in text
    assert "也可以在六个月内" not in text
    assert "经查，。" not in text.replace(" ", "")
    assert "应当先申请行政复议" not in printed("decision")

"""The centre answers for study, exam, refund and rectification; each one is on the form."""

from dataclasses import replace
from typing import Any

import pytest

from api.points.page import _steps
from api.timeline_words import SAID
from casework.commands import case as c
from casework.commands import restoration as r
from casework.decide import fold
from casework.refusal import Refusal
from casework.restoration.verify import MATTERS
from evidence.doctors.restoration import approval
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.verified import VERIFIED

AGREED = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED, **VERIFIED)


@pytest.fixture
def centre(bureau: Any) -> Any:
    """An application that waits for the centre."""
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    return bureau


def refusal(bureau: Any, command: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        bureau.do("sup", command)
    return refused.value


@pytest.mark.parametrize("field", VERIFIED)
def test_an_approval_answers_each_of_the_four(centre: Any, field: str) -> None:
    said = refusal(centre, replace(AGREED, **{field: None}))
    assert said.code == "FIELD_REQUIRED"
    assert MATTERS[field.removesuffix("_verified")][0] in said.message_zh


def test_what_is_wanting_keeps_the_centre_from_approving(centre: Any) -> None:
    wanting = replace(AGREED, refund_verified=False, rectification_verified=False)
    said = refusal(centre, wanting)
    assert said.code == "NOT_VERIFIED"
    assert "应退基金已退回、问题已整改到位" in said.message_zh
    assert "fund money refunded, rectification done" in said.message_en
    assert centre.state(FILE).stage == "centre"


def test_a_return_may_name_what_is_wanting_and_leave_the_rest_open(centre: Any) -> None:
    back = r.ReviewRestoration(
        prac_psn_code="D1", outcome=c.Outcome.RETURNED, refund_verified=False, reasons="退款未到账"
    )
    centre.do("sup", back)
    assert centre.state(FILE).restoration.verified == (("refund", False),)
    centre.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已退款"))
    centre.do("sup", AGREED)
    assert dict(centre.state(FILE).restoration.verified) == dict.fromkeys(MATTERS, True)


def box(bureau: Any) -> str:
    """What stands in the centre's box of the 审核表."""
    file = bureau.state(FILE)
    form = approval(file, file.restoration, "云溪县医疗保障局", bureau.today)
    boxes = [one for one in form if one["kind"] == "opinion" and "监管中心" in str(one["body"])]
    return str(boxes[0]["reasons"])


def test_the_form_says_what_was_verified(centre: Any) -> None:
    assert box(centre).count("□是　□否") == 4
    centre.do("sup", replace(AGREED, reasons="材料齐全"))
    assert box(centre) == (
        "学习记录属实：是；考试成绩属实：是；应退基金已退回：是；问题已整改到位：是\n材料齐全"
    )


def test_page_and_story_tell_it_in_both_languages(centre: Any) -> None:
    centre.do("sup", AGREED)
    file, event = centre.state(FILE), centre.streams[FILE][-2]
    assert event.type == "RestorationReviewed"
    step = next(one for one in _steps(file, file.restoration, "en") if one.step == "centre")
    assert [(one.matter, one.met) for one in step.checks] == [(name, True) for name in MATTERS]
    assert step.checks[2].title == "Fund money refunded"
    assert list(SAID[event.type](event.data, "zh"))[2] == "应退基金已退回：是"
    assert list(SAID[event.type](event.data, "en"))[2] == "Fund money refunded: yes"


def test_a_review_of_before_the_four_were_asked_says_nothing_of_them(centre: Any) -> None:
    centre.do("sup", AGREED)
    old = [
        replace(e, data={k: v for k, v in e.data.items() if k != "verified"})
        for e in centre.streams[FILE]
    ]
    file: Any = fold(FILE, old)
    assert (file.stage, file.restoration.verified) == ("bureau", ())
    assert list(SAID["RestorationReviewed"](old[-2].data, "zh")) == []

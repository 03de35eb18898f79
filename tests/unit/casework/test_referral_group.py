"""The special group of a suspected crime: the head alone appoints it, and one of it reports (310号 5)."""

from typing import Any

from casework.commands import case as c
from casework.commands import referral as r
from casework.delegation.rows import never
from casework.referral.refer import group_of
from evidence.forms.opinions import words_of
from tests.unit.casework.test_referral_first import report

WHY = "涉嫌诈骗"


def appoint(no: str, *officers: str, reasons: str = WHY) -> r.AppointReferralGroup:
    return r.AppointReferralGroup(case_no=no, officers=officers, reasons=reasons)


def test_the_head_alone_appoints_two_officers_of_the_case(bureau: Any) -> None:
    no = bureau.investigated()
    group = appoint(no, "ins1", "ins2")
    for who in ("ins1", "sup", "vice", "legal", "agency", "chief", "office"):
        assert bureau.refused(who, group) == "ROLE_REQUIRED"
    assert "AppointReferralGroup" in never()
    assert bureau.refused("head", appoint(no, "ins1")) == "TWO_OFFICERS"
    assert bureau.refused("head", appoint(no, "ins1", "ins1")) == "TWO_OFFICERS"
    assert bureau.refused("head", appoint(no, "ins1", "ins3")) == "NOT_FOUND"
    assert bureau.refused("head", appoint(no, "ins1", "ins2", reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.do("head", group) == ["ReferralGroupAppointed"]
    assert bureau.refused("head", group) == "ALREADY_DONE"
    named = group_of(bureau.state(f"case:{no}"))
    assert [(one.hand.account, bool(one.certificate_no)) for one in named] == [
        ("ins1", True), ("ins2", True),
    ]  # fmt: skip
    assert "INS1" in words_of(bureau.streams[f"case:{no}"][-1])


def test_nobody_reports_before_and_none_but_a_member(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("ins1", report(no)) == "REFERRAL_GROUP_MISSING"
    refs = tuple(c.OfficerRef(one, f"Z-{one}") for one in ("ins1", "ins2", "ins3"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=refs, reason="增派"))
    bureau.do("head", appoint(no, "ins1", "ins2"))
    assert bureau.refused("ins3", report(no)) == "NOT_IN_GROUP"
    assert bureau.do("ins2", report(no)) == ["ReferralReported"]
    assert [one.account for one in bureau.state(f"case:{no}").referral.officers] == ["ins1", "ins2"]


def test_a_request_for_recusal_is_decided_first_and_whoever_leaves_the_case_leaves_the_group(
    bureau: Any,
) -> None:
    no = bureau.investigated()
    ask = c.RequestRecusal(
        case_no=no, officer="ins2", ground=c.RecusalGround.KIN, reason="姻亲", by_party=True
    )
    bureau.do("sup", ask)
    assert bureau.refused("head", appoint(no, "ins1", "ins2")) == "STEP_MISSING"
    no_ties = c.DecideRecusal(case_no=no, recusal_id="B1", approve=False, reasons="不属实")
    bureau.do("head", no_ties)
    bureau.do("head", appoint(no, "ins1", "ins2"))
    refs = tuple(c.OfficerRef(one, f"Z-{one}") for one in ("ins1", "ins3"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=refs, reason="调整"))
    assert bureau.refused("ins1", report(no)) == "REFERRAL_GROUP_MISSING"
    bureau.do("head", appoint(no, "ins1", "ins3"))
    assert bureau.do("ins3", report(no)) == ["ReferralReported"]

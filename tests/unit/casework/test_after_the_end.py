"""What is left to do and to tell once a case, or a right of the party, is over."""

from typing import Any

from casework.actors import Role
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.waits import waits_for
from graph.projections.deadlines import MISSED


def test_a_right_that_was_not_used_is_nobodys_delay(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.wait(12)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.SILENT, text="逾期未提出"))
    found = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert found["defence"].clock is Clock.LAPSED
    assert not [one.id for one in found.values() if one.clock in MISSED]


def test_a_transferred_case_waits_for_its_letter(bureau: Any) -> None:
    no = bureau.investigated()
    transfer = c.TransferCase(
        case_no=no,
        to=c.Authority.UPPER_BUREAU,
        recipient="市医保局",
        document_no="移1",
        reasons="无管辖权",
    )
    bureau.do("head", transfer)
    state = bureau.state(f"case:{no}")
    assert not state.is_open
    assert waits_for(state, bureau.at).people >= {"ins1"}


def test_a_refusal_of_the_court_reaches_the_higher_court_after_closing(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.wait(20)
    bureau.issue(no, "pressing")
    bureau.do("ins1", c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.wait(190)
    again = c.ApplyToCourt(case_no=no, court="中级人民法院", document_no="申2")
    bureau.do("head", c.ApplyToCourt(case_no=no, court="县人民法院", document_no="申1"))
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    assert bureau.refused("head", again) == "ALREADY_DONE"
    bureau.wait(5)
    ruling = c.RecordCourtRuling(
        case_no=no,
        ruling=c.CourtRuling.NOT_ENFORCED,
        ruled_on=bureau.today,
        document_no="裁1",
        reasons="不予执行",
    )
    bureau.do("legal", ruling)
    found = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert found["court_refusal_review"].clock is Clock.RUNNING
    assert Role.HEAD in waits_for(bureau.state(f"case:{no}"), bureau.at).roles
    assert "CourtApplied" in bureau.do("head", again)

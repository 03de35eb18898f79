"""Whose case it is stays asked until the decision; and who looks at it is two, with a certificate each."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casework.commands import case as c
from casework.decide import next_actions
from casework.events import seal

BY_SUP: Any = {"by": {"account": "sup", "person": "p-sup", "name": "SUP"}}


def lose(bureau: Any, no: str) -> None:
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="行为发生地"))
    bureau.do("sup", c.ReportJurisdiction(case_no=no, recipient="市医保局", document_no="1"))
    bureau.do("sup", c.RecordDesignation(case_no=no, ours=False, document_no="2"))


def test_what_another_bureau_got_is_not_punished_here(bureau: Any) -> None:
    no = bureau.investigated()
    lose(bureau, no)
    assert bureau.refused("ins1", bureau.proposal(no)) == "NOT_OURS"
    leads = [
        x.name for x in next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
    ]
    assert leads[0] == "TransferCase"


def test_neither_is_its_proposal_reviewed_nor_sent_to_legal_review(bureau: Any) -> None:
    no = bureau.proposed()
    review = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="行为发生地"))
    assert bureau.refused("sup", review) == "STEP_MISSING"
    bureau.do("sup", c.SettleJurisdiction(case_no=no, ours=True, document_no="1", reasons="协商"))
    bureau.do("sup", review)
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    # A dispute is recorded early; a chain may hold one that was not.
    last = bureau.streams[f"case:{no}"][-1]
    late = {**BY_SUP, "other": "邻县医保局", "reasons": "行为发生地"}
    one = seal(last.stream, last.seq + 1, "JurisdictionDisputed", late, "sup", bureau.at, last.hash)
    bureau.streams[last.stream].append(one)
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=no)) == "STEP_MISSING"


def test_a_filed_case_in_dispute_waits(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="行为发生地"))
    start = c.StartInvestigation(case_no=no, certificates_shown=True, recusal_settled=True)
    assert bureau.refused("ins1", start) == "STEP_MISSING"
    mine = c.SettleJurisdiction(case_no=no, ours=True, document_no="1", reasons="协商一致")
    bureau.do("sup", mine)
    bureau.started(no)


def test_neither_is_it_notified_while_that_is_open(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.issue(no, "notice")
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="行为发生地"))
    told = c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.refused("ins1", told) == "STEP_MISSING"


def test_a_dispute_of_an_older_chain_is_settled_before_the_decision(bureau: Any) -> None:
    no = bureau.to_decide()
    stream = f"case:{no}"
    # As it could come about before: the dispute was recorded, and the notice served all the same.
    last = bureau.streams[stream][-1]
    data = {"other": "邻县医保局", "reasons": "x", "by": {}}
    bureau.streams[stream].append(
        seal(stream, last.seq + 1, "JurisdictionDisputed", data, "sup", bureau.at, last.hash)
    )
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")
    assert bureau.refused("head", decide) == "STEP_MISSING"
    mine = c.SettleJurisdiction(case_no=no, ours=True, document_no="1", reasons="协商一致")
    bureau.do("sup", mine)
    bureau.decide(no)


def test_an_open_dispute_stops_a_decision_on_the_spot(bureau: Any) -> None:
    no = bureau.opened()
    bureau.do("sup", c.DisputeJurisdiction(case_no=no, other="邻县医保局", reasons="行为发生地"))
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-1", multiple=Decimal("1"), present="法定代表人王某", place="院内",
        decision_no="当场1号", told=True, defence="无异议", reasons="轻微",
    )  # fmt: skip
    assert bureau.refused("ins1", spot) == "STEP_MISSING"


def test_each_officer_has_a_certificate_of_his_own(bureau: Any) -> None:
    no = bureau.opened()
    same = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", " 皖01"))
    assert bureau.refused("sup", c.AssignOfficers(case_no=no, officers=same)) == "BAD_VALUE"


def test_nobody_inspected_before_there_was_a_case(bureau: Any) -> None:
    no = bureau.investigated()
    seen: dict[str, Any] = {"officers": ("ins1", "ins2"), "place": "病区", "record": "床位核对"}
    for day in (date(1999, 1, 1), bureau.today - timedelta(days=1)):
        early = c.RecordInspection(case_no=no, held_on=day, **seen)
        assert bureau.refused("ins1", early) == "DATE_ORDER"
    assert bureau.do("ins1", c.RecordInspection(case_no=no, held_on=bureau.today, **seen))

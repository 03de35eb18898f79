"""Evidence that is ruled out shows no fact: what rests on it is established anew, and its mark stays."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.rests import rests
from casework.cases.stages import Stage
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from evidence.forms.proofs import proofs
from evidence.forms.report_draft import report_draft

DECISION = c.DecideCase(case_no="C1", ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")
GROUND = c.ExclusionGround.ILLEGAL_MEANS


def propose(no: str, item: str, **more: Any) -> c.ProposeExclusion:
    said = {"ground": GROUND, "reasons": "未经同意翻拍手机", **more}
    return c.ProposeExclusion(case_no=no, evidence_id=item, **said)


def decide(no: str, item: str, *, approve: bool = True, reasons: str = "") -> c.DecideExclusion:
    return c.DecideExclusion(case_no=no, evidence_id=item, approve=approve, reasons=reasons)


def taken(bureau: Any, no: str = "C1", name: str = "E1") -> str:
    """An item of the case."""
    item: str = bureau.evidence(name)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=item, proves="挂床"))
    return item


def with_facts(bureau: Any) -> tuple[str, str]:
    """A case under investigation whose report was written with an item."""
    no = bureau.investigated()
    item = taken(bureau)
    bureau.reported(no)
    return no, item


def to_decide(bureau: Any) -> str:
    """That case on its way up to its decision; the item."""
    no, item = with_facts(bureau)
    bureau.do("ins1", bureau.proposal(no))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    bureau.do("ins1", bureau.waived(no, hearing=False))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    return item


def item_of(bureau: Any, no: str, evidence_id: str) -> Any:
    return next(o for o in bureau.state(f"case:{no}").evidence if o.evidence_id == evidence_id)


def test_an_item_is_ruled_out_by_other_eyes_and_stays_with_its_mark(bureau: Any) -> None:
    bureau.opened()
    item = taken(bureau)
    assert bureau.refused("sup", decide("C1", item)) == "STEP_MISSING"
    assert bureau.refused("ins1", propose("C1", item, reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("ins1", propose("C1", "none")) == "NOT_FOUND"
    assert bureau.do("ins1", propose("C1", item)) == ["ExclusionProposed"]
    assert bureau.refused("ins1", propose("C1", item)) == "STEP_MISSING"
    assert bureau.refused("ins1", decide("C1", item)) == "ROLE_REQUIRED"
    assert bureau.refused("chief", decide("C1", item)) == "ROLE_REQUIRED"
    assert bureau.do("sup", decide("C1", item)) == ["EvidenceExcluded", "ExcludedInCase"]
    case, one = bureau.state("case:C1"), item_of(bureau, "C1", item)
    assert (one.excluded.ground, one.excluded.by.account) == (GROUND, "sup")
    assert "已排除：以非法手段取得" in one.excluded.mark.zh
    # In the list with its mark, in the inner volume; no fact of the report rests on it.
    assert proofs(case) == []
    assert "已排除" in proofs(case, excluded=True)[0]["name"]
    rows = plan(case)
    assert VolumeKind.MAIN not in rows
    assert "已排除" in rows[VolumeKind.INNER][0].title
    assert not report_draft(case, bureau.streams["case:C1"], masked=False)["evidence"]
    assert bureau.state(f"evidence:{item}").sha256 == one.sha256


@pytest.mark.parametrize("who", ["head", "office", "doc", "sys", "aud"])
def test_who_neither_establishes_nor_reviews_proposes_nothing(bureau: Any, who: str) -> None:
    bureau.opened()
    item = taken(bureau)
    assert bureau.refused(who, propose("C1", item)) == "ROLE_REQUIRED"


def test_a_refusal_has_reasons_and_leaves_the_item_as_it_was(bureau: Any) -> None:
    bureau.opened()
    item = taken(bureau)
    bureau.do("legal", propose("C1", item, by_party=True))
    assert item_of(bureau, "C1", item).doubt.by_party
    no = decide("C1", item, approve=False)
    assert bureau.refused("head", no) == "FIELD_REQUIRED"
    assert bureau.do("head", decide("C1", item, approve=False, reasons="取证合法")) == [
        "ExclusionRefused"
    ]
    one = item_of(bureau, "C1", item)
    assert (one.doubt, one.excluded) == (None, None)


def test_nobody_decides_on_what_he_proposed_or_investigated(bureau: Any) -> None:
    bureau.investigated()
    item = taken(bureau)
    both = frozenset({Role.LEGAL_REVIEWER, Role.SUPERVISOR})
    bureau.people["twin"] = replace(bureau.people["sup"], account="twin", person="p-x", roles=both)
    bureau.do("twin", propose("C1", item))
    assert bureau.refused("twin", decide("C1", item)) == "FOUR_EYES"
    officer = replace(bureau.people["sup"], account="sup2", person=bureau.people["ins1"].person)
    bureau.people["sup2"] = officer
    assert bureau.refused("sup2", decide("C1", item)) == "FOUR_EYES"
    bureau.do("sup", decide("C1", item))


def test_what_rests_on_it_is_shown_before_and_established_anew_after(bureau: Any) -> None:
    item = to_decide(bureau)
    case = bureau.state("case:C1")
    assert case.stage is Stage.DECISION
    shown = [one.zh for one in rests(case, item_of(bureau, "C1", item))]
    assert shown == ["调查终结报告", "已送达的事先告知"]
    bureau.do("legal", propose("C1", item))
    # Nobody decides the case past it.
    assert bureau.refused("head", DECISION) == "STEP_MISSING"
    assert next_actions(bureau.state("case:C1"), bureau.people["sup"], bureau.at)[0].name == (
        "DecideExclusion"
    )
    done = bureau.do("sup", decide("C1", item))
    assert done == ["EvidenceExcluded", "ExcludedInCase", "InvestigationReopened"]
    case = bureau.state("case:C1")
    assert (case.stage, case.report_outdated) == (Stage.INVESTIGATION, True)
    assert case.proposal.outcome == "superseded"
    told = bureau.streams["case:C1"][-2].data
    assert [one["zh"] for one in told["rests"]] == shown
    # Written, proposed, told and reviewed anew without it, the case is decided.
    bureau.decide_again("C1")
    assert bureau.state("case:C1").stage is Stage.EXECUTION


def test_a_later_item_on_which_nothing_rests_reopens_nothing(bureau: Any) -> None:
    bureau.to_decide()
    item = taken(bureau)
    assert not list(rests(bureau.state("case:C1"), item_of(bureau, "C1", item)))
    bureau.do("legal", propose("C1", item))
    assert bureau.do("head", decide("C1", item)) == ["EvidenceExcluded", "ExcludedInCase"]
    assert bureau.state("case:C1").stage is Stage.DECISION


def test_a_proposal_that_waits_for_its_review_falls_with_the_report(bureau: Any) -> None:
    no, item = with_facts(bureau)
    bureau.do("ins1", bureau.proposal(no))
    bureau.do("ins1", propose("C1", item))
    bureau.do("sup", decide("C1", item))
    case = bureau.state("case:C1")
    assert (case.proposal.outcome, case.report_outdated) == ("superseded", True)


def test_what_became_of_an_order_is_open_again_once_nothing_else_shows_it(bureau: Any) -> None:
    bureau.investigated()
    one, two = taken(bureau), taken(bureau, name="E2")
    order = c.OrderCorrection(
        case_no="C1", what="整改", until=bureau.today + timedelta(days=9), basis="条例第三十八条"
    )
    bureau.do("ins1", order)
    bureau.issue("C1", "correction")
    way = c.ServiceWay.DIRECT
    bureau.do(
        "ins1",
        c.ServePaper(case_no="C1", served=c.Served.CORRECTION, way=way, served_on=bureau.today),
    )
    refused = c.CorrectionResult.REFUSED_TO_CORRECT
    shown = {"case_no": "C1", "found_on": bureau.today, "text": "x"}
    bureau.do("ins1", c.RecordCorrection(**shown, result=refused, evidence_ids=(one, two)))
    assert bureau.state("case:C1").corrections[-1].result is not None
    for item, still in ((one, True), (two, False)):
        bureau.do("ins1", propose("C1", item))
        bureau.do("sup", decide("C1", item))
        order = bureau.state("case:C1").corrections[-1]
        assert (order.result is not None) is still
    # What was ruled out shows it no more.
    again = c.RecordCorrection(**shown, result=refused, evidence_ids=(one,))
    assert bureau.refused("ins1", again) == "EVIDENCE_EXCLUDED"


def test_it_is_taken_back_by_other_eyes_with_reasons(bureau: Any) -> None:
    bureau.opened()
    item = taken(bureau)
    back = c.ProposeReinstatement(case_no="C1", evidence_id=item, reasons="已补正，原件核对无误")
    assert bureau.refused("ins1", back) == "STEP_MISSING"
    taken(bureau, name="E2")
    bureau.do("ins1", propose("C1", item, ground=c.ExclusionGround.FORM_LACKING))
    bureau.do("sup", decide("C1", item))
    assert bureau.refused("ins1", propose("C1", item)) == "ALREADY_DONE"
    assert bureau.do("ins1", back) == ["ReinstatementProposed"]
    assert bureau.refused("ins1", decide("C1", item)) == "ROLE_REQUIRED"
    assert bureau.do("sup", decide("C1", item)) == ["EvidenceReinstated", "ReinstatedInCase"]
    one = item_of(bureau, "C1", item)
    assert (one.excluded, one.doubt) == (None, None)
    assert [event.type for event in bureau.streams[f"evidence:{item}"]][-2:] == [
        "ExcludedInCase", "ReinstatedInCase",
    ]  # fmt: skip


def test_a_case_that_cites_it_hears_and_decides_for_itself(bureau: Any) -> None:
    bureau.opened("C1")
    item = taken(bureau)
    bureau.opened("C2")
    cite = c.CiteEvidence(case_no="C2", home_case="C1", evidence_id=item, proves="x", reason="x")
    bureau.do("ins1", cite)
    bureau.do("ins1", propose("C1", item))
    done = bureau.do("sup", decide("C1", item))
    assert done == ["EvidenceExcluded", "ExcludedInCase", "HomeExcluded"]
    cited = item_of(bureau, "C2", item)
    assert (cited.home_excluded.ground, cited.excluded) == (GROUND, None)
    # Nobody cites it any more; here it is ruled out by this case's own decision, and stays listed.
    bureau.opened("C3")
    again = c.CiteEvidence(case_no="C3", home_case="C1", evidence_id=item, proves="x", reason="x")
    assert bureau.refused("ins1", again) == "EVIDENCE_EXCLUDED"
    bureau.do("ins1", propose("C2", item))
    away = c.WithdrawCitation(case_no="C2", evidence_id=item, reason="x")
    assert bureau.refused("ins1", away) == "BAD_VALUE"
    assert bureau.do("sup", decide("C2", item)) == ["EvidenceExcluded", "ExcludedInCase"]
    assert bureau.refused("ins1", away) == "BAD_VALUE"


def test_a_handling_that_was_told_goes_back_to_its_proposal(bureau: Any) -> None:
    bureau.opened(path=c.Path.AGREEMENT)
    item = bureau.evidence("E1")
    bureau.do("agency", c.AttachEvidence(case_no="C1", evidence_id=item, proves="串换"))
    bureau.established("C1")
    loss = bureau.state("case:C1").lines.loss
    back = a.Measure(a.MeasureKind.RECOVERY, Decimal(loss), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no="C1", measures=(back,), reasons="违约"))
    bureau.handling_told("C1")
    bureau.do("agency", propose("C1", item))
    # The centre decides nothing under the agreement.
    assert bureau.refused("sup", decide("C1", item)) == "ROLE_REQUIRED"
    done = bureau.do("chief", decide("C1", item))
    assert done == ["EvidenceExcluded", "ExcludedInCase", "HandlingReturned"]
    case = bureau.state("case:C1")
    assert (case.stage, case.handling) == (Stage.HANDLING, None)


def test_the_signed_scan_of_a_paper_is_replaced_at_its_paper(bureau: Any) -> None:
    bureau.opened()
    issued = bureau.issue("C1", "evidence_list") if taken(bureau) else ""
    scan = bureau.sign("C1", issued)
    assert bureau.refused("ins1", propose("C1", scan)) == "BAD_VALUE"

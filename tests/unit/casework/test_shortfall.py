"""Less is asked back than the confirmed loss only with a ground, and the ledger has the rest apart."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases.facts import FACTS
from casework.commands import agreement as a
from casework.commands import case as c
from casework.events import GENESIS, seal
from casework.lines.shortfall import all_demanded, less_said
from casework.refusal import Refusal
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve
from tests.unit.casework.test_ledger import disagreements, ledger, pay, stands

D = Decimal
GIVEN: dict[str, Any] = {
    "less_ground": c.LessGround.ELSEWHERE,
    "less_reasons": "省级飞检已追回",
}


def penal(bureau: Any, **given: Any) -> str:
    """A case of which a penalty was proposed, told, reviewed and decided."""
    no: str = bureau.investigated()
    bureau.do("ins1", replace(bureau.proposal(no), **given))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    return no


def test_a_penalty_that_asks_back_less_needs_ground_and_reasons(bureau: Any) -> None:
    no = bureau.investigated()
    less = replace(bureau.proposal(no), recovery=D("4000.00"))
    before = len(bureau.streams[f"case:{no}"])
    for lacking in ({}, {"less_ground": c.LessGround.ELSEWHERE}, {"less_reasons": "x"}):
        with pytest.raises(Refusal) as refused:
            bureau.would("ins1", replace(less, **lacking))
        assert refused.value.code == "RECOVERY_SHORT"
        assert "113.00" in refused.value.message_zh
    assert bureau.refused("ins1", replace(bureau.proposal(no), **GIVEN)) == "NOTHING_SHORT"
    assert len(bureau.streams[f"case:{no}"]) == before
    bureau.do("ins1", replace(less, **GIVEN))
    proposal = bureau.state(f"case:{no}").proposal
    assert proposal.not_demanded == D("113.00")
    said = less_said(proposal)
    assert said is not None
    assert said.zh == "113.00 元，已由其他程序或者机构追回：省级飞检已追回"
    fact = next(one for one in FACTS if one.zh == "不予责令退回")
    assert fact.read(bureau.state(f"case:{no}")) == said


def test_who_demands_all_says_nothing_of_a_ground(bureau: Any) -> None:
    bureau.proposed()
    data = bureau.streams["case:C1"][-1].data
    assert data["not_demanded"] == "0.00"
    assert not {"less_ground", "less_reasons"} & set(data)
    bureau.do("sup", c.ReviewProposal(case_no="C1", proposal_id="P1", outcome=c.Outcome.APPROVED))
    assert less_said(bureau.state("case:C1").proposal) is None


def decided_on(bureau: Any, no: str) -> None:
    waived = bureau.waived(no)
    bureau.do("ins1", waived)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    bureau.decide(no)


def test_the_ledger_has_what_is_not_demanded_apart(bureau: Any) -> None:
    no = penal(bureau, recovery=D("4000.00"), **GIVEN)
    decided_on(bureau, no)
    assert bureau.state(f"case:{no}").decision.not_demanded == D("113.00")
    stands(bureau, confirmed="0.00", demanded="4000.00", not_demanded="113.00")
    pay(bureau, "4000.00")
    stands(bureau, returned="4000.00", confirmed="0.00", not_demanded="113.00", advance="0.00")
    given = {"by": "法院", "document_no": "判1", "annulled_on": bureau.today, "reasons": "x"}
    bureau.do("legal", c.AnnulDecision(case_no=no, **given))
    assert disagreements(bureau, no) == []
    assert ledger(bureau, no).balances["not_demanded"] == 0


def test_a_case_without_proof_demands_nothing_and_stays_open_for_nothing(bureau: Any) -> None:
    no = penal(bureau)
    waived = bureau.waived(no)
    bureau.do("ins1", waived)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="x", agreed=True, ruling=c.Ruling.NO_PENALTY,
    )  # fmt: skip
    bureau.do("legal", talk)
    ground = c.NoPenaltyGround.NOT_PROVEN
    decide = c.DecideCase(
        case_no=no, ruling=c.Ruling.NO_PENALTY, ground=ground, decision_no="不罚1", reasons="证据不足",
        serial=1, year=2026,
    )  # fmt: skip
    bureau.do("head", decide)
    stands(bureau, confirmed="0.00", demanded="0.00", not_demanded="4113.00")
    # What is let go afterwards is lost by nobody any more.
    bureau.do("sup", c.ReleaseLines(case_no=no, reasons="事实不能成立"))
    stands(bureau, confirmed="0.00", not_demanded="0.00")


def handled(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    return no


def test_damages_alone_leave_the_loss_open(bureau: Any) -> None:
    no = handled(bureau)
    alone = a.ProposeHandling(
        case_no=no, measures=(money(KIND.LIQUIDATED_DAMAGES, "100.00"),), reasons="x"
    )
    assert bureau.refused("agency", alone) == "RECOVERY_SHORT"
    whole = replace(alone, measures=(money(KIND.RECOVERY, "4113.00"),))
    assert bureau.refused("agency", replace(whole, **GIVEN)) == "NOTHING_SHORT"
    decided(bureau, no, *alone.measures, **GIVEN)
    stands(bureau, confirmed="0.00", demanded="0.00", not_demanded="4113.00", damages_due="100.00")


def test_what_came_back_before_is_not_missing(bureau: Any) -> None:
    no = handled(bureau)
    pay(bureau, "3000.00")
    decided(bureau, no, money(KIND.RECOVERY, "1000.00"), **GIVEN)
    stands(bureau, returned="3000.00", demanded="1000.00", not_demanded="113.00", confirmed="0.00")
    serve(bureau, no)
    deduct(bureau, no, "1000.00")
    stands(bureau, returned="4000.00", demanded="0.00", not_demanded="113.00", confirmed="0.00")


def test_lines_confirmed_after_the_proposal_are_missing_when_it_is_told(bureau: Any) -> None:
    no = handled(bureau)
    propose = a.ProposeHandling(
        case_no=no, measures=(money(KIND.RECOVERY, "4113.00"),), reasons="违约"
    )
    bureau.do("agency", propose)
    bill = {"bill": "纸质1", "title": "手工票据", "fixmedins_code": "H34162300001"}
    bureau.do("agency", c.AddLine(case_no=no, **bill, amount=D(50), inside_policy=D(50)))
    bureau.confirm(no, who="agency")
    bureau.issue(no, "handling_notice", "agency")
    tell = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    with pytest.raises(Refusal) as refused:
        bureau.would("agency", tell)
    assert refused.value.code == "RECOVERY_SHORT"
    assert "退回后重新提出" in refused.value.message_zh
    bureau.do("agency", replace(propose, measures=(money(KIND.RECOVERY, "4163.00"),)))
    bureau.issue(no, "handling_notice", "agency")
    bureau.do("agency", tell)


def _stripped(bureau: Any, no: str) -> None:
    """The chain of the case as it was written before a ground was asked for."""
    stream, old = f"case:{no}", bureau.streams[f"case:{no}"]
    bureau.streams[stream] = []
    new = {"not_demanded", "less_ground", "less_reasons"}
    for e in old:
        data = {key: value for key, value in e.data.items() if key not in new}
        prev = bureau.streams[stream][-1].hash if bureau.streams[stream] else GENESIS
        bureau.streams[stream].append(seal(stream, e.seq, e.type, data, e.actor, e.at, prev))


def test_an_older_decision_folds_and_closes_as_it_did(bureau: Any) -> None:
    no = handled(bureau)
    decided(bureau, no, money(KIND.RECOVERY, "100.00"), **GIVEN)
    _stripped(bureau, no)
    case = bureau.state(f"case:{no}")
    assert (case.proposed_short, case.decision.not_demanded) == (None, D(0))
    stands(bureau, confirmed="4013.00", demanded="100.00", not_demanded="0.00")
    serve(bureau, no)
    deduct(bureau, no, "100.00")
    bureau.receipts(no, "agency")
    bureau.approvals_signed(no, "agency")
    bureau.do("agency", a.CloseHandling(case_no=no, situation="办结"))


def test_a_decision_closes_only_when_all_is_demanded_or_left_out(bureau: Any) -> None:
    no = handled(bureau)
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    case = bureau.state(f"case:{no}")
    all_demanded(case, bureau.people["agency"], bureau.at)
    short = replace(case, decision=replace(case.decision, recovery=D("4000.00")))
    with pytest.raises(Refusal) as refused:
        all_demanded(short, bureau.people["agency"], bureau.at)
    assert refused.value.code == "CONFIRMED_OPEN"
    left = replace(short.decision, not_demanded=D("113.00"))
    all_demanded(replace(short, decision=left), bureau.people["agency"], bureau.at)
    all_demanded(replace(short, annulled=True), bureau.people["agency"], bureau.at)


def test_what_a_review_takes_off_is_not_demanded_any_more(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    pay(bureau, "4100.00")
    filed = {"body": "县政府", "filed_on": bureau.today, "document_no": "1"}
    bureau.do("legal", c.RecordRemedy(case_no=no, kind=c.RemedyKind.REVIEW, **filed))
    lower = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.CHANGED, document_no="2",
        decided_on=bureau.today, reasons="x", recovery=D("4000.00"),
    )  # fmt: skip
    bureau.do("legal", lower)
    stands(bureau, confirmed="0.00", demanded="0.00", not_demanded="113.00", advance="100.00")
    assert bureau.state(f"case:{no}").decision.not_demanded == D("113.00")


@given(st.integers(min_value=0, max_value=411300), st.integers(min_value=0, max_value=411300))
def test_confirmed_is_returned_demanded_and_left_out_to_the_cent(
    new_bureau: Any, back: int, asked: int
) -> None:
    bureau = new_bureau()
    no = handled(bureau)
    before, ask = D(back) / 100, min(D(asked) / 100, (D(411300) - back) / 100)
    if before:
        pay(bureau, str(before))
    measures = [money(KIND.LIQUIDATED_DAMAGES, "1.00")]
    if ask:
        measures.append(money(KIND.RECOVERY, str(ask)))
    rest = D("4113.00") - before - ask
    decided(bureau, no, *measures, **(GIVEN if rest else {}))
    book = ledger(bureau, no)
    parts = {name: book.balances[name] for name in ("returned", "demanded", "not_demanded")}
    assert parts == {"returned": before, "demanded": ask, "not_demanded": rest}
    assert book.balances["confirmed"] == 0
    assert disagreements(bureau, no) == []

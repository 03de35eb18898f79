"""Decisions on held things, and the answer on instalments, are served on whom they concern, with a receipt."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.fold import fold_case
from casework.commands import case as c
from casework.decide import step_of
from casework.documents.due import lacking, papers_signed
from casework.documents.handed import unhanded
from casework.events import Event
from casework.refusal import Refusal

HOLD, HOLD_END, ANSWER = c.Served.HOLD, c.Served.HOLD_END, c.Served.INSTALMENTS
FORMS = {
    c.HoldKind.PRESERVATION: ("hold_register", "hold_release"),
    c.HoldKind.SEALING: ("hold_seal", "unseal"),
}


def serving(bureau: Any, no: str, served: c.Served, **given: Any) -> c.ServePaper:
    values = {"way": c.ServiceWay.DIRECT, "served_on": bureau.today, **given}
    return c.ServePaper(case_no=no, served=served, **values)


def state(bureau: Any, no: str) -> Any:
    return bureau.state(f"case:{no}")


def held(bureau: Any, kind: c.HoldKind) -> str:
    no: str = bureau.investigated()
    ask = c.RequestHold(case_no=no, kind=kind, items="账册", place="病案室", reason="可能灭失")
    bureau.do("ins1", ask)
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H1", approve=True))
    return no


def waits(bureau: Any, no: str) -> list[tuple[str, str]]:
    return [(one.zh, one.act) for one in unhanded(state(bureau, no))]


@pytest.mark.parametrize("kind", list(FORMS))
def test_the_owner_of_held_things_gets_both_decisions(bureau: Any, kind: c.HoldKind) -> None:
    register, release = FORMS[kind]
    no = held(bureau, kind)
    assert waits(bureau, no) == [("先行登记保存（封存）决定书 H1", "IssueForm")]
    assert bureau.refused("ins1", serving(bureau, no, HOLD)) == "NOT_ISSUED"
    bureau.hold_listed(no, register)
    assert waits(bureau, no) == [("先行登记保存（封存）决定书 H1", "ServePaper")]
    step = step_of(state(bureau, no), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of[0]) == ("ServePaper", "先行登记保存（封存）决定书")
    for who, code in (("head", "ROLE_REQUIRED"), ("ins3", "NOT_AN_OFFICER")):
        if who in bureau.people:
            assert bureau.refused(who, serving(bureau, no, HOLD)) == code
    early = serving(bureau, no, HOLD, served_on=bureau.today - timedelta(days=1))
    assert bureau.refused("ins1", early) == "DATE_ORDER"
    assert bureau.refused("ins1", serving(bureau, no, HOLD_END)) == "STEP_MISSING"
    assert bureau.do("ins1", serving(bureau, no, HOLD)) == ["HoldServed"]
    assert bureau.refused("ins1", serving(bureau, no, HOLD)) == "STEP_MISSING"
    [service] = [one for one in state(bureau, no).services if one.served == "hold"]
    assert (service.about, service.on, service.receipt) == ("H1", bureau.today, None)
    bureau.hold_ended(no)
    assert waits(bureau, no) == [("保存、封存物品处理决定书 H1", "IssueForm")]
    assert ("保存、封存物品处理决定书 H1", "IssueForm") in [
        (one.zh, one.act) for one in lacking(state(bureau, no))
    ]
    bureau.issue(no, release)
    assert bureau.do("ins1", serving(bureau, no, HOLD_END)) == ["HoldEndServed"]
    assert waits(bureau, no) == []


def test_of_two_holds_each_is_served(bureau: Any) -> None:
    no = held(bureau, c.HoldKind.PRESERVATION)
    again = c.RequestHold(
        case_no=no, kind=c.HoldKind.PRESERVATION, items="电脑", place="病案室", reason="可能灭失"
    )
    bureau.do("ins1", again)
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H2", approve=True))
    for _ in range(2):
        bureau.hold_listed(no)
        bureau.do("ins1", serving(bureau, no, HOLD))
    assert [one.about for one in state(bureau, no).services if one.served == "hold"] == ["H1", "H2"]


def asked(bureau: Any) -> str:
    no: str = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    bureau.do(
        "ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="资金困难")
    )
    return no


@pytest.mark.parametrize("grants", [True, False])
def test_who_asked_for_instalments_gets_the_answer(bureau: Any, grants: bool) -> None:
    no = asked(bureau)
    fine = state(bureau, no).decision.fine
    assert fine > Decimal(0)
    part = c.Instalment(bureau.today + timedelta(days=40), fine)
    answer = (
        c.GrantInstalments(case_no=no, instalments=(part,), reasons="困难属实")
        if grants
        else c.RefuseInstalments(case_no=no, reasons="没有困难")
    )
    bureau.do("head", answer)
    assert waits(bureau, no) == [("延期（分期）缴纳罚款决定书", "IssueForm")]
    assert bureau.refused("ins1", serving(bureau, no, ANSWER)) == "NOT_ISSUED"
    bureau.issue(no, "instalment_notice")
    assert bureau.do("ins1", serving(bureau, no, ANSWER)) == ["InstalmentsAnswerServed"]
    assert waits(bureau, no) == []
    scan = bureau.evidence("E-receipt")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=scan, proves="送达回证"))
    receipt = c.AttachReceipt(case_no=no, served=ANSWER, document=scan)
    bureau.do("ins1", receipt)
    assert state(bureau, no).services[-1].receipt == scan


def test_a_case_is_not_closed_before_the_answer_was_served(bureau: Any) -> None:
    no = asked(bureau)
    bureau.do("head", c.RefuseInstalments(case_no=no, reasons="没有困难"))
    with pytest.raises(Refusal) as answer:
        papers_signed(state(bureau, no), bureau.people["ins1"], bureau.at)
    assert answer.value.code == "PAPERS_UNSERVED"
    assert answer.value.facts["count"] == 1


def test_decisions_of_before_wait_for_no_service(bureau: Any) -> None:
    no = held(bureau, c.HoldKind.PRESERVATION)
    bureau.hold_listed(no)
    bureau.hold_ended(no)
    chain = [
        Event(**{**vars(one), "data": {k: v for k, v in one.data.items() if k != "to_serve"}})
        for one in bureau.streams[f"case:{no}"]
    ]
    old = fold_case(no, chain)
    assert old.holds[0].status == "ended"
    assert list(unhanded(old)) == []

"""A refusal names the lawful next step, and the thing that is wrong."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.refusal import Refusal

FRAUD_2024 = p.RecordScore(
    prac_psn_code="D1", prac_psn_name="李", fixmedins_code="H34162300001", act="tiaoli_40",
    responsibility=p.Responsibility.PRIMARY, points=12, conduct_on=date(2024, 6, 1), conduct_to=date(2024, 6, 1),
    basis=p.Basis(p.BasisKind.DOCUMENT, "3号", date(2025, 12, 1), "局"), reasons="主要责任",
)  # fmt: skip


def test_what_cannot_be_done_yet_is_refused_with_what_can(bureau: Any) -> None:
    no = bureau.opened()
    decide = c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="")
    with pytest.raises(Refusal) as early:
        bureau.do("head", decide)
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at)
    assert early.value.code == "ILLEGAL_MOVE"
    assert offered
    assert f"您目前可办理：“{offered[0].zh}”" in early.value.message_zh
    assert f"You may now: '{offered[0].en}'" in early.value.message_en
    study = r.RecordStudy(
        prac_psn_code="D1", course="x", hours=Decimal(2), studied_on=bureau.today, certificate="E1"
    )
    bureau.do("agency", FRAUD_2024)
    with pytest.raises(Refusal) as none:
        bureau.do("office", study)
    assert none.value.code == "ILLEGAL_MOVE"
    assert none.value.message_zh.count("。") == 3


def test_a_payment_of_tomorrow_is_refused_for_its_day(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    paid: dict[str, Any] = {
        "kind": c.PaymentKind.RECOVERY,
        "voucher": "v",
        "amount": Decimal("1.00"),
    }
    later = bureau.today + timedelta(days=1)
    assert (
        bureau.refused("ins1", c.RecordPayment(case_no=no, paid_on=later, **paid)) == "DATE_ORDER"
    )
    nothing = c.RecordPayment(case_no=no, paid_on=bureau.today, **paid | {"amount": Decimal(0)})
    assert bureau.refused("ins1", nothing) == "BAD_AMOUNT"

"""Days that are told afterwards keep their order: service, payment, annulment, publication, withdrawal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.clocks.calendars import local_date
from casework.commands import agreement as a
from casework.commands import case as c
from tests.unit.casework.test_money_stays_told import handled


def served(bureau: Any) -> str:
    """A decision of the third of March, served two days later."""
    bureau.wait(1)
    no: str = bureau.decided()
    bureau.sealed(no)
    bureau.wait(2)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def annul(bureau: Any, no: str, on: date) -> c.AnnulDecision:
    return c.AnnulDecision(case_no=no, by="法院", document_no="1", annulled_on=on, reasons="r")


@pytest.mark.parametrize("days", [-3, 1])
def test_a_decision_falls_after_it_was_made_and_not_in_the_future(bureau: Any, days: int) -> None:
    no = served(bureau)
    wrong = annul(bureau, no, bureau.today + timedelta(days=days))
    assert bureau.refused("legal", wrong) == "DATE_ORDER"
    assert "DecisionAnnulled" in bureau.do("legal", annul(bureau, no, bureau.today))


def test_a_fine_is_paid_after_its_decision_and_fund_money_whenever_it_came(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(30)
    fine = c.RecordPayment(
        case_no=no, kind=c.PaymentKind.FINE, amount=Decimal("8226.00"), voucher="v",
        paid_on=local_date(bureau.state(f"case:{no}").decision.at) - timedelta(days=1),
    )  # fmt: skip
    assert bureau.refused("ins1", fine) == "DATE_ORDER"
    late = replace(fine, kind=c.PaymentKind.SURCHARGE, amount=Decimal("1.00"))
    assert bureau.refused("ins1", late) == "DATE_ORDER"
    back = replace(fine, kind=c.PaymentKind.RECOVERY, amount=Decimal("4113.00"))
    assert "PaymentRecorded" in bureau.do("ins1", back)
    # The party heard of it before the paper came.
    on_time = replace(
        fine, voucher="v2", paid_on=bureau.state(f"case:{no}").served_on - timedelta(days=1)
    )
    assert "PaymentRecorded" in bureau.do("ins1", on_time)


def test_a_publication_is_withdrawn_after_it_and_after_the_fall(bureau: Any) -> None:
    no = served(bureau)
    bureau.wait(1)
    bureau.public(no)
    bureau.do("sup", c.PublishDecision(case_no=no, where="网站", published_on=bureau.today))
    bureau.wait(5)
    bureau.do("legal", annul(bureau, no, bureau.today))
    gone = c.WithdrawPublication(case_no=no, withdrawn_on=bureau.today, reason="决定被撤销")
    for day in (date(2001, 1, 1), bureau.today - timedelta(days=1)):
        assert bureau.refused("sup", replace(gone, withdrawn_on=day)) == "DATE_ORDER"
    assert bureau.do("sup", gone) == ["PublicationWithdrawn"]


def test_damages_are_paid_after_the_decision_that_demands_them(bureau: Any) -> None:
    damages = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, Decimal(5000), clause="第三十条")
    no = handled(bureau, damages)
    paid = a.RecordDeduction(
        case_no=no, kind=c.PaymentKind.DAMAGES, how=a.Deduction.PAID, amount=Decimal(5000),
        paid_on=bureau.today - timedelta(days=1), voucher="v",
    )  # fmt: skip
    assert bureau.refused("agency", paid) == "DATE_ORDER"
    assert "PaymentRecorded" in bureau.do("agency", replace(paid, paid_on=bureau.today))

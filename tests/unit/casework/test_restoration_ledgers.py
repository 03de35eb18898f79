"""The centre's yes is held against what the case behind the score says of money and correction."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from api.timeline_words import SAID
from casework.cases.parts import Correction
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import fold
from casework.refusal import Refusal
from casework.restoration.ledgers import book_of, books_of, borne_out, without_case
from evidence.doctors.restoration import approval
from tests.unit.casework.test_points_path import FILE, apply, score, studied
from tests.unit.casework.verified import VERIFIED

AGREED = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED, **VERIFIED)
OWED = Decimal("4113.00")


@pytest.fixture
def centre(bureau: Any) -> Any:
    """An application that waits for the centre; its score rests on a case that is not paid."""
    bureau.parameter("local_restoration", "enabled")
    bureau.article = "tiaoli-40-1"
    # Its conduct lasted from the county's rules on, by which the score is made.
    bureau.conduct_from = date(2024, 1, 10)
    no = bureau.decided()
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    basis = p.Basis(p.BasisKind.CASE, no, date.min)
    scored = score(12, "tiaoli_40", date(2024, 6, 1), bureau.today, departure="")
    bureau.do("agency", replace(scored, basis=basis))
    apply(bureau)
    for evidence_id in ("E1", "E2"):
        bureau.evidence(evidence_id)
    own = {"prac_psn_code": "D1"}
    day = bureau.today
    bureau.do(
        "office",
        r.RecordStudy(
            **own, course="医保政策", hours=Decimal(16), studied_on=day, certificate="E1"
        ),
    )
    bureau.do("office", r.RecordExam(**own, exam="结业", mark=85, held_on=day, certificate="E2"))
    bureau.do("office", r.SubmitRestoration(**own))
    bureau.do("party", r.GivePartyOpinion(**own, outcome=c.Outcome.APPROVED))
    return bureau


def pay(bureau: Any, amount: Decimal = OWED) -> None:
    given = {"kind": c.PaymentKind.RECOVERY, "amount": amount, "paid_on": bureau.today}
    bureau.do("ins1", c.RecordPayment(case_no="C1", **given, voucher="凭1"))


def refusal(bureau: Any, command: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        bureau.do("sup", command)
    return refused.value


def book(bureau: Any) -> Any:
    return book_of(bureau.state(FILE), bureau.state("case:C1"), bureau.streams["case:C1"])


def test_refunded_is_not_said_while_the_ledger_has_money_outstanding(centre: Any) -> None:
    assert (book(centre).entries, book(centre).outstanding) == (("S1",), OWED)
    said = refusal(centre, AGREED)
    assert said.code == "REFUND_OUTSTANDING"
    assert "责令退回 4,113.00 元，已退回 0.00 元，尚欠 4,113.00 元" in said.message_zh
    assert "先在该案登记到账" in said.message_zh
    assert "4,113.00 outstanding" in said.message_en
    pay(centre, Decimal("4000.00"))
    assert "尚欠 113.00 元" in refusal(centre, AGREED).message_zh
    # Nor beside a return: the answer is wrong, whatever comes of the application.
    back = replace(AGREED, outcome=c.Outcome.RETURNED, reasons="补正")
    assert refusal(centre, back).code == "REFUND_OUTSTANDING"
    centre.do("sup", replace(back, refund_verified=False))
    assert centre.state(FILE).stage == "returned"


def test_the_review_keeps_what_the_ledger_said(centre: Any) -> None:
    pay(centre)
    centre.do("sup", AGREED)
    file, event = centre.state(FILE), centre.streams[FILE][-2]
    assert file.stage == "bureau"
    assert file.restoration.ledgers == (("C1", OWED, OWED, Decimal("0.00")),)
    form = approval(file, file.restoration, "云溪县医疗保障局", centre.today)
    boxes = [one for one in form if one["kind"] == "opinion" and "监管中心" in str(one["body"])]
    assert "案件 C1 追缴台账：责令退回 4,113.00 元，已退回 4,113.00 元，尚欠 0.00 元" in str(
        boxes[0]
    )
    assert list(SAID[event.type](event.data, "en"))[-1].endswith("0.00 outstanding")
    # A review of before ledgers were compared folds as it was.
    data = {k: v for k, v in event.data.items() if k != "ledgers"}
    old: Any = fold(
        FILE, [replace(e, data=data) if e is event else e for e in centre.streams[FILE]]
    )
    assert (old.stage, old.restoration.ledgers) == ("bureau", ())


def test_written_off_is_not_outstanding(centre: Any) -> None:
    pay(centre, Decimal("4000.00"))
    gone = {"kind": c.PaymentKind.RECOVERY, "amount": Decimal("113.00"), "document_no": "核1"}
    ground = c.WriteOffGround.PARTY_GONE
    centre.do("head", c.WriteOff(case_no="C1", ground=ground, reasons="终结", **gone))
    centre.do("sup", AGREED)
    assert centre.state(FILE).stage == "bureau"


def test_money_in_dispute_may_be_explained_where_the_bureau_allows_it(centre: Any) -> None:
    remedy = c.RecordRemedy(
        case_no="C1", kind=c.RemedyKind.REVIEW, body="县人民政府", document_no="复1",
        filed_on=centre.today,
    )  # fmt: skip
    centre.do("legal", remedy)
    assert book(centre).arranged == "remedy"
    told = refusal(centre, replace(AGREED, reasons="机构已申请复议"))
    assert told.code == "REFUND_OUTSTANDING"
    assert "restoration_refund" in told.message_zh
    centre.parameter("restoration_refund", "arranged")
    silent = refusal(centre, AGREED)
    assert silent.code == "FIELD_REQUIRED"
    assert "复议或诉讼尚未结束" in silent.message_zh
    centre.do("sup", replace(AGREED, reasons="机构已申请复议"))
    assert centre.state(FILE).restoration.ledgers[0][3] == OWED


def test_money_that_nothing_holds_up_is_never_explained_away(centre: Any) -> None:
    centre.parameter("restoration_refund", "arranged")
    told = refusal(centre, replace(AGREED, reasons="机构困难"))
    assert told.code == "REFUND_OUTSTANDING"
    assert "restoration_refund" not in told.message_zh


def test_put_right_is_not_said_where_the_case_found_otherwise(centre: Any) -> None:
    pay(centre)
    case = centre.state("case:C1")
    order = {"order_id": "Z1", "what": "停止挂床", "until": centre.today, "basis": "x", "seq": 1}
    day = centre.today - timedelta(days=1)
    vain = Correction(
        **order, ordered_on=day, served_on=day, result="not_corrected", found_on=centre.today
    )
    told = book_of(
        centre.state(FILE), replace(case, corrections=(vain,)), centre.streams["case:C1"]
    )
    bureau = centre.state("bureau:parameters")
    with pytest.raises(Refusal) as refused:
        borne_out([told], {"rectification": True}, "", bureau, centre.at)
    assert refused.value.code == "NOT_CORRECTED"
    assert "停止挂床" in refused.value.message_en
    assert borne_out([told], {"rectification": False}, "", bureau, centre.at)


def test_a_score_without_a_case_has_no_ledger_and_says_so(bureau: Any) -> None:
    studied(bureau)
    file = bureau.state(FILE)
    assert books_of(file, {}, {}) == ()
    assert without_case(file) == ("S1",)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    bureau.do("sup", AGREED)
    assert "ledgers" not in bureau.streams[FILE][-2].data

"""While the police have the case that a score rests on, nobody is restored, and nobody has to say so."""

from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Viewer
from casework.commands import case as c
from casework.commands import referral as ref
from casework.commands import restoration as r
from casework.refusal import Refusal
from casework.restoration.bar import bar_of, bars_of, standing_bars
from casework.restoration.police import with_police
from graph.points.page import page_of
from tests.unit.casework.test_points_path import FILE, FRAUD_2024, apply
from tests.unit.casework.test_restoration_ledgers import AGREED, centre, pay

__all__ = ["centre"]


def referred(bureau: Any) -> None:
    """The case behind the score goes to the police."""
    report = ref.ReportReferral(
        case_no="C1", suspected_crime="诈骗罪", facts="虚构住院",
        amount=Decimal("41130.00"), amount_reasons="另有外县损失", recipient="云溪县公安局",
        missing_parts={ref.PackagePart.EXPERT_OPINION: "无需鉴定"},
    )  # fmt: skip
    bureau.refer(report)
    bureau.do("head", ref.DecideReferral(case_no="C1", approve=True, reasons="同意"))
    bureau.letter("C1")
    bureau.do("ins1", bureau.dossier("C1"))
    both = ("ins1", "ins2")
    bureau.do("ins1", ref.SendReferral(case_no="C1", dossier_sha256="c" * 64, handed_over_by=both))


def untold(refusal: Refusal) -> bool:
    """Whether it waits without saying that the police have a case, or which."""
    said = f"{refusal.message_zh} {refusal.message_en}"
    return refusal.code == "RESTORATION_WAITS" and not any(
        word in said for word in ("C1", "公安", "刑", "police", "crim")
    )


def bar_id(bureau: Any) -> str:
    read = with_police(bureau.state(FILE), {"case:C1": bureau.state("case:C1")})
    (bar,) = standing_bars(read)
    return str(bar.bar_id)


def test_nobody_approves_while_the_police_have_the_case(centre: Any) -> None:
    pay(centre)
    assert centre.would("sup", AGREED)
    referred(centre)
    written = len(centre.streams[FILE])
    with pytest.raises(Refusal, match="C1") as refused:
        centre.do("sup", AGREED)
    assert refused.value.code == "BAR_STANDS"
    assert len(centre.streams[FILE]) == written
    # It may still be sent back or refused.
    back = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="待办结")
    assert centre.would("sup", back)


def test_the_bar_ends_with_the_return_of_the_case(centre: Any) -> None:
    pay(centre)
    referred(centre)
    withdrawn = ref.ReturnReferral(
        case_no="C1",
        ground=ref.ReturnGround.CASE_WITHDRAWN,
        document_no="撤1号",
        reasons="公安机关撤销案件",
    )
    centre.do("head", withdrawn)
    assert centre.would("sup", AGREED)


def test_a_case_that_the_police_filed_bars_until_its_document_lifts_it(centre: Any) -> None:
    pay(centre)
    referred(centre)
    told = centre.evidence("立案告知")
    centre.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=told, proves="公安立案"))
    filed = ref.RecordPoliceAnswer(
        case_no="C1", answer=ref.PoliceAnswer.FILED, document_no="立字1号",
        document=told,
    )  # fmt: skip
    centre.do("ins1", filed)
    assert centre.refused("sup", AGREED) == "BAR_STANDS"
    lift = r.LiftRestorationBar(
        prac_psn_code="D1", bar_id=bar_id(centre), document_no="不诉1号", reasons="对其不起诉",
        paper_scan=centre.evidence("不起诉决定书"),
    )  # fmt: skip
    assert "RestorationBarLifted" in centre.do("sup", lift)
    (bar,) = bars_of(centre.state(FILE))
    assert (bar.lifted_document_no, bar.issued_on) == ("不诉1号", bar.at.date())
    assert centre.refused("sup", lift) == "ALREADY_DONE"
    assert centre.would("sup", AGREED)


def test_nobody_applies_or_is_registered_while_the_police_have_the_case(centre: Any) -> None:
    pay(centre)
    centre.do("doc", r.WithdrawRestoration(prac_psn_code="D1", reasons="补学"))
    referred(centre)
    with pytest.raises(Refusal) as refused:
        apply(centre)
    assert untold(refused.value)


def test_registration_waits_for_the_police_too(centre: Any) -> None:
    pay(centre)
    centre.do("sup", AGREED)
    centre.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    centre.restoration_signed("D1")
    register = r.ReRegister(prac_psn_code="D1", registration_no="登1")
    assert centre.would("office", register)
    referred(centre)
    with pytest.raises(Refusal) as refused:
        centre.do("office", register)
    assert untold(refused.value)
    assert centre.refused("agency", register) == "BAR_STANDS"


def test_no_page_outside_of_the_bureau_shows_what_the_police_have(centre: Any) -> None:
    referred(centre)
    read = with_police(centre.state(FILE), {"case:C1": centre.state("case:C1")})
    seen = {
        who: page_of(read, centre.streams[FILE], Viewer(centre.people[who]), centre.at).state
        for who in ("doc", "office", "party", "sup")
    }
    assert [who for who, file in seen.items() if bars_of(file)] == ["sup"]
    assert [who for who, file in seen.items() if bar_of(file, centre.today)] == ["sup"]


def test_without_such_a_case_there_is_nothing_to_lift(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    lift = r.LiftRestorationBar(
        prac_psn_code="D1", bar_id="C1@2026-01-01", document_no="1", reasons="x", paper_scan="E9"
    )
    assert bureau.refused("sup", lift) == "STEP_MISSING"

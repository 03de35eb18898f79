"""An entry of the learning ledger is struck, or its certificate lapses: what is left is reckoned anew."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casework.commands import case as c
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.restoration.learn import earned, exam_passed, learned
from evidence.doctors import restoration as papers
from tests.unit.casework.test_points_path import FILE, apply, studied
from tests.unit.casework.verified import VERIFIED

YES = c.Outcome.APPROVED


def strike(certificate: str, reasons: str = "替考") -> r.StrikeLearning:
    return r.StrikeLearning(prac_psn_code="D1", certificate=certificate, reasons=reasons)


def exam(evidence: str, **more: Any) -> r.RecordExam:
    given = {"exam": "补考", "mark": 90, "held_on": date(2026, 2, 25), **more}
    return r.RecordExam(prac_psn_code="D1", certificate=evidence, **given)


def test_an_impersonated_exam_is_struck_and_another_counts_for_what_it_is(bureau: Any) -> None:
    studied(bureau)
    bureau.evidence("E3")
    # The second passed exam brought nothing while the first one counted.
    bureau.do("office", exam("E3"))
    assert [e.points for e in bureau.state(FILE).learning] == [8, 4, 0]
    assert bureau.refused("office", strike("E2")) == "ROLE_REQUIRED"
    assert bureau.refused("sup", strike("E2", " ")) == "FIELD_REQUIRED"
    assert bureau.refused("sup", strike("E9")) == "NOT_FOUND"
    assert bureau.do("sup", strike("E2")) == ["LearningStruck"]
    assert bureau.refused("sup", strike("E2")) == "ALREADY_DONE"
    file = bureau.state(FILE)
    assert (earned(file), exam_passed(file), learned(file)) == (12, True, True)
    # On paper as the law reckons them, though the exam that counts now brought nothing when recorded.
    one, county, today = file.restoration, "云溪县医保局", bureau.today
    told = str(papers.study(file, one, county, today))
    assert "合计学习积分 12 分" in told
    assert "合计按现有有效记录的学时和考试重新计算" in told
    for paper in (papers.approval, papers.minutes):
        assert "学习积分 12 分" in str(paper(file, one, county, today)), paper
    assert papers.line(1, file, one, today)[4] == "12"
    bureau.do("sup", strike("E3"))
    file = bureau.state(FILE)
    assert (earned(file), exam_passed(file), learned(file)) == (8, False, False)
    assert bureau.refused("office", r.SubmitRestoration(prac_psn_code="D1")) == "NOT_EARNED"
    # Nothing is deleted, and the paper says what was struck and why.
    assert len(file.learning) == 3
    told = str(papers.study(file, file.restoration, "云溪县医保局", bureau.today))
    assert "已撤销：2026-02-20 结业（E2），替考" in told
    assert "合计学习积分 8 分" in told


def test_who_recorded_it_does_not_strike_it(bureau: Any) -> None:
    studied(bureau)
    bureau.evidence("E3")
    bureau.do("agency", exam("E3"))
    assert bureau.refused("agency", strike("E3")) == "FOUR_EYES"
    bureau.do("agency2", strike("E3"))
    offered = {
        one.name for one in next_actions(bureau.state(FILE), bureau.people["sup"], bureau.at)
    }
    assert "StrikeLearning" in offered


def test_struck_after_it_was_sent_in_nobody_can_approve(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
    bureau.do("agency2", strike("E2"))
    review = r.ReviewRestoration(prac_psn_code="D1", outcome=YES, **VERIFIED)
    assert bureau.refused("sup", review) == "NOT_EARNED"
    back = replace(review, outcome=c.Outcome.RETURNED, reasons="考试记录已撤销，请重新考试")
    assert "RestorationReturned" in bureau.do("sup", back)


def test_a_lapsed_certificate_does_not_count(bureau: Any) -> None:
    from tests.unit.casework.test_points_path import FRAUD_2024

    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    apply(bureau)
    for one in ("E1", "E2"):
        bureau.evidence(one)
    study = r.RecordStudy(
        prac_psn_code="D1", course="医保政策", hours=Decimal(16), studied_on=date(2026, 2, 1),
        certificate="E1", valid_until=bureau.today + timedelta(days=10),
    )  # fmt: skip
    early = replace(study, valid_until=date(2026, 1, 1))
    assert bureau.refused("office", early) == "DATE_ORDER"
    bureau.do("office", study)
    bureau.do("office", exam("E2"))
    until = bureau.today + timedelta(days=10)
    assert earned(bureau.state(FILE), until) == 12
    assert earned(bureau.state(FILE), until + timedelta(days=1)) == 4
    file, later = bureau.state(FILE), until + timedelta(days=1)
    told = str(papers.study(file, file.restoration, "云溪县医保局", later))
    assert ("已失效：2026-02-01 医保政策（E1）" in told, "合计学习积分 4 分" in told) == (
        True,
        True,
    )
    bureau.wait(11)
    assert bureau.refused("office", r.SubmitRestoration(prac_psn_code="D1")) == "NOT_EARNED"

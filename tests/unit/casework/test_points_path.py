"""Points, objection, recomputation and restoration."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.points.history import unbillable
from casework.points.standing import Status, lasted, standing
from casework.refusal import Refusal
from casework.restoration.bar import bar_of
from tests.unit.casework.verified import VERIFIED

FILE = "points:D1"


def score(points: int, act: str, conduct: date, decided: date, **more: Any) -> p.RecordScore:
    return p.RecordScore(
        prac_psn_code="D1",
        prac_psn_name="李医生",
        fixmedins_code="H34162300001",
        act=act,
        responsibility=p.Responsibility.PRIMARY,
        points=points,
        conduct_on=conduct,
        conduct_to=conduct,
        basis=p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2025〕3号", decided, "云溪县医保局"),
        reasons="主要责任",
        **{"departure": "依本局裁量说明", "day_departure": "本人责任期间至此", **more},
    )


FRAUD_2024 = score(12, "tiaoli_40", date(2024, 6, 1), date(2025, 12, 1))
FRAUD_2025 = score(12, "tiaoli_40", date(2025, 6, 1), date(2026, 1, 15))


def apply(bureau: Any) -> list[str]:
    return bureau.do(
        "doc", r.ApplyRestoration(prac_psn_code="D1", statement="已改正", commitment=True)
    )


def studied(bureau: Any) -> None:
    """A doctor terminated for conduct of 2024 who has earned twelve points."""
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    assert apply(bureau) == ["RestorationApplied"]
    for evidence_id in ("E1", "E2"):
        bureau.evidence(evidence_id)
    study = r.RecordStudy(
        prac_psn_code="D1",
        course="医保政策",
        hours=Decimal(16),
        studied_on=date(2026, 2, 1),
        certificate="E1",
    )
    bureau.do("office", study)
    exam = r.RecordExam(
        prac_psn_code="D1", exam="结业", mark=85, held_on=date(2026, 2, 20), certificate="E2"
    )
    bureau.do("office", exam)


def test_restoration_through_three_approvals(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    yes = c.Outcome.APPROVED
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=yes))
    bureau.do("sup", r.ReviewRestoration(prac_psn_code="D1", outcome=yes, **VERIFIED))
    assert standing(bureau.state(FILE), bureau.today).status is Status.TERMINATED
    assert [s.until for s in lasted(bureau.state(FILE), bureau.today)] == [None]
    bureau.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=yes))
    # It ended with the approval, on the day on which it began.
    assert [s.until for s in lasted(bureau.state(FILE), bureau.today)] == [bureau.today]
    assert standing(bureau.state(FILE), bureau.today).status is Status.AWAITING_REGISTRATION
    bureau.do("office", r.ReRegister(prac_psn_code="D1", registration_no="DJ1"))
    now = standing(bureau.state(FILE), bureau.today)
    assert (now.status, now.billable) == (Status.NORMAL, True)
    assert bureau.state(FILE).entries[0].points == 12
    revoke = r.RevokeRestoration(prac_psn_code="D1", reasons="证书造假")
    with pytest.raises(Refusal) as alone:
        bureau.do("head", revoke)
    assert alone.value.code == "STEP_MISSING"
    bureau.do("sup", r.ProposeRevocation(prac_psn_code="D1", reasons="证书造假"))
    with pytest.raises(Refusal) as unheard:
        bureau.do("head", revoke)
    assert unheard.value.code == "PERIOD_RUNNING"
    bureau.do("doc", r.StateOnRevocation(prac_psn_code="D1", text="证书属实"))
    proposer = replace(bureau.people["sup"], account="h2", roles=frozenset({Role.HEAD}))
    with pytest.raises(Refusal) as same:
        bureau.do(proposer, revoke)
    assert same.value.code == "FOUR_EYES"
    bureau.do("head", revoke)
    assert standing(bureau.state(FILE), bureau.today).status is Status.TERMINATED
    assert [s.until for s in lasted(bureau.state(FILE), bureau.today)] == [None]


def test_a_termination_decided_on_its_first_day_lasted_that_day(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    yes = c.Outcome.APPROVED
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=yes))
    bureau.do("sup", r.ReviewRestoration(prac_psn_code="D1", outcome=yes, **VERIFIED))
    bureau.wait(3)
    bureau.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=yes))
    file = bureau.state(FILE)

    def beginning(day: date) -> list[tuple[date, date | None]]:
        moved = file.with_entry(replace(file.entries[0], starts_on=day))
        return [(one.starts, one.until) for one in lasted(moved, bureau.today)]

    today, day = bureau.today, timedelta(days=1)
    assert beginning(today) == [(today, today)]
    assert beginning(today - day) == [(today - day, today - day)]
    # One that was to begin after the decision barred nobody.
    assert beginning(today + day) == []


def test_nobody_acts_twice_in_the_chain(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    again = replace(bureau.people["party"], account="x", roles=frozenset({Role.SUPERVISOR}))
    with pytest.raises(Refusal) as refused:
        bureau.do(again, r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    assert refused.value.code == "FOUR_EYES"


def test_secretary_who_is_the_applicant_withdraws(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    secretary = replace(
        bureau.people["doc"], roles=frozenset({Role.PHYSICIAN, Role.PARTY_SECRETARY})
    )
    with pytest.raises(Refusal) as refused:
        bureau.do(secretary, r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    assert refused.value.code == "RECUSED"


def test_other_hospital_has_no_say(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    other = replace(bureau.people["party"], fixmedins_code="H2")
    with pytest.raises(Refusal) as refused:
        bureau.do(other, r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    assert refused.value.code == "NOT_YOURS"


def test_return_and_resubmit_go_back_to_the_same_body(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED))
    back = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="缺试卷")
    bureau.do("sup", back)
    assert bureau.state(FILE).stage == "returned"
    assert bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补")) == [
        "RestorationResubmittedToCentre"
    ]
    approved = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED, **VERIFIED)
    bureau.do("sup", approved)
    assert bureau.state(FILE).stage == "bureau"


def test_too_little_learned(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    apply(bureau)
    with pytest.raises(Refusal) as refused:
        bureau.do("doc", r.SubmitRestoration(prac_psn_code="D1"))
    assert refused.value.code == "NOT_EARNED"


def test_national_ban_refuses_restoration_with_its_end(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", FRAUD_2025)
    with pytest.raises(Refusal) as refused:
        apply(bureau)
    assert refused.value.code == "RESTORATION_BARRED"
    assert refused.value.facts["until"] == "2029-01-14"
    bar = bar_of(bureau.state(FILE), bureau.today)
    assert bar is not None
    assert bar.message_zh == refused.value.message_zh
    assert "一次性记满 12 分，依《" in bar.message_zh
    assert "医保发〔2024〕23号" in bar.message_zh
    assert bar_of(bureau.state(FILE), date(2029, 1, 15)) is None


def test_the_ban_wins_where_both_rules_meet(bureau: Any) -> None:
    bureau.do(
        "agency", replace(FRAUD_2024, basis=replace(FRAUD_2024.basis, decided_on=date(2026, 1, 10)))
    )
    bureau.do("agency", score(5, "tiaoli_38_39", date(2025, 3, 1), date(2026, 2, 1)))
    now = standing(bureau.state(FILE), bureau.today)
    assert now.sanction is not None
    assert now.sanction.national
    with pytest.raises(Refusal) as refused:
        apply(bureau)
    assert refused.value.code == "RESTORATION_BARRED"


def test_local_rule_disabled_by_default(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    with pytest.raises(Refusal) as refused:
        apply(bureau)
    assert refused.value.code == "RESTORATION_DISABLED"


def test_objection_in_time_resolved_by_another(bureau: Any) -> None:
    bureau.do("agency", score(6, "tiaoli_38_39", date(2025, 3, 1), date(2026, 2, 1)))
    notice = p.NotifyScore(
        prac_psn_code="D1", entry_id="S1", way=c.ServiceWay.DIRECT, served_on=bureau.today
    )
    bureau.do("agency", notice)
    objection = p.ObjectToScore(
        prac_psn_code="D1",
        entry_id="S1",
        text="责任认定过重",
        signed=True,
        stamped=True,
        objection_scan=bureau.evidence("异议书"),
    )
    bureau.do("doc", objection)
    resolve = p.ResolveObjection(
        prac_psn_code="D1",
        entry_id="S1",
        outcome=p.ObjectionOutcome.CHANGED,
        reasons="一般责任",
        points=4,
    )
    with pytest.raises(Refusal) as refused:
        bureau.do(bureau.promoted("agency"), resolve)
    assert refused.value.code == "FOUR_EYES"
    bureau.do("chief", resolve)
    assert standing(bureau.state(FILE), bureau.today).total == 4


def test_objection_too_late(bureau: Any) -> None:
    bureau.do("agency", score(6, "tiaoli_38_39", date(2025, 3, 1), date(2026, 2, 1)))
    bureau.do(
        "agency",
        p.NotifyScore(
            prac_psn_code="D1", entry_id="S1", way=c.ServiceWay.DIRECT, served_on=bureau.today
        ),
    )
    bureau.wait(16)
    with pytest.raises(Refusal) as refused:
        bureau.do(
            "doc",
            p.ObjectToScore(
                prac_psn_code="D1",
                entry_id="S1",
                text="x",
                signed=True,
                stamped=True,
                objection_scan=bureau.evidence("异议书"),
            ),
        )
    assert refused.value.code == "PERIOD_OVER"


def test_annulled_decision_takes_its_scores_along(bureau: Any) -> None:
    no = bureau.decided()
    basis = p.Basis(p.BasisKind.CASE, no, bureau.today)
    record = replace(score(6, "tiaoli_38_39", date(2025, 3, 1), bureau.today), basis=basis)
    serve(bureau, no)
    assert bureau.do("agency", record) == ["ScoreRecorded", "ScoreLinked"]
    annul = c.AnnulDecision(
        case_no=no,
        by="亳州市医保局",
        document_no="复议1",
        annulled_on=bureau.today,
        reasons="事实不清",
    )
    assert bureau.do("legal", annul) == ["DecisionAnnulled", "ScoreAnnulled"]
    assert standing(bureau.state(FILE), bureau.today).total == 0
    assert bureau.state(FILE).entries[0].points == 6


def serve(bureau: Any, no: str) -> None:
    bureau.sealed(no)
    direct = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=direct, served_on=bureau.today))


def of_case(bureau: Any, no: str) -> p.RecordScore:
    basis = p.Basis(p.BasisKind.CASE, no, bureau.today)
    return replace(score(6, "tiaoli_38_39", date(2025, 3, 1), bureau.today), basis=basis)


def test_a_score_waits_until_the_decision_was_served(bureau: Any) -> None:
    no = bureau.decided()
    with pytest.raises(Refusal) as early:
        bureau.do("agency", of_case(bureau, no))
    assert early.value.code == "BASIS_NOT_SERVED"
    assert "审批表" in early.value.message_zh
    assert "head's signature" in early.value.message_en
    bureau.sealed(no)
    with pytest.raises(Refusal) as unserved:
        bureau.do("agency", of_case(bureau, no))
    assert "送达决定" in unserved.value.message_zh
    assert not bureau.streams[FILE]
    direct = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=direct, served_on=bureau.today))
    assert bureau.do("agency", of_case(bureau, no)) == ["ScoreRecorded", "ScoreLinked"]


def test_local_rules_may_let_a_score_follow_the_decision_at_once(bureau: Any) -> None:
    bureau.parameter("score_basis", "decided")
    no = bureau.decided()
    assert bureau.do("agency", of_case(bureau, no)) == ["ScoreRecorded", "ScoreLinked"]


def test_which_day_counts_is_a_parameter(bureau: Any) -> None:
    no = bureau.decided()
    decided = bureau.today
    bureau.wait(3)
    serve(bureau, no)
    served = bureau.today
    bureau.do("agency", of_case(bureau, no))
    bureau.parameter("score_counted_on", "served")
    other = replace(
        of_case(bureau, no),
        act="out_of_scope",
        points=4,
        conduct_on=date(2025, 3, 2),
        conduct_to=date(2025, 3, 2),
    )
    bureau.do("agency", other)
    assert [e.counted_on for e in bureau.state(FILE).entries] == [decided, served]
    # A document of another body says itself when it was served.
    with pytest.raises(Refusal) as refused:
        bureau.do("agency", FRAUD_2025)
    assert refused.value.code == "FIELD_REQUIRED"
    told = replace(FRAUD_2025, basis=replace(FRAUD_2025.basis, served_on=date(2026, 1, 20)))
    bureau.do("agency", told)
    assert bureau.state(FILE).entries[-1].counted_on == date(2026, 1, 20)


def test_a_suspension_runs_from_the_day_on_which_its_score_is_recorded(bureau: Any) -> None:
    late = replace(
        score(9, "billing_for_barred", date(2025, 3, 1), date(2026, 1, 5)), departure="x"
    )
    bureau.do("agency", late)
    today = bureau.today
    file = bureau.state(FILE)
    assert file.entries[-1].counted_on == date(2026, 1, 5)
    assert standing(file, today - timedelta(days=1)).status is Status.NORMAL
    assert standing(file, today).status is Status.SUSPENDED
    assert [span.starts for span in unbillable(file)] == [today]
    # The bureau may let it reach back to the decision.
    bureau.parameter("sanction_starts", "counted")
    again = replace(late, basis=replace(late.basis, reference="云医保处〔2026〕7号"))
    bureau.do("agency", replace(again, conduct_on=date(2025, 4, 1), conduct_to=date(2025, 4, 1)))
    assert bureau.state(FILE).entries[-1].bites_on == date(2026, 1, 5)


def test_score_needs_a_decision_against_that_institution(bureau: Any) -> None:
    no = bureau.to_decide()
    record = replace(
        score(6, "tiaoli_38_39", date(2025, 3, 1), bureau.today),
        basis=p.Basis(p.BasisKind.CASE, no, bureau.today),
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("agency", record)
    assert refused.value.code == "BASIS_MISSING"


@pytest.mark.parametrize(
    ("points", "act"), [(3, "tiaoli_38_39"), (7, "tiaoli_38_39"), (9, "tiaoli_40")]
)
def test_points_stay_inside_the_band(bureau: Any, points: int, act: str) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.do("agency", score(points, act, date(2025, 3, 1), date(2026, 2, 1)))
    assert refused.value.code == "OUTSIDE_SCORE_BAND"


def test_one_decision_scores_one_act_once(bureau: Any) -> None:
    bureau.parameter("score_recorders", "bureau")
    bureau.do("agency", FRAUD_2025)
    before = len(bureau.streams[FILE])
    spaced = replace(FRAUD_2025, basis=replace(FRAUD_2025.basis, reference=" 云医保处〔2025〕3号 "))
    for again in (FRAUD_2025, replace(FRAUD_2025, points=11), spaced):
        with pytest.raises(Refusal) as refused:
            bureau.do("ins1", again)
        assert refused.value.code == "SCORE_RECORDED"
    assert len(bureau.streams[FILE]) == before
    other = replace(FRAUD_2025, act="out_of_scope", points=4)
    assert bureau.do("agency", other)[0] == "ScoreRecorded"


def test_a_score_is_annulled_by_another_person_and_may_be_recorded_anew(bureau: Any) -> None:
    bureau.parameter("score_recorders", "bureau")
    bureau.do("ins1", FRAUD_2025)
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="复议1号", reasons="撤销")
    recorder = replace(bureau.people["ins1"], account="x", roles=frozenset({Role.SUPERVISOR}))
    before = len(bureau.streams[FILE])
    with pytest.raises(Refusal) as refused:
        bureau.do(recorder, annul)
    assert refused.value.code == "FOUR_EYES"
    assert len(bureau.streams[FILE]) == before
    bureau.do("sup", annul)
    assert bureau.do("ins1", FRAUD_2025)[0] == "ScoreRecorded"
    assert bureau.state(FILE).entries[1].entry_id == "S2"

"""中止 and going on: an objection, a new score, a case; the ban wins; consequences before the act."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines, events_until
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import handle
from casework.points.consequences import after, consequences
from casework.points.history import history, unbillable
from casework.points.standing import Status, standing
from casework.refusal import Refusal
from tests.unit.casework.verified import VERIFIED

FILE = "points:D1"
DOCUMENT = p.Basis(p.BasisKind.DOCUMENT, "云医保处〔2025〕3号", date(2025, 12, 1), "云溪县医保局")
FRAUD_2024 = p.RecordScore(
    prac_psn_code="D1",
    prac_psn_name="李医生",
    fixmedins_code="H34162300001",
    act="tiaoli_40",
    responsibility=p.Responsibility.PRIMARY,
    points=12,
    conduct_on=date(2024, 6, 1),
    conduct_to=date(2024, 6, 1),
    basis=DOCUMENT,
    reasons="主要责任",
    departure="依本局裁量说明",
)
MINOR_2025 = replace(
    FRAUD_2024,
    act="tiaoli_38_39",
    points=4,
    conduct_on=date(2025, 3, 1),
    conduct_to=date(2025, 3, 1),
    basis=replace(DOCUMENT, reference="云医保处〔2026〕1号", decided_on=date(2026, 2, 1)),
)
LATER = replace(MINOR_2025.basis, reference="云医保处〔2026〕2号")
FRAUD_2025 = replace(MINOR_2025, act="tiaoli_40", points=12)
YES = c.Outcome.APPROVED


def notice(entry: str, bureau: Any) -> p.NotifyScore:
    return p.NotifyScore(
        prac_psn_code="D1", entry_id=entry, way=c.ServiceWay.DIRECT, served_on=bureau.today
    )


def with_party(bureau: Any) -> None:
    """A terminated doctor whose application waits for the party organisation."""
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    bureau.do("doc", r.ApplyRestoration(prac_psn_code="D1", statement="已改正", commitment=True))
    for name in ("E1", "E2"):
        bureau.evidence(name)
    bureau.do(
        "office",
        r.RecordStudy(
            prac_psn_code="D1",
            course="政策",
            hours=Decimal(16),
            studied_on=date(2026, 2, 1),
            certificate="E1",
        ),
    )
    bureau.do(
        "office",
        r.RecordExam(
            prac_psn_code="D1", exam="结业", mark=80, held_on=date(2026, 2, 2), certificate="E2"
        ),
    )
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def refused(bureau: Any, who: str, command: Any, code: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        bureau.do(who, command)
    assert caught.value.code == code
    return caught.value


def test_objection_halts_and_its_answer_resumes(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("agency", notice("S1", bureau))
    object_ = p.ObjectToScore(
        prac_psn_code="D1",
        entry_id="S1",
        text="过重",
        signed=True,
        stamped=True,
        objection_scan=bureau.evidence("异议书"),
    )
    assert bureau.do("doc", object_) == [
        "ScoreObjected", "ScanServes", "RestorationHalted",
    ]  # fmt: skip
    assert bureau.state(FILE).stage == "halted"
    opinion = r.GivePartyOpinion(prac_psn_code="D1", outcome=YES)
    refused(bureau, "party", opinion, "ILLEGAL_MOVE")
    clock = next(
        d for d in deadlines(bureau.streams[FILE], bureau.at) if d.id == "restoration_party"
    )
    assert clock.clock is Clock.PAUSED
    bureau.wait(30)
    answer = p.ResolveObjection(
        prac_psn_code="D1", entry_id="S1", outcome=p.ObjectionOutcome.UPHELD, reasons="维持"
    )
    assert bureau.do("chief", answer) == [
        "ObjectionResolved",
        "HaltGroundEnded",
        "RestorationResumed",
    ]
    assert bureau.state(FILE).stage == "party"
    clock = next(
        d for d in deadlines(bureau.streams[FILE], bureau.at) if d.id == "restoration_party"
    )
    assert clock.clock is Clock.RUNNING
    bureau.do("party", opinion)


def test_annulled_basis_ends_the_application_and_restores_from_the_start(bureau: Any) -> None:
    with_party(bureau)
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="复议1号", reasons="撤销")
    assert bureau.do("head", annul) == ["ScoreAnnulled", "RestorationMoot", "ScanServes"]
    file = bureau.state(FILE)
    assert file.stage == "moot"
    assert standing(file, date(2025, 12, 15)).billable


def test_new_score_halts_until_it_is_settled(bureau: Any) -> None:
    with_party(bureau)
    old_rule = replace(
        MINOR_2025,
        conduct_on=date(2024, 11, 1),
        conduct_to=date(2024, 11, 1),
        basis=replace(DOCUMENT, decided_on=date(2026, 2, 1)),
    )
    assert "RestorationHalted" in bureau.do("agency", old_rule)
    go_on = r.ResumeRestoration(prac_psn_code="D1", reasons="已处理")
    refused(bureau, "sup", go_on, "HALT_STANDS")
    bureau.do("agency", notice("S2", bureau))
    refused(bureau, "sup", go_on, "HALT_STANDS")
    bureau.wait(20)
    assert bureau.do("sup", go_on) == ["HaltGroundEnded", "RestorationResumed"]
    assert bureau.state(FILE).restoration.covers == {"S1", "S2"}


SECOND = replace(
    FRAUD_2024,
    basis=replace(DOCUMENT, reference="云医保处〔2026〕9号", decided_on=date(2026, 2, 20)),
)
GO_ON = r.ResumeRestoration(prac_psn_code="D1", reasons="已处理")


def approvals(bureau: Any, upto: int = 3) -> None:
    """The opinions in their order, as far as `upto` bodies."""
    own = {"prac_psn_code": "D1", "outcome": YES}
    steps = [
        ("party", r.GivePartyOpinion(**own)),
        ("sup", r.ReviewRestoration(**own, **VERIFIED)),
        ("head", r.DecideRestoration(**own)),
    ]
    for who, command in steps[:upto]:
        bureau.do(who, command)


@pytest.mark.parametrize("given", [1, 2, 3])
def test_a_new_score_asks_the_opinions_given_before_it_anew(bureau: Any, given: int) -> None:
    with_party(bureau)
    approvals(bureau, given)
    assert "RestorationHalted" in bureau.do("agency", SECOND)
    bureau.do("agency", notice("S2", bureau))
    bureau.wait(25)
    assert bureau.do("agency2", GO_ON) == [
        "HaltGroundEnded",
        "RestorationResumed",
        "RestorationAskedAnew",
    ]
    file = bureau.state(FILE)
    assert (file.stage, file.restoration.covers) == ("party", {"S1", "S2"})
    assert (file.restoration.opinions, file.restoration.approved_on) == ((), None)
    assert standing(file, bureau.today).status is Status.TERMINATED
    running = [d.id for d in deadlines(bureau.streams[FILE], bureau.at) if d.is_open]
    assert running == ["restoration_party"]
    register = r.ReRegister(prac_psn_code="D1", registration_no="1")
    refused(bureau, "office", register, "STEP_MISSING")
    approvals(bureau)
    bureau.do("office", register)
    assert standing(bureau.state(FILE), bureau.today).status is Status.NORMAL


def test_an_application_sent_back_goes_to_the_party_after_a_new_score(bureau: Any) -> None:
    with_party(bureau)
    approvals(bureau, 1)
    back = r.ReviewRestoration(
        prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="补证明", **VERIFIED
    )
    bureau.do("sup", back)
    bureau.do("agency", SECOND)
    bureau.do("agency", notice("S2", bureau))
    bureau.wait(25)
    assert bureau.do("agency2", GO_ON) == ["HaltGroundEnded", "RestorationResumed"]
    assert bureau.state(FILE).stage == "returned"
    bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补"))
    assert bureau.state(FILE).stage == "party"


def test_without_a_new_score_the_approvals_hold(bureau: Any) -> None:
    with_party(bureau)
    approvals(bureau)
    rest = r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="核实")
    bureau.do("sup", rest)
    assert bureau.do("agency", GO_ON) == ["HaltGroundEnded", "RestorationResumed"]
    assert bureau.state(FILE).stage == "registration"


def test_ban_wins_over_a_running_application(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    with_party(bureau)
    bureau.do("agency", FRAUD_2025)
    bureau.do("agency", notice("S2", bureau))
    bureau.wait(20)
    barred = refused(
        bureau, "sup", r.ResumeRestoration(prac_psn_code="D1", reasons="x"), "RESTORATION_BARRED"
    )
    assert barred.facts["until"] == "2029-01-31"
    bureau.do("head", r.DismissRestoration(prac_psn_code="D1", reasons="全国规则禁止"))
    assert bureau.state(FILE).stage == "refused"


def test_open_case_halts_and_a_closed_one_does_not(bureau: Any) -> None:
    with_party(bureau)
    case_no = bureau.opened()
    halt = r.HaltRestoration(
        prac_psn_code="D1", ground=r.HaltGround.CASE, reference=case_no, reasons="新案"
    )
    refused(bureau, "sup", replace(halt, reference="none"), "NOT_FOUND")
    bureau.do("sup", halt)
    go_on = r.ResumeRestoration(prac_psn_code="D1", reasons="已办结")
    refused(bureau, "agency", go_on, "HALT_STANDS")
    bureau.declined(case_no, "证据不足")
    bureau.do("agency", go_on)
    refused(bureau, "sup", halt, "BAD_VALUE")


def test_consequences_before_the_act(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", FRAUD_2024)
    file = bureau.state(FILE)
    annul = p.AnnulScore(
        prac_psn_code="D1", entry_id="S1", document_no="1", reasons="撤销",
        paper_scan=bureau.evidence("撤销"),
    )  # fmt: skip
    states = {FILE: file, "evidence:撤销": bureau.state("evidence:撤销")}
    drafts = handle(annul, bureau.people["head"], bureau.at, states, bureau.streams)
    changed = after(file, drafts, bureau.at)
    found = consequences(file, changed, bureau.at)
    assert [one.kind for one in found] == ["total", "sanction_gone", "status", "settle"]
    settle = found[-1]
    assert (settle.starts, settle.until) == (date(2025, 12, 1), bureau.today)
    assert bureau.state(FILE) == file


def test_history_and_what_was_known_then(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    bureau.do("agency", replace(MINOR_2025, points=6, basis=DOCUMENT))
    again = {
        "act": "billing_for_barred",
        "points": 7,
        "conduct_on": date(2025, 4, 1),
        "conduct_to": date(2025, 4, 1),
    }
    bureau.do("agency", replace(MINOR_2025, **again))
    file = bureau.state(FILE)
    assert [span.status for span in history(file)] == [Status.NORMAL]
    bureau.do("agency", replace(MINOR_2025, points=4, basis=LATER))
    spans = unbillable(bureau.state(FILE))
    assert [(span.status, str(span.starts)) for span in spans] == [(Status.SUSPENDED, "2026-02-01")]
    assert events_until(bureau.streams[FILE], date(2026, 3, 1)) == []

"""What ran when a case went to the police or another authority runs on with what was left of it."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.rows import deadline_rows
from casework.commands import case as c
from casework.commands import referral as r

PARTYS = ("hearing_request", "defence")
MONTHS = 6


def clock(bureau: Any, row: str) -> Any:
    return next(d for d in deadlines(bureau.streams["case:C1"], bureau.at) if d.id == row)


def transferred(bureau: Any) -> None:
    gone = c.TransferCase(
        case_no="C1", to=c.Authority.OTHER_BUREAU, recipient="邻县医保局", document_no="移1号", reasons="管辖",
    )  # fmt: skip
    bureau.do("head", gone)


def answer(bureau: Any, sent_no: str) -> c.RecordTransferAnswer:
    paper = f"答复{sent_no}"
    bureau.evidence(paper)
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=paper, proves="答复"))
    return c.RecordTransferAnswer(
        case_no="C1", answer=c.TransferAnswer.SENT_BACK, sent_no=sent_no, document_no="复1号",
        answered_on=bureau.today, document=paper, reasons="不属于本局",
    )  # fmt: skip


@pytest.mark.parametrize("row", PARTYS)
def test_what_the_party_has_left_after_a_transfer(bureau: Any, row: str) -> None:
    bureau.noticed(months=MONTHS)
    bureau.wait(1)
    before = clock(bureau, row)
    assert before.clock is Clock.RUNNING
    transferred(bureau)
    bureau.wait(40)
    assert clock(bureau, row).clock is Clock.PAUSED
    bureau.do("ins1", answer(bureau, "移1号"))
    back = clock(bureau, row)
    assert (back.clock, back.left) == (Clock.RUNNING, before.left)
    # What is asked of the party's silence goes by the same day.
    silent = c.RecordDefence(case_no="C1", how=c.Defence.SILENT)
    if row == "defence":
        assert bureau.refused("ins1", silent) == "PERIOD_RUNNING"
    else:
        asked = c.RequestHearing(case_no="C1", requested_on=bureau.today)
        assert bureau.do("ins1", asked) == ["HearingRequested"]


def test_an_answer_about_a_clue_brings_no_case_back(bureau: Any) -> None:
    bureau.noticed(months=MONTHS)
    clue = c.TransferCase(
        case_no="C1", to=c.Authority.DISCIPLINE, recipient="县纪委监委", document_no="移0号",
        reasons="线索", whole=False,
    )  # fmt: skip
    bureau.do("head", clue)
    transferred(bureau)
    bureau.do("ins1", answer(bureau, "移0号"))
    bureau.wait(3)
    assert clock(bureau, "decision").clock is Clock.PAUSED
    assert clock(bureau, "hearing_request").clock is Clock.PAUSED


def test_no_clock_of_the_table_is_thrown_away_by_a_transfer() -> None:
    lost = [row.id for row in deadline_rows() if "CaseTransferred" in row.void | row.end]
    assert lost == []


def test_what_the_party_has_left_after_a_referral(bureau: Any) -> None:
    bureau.noticed(months=MONTHS)
    bureau.wait(1)
    before = clock(bureau, "hearing_request")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id=bureau.evidence("E1"), proves="x"))
    report = r.ReportReferral(
        case_no="C1", suspected_crime="诈骗罪", facts="虚构住院",
        amount=Decimal("41130.00"), amount_reasons="另有外县损失", recipient="云溪县公安局",
        missing_parts={r.PackagePart.EXPERT_OPINION: "无需鉴定"},
    )  # fmt: skip
    bureau.refer(report)
    bureau.do("head", r.DecideReferral(case_no="C1", approve=True, reasons="同意"))
    bureau.letter("C1")
    bureau.do("ins1", bureau.dossier("C1"))
    both = ("ins1", "ins2")
    bureau.do("ins1", r.SendReferral(case_no="C1", dossier_sha256="c" * 64, handed_over_by=both))
    bureau.wait(30)
    assert clock(bureau, "hearing_request").clock is Clock.PAUSED
    bureau.do(
        "head",
        r.ReturnReferral(
            case_no="C1",
            ground=r.ReturnGround.CASE_WITHDRAWN,
            document_no="撤1号",
            reasons="公安机关退回",
        ),
    )
    assert clock(bureau, "hearing_request").left == before.left
    assert clock(bureau, "decision").due - clock(bureau, "decision").started_at > timedelta(
        days=100
    )
    asked = c.RequestHearing(case_no="C1", requested_on=bureau.today)
    assert bureau.do("ins1", asked) == ["HearingRequested"]

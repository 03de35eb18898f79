"""A refusal of the police: the objection, the procuratorate, their days; items and copies (310号 6, 9, 12)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.cases.fold import fold_case
from casework.cases.stages import Stage
from casework.clocks.calendars import day_end, local_date
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import referral as r
from casework.commands.base import Command
from casework.events import Event
from tests.unit.casework.test_referral_first import approve, report, send

FILED, STANDS = r.PoliceAnswer.FILED, r.PoliceAnswer.NOT_FILED


def away(bureau: Any) -> str:
    no: str = bureau.investigated()
    bureau.refer(report(no))
    approve(bureau, no)
    send(bureau, no)
    bureau.do("ins1", r.RecordReceipt(case_no=no, receipt_no="1", received_at=bureau.at))
    return no


def refused(bureau: Any) -> str:
    no = away(bureau)
    bureau.do("ins1", r.RecordPoliceAnswer(case_no=no, answer=STANDS, document_no="2", reasons="x"))
    return no


def objection(bureau: Any, no: str, **more: Any) -> r.ObjectToRefusal:
    told = {"document_no": "3", "reasons": "x", "asked_on": bureau.today, **more}
    return r.ObjectToRefusal(case_no=no, **told)


def supervision(bureau: Any, no: str, **more: Any) -> r.AskSupervision:
    told = {"document_no": "4", "reasons": "x", "asked_on": bureau.today, **more}
    return r.AskSupervision(case_no=no, recipient="云溪县人民检察院", **told)


def clock(bureau: Any, no: str, row: str) -> Any:
    found = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return next(one for one in found if one.id == row)


def test_an_objection_in_time_counts_though_it_is_recorded_late(bureau: Any) -> None:
    no = refused(bureau)
    told = bureau.today
    bureau.wait(9)
    late = objection(bureau, no, asked_on=told + timedelta(days=4))
    before = objection(bureau, no, asked_on=told - timedelta(days=1))
    assert bureau.refused("ins1", late) == "PERIOD_OVER"
    assert bureau.refused("ins1", before) == "DATE_ORDER"
    in_time = replace(late, asked_on=told + timedelta(days=3))
    assert bureau.refused("sup", in_time) == "ROLE_REQUIRED"
    assert bureau.do("ins1", in_time) == ["RefusalObjected"]
    assert clock(bureau, no, "referral_objection").clock is Clock.MET
    # The police's three days run from the day on which they were asked.
    assert clock(bureau, no, "police_review").due == day_end(told + timedelta(days=6))
    assert bureau.refused("ins1", in_time) == "ALREADY_DONE"


def test_the_police_file_upon_an_objection_and_have_the_case_again(bureau: Any) -> None:
    no = refused(bureau)
    turned = r.RecordPoliceReview(case_no=no, answer=FILED, document_no="5")
    assert bureau.refused("ins1", turned) == "STEP_MISSING"
    bureau.do("ins1", objection(bureau, no))
    events = bureau.do("ins1", turned)
    assert events == ["PoliceReviewAnswered", "PoliceAnswered", "ReferralResumed"]
    state = bureau.state(f"case:{no}")
    assert (state.stage, state.referral.status, state.referral.review) == (
        Stage.REFERRED,
        "filed",
        "filed",
    )
    assert clock(bureau, no, "police_review").clock is Clock.MET
    assert bureau.refused("ins1", supervision(bureau, no)) == "STEP_MISSING"


def test_an_upheld_refusal_goes_to_the_procuratorate_within_three_days(bureau: Any) -> None:
    no = refused(bureau)
    bureau.do("ins1", objection(bureau, no))
    stands = r.RecordPoliceReview(case_no=no, answer=STANDS, document_no="5")
    assert bureau.refused("ins1", stands) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(stands, reasons="维持"))
    answered = bureau.today
    assert bureau.state(f"case:{no}").stage is Stage.INVESTIGATION
    assert clock(bureau, no, "supervision_request").due == day_end(answered + timedelta(days=3))
    bureau.wait(5)
    late = supervision(bureau, no, asked_on=answered + timedelta(days=4))
    assert bureau.refused("ins1", late) == "PERIOD_OVER"
    bureau.do("ins1", replace(late, asked_on=answered + timedelta(days=2)))
    assert clock(bureau, no, "supervision_request").clock is Clock.MET
    outcome = r.RecordSupervision(case_no=no, answer=FILED, document_no="6")
    assert bureau.do("ins1", outcome) == [
        "SupervisionAnswered",
        "PoliceAnswered",
        "ReferralResumed",
    ]
    assert bureau.refused("ins1", outcome) == "STEP_MISSING"


def test_the_procuratorate_may_be_asked_at_once_and_the_refusal_may_stand(bureau: Any) -> None:
    no = refused(bureau)
    bureau.do("ins1", supervision(bureau, no))
    assert clock(bureau, no, "referral_objection").clock is Clock.MET
    outcome = r.RecordSupervision(case_no=no, answer=STANDS, document_no="6", reasons="不足")
    assert bureau.do("ins1", outcome) == ["SupervisionAnswered"]
    assert bureau.state(f"case:{no}").stage is Stage.INVESTIGATION
    assert bureau.refused("ins1", outcome) == "ALREADY_DONE"


@pytest.mark.parametrize(
    "command",
    [
        lambda b, no: r.CopyReferral(case_no=no, recipient="x", document_no="1", copied_on=b.today),
        lambda b, no: r.HandOverItems(case_no=no, items="无", handed_on=b.today),
        objection,
        supervision,
        lambda b, no: r.RecordPoliceReview(case_no=no, answer=FILED, document_no="1"),
        lambda b, no: r.RecordSupervision(case_no=no, answer=FILED, document_no="1"),
    ],
)
def test_each_step_waits_for_the_one_before(bureau: Any, command: Any) -> None:
    no = bureau.investigated()
    asked: Command = command(bureau, no)
    assert bureau.refused("ins1", asked) == "STEP_MISSING"


def test_copy_and_items_end_their_clocks(bureau: Any) -> None:
    no = away(bureau)
    copy = r.CopyReferral(
        case_no=no, recipient="云溪县人民检察院", document_no="7", copied_on=bureau.today
    )
    early = replace(copy, copied_on=bureau.today - timedelta(days=1))
    assert bureau.refused("ins1", early) == "DATE_ORDER"
    bureau.do("ins1", copy)
    assert clock(bureau, no, "referral_copy").clock is Clock.MET
    items = r.HandOverItems(case_no=no, items="病历", receipt_no="8", handed_on=bureau.today)
    assert bureau.refused("ins1", items) == "STEP_MISSING"
    bureau.do("ins1", r.RecordPoliceAnswer(case_no=no, answer=FILED, document_no="2"))
    bureau.do("ins1", items)
    assert clock(bureau, no, "referral_items").clock is Clock.MET
    assert bureau.refused("ins1", items) == "ALREADY_DONE"


def test_what_was_ended_by_hand_before_is_still_read(bureau: Any) -> None:
    no = refused(bureau)
    chain: list[Event] = list(bureau.streams[f"case:{no}"])
    last = chain[-1]
    day = local_date(last.at)
    ended = {"period": "referral_objection", "title": "x", "result": "已提请复议"}
    began = {"period": "police_review", "title": "x", "starts_on": day.isoformat(), "text": ""}
    old = [
        replace(last, seq=last.seq + n, type=kind, data={**last.data, **data})
        for n, (kind, data) in enumerate((("PeriodEnded", ended), ("PeriodStarted", began)), 1)
    ]
    state = fold_case(f"case:{no}", [*chain, *old])
    assert state is not None
    assert state.referral is not None
    assert state.referral.objected_on == day
    running = {one.id: one.clock for one in deadlines([*chain, *old], bureau.at)}
    assert running["referral_objection"] is Clock.MET
    assert running["police_review"] is Clock.RUNNING

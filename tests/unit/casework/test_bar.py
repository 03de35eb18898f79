"""Barred for five years from managing institutions (条例 43): by the head, on a decision, and no longer."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import BEAT
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.measures.state import Standing
from casework.measures.wanted import measure_papers
from casework.notices.rows import To
from casework.notices.tell import told
from tests.unit.casework.test_agreement_path import KIND, decided, money, serve
from tests.unit.casework.test_execution import served
from tests.unit.casework.test_handling_remedies import ended, filed
from tests.unit.casework.test_ledger import HOSPITAL

#: GB 11643 check digits; nobody's.
NUMBER, WRONG = "341623197001010015", "341623197001010016"
KEY = f"manager:{HOSPITAL}/张守信"
STREAM = f"measures:{KEY}"
ENDED = a.Measure(KIND.TERMINATE_AGREEMENT, clause="协议第三十一条")
LEGAL = m.ManagerRole.LEGAL_REPRESENTATIVE


def handled(bureau: Any, *more: a.Measure, serves: bool = True) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"), *more)
    if serves:
        serve(bureau, no)
    bureau.wait(3)
    return no


def barring(no: str, **given: Any) -> m.ProposeMeasure:
    values: dict[str, Any] = {
        "subject_kind": m.SubjectKind.MANAGER,
        "subject_key": HOSPITAL,
        "department": "张守信",
        "subject_name": "云溪县人民医院",
        "term": "tiaoli-43-loss",
        "document_no": "协处〔2026〕1号",
        "reasons": "组织虚构医药服务，造成基金重大损失",
        "case_no": no,
        "manager_role": LEGAL,
        "identity_no": NUMBER,
    } | given
    return m.ProposeMeasure(**values)


def deciding(measure_id: str = "M1", *, approve: bool = True) -> m.DecideMeasure:
    return m.DecideMeasure(
        subject_kind=m.SubjectKind.MANAGER, subject_key=HOSPITAL, department="张守信",
        measure_id=measure_id, approve=approve, reasons="" if approve else "证据不足",
    )  # fmt: skip


def barred(bureau: Any, no: str) -> None:
    bureau.do("agency", barring(no))
    bureau.do("head", deciding())
    bureau.measure_served(deciding(), "M1")


def test_the_person_may_be_heard_before_he_is_barred(bureau: Any) -> None:
    no = handled(bureau, ENDED)
    bureau.do("agency", barring(no))
    of = deciding()
    silent = m.HearMeasure(
        subject_kind=of.subject_kind, subject_key=of.subject_key, department=of.department,
        measure_id="M1", told_on=bureau.today, how=c.Defence.SILENT,
    )  # fmt: skip
    assert bureau.refused("agency", silent) == "PERIOD_RUNNING"
    bureau.wait(10)
    assert bureau.do("agency", silent) == ["MeasureHeard"]
    bureau.hear(of, "M1")
    (one,) = bureau.state(STREAM).measures
    assert (one.heard, len(one.statements)) == ("waived", 1)
    assert bureau.do("head", of) == ["MeasureDecided", "BarDecided"]


def test_the_head_bars_for_five_years_on_a_terminated_agreement(bureau: Any) -> None:
    no = handled(bureau, ENDED)
    bureau.do("agency", barring(no, identity_no=f" {NUMBER} "))
    assert bureau.refused("sup", deciding()) == "ROLE_REQUIRED"
    assert bureau.do("head", deciding()) == ["MeasureDecided", "BarDecided"]
    assert bureau.measure_served(deciding(), "M1")[-2:] == ["MeasureImposed", "ManagerBarred"]
    (one,) = bureau.state(STREAM).measures
    assert (one.case_no, one.identity_no, one.manager_role) == (no, NUMBER, LEGAL)
    begins = bureau.state(STREAM).measures[0].starts_at
    assert one.ends_at.year - begins.year == 5
    assert one.holds(one.ends_at - timedelta(minutes=1))
    assert one.standing(one.ends_at) is Standing.EXPIRED
    # The case knows of it by name; the identity number stays with the measure.
    assert STREAM in bureau.state(f"case:{no}").measured
    assert all(NUMBER not in str(e.data) for e in bureau.streams[f"case:{no}"])
    bureau.at = datetime(2031, 6, 1, tzinfo=UTC)
    assert "MeasureExpired" in bureau.do(BEAT, m.EndMeasures(stream=STREAM))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"identity_no": WRONG}, "BAD_VALUE"),
        ({"identity_no": ""}, "FIELD_REQUIRED"),
        ({"manager_role": None}, "FIELD_REQUIRED"),
        ({"department": ""}, "FIELD_REQUIRED"),
        ({"case_no": ""}, "FIELD_REQUIRED"),
        ({"subject_key": "H34162300002"}, "BAD_VALUE"),
        ({"months": 12}, "OUTSIDE_BAND"),
        ({"subject_kind": m.SubjectKind.INSTITUTION}, "BAD_VALUE"),
        ({"term": "payment-share-50", "months": 3}, "BAD_VALUE"),
    ],
)
def test_who_is_barred_and_on_what_is_asked(bureau: Any, given: dict[str, Any], code: str) -> None:
    no = handled(bureau, ENDED)
    assert bureau.refused("agency", barring(no, **given)) == code
    assert not bureau.streams[STREAM]


def test_no_other_measure_has_an_identity_number(bureau: Any) -> None:
    other = {"subject_kind": m.SubjectKind.INSTITUTION, "department": "", "months": 3}
    found = bureau.refused("agency", barring("", term="payment-share-50", **other))
    assert found == "BAD_VALUE"


def test_it_needs_a_served_decision_that_ended_the_agreement_or_punishes(bureau: Any) -> None:
    no = handled(bureau, serves=False)
    assert bureau.refused("agency", barring(no)) == "STEP_MISSING"
    serve(bureau, no)
    assert bureau.refused("agency", barring(no)) == "STEP_MISSING"


def test_an_ended_agreement_that_was_not_served_bars_nobody(bureau: Any) -> None:
    no = handled(bureau, ENDED, serves=False)
    assert bureau.refused("agency", barring(no)) == "STEP_MISSING"
    serve(bureau, no)
    bureau.do("agency", barring(no))


def test_a_penalty_bars_too_and_the_bar_falls_with_it(bureau: Any) -> None:
    no = served(bureau)
    barred(bureau, no)
    (one,) = bureau.state(STREAM).measures
    assert one.penal
    assert not one.ground.penal
    filed(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED))
    (one,) = bureau.state(STREAM).measures
    assert one.standing(bureau.at) is Standing.LIFTED


def test_a_bar_that_waits_for_its_service_falls_with_its_case(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("agency", barring(no))
    bureau.do("head", deciding())
    case = bureau.state(f"case:{no}")
    assert case.measured == (STREAM,)
    gaps = measure_papers(case, {STREAM: bureau.state(STREAM)})
    assert [one.act for one in gaps][-1] == "ServeMeasure"
    filed(bureau, no)
    assert "MeasureLifted" in bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED))
    (one,) = bureau.state(STREAM).measures
    assert (one.standing(bureau.at), one.waiting, one.lift_told) == (Standing.LIFTED, False, False)
    # Nobody was told that it held: nobody outside is told that it does not.
    assert To.SUBJECT not in told(bureau.state(STREAM), [bureau.streams[STREAM][-1]])[0].to
    assert measure_papers(bureau.state(f"case:{no}"), {STREAM: bureau.state(STREAM)}) == ()


def test_the_bar_of_a_handling_falls_with_the_handling(bureau: Any) -> None:
    no = handled(bureau, ENDED)
    barred(bureau, no)
    filed(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED))
    assert bureau.state(STREAM).holding(bureau.at) == ()
    assert bureau.refused("agency", barring(no)) == "STEP_MISSING"


def test_one_case_bars_a_person_once(bureau: Any) -> None:
    no = handled(bureau, ENDED)
    barred(bureau, no)
    assert bureau.refused("agency", barring(no)) == "ALREADY_DONE"


def test_what_a_serious_loss_is_the_bureau_says(bureau: Any) -> None:
    no = handled(bureau, ENDED)
    bureau.parameter("serious_loss", "500000")
    assert bureau.refused("agency", barring(no)) == "LOSS_NOT_SERIOUS"
    bureau.do("agency", barring(no, term="tiaoli-43-effect"))
    loss = bureau.state(f"case:{no}").lines.loss or bureau.state(f"case:{no}").decision.recovery
    assert loss < Decimal(500000)

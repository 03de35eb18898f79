"""A day of service that was entered wrongly is corrected by its receipt, and what ran from it runs anew."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from casework.actors import BEAT
from casework.clocks.calendars import add_months, day_start
from casework.clocks.deadlines import Clock, deadlines
from casework.clocks.marks import due_marks
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.clocks import MarkDeadlines
from casework.commands.points import Basis, BasisKind, CorrectScoreService, NotifyScore
from casework.law.surcharge import surcharge
from casework.points.standing import standing
from tests.unit.casework.test_ledger import served
from tests.unit.casework.test_measures_served import STREAM, SUSPENDED, by_service
from tests.unit.casework.test_points_path import FILE, score

OWN: dict[str, Any] = {"prac_psn_code": "D1", "entry_id": "S1"}
DIRECT, MAIL = c.ServiceWay.DIRECT, c.ServiceWay.MAIL


def receipt(bureau: Any, no: str, name: str = "真回证", who: str = "ins1") -> str:
    bureau.evidence(name)
    bureau.do(who, c.AttachEvidence(case_no=no, evidence_id=name, proves="送达"))
    return name


def correction(
    no: str, served_on: date, paper: str, what: c.Served = c.Served.DECISION, **more: Any
) -> c.CorrectService:
    given = {"way": DIRECT, "served_on": served_on, "document": paper, "reasons": "回证日期录错"}
    return c.CorrectService(case_no=no, served=what, **(given | more))


def clocks(bureau: Any, stream: str = "case:C1") -> dict[str, Any]:
    return {one.id: one for one in deadlines(bureau.streams[stream], bureau.at)}


def test_a_decision_served_a_month_later_than_was_entered(bureau: Any) -> None:
    no = bureau.decided()
    bureau.sealed(no)
    first = bureau.today
    bureau.wait(40)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=first))
    assert clocks(bureau)["payment"].clock is Clock.OVERDUE
    true_day = bureau.today - timedelta(days=2)
    paper = receipt(bureau, no)
    right = correction(no, true_day, paper)
    assert bureau.refused("ins1", right) == "ROLE_REQUIRED"
    assert bureau.refused("sup", replace(right, reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("sup", replace(right, served_on=first)) == "ALREADY_DONE"
    later = bureau.today + timedelta(days=1)
    assert bureau.refused("sup", replace(right, served_on=later)) == "DATE_ORDER"
    assert bureau.refused("sup", replace(right, document="无此件")) == "NOT_FOUND"
    assert bureau.refused("sup", replace(right, served=c.Served.PRESSING)) == "STEP_MISSING"
    assert bureau.refused("sup", replace(right, served=c.Served.HEARING)) == "STEP_MISSING"
    assert bureau.refused("sup", replace(right, way=MAIL)) == "FIELD_REQUIRED"
    announced = replace(right, way=c.ServiceWay.ANNOUNCEMENT)
    assert bureau.refused("sup", announced) == "BAD_VALUE"
    assert bureau.do("sup", right) == ["ServiceCorrected"]
    case = bureau.state(f"case:{no}")
    assert case.served_on == true_day
    assert (case.services[-1].on, case.services[-1].receipt) == (true_day, paper)
    found = clocks(bureau)
    assert found["payment"].clock is Clock.RUNNING
    assert (found["payment"].due.date() - true_day).days == 15
    assert found["suit"].started_at.date() == true_day - timedelta(days=1)
    assert surcharge(case, bureau.today) == 0
    said = bureau.streams[f"case:{no}"][-1].data
    assert (said["was_on"], said["served_on"]) == (first.isoformat(), true_day.isoformat())


def test_a_right_that_had_lapsed_by_the_wrong_day_is_open_again(bureau: Any) -> None:
    """The beat had said that the party may not sue any more, and the way to the court had begun."""
    no = bureau.decided()
    bureau.sealed(no)
    first = bureau.today
    bureau.wait(200)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=first))
    bureau.do(BEAT, MarkDeadlines(stream=f"case:{no}"))
    assert "court_application" in clocks(bureau)
    bureau.do("sup", correction(no, bureau.today, receipt(bureau, no)))
    found = clocks(bureau)
    assert found["suit"].clock is Clock.RUNNING
    assert "court_application" not in found
    bureau.wait(250)
    marks = due_marks(bureau.streams[f"case:{no}"], bureau.at)
    assert "review" in {one.run.row.id for one in marks if one.type == "DeadlineLapsed"}


def test_instalments_stay_due_on_the_days_that_the_head_set(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", c.RequestInstalments(case_no=no, requested_on=bureau.today, reasons="x"))
    due = bureau.today + timedelta(days=60)
    parts = (c.Instalment(due, Decimal("8226.00")),)
    bureau.do("head", c.GrantInstalments(case_no=no, instalments=parts, reasons="x"))
    before = clocks(bureau)["payment"].due
    bureau.wait(10)
    bureau.do("sup", correction(no, bureau.today, receipt(bureau, no)))
    assert clocks(bureau)["payment"].due == before


def test_a_notice_is_corrected_and_the_defence_runs_anew(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.wait(20)
    silent = c.RecordDefence(case_no=no, how=c.Defence.SILENT)
    bureau.do("sup", correction(no, bureau.today, receipt(bureau, no), c.Served.NOTICE))
    assert bureau.state(f"case:{no}").notice_on == bureau.today
    assert bureau.refused("ins1", silent) == "PERIOD_RUNNING"


def test_the_receipt_that_the_service_has_proves_it_too(bureau: Any) -> None:
    no = served(bureau)
    bureau.receipts(no)
    bureau.wait(5)
    kept = bureau.state(f"case:{no}").services[-1].receipt
    bureau.do("head", correction(no, bureau.today - timedelta(days=1), kept))
    assert bureau.state(f"case:{no}").services[-1].receipt == kept
    # Another one takes its place, and the former stays in the vault with the reason.
    other = receipt(bureau, no, "另一回证")
    events = bureau.do("sup", correction(no, bureau.today, other))
    assert events == ["ServiceCorrected", "ScanReplaced"]
    assert [one.now for one in bureau.state(f"case:{no}").replaced] == [other]


def test_a_handling_is_corrected_with_the_measures_that_began_with_it(bureau: Any) -> None:
    no = by_service(bureau, SUSPENDED)
    bureau.handling_sealed(no)
    bureau.wait(20)
    early = bureau.today - timedelta(days=15)
    bureau.do("agency", a.ServeHandling(case_no=no, way=DIRECT, served_on=early))
    (began,) = bureau.state(STREAM).measures
    assert began.starts_at == day_start(early)
    paper = receipt(bureau, no)
    events = bureau.do("sup", correction(no, bureau.today, paper, c.Served.HANDLING))
    assert events == ["ServiceCorrected", "MeasureMoved"]
    (one,) = bureau.state(STREAM).measures
    assert one.starts_at == day_start(bureau.today)
    assert one.ends_at == day_start(add_months(bureau.today, 3))
    assert bureau.state(f"case:{no}").served_on == bureau.today
    assert clocks(bureau)["recovery_payment"].clock is Clock.RUNNING


def recorded(bureau: Any) -> None:
    """A score that was served on the wrong day, a month early."""
    bureau.do("agency", score(6, "tiaoli_38_39", date(2025, 3, 1), date(2026, 1, 5)))
    early = date(2026, 1, 8)
    bureau.do("agency", NotifyScore(**OWN, way=DIRECT, served_on=early))


def test_a_doctor_may_object_again_once_the_day_is_corrected(bureau: Any) -> None:
    recorded(bureau)
    bureau.do(BEAT, MarkDeadlines(stream=FILE))
    assert clocks(bureau, FILE)["score_objection"].clock is Clock.LAPSED
    own = {**OWN, "way": DIRECT, "served_on": bureau.today, "reasons": "月份录错"}
    bureau.evidence("真回证")
    right = CorrectScoreService(**own, receipt_scan="真回证")
    assert bureau.refused("agency", right) == "FOUR_EYES"
    assert bureau.refused("legal", right) == "ROLE_REQUIRED"
    # It is the agency's own act: the centre neither makes nor mends it.
    assert bureau.refused("sup", right) == "SCORE_OF_AGENCY"
    assert bureau.refused("agency2", replace(right, receipt_scan="")) == "FIELD_REQUIRED"
    assert bureau.refused("agency2", replace(right, reasons="")) == "FIELD_REQUIRED"
    assert bureau.do("agency2", right) == ["ScoreServiceCorrected", "ScanServes"]
    entry = bureau.state(FILE).entries[0]
    assert (entry.notified_on, entry.receipt.certificate) == (bureau.today, "真回证")
    found = clocks(bureau, FILE)["score_objection"]
    assert found.clock is Clock.RUNNING
    assert bureau.refused("agency2", right) in ("ALREADY_DONE", "FOUR_EYES")
    said = bureau.streams[FILE][-1].data
    assert (said["was_on"], said["served_on"]) == ("2026-01-08", bureau.today.isoformat())


def test_a_score_that_was_not_served_has_nothing_to_correct(bureau: Any) -> None:
    bureau.do("agency", score(6, "tiaoli_38_39", date(2025, 3, 1), date(2026, 1, 5)))
    given = {"way": DIRECT, "served_on": bureau.today, "reasons": "x"}
    assert bureau.refused("sup", CorrectScoreService(**OWN, **given)) == "STEP_MISSING"


def test_a_score_counted_from_the_service_counts_from_the_right_day(bureau: Any) -> None:
    """Entered in the next year by mistake, its points belonged to the wrong year and barred nobody."""
    bureau.parameter("score_counted_on", "served")
    bureau.parameter("sanction_starts", "counted")
    bureau.article = "tiaoli-40-1"
    no = bureau.decided()
    bureau.sealed(no)
    first = bureau.today
    bureau.wait(40)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    wrong = bureau.today
    basis = Basis(BasisKind.CASE, no, date(2026, 1, 1), "")
    bureau.do("agency", replace(score(12, "tiaoli_40", date(2025, 3, 1), first), basis=basis))
    (entry,) = bureau.state(FILE).entries
    assert entry.counted_on == wrong
    assert standing(bureau.state(FILE), first).billable
    paper = receipt(bureau, no)
    kinds = bureau.do("sup", correction(no, first, paper))
    assert kinds.count("ScoreDayCorrected") == 1
    (entry,) = bureau.state(FILE).entries
    assert entry.counted_on == first
    assert not standing(bureau.state(FILE), first).billable
    said = bureau.streams[FILE][-1].data
    assert (said["was_on"], said["counted_on"]) == (wrong.isoformat(), first.isoformat())


def test_a_score_counted_from_the_decision_stays_where_it_is(bureau: Any) -> None:
    bureau.article = "tiaoli-40-1"
    no = bureau.decided()
    bureau.sealed(no)
    first = bureau.today
    bureau.wait(3)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=DIRECT, served_on=bureau.today))
    basis = Basis(BasisKind.CASE, no, date(2026, 1, 1), "")
    bureau.do("agency", replace(score(12, "tiaoli_40", date(2025, 3, 1), first), basis=basis))
    before = bureau.state(FILE).entries
    paper = receipt(bureau, no)
    assert "ScoreDayCorrected" not in bureau.do("sup", correction(no, first, paper))
    assert bureau.state(FILE).entries == before

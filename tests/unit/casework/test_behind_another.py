"""Suspensions one after the other: what waits behind another begins when that is over (rows.toml, consecutive)."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from casework.actors import BEAT
from casework.clocks.calendars import add_months, day_start, local_date
from casework.commands import case as c
from casework.commands import measures as m
from casework.measures.act import lifted
from casework.measures.plan import after
from casework.measures.queue import REACH, following, wakes_at
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_ledger import disagreements

STREAM = f"measures:department:{HOSPITAL}/骨科"
OWN = {"subject_kind": m.SubjectKind.DEPARTMENT, "subject_key": HOSPITAL, "department": "骨科"}


def suspended(bureau: Any) -> str:
    """A penalty that suspends the department for six months, in force."""
    no = bureau.noticed(months=6)
    bureau.do("ins1", bureau.waived(no))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    discussed = c.DiscussCase(
        case_no=no, members=("head", "vice", "sup"), subject=c.DiscussionSubject.DECISION,
        held_on=bureau.today, record="同意", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip
    bureau.do("head", discussed)
    bureau.decide(no)
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return no


def second(bureau: Any) -> None:
    """The agency suspends the same department for three months, behind what runs."""
    bureau.imposes(STREAM, "tiaoli-13-department", 3)


def spans(bureau: Any) -> list[tuple[str, str]]:
    found = bureau.state(STREAM).measures
    return [(str(local_date(x.starts_at)), str(local_date(x.ends_at))) for x in found]


def stopped(bureau: Any, no: str) -> None:
    asked = c.RecordRemedy(
        case_no=no, kind=c.RemedyKind.REVIEW, body="市局", filed_on=bureau.today,
        document_no="复1", stops_execution=True,
    )  # fmt: skip
    bureau.do("legal", asked)


def upheld(bureau: Any, no: str) -> list[str]:
    closed = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.UPHELD, decided_on=bureau.today,
        document_no="复2", reasons="r",
    )  # fmt: skip
    return list(bureau.do("legal", closed))


def test_what_the_first_rested_the_second_waits(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    second(bureau)
    assert spans(bureau) == [("2026-03-02", "2026-09-02"), ("2026-09-02", "2026-12-02")]
    stopped(bureau, no)
    bureau.wait(60)
    assert upheld(bureau, no) == ["RemedyClosed", "MeasureResumed", "MeasureMoved"]
    assert spans(bureau) == [("2026-03-02", "2026-11-01"), ("2026-11-01", "2027-02-01")]


def test_decided_while_the_first_rests_it_waits_for_its_new_end(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    stopped(bureau, no)
    bureau.wait(30)
    second(bureau)
    bureau.wait(30)
    upheld(bureau, no)
    first, behind = spans(bureau)
    assert behind == (first[1], "2027-02-01")


def test_when_the_first_falls_the_second_begins_at_once(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    second(bureau)
    bureau.wait(5)
    annul = c.AnnulDecision(
        case_no=no, by="法院", document_no="判1", annulled_on=bureau.today, reasons="程序"
    )
    events = bureau.do("legal", annul)
    assert events[-1] == "MeasureMoved"
    assert spans(bureau)[1] == (str(bureau.today), "2026-06-12")
    assert disagreements(bureau) == []


def test_when_the_first_is_lifted_early_the_second_begins_then(bureau: Any) -> None:
    suspended(bureau)
    bureau.wait(5)
    second(bureau)
    bureau.wait(5)
    lift = m.LiftMeasure(**OWN, measure_id="M1", reasons="已整改", document_no="解1")
    assert bureau.do("head", lift) == ["MeasureLifted", "MeasureMoved"]
    assert spans(bureau)[1][0] == str(bureau.today)


@pytest.mark.parametrize("days", [200, 250])
def test_what_has_begun_is_not_moved(bureau: Any, days: int) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    second(bureau)
    bureau.wait(days)
    annul = c.AnnulDecision(
        case_no=no, by="法院", document_no="判1", annulled_on=bureau.today, reasons="程序"
    )
    assert "MeasureMoved" not in bureau.do("legal", annul)
    assert date.fromisoformat(spans(bureau)[1][0]) == date(2026, 9, 2)


def beat(bureau: Any) -> list[str]:
    events: list[str] = bureau.do(BEAT, m.EndMeasures(stream=STREAM))
    return events


def day(bureau: Any, number: int) -> date:
    return local_date(bureau.state(STREAM).measures[number].starts_at)


@pytest.mark.parametrize("late", [0, 3, 6])
def test_behind_one_that_rests_it_is_put_off_before_it_begins(bureau: Any, late: int) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    second(bureau)
    stopped(bureau, no)
    assert beat(bureau) == []
    looks = wakes_at(bureau.state(STREAM))
    assert looks == bureau.state(STREAM).measures[1].starts_at - REACH
    # The first rests on and on; the beat stood still for some days.
    bureau.wait((local_date(looks) - bureau.today).days + late)
    rested = (bureau.today - date(2026, 3, 7)).days
    assert beat(bureau) == ["MeasureMoved"]
    assert day(bureau, 1) == date(2026, 9, 2) + timedelta(days=rested)
    assert beat(bureau) == []
    bureau.wait(20)
    upheld(bureau, no)
    first, behind = spans(bureau)
    assert behind[0] == first[1]


def test_what_rests_past_its_end_is_waited_for(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    stopped(bureau, no)
    bureau.wait(200)
    second(bureau)
    assert day(bureau, 1) == date(2026, 9, 2) + timedelta(days=200)
    upheld(bureau, no)
    first, behind = spans(bureau)
    assert behind[0] == first[1]


def untold(bureau: Any) -> None:
    """The second as it was kept before the queue: nobody said when it was to begin."""
    events = bureau.streams[STREAM]
    for n, one in enumerate(events):
        if "wished_at" in one.data:
            data = {key: value for key, value in one.data.items() if key != "wished_at"}
            events[n] = replace(one, data=data)


def test_of_before_the_queue_the_beat_moves_what_a_fallen_one_left_waiting(bureau: Any) -> None:
    suspended(bureau)
    bureau.wait(5)
    second(bureau)
    untold(bureau)
    assert beat(bureau) == []
    bureau.wait(5)
    lift = m.LiftMeasure(**OWN, measure_id="M1", reasons="已整改", document_no="解1")
    bureau.do("head", lift)
    events = bureau.streams[STREAM]
    # Lifted in a version that moved nothing.
    events[:] = [one for one in events if one.type != "MeasureMoved"]
    bureau.wait(3)
    assert beat(bureau) == ["MeasureMoved"]
    assert day(bureau, 1) == bureau.today
    assert beat(bureau) == []


def test_one_asked_for_a_later_day_is_not_brought_near(bureau: Any) -> None:
    suspended(bureau)
    bureau.wait(5)
    starts = day_start(date(2026, 9, 20))
    bureau.imposes(STREAM, "tiaoli-13-department", 3, starts_at=starts)
    lift = m.LiftMeasure(**OWN, measure_id="M1", reasons="已整改", document_no="解1")
    assert bureau.do("head", lift) == ["MeasureLifted"]
    assert beat(bureau) == []
    assert day(bureau, 1) == date(2026, 9, 20)


def test_an_earlier_end_of_its_own_moves_with_its_beginning(bureau: Any) -> None:
    suspended(bureau)
    bureau.wait(5)
    second(bureau)
    state = bureau.state(STREAM)
    behind = replace(state.measures[1], lifted_at=day_start(date(2026, 10, 2)))
    state = replace(state, measures=(state.measures[0], behind))
    gone = lifted(state, state.measures[0], bureau.at, "r")
    ((_, kind, told),) = following(state, [gone], bureau.at, "r")
    assert kind == "MeasureMoved"
    starts, ends = (local_date(datetime.fromisoformat(told[x])) for x in ("starts_at", "lifted_at"))
    assert (starts, ends) == (bureau.today, add_months(bureau.today, 1))
    then = after(state, [gone, (STREAM, kind, told)], bureau.at).measures[1]
    assert local_date(then.over_at) == add_months(bureau.today, 1)


def test_what_was_lifted_before_it_began_stays_where_it_is(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.wait(5)
    second(bureau)
    bureau.do("chief", m.LiftMeasure(**OWN, measure_id="M2", reasons="协商一致"))
    annul = c.AnnulDecision(
        case_no=no, by="法院", document_no="判1", annulled_on=bureau.today, reasons="程序"
    )
    assert "MeasureMoved" not in bureau.do("legal", annul)

"""A measure that no case decided begins with the service of its sealed notice, and its end is served, too."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.clocks.calendars import day_start
from casework.commands import case as c
from casework.commands import measures as m
from casework.documents.catalogue import form_of
from casework.events import Event
from casework.measures.eyes import acts_on
from casework.measures.serve import lacking
from casework.measures.state import Standing, fold_measures
from casework.notices.rows import To
from casework.notices.tell import told
from evidence.forms.measure import measure_values
from tests.unit.casework.test_measures import PLACE, STREAM, deciding, imposed, paper, proposed

LIFT = m.LiftMeasure(**PLACE, measure_id="M1", reasons="已整改")


def decided(bureau: Any, **given: Any) -> m.ProposeMeasure:
    command = proposed(bureau, **given)
    bureau.do("agency", command)
    bureau.hear(command, "M1")
    assert bureau.do("chief", deciding("M1", command)) == ["MeasureDecided"]
    return command


def one(bureau: Any) -> Any:
    return bureau.state(STREAM).measures[0]


def serving(bureau: Any, **given: Any) -> m.ServeMeasure:
    values: dict[str, Any] = {"receipt_scan": "E-receipt", "way": c.ServiceWay.DIRECT}
    values |= {"served_on": bureau.today} | given
    return m.ServeMeasure(**PLACE, measure_id="M1", **values)


def test_what_was_decided_waits_for_its_papers_and_its_service(bureau: Any) -> None:
    command = decided(bureau)
    bureau.evidence("E-receipt")
    assert one(bureau).standing(bureau.at) is Standing.DECIDED
    assert bureau.state(STREAM).holding(bureau.at) == ()
    assert one(bureau).decided_by.account == "chief"
    assert bureau.refused("agency", serving(bureau)) == "NOT_EFFECTIVE"
    bureau.do("agency", paper("M1", "measure_approval", bureau.evidence("E1")))
    assert lacking(one(bureau), "measure").id == "measure_notice"
    assert bureau.refused("agency", serving(bureau)) == "NOT_EFFECTIVE"
    assert "ServeMeasure" not in acts_on(one(bureau), bureau.people["agency"], bureau.at)
    bureau.do("agency", paper("M1", "suspension_notice", bureau.evidence("E2")))
    assert acts_on(one(bureau), bureau.people["agency"], bureau.at)[0] == "ServeMeasure"
    assert "ServeMeasure" not in acts_on(one(bureau), bureau.people["head"], bureau.at)
    for who in ("chief", "sup", "head", "legal"):
        assert bureau.refused(who, serving(bureau)) == "ROLE_REQUIRED"
    for given, code in (
        ({"receipt_scan": ""}, "FIELD_REQUIRED"),
        ({"receipt_scan": "E1"}, "SCAN_TAKEN"),
        ({"receipt_scan": "E9"}, "NOT_FOUND"),
        ({"served_on": None}, "FIELD_REQUIRED"),
        ({"way": c.ServiceWay.MAIL}, "FIELD_REQUIRED"),
        ({"served_on": bureau.today - timedelta(days=1)}, "DATE_ORDER"),
        ({"served_on": bureau.today + timedelta(days=1)}, "DATE_ORDER"),
    ):
        assert bureau.refused("agency", serving(bureau, **given)) == code, given
    bureau.wait(3)
    day = bureau.today - timedelta(days=1)
    assert "MeasureImposed" in bureau.do("agency", serving(bureau, served_on=day))
    found = one(bureau)
    assert (found.starts_at, found.standing(bureau.at)) == (day_start(day), Standing.IN_FORCE)
    # Who decided it is not who served it.
    assert found.decided_by.account == "chief"
    assert [s.receipt for s in found.services] == ["E-receipt"]
    assert bureau.refused("agency", serving(bureau)) == "STEP_MISSING"
    assert bureau.refused("agency", replace(serving(bureau), measure_id="M2")) == "NOT_FOUND"
    assert command.subject_key == bureau.state(STREAM).subject_key


def test_it_begins_later_where_its_proposal_asked_for_that(bureau: Any) -> None:
    starts = day_start(bureau.today + timedelta(days=20))
    command = decided(bureau, starts_at=starts)
    bureau.measure_served(command, "M1")
    assert one(bureau).starts_at == starts
    assert one(bureau).standing(bureau.at) is Standing.PENDING


def test_the_notice_says_that_it_runs_from_its_service(bureau: Any) -> None:
    decided(bureau)
    form = form_of("suspension_notice")
    values = measure_values(form, bureau.state(STREAM), one(bureau), "云溪县医保局", bureau.at)
    assert values["measure"]["begins"] == "本通知书送达之日"
    assert values["measure"]["until"] == "满 3 个月"


def test_what_was_not_served_is_taken_back_and_nobody_outside_hears_of_it(bureau: Any) -> None:
    command = decided(bureau)
    assert "LiftMeasure" in acts_on(one(bureau), bureau.people["chief"], bureau.at)
    assert bureau.do("chief", LIFT) == ["MeasureLifted"]
    assert one(bureau).standing(bureau.at) is Standing.LIFTED
    event = bureau.streams[STREAM][-1]
    assert To.SUBJECT not in told(bureau.state(STREAM), [event])[0].to
    bureau.evidence("E-receipt")
    assert bureau.refused("agency", serving(bureau)) == "STEP_MISSING"
    assert bureau.refused("chief", LIFT) == "ALREADY_DONE"
    assert bureau.refused("chief", deciding("M1", command)) == "ALREADY_DONE"


def test_the_end_of_a_measure_is_served_with_its_sealed_notice(bureau: Any) -> None:
    imposed(bureau)
    bureau.do("chief", LIFT)
    # It holds no more from now on, whenever that is served.
    assert one(bureau).standing(bureau.at) is Standing.LIFTED
    bureau.evidence("E-receipt")
    assert bureau.refused("agency", serving(bureau)) == "NOT_EFFECTIVE"
    bureau.do("agency", paper("M1", "lift_notice", bureau.evidence("E8")))
    assert bureau.do("agency", serving(bureau)) == ["MeasureServed", "ScanServes"]
    assert one(bureau).service_of("lift").on == bureau.today
    assert bureau.refused("agency", serving(bureau)) == "STEP_MISSING"


def test_a_measure_that_meets_another_when_it_is_served_is_refused(bureau: Any) -> None:
    command = decided(bureau)
    bureau.imposes(STREAM, "tiaoli-13-terminate")
    bureau.measure_signed(command, "M1")
    bureau.evidence("E-receipt")
    assert bureau.refused("agency", serving(bureau)) == "MEASURE_CONFLICT"
    assert bureau.do("chief", LIFT) == ["MeasureLifted"]


@pytest.mark.parametrize("lifts", [False, True])
def test_measures_of_before_had_effect_by_their_decision(bureau: Any, lifts: bool) -> None:
    imposed(bureau)
    if lifts:
        bureau.do("chief", LIFT)
    chain: list[Event] = []
    for event in bureau.streams[STREAM]:
        data = {k: v for k, v in event.data.items() if k != "to_serve"}
        if event.type not in ("MeasureDecided", "MeasureServed", "MeasurePaperAttached"):
            chain.append(Event(**{**vars(event), "data": data}))
    (old,) = fold_measures(STREAM.partition(":")[2], chain).measures
    assert old.imposed
    assert old.holds(bureau.at) is not lifts
    assert not old.waiting
    assert not old.lift_told

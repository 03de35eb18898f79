"""A measure that no case decided begins with the service of its sealed notice, and its end is served, too."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.clocks.calendars import add_months, day_start
from casework.commands import case as c
from casework.commands import measures as m
from casework.documents.catalogue import form_of
from casework.events import Event
from casework.measures.eyes import acts_on, correctable, waits_to_be_served
from casework.measures.serve import lacking, to_do, to_serve, unserved_since
from casework.measures.signed import measure_forms
from casework.measures.state import Standing, fold_measures
from casework.notices.rows import To
from casework.notices.tell import told
from evidence.forms.fill import fill, shipped
from evidence.forms.measure import measure_values, template_of
from tests.unit.casework.test_measures import PLACE, STREAM, deciding, imposed, paper, proposed
from tests.unit.evidence.filled import text_of

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


def test_of_one_that_had_not_begun_the_end_is_served_before_it_would_have(bureau: Any) -> None:
    starts = day_start(bureau.today + timedelta(days=20))
    bureau.measure_served(decided(bureau, starts_at=starts), "M1")
    bureau.wait(2)
    day, moment = bureau.today, bureau.at
    assert bureau.do("chief", LIFT) == ["MeasureLifted"]
    assert one(bureau).lifted_at == starts
    assert unserved_since(one(bureau)) == moment
    # Who signs the lifting signs it that day, not when it would have begun.
    rows = measure_values(
        form_of("lift_notice"), bureau.state(STREAM), one(bureau), "局", bureau.at
    )
    assert rows["opinions"][-1]["day"] == f"{day.year}年{day.month}月{day.day}日"
    bureau.do("agency", paper("M1", "lift_notice", bureau.evidence("E8")))
    bureau.evidence("E-receipt")
    before = serving(bureau, served_on=day - timedelta(days=1))
    assert bureau.refused("agency", before) == "DATE_ORDER"
    assert "MeasureServed" in bureau.do("agency", serving(bureau))
    assert (one(bureau).service_of("lift").on, one(bureau).lifted_at) == (day, starts)
    assert one(bureau).standing(starts) is Standing.LIFTED


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


def correcting(bureau: Any, **given: Any) -> m.CorrectMeasureService:
    values: dict[str, Any] = {"way": c.ServiceWay.DIRECT, "served_on": bureau.today}
    return m.CorrectMeasureService(
        **PLACE, measure_id="M1", **(values | {"reasons": "回证日期录错"} | given)
    )


def test_a_measure_begins_with_the_right_day_once_its_service_is_corrected(bureau: Any) -> None:
    command = decided(bureau)
    assert bureau.refused("chief", correcting(bureau)) == "STEP_MISSING"
    bureau.measure_served(command, "M1")
    first, had = bureau.today, one(bureau).services[-1].receipt
    bureau.wait(5)
    day = bureau.today - timedelta(days=2)
    right = correcting(bureau, served_on=day)
    for who, given, code in (
        ("agency", {}, "ROLE_REQUIRED"),
        ("sup", {}, "ROLE_REQUIRED"),
        ("head", {}, "ROLE_REQUIRED"),
        ("chief", {"reasons": " "}, "FIELD_REQUIRED"),
        ("chief", {"served_on": first}, "ALREADY_DONE"),
        ("chief", {"served_on": first - timedelta(days=1)}, "DATE_ORDER"),
        ("chief", {"served_on": bureau.today + timedelta(days=1)}, "DATE_ORDER"),
        ("chief", {"receipt_scan": "E2"}, "NOT_FOUND"),
        ("chief", {"measure_id": "M9"}, "NOT_FOUND"),
    ):
        assert bureau.refused(who, replace(right, **given)) == code, (who, given)
    assert "CorrectMeasureService" in acts_on(one(bureau), bureau.people["chief"], bureau.at)
    assert "CorrectMeasureService" not in acts_on(one(bureau), bureau.people["agency"], bureau.at)
    assert bureau.do("chief", right) == ["MeasureServiceCorrected", "MeasureMoved"]
    found = one(bureau)
    assert (found.services[-1].on, found.services[-1].receipt) == (day, had)
    assert (found.starts_at, found.ends_at) == (day_start(day), day_start(add_months(day, 3)))
    said = bureau.streams[STREAM][-2].data
    assert (said["was_on"], said["served_on"]) == (first.isoformat(), day.isoformat())
    # Who put it right entered it now: the next correction is another's.
    assert bureau.refused("chief", correcting(bureau)) == "FOUR_EYES"
    assert "CorrectMeasureService" not in acts_on(found, bureau.people["chief"], bureau.at)


def test_a_wrong_receipt_gives_way_with_the_day(bureau: Any) -> None:
    command = decided(bureau)
    bureau.measure_served(command, "M1")
    bureau.wait(2)
    bureau.evidence("真回证")
    right = correcting(bureau, receipt_scan="真回证")
    events = bureau.do("chief", right)
    assert events == ["MeasureServiceCorrected", "ScanServes", "ScanReplaced", "MeasureMoved"]
    assert one(bureau).services[-1].receipt == "真回证"


def test_one_that_was_to_begin_later_is_not_moved_by_an_earlier_service(bureau: Any) -> None:
    starts = day_start(bureau.today + timedelta(days=20))
    command = decided(bureau, starts_at=starts)
    bureau.wait(3)
    bureau.measure_served(command, "M1")
    bureau.wait(2)
    day = bureau.today - timedelta(days=3)
    assert bureau.do("chief", correcting(bureau, served_on=day)) == ["MeasureServiceCorrected"]
    assert one(bureau).starts_at == starts


def test_the_service_of_its_end_is_corrected_and_moves_nothing(bureau: Any) -> None:
    imposed(bureau)
    bureau.do("chief", LIFT)
    assert waits_to_be_served(one(bureau), bureau.people["agency"])
    assert not waits_to_be_served(one(bureau), bureau.people["chief"])
    assert "待附入" in to_do(one(bureau))[0]
    bureau.do("agency", paper("M1", "lift_notice", bureau.evidence("E8")))
    assert to_do(one(bureau))[0] == "送达解除措施通知书"
    bureau.evidence("E-receipt")
    bureau.do("agency", serving(bureau))
    assert not waits_to_be_served(one(bureau), bureau.people["agency"])
    bureau.wait(2)
    before = one(bureau)
    assert bureau.do("chief", correcting(bureau)) == ["MeasureServiceCorrected"]
    found = one(bureau)
    assert found.service_of("lift").on == bureau.today
    assert (found.starts_at, found.lifted_at) == (before.starts_at, before.lifted_at)
    assert found.service_of("measure") == before.service_of("measure")


def corrected(bureau: Any) -> None:
    """A notice that was served, with the wrong day put right by the agency's head."""
    command = decided(bureau)
    bureau.measure_served(command, "M1")
    bureau.wait(5)
    bureau.do("chief", correcting(bureau, served_on=bureau.today - timedelta(days=2)))


def test_a_correction_prints_its_approval_form_and_misses_the_signed_one(bureau: Any) -> None:
    corrected(bureau)
    found = one(bureau)
    form = measure_forms(found)[-1]
    assert form.zh == "更正措施通知书送达审批表"
    values = measure_values(form, bureau.state(STREAM), found, "云溪县医保局", bureau.at)
    told = text_of(fill(shipped(template_of(form).id), values))
    was, now = found.corrections[0].was, found.corrections[0].right
    for said in (
        form.zh, f"{was.on.month}月{was.on.day}日 直接送达", f"{now.on.month}月{now.on.day}日 直接送达",
        "回证日期录错", "AGENCY", "CHIEF", f"（{found.measure_id}）",
    ):  # fmt: skip
        assert said in told, said
    # It stands in the inbox of who keeps the measure's papers until it is back.
    assert waits_to_be_served(found, bureau.people["agency"])
    assert not waits_to_be_served(found, bureau.people["chief"])
    assert to_do(found)[0] == "附入更正措施通知书送达审批表签字件"
    assert unserved_since(found) == found.corrections[0].at
    attach = paper("M1", form.id, bureau.evidence("审批"))
    before = len(bureau.streams[STREAM])
    for who, given, code in (
        ("doc", {}, "ROLE_REQUIRED"),
        ("agency", {"evidence_id": "没有"}, "NOT_FOUND"),
        ("agency", {"form_id": "internal_approval"}, "STEP_MISSING"),
        ("agency", {"form_id": "internal_approval-99"}, "NOT_FOUND"),
    ):
        assert bureau.refused(who, replace(attach, **given)) == code, (who, given)
    assert len(bureau.streams[STREAM]) == before
    assert bureau.do("agency", attach) == ["MeasurePaperAttached", "ScanServes"]
    assert not waits_to_be_served(one(bureau), bureau.people["agency"])
    assert bureau.refused("agency", replace(attach, evidence_id=bureau.evidence("另"))) == (
        "SCAN_STANDS"
    )


def test_corrections_of_before_ask_for_no_form(bureau: Any) -> None:
    corrected(bureau)
    chain = [
        replace(e, data={k: v for k, v in e.data.items() if k != "approval_form"})
        for e in bureau.streams[STREAM]
    ]
    (old,) = fold_measures(STREAM.partition(":")[2], chain).measures
    assert old.corrections == ()
    assert old.services == one(bureau).services
    assert to_serve(old) is None
    assert not waits_to_be_served(old, bureau.people["agency"])


def test_the_notice_of_a_lifted_measure_is_put_right_too(bureau: Any) -> None:
    imposed(bureau)
    bureau.wait(9)
    bureau.do("chief", LIFT)
    bureau.do("agency", paper("M1", "lift_notice", bureau.evidence("E8")))
    bureau.evidence("E-receipt")
    bureau.do("agency", serving(bureau))
    bureau.wait(3)
    found = one(bureau)
    first, over = found.service_of("measure").on, found.lifted_at
    day = first + timedelta(days=2)
    notice = correcting(bureau, served_on=day, of=m.ServedOf.MEASURE)
    late = replace(notice, served_on=found.service_of("lift").on + timedelta(days=1))
    assert bureau.refused("chief", late) == "DATE_ORDER"
    assert bureau.do("chief", notice) == ["MeasureServiceCorrected", "MeasureMoved"]
    found = one(bureau)
    assert found.service_of("measure").on == day
    # What was over keeps its end: the notice of that is another service.
    assert (found.starts_at, found.lifted_at) == (day_start(day), over)
    assert [each.by.account for each in correctable(found, bureau.people["chief"])] == ["agency"]
    again = replace(notice, served_on=first)
    assert bureau.refused("chief", again) == "FOUR_EYES"
    assert "CorrectMeasureService" in acts_on(found, bureau.people["chief"], bureau.at)
    of_end = correcting(bureau, of=m.ServedOf.LIFT)
    assert bureau.do("chief", of_end) == ["MeasureServiceCorrected"]
    assert one(bureau).service_of("lift").on == bureau.today


@pytest.mark.parametrize(
    ("term", "months", "code"),
    [("tiaoli-13-terminate", 0, "MEASURE_MET"), ("payment-share-50", 3, None)],
)
def test_an_earlier_day_meets_what_ran_then_and_is_over(
    bureau: Any, term: str, months: int, code: str | None
) -> None:
    command = decided(bureau)
    first = bureau.today
    bureau.imposes(STREAM, term, months)
    bureau.wait(5)
    bureau.do("chief", replace(LIFT, measure_id="M2"))
    over = bureau.state(STREAM).measure("M2").lifted_at
    bureau.wait(4)
    bureau.measure_served(command, "M1")
    bureau.wait(2)
    before = len(bureau.streams[STREAM])
    right = correcting(bureau, served_on=first + timedelta(days=1))
    if code:
        assert bureau.refused("chief", right) == code
        assert len(bureau.streams[STREAM]) == before
        # On a day on which that was over it meets nothing.
        bureau.do("chief", replace(right, served_on=first + timedelta(days=7)))
    else:
        bureau.do("chief", right)
        # It comes after the other, as it would have, had it been served then.
        assert bureau.state(STREAM).measure("M1").starts_at == over

"""A handling suspends up to an end to the minute and within an area, where its decision says so."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.timeline_words import SAID
from casework.agreement.names import worded
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.measures import LiftMeasure, SubjectKind
from casework.measures.state import Standing
from cli.forms import READERS
from tests.unit.casework.test_agreement_path import decided, less_of, told

DEPARTMENT = "measures:department:H34162300001/骨科"
ENDS = datetime(2026, 4, 15, 9, 30, tzinfo=UTC)


def until(ends_at: datetime | None = ENDS, **more: Any) -> a.Measure:
    given = {"target": "骨科", "clause": "协议第三十条", **more}
    return a.Measure(a.MeasureKind.SUSPEND_DEPARTMENT, ends_at=ends_at, **given)


def handling(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    return no


def test_a_decided_suspension_ends_to_the_minute_in_its_area(bureau: Any) -> None:
    no = handling(bureau)
    told(bureau, no, until(area="341623000000"))
    [one] = bureau.state(DEPARTMENT).measures
    assert (one.ends_at, one.months, one.area) == (ENDS, 0, "341623")
    assert one.standing(ENDS - timedelta(minutes=1)) is Standing.IN_FORCE
    assert one.standing(ENDS) is Standing.EXPIRED
    said = bureau.state(f"case:{no}").handling.measures[0]
    assert (said.area, said.ends_at) == ("341623", ENDS)


@pytest.mark.parametrize(
    "wrong",
    [
        until(None),
        until(months=1),
        until(None, months=-1),
        until(area="利辛县"),
        replace(until(), kind=a.MeasureKind.TERMINATE_AGREEMENT),
        replace(until(None), kind=a.MeasureKind.TERMINATE_AGREEMENT, area="341623"),
    ],
)
def test_months_or_an_end_and_an_area_by_its_code(bureau: Any, wrong: a.Measure) -> None:
    no = handling(bureau)
    propose = a.ProposeHandling(case_no=no, measures=(wrong,), reasons="违约")
    assert bureau.refused("agency", propose) == "BAD_VALUE"


@pytest.mark.parametrize(
    ("ends", "code"), [(timedelta(days=-1), "DATE_ORDER"), (timedelta(days=400), "OUTSIDE_BAND")]
)
def test_an_end_is_within_what_the_law_leaves_when_it_is_proposed(
    bureau: Any, ends: timedelta, code: str
) -> None:
    no = handling(bureau)
    wrong = until(bureau.at + ends)
    less = less_of(bureau, no, (wrong,))
    propose = a.ProposeHandling(case_no=no, measures=(wrong,), reasons="违约", **less)
    assert bureau.refused("agency", propose) == code


def test_a_late_service_only_shortens_it_and_one_after_its_end_imposes_nothing(
    bureau: Any,
) -> None:
    no = handling(bureau)
    decided(bureau, no, until())
    bureau.at = ENDS - timedelta(days=2)
    bureau.handling_served(no)
    [one] = bureau.state(DEPARTMENT).measures
    assert one.ends_at == ENDS


def test_a_suspension_that_was_over_before_its_service_is_said_to_be(bureau: Any) -> None:
    no = handling(bureau)
    decided(bureau, no, until())
    bureau.at = ENDS + timedelta(days=2)
    assert bureau.handling_served(no) == ["HandlingServed"]
    assert bureau.state(DEPARTMENT).measures == ()
    [served] = [e for e in bureau.streams[f"case:{no}"] if e.type == "HandlingServed"]
    assert served.data["lapsed"] == ["暂停责任科室服务 骨科"]
    assert "未执行：暂停责任科室服务 骨科" in " ".join(SAID["HandlingServed"](served.data, "zh"))


def test_it_reads_with_its_end_and_area_on_paper_and_at_the_terminal() -> None:
    read = READERS[a.Measure]("suspend_department::协议第三十条:骨科:341623@2026-04-15T17:30")
    assert read == until(area="341623")
    zh, en = worded(read.kind, read.target, None, 0, area=read.area, ends_at=read.ends_at)
    assert zh == "暂停责任科室服务（骨科） 至 2026-04-15 17:30 区域 341623"
    assert en.endswith("until 2026-04-15 17:30 area 341623")
    assert READERS[a.Measure]("withhold_payment:2:协议第三十条").months == 2


LATER = datetime(2026, 6, 30, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(("months", "begins"), [(2, True), (6, False)])
def test_a_fixed_end_stays_where_another_suspension_runs(
    bureau: Any, months: int, begins: bool
) -> None:
    no = handling(bureau)
    bureau.imposes(DEPARTMENT, "tiaoli-13-department", months)
    told(bureau, no, until(LATER))
    _, *behind = bureau.state(DEPARTMENT).measures
    first = bureau.state(DEPARTMENT).measures[0]
    assert [(one.starts_at, one.ends_at) for one in behind] == (
        [(first.ends_at, LATER)] if begins else []
    )
    [served] = [e for e in bureau.streams[f"case:{no}"] if e.type == "HandlingServed"]
    assert served.data.get("lapsed") == (None if begins else ["暂停责任科室服务 骨科"])


def test_a_fixed_end_stays_when_what_runs_before_it_ends_early(bureau: Any) -> None:
    no = handling(bureau)
    bureau.imposes(DEPARTMENT, "tiaoli-13-department", 2)
    told(bureau, no, until(LATER))
    lift = LiftMeasure(
        subject_kind=SubjectKind.DEPARTMENT, subject_key="H34162300001", department="骨科",
        measure_id="M1", reasons="已整改", document_no="解1",
    )  # fmt: skip
    assert bureau.do("chief", lift) == ["MeasureLifted", "MeasureMoved"]
    lifted, one = bureau.state(DEPARTMENT).measures
    assert (one.starts_at, one.ends_at) == (lifted.over_at, LATER)

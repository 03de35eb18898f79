"""Several measures of one handling on one subject: each its own, and overlaps by rule."""

from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.agreement.impose import if_proposed, measures_of, subjects
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.measures import MeasureType
from casework.events import GENESIS, Event, seal
from casework.measures.plan import after
from casework.measures.state import MeasuresState, Standing, fold_measures
from casework.refusal import Refusal

KIND = a.MeasureKind
PHARMACY = "P34162300009"
AGREEMENT = f"measures:institution:{PHARMACY}"
DEPARTMENT = f"measures:department:{PHARMACY}/内科"
TERMINATE = a.Measure(KIND.TERMINATE_AGREEMENT, clause="协议第四十条")
RECOVER_ALL = a.Measure(KIND.RECOVERY, Decimal("4113.00"), clause="协议第三十条")


def months(kind: a.MeasureKind, number: int, target: str = "") -> a.Measure:
    return a.Measure(kind, months=number, target=target, clause="协议第四十条")


def opened(bureau: Any) -> str:
    pharmacy = c.Party(c.PartyKind.INSTITUTION, PHARMACY, "云溪大药房")
    bureau.opened(path=c.Path.AGREEMENT, party=pharmacy)
    return str(bureau.established("C1"))


def proposal(no: str, *measures: a.Measure, acts: tuple[str, ...] = ()) -> a.ProposeHandling:
    return a.ProposeHandling(
        case_no=no, measures=(*measures, RECOVER_ALL), reasons="违约", pharmacy_acts=acts
    )


def decided(bureau: Any, *measures: a.Measure, acts: tuple[str, ...] = ()) -> list[str]:
    no = opened(bureau)
    bureau.do("agency", proposal(no, *measures, acts=acts))
    bureau.handling_told(no)
    bureau.wait(14)
    bureau.do("agency", a.StateDefence(case_no=no, how=c.Defence.SILENT))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1号")
    bureau.do("chief", decide)
    events: list[str] = bureau.handling_served(no)
    return events


def test_a_termination_beside_six_points_does_not_lift_itself(bureau: Any) -> None:
    """A pharmacy's month is absorbed by the termination, which lasts."""
    events = decided(bureau, TERMINATE, acts=("substitution",))
    assert events == [
        "HandlingServed", "PharmacyScored", "MeasureImposed", "MeasureLifted", "MeasureImposed",
    ]  # fmt: skip
    month, ended = bureau.state(AGREEMENT).measures
    assert (month.kind, ended.kind) == (MeasureType.SUSPEND_INSTITUTION, MeasureType.TERMINATE)
    assert month.standing(bureau.at) is Standing.ABSORBED
    assert ended.ends_at is None
    assert ended.standing(bureau.at + timedelta(days=4000)) is Standing.IN_FORCE


def test_twelve_points_beside_a_suspension_cancel_for_good(bureau: Any) -> None:
    decided(bureau, months(KIND.SUSPEND_AGREEMENT, 6), acts=("borrowed_terminal",))
    (held,) = bureau.state(AGREEMENT).holding(bureau.at + timedelta(days=4000))
    assert held.term == "quanzhou-cancel"


def test_six_points_beside_a_suspension_of_six_months_add_a_month(bureau: Any) -> None:
    decided(bureau, months(KIND.SUSPEND_AGREEMENT, 6), acts=("substitution",))
    first, second = bureau.state(AGREEMENT).measures
    # The points are told with the service; their month is served after what the agency asked for.
    assert {first.months, second.months} == {1, 6}
    assert second.starts_at == first.ends_at
    assert second.ends_at is not None
    assert (second.ends_at + timedelta(hours=8)).date().isoformat() == "2026-10-16"


def test_payment_is_withheld_for_its_months_while_patients_go_on_settling(bureau: Any) -> None:
    withheld = months(KIND.WITHHOLD_PAYMENT, 3)
    assert decided(bureau, withheld, TERMINATE) == ["HandlingServed", *["MeasureImposed"] * 2]
    one, ended = bureau.state(AGREEMENT).measures
    assert (one.kind, one.term) == (MeasureType.WITHHOLD_PAYMENT, "tiaoli-13-payment")
    assert (one.row.stops, one.row.withholds) == (False, True)
    # What was billed before the agreement ended stays unpaid until its day.
    assert bureau.state(AGREEMENT).holding(bureau.at) == (ended, one)
    assert one.standing(bureau.at + timedelta(days=100)) is Standing.EXPIRED


def test_a_payment_that_is_withheld_twice_is_withheld_for_both_terms(bureau: Any) -> None:
    decided(bureau, months(KIND.WITHHOLD_PAYMENT, 3), months(KIND.WITHHOLD_PAYMENT, 1))
    first, second = bureau.state(AGREEMENT).measures
    assert second.starts_at == first.ends_at


@pytest.mark.parametrize(("number", "code"), [(0, "BAD_VALUE"), (13, "OUTSIDE_BAND")])
def test_how_long_a_payment_is_withheld(bureau: Any, number: int, code: str) -> None:
    no = opened(bureau)
    withheld = proposal(no, months(KIND.WITHHOLD_PAYMENT, number))
    assert bureau.refused("agency", withheld) == code


def test_one_department_named_twice_serves_both_terms(bureau: Any) -> None:
    twice = (months(KIND.SUSPEND_DEPARTMENT, 3, "内科"), months(KIND.SUSPEND_DEPARTMENT, 2, "内科"))
    decided(bureau, *twice)
    first, second = bureau.state(DEPARTMENT).measures
    assert (first.measure_id, first.months, second.measure_id, second.months) == ("M1", 3, "M2", 2)
    assert second.starts_at == first.ends_at


@pytest.mark.parametrize(
    ("measures", "acts"),
    [((TERMINATE, TERMINATE), ()), ((TERMINATE,), ("borrowed_terminal",))],
    ids=["twice", "and-twelve-points"],
)
def test_what_cannot_be_decided_together_is_not_proposed(
    bureau: Any, measures: tuple[a.Measure, ...], acts: tuple[str, ...]
) -> None:
    no = opened(bureau)
    assert bureau.refused("agency", proposal(no, *measures, acts=acts)) == "MEASURE_CONFLICT"


def test_what_meets_a_standing_termination_is_not_proposed(bureau: Any) -> None:
    decided(bureau, TERMINATE)
    bureau.opened("C2", path=c.Path.AGREEMENT, party=bureau.state("case:C1").party)
    alone = (months(KIND.SUSPEND_AGREEMENT, 6),)
    suspend = a.ProposeHandling(case_no="C2", measures=alone, reasons="违约")
    assert bureau.refused("agency", suspend) == "MEASURE_CONFLICT"


MEASURES = st.one_of(
    st.just(TERMINATE),
    st.integers(1, 12).map(lambda n: months(KIND.WITHHOLD_PAYMENT, n)),
    st.integers(1, 12).map(lambda n: months(KIND.SUSPEND_AGREEMENT, n)),
    st.tuples(st.integers(1, 12), st.sampled_from(("内科", "外科"))).map(
        lambda one: months(KIND.SUSPEND_DEPARTMENT, *one)
    ),
)
POINTS = st.sampled_from(
    ((), ("substitution",), ("out_of_scope", "substitution"), ("cash_for_drugs",))
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(measures=st.lists(MEASURES, max_size=4), acts=POINTS)
def test_no_measure_of_a_handling_rewrites_another(
    bureau: Any, measures: list[a.Measure], acts: tuple[str, ...]
) -> None:
    bureau = type(bureau)()
    actor = bureau.people["agency"]
    opened(bureau)
    case = if_proposed(bureau.state("case:C1"), proposal("C1", *measures, acts=acts), actor)
    states = {stream: bureau.state(stream) for stream in subjects(case)}
    ends = [m for m in measures if m == TERMINATE] + [a for a in acts if a == "cash_for_drugs"]
    if len(ends) > 1:
        with pytest.raises(Refusal) as refused:
            measures_of(case, states, bureau.at)
        assert refused.value.code == "MEASURE_CONFLICT"
        return
    drafts = measures_of(case, states, bureau.at)
    for stream, state in states.items():
        imposed = [
            d["measure_id"] for s, kind, d in drafts if (s, kind) == (stream, "MeasureImposed")
        ]
        assert len(imposed) == len(set(imposed))
        then: MeasuresState = after(state, drafts, bureau.at)
        assert [m.measure_id for m in then.measures] == imposed
        served = [m for m in then.measures if m.standing(bureau.at) is not Standing.ABSORBED]
        withheld = [m for m in served if m.row.withholds]
        barred = [m for m in served if not m.row.withholds]
        if stream == AGREEMENT and ends:
            assert [m.kind for m in barred] == [MeasureType.TERMINATE]
        for row in (withheld, barred):
            for one, following in pairwise(row):
                assert following.starts_at == one.ends_at


def test_a_chain_of_before_reads_as_it_did(bureau: Any) -> None:
    """Two events of one number were written once: the second gives the first its time, as ever."""
    by = {"account": "sup", "person": "p", "name": "S"}
    base = {
        "measure_id": "M1", "subject_name": "云溪大药房", "area": "", "basis": "b", "reasons": "r",
        "case_no": "C1", "document_no": "", "by": by, "starts_at": "2026-03-16T01:00:00Z",
    }  # fmt: skip
    both = (
        {**base, "kind": "terminate", "term": "tiaoli-13-terminate", "months": 0, "ends_at": None},
        {
            **base, "kind": "suspend_institution", "term": "quanzhou-suspend", "months": 1,
            "ends_at": "2026-04-15T16:00:00Z",
        },
    )  # fmt: skip
    chain: list[Event] = []
    for n, data in enumerate(both, 1):
        prev = chain[-1].hash if chain else GENESIS
        chain.append(seal(AGREEMENT, n, "MeasureImposed", data, "sup", bureau.at, prev))
    (one,) = fold_measures(AGREEMENT.partition(":")[2], chain).measures
    assert one.kind is MeasureType.TERMINATE
    assert one.ends_at is not None

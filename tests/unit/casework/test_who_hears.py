"""What events tell, and who hears it: pure."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actors import AGENCY, Actor, Role
from casework.clocks.rows import deadline_rows
from casework.commands import case as c
from casework.decide import step_of
from casework.event_names import EVENTS
from casework.notices.rows import NoticeKind, To, job_names, notice_rows, party_deadlines
from casework.notices.tell import hears, told, told_step
from casework.waits import waits_for, waits_of
from stack.jobs import KINDS


def test_every_row_speaks_of_an_event_that_there_is() -> None:
    deadlines = {"DeadlineWarned", "DeadlineOverdue", "DeadlineLapsed"}
    assert notice_rows().keys() - deadlines <= EVENTS.keys()
    assert job_names().keys() <= set(KINDS)
    assert party_deadlines() == {
        *("defence", "handling_defence", "handling_rectification"),
        *("hearing_request", "hearing_day", "payment", "correction", "recovery_payment"),
        *("pressing", "review", "suit", "handling_review", "handling_suit"),
        *("performance_review", "performance_suit"),
        *("appeal_judgment", "appeal_ruling", "handling_appeal"),
        *("review_on_spot", "suit_on_spot", "suit_after_review", "suit_after_withdrawal"),
    }
    assert party_deadlines() <= {row.id for row in deadline_rows()}


def test_a_step_is_of_the_person_who_may_take_it(bureau: Any) -> None:
    bureau.opened()
    case = bureau.state("case:C1")
    step = step_of(case, bureau.people["sup"], bureau.at)
    assert step is not None
    one = told_step(case, step)
    assert (one.kind, one.seq) == (NoticeKind.STEP, 1)
    assert step.zh in one.zh
    assert step.en in one.en
    assert step_of(case, bureau.people["legal"], bureau.at) is None


def test_the_officers_own_step_waits_for_them_and_no_other_inspector(bureau: Any) -> None:
    bureau.opened("C0")
    assert waits_for(bureau.state("case:C0"), bureau.at).roles == {Role.SUPERVISOR, Role.HEAD}
    bureau.investigated()
    waits = waits_for(bureau.state("case:C1"), bureau.at)
    assert Role.INSPECTOR not in waits.roles
    assert {"ins1", "ins2"} <= waits.people
    assert waits.concern(waits_of(bureau.people["ins1"], bureau.at))
    assert not waits.concern(waits_of(bureau.people["ins3"], bureau.at))


def test_a_task_is_heard_by_its_assignee_and_not_by_himself(bureau: Any) -> None:
    bureau.opened()
    bureau.do("ins1", c.AddTask(case_no="C1", title="调病历", assignee="ins2", due=None))
    bureau.do("ins1", c.AddTask(case_no="C1", title="调账册", assignee="ins1", due=None))
    case, events = bureau.state("case:C1"), bureau.streams["case:C1"]
    tasks = [one for one in told(case, events) if one.kind is NoticeKind.TASK]
    assert [one.detail for one in tasks] == ["调病历", "调账册"]
    heard = {
        one.detail: {
            name for name, who in bureau.people.items() if hears(case, one, who, bureau.at)
        }
        for one in tasks
    }
    # Who gave a task to himself knows of it.
    assert heard == {"调病历": {"ins2"}, "调账册": set()}


@pytest.mark.parametrize("person", ["ins1", "sup", "legal", "head", "office", "doc", "aud"])
def test_nobody_hears_what_he_did_himself(bureau: Any, person: str) -> None:
    bureau.opened()
    case = bureau.state("case:C1")
    step = step_of(case, bureau.people["sup"], bureau.at)
    assert step is not None
    one = told_step(case, step)
    everybody = frozenset(To)
    loud = type(one)(one.seq, one.kind, "x", "x", everybody, actor=person, assignee=person)
    who: Actor = bureau.people[person]
    assert not hears(case, loud, who, bureau.at)


@pytest.mark.parametrize(
    ("kind", "overdue"), [("DeadlineLapsed", False), ("DeadlineOverdue", True)]
)
def test_a_right_that_ended_is_not_told_as_overdue(bureau: Any, kind: str, overdue: bool) -> None:
    no = bureau.filed()
    data = {"deadline": "decision", "due": "2026-05-31T15:59:59.000000Z", "run": "decision/1"}
    event = replace(bureau.streams[f"case:{no}"][-1], type=kind, data=data)
    (one,) = told(bureau.state(f"case:{no}"), [event])
    assert (one.due is not None) is overdue


@pytest.mark.parametrize(
    "kind",
    ["CorrectionServed", "HearingNotified", "FinePressed", "InstalmentsRefused", "MoneyPaidBack"],
)
def test_what_is_served_on_the_party_is_told_to_it(bureau: Any, kind: str) -> None:
    no = bureau.noticed()
    event = replace(bureau.streams[f"case:{no}"][-1], type=kind, data={}, actor="ins1")
    case = bureau.state(f"case:{no}")
    (one,) = told(case, [event])
    heard = {name for name, who in bureau.people.items() if hears(case, one, who, bureau.at)}
    assert heard == {"ins2", "office"}


@pytest.mark.parametrize("deadline", sorted(party_deadlines()))
@pytest.mark.parametrize("kind", ["DeadlineWarned", "DeadlineLapsed"])
def test_the_party_hears_that_its_own_right_ends(bureau: Any, kind: str, deadline: str) -> None:
    no = bureau.noticed()
    data = {"deadline": deadline, "due": "2026-05-31T15:59:59.000000Z", "run": f"{deadline}/1"}
    event = replace(bureau.streams[f"case:{no}"][-1], type=kind, data=data, actor="beat")
    case = bureau.state(f"case:{no}")
    (one,) = told(case, [event])
    row = next(row for row in deadline_rows() if row.id == deadline)
    assert row.zh in one.zh
    assert row.en in one.en
    assert hears(case, one, bureau.people["office"], bureau.at)
    (other,) = told(case, [replace(event, data=data | {"deadline": "decision"})])
    assert not hears(case, other, bureau.people["office"], bureau.at)


@pytest.mark.parametrize(
    "kind", ["MeasureRested", "MeasureResumed", "MeasureShortened", "MeasureMoved"]
)
def test_whoever_settles_hears_that_a_measure_rests_or_ends_earlier(kind: str) -> None:
    assert notice_rows()[kind].to == {To.AGENCY, To.SUBJECT, To.PLACES}


def heard_of(bureau: Any, kind: str, **data: Any) -> set[str]:
    """Who hears of an event of this type in a case whose party was notified."""
    no = bureau.noticed()
    event = replace(bureau.streams[f"case:{no}"][-1], type=kind, data=data, actor="beat")
    case = bureau.state(f"case:{no}")
    (one,) = told(case, [event])
    return {name for name, who in bureau.people.items() if hears(case, one, who, bureau.at)}


OFFICERS = {"ins1", "ins2"}


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("InstalmentOpenAgain", False),
        ("DecisionPublished", False),
        ("PublicationWithdrawn", False),
        ("PaymentReversed", True),
        ("CaseConverted", True),
        ("ConvertedToHandling", True),
    ],
)
def test_the_party_hears_of_its_money_its_path_and_its_publication(
    bureau: Any, kind: str, inside: bool
) -> None:
    agency = {name for name, who in bureau.people.items() if who.holds(*AGENCY)}
    assert heard_of(bureau, kind) == OFFICERS | {"office"} | (agency if inside else set())


@pytest.mark.parametrize("kind", ["VolumeDamaged", "RecusalDecided"])
def test_damage_and_recusals_are_told_inside_alone(bureau: Any, kind: str) -> None:
    heard = heard_of(bureau, kind)
    supervisors = {n for n, who in bureau.people.items() if who.holds(Role.SUPERVISOR)}
    assert heard >= OFFICERS | supervisors
    assert not heard & {"office", "doc", "party"}


def test_who_gave_a_task_hears_that_it_is_done(bureau: Any) -> None:
    bureau.opened()
    bureau.do("ins1", c.AddTask(case_no="C1", title="调病历", assignee="ins2", due=None))
    bureau.do("ins2", c.FinishTask(case_no="C1", task_id="T1", result="已调取"))
    case, events = bureau.state("case:C1"), bureau.streams["case:C1"]
    one = told(case, events)[-1]
    assert one.detail == "已调取"
    heard = {name for name, who in bureau.people.items() if hears(case, one, who, bureau.at)}
    assert heard == {"ins1"}

"""Who hears what of a doctor's file: himself, where he practises, and whoever settles his fees."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.notices.rows import To
from casework.notices.tell import hears, told
from casework.points.object import open_to_objection
from casework.points.periods import objection_ends
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.test_restoration_halts import MINOR_2025, notice
from tests.unit.casework.verified import VERIFIED

YES = c.Outcome.APPROVED
DOCTOR_AND_PLACES = {"doc", "office", "party"}
EVERYBODY = DOCTOR_AND_PLACES | {"agency", "agency2", "chief"}


def heard(bureau: Any, event_type: str) -> set[str]:
    """Who hears of the latest event of this type, besides steps that wait."""
    state = bureau.state(FILE)
    event = [one for one in bureau.streams[FILE] if one.type == event_type][-1]
    (one,) = told(state, [event])
    return {name for name, who in bureau.people.items() if hears(state, one, who, bureau.at)}


def submitted(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def test_a_score_that_falls_is_told_to_whoever_settles(bureau: Any) -> None:
    submitted(bureau)
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="复议1号", reasons="撤销")
    bureau.do("head", annul)
    assert heard(bureau, "ScoreAnnulled") == EVERYBODY
    assert heard(bureau, "RestorationMoot") == DOCTOR_AND_PLACES


def test_a_restoration_that_falls_again_is_told_to_whoever_settles(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
    bureau.do("sup", r.ReviewRestoration(prac_psn_code="D1", outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=YES))
    bureau.do("office", r.ReRegister(prac_psn_code="D1", registration_no="DJ1"))
    # The office did it itself.
    assert heard(bureau, "DoctorReRegistered") == EVERYBODY - {"office"}
    bureau.do("sup", r.ProposeRevocation(prac_psn_code="D1", reasons="证书造假"))
    bureau.do("doc", r.StateOnRevocation(prac_psn_code="D1", text="x"))
    bureau.do("head", r.RevokeRestoration(prac_psn_code="D1", reasons="证书造假"))
    assert heard(bureau, "RestorationRevoked") == EVERYBODY


@pytest.mark.parametrize("event_type", ["RestorationReturned", "RestorationDismissed"])
def test_what_became_of_an_application_is_told_where_he_practises(
    bureau: Any, event_type: str
) -> None:
    submitted(bureau)
    if event_type == "RestorationReturned":
        bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
        back = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="缺卷")
        bureau.do("sup", back)
    else:
        halt = r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="另案")
        bureau.do("sup", halt)
        bureau.do("head", r.DismissRestoration(prac_psn_code="D1", reasons="不符合条件"))
    assert heard(bureau, event_type) == DOCTOR_AND_PLACES


@pytest.mark.parametrize("kind", ["DeadlineWarned", "DeadlineLapsed"])
def test_the_days_to_object_are_told_to_the_doctor_and_where_he_practises(
    bureau: Any, kind: str
) -> None:
    submitted(bureau)
    state, last = bureau.state(FILE), bureau.streams[FILE][-1]

    def hearing(deadline: str) -> set[str]:
        data = {"deadline": deadline, "due": "2026-05-31T15:59:59.000000Z", "run": "x/1"}
        (one,) = told(state, [replace(last, type=kind, data=data, actor="clock:beat")])
        waits = replace(one, to=one.to - {To.WAITING})
        return {n for n, who in bureau.people.items() if hears(state, waits, who, bureau.at)}

    assert hearing("score_objection") == DOCTOR_AND_PLACES
    # Other periods of his file are not his to keep.
    assert hearing("restoration_centre") == set()


def test_a_score_is_open_to_objection_for_ten_working_days(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    assert open_to_objection(bureau.state(FILE), bureau.at) == ()
    bureau.do("agency", notice("S1", bureau))
    (entry,) = open_to_objection(bureau.state(FILE), bureau.at)
    ends = objection_ends(entry.notified_on)
    assert open_to_objection(bureau.state(FILE), ends) == (entry,)
    assert open_to_objection(bureau.state(FILE), ends + timedelta(seconds=1)) == ()
    words: dict[str, Any] = {"prac_psn_code": "D1", "text": "过重", "signed": True, "stamped": True}
    words["objection_scan"] = bureau.evidence("异议书")
    bureau.do("doc", p.ObjectToScore(entry_id="S1", **words))
    assert open_to_objection(bureau.state(FILE), bureau.at) == ()


def test_a_new_place_of_practice_is_told_and_how_he_stands(bureau: Any) -> None:
    submitted(bureau)
    other = replace(bureau.people["office"], account="off2", person="p-off2", fixmedins_code="H2")
    bureau.people["office2"] = other
    bureau.do("agency2", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="H2"))
    assert heard(bureau, "PracticePointAdded") == {*DOCTOR_AND_PLACES, "office2", "agency", "chief"}
    (one,) = told(bureau.state(FILE), bureau.streams[FILE][-1:])
    assert one.zh == "新增执业机构，医师医保支付资格：终止"
    assert one.en.endswith("terminated")


def test_that_an_application_rests_and_goes_on_is_told_where_he_practises(bureau: Any) -> None:
    submitted(bureau)
    halt = r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="核查")
    bureau.do("sup", halt)
    assert heard(bureau, "RestorationHalted") == DOCTOR_AND_PLACES
    bureau.do("sup", r.ResumeRestoration(prac_psn_code="D1", reasons="核查完毕"))
    assert heard(bureau, "RestorationResumed") == DOCTOR_AND_PLACES


def test_places_and_the_centre_hear_that_an_application_was_withdrawn(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("doc", r.WithdrawRestoration(prac_psn_code="D1", reasons="补学"))
    supervisors = {n for n, who in bureau.people.items() if who.holds(Role.SUPERVISOR)}
    assert heard(bureau, "RestorationWithdrawn") == DOCTOR_AND_PLACES - {"doc"} | supervisors


def test_doctor_and_places_hear_that_an_application_left_its_batch(bureau: Any) -> None:
    submitted(bureau)
    event = replace(bureau.streams[FILE][-1], type="RestorationUnlisted", data={}, actor="beat")
    state = bureau.state(FILE)
    (one,) = told(state, [event])
    people = {n for n, who in bureau.people.items() if hears(state, one, who, bureau.at)}
    assert people == DOCTOR_AND_PLACES

"""A doctor moves in the middle of an application: it goes on at another place, or rests."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from casework.actors import Actor, Role
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.points.fold import fold_points
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.test_restoration_halts import LATER, MINOR_2025

OTHER = "H34162300002"
SECRETARY = Actor(
    "other", "他院书记", frozenset({Role.PARTY_SECRETARY}), "p-other", fixmedins_code=OTHER
)
YES = r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED)


def leaving(bureau: Any, code: str = HOSPITAL) -> p.LeavePractice:
    return p.LeavePractice(
        prac_psn_code="D1", fixmedins_code=code, left_on=bureau.today, reasons="调离"
    )


def submitted(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def test_the_application_goes_on_at_the_other_hospital(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    moved = bureau.do("agency", leaving(bureau))
    assert moved == ["PracticeLeft", "RestorationTurnedToParty"]
    file = bureau.state(FILE)
    assert (file.institutions, file.fixmedins_code, file.stage) == ((OTHER,), OTHER, "party")
    # What was learned and what was scored stays his.
    assert (len(file.learning), len(file.entries)) == (2, 1)
    assert bureau.refused("party", YES) == "NOT_YOURS"
    assert bureau.do(SECRETARY, YES) == ["PartyOpinionGiven", "RestorationSentToCentre"]


def test_at_the_other_place_the_parameter_says_who_stands_in(bureau: Any) -> None:
    bureau.parameter("no_party_organisation", "P34=DW1")
    submitted(bureau)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="P34"))
    bureau.do("agency", leaving(bureau))
    assert bureau.state(FILE).party_bodies == ("DW1",)
    bureau.do(replace(SECRETARY, fixmedins_code="DW1"), YES)


def test_an_opinion_once_given_stands_after_the_move(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    bureau.do("agency", leaving(bureau))
    assert bureau.state(FILE).stage == "centre"


def test_without_a_place_it_rests_until_there_is_one(bureau: Any) -> None:
    submitted(bureau)
    assert bureau.do("agency", leaving(bureau)) == ["PracticeLeft", "RestorationHalted"]
    assert bureau.state(FILE).stage == "halted"
    go_on = r.ResumeRestoration(prac_psn_code="D1", reasons="x")
    assert bureau.refused("sup", go_on) == "HALT_STANDS"
    (halt,) = bureau.state(FILE).restoration.open_halts
    assert halt.title[0] == "医师已离开全部执业机构，登记新的执业机构后继续"
    # The next step is the one that helps: not to go on, which would be refused.
    offered = next_actions(bureau.state(FILE), bureau.people["agency"], bureau.at)
    assert [one.name for one in offered if one.primary] == ["AddPracticePoint"]
    assert "ResumeRestoration" not in {one.name for one in offered}
    add = p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER)
    assert bureau.do("agency", add) == [
        "PracticePointAdded", "RestorationTurnedToParty", "HaltGroundEnded", "RestorationResumed",
    ]  # fmt: skip
    file = bureau.state(FILE)
    assert (file.stage, file.fixmedins_code) == ("party", OTHER)
    offered = next_actions(file, bureau.people["agency"], bureau.at)
    assert "AddPracticePoint" not in {one.name for one in offered if one.primary}
    bureau.do(SECRETARY, YES)


def party_clock(bureau: Any) -> Any:
    found = [d for d in deadlines(bureau.streams[FILE], bureau.at) if d.id == "restoration_party"]
    (only,) = found
    return only


def test_the_new_body_has_the_whole_time_of_its_own(bureau: Any) -> None:
    submitted(bureau)
    first = party_clock(bureau)
    bureau.wait(4)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    assert party_clock(bureau).started_at == first.started_at
    bureau.do("agency", leaving(bureau))
    anew = party_clock(bureau)
    assert (anew.units, anew.left, anew.clock) == (first.units, first.left, Clock.RUNNING)
    assert anew.due > first.due


def test_a_place_that_is_not_the_own_one_turns_nothing(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    assert bureau.do("agency", leaving(bureau, OTHER)) == ["PracticeLeft"]


def test_while_it_rests_the_time_of_the_new_body_rests_too(bureau: Any) -> None:
    submitted(bureau)
    halt = r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="核查")
    bureau.do("sup", halt)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    bureau.do("agency", leaving(bureau))
    assert party_clock(bureau).clock is Clock.PAUSED
    bureau.wait(9)
    bureau.do("sup", r.ResumeRestoration(prac_psn_code="D1", reasons="已核查"))
    assert (party_clock(bureau).left, party_clock(bureau).clock) == (5, Clock.RUNNING)


def test_the_body_that_stands_in_is_that_of_a_place_found_later(bureau: Any) -> None:
    bureau.parameter("no_party_organisation", "P34=DW1")
    submitted(bureau)
    bureau.do("agency", leaving(bureau))
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="P34"))
    assert bureau.state(FILE).party_bodies == ("DW1",)


def test_what_is_refused(bureau: Any) -> None:
    studied(bureau)
    assert bureau.refused("agency", leaving(bureau, OTHER)) == "NOT_FOUND"
    late = replace(leaving(bureau), left_on=bureau.today + timedelta(days=1))
    assert bureau.refused("agency", late) == "DATE_ORDER"
    assert bureau.refused("office", leaving(bureau)) == "ROLE_REQUIRED"
    bureau.do("agency", leaving(bureau))
    offered = {
        one.name for one in next_actions(bureau.state(FILE), bureau.people["agency"], bureau.at)
    }
    assert "LeavePractice" not in offered


def test_a_score_for_old_conduct_does_not_move_him_back(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=OTHER))
    bureau.do("agency", leaving(bureau))
    bureau.do("agency", MINOR_2025)
    file = bureau.state(FILE)
    assert (file.institutions, file.fixmedins_code, file.readers) == ((OTHER,), OTHER, (OTHER,))
    # The entry itself keeps where it was.
    assert file.entries[-1].fixmedins_code == HOSPITAL
    objection = p.ObjectToScore(
        prac_psn_code="D1",
        entry_id="S2",
        text="过重",
        signed=True,
        stamped=True,
        objection_scan="异议书",
    )
    assert bureau.refused("office", objection) == "NOT_YOURS"
    assert bureau.refused("party", YES) in {"NOT_YOURS", "ILLEGAL_MOVE"}


def test_the_first_score_says_where_he_practises_and_old_ones_go_on_saying_it(bureau: Any) -> None:
    bureau.do("agency", MINOR_2025)
    assert bureau.state(FILE).institutions == (HOSPITAL,)
    bureau.do("agency", leaving(bureau))
    bureau.do(
        "agency",
        replace(MINOR_2025, conduct_on=date(2025, 7, 1), conduct_to=date(2025, 7, 1), basis=LATER),
    )
    assert bureau.state(FILE).institutions == ()
    # Events of former versions say nothing of it: they fold as they always did.
    old = [
        replace(one, data={k: v for k, v in one.data.items() if k != "practises"})
        for one in bureau.streams[FILE]
    ]
    assert fold_points("D1", old).institutions == (HOSPITAL,)

"""A doctor with two places of practice: each party organisation speaks, in whatever order."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.actors import Actor, Role
from casework.clocks.deadlines import Clock
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.points.fold import fold_points
from casework.restoration.parties import together
from casework.restoration.state import Party
from casework.waits import waits_for
from evidence.doctors import restoration as papers
from evidence.doctors.places import codes_of, with_names
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_leaving import leaving, party_clock
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.test_restoration_halts import MINOR_2025, notice
from tests.unit.casework.verified import VERIFIED

SECOND, FAR = "H34162300002", "H11010100003"


def secretary(code: str) -> Actor:
    roles = frozenset({Role.PARTY_SECRETARY})
    return Actor(f"s-{code}", f"书记{code}", roles, f"p-{code}", fixmedins_code=code)


def opinion(outcome: c.Outcome = c.Outcome.APPROVED) -> r.GivePartyOpinion:
    return r.GivePartyOpinion(prac_psn_code="D1", outcome=outcome, reasons=f"因{outcome}")


YES, NO, BACK = (
    opinion(one) for one in (c.Outcome.APPROVED, c.Outcome.REFUSED, c.Outcome.RETURNED)
)
OTHER = secretary(SECOND)


def submitted(bureau: Any, *places: str, **parameters: str) -> None:
    for name, value in parameters.items():
        bureau.parameter(name, value)
    studied(bureau)
    for code in places or (SECOND,):
        bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=code))
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def test_the_first_opinion_decides_nothing_and_the_second_body_is_waited_for(bureau: Any) -> None:
    submitted(bureau)
    assert bureau.do("party", YES) == ["PartyOpinionGiven"]
    file = bureau.state(FILE)
    assert (file.stage, file.party_owing) == ("party", (SECOND,))
    assert Role.PARTY_SECRETARY in waits_for(file, bureau.at).roles
    assert [one.name for one in next_actions(file, OTHER, bureau.at) if one.primary] == [
        "GivePartyOpinion"
    ]
    offered = {one.name for one in next_actions(file, bureau.people["party"], bureau.at)}
    assert "GivePartyOpinion" not in offered
    assert bureau.refused("party", YES) == "PARTY_SPOKEN"
    assert bureau.refused(secretary("H9"), YES) == "NOT_YOURS"
    assert bureau.do(OTHER, YES) == ["PartyOpinionGiven", "RestorationSentToCentre"]


def test_nobody_speaks_for_two_of_them(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    same = replace(OTHER, person=bureau.people["party"].person)
    assert bureau.refused(same, YES) == "FOUR_EYES"


def test_the_time_of_the_step_ends_with_the_last_opinion(bureau: Any) -> None:
    submitted(bureau)
    begun = party_clock(bureau)
    bureau.do("party", YES)
    assert (party_clock(bureau).clock, party_clock(bureau).due) == (Clock.RUNNING, begun.due)
    bureau.wait(9)
    assert party_clock(bureau).clock is Clock.OVERDUE
    bureau.do(OTHER, YES)
    assert not party_clock(bureau).runs


@pytest.mark.parametrize(
    ("places", "parameters", "asked"),
    [
        ((SECOND,), {}, (Party(HOSPITAL, (HOSPITAL,)), Party(SECOND, (SECOND,)))),
        ((SECOND,), {"restoration_parties": "main"}, (Party(HOSPITAL, (HOSPITAL,)),)),
        ((FAR,), {"own_area": "341623"}, (Party(HOSPITAL, (HOSPITAL,)),)),
        ((FAR,), {"own_area": "440000"}, (Party(HOSPITAL, (HOSPITAL,)),)),
        (
            (SECOND,),
            {"no_party_organisation": f"{HOSPITAL}={SECOND}"},
            (Party(SECOND, (HOSPITAL, SECOND)),),
        ),
        (
            (SECOND, "P34"),
            {"no_party_organisation": "P34=DW1"},
            (Party(HOSPITAL, (HOSPITAL,)), Party(SECOND, (SECOND,)), Party("DW1", ("P34",))),
        ),
    ],
)
def test_who_is_asked(bureau: Any, places: Any, parameters: Any, asked: Any) -> None:
    submitted(bureau, *places, **parameters)
    assert bureau.state(FILE).restoration.parties == asked


def test_a_later_change_of_the_parameter_moves_no_application(bureau: Any) -> None:
    submitted(bureau)
    bureau.parameter("restoration_parties", "main")
    bureau.parameter("party_disagreement", "refused")
    bureau.do("party", NO)
    assert bureau.do(OTHER, YES)[-1] == "RestorationSentToCentre"


@pytest.mark.parametrize(
    ("said", "disagreement", "follows"),
    [
        ((YES, YES), "", "RestorationSentToCentre"),
        ((YES, NO), "", "RestorationSentToCentre"),
        ((YES, NO), "refused", "RestorationRefused"),
        ((NO, NO), "", "RestorationRefused"),
        ((YES, BACK), "", "RestorationReturned"),
        ((NO, BACK), "refused", "RestorationReturned"),
    ],
)
def test_what_they_say_together_in_either_order(
    new_bureau: Any, said: Any, disagreement: str, follows: str
) -> None:
    for first, second in permutations(said):
        bureau = new_bureau()
        set_apart = {"party_disagreement": disagreement} if disagreement else {}
        submitted(bureau, restoration_refusal_by="each", **set_apart)
        assert bureau.do("party", first) == ["PartyOpinionGiven"]
        assert bureau.do(OTHER, second) == ["PartyOpinionGiven", follows]


def test_after_a_return_who_approved_need_not_speak_again(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do(OTHER, BACK)
    assert bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补")) == [
        "RestorationResubmittedToParty"
    ]
    assert bureau.state(FILE).party_owing == (SECOND,)
    assert bureau.refused("party", YES) == "PARTY_SPOKEN"
    assert bureau.do(OTHER, YES)[-1] == "RestorationSentToCentre"


@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(list(c.Outcome))), max_size=14))
def test_no_order_of_opinions_skips_a_body(new_bureau: Any, tries: Any) -> None:
    bureau = new_bureau()
    apart = {"no_party_organisation": "P34=DW1", "restoration_refusal_by": "each"}
    submitted(bureau, SECOND, "P34", **apart)
    people = [bureau.people["party"], OTHER, secretary("DW1")]
    stands: dict[str, str] = {}
    for number, outcome in tries:
        who, file = people[number], bureau.state(FILE)
        if file.stage == "returned":
            bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补"))
            stands = {code: said for code, said in stands.items() if said == "approved"}
        elif file.stage != "party":
            break
        if who.fixmedins_code in stands:
            assert bureau.refused(who, opinion(outcome)) == "PARTY_SPOKEN"
            continue
        events = bureau.do(who, opinion(outcome))
        stands[who.fixmedins_code] = outcome.value
        # It moves with the last of the three and not before, whatever they say.
        assert (len(events) == 2) is (len(stands) == 3)
    if bureau.state(FILE).stage == "centre":
        assert len(stands) == 3
        assert set(stands.values()) <= {"approved", "refused"}
        assert "approved" in stands.values()


def test_a_place_that_he_leaves_is_not_waited_for(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    assert bureau.do("agency", leaving(bureau, SECOND)) == [
        "PracticeLeft", "RestorationSentToCentre",
    ]  # fmt: skip
    assert bureau.refused(OTHER, YES) in {"NOT_YOURS", "ILLEGAL_MOVE"}


def test_who_is_left_keeps_its_time(bureau: Any) -> None:
    submitted(bureau)
    begun = party_clock(bureau)
    assert bureau.do("agency", leaving(bureau)) == ["PracticeLeft"]
    assert party_clock(bureau).due == begun.due
    assert bureau.state(FILE).party_owing == (SECOND,)
    assert bureau.do(OTHER, YES)[-1] == "RestorationSentToCentre"


def test_what_rested_meanwhile_goes_on_when_nobody_is_missing_any_more(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do("sup", r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="x"))
    assert bureau.do("agency", leaving(bureau, SECOND)) == ["PracticeLeft"]
    resumed = bureau.do("sup", r.ResumeRestoration(prac_psn_code="D1", reasons="x"))
    assert resumed[-2:] == ["RestorationResumed", "RestorationSentToCentre"]


def test_a_place_taken_up_later_has_no_say(bureau: Any) -> None:
    submitted(bureau)
    third = "H34162300009"
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code=third))
    assert bureau.refused(secretary(third), YES) == "NOT_YOURS"


def test_a_new_score_asks_anew_who_had_spoken(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do("agency", MINOR_2025)
    bureau.do("agency", notice("S2", bureau))
    bureau.wait(30)
    resumed = bureau.do("sup", r.ResumeRestoration(prac_psn_code="D1", reasons="x"))
    assert resumed[-1] == "RestorationAskedAnew"
    assert bureau.state(FILE).party_owing == (HOSPITAL, SECOND)


def test_the_centre_reads_both_opinions_and_the_paper_names_each(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do(OTHER, NO)
    review = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.APPROVED, **VERIFIED)
    assert bureau.do("sup", review)[-1] == "RestorationSentToBureau"
    raw = bureau.state(FILE)
    assert {HOSPITAL, SECOND} <= set(codes_of(raw))
    file = with_names(raw, {HOSPITAL: "县医院", SECOND: "中医院"})
    one = file.restoration
    form = str(papers.approval(file, one, "云溪县医保局", bureau.today))
    assert "县医院党组织" in form
    assert "中医院党组织" in form
    assert "因refused" in form
    minutes = str(papers.minutes(file, one, "云溪县医保局", bureau.today))
    assert minutes.count("党组织（印章）") == 2
    assert (
        papers.line(1, file, one, bureau.today)[6]
        == "县医院：同意 因approved；中医院：不同意 因refused"
    )


def test_a_notice_of_refusal_gives_the_reasons_of_each_that_refused(bureau: Any) -> None:
    submitted(bureau, party_disagreement="refused", restoration_refusal_by="each")
    bureau.do("party", NO)
    bureau.do(OTHER, YES)
    file = bureau.state(FILE)
    told = str(papers.decision(file, file.restoration, "云溪县医保局"))
    assert "因refused" in told
    assert "因approved" not in told


def test_chains_of_before_fold_as_they_did(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", YES)
    bureau.do(OTHER, YES)
    new = ("parties", "refusal_ends", "party")
    chain = [
        replace(one, data={k: v for k, v in one.data.items() if k not in new})
        for one in bureau.streams[FILE]
    ]
    # Then the first opinion was the only one, and the application went on with it.
    given = [one.type for one in chain].index("PartyOpinionGiven")
    old = [*chain[: given + 1], *chain[given + 2 :]]
    file = fold_points("D1", old)
    assert (file.stage, len(file.restoration.opinions)) == ("centre", 1)
    assert file.party_bodies == (HOSPITAL, SECOND)
    waiting = fold_points("D1", chain[:given])
    assert (waiting.stage, waiting.party_owing) == ("party", (HOSPITAL, SECOND))
    bureau.streams[FILE] = chain[:given]
    assert bureau.do(OTHER, YES) == ["PartyOpinionGiven", "RestorationSentToCentre"]


def test_what_stood_in_before_stands_in_still(bureau: Any) -> None:
    submitted(bureau, no_party_organisation=f"{HOSPITAL}=DW1")
    *before, sent = bureau.streams[FILE]
    old = {k: v for k, v in sent.data.items() if k != "parties"} | {"party_body": "DW1"}
    assert fold_points("D1", [*before, replace(sent, data=old)]).party_bodies == ("DW1",)


def test_together_reads_the_latest_of_each(bureau: Any) -> None:
    submitted(bureau)
    bureau.do("party", BACK)
    bureau.do(OTHER, YES)
    bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补"))
    bureau.do("party", YES)
    assert together(bureau.state(FILE).restoration) is c.Outcome.APPROVED

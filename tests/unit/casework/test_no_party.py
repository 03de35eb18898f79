"""Where the doctor's institution has no party organisation another body stands in, by parameter."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actors import Actor, Role
from casework.commands import case as c
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.points.parameters import STREAM
from casework.refusal import Refusal
from casework.restoration.substitute import substitute
from casework.waits import waits_for
from evidence.doctors import restoration as papers
from evidence.doctors.places import codes_of, with_names
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_points_path import FILE, studied

TOWNSHIP = "H34162300002"
SECRETARY = Actor(
    "township", "乡镇书记", frozenset({Role.PARTY_SECRETARY}), "p-township", fixmedins_code=TOWNSHIP
)
YES = r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.APPROVED)


def submitted(bureau: Any, value: str = f"P=DW1;{HOSPITAL}={TOWNSHIP}") -> None:
    studied(bureau)
    if value:
        bureau.parameter("no_party_organisation", value)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def test_who_stands_in_is_the_longest_beginning_that_fits(bureau: Any) -> None:
    today = bureau.today
    assert substitute(bureau.state(STREAM), HOSPITAL, today) == ""
    bureau.parameter("no_party_organisation", f"P=DW1;H=H1;{HOSPITAL}={TOWNSHIP}")
    state = bureau.state(STREAM)
    found = [substitute(state, code, today) for code in (HOSPITAL, "H99", "P34", "X1")]
    assert found == [TOWNSHIP, "H1", "DW1", ""]


@pytest.mark.parametrize("bad", ["P", "P=", "=DW1", "P=DW1;", "村卫生室=DW1"])
def test_what_the_parameter_may_be(bureau: Any, bad: str) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.parameter("no_party_organisation", bad)
    assert refused.value.code == "BAD_VALUE"


def test_the_substitute_acts_and_nobody_else(bureau: Any) -> None:
    submitted(bureau)
    file = bureau.state(FILE)
    assert file.party_bodies == (TOWNSHIP,)
    assert TOWNSHIP in file.readers
    assert Role.PARTY_SECRETARY in waits_for(file, bureau.at).roles
    assert bureau.refused("party", YES) == "NOT_YOURS"
    (first, *_) = next_actions(file, SECRETARY, bureau.at)
    assert (first.name, first.primary) == ("GivePartyOpinion", True)
    assert bureau.do(SECRETARY, YES) == ["PartyOpinionGiven", "RestorationSentToCentre"]


def test_a_later_change_moves_no_application(bureau: Any) -> None:
    submitted(bureau, "")
    bureau.parameter("no_party_organisation", f"{HOSPITAL}={TOWNSHIP}")
    assert bureau.refused(SECRETARY, YES) == "NOT_YOURS"
    bureau.do("party", YES)


def test_an_officer_of_the_agency_is_no_secretary_of_another_house(bureau: Any) -> None:
    submitted(bureau, "")
    both = replace(
        SECRETARY, roles=frozenset({Role.PARTY_SECRETARY, Role.AGENCY_OFFICER}), fixmedins_code="H9"
    )
    assert bureau.refused(both, YES) == "NOT_YOURS"
    assert "GivePartyOpinion" not in {
        a.name for a in next_actions(bureau.state(FILE), both, bureau.at)
    }


def test_the_papers_name_who_stood_in(bureau: Any) -> None:
    submitted(bureau)
    bureau.do(SECRETARY, YES)
    raw = bureau.state(FILE)
    assert TOWNSHIP in codes_of(raw)
    file = with_names(raw, {HOSPITAL: "河湾村卫生室", TOWNSHIP: "河湾镇卫生院"})
    one = file.restoration
    for paper in (papers.minutes, papers.approval):
        assert "河湾镇卫生院党组织（代河湾村卫生室）" in str(
            paper(file, one, "云溪县医保局", bureau.today)
        )
    assert "河湾镇卫生院党组织（印章）" in str(
        papers.minutes(file, one, "云溪县医保局", bureau.today)
    )

"""不予恢复 is the head's decision: what is said against it below goes up to him, as the bureau sets it."""

from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import restoration as r
from casework.decide import next_actions
from evidence.doctors import restoration as papers
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.verified import VERIFIED

YES, NO, BACK = c.Outcome.APPROVED, c.Outcome.REFUSED, c.Outcome.RETURNED


def submitted(bureau: Any, by: str = "head") -> None:
    if by != "head":
        bureau.parameter("restoration_refusal_by", by)
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def party(outcome: c.Outcome) -> r.GivePartyOpinion:
    return r.GivePartyOpinion(prac_psn_code="D1", outcome=outcome, reasons="党组织的理由")


def centre(outcome: c.Outcome) -> r.ReviewRestoration:
    return r.ReviewRestoration(
        prac_psn_code="D1", outcome=outcome, reasons="中心的理由", **VERIFIED
    )


def bureau_says(outcome: c.Outcome) -> r.DecideRestoration:
    return r.DecideRestoration(prac_psn_code="D1", outcome=outcome, reasons="县局的理由")


@pytest.mark.parametrize(("below", "above"), [(NO, YES), (YES, NO), (NO, NO)])
def test_a_refusal_below_goes_up_and_only_the_head_ends_it(
    bureau: Any, below: c.Outcome, above: c.Outcome
) -> None:
    submitted(bureau)
    assert bureau.do("party", party(below))[-1] == "RestorationSentToCentre"
    assert bureau.do("sup", centre(above))[-1] == "RestorationSentToBureau"
    # 逐级审批: he restores nobody against one of them.
    assert bureau.refused("head", bureau_says(YES)) == "STEP_MISSING"
    assert bureau.do("head", bureau_says(NO))[-1] == "RestorationRefused"
    file = bureau.state(FILE)
    assert file.stage == "refused"
    told = str(papers.decision(file, file.restoration, "云溪县医疗保障局"))
    assert "县局的理由" in told
    assert "（县医疗保障局审批意见）" in told


@pytest.mark.parametrize(
    ("below", "above", "asked"), [(NO, YES, "party"), (NO, NO, "party"), (YES, NO, "centre")]
)
def test_sent_back_the_first_that_was_against_it_speaks_anew(
    bureau: Any, below: c.Outcome, above: c.Outcome, asked: str
) -> None:
    submitted(bureau)
    bureau.do("party", party(below))
    bureau.do("sup", centre(above))
    bureau.do("head", bureau_says(BACK))
    bureau.do("office", r.ResubmitRestoration(prac_psn_code="D1", answer="已补正"))
    assert bureau.state(FILE).stage == asked
    if asked == "party":
        bureau.do("party", party(YES))
    bureau.do("sup", centre(YES))
    assert bureau.do("head", bureau_says(YES))[-1] == "RestorationApproved"


def test_where_each_level_may_refuse_the_first_no_ends_it(bureau: Any) -> None:
    submitted(bureau, "each")
    assert bureau.do("party", party(NO))[-1] == "RestorationRefused"


def test_the_rule_of_the_day_of_the_application_holds(bureau: Any) -> None:
    submitted(bureau)
    bureau.parameter("restoration_refusal_by", "each")
    assert bureau.do("party", party(NO))[-1] == "RestorationSentToCentre"


@pytest.mark.parametrize(("by", "ends_it"), [("head", {"head"}), ("each", {"head", "sup"})])
def test_who_ends_an_application_that_rests(bureau: Any, by: str, ends_it: set[str]) -> None:
    submitted(bureau, by)
    bureau.do("sup", r.HaltRestoration(prac_psn_code="D1", ground=r.HaltGround.OTHER, reasons="x"))
    end = r.DismissRestoration(prac_psn_code="D1", reasons="不能继续")
    file = bureau.state(FILE)
    for who in ("head", "sup"):
        offered = {one.name for one in next_actions(file, bureau.people[who], bureau.at)}
        assert ("DismissRestoration" in offered) is (who in ends_it)
    if "sup" not in ends_it:
        assert bureau.refused("sup", end) == "ROLE_REQUIRED"
        assert bureau.state(FILE).stage == "halted"
    assert bureau.do(max(ends_it), end) == ["RestorationDismissed"]

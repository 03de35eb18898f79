"""One hand proposes the other procedure, another decides: a handling becomes a penalty case and back."""

from dataclasses import replace
from typing import Any

import pytest

from api.case.steps import steps_of
from casework.actors import Role
from casework.cases.fold import fold_case
from casework.cases.stages import Stage
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped
from graph.cases.page import _for_party
from tests.unit.casework.test_agreement_path import KIND, decided, money
from tests.unit.casework.test_aside import hold
from tests.unit.casework.test_handling_remedies import ended
from tests.unit.casework.test_handling_remedies import filed as contested
from tests.unit.casework.test_submissions import leads
from tests.unit.casework.test_unpunished import HEARD, approved, discussed
from tests.unit.evidence.filled import text_of

THERE = a.ConvertCase(case_no="C1")
BACK = a.ConvertToHandling(case_no="C1")


def proposal(reasons: str = "涉嫌骗保") -> a.ProposeConversion:
    return a.ProposeConversion(case_no="C1", reasons=reasons)


def returned() -> c.ReviewSubmission:
    return c.ReviewSubmission(
        case_no="C1", matter=c.Matter.CONVERSION, outcome=c.Outcome.RETURNED, reasons="先核实金额"
    )


def test_a_handling_is_converted_on_a_proposal(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    assert bureau.refused("sup", THERE) == "STEP_MISSING"
    assert bureau.refused("agency", proposal(" ")) == "FIELD_REQUIRED"
    assert bureau.do("agency", proposal()) == ["ConversionProposed"]
    assert bureau.refused("agency2", proposal()) == "SUBMISSION_WAITS"
    (step,) = (one for one in steps_of(bureau.state(f"case:{no}"), bureau.today, "zh") if one.kind == "submission")  # fmt: skip
    assert "涉嫌骗保" in step.text
    assert "待批准" in step.text
    for who in ("sup", "head"):
        assert leads(bureau, no, who) == "ConvertCase"
    assert bureau.do("sup", THERE) == ["CaseConverted"]
    case, last = bureau.state(f"case:{no}"), bureau.streams[f"case:{no}"][-1]
    assert (case.stage, case.submissions) == (Stage.CLUE, {})
    assert last.data["reasons"] == "涉嫌骗保"
    assert last.data["submission"] == last.seq - 1


def test_nobody_decides_what_he_proposed(bureau: Any) -> None:
    bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", proposal())
    roles = frozenset({Role.AGENCY_OFFICER, Role.HEAD})
    both = replace(bureau.people["agency"], roles=roles)
    assert bureau.refused(both, THERE) == "FOUR_EYES"
    assert bureau.do("head", replace(THERE, reasons="同意移交")) == ["CaseConverted"]
    assert bureau.streams["case:C1"][-1].data["reasons"] == "同意移交"


@pytest.mark.parametrize(
    ("who", "path", "code"),
    [
        ("agency", c.Path.AGREEMENT, None),
        ("ins1", c.Path.AGREEMENT, None),
        ("sup", c.Path.AGREEMENT, "ROLE_REQUIRED"),
        ("office", c.Path.AGREEMENT, "ROLE_REQUIRED"),
        ("agency", c.Path.ADMINISTRATIVE, "ROLE_REQUIRED"),
        ("ins1", c.Path.ADMINISTRATIVE, None),
    ],
)
def test_who_works_on_it_proposes(bureau: Any, who: str, path: c.Path, code: str | None) -> None:
    bureau.opened(path=path)
    if code:
        assert bureau.refused(who, proposal()) == code
    else:
        assert bureau.do(who, proposal()) == ["ConversionProposed"]


def test_of_a_lead_with_officers_only_they_propose(bureau: Any) -> None:
    no = bureau.filed()
    assert bureau.refused("ins3", proposal()) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", proposal()) == ["ConversionProposed"]
    assert leads(bureau, no, "sup") == "ConvertToHandling"
    assert bureau.do("sup", BACK) == ["ConvertedToHandling"]


def test_what_is_returned_is_proposed_anew(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", proposal())
    agreed = replace(returned(), outcome=c.Outcome.APPROVED)
    assert bureau.refused("sup", agreed) == "DECIDE_INSTEAD"
    assert bureau.do("sup", returned()) == ["ConversionReviewed"]
    assert bureau.refused("sup", THERE) == "STEP_MISSING"
    assert leads(bureau, no, "sup") is None
    assert bureau.do("agency2", proposal()) == ["ConversionProposed"]


def test_who_was_told_of_a_penalty_is_converted_no_more(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", proposal("情节轻微"))
    assert c.Matter.CONVERSION in bureau.state(f"case:{no}").submissions
    bureau.opened = lambda: no
    bureau.reported(no)
    bureau.do("ins1", bureau.proposal(no))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told(no)
    assert bureau.state(f"case:{no}").submissions == {}
    assert bureau.refused("ins1", proposal()) == "ILLEGAL_MOVE"


def proposed(bureau: Any, no: str) -> bool:
    return c.Matter.CONVERSION in bureau.state(f"case:{no}").submissions


def test_a_decided_handling_ends_what_was_proposed_before(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    bureau.do("agency", proposal())
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    assert not proposed(bureau, no)
    # The facts that come to light later are proposed anew, and fall with the decision.
    bureau.handling_served(no)
    bureau.do("agency", proposal())
    assert proposed(bureau, no)
    contested(bureau, no)
    bureau.do("legal", ended(bureau, no, c.RemedyOutcome.ANNULLED))
    assert not proposed(bureau, no)


def test_an_investigation_sent_back_ends_what_was_proposed_before(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.do("ins1", proposal())
    bureau.do("sup", c.ReturnToInvestigation(case_no=no, reasons="须重新认定"))
    assert not proposed(bureau, no)
    assert bureau.do("ins1", proposal()) == ["ConversionProposed"]


def test_a_decision_that_nobody_was_told_of_before_ends_it(bureau: Any) -> None:
    approved(bureau)
    bureau.do("ins1", proposal())
    bureau.do("ins1", HEARD)
    bureau.do("ins1", c.SubmitLegalReview(case_no="C1"))
    bureau.do("legal", c.ReviewLegality(case_no="C1", opinion=c.Opinion.AGREE, text="同意"))
    discussed(bureau)
    decide = c.DecideCase(
        case_no="C1", ruling=c.Ruling.NO_PENALTY, decision_no="云医保不罚〔2026〕1号",
        ground=c.NoPenaltyGround.MINOR_CORRECTED, reasons="轻微并及时改正",
    )  # fmt: skip
    bureau.do("head", decide)
    assert not proposed(bureau, "C1")


def offered(bureau: Any, no: str, who: str = "ins1") -> bool:
    acts = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return "ProposeConversion" in {one.name for one in acts}


def test_it_is_not_offered_of_a_person(bureau: Any) -> None:
    no = bureau.filed(party=c.Party(c.PartyKind.PERSON, "P1", "张三"))
    assert not offered(bureau, no)
    assert bureau.refused("ins1", proposal()) == "BAD_VALUE"


def test_it_is_not_offered_while_something_is_held(bureau: Any) -> None:
    no = bureau.investigated()
    assert offered(bureau, no)
    bureau.do("ins1", hold(c.HoldKind.PRESERVATION, urgent=True))
    assert not offered(bureau, no)
    assert bureau.refused("ins1", proposal()) == "STEP_MISSING"


def test_a_conversion_of_before_folds(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.convert("sup", replace(THERE, reasons="x"))
    chain = bureau.streams[f"case:{no}"]
    known = {k: v for k, v in chain[-1].data.items() if k != "submission"}
    old = [*chain[:-2], replace(chain[-1], seq=chain[-2].seq, data=known)]
    assert fold_case(no, old).stage is Stage.CLUE


def test_both_hands_print_on_its_approval_form(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", proposal())
    bureau.do("sup", THERE)
    issue_id = bureau.issue(no, "handling_approval", "ins1")
    form = next(one for one in bureau.state(f"case:{no}").forms if one.issue_id == issue_id)
    chain = bureau.streams[f"case:{no}"]
    told = text_of(fill(shipped("handling_approval"), values(Print(no, chain, form, "示例局"))))
    assert "拟转行政处罚程序" in told
    assert told.index("AGENCY") < told.index("SUP")


def test_the_party_sees_nothing_of_what_is_proposed(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.do("agency", proposal())
    state, events = _for_party(bureau.state(f"case:{no}"), list(bureau.streams[f"case:{no}"]))
    assert state.submissions == {}
    assert "ConversionProposed" not in {event.type for event in events}

"""Who withdrew from a case does nothing in it, whoever acts may be asked to, and two officers carry it."""

from typing import Any

import pytest

from casework.actors import Mandate, Principal, Role
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.decide import next_actions
from casework.refusal import Refusal
from tests.unit.casework.conftest import actor

KIN = c.RecusalGround.KIN


def ask(bureau: Any, no: str, whom: str, by: str = "ins1") -> None:
    bureau.do(by, c.RequestRecusal(case_no=no, officer=whom, ground=KIN, reason="系配偶"))


def settle(bureau: Any, no: str, approve: bool = True, n: int = 1) -> None:
    yes = c.DecideRecusal(case_no=no, recusal_id=f"B{n}", approve=approve, reasons="已查明")
    bureau.do("head", yes)


def without_head(bureau: Any) -> str:
    """A case to be decided, from which the head withdrew; `deputy` is another head."""
    bureau.people["deputy"] = actor("deputy", Role.HEAD)
    bureau.seed(bureau.people["deputy"])
    no: str = bureau.to_decide()
    ask(bureau, no, "head", by="sup")
    yes = c.DecideRecusal(
        case_no=no, recusal_id="B1", approve=True, reasons="属实", members=("deputy", "vice"),
        held_on=bureau.today, record="一致同意",
    )  # fmt: skip
    bureau.do("deputy", yes)
    return no


def discussion(bureau: Any, no: str, *members: str) -> c.DiscussCase:
    return c.DiscussCase(
        case_no=no, members=members, subject=c.DiscussionSubject.DECISION, held_on=bureau.today,
        record="同意", agreed=True, ruling=c.Ruling.PENALTY,
    )  # fmt: skip


def test_a_head_who_withdrew_disposes_of_nothing(bureau: Any) -> None:
    no = without_head(bureau)
    acts = (
        c.SuspendCase(case_no=no, reasons="r"),
        c.TerminateCase(case_no=no, reasons="r"),
        c.ExtendDecision(case_no=no, days=30, reason="r"),
        c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1"),
        discussion(bureau, no, "deputy", "sup", "vice"),
        IssueForm(case_no=no, form_id="notice", number="1", serial=1, year=2026),
    )
    for act in acts:
        assert bureau.refused("head", act) == "ACCOUNT_UNFIT", act
    assert next_actions(bureau.state(f"case:{no}"), bureau.people["head"], bureau.at) == ()
    bureau.do("deputy", acts[0])
    go_on = c.ContinueCase(case_no=no, reasons="r")
    assert bureau.refused("head", go_on) == "ACCOUNT_UNFIT"
    assert bureau.do("deputy", go_on) == ["CaseContinued"]


def test_nobody_signs_for_a_head_who_withdrew(bureau: Any) -> None:
    no = without_head(bureau)
    head = bureau.people["head"]
    mandate = Mandate(
        Principal(head.account, head.person, head.name, "D1"), frozenset({Role.HEAD}),
        frozenset({"SuspendCase"}), bureau.at, bureau.at.replace(year=2027),
    )  # fmt: skip
    other = actor("other", Role.SUPERVISOR, mandates=(mandate,))
    assert bureau.refused(other, c.SuspendCase(case_no=no, reasons="r")) == "ACCOUNT_UNFIT"


def test_he_is_no_member_of_the_discussion(bureau: Any) -> None:
    no = without_head(bureau)
    with pytest.raises(Refusal, match="不参加讨论"):
        bureau.do("deputy", discussion(bureau, no, "head", "sup", "vice"))
    assert bureau.do("deputy", discussion(bureau, no, "deputy", "sup", "vice"))


@pytest.mark.parametrize("whom", ["sup", "legal", "agency"])
def test_reviewers_and_the_agencys_people_are_asked_about(bureau: Any, whom: str) -> None:
    no = bureau.proposed()
    ask(bureau, no, whom)
    assert bureau.state(f"case:{no}").recusals[0].by_role
    # They may answer by themselves; else the head decides.
    stay = c.AnswerRecusal(case_no=no, recusal_id="B1", withdraw=False, reasons="并无关系")
    assert bureau.would(whom, stay)[0].type == "RecusalAnswered"
    settle(bureau, no)
    assert bureau.refused(whom, stay) == "ACCOUNT_UNFIT"


def test_who_is_asked_about_reviews_nothing_until_that_is_decided(bureau: Any) -> None:
    no = bureau.proposed()
    ask(bureau, no, "sup")
    review = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    assert bureau.refused("sup", review) == "STEP_MISSING"
    settle(bureau, no, approve=False)
    bureau.do("sup", review)
    bureau.told(no)
    bureau.do("ins1", bureau.waived(no, hearing=False))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    ask(bureau, no, "legal", by="sup")
    agree = c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意")
    assert bureau.refused("legal", agree) == "STEP_MISSING"
    settle(bureau, no, approve=False, n=2)
    bureau.do("legal", agree)
    # Nor is the case decided before a request about a reviewer is.
    ask(bureau, no, "legal", by="sup")
    with pytest.raises(Refusal, match="决定回避申请"):
        bureau.decide(no)


def test_in_a_handling_the_agencys_people_are_asked_about(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    bureau.established(no)
    ask(bureau, no, "agency", by="sup")
    settle(bureau, no)
    fund = a.Measure(
        a.MeasureKind.RECOVERY, clause="第12条", amount=bureau.state(f"case:{no}").lines.loss
    )
    propose = a.ProposeHandling(case_no=no, measures=(fund,), reasons="r")
    assert bureau.refused("agency", propose) == "ACCOUNT_UNFIT"
    bureau.do("agency2", propose)
    bureau.handling_told(no, "agency2")
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无"))
    ask(bureau, no, "sup", by="agency2")
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1", reasons="r")
    assert bureau.refused("chief", decide) == "STEP_MISSING"


def test_one_officer_alone_carries_no_case(bureau: Any) -> None:
    """Penalty Law 42: after the other withdrew somebody is assigned first, at whatever step."""
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    steps: list[tuple[str, Any]] = [
        ("ins1", c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)),
        ("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻")),
        ("ins1", c.SubmitLegalReview(case_no=no)),
        ("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")),
    ]
    bureau.issue(no, "notice")
    fresh = iter(range(10))
    for who, step in steps:
        gone = bureau.state(f"case:{no}").officers[1].hand.account
        ask(bureau, no, gone, by="sup")
        settle(bureau, no, n=len(bureau.state(f"case:{no}").recusals))
        assert bureau.refused(who, step) == "TWO_OFFICERS", step
        new = actor(f"new{next(fresh)}", Role.INSPECTOR)
        bureau.people[new.account] = new
        bureau.seed(new)
        officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef(new.account, f"皖{new.account}"))
        bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
        bureau.do(who, step)
        if isinstance(step, c.SubmitLegalReview):
            bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    assert bureau.state(f"case:{no}").decision is not None

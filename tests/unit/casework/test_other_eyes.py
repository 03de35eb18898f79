"""What a leader approves of a case is never his own work, whatever roles his account holds beside."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import referral as r
from casework.commands.documents import VoidForm
from casework.decide import next_actions
from tests.unit.casework.test_closing import executed
from tests.unit.casework.test_execution import outcome, remedy, served
from tests.unit.casework.test_referral_first import answered, approve, clue, named, report, send

#: Brings a case to where the act is possible, and says which act.
Way = Callable[[Any], Any]


def clue_check(bureau: Any) -> Any:
    no = clue(bureau)
    bureau.do("ins1", c.ProposeExtension(case_no=no, reason="需调取病历"))
    bureau.agreed(no, c.Matter.MORE_TIME)
    return c.ExtendClue(case_no=no, reason="需调取病历")


def time_to_decide(bureau: Any) -> Any:
    no = bureau.investigated()
    bureau.ask_later(no)
    return c.ExtendDecision(case_no=no, days=30, reason="案情复杂")


def closing(bureau: Any) -> Any:
    no = executed(bureau)
    bureau.to_close(no)
    return c.CloseCase(case_no=no)


def sealing(bureau: Any) -> Any:
    no = bureau.investigated()
    asked = c.RequestHold(
        case_no=no, kind=c.HoldKind.SEALING, items="病历", place="病案室", reason="可能被转移"
    )
    bureau.do("ins1", asked)
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H1", approve=True))
    return c.ExtendHold(case_no=no, hold_id="H1", reason="案情复杂")


def rest(bureau: Any) -> Any:
    no = bureau.investigated()
    bureau.do("head", c.SuspendCase(case_no=no, reasons="等待鉴定意见"))
    return c.ContinueCase(case_no=no, reasons="鉴定意见已出")


def published(bureau: Any) -> Any:
    no = served(bureau)
    bureau.do("ins1", c.ProposePublication(case_no=no, social_impact=False, reasons="金额小"))
    return c.DecidePublication(case_no=no)


def withdrawal(bureau: Any) -> Any:
    no = served(bureau)
    bureau.public(no)
    bureau.do("ins1", c.PublishDecision(case_no=no, where="局官网", published_on=bureau.today))
    bureau.do("legal", remedy(bureau))
    bureau.wait(30)
    bureau.do("legal", outcome(bureau, c.RemedyOutcome.CHANGED, "4113.00"))
    return c.WithdrawPublication(case_no="C1", withdrawn_on=bureau.today, reason="复议变更")


def court(bureau: Any) -> Any:
    no = served(bureau)
    bureau.wait(20)
    bureau.issue(no, "pressing")
    bureau.do("ins1", c.PressPayment(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.wait(190)
    return c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="强1号")


def referral(bureau: Any) -> Any:
    no = bureau.investigated()
    bureau.refer(report(no))
    approve(bureau, no)
    send(bureau, no)
    answered(bureau, no, r.PoliceAnswer.FILED)
    return r.ReturnReferral(
        case_no=no,
        ground=r.ReturnGround.CASE_WITHDRAWN,
        document_no="撤1号",
        reasons="公安机关撤案",
    )


def lines(bureau: Any) -> Any:
    no = bureau.investigated()
    bureau.do("head", c.TerminateCase(case_no=no, reasons="当事人死亡"))
    return c.ReleaseLines(case_no=no, reasons="由他案处理")


def handled(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    money = a.Measure(
        a.MeasureKind.RECOVERY, bureau.state(f"case:{no}").lines.loss, clause="三十条"
    )
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(money,), reasons="多收费"))
    return no


def conversion(bureau: Any) -> Any:
    no = handled(bureau)
    named(bureau, no)
    bureau.do("agency2", a.ProposeConversion(case_no=no, reasons="涉嫌欺诈骗保"))
    return a.ConvertCase(case_no=no)


@pytest.mark.parametrize(
    ("way", "other", "event"),
    [
        (clue_check, "head", "ClueExtended"),
        (time_to_decide, "head", "DecisionExtended"),
        (closing, "head", "CaseClosed"),
        (sealing, "head", "HoldExtended"),
        (rest, "head", "CaseContinued"),
        (published, "sup", "PublicationDeclined"),
        (withdrawal, "sup", "PublicationWithdrawn"),
        (court, "head", "CourtApplied"),
        (referral, "head", "ReferralReturned"),
        (lines, "sup", "LinesReleased"),
        (conversion, "sup", "CaseConverted"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_an_officer_with_a_leaders_roles_approves_nothing_of_his_own_case(
    bureau: Any, way: Way, other: str, event: str
) -> None:
    command = way(bureau)
    case = bureau.state(f"case:{command.case_no}")
    roles = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.HEAD})
    officer = replace(bureau.people["ins2"], roles=roles)
    # Nor under another account of the same human.
    twin = replace(officer, account="ins2b")
    for one in (officer, twin):
        assert bureau.refused(one, command) == "FOUR_EYES"
        offered = {act.name for act in next_actions(case, one, bureau.at)}
        assert type(command).__name__ not in offered
    assert event in bureau.do(other, command)


def test_whoever_proposed_the_handling_neither_converts_it_nor_lets_its_lines_go(
    bureau: Any,
) -> None:
    no = handled(bureau)
    proposer = replace(
        bureau.people["agency"], roles=frozenset({Role.AGENCY_OFFICER, Role.SUPERVISOR})
    )
    convert = a.ConvertCase(case_no=no, reasons="涉嫌欺诈骗保")
    bureau.do("agency2", a.ProposeConversion(case_no=no, reasons="涉嫌欺诈骗保"))
    assert bureau.refused(proposer, convert) == "FOUR_EYES"
    bureau.do("sup", convert)
    bureau.declined(no, "超过处罚时效")
    release = c.ReleaseLines(case_no=no, reasons="不予立案")
    assert bureau.refused(proposer, release) == "FOUR_EYES"
    assert "LinesReleased" in bureau.do("sup", release)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        ("ins1", None),
        ("ins2", None),
        ("sup", None),
        ("legal", None),
        ("head", None),
        ("ins3", "NOT_AN_OFFICER"),
        ("agency", "ROLE_REQUIRED"),
        ("office", "ROLE_REQUIRED"),
    ],
)
def test_a_paper_is_taken_back_by_those_of_the_case(
    bureau: Any, who: str, code: str | None
) -> None:
    no = bureau.filed()
    void = VoidForm(case_no=no, issue_id=bureau.issue(no, "filing"), reason="错印")
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    assert ("VoidForm" in {act.name for act in offered}) is (code is None)
    if code:
        assert bureau.refused(who, void) == code
    else:
        assert bureau.do(who, void) == ["FormVoided"]


def test_whoever_issued_a_paper_takes_it_back_but_no_other_of_the_case(bureau: Any) -> None:
    no = bureau.filed()
    own, other = bureau.issue(no, "filing", "ins3"), bureau.issue(no, "filing")
    assert bureau.refused("ins3", VoidForm(case_no=no, issue_id=other, reason="x")) == (
        "NOT_AN_OFFICER"
    )
    assert bureau.do("ins3", VoidForm(case_no=no, issue_id=own, reason="x")) == ["FormVoided"]


@pytest.mark.parametrize("who", ["agency", "agency2"])
def test_the_agency_takes_back_its_papers_of_a_handling(bureau: Any, who: str) -> None:
    no = handled(bureau)
    paper = bureau.issue(no, "handling_notice", "agency")
    void = VoidForm(case_no=no, issue_id=paper, reason="金额有误")
    assert bureau.refused("ins3", void) == "NOT_AN_OFFICER"
    assert bureau.do(who, void) == ["FormVoided"]
    # Once it is a penalty case, its papers are the officers'.
    spare = bureau.issue(no, "handling_notice", "agency")
    bureau.convert("sup", a.ConvertCase(case_no=no, reasons="涉嫌欺诈骗保"))
    again = VoidForm(case_no=no, issue_id=spare, reason="重复")
    assert bureau.refused(who, again) == "ROLE_REQUIRED"

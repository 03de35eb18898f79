"""What is submitted for approval: officers propose, the centre gives its opinion, the head decides."""

from dataclasses import replace
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.commands import case as c
from casework.commands.documents import IssueForm, VoidForm
from casework.decide import next_actions, step_of
from casework.documents.catalogue import form_of
from casework.refusal import Refusal
from casework.waits import waits_for
from evidence.forms.opinions import opinions

OFFICERS = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
FOUR = dict.fromkeys(
    ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
)
RETURNED = c.Outcome.RETURNED


@pytest.fixture
def lead(bureau: Any) -> str:
    """A lead with its officers."""
    no: str = bureau.opened()
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=OFFICERS))
    return no


def leads(bureau: Any, no: str, who: str) -> str | None:
    """What leads on somebody's page."""
    step = step_of(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return None if step is None else step.name


def proposal(bureau: Any, no: str, filing: c.Filing = c.Filing.FILE) -> c.ProposeFiling:
    """What an officer proposes of a lead, with all four conditions."""
    return c.ProposeFiling(case_no=no, filing=filing, reasons="初步证据充分", **FOUR)


def opinion(no: str, outcome: c.Outcome = c.Outcome.APPROVED, why: str = "") -> c.ReviewSubmission:
    """What the centre says of it."""
    return c.ReviewSubmission(case_no=no, matter=c.Matter.FILING, outcome=outcome, reasons=why)


def test_a_case_is_filed_by_the_head_on_a_proposal_and_an_opinion(bureau: Any, lead: str) -> None:
    file = bureau.filing(lead)
    assert (leads(bureau, lead, "ins1"), leads(bureau, lead, "head")) == ("ProposeFiling", None)
    assert bureau.refused("head", file) == "STEP_MISSING"
    assert bureau.do("ins1", proposal(bureau, lead)) == ["FilingProposed"]
    assert bureau.refused("ins2", proposal(bureau, lead)) == "SUBMISSION_WAITS"
    assert bureau.refused("head", file) == "STEP_MISSING"
    assert leads(bureau, lead, "sup") == "ReviewSubmission"
    assert bureau.refused("sup", file) == "HEAD_DECIDES"
    assert bureau.do("sup", opinion(lead)) == ["FilingReviewed"]
    assert bureau.refused("sup", file) == "HEAD_DECIDES"
    assert (leads(bureau, lead, "sup"), leads(bureau, lead, "head")) == (None, "FileCase")
    assert bureau.do("head", file) == ["CaseFiled"]
    case = bureau.state(f"case:{lead}")
    assert (case.stage, case.submissions) == (Stage.FILED, {})


def test_the_form_prints_the_three_opinions(bureau: Any, lead: str) -> None:
    bureau.file(lead)
    rows = opinions(bureau.streams[f"case:{lead}"], form_of("filing"))
    told = [(row["step"], row["name"], row["text"].split("：")[0]) for row in rows[1:]]
    names = [bureau.people[who].name for who in ("ins1", "sup", "head")]
    steps, words = ("承办人意见", "承办机构审核", "立案审批"), ("拟立案", "同意", "同意")
    assert told == list(zip(steps, names, words, strict=True))


@pytest.mark.parametrize("who", ["sup", "head"])
def test_what_is_returned_is_proposed_anew(bureau: Any, lead: str, who: str) -> None:
    bureau.do("ins1", proposal(bureau, lead))
    if who == "head":
        bureau.do("sup", opinion(lead))
    assert bureau.refused(who, opinion(lead, RETURNED)) == "FIELD_REQUIRED"
    bureau.do(who, opinion(lead, RETURNED, "补充证据"))
    assert bureau.refused("head", bureau.filing(lead)) == "STEP_MISSING"
    assert leads(bureau, lead, "ins1") == "ProposeFiling"
    assert bureau.do("ins2", proposal(bureau, lead)) == ["FilingProposed"]


def test_the_head_agrees_by_deciding_and_the_centre_reviews_once(bureau: Any, lead: str) -> None:
    bureau.do("ins1", proposal(bureau, lead))
    assert bureau.refused("head", opinion(lead)) == "DECIDE_INSTEAD"
    bureau.do("sup", opinion(lead))
    assert bureau.refused("sup", opinion(lead)) == "STEP_MISSING"


def test_not_filing_is_proposed_reviewed_and_decided(bureau: Any, lead: str) -> None:
    told = replace(proposal(bureau, lead, c.Filing.NOT_FILE), preliminary_proof=False)
    bureau.do("ins1", told)
    assert bureau.streams[f"case:{lead}"][-1].data["conditions"] == [
        *("penalty_possible", "own_jurisdiction", "within_limitation")
    ]
    bureau.issue(lead, "not_filed")
    bureau.do("sup", opinion(lead))
    assert leads(bureau, lead, "head") == "DeclineCase"
    decline = c.DeclineCase(case_no=lead, reasons="没有初步证据")
    assert bureau.refused("sup", decline) == "HEAD_DECIDES"
    assert bureau.do("head", decline) == ["CaseDeclined"]


def test_a_filing_is_proposed_with_all_four_conditions(bureau: Any, lead: str) -> None:
    short = replace(proposal(bureau, lead), own_jurisdiction=False)
    assert bureau.refused("ins1", short) == "FILING_CONDITIONS"
    assert bureau.refused("ins1", replace(short, reasons=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("ins3", proposal(bureau, lead)) == "NOT_AN_OFFICER"


def test_the_form_of_not_filing_is_not_for_a_filing(bureau: Any, lead: str) -> None:
    bureau.do("ins1", proposal(bureau, lead))
    issue = IssueForm(case_no=lead, form_id="not_filed")
    assert bureau.refused("ins1", issue) == "STEP_MISSING"


def test_the_head_may_decide_otherwise_than_was_proposed(bureau: Any, lead: str) -> None:
    bureau.submitted(lead)
    decline = c.DeclineCase(case_no=lead, reasons="情节轻微，已改正")
    assert bureau.do("head", decline) == ["CaseDeclined"]


def test_the_centre_files_where_the_bureaus_rule_says_so(bureau: Any, lead: str) -> None:
    bureau.parameter("filing_decided_by", "centre", bureau.today)
    bureau.do("ins1", proposal(bureau, lead))
    assert leads(bureau, lead, "sup") == "FileCase"
    assert bureau.refused("sup", opinion(lead)) == "DECIDE_INSTEAD"
    assert bureau.do("sup", bureau.filing(lead)) == ["CaseFiled"]


def test_a_rule_that_changes_leaves_what_was_submitted(bureau: Any, lead: str) -> None:
    bureau.do("ins1", proposal(bureau, lead))
    bureau.parameter("filing_decided_by", "centre", bureau.today)
    assert bureau.refused("sup", bureau.filing(lead)) == "HEAD_DECIDES"


def test_whoever_reviewed_does_not_decide(bureau: Any, lead: str) -> None:
    bureau.submitted(lead)
    sup, head = bureau.people["sup"], bureau.people["head"]
    both = replace(sup, roles=sup.roles | head.roles)
    assert bureau.refused(both, bureau.filing(lead)) == "FOUR_EYES"


def test_more_time_for_a_lead_is_asked_for_reviewed_and_given(bureau: Any, lead: str) -> None:
    extend = c.ExtendClue(case_no=lead, reason="外省协查")
    assert bureau.refused("head", extend) == "STEP_MISSING"
    ask = c.ProposeExtension(case_no=lead, reason="外省协查")
    assert bureau.do("ins1", ask) == ["ExtensionProposed"]
    assert bureau.refused("ins1", ask) == "SUBMISSION_WAITS"
    assert bureau.refused("sup", extend) == "HEAD_DECIDES"
    bureau.agreed(lead, c.Matter.MORE_TIME)
    assert leads(bureau, lead, "head") == "ExtendClue"
    assert bureau.do("head", extend) == ["ClueExtended"]
    assert bureau.refused("ins1", ask) == "EXTENSION_SPENT"


def test_a_filing_waits_for_whoever_may_take_it(bureau: Any, lead: str) -> None:
    waits = waits_for(bureau.state(f"case:{lead}"), bureau.at)
    assert {"ins1", "ins2"} <= waits.people
    bureau.do("ins1", proposal(bureau, lead))
    assert {r.value for r in waits_for(bureau.state(f"case:{lead}"), bureau.at).roles} == {
        "supervisor"
    }
    bureau.do("sup", opinion(lead))
    assert {r.value for r in waits_for(bureau.state(f"case:{lead}"), bureau.at).roles} == {"head"}


def test_the_signed_form_of_the_filing_opens_the_investigation(bureau: Any, lead: str) -> None:
    bureau.file(lead)
    start = c.StartInvestigation(case_no=lead, certificates_shown=True, recusal_settled=True)

    def first() -> tuple[str, tuple[str, str] | None]:
        case = bureau.state(f"case:{lead}")
        step = step_of(case, bureau.people["ins1"], bureau.at)
        assert step is not None
        return step.name, step.of

    named = ("立案审批表", "Filing approval form")
    assert first() == ("IssueForm", named)
    assert bureau.refused("ins1", start) == "FILING_UNSIGNED"
    issue_id = bureau.issue(lead, "filing")
    assert first() == ("SignForm", named)
    with pytest.raises(Refusal, match="立案审批表（未附签字件）"):
        bureau.do("ins1", start)
    bureau.sign(lead, issue_id)
    assert first() == ("StartInvestigation", None)
    bureau.do("ins1", VoidForm(case_no=lead, issue_id=issue_id, reason="错印"))
    assert bureau.refused("ins1", start) == "FILING_UNSIGNED"
    assert bureau.started(lead) == ["InvestigationStarted"]


def test_a_form_printed_with_the_proposal_only_waits_for_its_signatures(
    bureau: Any, lead: str
) -> None:
    bureau.do("ins1", proposal(bureau, lead))
    issue_id = bureau.issue(lead, "filing")
    bureau.do("sup", opinion(lead))
    bureau.do("head", bureau.filing(lead))
    assert leads(bureau, lead, "ins1") == "SignForm"
    bureau.sign(lead, issue_id)
    assert leads(bureau, lead, "ins1") == "StartInvestigation"


def test_a_filing_from_before_asks_for_no_proposal_and_no_signed_form(
    bureau: Any, lead: str
) -> None:
    bureau.file(lead)
    chain = bureau.streams[f"case:{lead}"]
    old = {key: value for key, value in chain[-1].data.items() if key != "submission"}
    bureau.streams[f"case:{lead}"][-1] = replace(chain[-1], data=old)
    case = bureau.state(f"case:{lead}")
    assert (case.stage, case.filing_seq) == (Stage.FILED, 0)
    names = {one.name for one in next_actions(case, bureau.people["ins1"], bureau.at)}
    assert "StartInvestigation" in names


def test_more_days_to_decide_are_asked_for_reviewed_and_given_by_the_head_alone(
    bureau: Any,
) -> None:
    no = bureau.investigated()
    # Whoever files, article 45 names the head.
    bureau.parameter("filing_decided_by", "centre", bureau.today)
    extend = c.ExtendDecision(case_no=no, days=30, reason="案情复杂")
    ask = c.ProposeExtension(case_no=no, days=30, reason="案情复杂")
    assert bureau.refused("head", extend) == "STEP_MISSING"
    for days in (None, 0, 31):
        assert bureau.refused("ins1", replace(ask, days=days)) == "EXTENSION_SPENT"
    assert bureau.refused("ins3", ask) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", ask) == ["ExtensionProposed"]
    assert bureau.refused("head", extend) == "STEP_MISSING"
    assert leads(bureau, no, "sup") == "ReviewSubmission"
    bureau.agreed(no, c.Matter.MORE_TIME)
    assert leads(bureau, no, "head") == "ExtendDecision"
    assert bureau.refused("head", replace(extend, days=31)) == "EXTENSION_SPENT"
    # As the law allows, the head also gives less than was asked for.
    assert bureau.do("head", replace(extend, days=20)) == ["DecisionExtended"]
    assert bureau.state(f"case:{no}").submissions == {}


def test_a_second_extension_waits_for_the_leaders_discussion(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.decide_later(no)
    bureau.ask_later(no, 60)
    assert leads(bureau, no, "head") == "DiscussCase"
    extend = c.ExtendDecision(case_no=no, days=60, reason="再延")
    assert bureau.refused("head", extend) == "STEP_MISSING"
    discussed = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.EXTENSION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="同意", agreed=True,
    )  # fmt: skip
    bureau.do("head", discussed)
    assert leads(bureau, no, "head") == "ExtendDecision"
    assert bureau.do("head", extend) == ["DecisionExtended"]
    ask = c.ProposeExtension(case_no=no, days=30, reason="三延")
    assert bureau.refused("ins1", ask) == "EXTENSION_SPENT"


def test_the_form_of_more_days_prints_the_three_opinions(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.decide_later(no)
    rows = opinions(bureau.streams[f"case:{no}"], form_of("time_extension"))
    assert [row["text"] for row in rows] == ["拟延长 30 日：案情复杂", "同意", "案情复杂"]


def test_what_a_lead_waited_for_is_not_what_its_case_waits_for(bureau: Any, lead: str) -> None:
    bureau.do("ins1", c.ProposeExtension(case_no=lead, reason="外省协查"))
    bureau.file(lead)
    assert bureau.state(f"case:{lead}").submissions == {}
    extend = c.ExtendDecision(case_no=lead, days=30, reason="x")
    assert bureau.refused("head", extend) == "STEP_MISSING"

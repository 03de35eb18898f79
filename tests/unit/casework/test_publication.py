"""A decision is published on an officer's proposal and by other eyes, and nobody is legible in it (处罚法 48)."""

from dataclasses import replace
from typing import Any

import pytest

from api.case.steps import steps_of
from casework.cases.public_text import public_text, redacted
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.refusal import Refusal
from casework.waits import waits_for
from evidence.forms.public_draft import public_draft
from graph.cases.page import _for_party
from graph.projections.case import running
from tests.unit.casework.test_closing import pay
from tests.unit.casework.test_execution import served
from tests.unit.casework.test_submissions import leads

TEXT = "某医院重复收费，罚款 8,226.00 元"
DECIDE = c.DecidePublication(case_no="C1")


def proposal(no: str, text: str = TEXT, *, impact: bool = True) -> c.ProposePublication:
    return c.ProposePublication(case_no=no, social_impact=impact, reasons="涉及人数多", text=text)


def publish(bureau: Any, no: str) -> c.PublishDecision:
    return c.PublishDecision(case_no=no, where="县局网站", published_on=bureau.today)


def clock(bureau: Any, no: str) -> Any:
    found = deadlines(bureau.streams[f"case:{no}"], bureau.at)
    return next(one for one in found if one.id == "publication")


def test_the_next_step_leads_from_the_service_to_the_publication(bureau: Any) -> None:
    no = served(bureau)
    assert clock(bureau, no).clock is Clock.RUNNING
    assert (leads(bureau, no, "ins1"), leads(bureau, no, "sup")) == ("ProposePublication", None)
    assert bureau.refused("ins1", publish(bureau, no)) == "STEP_MISSING"
    assert bureau.refused("sup", DECIDE) == "STEP_MISSING"
    assert bureau.refused("ins3", proposal(no)) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", proposal(no)) == ["PublicationProposed"]
    assert bureau.refused("ins2", proposal(no)) == "SUBMISSION_WAITS"
    (step,) = (one for one in steps_of(bureau.state(f"case:{no}"), bureau.today, "zh") if one.kind == "submission")  # fmt: skip
    assert "有一定社会影响" in step.text
    assert leads(bureau, no, "sup") == "DecidePublication"
    assert bureau.do("sup", DECIDE) == ["PublicationApproved"]
    # What is read by the public is kept, word for word, before it is put out.
    assert bureau.refused("ins1", publish(bureau, no)) == "STEP_MISSING"
    assert leads(bureau, no, "ins1") == "IssueForm"
    bureau.do("ins1", IssueForm(case_no=no, form_id="public_text"))
    assert leads(bureau, no, "ins1") == "PublishDecision"
    assert bureau.refused("ins3", publish(bureau, no)) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", publish(bureau, no)) == ["DecisionPublished"]
    assert clock(bureau, no).clock is Clock.MET
    assert bureau.refused("ins1", proposal(no)) == "ALREADY_DONE"


def test_nobody_decides_what_he_proposed(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", proposal(no))
    for who, why in (("ins1", "ROLE_REQUIRED"), ("ins2", "ROLE_REQUIRED"), ("legal", "ROLE_REQUIRED")):  # fmt: skip
        assert bureau.refused(who, DECIDE) == why
    assert bureau.do("head", DECIDE) == ["PublicationApproved"]


def test_a_decision_without_social_impact_is_not_published(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", proposal(no, "", impact=False))
    assert bureau.do("sup", DECIDE) == ["PublicationDeclined"]
    assert clock(bureau, no).clock is Clock.MET
    assert leads(bureau, no, "ins1") != "ProposePublication"
    assert bureau.refused("ins1", publish(bureau, no)) == "STEP_MISSING"
    assert bureau.refused("ins1", IssueForm(case_no=no, form_id="public_text")) == "STEP_MISSING"
    # What was found so may be seen otherwise later.
    assert bureau.do("ins1", proposal(no)) == ["PublicationProposed"]


def test_the_centre_s_opinion_comes_first_where_the_head_decides(bureau: Any) -> None:
    no = served(bureau)
    bureau.parameter("publication_decided_by", "head", bureau.today)
    bureau.do("ins1", proposal(no))
    assert bureau.refused("sup", DECIDE) == "HEAD_DECIDES"
    assert bureau.refused("head", DECIDE) == "STEP_MISSING"
    bureau.agreed(no, c.Matter.PUBLICATION)
    assert bureau.do("head", DECIDE) == ["PublicationApproved"]


def test_what_is_returned_is_proposed_anew(bureau: Any) -> None:
    no = served(bureau)
    bureau.do("ins1", proposal(no))
    back = c.ReviewSubmission(
        case_no=no, matter=c.Matter.PUBLICATION, outcome=c.Outcome.RETURNED, reasons="删去明细"
    )
    assert bureau.do("sup", back) == ["PublicationReviewed"]
    assert bureau.refused("sup", DECIDE) == "STEP_MISSING"
    assert leads(bureau, no, "ins1") == "ProposePublication"
    assert bureau.do("ins2", proposal(no)) == ["PublicationProposed"]


@pytest.mark.parametrize("shown", ["341223198001011234", "13812345678", "王代表"])
def test_nobody_is_legible_in_public(bureau: Any, shown: str) -> None:
    no = served(bureau)
    party = replace(bureau.state(f"case:{no}").party, representative="王代表")
    case = replace(bureau.state(f"case:{no}"), party=party)
    assert shown not in redacted(case, f"负责人{shown}。")
    if shown == "王代表":
        return
    assert bureau.refused("ins1", proposal(no, f"电话{shown}")) == "PUBLIC_TEXT_LEGIBLE"
    masked = redacted(case, f"电话{shown}")
    assert bureau.do("ins1", proposal(no, masked)) == ["PublicationProposed"]


def test_an_institution_keeps_its_name_whoever_it_is_called_after(bureau: Any) -> None:
    case = bureau.state(f"case:{served(bureau)}")
    party = replace(case.party, name="王代表诊所", representative="王代表")
    text = redacted(replace(case, party=party), "王代表诊所的王代表")
    assert text == "王代表诊所的王**"


def test_the_draft_says_who_and_what_without_people(bureau: Any) -> None:
    no = bureau.decided()
    assert public_draft(bureau.state(f"case:{no}"), "云溪县医疗保障局") == ""
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    case = bureau.state(f"case:{no}")
    person = replace(case.party, kind=c.PartyKind.PERSON, name="赵小六", representative="")
    text = public_draft(replace(case, party=person), "云溪县医疗保障局")
    assert "赵小六" not in text
    for told in ("赵**", "8,226.00", case.decision.decision_no):
        assert told in text
    bureau.do("ins1", proposal(no))
    assert public_draft(bureau.state(f"case:{no}"), "x") == TEXT


def test_the_party_sees_nothing_of_what_is_proposed(bureau: Any) -> None:
    no = served(bureau)
    bureau.public(no)
    state, events = _for_party(bureau.state(f"case:{no}"), list(bureau.streams[f"case:{no}"]))
    assert public_text(state) == ""
    assert not [event for event in events if event.type.startswith("Publication")]


def test_a_changed_decision_is_proposed_for_publication_again(bureau: Any) -> None:
    no = served(bureau)
    bureau.public(no)
    assert bureau.state(f"case:{no}").publication.text
    bureau.do(
        "legal",
        c.AnnulDecision(
            case_no=no, by="市局", document_no="x", annulled_on=bureau.today, reasons="程序"
        ),
    )
    assert bureau.state(f"case:{no}").publication is None
    with pytest.raises(Refusal):
        bureau.do("ins1", publish(bureau, no))


def closed(bureau: Any, no: str) -> None:
    """Have the served decision carried out and the case closed."""
    pay(bureau, no)
    bureau.receipts(no)
    bureau.approvals_signed(no)
    bureau.close(no)
    assert not bureau.state(f"case:{no}").is_open


def test_a_closed_case_still_leads_to_the_publication(bureau: Any) -> None:
    no = served(bureau)
    closed(bureau, no)
    assert clock(bureau, no).clock is Clock.RUNNING
    assert leads(bureau, no, "ins1") == "ProposePublication"
    assert {"ins1", "ins2"} <= waits_for(bureau.state(f"case:{no}"), bureau.at).people
    bureau.do("ins1", proposal(no))
    assert leads(bureau, no, "sup") == "DecidePublication"
    bureau.do("sup", DECIDE)
    assert leads(bureau, no, "ins1") == "IssueForm"
    bureau.do("ins1", IssueForm(case_no=no, form_id="public_text"))
    assert leads(bureau, no, "ins1") == "PublishDecision"
    bureau.do("ins1", publish(bureau, no))
    assert clock(bureau, no).clock is Clock.MET
    assert leads(bureau, no, "ins1") != "PublishDecision"
    assert bureau.refused("ins1", publish(bureau, no)) == "ALREADY_DONE"


def test_what_was_published_of_a_closed_case_is_withdrawn_once_it_falls(bureau: Any) -> None:
    no = served(bureau)
    bureau.public(no)
    bureau.do("ins1", publish(bureau, no))
    closed(bureau, no)
    annul = c.AnnulDecision(
        case_no=no, by="市局", document_no="x", annulled_on=bureau.today, reasons="程序"
    )
    bureau.do("legal", annul)
    for who in ("sup", "head"):
        assert leads(bureau, no, who) == "WithdrawPublication"
    waiting = next(
        one
        for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)
        if one.id == "publication_withdrawal"
    )
    assert waiting.clock is Clock.RUNNING
    case = bureau.state(f"case:{no}")
    assert waiting in running(case, deadlines(bureau.streams[f"case:{no}"], bureau.at))
    bureau.do("sup", c.WithdrawPublication(case_no=no, withdrawn_on=bureau.today, reason="撤销"))
    assert leads(bureau, no, "sup") is None


def test_a_decision_that_was_served_before_it_was_asked_waits_for_nobody(bureau: Any) -> None:
    no = served(bureau)
    chain = bureau.streams[f"case:{no}"]
    old = [
        replace(one, data={k: v for k, v in one.data.items() if k != "publishable"})
        for one in chain
    ]
    bureau.streams[f"case:{no}"] = old
    assert "publication" not in {one.id for one in deadlines(old, bureau.at)}
    assert leads(bureau, no, "ins1") != "ProposePublication"
    assert bureau.do("ins1", proposal(no)) == ["PublicationProposed"]

"""A case is closed by three hands: an officer proposes, the centre gives its opinion, the head decides."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from api.case.steps import steps_of
from casework.cases.stages import Stage
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.documents.catalogue import form_of
from casework.refusal import Refusal
from casework.reviews.bulk import approval_of
from casework.waits import waits_for
from evidence.forms.opinions import opinions
from graph.cases.page import _for_party
from tests.unit.casework.test_execution import remedy, served
from tests.unit.casework.test_submissions import leads

CLOSE = c.CloseCase(case_no="C1")
RETURNED = c.Outcome.RETURNED


def executed(bureau: Any) -> str:
    """A case whose decision was served and carried out, with all its papers."""
    no = served(bureau)
    bureau.not_public(no)
    pay(bureau, no)
    bureau.receipts(no)
    bureau.approvals_signed(no)
    return no


def pay(bureau: Any, no: str, fine: str = "8226.00", back: str = "4113.00") -> None:
    for kind, amount in ((c.PaymentKind.FINE, fine), (c.PaymentKind.RECOVERY, back)):
        paid = {"amount": Decimal(amount), "paid_on": bureau.today, "voucher": f"v{kind}{amount}"}
        bureau.do("ins1", c.RecordPayment(case_no=no, kind=kind, **paid))


def opinion(no: str, outcome: c.Outcome = c.Outcome.APPROVED, why: str = "") -> c.ReviewSubmission:
    return c.ReviewSubmission(case_no=no, matter=c.Matter.CLOSING, outcome=outcome, reasons=why)


def test_a_case_is_closed_by_the_head_on_a_proposal_and_an_opinion(bureau: Any) -> None:
    no = executed(bureau)
    assert (leads(bureau, no, "ins1"), leads(bureau, no, "head")) == ("ProposeClosing", None)
    assert leads(bureau, no, "sup") is None
    assert bureau.refused("head", CLOSE) == "STEP_MISSING"
    assert bureau.refused("ins3", bureau.closing(no)) == "NOT_AN_OFFICER"
    assert bureau.do("ins1", bureau.closing(no)) == ["ClosingProposed"]
    assert bureau.refused("ins2", bureau.closing(no)) == "SUBMISSION_WAITS"
    assert bureau.refused("head", CLOSE) == "STEP_MISSING"
    assert leads(bureau, no, "sup") == "ReviewSubmission"
    assert bureau.do("sup", opinion(no)) == ["ClosingReviewed"]
    assert bureau.refused("sup", CLOSE) == "HEAD_DECIDES"
    assert bureau.refused("head", opinion(no)) == "DECIDE_INSTEAD"
    assert (leads(bureau, no, "sup"), leads(bureau, no, "head")) == (None, "CloseCase")
    assert bureau.do("head", CLOSE) == ["CaseClosed"]
    told = bureau.streams[f"case:{no}"][-1].data
    assert (told["ground"], told["situation"], told["outstanding"]) == (
        *("executed", "执行完毕"), "0.00",
    )  # fmt: skip
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.submissions) == (Stage.CLOSED, {})


def test_whoever_waits_is_told(bureau: Any) -> None:
    no = executed(bureau)
    asked: list[set[str]] = []
    for step in (None, ("ins1", bureau.closing(no)), ("sup", opinion(no))):
        if step:
            bureau.do(*step)
        waits = waits_for(bureau.state(f"case:{no}"), bureau.at)
        asked.append({role.value for role in waits.roles} | (waits.people & {"ins1", "ins2"}))
    assert asked == [{"ins1", "ins2"}, {"supervisor"}, {"head"}]


def test_the_form_prints_the_three_opinions(bureau: Any) -> None:
    no = executed(bureau)
    form = IssueForm(case_no=no, form_id="closing")
    assert bureau.refused("ins1", form) == "STEP_MISSING"
    bureau.to_close(no)
    bureau.do("ins1", form)
    bureau.do("head", replace(CLOSE, reasons="按规定归档"))
    rows = opinions(bureau.streams[f"case:{no}"], form_of("closing"))
    names = [bureau.people[who].name for who in ("ins1", "sup", "head")]
    assert [(row["step"], row["name"], row["text"]) for row in rows] == [
        ("承办人意见", names[0], "拟结案：执行完毕"),
        ("承办机构审核", names[1], "同意"),
        ("结案审批", names[2], "同意：按规定归档"),
    ]


@pytest.mark.parametrize("who", ["sup", "head"])
def test_what_is_returned_is_proposed_anew(bureau: Any, who: str) -> None:
    no = executed(bureau)
    bureau.do("ins1", bureau.closing(no))
    if who == "head":
        bureau.do("sup", opinion(no))
    bureau.do(who, opinion(no, RETURNED, "补充执行情况"))
    assert bureau.refused("head", CLOSE) == "STEP_MISSING"
    assert leads(bureau, no, "ins1") == "ProposeClosing"
    assert bureau.close(no) == ["CaseClosed"]


def test_what_keeps_a_case_open_is_asked_of_the_proposal_and_again_of_the_decision(
    bureau: Any,
) -> None:
    no = served(bureau)
    bureau.receipts(no)
    assert bureau.refused("ins1", bureau.closing(no)) == "APPROVALS_UNSIGNED"
    bureau.approvals_signed(no)
    assert bureau.refused("ins1", bureau.closing(no)) == "UNPAID"
    pay(bureau, no)
    assert bureau.refused("ins1", bureau.closing(no, None, " ")) == "FIELD_REQUIRED"
    court = bureau.closing(no, c.ClosingGround.COURT)
    assert bureau.refused("ins1", court) == "CLOSING_GROUND"
    bureau.to_close(no)
    bureau.do("legal", remedy(bureau))
    assert bureau.refused("head", CLOSE) == "STEP_MISSING"
    assert leads(bureau, no, "head") != "CloseCase"


def test_a_payment_that_did_not_come_keeps_it_from_the_head(bureau: Any) -> None:
    no = executed(bureau)
    bureau.to_close(no)
    paid = bureau.state(f"case:{no}").payments[0]
    reverse = c.ReversePayment(
        case_no=no, payment_id=str(paid.seq), document_no="冲1号", reasons="退票"
    )
    bureau.do("sup", reverse)
    bureau.approvals_signed(no)
    assert bureau.refused("head", CLOSE) == "UNPAID"
    assert leads(bureau, no, "head") is None


def test_a_decision_that_fell_takes_the_proposal_with_it(bureau: Any) -> None:
    no = executed(bureau)
    bureau.to_close(no)
    fell = c.AnnulDecision(
        case_no=no, by="县法院", document_no="1", annulled_on=bureau.today, reasons="r"
    )
    bureau.do("legal", fell)
    bureau.approvals_signed(no)
    assert bureau.refused("head", CLOSE) == "STEP_MISSING"
    assert bureau.state(f"case:{no}").submissions == {}


def test_the_centre_closes_where_the_bureaus_rule_says_so(bureau: Any) -> None:
    no = executed(bureau)
    bureau.parameter("closing_decided_by", "centre", bureau.today)
    bureau.do("ins1", bureau.closing(no))
    assert leads(bureau, no, "sup") == "CloseCase"
    assert bureau.refused("sup", opinion(no)) == "DECIDE_INSTEAD"
    assert bureau.do("sup", CLOSE) == ["CaseClosed"]


def test_a_rule_of_filing_says_nothing_of_closing(bureau: Any) -> None:
    no = executed(bureau)
    bureau.parameter("filing_decided_by", "centre", bureau.today)
    bureau.do("ins1", bureau.closing(no))
    bureau.parameter("closing_decided_by", "centre", bureau.today)
    assert bureau.refused("sup", CLOSE) == "HEAD_DECIDES"


def test_whoever_proposed_or_reviewed_does_not_close(bureau: Any) -> None:
    no = executed(bureau)
    bureau.to_close(no)
    roles = bureau.people["head"].roles
    for who in ("ins1", "sup"):
        both = replace(bureau.people[who], roles=bureau.people[who].roles | roles)
        assert bureau.refused(both, CLOSE) == "FOUR_EYES"


def test_closed_together_are_only_those_that_were_executed_in_full(bureau: Any) -> None:
    no = executed(bureau)
    bureau.do("ins1", bureau.closing(no, c.ClosingGround.OTHER))
    bureau.do("sup", opinion(no))
    case = bureau.state(f"case:{no}")
    with pytest.raises(Refusal) as alone:
        approval_of("CloseCase", case, case.version, "同意")
    assert alone.value.code == "CLOSED_ALONE"
    bureau.do("head", opinion(no, RETURNED, "按执行完毕提请"))
    bureau.to_close(no)
    case = bureau.state(f"case:{no}")
    assert bureau.do("head", approval_of("CloseCase", case, case.version, "同意")) == ["CaseClosed"]


def test_a_closing_from_before_reads_as_it_did(bureau: Any) -> None:
    no = executed(bureau)
    bureau.close(no)
    chain = bureau.streams[f"case:{no}"]
    old = {key: value for key, value in chain[-1].data.items() if key != "submission"}
    kinds = ("ClosingProposed", "ClosingReviewed")
    bureau.streams[f"case:{no}"] = [one for one in chain if one.type not in kinds]
    bureau.streams[f"case:{no}"][-1] = replace(chain[-1], data=old)
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED
    [row] = opinions(bureau.streams[f"case:{no}"], form_of("closing"))
    assert row["text"] == "同意：执行完毕"


def test_the_page_tells_what_is_submitted_and_its_party_nothing_of_it(bureau: Any) -> None:
    no = executed(bureau)

    def told(case: Any) -> list[str]:
        rows = steps_of(case, bureau.today, "zh")
        return [one.text for one in rows if one.kind == "submission"]

    bureau.do("ins1", bureau.closing(no))
    name = bureau.people["ins1"].name
    assert told(bureau.state(f"case:{no}")) == [
        f"{name} · 处罚决定执行完毕 · 执行完毕 · 待中心负责人审核"
    ]
    bureau.do("sup", opinion(no))
    case = bureau.state(f"case:{no}")
    assert told(case)[0].endswith("中心负责人同意，待批准")
    assert told(_for_party(case, [])[0]) == []

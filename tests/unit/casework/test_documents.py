"""Forms of a case: what each needs, its number, its end; templates and their versions."""

from decimal import Decimal
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.documents import IssueForm, ReplaceTemplate, SignForm, VoidForm
from casework.decide import step_of
from casework.documents.catalogue import all_series, form_of, forms, number_text
from casework.documents.needs import PARTS, missing_of
from casework.refusal import Refusal


def issue(no: str, form_id: str, serial: int | None = None, **more: Any) -> IssueForm:
    """The command as the store completes it."""
    series = forms()[form_id].series
    if series and serial:
        more |= {"number": number_text(series, "云医保", 2026, serial), "year": 2026}
    return IssueForm(case_no=no, form_id=form_id, serial=serial, **more)


def test_every_form_names_parts_and_a_series_that_exist() -> None:
    for form in forms().values():
        assert set(form.needs) <= PARTS.keys(), form.id
        assert not form.series or form.series in all_series(), form.id
        assert form.basis


def test_a_form_of_a_series_carries_its_number(bureau: Any) -> None:
    no = bureau.filed()
    assert bureau.do("ins1", issue(no, "filing", 7)) == ["FormIssued"]
    state = bureau.state(f"case:{no}")
    assert state.forms[0].number == "云医保立〔2026〕7号"
    assert [(n.series, n.serial) for n in state.numbers] == [("filing", 7)]
    # What is printed is the case before the form itself.
    assert state.forms[0].seq == state.version - 1


def test_without_a_number_of_the_series_nothing_is_issued(bureau: Any) -> None:
    no = bureau.filed()
    with pytest.raises(Refusal, match="文书编号") as refused:
        bureau.do("ins1", issue(no, "filing"))
    assert refused.value.code == "FIELD_REQUIRED"


@pytest.mark.parametrize("form_id", ["decision", "hearing_record", "legal_opinion", "closing"])
def test_a_form_waits_for_what_it_reports(bureau: Any, form_id: str) -> None:
    no = bureau.filed()
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", issue(no, form_id, 1))
    assert refused.value.code == "STEP_MISSING"
    assert bureau.state(f"case:{no}").forms == ()


def test_a_void_form_keeps_its_number_and_takes_no_signature(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do("ins1", issue(no, "filing", 7))
    bureau.evidence("E1")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="签字件"))
    bureau.do("ins1", VoidForm(case_no=no, issue_id="W1", reason="打印错误"))
    state = bureau.state(f"case:{no}")
    assert [(n.serial, n.void) for n in state.numbers] == [(7, "打印错误")]
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", SignForm(case_no=no, issue_id="W1", evidence_id="E1"))
    assert refused.value.code == "FORM_VOID"
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", VoidForm(case_no=no, issue_id="W1", reason="再次"))
    assert refused.value.code == "ALREADY_DONE"


def test_the_signed_paper_is_evidence_of_this_very_case(bureau: Any) -> None:
    no = bureau.filed()
    bureau.do("ins1", issue(no, "filing", 1))
    bureau.evidence("E1")
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", SignForm(case_no=no, issue_id="W1", evidence_id="E1"))
    assert refused.value.code == "NOT_FOUND"
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="E1", proves="签字件"))
    bureau.do("ins1", SignForm(case_no=no, issue_id="W1", evidence_id="E1"))
    assert bureau.state(f"case:{no}").forms[0].signed == "E1"


@pytest.mark.parametrize("who", ["agency", "office", "doc", "sec", "aud"])
def test_only_those_who_write_for_the_case_issue_forms(bureau: Any, who: str) -> None:
    no = bureau.filed()
    with pytest.raises(Refusal) as refused:
        bureau.do(who, issue(no, "filing", 1))
    assert refused.value.code == "ROLE_REQUIRED"


def test_templates_have_versions_and_go_back_to_the_shipped_one(bureau: Any) -> None:
    bureau.do("legal", ReplaceTemplate(form_id="notice", sha256="a" * 64, size=1, note="加局徽"))
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", ReplaceTemplate(form_id="notice", sha256="a" * 64, note="再来"))
    assert refused.value.code == "ALREADY_DONE"
    bureau.do("head", ReplaceTemplate(form_id="notice", note="恢复"))
    state = bureau.state("template:notice")
    assert state.sha256 == ""
    assert [version.sha256 for version in state.versions] == ["a" * 64, ""]
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", ReplaceTemplate(form_id="notice", sha256="b" * 64, note="x"))
    assert refused.value.code == "ROLE_REQUIRED"
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", ReplaceTemplate(form_id="nothing", sha256="b" * 64, note="x"))
    assert refused.value.code == "NOT_FOUND"


def test_after_a_decision_on_the_spot_nothing_is_filed(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    assert missing_of(form_of("filing"), bureau.state(f"case:{no}")) is None
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    spot = c.DecideOnSpot(
        case_no=no, officers=("ins1", "ins2"), article_id="tiaoli-38-3", base_loss=Decimal(1000),
        multiple=Decimal(1), present="法定代表人王某", place="门诊", decision_no="当罚1号", told=True, defence="无异议",
        reasons="事实清楚",
    )  # fmt: skip
    bureau.do("ins1", spot)
    lacking = missing_of(form_of("filing"), bureau.state(f"case:{no}"))
    assert lacking
    assert "当场处罚" in lacking[0]


def test_the_next_step_names_the_form_to_issue(bureau: Any) -> None:
    no = bureau.proposed()
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))

    def step() -> tuple[str, str]:
        found = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
        assert found
        assert found.name == "IssueForm"
        return found.step

    assert step() == ("出具文书：行政处罚事先告知书", "issue a form: Notice before a penalty")
    bureau.told(no)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号"))
    assert step()[0] == "出具文书：行政处罚决定审批表"
    bureau.issue(no, "decision_approval")
    assert step()[0] == "出具文书：行政处罚决定书"

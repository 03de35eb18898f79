"""What the papers tell their party, read from the filled DOCX: periods, places, duties, sums, own evidence."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest

from casework.cases.outcome import Outcome, outcome_of
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import points as p
from casework.commands import referral as r
from casework.commands.documents import IssueForm, SignForm
from casework.law.no_penalty import no_penalty_grounds
from casework.law.rows import articles, duty_of, short_id
from casework.law.surcharge import surcharge
from casework.points.parameters import STREAM
from evidence.dossier.formats import yuan
from evidence.forms.context import values_of
from evidence.forms.fill import fill, shipped

HOSPITAL = "H34162300001"
SET = {
    "bureau_address": "云溪县政务路1号3楼",
    "bureau_phone": "基金监管股 0551-1234567",
    "fine_account": "县财政局非税收入专户 1234",
    "recovery_account": "县医疗保障基金财政专户 5678",
    "review_body": "云溪县人民政府",
    "suit_court": "云溪县人民法院",
}


def text_of(bureau: Any, form_id: str, who: str = "ins1") -> str:
    """The paper as it is issued now, its paragraphs and cells."""
    bureau.issue("C1", form_id, who)
    case = bureau.state("case:C1")
    found = values_of(
        case, bureau.streams["case:C1"], case.forms[-1], "云溪县医保局", bureau.state(STREAM)
    )
    drawn = docx.Document(io.BytesIO(fill(shipped(form_id), found)))
    cells = [cell.text for table in drawn.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in drawn.paragraphs), *cells])


def with_settings(bureau: Any) -> None:
    for name, value in SET.items():
        bureau.parameter(name, value)


def served(bureau: Any) -> str:
    no: str = bureau.decided()
    bureau.sealed(no)
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.ServeDecision(case_no=no, way=way, served_on=bureau.today))
    return no


@pytest.mark.parametrize("form_id", ["notice", "hearing_notice"])
def test_a_notice_says_until_when_where_and_to_whom(bureau: Any, form_id: str) -> None:
    with_settings(bureau)
    bureau.proposed("2", 6)
    text = text_of(bureau, form_id)
    assert "进行陈述和申辩，应当自收到本告知书之日起五个工作日内向本机关" in text
    assert "要求" in text
    assert "听证" in text
    assert text.count("五个工作日内") == 2
    assert SET["bureau_address"] in text
    assert SET["bureau_phone"] in text


def test_a_decision_names_accounts_review_and_court(bureau: Any) -> None:
    with_settings(bureau)
    bureau.decided()
    text = text_of(bureau, "decision")
    for name in ("fine_account", "recovery_account", "review_body", "suit_court"):
        assert SET[name] in text
    assert "六十日内依法向云溪县人民政府申请行政复议" in text
    assert "十五日内缴纳罚款" in text
    assert "未录入" not in text


def test_a_decision_says_what_the_bureau_has_not_set(bureau: Any) -> None:
    bureau.decided()
    # What is set later than the paper is not on it.
    text = text_of(bureau, "decision")
    for title in ("罚款缴纳方式", "退回基金账户", "行政复议机关", "行政诉讼管辖法院"):
        assert f"（本局参数“{title}”未录入）" in text


def test_a_paper_prints_what_was_set_when_it_was_issued(bureau: Any) -> None:
    bureau.decided()
    bureau.issue("C1", "decision")
    with_settings(bureau)
    case = bureau.state("case:C1")
    old = values_of(case, bureau.streams["case:C1"], case.forms[-1], "局", bureau.state(STREAM))
    assert "未录入" in old["office"]["court"]
    assert SET["suit_court"] in text_of(bureau, "decision")


def test_a_party_is_named_with_its_address_and_who_stands_for_it(bureau: Any) -> None:
    party = c.Party(
        c.PartyKind.INSTITUTION, "H34162300001", "云溪县人民医院", "云溪县城关镇1号", "王某"
    )
    bureau.opened(party=party)
    assert bureau.state("case:C1").party == party
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no="C1", officers=officers))
    text = text_of(bureau, "filing")
    assert "云溪县城关镇1号" in text
    assert "王某" in text


def test_a_decision_on_the_spot_names_place_officers_and_hours(bureau: Any) -> None:
    no = bureau.opened()
    officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
    bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
    bureau.do("ins1", c.ListLines(case_no=no))
    bureau.lost(no, "1000.00")
    spot = c.DecideOnSpot(
        case_no=no, article_id="tiaoli-38-1", multiple=Decimal(1), present="法定代表人王某", place="收费处", decision_no="当1", told=True,
        defence="无异议", reasons="事实清楚", officers=("ins1", "ins2"), refused_to_sign=True,
        witness="村委会李某",
    )  # fmt: skip
    bureau.do("ins1", spot)
    text = text_of(bureau, "decision")
    for told in (
        "当场行政处罚决定书",
        "地点：收费处",
        "INS1（执法证号 皖01）",
        "皖02",
        "无异议",
        "执法人员签名",
        "在场的当事人（代表人、代理人）：法定代表人王某",
        "当事人拒绝签收；见证人（或者记录方式）：村委会李某",
        "2026年3月2日 09:",
    ):
        assert told in text
    assert "以上事实有下列证据证明" not in text


def test_the_duty_is_broken_and_the_clause_punishes(bureau: Any) -> None:
    bureau.proposed()
    duty = "违反了《医疗保障基金使用监督管理条例》第十五条的规定，属于《医疗保障基金使用监督管理条例》第三十八条第（一）项"
    assert duty in text_of(bureau, "notice")


@pytest.mark.parametrize(
    ("ground", "basis"),
    [
        (c.NoPenaltyGround.NOT_PROVEN, "第五十七条第一款第（三）项"),
        (c.NoPenaltyGround.LIMITATION, "第三十六条第一款"),
        (c.NoPenaltyGround.NO_FAULT, "第三十三条第二款"),
        (c.NoPenaltyGround.FIRST_MINOR, "第三十三条第一款、第五十七条第一款第（二）项"),
        (c.NoPenaltyGround.MINOR_CORRECTED, "第三十三条第一款、第五十七条第一款第（二）项"),
    ],
)
def test_no_penalty_rests_on_its_own_ground(bureau: Any, ground: Any, basis: str) -> None:
    no = bureau.to_decide()
    talk = c.DiscussCase(
        case_no=no, subject=c.DiscussionSubject.DECISION, members=("head", "vice", "sup"),
        held_on=bureau.today, record="同意", agreed=True, ruling=c.Ruling.NO_PENALTY,
    )  # fmt: skip
    bureau.do("head", talk)
    decide = c.DecideCase(
        case_no=no, ruling=c.Ruling.NO_PENALTY, decision_no="1", reasons="理由", ground=ground
    )
    bureau.do("head", decide)
    assert f"依据《中华人民共和国行政处罚法》{basis}的规定" in text_of(bureau, "no_penalty")
    assert {one.id for one in no_penalty_grounds()} == {one.value for one in c.NoPenaltyGround}


@pytest.mark.parametrize("form_id", ["decision", "evidence_list"])
def test_the_facts_are_proven_by_no_paper_of_the_procedure(bureau: Any, form_id: str) -> None:
    bureau.investigated()
    bureau.evidence("病历")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id="病历", proves="挂床"))
    scene = bureau.issue("C1", "scene")
    bureau.evidence("现场")
    bureau.do("ins1", c.AttachEvidence(case_no="C1", evidence_id="现场", proves="空床"))
    bureau.do("ins1", SignForm(case_no="C1", issue_id=scene, evidence_id="现场"))
    bureau.do("ins1", bureau.proposal("C1"))
    bureau.do("sup", c.ReviewProposal(case_no="C1", proposal_id="P1", outcome=c.Outcome.APPROVED))
    bureau.told("C1")
    bureau.receipts("C1")
    bureau.do("ins1", c.RecordDefence(case_no="C1", how=c.Defence.STATED, text="x"))
    bureau.do("ins1", c.SubmitLegalReview(case_no="C1"))
    opinion = c.Opinion.AGREE
    bureau.do("legal", c.ReviewLegality(case_no="C1", opinion=opinion, text="同意"))
    bureau.approvals_signed("C1")
    bureau.decide("C1")
    text = text_of(bureau, form_id)
    assert "病历.pdf" in text
    assert "现场.pdf" in text
    assert "回证" not in text
    assert "审批" not in text


def test_a_demand_names_the_surcharge_and_what_is_added_each_day(bureau: Any) -> None:
    with_settings(bureau)
    served(bureau)
    bureau.wait(40)
    text = text_of(bureau, "pressing")
    more = surcharge(bureau.state("case:C1"), bureau.today)
    assert more
    assert f"为{yuan(more)}" in text
    assert "此后按日以未缴罚款的百分之三加处（每日246.78 元）" in text
    assert SET["fine_account"] in text
    bureau.wait(60)
    assert "此后不再增加" in text_of(bureau, "pressing")


def test_a_new_proposal_waits_for_a_new_report(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.STATED, text="x"))
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    opinion = c.Opinion.CONTINUE
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=opinion, text="事实不清"))
    assert bureau.refused("ins1", bureau.proposal(no)) == "STEP_MISSING"
    bureau.reported(no)
    assert bureau.do("ins1", bureau.proposal(no))[-1] == "PenaltyProposed"


def talked(bureau: Any, subject: Any, record: str) -> None:
    deciding = subject is c.DiscussionSubject.DECISION
    bureau.do(
        "head",
        c.DiscussCase(
            case_no="C1", members=("head", "vice", "sup") if deciding else ("head", "sup", "vice2"),
            subject=subject, held_on=bureau.today, record=record, agreed=True,
            ruling=c.Ruling.PENALTY if deciding else None,
        ),
    )  # fmt: skip


def test_each_discussion_has_a_record_of_its_own(bureau: Any) -> None:
    other = replace(bureau.people["vice"], account="vice2", name="VICE2", person="p-vice2")
    bureau.people["vice2"] = other
    bureau.seed(other)
    bureau.to_decide()
    talked(bureau, c.DiscussionSubject.DECISION, "处罚讨论")
    talked(bureau, c.DiscussionSubject.EXTENSION, "延期讨论")
    first, second = text_of(bureau, "discussion"), text_of(bureau, "discussion")
    assert "处罚讨论" in first
    assert "同意给予行政处罚" in first
    assert "VICE2" not in first
    assert "延期讨论" in second
    assert "延长办案期限" in second
    assert "VICE2" in second


def test_each_hold_has_a_paper_of_its_own(bureau: Any) -> None:
    bureau.investigated()
    for n, things in enumerate(("电脑", "账册"), 1):
        seal = c.RequestHold(
            case_no="C1", kind=c.HoldKind.SEALING, items=things, place="x", reason="r"
        )
        bureau.do("ins1", seal)
        bureau.do("head", c.DecideHold(case_no="C1", hold_id=f"H{n}", approve=True))
    first, second = text_of(bureau, "hold_seal"), text_of(bureau, "hold_seal")
    assert ("电脑" in first, "账册" in first) == (True, False)
    assert ("电脑" in second, "账册" in second) == (False, True)


def reported(bureau: Any, **more: Any) -> r.ReportReferral:
    told = {
        "amount": Decimal("9999999.00"), "suspected_crime": "诈骗罪", "facts": "虚构住院", "recipient": "县公安局",
        "missing_parts": dict.fromkeys(r.PackagePart, "无"), **more,
    }  # fmt: skip
    return r.ReportReferral(case_no="C1", **told)


def approved(bureau: Any) -> None:
    bureau.do("head", r.DecideReferral(case_no="C1", approve=True, reasons="同意移送"))


def test_an_amount_that_the_lines_do_not_bear_out_is_explained(bureau: Any) -> None:
    bureau.investigated()
    bureau.grouped("C1")
    assert bureau.refused("ins1", reported(bureau)) == "FIELD_REQUIRED"
    bureau.refer(reported(bureau, amount_reasons="含外县同伙的损失"))
    # The letter tells of the head's approval: before it there is none.
    assert (
        bureau.refused("ins1", IssueForm(case_no="C1", form_id="crime_transfer")) == "STEP_MISSING"
    )
    approved(bureau)
    text = text_of(bureau, "crime_transfer")
    assert "移送金额与认定金额不一致的说明：含外县同伙的损失" in text


def test_the_amount_of_the_confirmed_lines_needs_no_words(bureau: Any) -> None:
    bureau.investigated()
    bureau.refer(reported(bureau, amount=Decimal("4113.00")))
    approved(bureau)
    assert "不一致" not in text_of(bureau, "crime_transfer")


@pytest.mark.parametrize("kind", list(c.RemedyKind))
def test_what_is_held_unlawful_keeps_its_effect_and_is_told(bureau: Any, kind: Any) -> None:
    no = served(bureau)
    basis = p.Basis(kind=p.BasisKind.CASE, reference=no, decided_on=bureau.today)
    score = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="张医师", fixmedins_code=HOSPITAL, act="tiaoli_38_39",
        responsibility=p.Responsibility.PRIMARY, points=6, conduct_on=date(2025, 12, 20),
        basis=basis, reasons="x",
    )  # fmt: skip
    bureau.do("agency", score)
    before = bureau.state(f"case:{no}")
    filed = c.RecordRemedy(
        case_no=no, kind=kind, body="县政府", filed_on=bureau.today, document_no="复1"
    )
    bureau.do("legal", filed)
    closed = c.CloseRemedy(
        case_no=no, remedy_id="F1", outcome=c.RemedyOutcome.UNLAWFUL, document_no="复决1",
        decided_on=bureau.today, reasons="程序轻微违法",
        instance=c.Instance.IN_FORCE if kind is c.RemedyKind.SUIT else None,
    )  # fmt: skip
    assert bureau.do("legal", closed) == ["RemedyClosed", "ScoreReviewDue"]
    case = bureau.state(f"case:{no}")
    assert (case.stage, case.decision, case.annulled) == (before.stage, before.decision, False)
    entry = bureau.state("points:D1").entries[0]
    assert entry.counts
    assert entry.review_due is not None
    outcome, _ = outcome_of(case, bureau.streams[f"case:{no}"])
    assert outcome is Outcome.UNLAWFUL
    text = text_of(bureau, "closing_report")
    assert "确认违法（不撤销，决定继续有效）" in text


#: What the facts file reads of the duties: internal management (14), what may not be charged (15), records and
#: data (16), the person's own credential (17), resale (19), forging and inventing (20).
READ = {
    **dict.fromkeys(("38-1", "38-2", "38-3", "38-4", "40-1"), "第十五条"),
    "39-1": "第十四条", "39-2": "第十六条", "39-3": "第十六条", "40-2": "第二十条", "40-3": "第二十条",
    "41-1": "第十七条", "41-2": "第十七条", "41-3": "第十九条",
}  # fmt: skip


@pytest.mark.parametrize(
    "row", [a for a in articles() if a.id.startswith("tiaoli-")], ids=lambda a: a.id
)
def test_no_paper_claims_a_duty_that_nobody_read(row: Any) -> None:
    short, on = short_id(row.id), date(2025, 1, 1)
    named = READ.get(short)
    assert row.duty_mark == ("V" if named else "M")
    assert duty_of(row.id, on) == (f"《医疗保障基金使用监督管理条例》{named}" if named else "")
    assert duty_of(row.id, on, {short}) == row.duty


def test_a_duty_that_the_bureau_looked_up_is_printed(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("ins1", replace(bureau.proposal(no), article_id="tiaoli-38-6"))
    bureau.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
    assert "上述行为属于《医疗保障基金使用监督管理条例》第三十八条第（六）项" in text_of(
        bureau, "notice"
    )
    bureau.parameter("duty_articles", "38-6、39-7")
    assert "违反了《医疗保障基金使用监督管理条例》第十五条的规定" in text_of(bureau, "notice")


def test_an_application_to_the_court_says_which_and_how_much_after_which_demand(
    bureau: Any,
) -> None:
    no = served(bureau)
    bureau.wait(30)
    bureau.issue(no, "pressing")
    way = c.ServiceWay.DIRECT
    bureau.do("ins1", c.PressPayment(case_no=no, way=way, served_on=bureau.today))
    bureau.wait(210)
    asked = c.ApplyToCourt(case_no=no, court="云溪县人民法院", document_no="云医保强〔2026〕1号")
    bureau.do("head", asked)
    text = text_of(bureau, "court_approval")
    assert "催告书送达\n2026年4月1日" in text
    assert (
        "向云溪县人民法院申请强制执行（云医保强〔2026〕1号）：罚款 8,226.00 元，加处罚款 8,226.00 元，退回基金"
        " 4,113.00 元" in text
    )


def test_the_agency_hands_its_papers_over_on_a_receipt_of_its_own(bureau: Any) -> None:
    bureau.parameter("agency_name", "云溪县医保中心")
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    part = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(part,), reasons="挂床"))
    bureau.handling_told(no)
    text = text_of(bureau, "receipt", "agency")
    assert text.startswith("云溪县医保中心")
    assert "《拟协议处理告知书》" in text
    assert "情形：挂床。\n" in text_of(bureau, "handling_notice", "agency")


def test_a_handling_is_answered_at_the_agency_else_at_the_bureau(bureau: Any) -> None:
    bureau.parameter("bureau_address", "政务路1号3楼")
    bureau.parameter("bureau_phone", "监管股 0551-1")
    bureau.parameter("agency_phone", "稽核科 0551-2")
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    part = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(part,), reasons="挂床"))
    bureau.handling_told(no)
    text = text_of(bureau, "handling_notice", "agency")
    assert "地址：政务路1号3楼，联系人及电话：稽核科 0551-2。" in text

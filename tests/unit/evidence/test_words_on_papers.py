"""What a clerk reads on a paper: whose it is, what it rests on, what came out, each thing once."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import docx
import pypdf
import pytest
from filled import text_of

from casework.cases.parts import Correction, Service
from casework.commands.case import Party, PartyKind, Path
from casework.documents.catalogue import form_of
from casework.documents.needs import missing_of
from casework.documents.state import Issued
from casework.documents.titles import titled_of
from casework.events import GENESIS, Event, seal
from casework.law.rows import articles, fined_under
from casework.points.parameters import BureauState, Setting
from evidence.forms.context import values_of
from evidence.forms.example import _A, _case, _measure
from evidence.forms.fill import fill, shipped
from evidence.forms.measure import measure_values
from evidence.forms.opinions import words_of
from evidence.forms.printed import printed
from evidence.forms.rights import accruing

AT = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)
BUREAU, AGENCY = "示例县医疗保障局", "示例县医疗保障服务中心"
CLAUSE = "《医疗保障基金使用监督管理条例》第四十一条第一款第（一）项"


def paper(form_id: str, settings: BureauState | None = None, **given: Any) -> str:
    case = replace(_case(AT), **given)
    titled = titled_of(case, form_of(form_id))
    form = Issued("W1", form_of(form_id).id, "1号", _A, AT, 0, titled=titled)
    return text_of(fill(shipped(form_id), values_of(case, (), form, BUREAU, settings)))


def event(kind: str, **data: Any) -> Event:
    return seal("case:C1", 1, kind, data, "a", AT, GENESIS)


def test_a_person_has_no_legal_representative() -> None:
    person = paper("decision", party=Party(PartyKind.PERSON, "P1", "张三"))
    assert "人员编号" in person
    assert "证件号码" in person
    assert "法定代表人" not in person
    assert "法定代表人" in paper("decision")


@pytest.mark.parametrize("fine", [Decimal("8226.00"), Decimal(0)])
def test_the_fine_of_a_person_rests_on_its_own_paragraph(fine: Decimal) -> None:
    # 条例 41: the first paragraph suspends and asks back, the second fines.
    ruled = replace(_case(AT).decision, article_id="tiaoli-41-1", citation=CLAUSE, fine=fine)  # type: ignore[type-var]
    text = paper("decision", decision=ruled)
    assert (f"依据{CLAUSE}、第二款，" in text) is bool(fine)
    assert (f"依据{CLAUSE}，" in text) is not bool(fine)


def test_a_clause_that_was_written_otherwise_stays_as_it_is() -> None:
    assert fined_under("tiaoli-41-1", "第四十一条第（一）项", Decimal(1)) == "第四十一条第（一）项"
    for row in articles():
        assert bool(row.fine_paragraph) is ("第四十一条" in row.citation)


def test_a_notice_names_the_law_of_the_hearing_and_orders_no_return_of_nothing() -> None:
    proposal = replace(_case(AT).proposals[0], recovery=Decimal(0), hearing_right=True)
    text = paper("notice", proposals=(proposal,))
    assert "依据《中华人民共和国行政处罚法》第六十三条、第六十四条" in text
    assert "责令退回" not in text
    assert "责令退回" in paper("notice")


def test_an_opinion_says_each_thing_once_and_the_months_too() -> None:
    agreed = event("LegalityReviewed", opinion="agree", text="同意")
    assert words_of(agreed) == "同意"
    asked = event("PenaltyProposed", fine="8226.00", suspension_months=3, reasons="初次违法。")
    assert words_of(asked) == "罚款 8,226.00 元，暂停 3 个月：初次违法。"


@pytest.mark.parametrize("form_id", ["closing", "closing_report"])
def test_a_handling_is_closed_on_its_measures_and_knows_no_penalty(form_id: str) -> None:
    ruled = replace(_case(AT).decision, fine=Decimal(0))  # type: ignore[type-var]
    text = paper(form_id, path=Path.AGREEMENT, officers=(), filed_at=None, decision=ruled)
    assert "追回" in text
    assert "（示例条款）" in text
    assert "罚款" not in text
    assert "执法人员：" not in text


def test_a_closing_report_tells_what_was_imposed() -> None:
    imposed = values_of(_case(AT), (), Issued("W1", "closing_report", "", _A, AT, 0), BUREAU)
    assert imposed["decision"]["outcome"] in paper("closing_report")
    assert "责令退回医疗保障基金" in paper("closing_report")
    ruled = replace(_case(AT).decision, reasons="")  # type: ignore[type-var]
    assert "理由：" not in paper("closing_report", decision=ruled)


def test_a_handling_is_the_agency_s_own() -> None:
    named = BureauState(settings=(Setting("agency_name", AGENCY, AT.date(), "县编办文件"),))
    for form_id in ("handling_notice", "handling_decision", "no_handling"):
        text = paper(form_id, named)
        assert text.startswith(AGENCY)
        assert f"{AGENCY}（印章）" in text
        assert paper(form_id).startswith(BUREAU)
    assert f"送交：{AGENCY}，地址：" in paper("handling_notice", named)


def test_a_handling_is_ended_by_the_agency_and_a_penalty_by_the_head() -> None:
    named = BureauState(settings=(Setting("agency_name", AGENCY, AT.date(), "县编办文件"),))
    head = "\n主要负责人意见"
    assert paper("closing", named).startswith(BUREAU)
    assert head in paper("closing", named)
    for form_id in ("closing", "closing_report", "handling_approval"):
        text = paper(form_id, named, path=Path.AGREEMENT)
        assert text.startswith(AGENCY)
        assert head not in text
    assert "经办机构负责人意见" in paper("closing", named, path=Path.AGREEMENT)


@pytest.mark.parametrize("lines", range(24, 40))
def test_no_seal_stands_apart_from_its_date(lines: int) -> None:
    drawn = docx.Document()
    for n in range(lines):
        drawn.add_paragraph(f"第{n}行")
    marked = drawn.add_paragraph(f"{BUREAU}（印章）")
    marked.paragraph_format.keep_with_next = True
    drawn.add_paragraph("二〇二六年四月一日")
    content = io.BytesIO()
    drawn.save(content)
    pages = pypdf.PdfReader(io.BytesIO(printed(content.getvalue(), AT).pdf)).pages
    last = pages[-1].extract_text()
    assert "印章" in last
    assert "四月一日" in last


def test_a_person_and_an_institution_are_addressed_as_what_they_are() -> None:
    person = Party(PartyKind.PERSON, "P1", "张三")
    for form_id in ("notice", "decision", "pressing", "correction"):
        assert "你单位" in paper(form_id), form_id
        alone = paper(form_id, party=person)
        assert "单位" not in alone, form_id
        assert "你" in alone, form_id


def test_who_is_not_to_be_punished_is_told_of_no_penalty() -> None:
    proposal = replace(_case(AT).proposals[-1], no_penalty="minor_corrected", formula="")
    spared = paper("notice_approval", proposals=(proposal,))
    assert "不予行政处罚建议审批表" in spared
    assert "告知审批表" not in spared
    assert "未作事先告知" in paper("decision_approval", proposals=(proposal,))
    assert "行政处罚告知审批表" in paper("notice_approval")


def test_what_is_to_be_corrected_is_not_told_as_the_conduct() -> None:
    asked = Correction("O1", "停止重复收费", AT.date(), "条例第三十八条", 0, AT.date())
    text = paper("correction", corrections=(asked,))
    assert "改正：停止重复收费。请将" in text
    assert "行为：停止重复收费" not in text
    assert "涉嫌违反" in paper("correction", corrections=(asked,), report=None)


def test_the_last_day_of_a_surcharge_adds_what_is_left_to_the_fine() -> None:
    served = AT.date() - timedelta(days=60)
    ruled = replace(_case(AT).decision, fine=Decimal("1000.00"))  # type: ignore[type-var]
    case = replace(_case(AT), decision=ruled, served_on=served, fines_paid=Decimal(0))
    # Three per cent a day: 33 whole days, and ten yuan on the thirty-fourth.
    told = [accruing(case, served + timedelta(days=15 + n)) for n in (10, 33, 34)]
    assert [(one["daily"], one["rest"]) for one in told] == [
        ("30.00 元", ""),
        ("", "10.00 元"),
        ("", ""),
    ]


def test_an_approval_that_nobody_gave_yet_has_no_empty_table() -> None:
    assert "审批人" not in paper("closing")


def test_a_demand_waits_for_the_service_of_the_decision() -> None:
    unserved = replace(_case(AT), served_on=None)
    assert missing_of(form_of("pressing"), _case(AT)) is None
    assert "已送达" in (missing_of(form_of("pressing"), unserved) or ("",))[0]


def test_a_decision_not_to_punish_says_its_ground_once() -> None:
    ground = "初次违法且危害后果轻微并及时改正"
    for reasons, rest in (
        (ground, ""),
        (f"{ground}。", ""),
        (f"{ground}，所得已全部退回", "所得已全部退回。"),
        ("所得已全部退回。", "所得已全部退回。"),
    ):
        ruled = replace(
            _case(AT).decision,
            ruling="no_penalty",
            ground="first_minor",
            reasons=reasons,  # type: ignore[type-var]
        )
        text = paper("no_penalty", decision=ruled)
        assert text.count(ground) == 1
        assert f"决定不予行政处罚。{rest}\n" in text


@pytest.mark.parametrize("form", ["talk_notice", "stop_notice", "lift_notice"])
def test_a_measure_addresses_a_person_as_one_and_an_institution_as_what_it_is(form: str) -> None:
    asked = form_of(form)
    subject, one = _measure(asked.kinds[0], AT)
    person = replace(subject, key="doctor:D1", name="张三")
    for who, you in ((subject, "你单位"), (person, "你")):
        text = text_of(fill(shipped(form), measure_values(asked, who, one, BUREAU, AT)))
        assert "（单位）" not in text
        assert you in text
        assert ("单位" in text) is (you == "你单位")


def test_who_is_suspended_is_not_asked_to_post_it() -> None:
    asked = form_of("suspension_notice")
    subject, one = _measure("suspend_person", AT)
    for key, said in ((subject.key, "请在就诊"), ("doctor:D1", "请你所在的定点医药机构在就诊")):
        given = measure_values(asked, replace(subject, key=key), one, BUREAU, AT)
        assert said in text_of(fill(shipped(asked.id), given))


@pytest.mark.parametrize("served", ["decision", "handling", "notice", "pressing"])
def test_a_receipt_names_what_was_served(served: str) -> None:
    """The paper that was handed over, by the name that it bears, and not what its kind is called."""
    form, name = {
        "decision": ("no_penalty", "不予行政处罚决定书"),
        "handling": ("no_handling", "不予协议处理决定书"),
        "notice": ("hearing_notice", "行政处罚听证告知书"),
        "pressing": ("pressing", "履行处理决定催告书"),
    }[served]
    spared = replace(_case(AT).decision, ruling="no_penalty", fine=Decimal(0))  # type: ignore[type-var]
    issued = Issued("W1", form, "医保〔2026〕7号", _A, AT, 0, titled="no_fine")
    named = Service(served, "in_person", AT.date(), issue_id="W1", number="医保〔2026〕7号")
    told = f"《{name}》医保〔2026〕7号"
    assert told in paper("receipt", decision=spared, forms=(issued,), services=(named,))
    if served in ("decision", "handling"):
        # A decision is served without naming its paper.
        bare = replace(named, issue_id="", number="")
        text = paper("receipt", decision=spared, services=(bare,))
        assert f"《{name}》{spared.decision_no}" in text
        assert "处罚决定书" not in paper("receipt", services=(replace(bare, served="handling"),))


@pytest.mark.parametrize("form_id", ["filing", "decision_approval", "notice_approval"])
@pytest.mark.parametrize("lines", range(1, 40, 3))
def test_no_signature_of_a_head_stands_alone_on_the_last_page(form_id: str, lines: int) -> None:
    summary = "\n".join(f"第{n}行" for n in range(lines))
    case = replace(_case(AT), summary=summary, report={**_case(AT).report, "facts": summary})  # type: ignore[dict-item]
    form = Issued("W1", form_id, "1号", _A, AT, 0)
    given = values_of(case, (), form, BUREAU)
    given["opinions"] = [
        {"step": "处罚建议", "name": f"示例{n}", "text": "同意", "day": "2026 年 4 月 1 日"}
        for n in range(4)
    ]
    pages = pypdf.PdfReader(io.BytesIO(printed(fill(shipped(form_id), given), AT).pdf)).pages
    last = pages[-1].extract_text().replace("\n", "").replace(" ", "")
    assert "主要负责人" in last
    before = "示例3" if form_id == "decision_approval" else "承办机构负责人意见"
    assert before in last

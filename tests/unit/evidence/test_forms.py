"""Legal forms: every template fills and prints, the bureau's own are tried, text stays text."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import docx
import pytest
from filled import text_of

from casework.actors import Role
from casework.cases.parts import Assistance, Service
from casework.cases.reporter import open_summary
from casework.cases.state import Attachment, CaseState, Decision, Handling, Proposal
from casework.commands.case import FindingRef, Party, PartyKind, Path
from casework.commands.measures import MeasureType
from casework.documents.catalogue import case_forms, forms
from casework.documents.needs import missing_of
from casework.documents.state import Issued
from casework.events import Event
from casework.hands import Hand
from casework.measures.signed import measure_forms
from casework.measures.state import Measured, MeasuresState
from casework.registry import CASE_ACTS
from evidence.forms.compare import Change, differences
from evidence.forms.context import values_of
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.example import example
from evidence.forms.fill import fill, shipped
from evidence.forms.make import tried
from evidence.forms.measure import measure_values
from evidence.forms.opinions import STEPS, opinions
from evidence.forms.package import checked
from evidence.forms.printed import printed
from evidence.forms.steps import steps

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
ISSUER = Hand("a", "a", "甲")


def template(*texts: str) -> bytes:
    drawn = docx.Document()
    for text in texts:
        drawn.add_paragraph(text)
    out = io.BytesIO()
    drawn.save(out)
    return out.getvalue()


@pytest.mark.parametrize("form_id", list(forms()))
def test_every_shipped_template_fills_and_prints(form_id: str) -> None:
    filled = fill(shipped(form_id), example(form_id, AT))
    text = text_of(filled)
    assert forms()[form_id].zh in text
    assert "{" not in text
    assert "示例" in text
    made = printed(filled, AT)
    assert made.pdf.startswith(b"%PDF")
    assert made.pages >= 1


def test_the_same_case_gives_the_same_bytes() -> None:
    first, second = (fill(shipped("decision"), example("decision", AT)) for _ in range(2))
    assert first == second
    assert printed(first, AT).pdf == printed(second, AT).pdf


def test_the_decision_says_sum_and_capitals_and_both_officers() -> None:
    text = text_of(fill(shipped("decision"), example("decision", AT)))
    assert "8,226.00 元" in text
    assert "捌仟贰佰贰拾陆元整" in text
    filing = text_of(fill(shipped("filing"), example("filing", AT)))
    assert "皖0001" in filing
    assert "皖0002" in filing


def test_who_is_not_fined_is_told_of_no_fine() -> None:
    """条例 41 without intent: 3 to 12 months without settlement, no money."""
    case = CaseState(
        case_no="C1",
        party=Party(PartyKind.PERSON, "P1", "张三"),
    )
    none = Decision("penalty", "1号", ISSUER, AT, Decimal(0), Decimal(300), "条例", "x")
    fined = replace(case, decision=replace(none, fine=Decimal("8226.00")))
    case = replace(case, decision=none)
    for form_id in ("decision", "closing", "court_approval"):
        issued = Issued("W1", form_id, "", ISSUER, AT, 0)
        assert "罚款0" not in text_of(fill(shipped(form_id), values_of(case, [], issued, "局")))
        assert "8,226.00 元" in text_of(fill(shipped(form_id), values_of(fined, [], issued, "局")))
    paper = Issued("W1", "decision", "", ISSUER, AT, 0)
    told = text_of(fill(shipped("decision"), values_of(case, [], paper, "局")))
    assert "加处罚款" not in told
    assert "不处罚款" in told


def test_what_is_not_asked_back_is_printed_with_its_ground() -> None:
    less: dict[str, Any] = {
        "not_demanded": Decimal("113.00"), "less_ground": "elsewhere", "less_reasons": "飞检已追回",
    }  # fmt: skip
    said = "不予责令退回 113.00 元，已由其他程序或者机构追回：飞检已追回"
    proposal = Proposal(
        "P1", ISSUER, AT, "tiaoli-38-1", "条例", Decimal("4113.00"), Decimal(1), Decimal("4113.00"),
        Decimal("4000.00"), None, "x", False, "x", **less,
    )  # fmt: skip
    decision = Decision(
        "penalty", "1号", ISSUER, AT, Decimal("4113.00"), Decimal("4000.00"), "条例", "x",
        not_demanded=Decimal("113.00"),
    )  # fmt: skip
    party = Party(PartyKind.INSTITUTION, "H1", "甲医院")
    case = CaseState(case_no="C1", party=party, proposals=(proposal,), decision=decision)
    whole = replace(
        case,
        proposals=(replace(proposal, not_demanded=Decimal(0)),),
        decision=replace(decision, not_demanded=Decimal(0)),
    )
    for form_id in ("notice", "decision", "decision_approval"):
        issued = Issued("W1", form_id, "", ISSUER, AT, 0)
        assert said in text_of(fill(shipped(form_id), values_of(case, [], issued, "局")))
        assert "不予" not in text_of(fill(shipped(form_id), values_of(whole, [], issued, "局")))
    handled = replace(case, handling=Handling(ISSUER, (), "x", **less), decision=None)
    issued = Issued("W1", "handling_decision", "", ISSUER, AT, 0)
    told = text_of(fill(shipped("handling_decision"), values_of(handled, [], issued, "局")))
    assert "不予追回 113.00 元，已由其他程序或者机构追回：飞检已追回" in told


def test_a_letter_for_assistance_asks_its_own_question_of_its_own_body() -> None:
    first = Assistance("X1", "甲医院", "协〔1〕", result="已复", text="查甲")
    second = Assistance("X2", "乙医院", "协〔2〕", text="请提供住院登记簿")
    case = CaseState(case_no="C1", requests=(first, second))
    issued = Issued("W1", "assistance", "", ISSUER, AT, 0)
    told = text_of(fill(shipped("assistance"), values_of(case, [], issued, "局")))
    assert "乙医院" in told
    assert "请提供住院登记簿" in told
    assert "甲" not in told


def test_a_hearing_is_granted_on_paper_only_where_there_is_a_right_to_it() -> None:
    text = text_of(fill(shipped("hearing_notice"), example("hearing_notice", AT)))
    assert "第四十四条、第四十五条" in text
    assert "不会因你单位陈述、申辩而给予更重的处罚" in text
    assert forms()["hearing_notice"].needs == ("proposal", "hearing_right")


def test_the_papers_of_a_handling_say_measures_points_and_what_to_put_right() -> None:
    decided = text_of(fill(shipped("handling_decision"), example("handling_decision", AT)))
    for said in (
        "追回 4,113.00 元（示例条款）",
        "串换药品（6 分）",
        "示例整改（自协议处理决定送达之日起 30 日内",
        "示例罚〔2026〕1号",
    ):
        assert said in decided
    assert "行政处罚" not in decided
    checked_again = text_of(fill(shipped("rectification"), example("rectification", AT)))
    assert "复查：合格。示例复查" in checked_again


def test_a_decision_quotes_the_defence_in_the_partys_own_words() -> None:
    case = replace(reported("superior"), defence="stated")
    form = Issued("W1", "decision", "", Hand("a", "a", "甲"), AT, 0)
    told = Event("case:C1", 1, "DefenceRecorded", {"text": "系家属代购。"}, "a", AT, "", "")
    assert values_of(case, (told,), form, "局")["defence"] == "系家属代购。"
    waived = replace(case, defence="waived")
    assert values_of(waived, (told,), form, "局")["defence"] == "书面放弃陈述、申辩。"
    assert values_of(replace(case, defence=None), (), form, "局")["defence"] == ""


@pytest.mark.parametrize(
    ("path", "offered", "not_offered"),
    [
        (Path.ADMINISTRATIVE, {"decision", "pressing"}, {"handling_decision"}),
        (Path.AGREEMENT, {"handling_notice", "handling_decision", "pressing"}, {"decision"}),
    ],
)
def test_each_procedure_has_its_own_papers(
    path: Path, offered: set[str], not_offered: set[str]
) -> None:
    ruled = Decision(
        "penalty", "1号", Hand("a", "a", "甲"), AT, Decimal(0), Decimal(1), "条例", "x"
    )
    handling = Handling(ruled.by, (), "违约") if path is Path.AGREEMENT else None
    served = {"decision": ruled, "handling": handling, "served_on": AT.date()}
    case = replace(reported("superior"), path=path, **served)
    ready = {form.id for form in case_forms() if missing_of(form, case) is None}
    assert offered <= ready
    assert not not_offered & ready


def reported(source: str) -> CaseState:
    finding = FindingRef("F1", "duplicate_charge", Decimal(100), "同日重复收费。")
    item = Attachment("E1", "x.pdf", "documentary", "0", "0", 1, "线索来源", AT)
    party = Party(PartyKind.INSTITUTION, "H1", "测试医院")
    return CaseState(
        "C1", source=source, summary="护士王小二来信", party=party, findings=(finding,),
        evidence=(item,), opened_at=AT, filed_at=AT, conduct_from=AT.date(), conduct_to=AT.date(),
    )  # fmt: skip


@pytest.mark.parametrize("source", ["tip", "letter"])
def test_a_paper_of_the_main_volume_does_not_tell_what_a_reporter_wrote(source: str) -> None:
    said = {}
    for form_id in ("filing", "not_filed"):
        form = Issued("W1", form_id, "", Hand("a", "a", "甲"), AT, 0)
        said[form_id] = values_of(reported(source), (), form, "局")["summary"]
    assert said == {
        "filing": "群众举报测试医院涉嫌违法使用医疗保障基金。经初步核查：同日重复收费。举报人信息和举报内容依法保密。",
        # Bound into the 副卷, which the party does not read.
        "not_filed": "护士王小二来信",
    }


def test_a_form_of_filing_ticks_the_conditions_once_the_case_is_filed() -> None:
    """Filing confirms all four at once; on a form printed before, the hand ticks them."""
    form = Issued("W1", "filing", "", Hand("a", "a", "甲"), AT, 0)
    marks = {}
    for filed_at in (None, AT):
        values = values_of(replace(reported("tip"), filed_at=filed_at), (), form, "局")
        marks[filed_at] = {sign: values["filing_mark"] == sign for sign in "□☑"}
        said = text_of(fill(shipped("filing"), values))
        assert f"{values['filing_mark']} 有初步证据证明存在违法行为" in said
        assert f"{values['filing_mark']} 在行政处罚时效之内" in said
    assert marks == {None: {"□": True, "☑": False}, AT: {"□": False, "☑": True}}


def test_a_reporters_item_protects_the_summary_of_any_lead() -> None:
    case = reported("finding")
    assert open_summary(case) == "护士王小二来信"
    known = replace(case, evidence=(replace(case.evidence[0], reporter=True),))
    assert "王小二" not in open_summary(known)


def test_what_people_wrote_stays_text() -> None:
    values: dict[str, Any] = example("filing", AT) | {"summary": "<w:p/> & {{ bureau }} 一\n二"}
    text = text_of(fill(template("{{ summary }}"), values))
    assert "<w:p/> & {{ bureau }} 一\n二" in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ nothing }}", "nothing"),
        ("{{ party.telephone }}", "telephone"),
        ("{% for x in %}", "标记有误"),
        ("{{ ''.__class__.__mro__ }}", "标记有误"),
    ],
)
def test_a_wrong_mark_is_named(text: str, said: str) -> None:
    with pytest.raises(TemplateInvalidError, match=said):
        tried(template(text), "filing", AT)


def _with(name: str, body: bytes) -> bytes:
    out = io.BytesIO(template("x"))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, body)
    return out.getvalue()


EXTERNAL = (
    b'<Relationships><Relationship Id="r1" Type="http://x/attachedTemplate" '
    b'Target="http://elsewhere/t.dotx" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 DOCX"),
        (b"PK\x03\x04 broken", "不是 DOCX"),
        (_with("word/vbaProject.bin", b"x"), "宏"),
        (_with("word/_rels/settings.xml.rels", EXTERNAL), "外部文件"),
        (b"x" * (2 * 1024 * 1024 + 1), "2 MB"),
        (_with("word/media/bomb.bin", b"\0" * (21 * 1024 * 1024)), "过大"),
    ],
    ids=["empty", "broken", "macros", "external", "large", "bomb"],
)
def test_only_plain_small_packages_come_in(content: bytes, said: str) -> None:
    with pytest.raises(TemplateInvalidError, match=said):
        checked(content)


def test_versions_are_compared_line_by_line() -> None:
    found = differences(template("一", "二", "三"), template("一", "二改", "三"))
    assert [(one.change, one.text) for one in found] == [
        (Change.REMOVED, "二"),
        (Change.ADDED, "二改"),
    ]


def test_every_approving_act_has_its_approval_form() -> None:
    """Whoever but an officer of the case acts on it, his opinion prints on an approval form."""
    printed_events = {event for form in forms().values() for event in form.approves}
    assert printed_events <= STEPS.keys()
    officers = {Role.INSPECTOR, Role.AGENCY_OFFICER, Role.INSURANCE_OFFICE}
    approving = {act.name for act in CASE_ACTS if act.roles and not act.roles & officers}
    assert approving - APPROVES.keys() == NOT_APPROVALS
    for act, events in APPROVES.items():
        assert set(events) <= printed_events, act


#: What an approving act puts into the case's chain.
APPROVES = {
    "AssignOfficers": ["OfficersAssigned"],
    "ReviewSubmission": [
        "FilingReviewed",
        "ExtensionReviewed",
        "ClosingReviewed",
        "PublicationReviewed",
        "ConversionReviewed",
    ],
    "FileCase": ["CaseFiled"],
    "DeclineCase": ["CaseDeclined"],
    "ExtendClue": ["ClueExtended"],
    "WriteOff": ["RecoveryWrittenOff"],
    "PayBack": ["MoneyPaidBack"],
    "ReviewProposal": ["ProposalReviewed"],
    "ReturnToInvestigation": ["InvestigationReopened"],
    "ReviewLegality": ["LegalityReviewed"],
    "DiscussCase": ["CaseDiscussed"],
    "DecideCase": ["CaseDecided"],
    "ExtendDecision": ["DecisionExtended"],
    "TerminateCase": ["CaseTerminated"],
    "CloseCase": ["CaseClosed"],
    "DecideHold": ["HoldApproved", "HoldRefused"],
    "DecideExclusion": ["EvidenceExcluded", "EvidenceReinstated", "ExclusionRefused"],
    "DecideHoldEnd": ["HoldEndApproved", "HoldEndRefused"],
    "ExtendHold": ["HoldExtended"],
    "DecideRecusal": ["RecusalDecided"],
    "DisputeJurisdiction": ["JurisdictionDisputed"],
    "SettleJurisdiction": ["JurisdictionSettled"],
    "ReportJurisdiction": ["JurisdictionReported"],
    "RecordDesignation": ["JurisdictionDesignated"],
    "SuspendCase": ["CaseSuspended"],
    "ContinueCase": ["CaseContinued"],
    "TransferCase": ["CaseTransferred", "ClueTransferred"],
    "GrantInstalments": ["InstalmentsGranted"],
    "RefuseInstalments": ["InstalmentsRefused"],
    "ApplyToCourt": ["CourtApplied"],
    "DecidePublication": ["PublicationApproved", "PublicationDeclined"],
    "WithdrawPublication": ["PublicationWithdrawn"],
    "DecideHandling": ["HandlingDecided"],
    "DecideToPerform": ["PerformanceDecided"],
    "ConvertCase": ["CaseConverted"],
    "ConvertToHandling": ["ConvertedToHandling"],
    "AppointReferralGroup": ["ReferralGroupAppointed"],
    "DecideReferral": ["ReferralDecided"],
    "ReturnReferral": ["ReferralReturned"],
    "ReversePayment": ["PaymentReversed"],
    "ReleaseLines": ["LinesReleased"],
    "CorrectService": ["ServiceCorrected"],
    "CorrectAnnouncement": ["AnnouncementCorrected", "ServiceCorrected"],
    "AnnulDecision": ["DecisionAnnulled"],
    "DesignateChair": ["HearingChairDesignated"],
}
#: Acts that record what others decided; nobody signs an approval for them.
NOT_APPROVALS = {
    "RecordRemedy", "CloseRemedy", "StopExecution", "ResumeExecution", "RecordCourtRuling",
    "WriteHearingReport",
}  # fmt: skip


def test_an_approval_form_prints_its_own_opinions_with_name_words_and_day() -> None:
    events = [
        event("CaseFiled", {"reasons": "证据充分", "by": BY}),
        event("LegalityReviewed", {"opinion": "agree", "text": "程序合法", "by": BY}),
        event("CaseDecided", {"fine": "8226.00", "reasons": "", "by": {**BY, **FOR}}),
    ]
    filing = opinions(events, forms()["filing"])
    assert [(row["step"], row["name"], row["text"], row["day"]) for row in filing] == [
        ("立案审批", "张三", "同意：证据充分", "2026年3月2日")
    ]
    decision = opinions(events, forms()["decision_approval"])
    assert [row["text"] for row in decision] == ["同意：程序合法", "同意：罚款 8,226.00 元"]
    assert decision[-1]["name"] == "张三（受李四委托代签）（委托书1号）"


BY = {"account": "a", "person": "p", "name": "张三"}
FOR = {"on_behalf_of": {"account": "b", "person": "q", "name": "李四"}, "under": "委托书1号"}


def event(kind: str, data: dict[str, Any]) -> Event:
    return Event("case:C1", 1, kind, data, "a", AT, "0" * 64, "0" * 64)


def test_the_receipt_names_the_paper_with_its_number() -> None:
    made = Decision(
        "penalty", "云医保罚〔2026〕3号", Hand("a", "p", "张三"), AT, Decimal("1.00"), Decimal("1.00"),
        "", "",
    )  # fmt: skip
    case = replace(CaseState("C1", 1), decision=made)
    for served, number, said in (
        ("notice", "云医保告〔2026〕7号", "《事先告知书》云医保告〔2026〕7号"),
        ("decision", "", "《行政处罚决定书》云医保罚〔2026〕3号"),
    ):
        one = Service(served, "direct", date(2026, 3, 2), number=number)
        values = steps(replace(case, services=(one,)), date(2026, 3, 2))
        assert values["service"]["document"] == said


def test_the_receipt_ticks_the_way_and_tells_what_it_has_to_prove() -> None:
    values = example("receipt", AT)
    assert {row["mark"] for row in values["ways"]} == {"□"}
    case = replace(CaseState("C1"), services=(Service("decision", "left", AT.date()),))
    shown = steps(case, AT.date())
    assert len(shown["ways"]) == 7
    assert [row["zh"] for row in shown["ways"] if row["mark"] == "☑"] == ["留置送达"]
    text = text_of(fill(shipped("receipt"), values | shown))
    assert "见证人签名" in text
    assert "三十日视为送达" in text
    assert "处罚决定书" in text


@pytest.mark.parametrize("kind", list(MeasureType))
def test_every_kind_of_measure_has_approval_and_notice(kind: MeasureType) -> None:
    fitting = [form for form in forms().values() if kind.value in form.kinds]
    assert "measure_approval" in {form.id for form in fitting}
    assert any(form.id.endswith("_notice") and form.id != "lift_notice" for form in fitting)


def test_a_refused_measure_prints_no_notice() -> None:
    by = Hand("a", "p", "甲")
    proposed = Measured("M1", MeasureType.TALK, "tiaoli-38-talk", "", 0, AT, None, "事由", by)
    assert [form.id for form in measure_forms(proposed)] == ["measure_approval"]
    decided = replace(proposed, decided_at=AT, decided_by=by)
    assert "talk_notice" in [form.id for form in measure_forms(decided)]
    assert [form.id for form in measure_forms(replace(decided, refused=True))] == [
        "measure_approval"
    ]


def test_the_approval_of_a_measure_names_who_proposed_it_and_when() -> None:
    by, head = Hand("a", "p", "甲"), Hand("h", "h", "局长")
    one = Measured("M1", MeasureType.TALK, "tiaoli-38-talk", "", 0, AT, None, "事由", by)
    subject = MeasuresState("institution:H1")
    form = forms()["measure_approval"]
    proposed = replace(one, proposed_at=AT, decided_at=AT, decided_by=head)
    rows = measure_values(form, subject, proposed, "某局", AT)["opinions"]
    assert [(row["name"], bool(row["day"])) for row in rows] == [("甲", True), ("局长", True)]
    # The decision of a case imposed it: who signed that did not propose it.
    imposed = replace(one, case_no="A-1", by=head, decided_at=AT, decided_by=head)
    first, second = measure_values(form, subject, imposed, "某局", AT)["opinions"]
    assert first["name"] == ""
    assert "案件 A-1" in first["text"]
    assert second["name"] == "局长"


def test_a_wrong_mark_is_named_with_the_place_where_it_stands() -> None:
    for text, field, place in (
        ("制作机关 {{ no_such_value }}", "no_such_value", "制作机关"),
        ("{{ party.no_such_part }} 住所", "no_such_part", "住所"),
        ("当事人 {{ party.name", "", "当事人"),
    ):
        with pytest.raises(TemplateInvalidError) as refused:
            fill(template(text), example("filing", AT))
        zh, en = refused.value.message_zh, refused.value.message_en
        assert field in zh
        assert place in zh
        assert place in en
        assert "is undefined" not in zh + en

"""What a step of a timeline says of its event: money, findings and measures in words."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, get_args, get_type_hints

import pytest

from api.names import Language
from api.points.page import placed
from api.timeline import CODED, CODES, event_of, summary_of
from casework.events import Event
from casework.registry import ACTS

AT = datetime(2026, 3, 2, tzinfo=UTC)


def said(type: str, language: Language, **data: Any) -> str:
    event = Event(stream="case:C1", seq=1, type=type, data=data, at=AT, actor="a", prev="", hash="")
    return summary_of(event, language)


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        ({"amount": "2617930.50"}, "2,617,930.50 元", "2,617,930.50 yuan"),
        ({"amount": "0.00"}, "", ""),
        (
            {"decision_no": "1号", "recovery": "4113.00", "damages": "0.00"},
            "1号 · 退回基金 4,113.00 元",
            "1号 · 4,113.00 yuan back to the fund",
        ),
        (
            {"findings": [{"amount": "1000.00"}, {"amount": "0.50"}]},
            "2 条疑点，1,000.50 元",
            "2 findings, 1,000.50 yuan",
        ),
        ({"points": 1}, "1 分", "1 point"),
        ({"points": 3}, "3 分", "3 points"),
        ({"findings": [{"amount": "0.50"}]}, "1 条疑点，0.50 元", "1 finding, 0.50 yuan"),
        (
            {
                "measures": [
                    {"kind": "recovery", "amount": "1234.00", "months": 0, "target": ""},
                    {"kind": "suspend_person", "amount": "0.00", "months": 3, "target": "D1"},
                ]
            },
            "追回 1,234.00 元、暂停责任人员服务资格（D1） 3 个月",
            "Money back to the fund 1,234.00 yuan; A person suspended D1 3 months",
        ),
        ({"served_on": "2026-03-02"}, "送达 2026-03-02", "Served 2026-03-02"),
    ],
)
def test_what_an_event_says(data: dict[str, Any], zh: str, en: str) -> None:
    assert said("X", "zh", **data) == zh
    assert said("X", "en", **data) == en


@pytest.mark.parametrize(
    ("type", "data", "zh", "en"),
    [
        (
            "DecisionServed",
            {"way": "left", "served_on": "2026-03-02"},
            "留置送达 · 送达 2026-03-02",
            "Left on the premises · Served 2026-03-02",
        ),
        (
            "RemedyRecorded",
            {
                "kind": "suit", "body": "县人民法院", "document_no": "1号",
                "filed_on": "2026-03-02", "stops_execution": True,
            },
            "行政诉讼 · 县人民法院 1号 · 2026-03-02 受理 · 停止执行",
            "Suit · 县人民法院 1号 · Accepted on 2026-03-02 · Execution is stopped",
        ),
        (
            "RemedyClosed",
            {"outcome": "annulled", "decided_on": "2026-03-02", "document_no": "2号"},
            "2026-03-02 决定 · 2号 · 撤销",
            "Decided on 2026-03-02 · 2号 · Annulled",
        ),
        (
            "PaymentRecorded",
            {"kind": "fine", "amount": "10.00", "paid_on": "2026-03-02", "voucher": "V1"},
            "罚款 · 2026-03-02 缴 · V1 · 10.00 元",
            "Fine · Paid on 2026-03-02 · V1 · 10.00 yuan",
        ),
        ("DefenceRecorded", {"how": "stated", "text": "无异议"}, "已陈述申辩 · 无异议", "Stated · 无异议"),
        ("HandlingDefended", {"how": "silent", "text": ""}, "逾期未提出", "No answer in time"),
        (
            "CourtApplied",
            {"recipient": "县人民法院", "document_no": "3号", "amount": "10.00"},
            "县人民法院 3号 · 罚款 10.00 元",
            "县人民法院 3号 · A fine of 10.00 yuan",
        ),
        (
            "HandlingProposed",
            {"pharmacy_acts": ["cash_for_drugs"], "reasons": "违约"},
            "套取药品、套现 扣 12 分 · 违约",
            "Drugs or cash out of the fund by pretence: 12 points · 违约",
        ),
        (
            "RectificationChecked",
            {"passed": True, "record": "已核", "held_on": "2026-03-02", "due": None},
            "2026-03-02 复查 · 通过 · 已核",
            "Re-checked on 2026-03-02 · Passed · 已核",
        ),
        (
            "RectificationChecked",
            {"passed": False, "record": "未核", "held_on": "2026-03-02", "due": "2026-03-17"},
            "2026-03-02 复查 · 未通过，2026-03-17 前继续整改 · 未核",
            "Re-checked on 2026-03-02 · Not passed, to be put right until 2026-03-17 · 未核",
        ),
        ("PaperWritten", {"paper_id": "D1", "problem": "挂床"}, "D1 挂床", "D1 挂床"),
        (
            "FormIssued",
            {"form_id": "handling_notice", "number": "云医保协告〔2026〕1号"},
            "拟协议处理告知书 · 云医保协告〔2026〕1号",
            "Notice before a handling under the agreement · 云医保协告〔2026〕1号",
        ),
        (
            "CaseTransferred",
            {"to": "other_bureau", "recipient": "清源县医保局", "document_no": "移1号", "reasons": "属地"},
            "清源县医保局 移1号 · 属地",
            "清源县医保局 移1号 · 属地",
        ),
        (
            "HomeVisitRecorded",
            {"outcome": "denies", "visited_on": "2026-03-02"},
            "2026-03-02 走访 · 否认就诊",
            "Visited on 2026-03-02 · Denies the visits",
        ),
        (
            "VisitRecordAttached",
            {"visit_list": "Z1", "psn_no": "P1", "evidence_id": "E1"},
            "走访清单 Z1",
            "Visit list Z1",
        ),
        (
            "VisitSignatureRefused",
            {"visit_list": "Z1", "psn_no": "P1", "witness": "赵", "what_happened": "拒签"},
            "走访清单 Z1 · 见证人 赵 · 拒签",
            "Visit list Z1 · Witness 赵 · 拒签",
        ),
        (
            "PaperSigned",
            {"paper_id": "D2", "how": "refused_to_sign", "witness": "赵", "what_happened": "拒"},
            "D2 · 拒绝签字 · 见证人 赵 · 拒",
            "D2 · Refused to sign · Witness 赵 · 拒",
        ),
        (
            "ReceiptAttached",
            {"served": "pressing", "way": "entrusted", "document": "E1"},
            "催告书 · 委托送达",
            "The pressing letter · Entrusted",
        ),
        (
            "HandlingClosed",
            {"situation": "已扣回", "outstanding": "1200.50"},
            "已扣回 · 尚未追回、缴纳 1,200.50 元",
            "已扣回 · 1,200.50 yuan still open",
        ),
        (
            "InspectionClosed",
            {"situation": "发现重复收费", "case_no": "A-1"},
            "发现重复收费 · 转入案件 A-1",
            "发现重复收费 · Goes on in case A-1",
        ),
        (
            "UnannouncedHandedOver",
            {"done_on": "2026-03-02", "document_no": "皖医保飞〔2026〕1号", "note": ""},
            "2026-03-02 · 皖医保飞〔2026〕1号",
            "2026-03-02 · 皖医保飞〔2026〕1号",
        ),
        ("InspectionLinked", {"inspection_no": "JC-1"}, "JC-1", "JC-1"),
        (
            "PenaltyProposed",
            {"formula": "基金损失 20000.00 元 × 1.5 倍 = 30000.00 元（四舍五入到分）"},
            "基金损失 20,000.00 元 × 1.5 倍 = 30,000.00 元（四舍五入到分）",
            "Loss of the fund 20,000.00 yuan × 1.5 = 30,000.00 yuan (rounded to the fen, halves up)",
        ),
    ],
)  # fmt: skip
def test_what_a_service_a_suit_and_a_payment_say(
    type: str, data: dict[str, Any], zh: str, en: str
) -> None:
    assert said(type, "zh", **data) == zh
    assert said(type, "en", **data) == en


def codes_of(command: type[Any]) -> list[str]:
    """Values of a command that its event keeps as codes, and the story tells by name."""
    hints = get_type_hints(command)
    kinds = [
        kind
        for name in sorted(CODED & hints.keys())
        for kind in (hints[name], *get_args(hints[name]))
    ]
    return [
        str(value)
        for kind in kinds
        if isinstance(kind, type) and issubclass(kind, StrEnum)
        for value in kind
    ]


def test_no_code_of_a_command_stands_in_a_story() -> None:
    codes = {code for command in ACTS for code in codes_of(command)}
    assert {"denies", "also_right", "agree"} <= codes <= CODES.keys()


@pytest.mark.parametrize(
    ("type", "data", "zh", "en"),
    [
        (
            "ExamRecorded",
            {"title": "政策", "mark": 60, "points": 4},
            "政策 · 成绩 60 分 · 学习积分 4 分",
            "政策 · Mark 60 · 4 study points",
        ),
        (
            "StudyRecorded",
            {"title": "政策", "points": 1},
            "政策 · 学习积分 1 分",
            "政策 · 1 study point",
        ),
        ("PracticePointAdded", {"fixmedins_code": "P1"}, "机构 P1", "Institution P1"),
        ("ScoreRecorded", {"fixmedins_code": "P1", "points": 4}, "4 分", "4 points"),
    ],
)
def test_study_is_no_score_and_a_new_place_is_named(
    type: str, data: dict[str, Any], zh: str, en: str
) -> None:
    assert said(type, "zh", **data) == zh
    assert said(type, "en", **data) == en


def test_a_new_place_of_practice_has_its_name_in_a_doctors_story() -> None:
    """The name is given to the sentence, so a code that another text only contains stays in it."""

    def told(type: str, **data: Any) -> str:
        event = Event(
            stream="points:D1", seq=1, type=type, data=data, at=AT, actor="a", prev="", hash=""
        )
        return event_of(placed(event, {"P1": "云溪县人民医院"}), "zh").summary

    assert told("PracticePointAdded", fixmedins_code="P1") == "机构 云溪县人民医院"
    assert told("PracticePointAdded", fixmedins_code="P10") == "机构 P10"
    assert told("ScoreRecorded", fixmedins_code="P1", reasons="P1 已受处理") == "P1 已受处理"


OFFICER = {"account": "o2", "person": "p2", "name": "林晓舟"}


@pytest.mark.parametrize(
    ("type", "data", "zh", "en"),
    [
        (
            "OfficersAssigned",
            {"officers": [{**OFFICER, "certificate_no": "A2"}], "reason": ""},
            "林晓舟（A2）",
            "林晓舟 (A2)",
        ),
        ("TiesChecked", {"found": 2, "new": 1}, "发现 2 项，新提示 1 项", "2 found, 1 of them new"),
        (
            "TiesChecked",
            {"found": 0, "new": 0, "officers": 1, "undeclared": [OFFICER]},
            "林晓舟未申报回避关系，无法比对",
            "Not compared, as no ties were declared: 林晓舟",
        ),
        (
            "TiesChecked",
            {"found": 0, "new": 0, "officers": 2, "undeclared": [OFFICER]},
            "林晓舟未申报回避关系，无法比对 · 发现 0 项，新提示 0 项",
            "Not compared, as no ties were declared: 林晓舟 · 0 found, 0 of them new",
        ),
        (
            "OfficersAssigned",
            {
                "officers": [{**OFFICER, "certificate_no": "A2"}],
                "reason": "",
                "undeclared": [OFFICER],
            },
            "林晓舟（A2） · 林晓舟未申报回避关系，无法比对",
            "林晓舟 (A2) · Not compared, as no ties were declared: 林晓舟",
        ),
        (
            "RecusalRequested",
            {
                "officer": OFFICER,
                "reason": "与当事人或其职工登记同一住址（吴**）",
                "suggested": True,
            },
            "系统提示 · 林晓舟 · 与当事人或其职工登记同一住址（吴**）",
            "Told by the map · 林晓舟 · Registered at the address of the party or of its staff (吴**)",
        ),
        (
            "RecusalRequested",
            {"officer": OFFICER, "reason": "同学", "suggested": False},
            "林晓舟 · 同学",
            "林晓舟 · 同学",
        ),
        (
            "RecusalDecided",
            {"approve": False, "reasons": "远亲"},
            "不予回避 · 远亲",
            "Refused · 远亲",
        ),
    ],
)
def test_a_question_of_recusal_says_about_whom_and_in_the_readers_language(
    type: str, data: dict[str, Any], zh: str, en: str
) -> None:
    assert said(type, "zh", **data) == zh
    assert said(type, "en", **data) == en


def test_a_signed_paper_says_which_it_is() -> None:
    given = {"issue_id": "W1", "evidence_id": "E1"}
    named = {**given, "form_id": "notice", "number": "医保告〔2026〕4号"}
    assert said("FormSigned", "zh", **named) == "行政处罚事先告知书 · 医保告〔2026〕4号"
    assert "医保告〔2026〕4号" in said("FormSigned", "en", **named)
    # A scan of before does not say of which.
    assert said("FormSigned", "zh", **given) == ""


LEADERS = [{"name": name} for name in ("郑国栋", "周明远", "沈立")]


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        ({"agreed": True, "ruling": "penalty"}, "同意予以处罚", "Agreed on a penalty"),
        ({"agreed": True, "ruling": "no_penalty"}, "同意不予处罚", "Agreed on no penalty"),
        ({"agreed": True, "subject": "extension"}, "同意延长办案期限", "Agreed on more time"),
        ({"agreed": True, "subject": "decision"}, "同意", "Agreed"),
        ({"agreed": False, "subject": "decision"}, "未形成同意意见", "Not agreed"),
    ],
)
def test_a_discussion_tells_what_was_agreed(data: dict[str, Any], zh: str, en: str) -> None:
    rest = {"members": LEADERS, "held_on": "2026-11-17", "record": "一致"}
    assert said("CaseDiscussed", "zh", **data, **rest) == f"{zh} · 3 人参加 · 2026-11-17 · 一致"
    assert said("CaseDiscussed", "en", **data, **rest) == f"{en} · 3 present · 2026-11-17 · 一致"


@pytest.mark.parametrize("type", ["PenaltyProposed", "CaseDecided"])
def test_a_penalty_tells_the_months_for_which_it_suspends(type: str) -> None:
    given = {"suspension_months": 6, "department": "骨科", "fine": "8226.00"}
    assert said(type, "zh", **given) == "暂停骨科医药服务 6 个月 · 罚款 8,226.00 元"
    assert said(type, "en", **given) == "Suspension of 骨科 for 6 months · A fine of 8,226.00 yuan"
    assert said(type, "zh", suspension_months=None, fine="1.00") == "罚款 1.00 元"

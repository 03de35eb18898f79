"""What a field of an act is called at the terminal: as the desk calls it, and what the desk knows by
itself (numbers of objects) in words of its own."""

import json
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final

#: Fields that the desk never asks for, or asks for in a form of their own: Chinese, English. What the desk says
#: of the field of one very act goes before what is said here of every field of that name.
OWN: Final[dict[str, tuple[str, str]]] = {
    "absence_id": ("外出编号", "Absence"),
    "AttachLetter.evidence_id": (
        "盖章扫描件（证据编号，先以 jicha evidence add 入库）",
        "Sealed scan (evidence id, taken in by `jicha evidence add`)",
    ),
    "AttachMeasurePaper.evidence_id": (
        "签章扫描件（证据编号，先以 jicha evidence add 入库）",
        "Signed scan (evidence id, taken in by `jicha evidence add`)",
    ),
    "AttachVisitRecord.how": ("签字情况", "Signature"),
    "acts": ("授权事项（操作名称）", "Acts (names of commands)"),
    "attempt_id": ("考试编号", "Attempt"),
    "batch_id": ("批次编号", "Batch"),
    "case_no": ("案件编号", "Case number"),
    "conduct_from": ("行为开始日期 YYYY-MM-DD", "First day of the conduct"),
    "conduct_to": ("行为结束日期 YYYY-MM-DD", "Last day of the conduct"),
    "consent": ("同意电子送达的确认书（证据编号）", "Consent to electronic service (evidence id)"),
    "course_id": ("课程编号", "Course"),
    "defence": ("当事人陈述申辩", "What the party says"),
    "delegation_id": ("授权编号", "Delegation"),
    "doctors": ("医师编码", "Codes of doctors"),
    "document": ("材料（证据编号）", "The paper (evidence id)"),
    "en": ("英文名称", "Name in English"),
    "ends_at": ("结束时间", "Ends"),
    "ends_on": ("截止日期", "Last day"),
    "expected_version": (
        "页面所见版本；已变化则拒绝",
        "Version that was seen; refused when it moved on",
    ),
    "form_id": ("文书代号，见 jicha form list", "Form, as `jicha form list` names it"),
    "from_day": ("起始日期 YYYY-MM-DD", "From the day"),
    "hold_id": ("保存或封存编号", "Preservation or sealing"),
    "inspection_no": ("检查编号", "Inspection"),
    "addressees": ("收件人账号，可多个", "Accounts of those it is for"),
    "to_party": ("同时发给当事人（不是送达）", "The party reads it, too (no service)"),
    "reply_to": ("回复的消息编号", "Number of the message it answers"),
    "message_id": ("消息编号", "Number of the message"),
    "interview_id": ("笔录编号", "Interview"),
    "kin": ("亲属关系", "Kinship"),
    "login": ("账号", "Account"),
    "measure_id": ("措施编号", "Measure"),
    "months": ("月数", "Months"),
    "name": ("参数名称", "Name of the parameter"),
    "on": ("日期 YYYY-MM-DD", "Day"),
    "other": ("另一机关", "The other bureau"),
    "page": ("页码", "Page"),
    "paper_id": ("工作底稿编号", "Working paper"),
    "pattern": ("类型编号", "Pattern"),
    "prac_psn_code": ("医保医师编码", "Code of the doctor"),
    "ReviewProposal.proposal_id": ("处罚建议编号", "Proposal"),
    "psn_no": ("参保人编号", "Insured person"),
    "question_id": ("试题编号", "Question"),
    "SaveQuestionSet.questions": (
        "问题，每项一句，按询问顺序",
        "Questions, one each, in their order",
    ),
    "received_by": ("接收人", "Received by"),
    "recusal_id": ("回避编号", "Recusal"),
    "remedy_id": ("复议或诉讼编号", "Review or suit"),
    "request_id": ("协查编号", "Request for assistance"),
    "session_id": ("学习编号", "Study session"),
    "starts_at": ("开始时间", "Begins"),
    "term": (
        "措施依据代号，见 jicha measure rules",
        "What it rests on, as `jicha measure rules` names it",
    ),
    "to": ("接收机关", "To which body"),
    "to_day": ("截止日期 YYYY-MM-DD", "To the day"),
    "value": ("取值", "Value"),
    "visible": ("页面是否可见", "Whether the page was in sight"),
    "visit_list": ("走访清单编号", "List of visits"),
    "workbook": ("工作簿（XLSX）", "Workbook (XLSX)"),
    "worksheet_id": ("测算表编号", "Worksheet"),
    "zh": ("中文名称", "Name in Chinese"),
}


#: What the desk has a list for is named by its number here.
NUMBERED: Final = ("编号", "number")
#: How a field is typed at the terminal, beside whatever word the desk has for it.
HINTS: Final[dict[str, tuple[str, str]]] = {
    "acts": ("操作名称", "names of commands"),
    "addressees": ("账号，可多个", "accounts, several may be named"),
    "conduct_from": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "conduct_to": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "consent": ("证据编号", "evidence id"),
    "doctors": ("编码", "codes"),
    "document": ("证据编号", "evidence id"),
    "form_id": ("代号，见 jicha form list", "as `jicha form list` names it"),
    "from_day": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "on": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "prac_psn_code": ("编码", "code"),
    "login": ("账号", "account"),
    "term": ("代号，见 jicha measure rules", "as `jicha measure rules` names it"),
    "to_day": ("YYYY-MM-DD", "YYYY-MM-DD"),
    "workbook": ("XLSX", "XLSX"),
}


@cache
def _desk() -> dict[str, list[str]]:
    text = (files("cli") / "field_words.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@cache
def _values() -> dict[str, str]:
    text = (files("cli") / "value_words.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def value_word(value: Enum, field: str = "", command: str = "") -> str:
    """The Chinese of a choice as the form of that very command says it; empty where it has none."""
    known = _values()
    names = (f"{command}.{field}.{value.name}", value.name, str(value.value).upper())
    return next((known[name] for name in names if name in known), "")


def words_of(field: str, command: str = "") -> str:
    """`理由 / Reasons`, as the form of that very command says it; empty where nobody has named it."""
    desk, exact = _desk(), f"{command}.{field}"
    own, said = OWN.get(exact), desk.get(exact)
    if own is None and said:
        zh, en = _hinted(field, *said)
    else:
        zh, en = own or OWN.get(field) or desk.get(field) or ("", "")
    return f"{zh} / {en}" if zh else ""


def _hinted(field: str, zh: str, en: str) -> tuple[str, str]:
    """The desk's word with how it is typed here: the desk has a list or a calendar for it."""
    number = OWN.get(field, ("", ""))[0].endswith(NUMBERED[0])
    hint, hint_en = HINTS.get(field) or (NUMBERED if number else ("", ""))
    if not hint or hint in zh or (number and "号" in zh):
        return zh, en
    zh = f"{zh[:-1]}，{hint}）" if zh.endswith("）") else f"{zh}（{hint}）"
    return zh, f"{en[:-1]}, {hint_en})" if en.endswith(")") else f"{en} ({hint_en})"

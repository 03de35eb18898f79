"""A draft of the 调查终结报告 from what the case file already says (局令4 第三十六条).

Six parts in the language of the law; each sentence stands on an event of the case. What the case does not
say is left out, never guessed: the officer writes it. Who reported the case is not told.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from casework.cases.reporter import open_summary
from casework.cases.state import CaseState
from casework.cases.worksheet import sheet_of
from casework.commands.case import PartyKind, Source
from casework.events import Event
from evidence.dossier.formats import day, yuan
from evidence.dossier.sheets import KIND_ZH
from evidence.forms.proofs import of_facts
from evidence.forms.suspension import suspension

PARTS = ("party", "measures", "facts", "evidence", "law", "proposal")
_SOURCES = {
    Source.FINDING.value: "智能审核疑点",
    Source.RING.value: "数据研判（疑似团伙）",
    Source.TIP.value: "群众举报",
    Source.LETTER.value: "信访来信",
    Source.SUPERIOR.value: "上级交办",
    Source.TRANSFER.value: "其他机关移送",
    Source.INSPECTION.value: "监督检查",
}
_HOLDS = {"preservation": "先行登记保存", "sealing": "封存"}


def report_draft(case: CaseState, events: Sequence[Event], *, masked: bool) -> dict[str, str]:
    """The six parts; an empty one where the case says nothing. `masked`: names are not legible."""
    return {
        "party": _party(case, masked=masked),
        "measures": "\n".join(_measures(case, events)),
        "facts": "\n".join(facts_of(case)),
        "evidence": "\n".join(_evidence(case)),
        "law": _law(case),
        "proposal": _proposal(case),
    }


def _party(case: CaseState, *, masked: bool) -> str:
    party = case.party
    if party is None:
        return ""
    if party.kind is PartyKind.INSTITUTION:
        return f"{party.name}，定点医药机构，机构编码 {party.key}。"
    # A name with stars in it must not find its way into a legal paper.
    return "" if masked else f"{party.name}，个人。"


def _measures(case: CaseState, events: Sequence[Event]) -> Iterator[str]:
    """Source of the clue, filing, officers, and what was done to find out."""
    source = _SOURCES.get(case.source, "")
    lead = "；".join(
        filter(None, (source and f"案件来源：{source}", open_summary(case).rstrip("。")))
    )
    if lead:
        yield f"{lead}。"
    dates = [f"{day(case.opened_at)}登记线索"] if case.opened_at else []
    if case.filed_at:
        dates.append(f"{day(case.filed_at)}批准立案")
    if dates:
        yield "，".join(dates) + "。"
    if case.officers:
        named = "、".join(f"{o.hand.name}（执法证号 {o.certificate_no}）" for o in case.officers)
        yield f"承办人员：{named}。"
    taken = [*_inspected(events), *_asked(case), *_held(case)]
    if taken:
        yield "调查措施：" + "；".join(taken) + "。"


def _inspected(events: Sequence[Event]) -> Iterator[str]:
    for event in events:
        if event.type == "InspectionRecorded":
            held = day(date.fromisoformat(str(event.data["held_on"])))
            yield f"{held}在{event.data['place']}进行现场检查"


def _asked(case: CaseState) -> Iterator[str]:
    over = [one for one in case.interviews if one.ended_at is not None]
    if over:
        yield f"询问 {len(over)} 人次并制作询问笔录"
    visited = sum(len(one.visits) for one in case.visit_lists)
    if visited:
        yield f"入户走访 {visited} 人次"


def _held(case: CaseState) -> Iterator[str]:
    for hold in case.holds:
        if hold.approved_on is not None:
            yield f"{day(hold.approved_on)}对{hold.items}采取{_HOLDS.get(hold.kind, hold.kind)}措施"
    for one in case.requests:
        answer = "已回复" if one.result else "尚未回复"
        yield f"向{one.recipient}发出协助调查函（{one.document_no}，{answer}）"


def facts_of(case: CaseState) -> Iterator[str]:
    """The time of the conduct, what the findings say, and what was confirmed line by line."""
    if case.conduct_from and case.conduct_to:
        yield f"涉案行为期间：{day(case.conduct_from)}至{day(case.conduct_to)}。"
    for number, finding in enumerate(case.findings, 1):
        yield f"{number}. {finding.sentence.rstrip('。')}，涉及金额 {yuan(finding.amount)}。"
    lines = case.lines
    if lines.listed and not lines.open:
        told = f"经逐条认定 {lines.listed} 条明细，认定违规使用医疗保障基金 {yuan(lines.confirmed)}"
        before = f"，扣除此前已退回 {yuan(lines.returned)}" if lines.returned else ""
        yield f"{told}{before}，造成医疗保障基金损失 {yuan(lines.loss)}。"


def _evidence(case: CaseState) -> Iterator[str]:
    for number, item in enumerate(of_facts(case), 1):
        proves = f"，证明{item.proves.rstrip('。')}" if item.proves else ""
        source = f"（{item.origin.said.zh}）" if item.origin else ""
        yield f"{number}. {KIND_ZH.get(item.kind, item.kind)}：{item.name}{source}{proves}。"


def _law(case: CaseState) -> str:
    """The article of the latest worksheet or proposal; empty before either."""
    if case.worksheets:
        article = sheet_of(case, case.worksheets[-1].worksheet_id).article
        return f"{article.citation}（{article.zh}）。"
    return f"{case.proposal.citation}。" if case.proposal else ""


def _proposal(case: CaseState) -> str:
    """What the latest worksheet reckoned; empty before it: a proposal is the officer's own."""
    if not case.worksheets:
        return ""
    one = case.worksheets[-1]
    sheet, basis = sheet_of(case, one.worksheet_id), one.basis
    parts = (
        [f"责令退回医疗保障基金 {yuan(sheet.loss)}"] if sheet.loss or not sheet.band.fixed else []
    )
    parts.append(f"处罚款 {yuan(sheet.fine)}")
    if said := suspension(case, sheet.suspension_months):
        parts.append(said)
    if basis.consequence and basis.consequence_shown:
        parts.append(
            f"严重后果有{'、'.join(f'《{name}》' for name in basis.consequence_shown)}等证据证明"
        )
    reasons = f"理由：{one.reasons.rstrip('。')}。" if one.reasons else ""
    return f"依据{sheet.article.citation}，建议{'，'.join(parts)}。{reasons}"

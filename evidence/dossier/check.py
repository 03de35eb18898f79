"""What still stands between a case and its referral dossier, and how to cure it.

Package: 国务院令第310号《行政执法机关移送涉嫌犯罪案件的规定》（2020年修订）第五条、第六条.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from casework.casefile import CaseFile
from casework.documents.letter import letter_lacking
from casework.events import BrokenAt, verify_chain
from casework.referral.refer import PART_NAMES, amount_of, missing_parts
from evidence.dossier.amounts import sums
from evidence.dossier.content import Content, gather
from evidence.dossier.formats import yuan


@dataclass(frozen=True)
class Blocker:
    """One reason why the dossier may not be sealed, with its cure in both languages."""

    code: str
    message_zh: str
    message_en: str
    cure_zh: str
    cure_en: str


def check(file: CaseFile) -> list[Blocker]:
    """All blockers of a case file; an empty list means that the dossier may be sealed."""
    content = gather(file)
    return [
        *_persons(content),
        *_letter(content),
        *_parts(content),
        *_amounts(content),
        *_evidence(content),
        *_chain(content),
    ]


def _persons(content: Content) -> Iterator[Blocker]:
    referral = content.case.referral
    if referral is None:
        yield Blocker(
            "no_referral_report",
            "尚未提出书面移送报告（第五条）",
            "no written report for referral yet (article 5)",
            "由承办人在案件页“提出移送报告”",
            "let an officer of the case “report for referral”",
        )
        return
    if len({hand.person for hand in referral.officers}) < 2:
        yield Blocker(
            "two_officers",
            "专案组不足两名执法人员（第五条）",
            "fewer than two officers in the special group (article 5)",
            "重新提出移送报告并列明两名以上承办人",
            "report again and name at least two officers of the case",
        )
    certified = {officer.hand.person for officer in content.case.officers if officer.certificate_no}
    if not {hand.person for hand in referral.officers} <= certified:
        yield Blocker(
            "officer_without_certificate",
            "专案组人员缺少行政执法证号",
            "an officer of the special group has no certificate number",
            "在“指定承办人”中补录执法证号",
            "record the certificate number under “assign officers”",
        )
    if not referral.approved or referral.decided_at is None or referral.decided_by is None:
        yield Blocker(
            "no_decision",
            "主要负责人尚未作出注明日期的移送决定（第五条，三日内）",
            "no dated decision of the head of the bureau (article 5, within three days)",
            "由主要负责人在案件页“决定是否移送”",
            "let the head of the bureau “decide on referral”",
        )


def _letter(content: Content) -> Iterator[Blocker]:
    """The letter is a paper of the case; once the head decided, it leads and is explained by nothing."""
    lack = letter_lacking(content.case)
    if lack is None:
        return
    issue = lack.act == "IssueForm"
    yield Blocker(
        "letter_not_issued" if issue else "letter_not_signed",
        f"{lack.said[0]}（第六条）",
        f"{lack.said[1]} (article 6)",
        "在案件页“出具文书”中出具《涉嫌犯罪案件移送书》，自动编号，盖章后附回扫描件"
        if issue
        else "移送书盖章后扫描入库，在案件页“附签字件”",
        "issue it under “issue a form”, have it sealed, and attach the scan"
        if issue
        else "have it sealed, take the scan into the vault, and “attach the signed paper”",
    )


def _parts(content: Content) -> Iterator[Blocker]:
    referral = content.case.referral
    explained = referral.missing_parts if referral else {}
    for part in missing_parts(content.case):
        if str(explained.get(part.value, "")).strip():
            continue
        name, name_en = PART_NAMES[part]
        yield Blocker(
            f"missing_{part.value}",
            f"缺少{name}且未说明（第六条）",
            f"{name_en} is neither attached nor explained (article 6)",
            f"附入{name}，或在移送报告中说明缺少的原因",
            f"attach {name_en}, or explain in the referral report why it is missing",
        )


def _amounts(content: Content) -> Iterator[Blocker]:
    counted = sums(content)
    if counted.exceeding:
        shown = "、".join(counted.exceeding[:5])
        yield Blocker(
            "lines_do_not_add_up",
            f"{len(counted.exceeding)} 条疑点的金额超过其明细合计：{shown}",
            f"{len(counted.exceeding)} findings object to more than their lines cost: {shown}",
            "重新运行规则并核对明细，必要时重新并入疑点",
            "run the rules again, compare the lines, attach the findings again if needed",
        )
    elif counted.counted_twice:
        yield Blocker(
            "counted_twice",
            f"疑点合计 {yuan(counted.findings)} 超过去重后的明细合计 {yuan(counted.lines)}",
            f"the findings object to {counted.findings}, their distinct lines cost {counted.lines}",
            "同一明细被多条疑点计入，请保留其一后重新提出移送报告",
            "lines are counted by several findings: keep one of them, then report again",
        )
    referral = content.case.referral
    agrees = counted.referral in (counted.basis, amount_of(content.case))
    if referral is not None and not agrees and not referral.amount_reasons:
        yield Blocker(
            "amount_differs",
            f"移送金额 {yuan(counted.referral)} 与认定金额合计 {yuan(counted.basis)} 不符",
            f"referral amount {counted.referral} differs from the sum of its basis {counted.basis}",
            "按疑点或所列明细（两者都没有的按处罚建议的损失）核定金额后重新提出移送报告",
            "settle the amount from the findings or listed lines (else the proposed loss), then report again",
        )


def _evidence(content: Content) -> Iterator[Blocker]:
    for item in content.held:
        state, name = item.state, item.state.name or item.state.evidence_id
        if len(state.sha256) != 64 or len(state.sm3) != 64:
            yield Blocker(
                "evidence_not_hashed",
                f"证据“{name}”缺少完整性校验值",
                f"evidence “{name}” has no hashes",
                "重新上传该证据，由系统计算 SHA-256 与 SM3",
                "upload it again; the vault computes SHA-256 and SM3",
            )
        elif state.intact is False:
            yield Blocker(
                "evidence_damaged",
                f"证据“{name}”最近一次复核哈希不符",
                f"the last re-check of evidence “{name}” found other bytes",
                "从备份恢复该证据并重新校验",
                "restore it from the backup and verify it again",
            )


def _chain(content: Content) -> Iterator[Blocker]:
    for name, chain in [
        (f"case:{content.case.case_no}", content.events),
        *((f"evidence:{item.state.evidence_id}", item.events) for item in content.held),
    ]:
        outcome = verify_chain(chain)
        if isinstance(outcome, BrokenAt):
            yield Blocker(
                "chain_broken",
                f"{name} 的事件链在第 {outcome.index + 1} 条断裂：{outcome.why.zh}",
                f"the chain {name} is broken at event {outcome.index + 1}: {outcome.why.en}",
                "停止移送，报告安全审计员，对照每日封印与备份",
                "stop, tell the auditor, and compare with the daily seals and the backup",
            )

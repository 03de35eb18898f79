"""The investigation report's body: six parts, findings, rings, and sums that agree."""

from __future__ import annotations

from decimal import Decimal

from casework.casefile import FileFinding, FileRing
from casework.events import Json
from casework.law.fines import grouped
from evidence.dossier import formats
from evidence.dossier.amounts import ZERO, sums
from evidence.dossier.content import Content

PARTS = ("party", "measures", "facts", "evidence", "law", "proposal")
_OUTCOME_ZH = {"approved": "审核通过", "returned": "退回", "refused": "不予同意"}
_RULING_ZH = {"penalty": "给予行政处罚", "no_penalty": "不予行政处罚", "returned": "退回补正"}


def report_rows(content: Content) -> dict[str, Json]:
    """The values of the report beside names and dates."""
    written = content.case.report or {}
    return {
        "report": {part: written.get(part, "") for part in PARTS},
        "rules": _rules(content),
        "rules_total": _total(content),
        "findings": [
            {
                "number": number,
                "finding_id": ref.finding_id,
                "sentence": ref.sentence,
                "amount": f"{ref.amount:,.2f}",
            }
            for number, ref in enumerate(content.case.findings, 1)
        ],
        "rings": [_ring(ring) for ring in content.rings],
        "proposals": [*_proposals(content), *_decision(content)],
        "sums": _sums(content),
    }


def _rules(content: Content) -> list[Json]:
    """Findings, lines and money by rule, in the order of the rules' first appearance."""
    files = {finding.finding_id: finding for finding in content.findings}
    rules: dict[str, list[tuple[FileFinding | None, Decimal]]] = {}
    for ref in content.case.findings:
        rules.setdefault(ref.rule_id, []).append((files.get(ref.finding_id), ref.amount))
    return [_rule(rule_id, rows) for rule_id, rows in rules.items()]


def _rule(rule_id: str, rows: list[tuple[FileFinding | None, Decimal]]) -> Json:
    known = [finding for finding, _ in rows if finding is not None]
    return {
        "name": f"{rule_id}（{known[0].rule_version}）" if known else rule_id,
        "basis": known[0].legal_basis if known else "",
        "findings": len(rows),
        "lines": sum(len(finding.lines) for finding in known),
        "amount": f"{sum((amount for _, amount in rows), ZERO):,.2f}",
    }


def _total(content: Content) -> dict[str, Json]:
    return {
        "findings": len(content.case.findings),
        "lines": sum(len(finding.lines) for finding in content.findings),
        "amount": f"{content.case.involved:,.2f}",
    }


def _ring(ring: FileRing) -> Json:
    """What an inspector can read: who met when, and why that is not chance."""
    rows: list[Json] = [
        ["成员", f"{len(ring.members)} 人：{'、'.join(ring.members)}"],
        ["同步日期", f"{len(ring.days)} 天：{'、'.join(day.isoformat() for day in ring.days)}"],
        ["得分", f"{ring.score:g}"],
    ]
    rows += [[f"理由 {number}", reason] for number, reason in enumerate(ring.reasons, 1)]
    sentence = (
        f"{len(ring.members)} 名参保人在 {len(ring.days)} 天成组出现。"
        "同步本身只是疑点，是否构成违法以证据为准。"
    )
    return {"ring_id": ring.ring_id, "sentence": sentence, "rows": rows}


def _proposals(content: Content) -> list[Json]:
    return [
        f"{formats.day(p.at)}，{p.by.name}依据{p.citation}提出："
        + ("不予处罚，" if p.no_penalty else f"罚款 {formats.money(p.fine)}，")
        + f"退回基金 {formats.money(p.recovery)}"
        + (f"（{grouped(p.formula)}）。" if p.formula else "。")
        + (f"{_OUTCOME_ZH.get(p.outcome, p.outcome)}。" if p.outcome else "尚未审核。")
        for p in content.case.proposals
    ]


def _decision(content: Content) -> list[Json]:
    decision = content.case.decision
    if decision is None:
        return ["截至移送，本局未作出行政处罚决定；移送不以罚代刑（第十一条）。"]
    return [
        f"{formats.day(decision.at)}，{decision.by.name}决定{_RULING_ZH.get(decision.ruling, '')}"
        f"（{decision.decision_no or '无文号'}）：罚款 {formats.money(decision.fine)}，"
        f"退回基金 {formats.money(decision.recovery)}。已缴罚款依法折抵（第十一条）。"
    ]


def _sums(content: Content) -> list[Json]:
    counted = sums(content)
    rows: list[Json] = [
        ["疑点明细行费用合计（同一行只计一次）", f"{counted.lines:,.2f}"],
        ["疑点涉及金额合计", f"{counted.findings:,.2f}"],
    ]
    if counted.unlined:
        rows.append(["其中：按就诊认定、无明细行的疑点", f"{counted.unlined:,.2f}"])
    return [
        *rows,
        ["移送金额", f"{counted.referral:,.2f}"],
        ["勾稽结果", "一致" if counted.agree else "不一致"],
    ]

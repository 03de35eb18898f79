"""The rows of an approval form: who approved what, with which words, in whose name, when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from casework.commands.case import Opinion
from casework.documents.catalogue import Form
from casework.events import Event
from evidence.dossier.formats import day, money
from evidence.forms.told import told

OPINIONS: Final = {
    Opinion.AGREE.value: "同意",
    Opinion.CONTINUE.value: "继续调查",
    Opinion.CHANGE.value: "变更处理意见",
    Opinion.CORRECT.value: "纠正程序",
    Opinion.OTHER.value: "其他",
}
#: Events that carry an opinion, and what the step is called on a form.
STEPS: Final = {
    "OfficersAssigned": "指定承办人",
    "FilingProposed": "承办人意见",
    "FilingReviewed": "承办机构审核",
    "ClosingProposed": "承办人意见",
    "ClosingReviewed": "承办机构审核",
    "ExtensionProposed": "承办人意见",
    "ExtensionReviewed": "承办机构审核",
    "CaseFiled": "立案审批",
    "CaseDeclined": "不予立案审批",
    "ClueExtended": "延长线索核查",
    "DecisionExtended": "延长办案期限",
    "RecusalRequested": "回避申请",
    "RecusalAnswered": "被申请人说明",
    "RecusalDecided": "回避决定",
    "HoldRequested": "保存、封存申请",
    "HoldApproved": "保存、封存审批",
    "HoldRefused": "不予保存、封存",
    "HoldExtended": "延长封存",
    "HoldEndProposed": "处理意见",
    "HoldEndApproved": "处理审批",
    "HoldEndRefused": "不同意处理意见",
    "ExclusionProposed": "提请排除证据",
    "ReinstatementProposed": "提请恢复证据",
    "EvidenceExcluded": "排除证据审批",
    "EvidenceReinstated": "恢复证据审批",
    "ExclusionRefused": "不同意排除（恢复）",
    "ReportWritten": "调查终结",
    "CaseSuspended": "中止调查审批",
    "CaseContinued": "恢复调查审批",
    "CaseTerminated": "终止调查审批",
    "PenaltyProposed": "处罚建议",
    "ProposalReviewed": "审核",
    "InvestigationReopened": "退回补充调查",
    "LegalityReviewed": "法制审核",
    "CaseDiscussed": "集体讨论",
    "CaseDecided": "负责人审批",
    "HandlingProposed": "拟处理意见",
    "HandlingDecided": "协议处理审批",
    "PerformanceDecided": "要求履行协议审批",
    "ConversionProposed": "承办人意见",
    "ConversionReviewed": "承办机构审核",
    "CaseConverted": "转行政处罚程序审批",
    "ConvertedToHandling": "转协议处理审批",
    "InstalmentsRequested": "延期、分期申请",
    "InstalmentsGranted": "延期、分期审批",
    "InstalmentsRefused": "延期、分期审批",
    "CourtApplied": "申请强制执行审批",
    "RecoveryWrittenOff": "核销审批",
    "MoneyPaidBack": "退付审批",
    "PublicationProposed": "承办人意见",
    "PublicationReviewed": "承办机构审核",
    "PublicationApproved": "公示审批",
    "PublicationDeclined": "公示审批",
    "DecisionPublished": "公开情况",
    "PublicationWithdrawn": "撤回公开审批",
    "CaseTransferred": "移送审批",
    "ClueTransferred": "线索移送审批",
    "JurisdictionDisputed": "管辖争议",
    "JurisdictionSettled": "协商结果",
    "JurisdictionReported": "报请指定管辖",
    "JurisdictionDesignated": "指定管辖",
    "ReferralWeighed": "移送研判",
    "ReferralGroupAppointed": "指定专案组",
    "ReferralReported": "移送报告",
    "ReferralDecided": "移送审批",
    "ReferralReturned": "恢复行政处理",
    "PaymentReversed": "冲正缴款审批",
    "LinesReleased": "释放明细审批",
    "ServiceCorrected": "更正送达审批",
    "AnnouncementCorrected": "更正公告审批",
    "HearingChairDesignated": "指定听证主持人审批",
    "DecisionAnnulled": "登记决定被撤销审批",
    "ScoreAnnulled": "撤销记分审批",
    "ScoreServiceCorrected": "更正送达审批",
    "MeasureServiceCorrected": "更正送达审批",
    "RestorationServiceCorrected": "更正送达审批",
    "RestorationBarLifted": "解除恢复限制审批",
    "RestorationRecusalDecided": "恢复审批回避决定",
    "ParameterSet": "本局参数审批",
    "ParameterRefused": "本局参数审批",
    "CaseClosed": "结案审批",
    "HandlingClosed": "办结审批",
}
#: Events whose happening is the consent.
_CONSENTS: Final = frozenset(
    {
        "CaseFiled",
        "ProposalReviewed",
        "CaseDecided",
        "HoldApproved",
        "HandlingDecided",
        "PerformanceDecided",
        "CaseConverted",
        "ConvertedToHandling",
    }
    | {"HoldEndApproved", "EvidenceExcluded", "EvidenceReinstated", "CaseClosed"}
)
_OUTCOMES: Final = {"approved": "同意", "returned": "退回", "refused": "不同意"}


def opinions(events: Sequence[Event], form: Form) -> list[dict[str, Any]]:
    """The rows of `form`, or of every step where it is no approval form; oldest first."""
    wanted = frozenset(form.approves) or frozenset(STEPS)
    return [
        {
            "step": _step(event),
            "name": name_of(event),
            "text": words_of(event),
            "day": day(event.at),
        }
        for event in events
        if event.type in wanted and event.type in STEPS
    ]


def _step(event: Event) -> str:
    """What the step is called; whom nobody means to punish is proposed no penalty."""
    spared = event.type == "PenaltyProposed" and event.data.get("no_penalty")
    return "不予处罚建议" if spared else STEPS[event.type]


def name_of(event: Event) -> str:
    """Who acted, and for whom or under which letter he signed."""
    by = event.data.get("by")
    if not isinstance(by, Mapping):
        return ""
    name, behalf, under = str(by.get("name", "")), by.get("on_behalf_of"), by.get("under")
    if isinstance(behalf, Mapping):
        name += f"（受{behalf.get('name', '')}委托代签）"
    return f"{name}（{under}）" if under else name


def words_of(event: Event) -> str:
    """The opinion as it was recorded; consent in one word where the act is the consent."""
    data = event.data
    sums = [
        f"{title}{money(Decimal(str(data[field])))}"
        for field, title in _SUMS.items()
        if Decimal(str(data.get(field) or 0))
    ]
    if months := data.get("suspension_months"):
        sums.append(f"暂停 {months} 个月")
    act = told(event)
    kept = _KEPT if data.get("submission") or event.type == "PublicationProposed" else _TEXTS
    texts = [str(data[f]) for f in kept if data.get(f) and not (act and f == "where")]
    parts = [_verdict(event), act or "，".join(sums), *texts]
    # Who writes 同意 beside his consent says it once.
    return "：".join(dict.fromkeys(part for part in parts if part))


_TEXTS: Final = (
    "reasons",
    "reason",
    "record",
    "situation",
    "text",
    "answer",
    "items",
    "result",
    "where",
    "facts",
)
#: Of what was decided as proposed how the case stands is in the proposal's own row; a text for the public is
#: a paper of its own.
_KEPT: Final = tuple(one for one in _TEXTS if one not in ("situation", "text"))
_SUMS: Final = {"amount": "", "fine": "罚款 "}


def _verdict(event: Event) -> str:
    data = event.data
    if event.type == "LegalityReviewed":
        return OPINIONS.get(str(data["opinion"]), "")
    if event.type == "FilingProposed":
        return {"file": "拟立案", "not_file": "拟不予立案"}[str(data["filing"])]
    if event.type == "PublicationProposed":
        return "有一定社会影响，拟公示" if data["social_impact"] else "没有一定社会影响，拟不予公示"
    if event.type == "PublicationApproved":
        return "同意公示"
    if event.type == "PublicationDeclined":
        return "同意不予公示"
    if event.type == "ReferralWeighed":
        return "拟移送公安机关" if data["refer"] else "拟不移送公安机关"
    if event.type == "ConversionProposed":
        return {"penalty": "拟转行政处罚程序", "handling": "拟转协议处理"}[str(data["to"])]
    if event.type == "ClosingProposed":
        return "拟结案"
    if event.type == "ExtensionProposed" and data.get("days"):
        return f"拟延长 {data['days']} 日"
    if "outcome" in data:
        return _OUTCOMES.get(str(data["outcome"]), "")
    if event.type == "RecusalAnswered" and data.get("withdraw"):
        return "本人申请回避"
    if "approve" in data:
        return "同意" if data["approve"] else "不同意"
    if event.type == "CaseDiscussed":
        penal = {"penalty": "给予处罚", "no_penalty": "不予处罚"}.get(str(data.get("ruling")), "")
        return f"同意{penal}" if data.get("agreed") else "未通过"
    return "同意" if event.type in _CONSENTS else ""

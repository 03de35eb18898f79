"""What a form needs of its case before it can be issued."""

from collections.abc import Callable, Mapping
from typing import Final

from casework.cases.parts import Transfer
from casework.cases.public_text import public_text
from casework.cases.state import CaseState
from casework.commands.case import Filing, Matter
from casework.documents.about import acts_of, ended
from casework.documents.catalogue import Form
from casework.documents.internal import INTERNAL


def _ruled(case: CaseState, ruling: str) -> bool:
    return case.decision is not None and case.decision.ruling == ruling


def _not_to_be_filed(case: CaseState) -> bool:
    one = case.submissions.get(Matter.FILING)
    return one is not None and one.filing == Filing.NOT_FILE


def transfer_of(case: CaseState, form_id: str) -> Transfer | None:
    """The newest transfer that a letter of this form tells of; the 纪委监委 gets one of its own."""
    own = form_id == "clue_transfer"
    sent = (one for one in reversed(case.transfers) if (one.to == "discipline") is own)
    return next(sent, None)


Has = Callable[[CaseState], bool]
#: Parts of a case that a form may need: whether it is there, its name in Chinese and English.
PARTS: Final[Mapping[str, tuple[Has, str, str]]] = {
    "officers": (lambda c: len(c.officers) > 1, "两名承办人", "two officers"),
    # A handling has no officers: the staff of the agency hand its papers over.
    "hands": (
        lambda c: len(c.officers) > 1 or c.path == "agreement",
        "两名承办人",
        "two officers",
    ),
    "ordinary": (
        lambda c: not c.on_spot,
        "普通程序的立案（本案已当场处罚）",
        "a filing (this case was decided on the spot)",
    ),
    "not_filing": (
        lambda c: "CaseDeclined" in c.approved or _not_to_be_filed(c),
        "不予立案的提请或者决定",
        "a proposal, or the decision, not to file",
    ),
    "internal": (
        lambda c: bool(acts_of(c, INTERNAL)),
        "须签字审批的冲正、释放明细、更正送达或者撤销决定",
        "a reversed payment, released lines, a corrected service or an annulled decision",
    ),
    "evidence": (lambda c: bool(c.evidence), "证据", "evidence"),
    "exclusion": (
        lambda c: (
            any(one.doubt is not None for one in c.evidence)
            or any(event in c.approved for event in ("EvidenceExcluded", "ExclusionRefused"))
        ),
        "排除（恢复）证据的提请",
        "a proposal to rule evidence out or take it back",
    ),
    "held": (lambda c: bool(c.holds), "保存、封存的申请", "a request to preserve or seal"),
    "recusals": (lambda c: bool(c.recusals), "回避申请", "a request for recusal"),
    "holds": (lambda c: bool(c.holds), "登记保存或封存", "a preservation or sealing"),
    "hold_end": (
        lambda c: any(h.ending or h.end_seq for h in c.holds),
        "对保存、封存物品的处理意见（先提请处理）",
        "what is to become of the held things (propose it first)",
    ),
    "register_ended": (
        lambda c: bool(ended(c, "hold_release")),
        "经批准的先行登记保存物品处理",
        "an approved end of a preservation",
    ),
    "seal_ended": (
        lambda c: bool(ended(c, "unseal")),
        "经批准的解除封存",
        "an approved end of a sealing",
    ),
    "requests": (lambda c: bool(c.requests), "协查请求", "a request for assistance"),
    "report": (lambda c: c.report is not None, "调查终结报告", "the final report"),
    "proposal": (lambda c: c.proposal is not None, "处罚建议", "a penalty proposal"),
    "penal": (
        lambda c: c.proposal is not None and not c.spared,
        "拟给予处罚的建议（拟不予处罚的不需告知，请提交法制审核）",
        "a proposal of a penalty (where nobody is to be punished no notice is due: submit to legal review)",
    ),
    "hearing_right": (
        lambda c: c.proposal is not None and c.proposal.hearing_right,
        "达到听证标准的处罚建议（本案当事人没有听证权，请出具《行政处罚事先告知书》）",
        "a proposal with a right to a hearing (there is none here: issue the notice before a penalty)",
    ),
    "correction": (
        lambda c: bool(c.corrections),
        "责令改正的内容、期限（先责令改正）",
        "what is to be corrected, and by when (order it first)",
    ),
    "hearing_set": (
        lambda c: c.hearing is not None,
        "听证的时间、地点（先通知听证）",
        "day and place of the hearing (announce it first)",
    ),
    "hearing": (lambda c: c.hearing_held, "听证", "a hearing"),
    "hearing_or_end": (
        lambda c: c.hearing_held or c.hearing_ended,
        "听证（举行或者终止）",
        "a hearing, held or ended",
    ),
    "legal": (lambda c: c.reviewer is not None, "法制审核", "the legal review"),
    "discussion": (
        lambda c: bool(c.discussion_by or c.approved.get("CaseDiscussed")),
        "集体讨论",
        "the collective discussion",
    ),
    "decision": (lambda c: c.decision is not None, "决定", "the decision"),
    # A case that the police filed ends without a decision of the bureau (局令4 第五十六条).
    "ended": (
        lambda c: (
            c.decision is not None or (c.referral is not None and c.referral.answer == "filed")
        ),
        "决定或者公安机关立案",
        "the decision, or the police's filing",
    ),
    # A handling is closed by the agency's own act: its form may be printed before it.
    "closing": (
        lambda c: (
            Matter.CLOSING in c.submissions or c.closed_at is not None or c.path == "agreement"
        ),
        "承办人员提请结案",
        "the officers' proposal to close the case",
    ),
    "publication": (
        lambda c: bool(public_text(c)),
        "提请公示处罚决定",
        "the proposal to publish the decision",
    ),
    "penalty": (
        lambda c: _ruled(c, "penalty") and c.path == "administrative",
        "处罚决定",
        "a decision on a penalty",
    ),
    "on_spot": (lambda c: c.on_spot, "当场处罚决定", "a decision on the spot"),
    "instalments_answered": (
        lambda c: c.instalments_answer is not None,
        "对延期、分期申请的决定",
        "the decision on a request for instalments",
    ),
    "owing": (
        lambda c: (
            c.decision is not None
            and bool(c.decision.fine or c.decision.recovery or c.decision.damages)
        ),
        "应缴罚款或者应退回的基金款",
        "a fine or fund money that is owed",
    ),
    "served": (
        lambda c: c.served_on is not None,
        "已送达的决定（送达后才开始计算履行期限）",
        "a decision that was served (the time to perform runs from then)",
    ),
    "no_penalty": (
        lambda c: _ruled(c, "no_penalty") and c.path == "administrative",
        "不予处罚决定",
        "a decision not to punish",
    ),
    "handling": (lambda c: c.handling is not None, "拟处理意见", "a proposed handling"),
    "handled": (lambda c: _ruled(c, "penalty"), "协议处理决定", "the decision on the handling"),
    "not_handled": (
        lambda c: _ruled(c, "no_penalty") and c.path == "agreement",
        "不予协议处理的决定",
        "a decision not to take measures under the agreement",
    ),
    "performance": (
        lambda c: c.performance is not None,
        "要求履行协议的决定（经办机构负责人作出）",
        "the decision that it is performed (by the head of the agency)",
    ),
    "rectification": (lambda c: c.rectification is not None, "整改要求", "something to put right"),
    "transferred": (
        lambda c: transfer_of(c, "transfer") is not None,
        "移送其他机关的决定",
        "the decision on a transfer",
    ),
    "disciplined": (
        lambda c: transfer_of(c, "clue_transfer") is not None,
        "移送纪检监察机关的决定",
        "the decision on a transfer to the discipline inspection",
    ),
    "referral": (lambda c: c.referral is not None, "移送", "a referral"),
    "referred": (
        lambda c: c.referral is not None and bool(c.referral.approved),
        "主要负责人批准移送",
        "the head's approval of the referral",
    ),
}


def missing_of(form: Form, case: CaseState) -> tuple[str, str] | None:
    """What the case lacks for a form, in both languages; None when it can be issued."""
    for need in form.needs:
        has, zh, en = PARTS[need]
        if not has(case):
            return zh, en
    if form.approves and not form.needs and not any(e in case.approved for e in form.approves):
        return "该事项的审批", "the approval that it prints"
    return None

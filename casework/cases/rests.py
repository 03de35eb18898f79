"""What rests on an item of evidence: shown before it is ruled out, and established anew after."""

from collections.abc import Iterable, Iterator

from casework.cases.guards import own_evidence
from casework.cases.state import Attachment, CaseState
from casework.refusal import refuse
from casework.wording import Both


def rests(case: CaseState, item: Attachment) -> Iterator[Both]:
    """What was established by the item, or after it was there."""
    one = item.evidence_id
    if _reported(case, item):
        yield Both("调查终结报告", "the report of the investigation")
    proposal = case.proposal
    if proposal is not None and one in proposal.consequence_evidence:
        yield Both(
            f"处罚建议 {proposal.proposal_id} 的严重后果",
            f"the grave consequence of proposal {proposal.proposal_id}",
        )
    for order in case.corrections:
        if one in order.evidence_ids:
            yield Both(
                f"责令改正 {order.order_id} 的改正情况",
                f"what became of order to correct {order.order_id}",
            )
    if case.handling is not None:
        yield Both("拟协议处理意见", "the proposed handling")
    if case.notice_on is not None and anew(case, item):
        yield Both("已送达的事先告知", "the notice that was served")


def anew(case: CaseState, item: Attachment) -> bool:
    """Whether the facts have to be established anew: what was written or proposed had the item before it."""
    proposal = case.proposal
    named = proposal is not None and item.evidence_id in proposal.consequence_evidence
    return _reported(case, item) or named or case.handling is not None


def _reported(case: CaseState, item: Attachment) -> bool:
    """Whether the report that stands was written with it."""
    if case.report is None or case.report_outdated:
        return False
    return case.report_at is None or item.at <= case.report_at


def admitted(case: CaseState, evidence_ids: Iterable[str]) -> None:
    """Refuse NOT_FOUND for what is no evidence of the case, EVIDENCE_EXCLUDED for what was ruled out."""
    named = tuple(evidence_ids)
    own_evidence(case, named)
    for item in case.evidence:
        if item.excluded is not None and item.evidence_id in named:
            mark = item.excluded.mark
            raise refuse("EVIDENCE_EXCLUDED", name=item.name, mark=mark.zh, mark_en=mark.en)

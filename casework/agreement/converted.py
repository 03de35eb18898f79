"""What turning a handling into a penalty case means for the case itself, before it is done."""

from decimal import Decimal

from casework.cases.guards import damages_open, recovery_open
from casework.cases.state import CaseState
from casework.wording import Both


def foreseen(case: CaseState) -> tuple[Both, ...]:
    """What is taken over, what ends, and what is not recovered twice, in this order."""
    return (*_taken(case), *_ended(case), *_once(case))


def _taken(case: CaseState) -> list[Both]:
    found = []
    if case.evidence or case.findings:
        found.append(
            Both(
                f"带入行政案件：证据 {len(case.evidence)} 件，疑点 {len(case.findings)} 条",
                f"taken over: {len(case.evidence)} items of evidence, {len(case.findings)} findings",
            )
        )
    if case.lines.listed:
        found.append(
            Both(
                f"带入逐条认定结果：认定损失 {case.lines.loss:,} 元",
                f"taken over: the lines as judged, a confirmed loss of {case.lines.loss:,} yuan",
            )
        )
    return found


def _ended(case: CaseState) -> list[Both]:
    found = [
        Both(
            "协议处理到此结束，回到线索核查，重新计算期限；机构对协议处理的复议、诉讼不再影响本案",
            "the handling ends: the case is a lead again and its periods begin anew; a review or suit "
            "against the handling no longer touches it",
        )
    ]
    if case.decision is not None and not case.annulled:
        number = case.decision.decision_no or case.case_no
        found.append(
            Both(
                f"协议处理决定 {number} 不再执行，依据它的记分待复核",
                f"the handling's decision {number} is carried out no more; scores on it wait for a review",
            )
        )
    if case.pressed_on is not None:
        found.append(
            Both(
                f"{case.pressed_on.isoformat()} 送达的催告书只催告协议处理的款项，处罚决定另行催告",
                f"the demand served on {case.pressed_on.isoformat()} was the handling's: a penalty needs its own",
            )
        )
    if case.report is not None:
        found.append(
            Both(
                "此前的调查终结报告不再适用，提出处罚建议前须重新撰写",
                "the investigation report of before is out of date: write it anew before a penalty is proposed",
            )
        )
    left, damages = recovery_open(case), damages_open(case)
    if left:
        found.append(
            Both(
                f"尚未退回的基金 {left:,} 元不再按协议追缴，由行政处理决定责令退回",
                f"{left:,} yuan not returned yet are demanded by the penalty decision, no more by the handling",
            )
        )
    if damages:
        found.append(
            Both(
                f"尚未缴纳的违约金 {damages:,} 元不再收取",
                f"{damages:,} yuan of damages not paid yet are demanded no more",
            )
        )
    return found


def _once(case: CaseState) -> list[Both]:
    found = []
    if case.recovered > Decimal(0):
        found.append(
            Both(
                f"已退回的基金 {case.recovered:,} 元计入本案，不再重复追回",
                f"{case.recovered:,} yuan that came back stay with the case and are not recovered again",
            )
        )
    if case.measured:
        found.append(
            Both(
                "按协议采取的暂停措施继续执行至期满，处罚的暂停自其期满起算",
                "suspensions under the agreement run on to their end; one of a penalty begins where they end",
            )
        )
    return found

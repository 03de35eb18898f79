"""What a proposal suspends, in the words of the law that it rests on."""

from casework.cases.state import CaseState
from casework.commands.case import PartyKind


def suspension(case: CaseState, months: int | None) -> str:
    """Of an institution the responsible department (条例 38, 40), of a person the settlement (条例 41); "" for nothing."""
    if not months:
        return ""
    if case.party is not None and case.party.kind is PartyKind.PERSON:
        return f"暂停其医疗费用联网结算{months}个月"
    why = f"因违法行为造成严重后果（{told.rstrip('。')}），" if (told := consequence(case)) else ""
    named = case.proposal.department if case.proposal else ""
    whom = f"责任部门（{named}）" if named else "相关责任部门"
    return f"{why}责令暂停{whom}涉及医疗保障基金使用的医药服务{months}个月"


def consequence(case: CaseState) -> str:
    """The grave consequence that the proposal, or before it the latest worksheet, tells; "" without."""
    if case.proposal is not None:
        return case.proposal.consequence
    return case.worksheets[-1].basis.consequence if case.worksheets else ""

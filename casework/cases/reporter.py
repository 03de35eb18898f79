"""Who reported a case stays inside the bureau: what a paper that others may read says instead.

条例 35 and 局令5: whoever reports is protected. The summary of a reported lead is written by hand and may
name him, or tell what only he can know; the 正卷 may be read by the party and its counsel.
"""

from casework.cases.state import CaseState
from casework.commands.case import Source

#: Leads that somebody reported.
REPORTED = frozenset({Source.TIP.value, Source.LETTER.value})


def reported(case: CaseState) -> bool:
    """Whether somebody reported the case, by its source or by what was attached to it."""
    return case.source in REPORTED or any(item.reporter for item in case.evidence)


def open_summary(case: CaseState) -> str:
    """The summary of the lead for a paper outside the 副卷: of a reported one only what was found."""
    if not reported(case):
        return case.summary
    party = case.party.name if case.party else ""
    lead = f"群众举报{party}涉嫌违法使用医疗保障基金"
    facts = "；".join(one.sentence.strip().rstrip("。；") for one in case.findings if one.sentence)
    found = f"。经初步核查：{facts}" if facts else ""
    return f"{lead}{found}。举报人信息和举报内容依法保密。"

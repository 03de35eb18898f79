"""What was decided before a crime went to the police, and that a fine of it is set off (处罚法 35)."""

from casework.cases.state import CaseState
from evidence.dossier import formats


def set_off(case: CaseState) -> str:
    """Of a decision that stands: its fine, what was paid of it, and that nobody pays twice; else empty."""
    decision = case.decision
    if decision is None or case.annulled:
        return ""
    number = f"（{decision.decision_no}）" if decision.decision_no else ""
    if not decision.fine:
        return f"本局此前已作出处理决定{number}，未处罚款；应当退回的基金不因移送停止追缴。"
    return (
        f"本局此前已作出行政处罚决定{number}，罚款 {formats.money(decision.fine)}，"
        f"已缴 {formats.money(case.fines_paid)}。人民法院判处罚金的，已缴罚款依照"
        "《中华人民共和国行政处罚法》第三十五条第二款、国务院令第310号第十一条折抵相应罚金；"
        "本局不因同一行为再给予罚款。"
    )

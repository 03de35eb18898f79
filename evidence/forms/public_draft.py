"""A draft of what is published of a decision (处罚法 48): who, for what, on which law, with what result.

The words of the decision, with natural persons masked; the officer leaves out what the public need not know.
"""

from casework.cases.public_text import public_text, redacted
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import PartyKind
from evidence.dossier.formats import day
from evidence.forms.report_draft import facts_of
from evidence.forms.ruling import decided


def public_draft(case: CaseState, bureau: str) -> str:
    """What was proposed or approved, else a draft; "" before a decision is served."""
    decision, party = case.decision, case.party
    if decision is None or party is None or case.served_on is None:
        return ""
    if known := public_text(case):
        return known
    told = decided(case)
    facts = "".join(facts_of(case)) or (case.report or {}).get("facts", "") or decision.reasons
    kind = "个人" if party.kind is PartyKind.PERSON else f"定点医药机构，机构编码 {party.key}"
    text = "\n".join(
        (
            f"行政处罚决定书文号：{decision.decision_no}",
            f"当事人：{party.name}（{kind}）",
            f"违法事实：{facts}",
            f"处罚依据：{told['basis']}",
            f"处罚结果：{told['outcome']}",
            f"作出决定的机关：{bureau}",
            f"作出决定的日期：{day(local_date(decision.at))}",
        )
    )
    return redacted(case, text)

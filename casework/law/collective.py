"""When the bureau's leaders have to discuss a decision together (处罚法 57, 局令4 第四十四条).

The law says "complex or heavy"; what counts as that is a dated parameter of the bureau.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from casework.cases.state import CaseState, Proposal
from casework.clocks.calendars import local_date
from casework.law.rows import Parameter, parameter

#: What each parameter means when it asks for a discussion; its `basis` says it in Chinese.
GROUNDS_EN = {
    "collective_amount_institution": "a large fine for an institution",
    "collective_amount_person": "a large fine for a person",
    "collective_on_suspension": "suspension of services",
    "collective_after_hearing": "a hearing was held",
    "collective_on_mitigation": "a penalty below the band",
}


def grounds(case: CaseState, proposal: Proposal) -> tuple[Parameter, ...]:
    """Return the parameter rows that make a discussion of this proposal necessary."""
    on = local_date(proposal.at)
    kind = case.party.kind.value if case.party else "institution"
    amount = _then(proposal, f"collective_amount_{kind}", on)
    suspension = _then(proposal, "collective_on_suspension", on)
    hearing = _then(proposal, "collective_after_hearing", on)
    mitigated = _then(proposal, "collective_on_mitigation", on)
    found = []
    if proposal.fine >= Decimal(amount.value):
        found.append(amount)
    if suspension.value == "yes" and proposal.suspension_months is not None:
        found.append(suspension)
    if hearing.value == "yes" and case.hearing_held:
        found.append(hearing)
    if mitigated.value == "yes" and proposal.below_band:
        found.append(mitigated)
    return tuple(found)


def _then(proposal: Proposal, name: str, on: date) -> Parameter:
    """The figure of the proposal's day: the bureau's own, which the proposal keeps, or the packaged one."""
    row, own = parameter(name, on), proposal.figures.get(name)
    return row if own is None else replace(row, value=own["value"], basis=own["basis"])


def missing(case: CaseState) -> bool:
    """Whether the latest proposal still waits for a discussion that it needs."""
    proposal = case.proposal
    if proposal is None or case.discussed == proposal.proposal_id:
        return False
    # Every decision not to punish is discussed together.
    return case.spared or bool(grounds(case, proposal))

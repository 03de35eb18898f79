"""Name the officers in charge: two at least, by their accounts."""

from collections.abc import Iterable, Mapping
from typing import Any

from casework.accounts.state import AccountState
from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.parts import Recusal
from casework.cases.stages import INVESTIGATING, REFERABLE, Stage
from casework.cases.state import CaseState
from casework.cases.streams import of_assign
from casework.cases.ties import acting, not_compared, suggested
from casework.commands.case import AssignOfficers, OfficerRef
from casework.events import Draft
from casework.hands import hand_from, unfit
from casework.refusal import refuse


def answer(ask: Ask[AssignOfficers, CaseState]) -> list[Draft]:
    """OfficersAssigned; name and person come from the accounts, never from the caller.

    RecusalRequested for each tie to the party that the store found, of them or of who acts by his role;
    which officer declared none is named.
    """
    officers = chosen(ask.command.officers, ask.states, ask.state.recusals)
    hands = [hand_from(one) for one in officers]
    named = draft(
        ask.state.stream,
        "OfficersAssigned",
        officers=officers,
        reason=ask.command.reason,
        **not_compared(hands, ask.command.undeclared),
    )
    others = acting(ask.command.acting, ask.states, hands)
    return [named, *suggested(ask.state, hands, ask.command.ties, others=others)]


def chosen(
    refs: Iterable[OfficerRef],
    states: Mapping[str, Any],
    recusals: Iterable[Recusal] = (),
    role: Role = Role.INSPECTOR,
) -> list[dict[str, str]]:
    """Two certified persons at least, none withdrawn by decision (处罚法 42, 43; 条例 29).

    Refuses ACCOUNT_UNFIT, TWO_OFFICERS, BAD_VALUE for one certificate given twice.
    """
    officers = [officer_of(ref, states[f"account:{ref.account}"], role) for ref in refs]
    gone = [r.officer.person for r in recusals if r.granted]
    for officer in officers:
        if officer["person"] in gone:
            raise unfit(officer["name"], officer["account"], "已决定回避", "withdrawn by decision")
    people = {officer["person"] for officer in officers}
    if len(people) < 2 or len(people) != len(officers):
        raise refuse("TWO_OFFICERS", count=len(people))
    certificates = [officer["certificate_no"].strip() for officer in officers]
    twice = next((one for one in certificates if certificates.count(one) > 1), None)
    if twice is not None:
        raise refuse(
            "BAD_VALUE", field="执法证号", field_en="certificate number",
            why=f"{twice} 填给了两名承办人员，请按各自的行政执法证填写",
            why_en=f"{twice} is given for two officers: enter each one's own certificate",
        )  # fmt: skip
    return officers


def officer_of(
    ref: OfficerRef, account: AccountState, role: Role = Role.INSPECTOR
) -> dict[str, str]:
    """An inspector by his account, with his certificate, or one of the agency's people. Refuses ACCOUNT_UNFIT."""
    required(certificate_no=ref.certificate_no)
    account.must_hold(role)
    return {
        "account": account.login,
        "person": account.person,
        "name": account.name,
        "certificate_no": ref.certificate_no,
    }


#: Where officers are what the case waits for.
INVESTIGATED = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING})
ACT = Act(
    command=AssignOfficers,
    zh="指派承办人员",
    en="assign officers",
    roles=frozenset({Role.SUPERVISOR, Role.HEAD}),
    streams=of_assign,
    answer=answer,
    # Beside a handling or after a decision they are the 专案组 of a suspected crime (310号 5).
    stages=REFERABLE,
    rank=30,
    leads=lambda state: len(state.officers) < 2 and state.stage in INVESTIGATED,
)

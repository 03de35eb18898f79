"""Who may give evidence on a case: its officers, or the institution that the case is about.

Asked before the bytes are sent and before they enter the vault (`permit`), and once more when
they are put on record, so that a refusal never finds them under lock.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import AGENCY, Actor, Role
from casework.acts import Ask, check, role_required
from casework.cases.attach import ATTACH_EVIDENCE, LATE, may_work
from casework.cases.guards import own_institution
from casework.cases.state import CaseState
from casework.commands.evidence import ReceiveEvidence
from casework.custody.streams import own_stream
from casework.documents.late import papers_only
from casework.refusal import refuse

KEEPERS = frozenset({Role.INSPECTOR, Role.SUPERVISOR, *AGENCY})
# Certificates of study and exam come from the doctor or his institution, minutes from its party organisation.
GIVERS = KEEPERS | {Role.INSURANCE_OFFICE, Role.PHYSICIAN, Role.PARTY_SECRETARY}


def of_receipt(
    command: ReceiveEvidence, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The new item's chain, the case that it is given to, and the accounts of who took it."""
    case = (f"case:{command.case_no}",) if command.case_no else ()
    takers = (f"account:{login}" for login in command.collection.officers)
    return (own_stream(command), *case, *takers)


def may_give(case_no: str | None, ask: Ask[Any, Any]) -> None:
    """Refuse who may not give evidence on that case now; an item without a case passes."""
    if case_no is not None:
        admissible(ask.states[f"case:{case_no}"], ask.actor, ask.at)


def admissible(case: CaseState, actor: Actor, at: datetime) -> None:
    """Refuse unless the case takes evidence now and the actor may give it."""
    if not case.version:
        raise refuse("NOT_FOUND", what=case.label, what_en=case.label_en)
    if case.stage not in LATE:
        raise refuse(
            "ILLEGAL_MOVE",
            stage=case.stage_zh,
            stage_en=case.stage_en,
            act="接收证据",
            act_en="receive evidence",
        )
    papers_only(case, actor, at)
    if actor.holds(*KEEPERS):
        may_work(case, actor, at)
        return
    if not actor.holds(Role.INSURANCE_OFFICE):
        raise refuse("NOT_YOURS")
    own_institution(case, actor, at)


def permit(case: CaseState | None, actor: Actor, at: datetime, *, attach: bool) -> None:
    """Refuse beforehand what would be refused once the bytes are stored.

    `case` is None for a certificate of the giver's own; `attach` when it becomes part of the case.
    """
    if not actor.holds(*GIVERS):
        raise role_required(GIVERS, "ReceiveEvidence")
    if case is not None:
        admissible(case, actor, at)
        if attach:
            check(ATTACH_EVIDENCE, case, actor, at)

"""What a check of the vault says about the sealed dossiers of a case."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import BEAT, BUREAU, Actor
from casework.acts import Act, Ask, draft, role_required
from casework.cases.state import CaseState
from casework.commands.evidence import RecordDossierCheck
from casework.events import Draft
from casework.refusal import refuse


def streams(
    command: RecordDossierCheck, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case alone."""
    return (f"case:{command.case_no}",)


def checked(ask: Ask[RecordDossierCheck, CaseState]) -> list[Draft]:
    """DossierDamaged, or DossierSound once a damaged one is whole again; each is told once."""
    c, case = ask.command, ask.state
    known = case.referral is not None and c.dossier_sha256 in case.referral.damaged_dossiers
    if known == (c.damage is not None):
        raise refuse("ALREADY_DONE")
    data = {"dossier_sha256": c.dossier_sha256, "after": c.sha256}
    if c.damage is None:
        return [draft(case.stream, "DossierSound", **data)]
    return [draft(case.stream, "DossierDamaged", what=c.damage, **data)]


def by_the_beat(case: CaseState, actor: Actor, at: datetime) -> None:
    """The beat, or a person of the bureau who has the vault checked."""
    if actor != BEAT and not actor.holds(*BUREAU):
        raise role_required(BUREAU, RecordDossierCheck.__name__)


ACT = Act(
    command=RecordDossierCheck,
    zh="登记卷宗复核",
    en="record the check of a dossier",
    roles=frozenset(),
    streams=streams,
    answer=checked,
    guards=(by_the_beat,),
    offered=False,
)

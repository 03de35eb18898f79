"""Revoke a restoration that was obtained by fraud: one proposes, the head decides."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.restoration import ProposeRevocation, RevokeRestoration
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.record import file_stream
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import unrelated
from casework.restoration.state import Step


def propose(ask: Ask[ProposeRevocation, PointsState]) -> list[Draft]:
    """RevocationProposed, with reasons."""
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RevocationProposed", reasons=ask.command.reasons)]


def revoke(ask: Ask[RevokeRestoration, PointsState]) -> list[Draft]:
    """RestorationRevoked: the termination stands again."""
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RestorationRevoked", reasons=ask.command.reasons)]


def _proposed_by_another(file: PointsState, actor: Actor, at: datetime) -> None:
    by = file.restoration.revocation_by if file.restoration else None
    if by is None:
        raise refuse("STEP_MISSING", step="撤销恢复的建议", step_en="a proposal to revoke")
    other_eyes(actor, (by,), "提出与决定撤销恢复", "revoking the restoration")


def _not_proposed(file: PointsState, actor: Actor, at: datetime) -> None:
    if file.restoration is not None and file.restoration.revocation_by is not None:
        raise refuse("ALREADY_DONE")


RESTORED = frozenset({Step.RESTORED.value})
ACTS = (
    Act(
        ProposeRevocation, "建议撤销恢复", "propose to revoke the restoration",
        frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER}), file_stream, propose, RESTORED,
        (_not_proposed,), rank=91,
    ),
    Act(
        RevokeRestoration, "撤销恢复", "revoke the restoration", frozenset({Role.HEAD}),
        file_stream, revoke, RESTORED, (unrelated, _proposed_by_another), rank=40,
    ),
)  # fmt: skip

"""Revoke a restoration that was obtained by fraud: one proposes, the doctor is heard, the head decides."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.clocks.periods import foreseen
from casework.clocks.rows import row_on
from casework.commands.restoration import (
    ProposeRevocation,
    RefuseRevocation,
    RevokeRestoration,
    StateOnRevocation,
    WithdrawRevocation,
)
from casework.custody.scans import Wanted
from casework.custody.state import Serves
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.record import file_stream
from casework.points.service import scanned
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself, unrelated
from casework.restoration.parties import PAPERED
from casework.restoration.state import Restoration, Step

ROW: Final = "revocation_statement"
EYES: Final = ("提出与决定撤销恢复", "revoking the restoration")


def propose(ask: Ask[ProposeRevocation, PointsState]) -> list[Draft]:
    """RevocationProposed, with reasons: the doctor is told, and has his days to state and defend himself."""
    required(reasons=ask.command.reasons)
    until = local_date(foreseen(ROW, local_date(ask.at)))
    data = {"reasons": ask.command.reasons, "heard_until": until}
    return [draft(ask.state.stream, "RevocationProposed", **data)]


def state(ask: Ask[StateOnRevocation, PointsState]) -> list[Draft]:
    """RevocationStated by the doctor, or upon his signed paper. As often as he has something to say."""
    c, file = ask.command, ask.state
    required(text=c.text)
    data: dict[str, Any] = {"text": c.text}
    events: list[Draft] = []
    if not _is_doctor(file, ask.actor):
        required(statement_scan=c.statement_scan)
    if c.statement_scan:
        nth = len(_of(file).revocation_said) + 1
        key = f"{file.stream}/revocation_statement:{nth}"
        paper = Serves(key, "撤销恢复的陈述申辩材料", "statement on the revocation")
        data["paper"], events = scanned(ask, c.statement_scan, Wanted(paper))
    return [draft(file.stream, "RevocationStated", **data), *events]


def revoke(ask: Ask[RevokeRestoration, PointsState]) -> list[Draft]:
    """RestorationRevoked: once it is served the termination stands again.

    Refuses PERIOD_RUNNING before the doctor was heard.
    """
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RestorationRevoked", reasons=ask.command.reasons, **PAPERED)]


def turn_down(ask: Ask[RefuseRevocation, PointsState]) -> list[Draft]:
    """RevocationRefused: the restoration stays."""
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RevocationRefused", reasons=ask.command.reasons)]


def take_back(ask: Ask[WithdrawRevocation, PointsState]) -> list[Draft]:
    """RevocationWithdrawn by whoever proposed it."""
    required(reasons=ask.command.reasons)
    return [draft(ask.state.stream, "RevocationWithdrawn", reasons=ask.command.reasons)]


def _of(file: PointsState) -> Restoration:
    if file.restoration is None:
        raise _unproposed()
    return file.restoration


def _unproposed() -> Exception:
    return refuse("STEP_MISSING", step="撤销恢复的建议", step_en="a proposal to revoke")


def _proposed(file: PointsState, actor: Actor, at: datetime) -> None:
    if file.restoration is None or file.restoration.revocation_by is None:
        raise _unproposed()


def _proposed_by_another(file: PointsState, actor: Actor, at: datetime) -> None:
    _proposed(file, actor, at)
    other_eyes(actor, (_of(file).revocation_by,), *EYES)


def _own_proposal(file: PointsState, actor: Actor, at: datetime) -> None:
    _proposed(file, actor, at)
    by = _of(file).revocation_by
    if by is not None and not by.is_actor(actor):
        raise refuse("NOT_YOURS")


def _not_proposed(file: PointsState, actor: Actor, at: datetime) -> None:
    if file.restoration is not None and file.restoration.revocation_by is not None:
        raise refuse("ALREADY_DONE")


def _heard(file: PointsState, actor: Actor, at: datetime) -> None:
    """He stated himself, or his days are over. Proposals of before the doctor was told set none."""
    one = _of(file)
    until: date | None = one.revocation_until
    if until is None or one.revocation_said or local_date(at) > until:
        return
    row = row_on(ROW, until)
    raise refuse("PERIOD_RUNNING", what=row.zh, what_en=row.en, until=until.isoformat())


def _is_doctor(file: PointsState, actor: Actor) -> bool:
    return actor.holds(Role.PHYSICIAN) and actor.prac_psn_code == file.prac_psn_code


def _speaks(file: PointsState, actor: Actor, at: datetime) -> None:
    """The doctor himself, or who records his paper, and not he under another account."""
    if actor.holds(Role.PHYSICIAN):
        if not _is_doctor(file, actor):
            raise refuse("NOT_YOURS")
        return
    not_himself(file, actor, at)


def _of_statement(
    command: StateOnRevocation, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    paper = (f"evidence:{command.statement_scan}",) if command.statement_scan else ()
    return (f"points:{command.prac_psn_code}", *paper)


RESTORED = frozenset({Step.RESTORED.value})
CENTRE = frozenset({Role.SUPERVISOR, Role.AGENCY_OFFICER})
HEAD = frozenset({Role.HEAD})
ACTS = (
    Act(
        ProposeRevocation, "建议撤销恢复", "propose to revoke the restoration", CENTRE,
        file_stream, propose, RESTORED, (unrelated, _not_proposed), rank=91,
    ),
    Act(
        StateOnRevocation, "对撤销恢复陈述申辩", "state on the revocation",
        frozenset({Role.PHYSICIAN, *CENTRE}), _of_statement, state, RESTORED, (_speaks, _proposed),
        rank=14, led=frozenset({Role.PHYSICIAN}),
    ),
    Act(
        WithdrawRevocation, "撤回撤销恢复的建议", "withdraw the proposal to revoke", CENTRE,
        file_stream, take_back, RESTORED, (_own_proposal,), rank=92,
    ),
    Act(
        RevokeRestoration, "撤销恢复", "revoke the restoration", HEAD,
        file_stream, revoke, RESTORED, (unrelated, _proposed_by_another, _heard), rank=40,
    ),
    Act(
        RefuseRevocation, "不予撤销恢复", "refuse to revoke the restoration", HEAD,
        file_stream, turn_down, RESTORED, (unrelated, _proposed_by_another), rank=55,
    ),
)  # fmt: skip

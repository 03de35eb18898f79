"""What of the confirmed loss a proposal does not ask back: only with a ground (条例 13, 38, 40).

The fund's money is returned in full; whoever asks back less says why the rest is not demanded.
"""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Final, Protocol

from casework.actors import Actor
from casework.cases.state import CaseState, Handling, Proposal
from casework.commands.case import LessGround
from casework.money import ZERO
from casework.refusal import Refusal, refuse
from casework.wording import Both

GROUNDS: Final[dict[str, Both]] = {
    LessGround.RETURNED_BEFORE.value: Both("查明此前已退回", "it had come back before"),
    LessGround.PARTY_GONE.value: Both("当事人终止、死亡无财产", "the party is gone without assets"),
    LessGround.ELSEWHERE.value: Both(
        "已由其他程序或者机构追回", "recovered by another procedure or body"
    ),
}
PROPOSE: Final = Both("提出建议", "propose")
RETURN: Final = Both("退回后重新提出建议", "have it returned and proposed anew, and there")


class Asking(Protocol):
    """A proposal that may ask back less than was lost."""

    @property
    def less_ground(self) -> LessGround | None: ...
    @property
    def less_reasons(self) -> str: ...


def less_of(d: Mapping[str, Any]) -> dict[str, Any]:
    """What an event says of a part that is not asked back, as proposals and handlings hold it."""
    told = d.get("not_demanded")
    return {
        "not_demanded": None if told is None else Decimal(told),
        "less_ground": d.get("less_ground", ""),
        "less_reasons": d.get("less_reasons", ""),
    }


def less_said(one: Proposal | Handling) -> Both | None:
    """How much is not asked back, on what ground and why, for people to read; None where all is."""
    if not one.not_demanded:
        return None
    ground = GROUNDS[one.less_ground]
    return Both(
        f"{one.not_demanded:,} 元，{ground.zh}：{one.less_reasons}",
        f"{one.not_demanded:,} yuan, {ground.en}: {one.less_reasons}",
    )


def missing(case: CaseState, demanded: Decimal) -> Decimal:
    """Yuan of the confirmed loss that are not demanded; `demanded` holds what came back in the case, too."""
    return max(case.lines.loss - demanded, ZERO) if case.lines.listed else ZERO


def grounded(case: CaseState, c: Asking, demanded: Decimal) -> dict[str, object]:
    """What a proposal tells of the part that it does not demand.

    `not_demanded` is told wherever there are lines: decision and closing are held to it. Refuses
    RECOVERY_SHORT without ground and reasons, NOTHING_SHORT for a ground where all is demanded.
    """
    short, reasons = missing(case, demanded), c.less_reasons.strip()
    if short and (c.less_ground is None or not reasons):
        raise _short(case, short, PROPOSE)
    if not short and (c.less_ground is not None or reasons):
        raise refuse("NOTHING_SHORT")
    told = {"less_ground": c.less_ground, "less_reasons": reasons} if short else {}
    return {"not_demanded": short, **told} if case.lines.listed else {}


def still_grounded(case: CaseState, proposed: Decimal | None, demanded: Decimal) -> None:
    """No more is left out than the proposal gave its ground for. Refuses RECOVERY_SHORT.

    `proposed` is None where the proposal was made before a ground was asked for.
    """
    short = missing(case, demanded)
    if proposed is not None and short > proposed:
        raise _short(case, short - proposed, RETURN)


def left_out(case: CaseState, demanded: Decimal) -> dict[str, object]:
    """What a decision tells of the part that it does not demand: nothing where it demands all."""
    short = missing(case, demanded)
    return {"not_demanded": short} if short else {}


def all_demanded(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard of closing: what was confirmed is demanded, or left out by the decision. Refuses CONFIRMED_OPEN.

    Decisions that rest on a proposal made before a ground was asked for close as they did.
    """
    decision, proposed = case.decision, case.proposed_short
    if decision is None or case.annulled or proposed is None:
        return
    rest = missing(case, decision.recovery) - decision.not_demanded
    if rest > 0:
        raise refuse("CONFIRMED_OPEN", open=rest)


def _short(case: CaseState, short: Decimal, way: Both) -> Refusal:
    return refuse(
        "RECOVERY_SHORT", confirmed=case.lines.loss, short=short, way=way.zh, way_en=way.en
    )

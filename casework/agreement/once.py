"""A yuan of the fund is recovered once: a handling asks for what the lines still lost today."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from casework.actors import Actor
from casework.agreement.impose import of_decide
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.commands.agreement import DecideHandling, Measure, MeasureKind
from casework.events import Draft
from casework.lines.guards import within_confirmed
from casework.lines.now import as_of_now
from casework.lines.streams import of_demand
from casework.money import ZERO, yuan
from casework.refusal import refuse

#: What comes back to the fund: never more than the confirmed lines lost it.
FUND: Final = frozenset({MeasureKind.RECOVERY, MeasureKind.REFUSE_PAYMENT})


def of_decision(
    command: DecideHandling, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, whom the measures hit, its lines, their institutions' refunds, and the bureau's own area."""
    hit, lines = of_decide(command, actor, states), of_demand(command, actor, states)
    return tuple(dict.fromkeys(hit + lines))


def asked_of(measures: Iterable[Measure]) -> Decimal:
    """Yuan that measures ask back for the fund."""
    return sum((yuan(m.amount) for m in measures if m.kind in FUND), ZERO)


def left_of(case: CaseState) -> Decimal:
    """What the fund lost by the confirmed lines and did not get back yet, yuan."""
    return max(case.lines.loss - case.recovered, ZERO)


def recoverable(
    case: CaseState, states: Mapping[str, Any], measures: Iterable[Measure]
) -> tuple[CaseState, list[Draft]]:
    """The case with the refunds of now, of which the measures ask back no more than is left.

    Refuses LINES_UNJUDGED, REFUND_NAMES_NO_LINE, LOSS_NOT_CONFIRMED and RECOVERED_ALREADY.
    """
    asked = asked_of(measures)
    case, told = as_of_now(case, states, asked)
    if asked:
        confirmed_first(case)
        within_confirmed(case, asked)
    left = left_of(case)
    if asked > left:
        raise refuse("RECOVERED_ALREADY", asked=asked, recovered=case.recovered, left=left)
    return case, told


def confirmed_first(case: CaseState) -> None:
    """Fund money is asked back for confirmed lines alone. Refuses LINES_UNJUDGED with the way there.

    After the notice nothing is judged any more: the proposal is returned first.
    """
    lines = case.lines
    if lines.listed and not lines.open:
        return
    back = case.stage is not Stage.HANDLING
    raise refuse(
        "LINES_UNJUDGED",
        open=lines.open,
        way="先退回拟处理意见，再" if back else "先",
        way_en="Return the proposed handling first, then" if back else "First",
    )

"""What stands in the way until every suspected line has its verdict."""

from datetime import datetime
from decimal import Decimal

from casework.actors import Actor
from casework.cases.attach import may_work
from casework.cases.guards import is_officer
from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.refusal import refuse


def establishes(case: CaseState, actor: Actor, at: datetime) -> None:
    """Facts of a penalty case are established by its officers (处罚法 第四十二条、第五十四条).

    Before officers are named anyone of the bureau may list; the 经办机构 establishes only what it
    handles itself under the agreement.
    """
    if case.path is Path.ADMINISTRATIVE and case.officers:
        is_officer(case, actor, at)
    else:
        may_work(case, actor, at)


def all_judged(case: CaseState, actor: Actor, at: datetime) -> None:
    """Lines are listed and none is left open: the loss is known to the cent."""
    if not case.lines.listed:
        zh, en = "列入疑点明细并逐条认定", "listing and judging the lines"
        raise refuse("STEP_MISSING", step=zh, step_en=en)
    none_open(case, actor, at)


def none_open(case: CaseState, actor: Actor, at: datetime) -> None:
    """No listed line waits for its verdict."""
    lines = case.lines
    if lines.open:
        raise refuse(
            "STEP_MISSING",
            step=f"逐条认定（尚有 {lines.open} 条未认定）",
            step_en=f"judging the lines ({lines.open} are open)",
        )


def within_confirmed(case: CaseState, amount: Decimal) -> None:
    """No more than the confirmed loss is demanded back. Refuses LOSS_NOT_CONFIRMED."""
    if amount > case.lines.loss:
        raise refuse("LOSS_NOT_CONFIRMED", given=amount, confirmed=case.lines.loss)

"""The execution of a revocation is stopped by the body or court that hears the doctor, and goes on.

While it is stopped the restoration stands (复议法 42; 行政诉讼法 56); it goes on with the day of the next order,
and at the latest with the outcome.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.restoration import ResumeRevocation, StopRevocation
from casework.custody.state import Serves
from casework.events import Draft
from casework.points.service import fell_by, paper_streams
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself
from casework.restoration.remedy import RECORDERS, remedies_open, waiting
from casework.restoration.state import Remedy, Restoration, Ruling

#: Either order.
Order = StopRevocation | ResumeRevocation


def stop(ask: Ask[StopRevocation, PointsState]) -> list[Draft]:
    """RevocationStopped. Refuses BAD_VALUE for what has nothing to stop, ALREADY_DONE, DATE_ORDER."""
    one, found = waiting(ask.state, ask.command.remedy_id)
    if found.ruling is not Ruling.REVOCATION:
        raise refuse(
            "BAD_VALUE", field="复议、诉讼", field_en="the review or suit",
            why="只有撤销恢复的决定可以停止执行；恢复、不予恢复的决定没有需要停止执行的内容",
            why_en="only a revocation is executed: of a decision to restore or refuse there is nothing to stop",
        )  # fmt: skip
    if found.stopped:
        raise refuse("ALREADY_DONE")
    last = found.stops[-1].until if found.stops else found.filed_on
    return _ordered(ask, one, last, "RevocationStopped")


def go_on(ask: Ask[ResumeRevocation, PointsState]) -> list[Draft]:
    """RevocationResumed. Refuses STEP_MISSING where nothing was stopped, DATE_ORDER."""
    one, found = waiting(ask.state, ask.command.remedy_id)
    if not found.stopped:
        raise refuse(
            "STEP_MISSING", step="停止执行", step_en="an order that stops the execution"
        )  # fmt: skip
    return _ordered(ask, one, found.stops[-1].since, "RevocationResumed")


def _ordered(
    ask: Ask[Any, PointsState], one: Restoration, since: date | None, event: str
) -> list[Draft]:
    """An order comes after what it follows, and not after today; who took its scan in does not record it."""
    c, file = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons, paper_scan=c.paper_scan)
    if (since is not None and c.decided_on < since) or c.decided_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="停止（恢复）执行的决定日期应在受理（上一决定）之后且不晚于今天",
            what_en="an order comes after the acceptance or the order before it, and not after today",
        )  # fmt: skip
    number = f"{c.remedy_id}/{event}:{c.decided_on}"
    paper = Serves(
        f"{file.stream}/remedy:{number}", f"停止（恢复）执行的决定、裁定（{c.document_no}）",
        f"order on the execution ({c.document_no})",
    )  # fmt: skip
    scan, told = fell_by(ask, c.paper_scan, paper)
    data = {
        "application_id": one.application_id, "remedy_id": c.remedy_id, "decided_on": c.decided_on,
        "document_no": c.document_no, "reasons": c.reasons, "order": scan,
    }  # fmt: skip
    return [draft(file.stream, event, **data), *told]


def _against_revocation(file: PointsState) -> tuple[Remedy, ...]:
    return tuple(one for one in remedies_open(file) if one.ruling is Ruling.REVOCATION)


def _may_stop(file: PointsState, actor: Actor, at: datetime) -> None:
    if not any(not one.stopped for one in _against_revocation(file)):
        raise refuse(
            "STEP_MISSING", step="登记对撤销恢复决定的复议或诉讼",
            step_en="a review or suit against the revocation",
        )  # fmt: skip


def _may_go_on(file: PointsState, actor: Actor, at: datetime) -> None:
    if not any(one.stopped for one in _against_revocation(file)):
        raise refuse("STEP_MISSING", step="停止执行", step_en="an order that stops the execution")


def _of_order(command: Order, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    return paper_streams(f"points:{command.prac_psn_code}", command)


ACTS = (
    Act(
        StopRevocation, "登记停止执行撤销恢复", "record that the execution of a revocation is stopped",
        RECORDERS, _of_order, stop, guards=(not_himself, _may_stop), rank=89,
    ),
    Act(
        ResumeRevocation, "登记恢复执行撤销恢复", "record that the execution of a revocation goes on",
        RECORDERS, _of_order, go_on, guards=(not_himself, _may_go_on), rank=89,
    ),
)  # fmt: skip

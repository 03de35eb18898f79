"""What follows an unannounced inspection (飞行检查): results, plan, rectification, report, each with its day."""

from datetime import datetime
from typing import Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.inspection import FollowUnannounced, InspectionKind, UnannouncedStep
from casework.events import Draft
from casework.inspection.inspect import is_inspector
from casework.inspection.state import FOLLOWS, InspectionState, Step
from casework.inspection.streams import inspection_stream
from casework.refusal import refuse

NAMES: Final[dict[UnannouncedStep, tuple[str, str]]] = {
    UnannouncedStep.HANDED_OVER: ("接收飞行检查结果", "taking over the results"),
    UnannouncedStep.PLAN_REPORTED: (
        "上报进展和整改方案",
        "reporting progress and the plan of rectification",
    ),
    UnannouncedStep.RECTIFIED: ("整改完成", "finishing the rectification"),
    UnannouncedStep.REPORTED: ("上报整改完成报告", "reporting the finished rectification"),
}


def follow(ask: Ask[FollowUnannounced, InspectionState]) -> list[Draft]:
    """The event of the step, which starts or ends its period (局令6号); each once and in order.

    Refuses STEP_MISSING before its turn, ALREADY_DONE a second time, DATE_ORDER before the step that
    comes first or later than today.
    """
    c, state = ask.command, ask.state
    required(document_no=c.document_no)
    if any(one.step is c.step for one in state.followed):
        raise refuse("ALREADY_DONE")
    wanted = state.next_step
    if wanted is not None and wanted is not c.step:
        zh, en = NAMES[wanted]
        raise refuse("STEP_MISSING", step=zh, step_en=en)
    if c.done_on > local_date(ask.at):
        raise refuse("DATE_ORDER", what="办理日期不得晚于今天", what_en="done no later than today")
    if state.followed and c.done_on < state.followed[-1].on:
        raise refuse(
            "DATE_ORDER",
            what="办理日期不得早于上一步骤",
            what_en="no step is done before the one that comes first",
        )
    told = {"done_on": c.done_on, "document_no": c.document_no, "note": c.note}
    return [draft(state.stream, FOLLOWS[c.step], **told)]


def _unannounced(state: InspectionState, actor: Actor, at: datetime) -> None:
    if state.kind is not InspectionKind.UNANNOUNCED:
        raise refuse(
            "BAD_VALUE", field="检查类型", field_en="the kind of inspection",
            why="只有飞行检查有此后续步骤", why_en="only an unannounced inspection is followed so",
        )  # fmt: skip


def _more(state: InspectionState, actor: Actor, at: datetime) -> None:
    if state.next_step is None:
        raise refuse("ALREADY_DONE")


ACTS = (
    Act(
        FollowUnannounced, "登记飞行检查后续", "follow up an unannounced inspection",
        frozenset({Role.INSPECTOR}), inspection_stream, follow,
        frozenset({Step.ON_SITE, Step.CLOSED}), (_unannounced, is_inspector, _more), rank=70,
    ),
)  # fmt: skip

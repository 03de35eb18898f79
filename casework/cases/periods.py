"""Let the time to decide rest, and run periods whose events happen outside of this system."""

from datetime import date, datetime
from typing import Any

from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import is_officer, own_evidence
from casework.cases.stages import INVESTIGATING, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import deadlines
from casework.clocks.rows import Row, deadline_rows, row_on
from casework.clocks.runs import Run
from casework.commands.clocks import EndPeriod, PauseClock, PauseGround, ResumeClock, StartPeriod
from casework.events import Draft
from casework.refusal import refuse


def pause(ask: Ask[PauseClock, CaseState]) -> list[Draft]:
    """ClockPaused on one of the grounds that the law does not count, by the paper that shows it.

    On `until` somebody has to say that it is over, or the beat tells that it is late.
    """
    c = ask.command
    required(reason=c.reason, commission=c.evidence_id)
    if c.ground.value in ask.state.paused:
        raise refuse("ALREADY_DONE")
    own_evidence(ask.state, [c.evidence_id])
    if c.until < local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="预计完成日期不得早于今天",
            what_en="it is to be over today at the earliest",
        )
    data = {"reason": c.reason, "evidence_id": c.evidence_id, "until": c.until}
    return [draft(ask.state.stream, "ClockPaused", **_named(c.ground), **data)]


def resume(ask: Ask[ResumeClock, CaseState]) -> list[Draft]:
    """ClockResumed: this ground is over; another may still rest the clock."""
    c = ask.command
    required(result=c.result)
    if c.ground.value not in ask.state.paused:
        raise refuse("STEP_MISSING", step="中止计时", step_en="pausing the clock on this ground")
    return [draft(ask.state.stream, "ClockResumed", **_named(c.ground), result=c.result)]


def _named(ground: PauseGround) -> dict[str, object]:
    """The ground twice: events that end a case have a `ground` of their own, which is no key of a pause."""
    return {"ground": ground, "pause": ground}


def start(ask: Ask[StartPeriod, CaseState]) -> list[Draft]:
    """PeriodStarted for a row that a person may start; one run of it at a time."""
    c = ask.command
    if c.starts_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="期限起算日不得晚于今天",
            what_en="the first day of the period may not lie after today",
        )
    row = row_on(c.period, c.starts_on)
    if not row.manual:
        raise refuse(
            "BAD_VALUE",
            field="期限",
            field_en="the period",
            why="该期限由办案步骤自动起算，不能手工登记",
            why_en="the steps of the case start this period; it is not recorded by hand",
        )
    if c.period in ask.state.periods or _running(ask, c.period) is not None:
        raise refuse("ALREADY_DONE")
    data = {"period": row.id, "title": row.zh, "starts_on": c.starts_on, "text": c.note}
    return [draft(ask.state.stream, "PeriodStarted", **data)]


def _running(ask: Ask[Any, CaseState], period: str) -> Run | None:
    """Some are started by the steps of the case as well: the clocks themselves say what runs."""
    clocks = deadlines(ask.history[ask.state.stream], ask.at)
    runs = (one.run for one in clocks if one.id == period and one.ended_at is None)
    return next(runs, None)


def end(ask: Ask[EndPeriod, CaseState]) -> list[Draft]:
    """PeriodEnded of a run that is open, under the row that was law when it began."""
    c = ask.command
    required(result=c.result)
    run = _running(ask, c.period)
    row = run.row if run is not None else _latest(c.period, local_date(ask.at))
    if not row.manual:
        raise refuse(
            "BAD_VALUE",
            field="期限",
            field_en="the period",
            why="该期限由办案步骤自动办结",
            why_en="the steps of the case end this period by themselves",
        )
    if run is None:
        raise refuse("STEP_MISSING", step=f"登记“{row.zh}”", step_en=f"the start of: {row.en}")
    data = {"period": row.id, "title": row.zh, "result": c.result}
    if c.ended_on is not None:
        first = local_date(run.start)
        if not first <= c.ended_on <= local_date(ask.at):
            raise refuse(
                "DATE_ORDER",
                what=f"办结日期应在期限起算之日（{first.isoformat()}）以后且不晚于今天",
                what_en=f"it is done on the first day of the period ({first.isoformat()}) or later, "
                "and not after today",
            )
        data["ended_on"] = c.ended_on.isoformat()
    return [draft(ask.state.stream, "PeriodEnded", **data)]


def _latest(period: str, today: date) -> Row:
    """The row as it was last law, for a period of which nothing runs. Raises Refusal NOT_FOUND."""
    rows = [row for row in deadline_rows() if row.id == period]
    return rows[-1] if rows else row_on(period, today)


def _our_time(case: CaseState, actor: Actor, at: datetime) -> None:
    """The 90 days run, and rest: once a decision fell, whoever ordered another set the time for it."""
    if not case.former:
        return
    last = case.former[-1].redo_by
    until, until_en = (f" {last} 以前", f"by {last}") if last else ("该期限内", "within it")
    raise refuse(
        "BAD_VALUE", field="中止计时", field_en="letting the clock rest",
        why=f"原办案期限已随被撤销的决定办结，重新作出决定的期限由作出撤销、责令的机关确定，不因检测、鉴定、公告、专家评审中止；"
        f"请在{until}作出决定，需要更长时间的，报请该机关",
        why_en="the time to decide ended with the decision that fell; the time for a new one was set by the body that "
        f"ordered it and rests for no testing, appraisal, announcement or expert review: decide {until_en}, or ask "
        "that body for more",
    )  # fmt: skip


def _rests(case: CaseState, actor: Actor, at: datetime) -> None:
    """The clock rests on some ground."""
    if not case.paused:
        raise refuse("STEP_MISSING", step="中止计时", step_en="pausing the clock")


def _runs(case: CaseState, actor: Actor, at: datetime) -> None:
    """Somebody started a period, or a referral did or a filing of what was reported under a real name,
    whose periods are ended by hand as well."""
    if not case.periods and case.referral is None and not case.real_name:
        raise refuse("STEP_MISSING", step="登记期限", step_en="the start of a period")


def _still_runs(case: CaseState, actor: Actor, at: datetime) -> None:
    """The case runs, or a crime that was seen after its end is with the police."""
    if not case.is_open and not case.referred_late:
        raise refuse(
            "ILLEGAL_MOVE", stage=case.stage_zh, stage_en=case.stage_en, act="登记期限",
            act_en="start a period",
        )  # fmt: skip


INSPECTOR = frozenset({Role.INSPECTOR})
ACTS = (
    Act(
        PauseClock, "中止计时", "let the clock rest", INSPECTOR, case_stream, pause,
        frozenset({Stage.FILED, *INVESTIGATING}), (is_officer, _our_time), rank=76,
    ),
    Act(
        ResumeClock, "恢复计时", "let the clock go on", INSPECTOR, case_stream, resume,
        frozenset({Stage.FILED, *INVESTIGATING}), (is_officer, _rests), rank=77,
        leads=lambda case: bool(case.paused),
    ),
    Act(
        StartPeriod, "登记期限", "start a period", BUREAU, case_stream, start, frozenset(Stage),
        (_still_runs,), rank=83,
    ),
    Act(
        # A reporter is told, and collects, after the case is over.
        EndPeriod, "办结期限", "end a period", BUREAU, case_stream, end, frozenset(Stage), (_runs,),
        rank=84,
    ),
)  # fmt: skip

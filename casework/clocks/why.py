"""How a deadline came about, step by step: what a person would write beside it in the file."""

from dataclasses import dataclass
from datetime import datetime

from casework.clocks.calendars import Calendar
from casework.clocks.deadlines import Deadline
from casework.event_names import event_names
from casework.law.citation import in_english

UNITS: dict[Calendar, tuple[str, str]] = {
    Calendar.HOURS: ("小时", "hours"),
    Calendar.NATURAL_DAYS: ("个自然日", "natural days"),
    Calendar.WORKING_DAYS: ("个工作日", "working days"),
    Calendar.MONTHS: ("个月", "months"),
}


@dataclass(frozen=True)
class Step:
    """One step of the reckoning; `at` is when it happened (None: the rule itself)."""

    zh: str
    en: str
    at: datetime | None


def _start(event: str, calendar: Calendar, at: datetime) -> Step:
    """Hours run from the moment itself; the day of the event is no day of the period (民法典 201)."""
    zh, en = event_names(event)
    if calendar is Calendar.HOURS:
        return Step(f"自此时起算（{zh}）", f"runs from this moment ({en})", at)
    return Step(f"自本日起算（{zh}），当日不计入", f"starts ({en}); this day is not counted", at)


def why(deadline: Deadline) -> tuple[Step, ...]:
    """Return the steps: the rule, the start, extensions and rests in their order, the due day."""
    run = deadline.run
    if run is None:
        return ()
    row = run.row
    zh, en = UNITS[row.calendar]
    steps = [
        Step(
            f"期限 {run.amount} {zh}：{row.basis}",
            f"{run.amount} {en}: {in_english(row.basis)}",
            None,
        ),
        _start(run.started_by, row.calendar, run.start),
    ]
    changes = [
        Step(
            f"延长 {one.units} {zh}：{one.basis}",
            f"extended by {one.units} {en}: {in_english(one.basis)}",
            one.at,
        )
        for one in run.longer
    ]
    for rest in run.rests:
        if deadline.due is not None and rest.since > deadline.due:
            continue  # Begun when the period was over, it rested nothing.
        changes.append(Step(f"中止计时（{rest.zh}）", f"rests ({rest.en})", rest.since))
        if rest.until is not None:
            changes.append(Step(f"恢复计时（{rest.zh}）", f"goes on ({rest.en})", rest.until))
    steps += sorted(changes, key=lambda step: step.at or run.start)
    if deadline.due is not None:
        rolled = "，末日遇节假日顺延" if row.rolls else ""
        steps.append(Step(f"届满{rolled}", "due", deadline.due))
    return tuple(steps)

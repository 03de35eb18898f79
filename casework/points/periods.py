"""Periods of a score's procedure, by dated rows."""

from datetime import date, datetime

from casework.clocks.periods import if_known, period_end


def objection_ends(served: date) -> datetime | None:
    """Return the last second in which a notified person may object (dated row).

    None where its working days are not published yet: then it is not over for whoever objects.
    """
    return if_known(lambda: objection_end(served))


def objection_end(served: date) -> datetime:
    """The same for what may be done only after it. Raises Refusal CALENDAR_UNKNOWN."""
    return period_end("score_objection", served)


def may_object(served: date, at: datetime) -> bool:
    """Whether the time to object runs, as far as anybody can tell."""
    ends = objection_ends(served)
    return ends is None or at <= ends

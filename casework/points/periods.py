"""Periods of a score's procedure, by dated rows."""

from datetime import date, datetime

from casework.clocks.periods import period_end


def objection_ends(served: date) -> datetime:
    """Return the last second in which a notified person may object (dated row)."""
    return period_end("score_objection", served)

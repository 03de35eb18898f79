"""What bars a restoration: the ban always wins, whatever was approved before."""

from datetime import datetime

from casework.clocks.calendars import local_date
from casework.points.standing import Sanction, standing
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse


def barred(sanction: Sanction) -> Refusal:
    """The refusal of a restoration under a national ban, with its end."""
    why, why_en = (
        ("一次性记满 12 分", "12 points at once")
        if sanction.single
        else ("年度累计记满 12 分", "12 points within a year")
    )
    until = sanction.until.isoformat() if sanction.until else ""
    facts = {"why": why, "why_en": why_en, "rule_set": sanction.rule_set}
    return refuse("RESTORATION_BARRED", until=until, **facts)


def may_go_on(file: PointsState, at: datetime) -> None:
    """Refuse RESTORATION_BARRED when a national ban stands by now."""
    sanction = standing(file, local_date(at)).sanction
    if sanction is not None and sanction.national:
        raise barred(sanction)

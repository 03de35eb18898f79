"""What bars a restoration: the ban always wins, whatever was approved before."""

from datetime import datetime

from casework.clocks.calendars import local_date
from casework.points.standing import Sanction, standing
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse


def barred(sanction: Sanction) -> Refusal:
    """The refusal of a restoration under a national ban, with its end."""
    why = "一次性记满 12 分" if sanction.single else "年度累计记满 12 分"
    until = sanction.until.isoformat() if sanction.until else ""
    return refuse("RESTORATION_BARRED", until=until, why=why, rule_set=sanction.rule_set)


def may_go_on(file: PointsState, at: datetime) -> None:
    """Refuse RESTORATION_BARRED when a national ban stands by now."""
    sanction = standing(file, local_date(at)).sanction
    if sanction is not None and sanction.national:
        raise barred(sanction)

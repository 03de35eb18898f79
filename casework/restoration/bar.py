"""What bars a restoration: the ban always wins, whatever was approved before."""

from datetime import datetime

from casework.clocks.calendars import local_date
from casework.points.rules import rule_set
from casework.points.standing import Sanction, Standing, Status, standing
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse


def barred(sanction: Sanction) -> Refusal:
    """The refusal of a restoration under a national ban: its ground, its rule and its end."""
    why, why_en = (
        ("一次性记满 12 分", "12 points at once")
        if sanction.single
        else ("年度累计记满 12 分", "12 points within a year")
    )
    until = sanction.until.isoformat() if sanction.until else ""
    rules = rule_set(sanction.rule_set)
    facts = {"why": why, "why_en": why_en, "rule": rules.basis, "rule_en": rules.en}
    return refuse("RESTORATION_BARRED", until=until, rule_set=sanction.rule_set, **facts)


def bar_of(now: Standing) -> Refusal | None:
    """What bars a restoration at this standing, for a page that says so before anyone asks."""
    sanction = now.sanction
    if now.status is Status.TERMINATED and sanction is not None and sanction.national:
        return barred(sanction)
    return None


def may_go_on(file: PointsState, at: datetime) -> None:
    """Refuse RESTORATION_BARRED when a national ban stands by now."""
    sanction = standing(file, local_date(at)).sanction
    if sanction is not None and sanction.national:
        raise barred(sanction)

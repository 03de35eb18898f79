"""What is drawn on the paper of a ring: map, network and timeline, as whole numbers."""

from collections.abc import Sequence
from datetime import date

from casework.events import Json
from graph.rings.dossier.land import land
from graph.rings.dossier.months import Day, Month, joint_days, months, next_month
from graph.rings.dossier.paper import Paper
from graph.rings.dossier.ties import ties

#: Above, only every so many months are named under the axis.
MOST_NAMES = 14


def pictures(paper: Paper) -> dict[str, Json]:
    """Map, network and timeline; places in thousandths of a picture's width."""
    days = joint_days(paper.dossier)
    by_day = all(one.until is None for one in paper.dossier.days)
    return {
        "map": land(paper.county, paper.dossier.summary.institutions),
        "network": ties(paper.dossier),
        "timeline": _timeline(days, months(days), expects=by_day and not paper.partial),
    }


def _timeline(days: Sequence[Day], spans: Sequence[Month], *, expects: bool) -> dict[str, Json]:
    """Bars by day (place, visits, expected in thousandths; of a part nothing is expected) over bars by
    month (from, to, name where it is named, height in thousandths of the dearest), and the months'
    table."""
    if not days:
        return {"days": [], "months": [], "rows": [], "most": 0, "expects": False}
    first, end = spans[0].first, next_month(spans[-1].first)
    long = (end - first).days

    def at(day: date) -> int:
        return round(1000 * (day - first).days / long)

    dearest = max((one.amount for one in spans), default=0) or 1
    every = -(-len(spans) // MOST_NAMES)
    return {
        "days": [
            [round(1000 * ((one.day - first).days + 0.5) / long), one.visits, _share(one.expected)]
            for one in days
        ],
        "most": max(one.visits for one in days),
        "bar": max(3, round(700 / long)),
        "expects": expects,
        "months": [
            {
                "from": at(one.first),
                "to": at(next_month(one.first)),
                "name": one.name if number % every == 0 else "",
                "high": round(1000 * one.amount / dearest),
            }
            for number, one in enumerate(spans)
        ],
        "rows": [
            [
                one.name,
                str(one.days),
                str(one.visits),
                f"{one.expected:.1f}" if expects else "—",
                f"{one.amount:,.2f}",
            ]
            for one in spans
            if one.visits
        ],
    }


def _share(expected: float) -> int:
    return round(1000 * expected)

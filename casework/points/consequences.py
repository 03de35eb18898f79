"""What follows when a score is recorded, corrected or annulled: shown before it is done.

Totals, sanctions and status are computed, never stored; so the consequences of a change are the
difference between the file as it is and the file as it would be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from casework.clocks.calendars import local_date
from casework.events import Draft, Event, Json
from casework.points.fold import fold_points
from casework.points.history import DAY, history
from casework.points.standing import STATUS_NAMES, Sanction, sanctions, standing, totals
from casework.points.state import PointsState


@dataclass(frozen=True)
class Consequence:
    """One thing that changes. `starts` and `until` (None: open) bound it where it has a time."""

    kind: str
    zh: str
    en: str
    starts: date | None = None
    until: date | None = None


def after(file: PointsState, drafts: Iterable[Draft], at: datetime) -> PointsState:
    """Return the file as it would be once `drafts` of its stream are appended."""
    own = [(kind, data) for stream, kind, data in drafts if stream == file.stream]
    events = [
        Event(file.stream, file.version + n, kind, {"by": _NOBODY, **data}, "", at, "", "")
        for n, (kind, data) in enumerate(own, 1)
    ]
    return fold_points(file.prac_psn_code, events, file)


def of_files(
    files: Iterable[PointsState], drafts: Iterable[Draft], at: datetime
) -> tuple[tuple[PointsState, tuple[Consequence, ...]], ...]:
    """What an act on a case means for each doctor's file that it touches, the file beside it."""
    written = tuple(drafts)
    found = ((file, consequences(file, after(file, written, at), at)) for file in files)
    return tuple((file, told) for file, told in found if told)


_NOBODY: dict[str, Json] = {"account": "", "person": "", "name": ""}


def consequences(
    before: PointsState, changed: PointsState, at: datetime
) -> tuple[Consequence, ...]:
    """Compare two states of one file: totals, sanctions, status today, fees, the application."""
    today = local_date(at)
    changed = _once_served(before, changed, today)
    return (
        *_totals(before, changed),
        *_sanctions(before, changed),
        *_status(before, changed, today),
        *_fees(before, changed, today),
        *_application(before, changed),
        *_reviews(before, changed),
    )


def _once_served(before: PointsState, changed: PointsState, today: date) -> PointsState:
    """With a revocation in effect that comes with the change: what it brings about comes with its service."""
    old, new = before.restoration, changed.restoration
    if old is None or new is None or new.revoked_on is not None:
        return changed
    revoked = new.step.value == "revoked" and old.step is not new.step
    return changed.with_restoration(revoked_on=today) if revoked else changed


def _totals(before: PointsState, changed: PointsState) -> list[Consequence]:
    old, new = totals(before), totals(changed)
    return [
        Consequence(
            "total",
            f"{year} 年度累计记分由 {old.get(year, 0)} 分变为 {new.get(year, 0)} 分",
            f"points of {year}: {old.get(year, 0)} become {new.get(year, 0)}",
        )
        for year in sorted({*old, *new})
        if old.get(year, 0) != new.get(year, 0)
    ]


def _sanctions(before: PointsState, changed: PointsState) -> list[Consequence]:
    old, new = _shape(sanctions(before)), _shape(sanctions(changed))
    gone = [_sanction(s, "sanction_gone", "撤销", "falls") for k, s in old.items() if k not in new]
    come = [_sanction(s, "sanction_new", "产生", "arises") for k, s in new.items() if k not in old]
    return [*gone, *come]


def _shape(found: Iterable[Sanction]) -> dict[tuple[object, ...], Sanction]:
    return {(s.kind, s.starts, s.until, s.national): s for s in found}


def _sanction(s: Sanction, kind: str, verb: str, verb_en: str) -> Consequence:
    zh, en = STATUS_NAMES[s.kind]
    until, until_en = (str(s.until), str(s.until)) if s.until else ("恢复时", "restored")
    return Consequence(
        kind,
        f"{verb}“{zh}”（{s.starts} 至 {until}，累计 {s.total} 分）",
        f"'{en}' from {s.starts} until {until_en} ({s.total} points) {verb_en}",
        s.starts,
        s.until,
    )


def _status(before: PointsState, changed: PointsState, today: date) -> list[Consequence]:
    old, new = standing(before, today), standing(changed, today)
    if (old.status, old.until) == (new.status, new.until):
        return []
    return [
        Consequence(
            "status",
            f"今日支付资格由“{old.zh}”变为“{new.zh}”" + (f"，至 {new.until}" if new.until else ""),
            f"standing today: '{old.en}' becomes '{new.en}'"
            + (f", until {new.until}" if new.until else ""),
            today,
            new.until,
        )
    ]


def _fees(before: PointsState, changed: PointsState, today: date) -> list[Consequence]:
    """Fees of days whose billability changes: withheld ones are settled, or the other way."""
    found = []
    for start, end, billable in differences(before, changed, today):
        if billable:
            zh = f"{start} 至 {end} 期间暂未结算的费用应予补结"
            en = f"fees withheld from {start} to {end} are to be settled"
        else:
            zh = f"{start} 至 {end} 期间的费用不予结算（急诊、抢救除外），已结算的应予追回"
            en = f"fees from {start} to {end} are not settled (emergencies excepted)"
        found.append(Consequence("settle" if billable else "withhold", zh, en, start, end))
    return found


def differences(
    before: PointsState, changed: PointsState, today: date
) -> list[tuple[date, date, bool]]:
    """The days up to today whose fees are settled now and were not, or the other way."""
    edges = {span.starts for file in (before, changed) for span in history(file)}
    days = [*sorted(day for day in edges if day <= today), today + DAY]
    runs: list[tuple[date, date, bool]] = []
    for start, following in pairwise(days):
        old, new = standing(before, start).billable, standing(changed, start).billable
        if old == new:
            continue
        if runs and runs[-1][1] + DAY == start and runs[-1][2] == new:
            runs[-1] = (runs[-1][0], following - DAY, new)
        else:
            runs.append((start, following - DAY, new))
    return runs


def _reviews(before: PointsState, changed: PointsState) -> list[Consequence]:
    """Scores that wait for an answer because their decision was changed."""
    waited = {entry.entry_id for entry in before.entries if entry.review_due is not None}
    return [
        Consequence(
            "review",
            f"记分 {entry.entry_id}（{entry.points} 分）所依据的决定变更，待他人复核后维持或更正",
            f"score {entry.entry_id} ({entry.points} points) is to be reviewed, as its decision was "
            "changed: upheld or corrected",
        )
        for entry in changed.entries
        if entry.review_due is not None and entry.entry_id not in waited
    ]


def _application(before: PointsState, changed: PointsState) -> list[Consequence]:
    old, new = before.restoration, changed.restoration
    if old is None or new is None or old.step is new.step:
        return []
    return [
        Consequence(
            "restoration",
            f"恢复申请由“{old.step_zh}”转为“{new.step_zh}”",
            f"the application moves from '{old.step_en}' to '{new.step_en}'",
        )
    ]

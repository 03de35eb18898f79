"""A doctor's standing on any date: computed, never stored.

Totals run inside a natural year and start at zero on 1 January. A suspension lifts itself at
its end. A termination does not end with the year: it stands until its ban is over (national
rule) or until restored (county rule), and fees are billable again only after re-registration.
Where a national and a county entry share the year, the national ban wins.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from casework.clocks.calendars import add_months
from casework.points.rules import rule_set
from casework.points.state import PointsState, ScoreEntry


class Status(StrEnum):
    """Standing towards the fund."""

    NORMAL = "normal"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    AWAITING_REGISTRATION = "awaiting_registration"


STATUS_NAMES: dict[Status, tuple[str, str]] = {
    Status.NORMAL: ("正常", "normal"),
    Status.SUSPENDED: ("暂停", "suspended"),
    Status.TERMINATED: ("终止", "terminated"),
    Status.AWAITING_REGISTRATION: ("待重新登记备案", "awaiting re-registration"),
}


@dataclass(frozen=True)
class Sanction:
    """A suspension or termination that followed from the totals.

    `until` is the last day; None stands until restored. `total` is the year's total then.
    """

    kind: Status
    starts: date
    until: date | None
    national: bool
    single: bool
    total: int
    rule_set: str
    entry_ids: tuple[str, ...]
    #: The bureau's own months from the total of a suspension up; empty: those of the rule set.
    months: tuple[int, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Standing on a date, with the sanction behind it and the year's total."""

    status: Status
    on: date
    total: int
    until: date | None = None
    sanction: Sanction | None = None

    @property
    def billable(self) -> bool:
        """Whether ordinary fees of his services are settled (emergencies always are)."""
        return self.status is Status.NORMAL

    @property
    def zh(self) -> str:
        """The status in Chinese."""
        return STATUS_NAMES[self.status][0]

    @property
    def en(self) -> str:
        """The status in English."""
        return STATUS_NAMES[self.status][1]


def totals(file: PointsState) -> dict[int, int]:
    """Return points per natural year, of entries that still count, less what was repaired."""
    years: dict[int, int] = {}
    for day, _, change in _changes(file):
        # Never below zero: of a score that fell, what was repaired of it counts for nothing else.
        years[day.year] = max(0, years.get(day.year, 0) + change)
    return {year: years[year] for year in sorted(years) if _scored(file, year)}


def _scored(file: PointsState, year: int) -> bool:
    return any(entry.counts and entry.counted_on.year == year for entry in file.entries)


def _changes(file: PointsState) -> list[tuple[date, ScoreEntry | None, int]]:
    """What adds to and takes off the year's total, in order; of one day the scores come first."""
    scores = [(e.counted_on, 0, e.at, e, e.points) for e in file.entries if e.counts]
    repairs = [
        (r.decided_on, 1, r.at, None, -r.points)
        for r in file.repairs
        if r.decided_on is not None and r.outcome == "approved"
    ]
    ordered = sorted([*scores, *repairs], key=lambda one: one[:3])
    return [(day, entry, change) for day, _, _, entry, change in ordered]


def sanctions(file: PointsState) -> tuple[Sanction, ...]:
    """Compute every suspension and termination from the entries that count, in order."""
    found: list[Sanction] = []
    by_year: dict[int, list[ScoreEntry]] = defaultdict(list)
    running: dict[int, int] = defaultdict(int)
    of_year: dict[int, list[Sanction]] = defaultdict(list)
    for day, entry, change in _changes(file):
        running[day.year] = max(0, running[day.year] + change)
        if entry is None:
            continue
        year = by_year[day.year]
        year.append(entry)
        sanction = _reached(year, running[day.year])
        if sanction is None or _banned_already(of_year[day.year], sanction):
            continue
        of_year[day.year].append(_repaired(file, sanction))
        found.append(of_year[day.year][-1])
    return tuple(found)


def _banned_already(of_year: Iterable[Sanction], sanction: Sanction) -> bool:
    """Whether a national ban of the same year runs and the total only grew: no score at once of its own.

    The year of a cumulative ban runs from the termination (医保发〔2024〕23号), and who is terminated is
    not terminated again by each further point. A score of 12 at once brings its own, longer ban.
    """
    if sanction.kind is not Status.TERMINATED or not sanction.national or sanction.single:
        return False
    return any(
        one.kind is Status.TERMINATED
        and one.national
        and (one.until is None or sanction.starts <= one.until)
        for one in of_year
    )


def _repaired(file: PointsState, sanction: Sanction) -> Sanction:
    """A suspension as recognised repairs shortened it, where they do; a termination never is."""
    if sanction.kind is not Status.SUSPENDED:
        return sanction
    rules, total, until = rule_set(sanction.rule_set), sanction.total, sanction.until
    for one in sorted(file.repairs, key=lambda r: r.decided_on or date.max):
        day = one.decided_on
        runs = until is not None and day is not None and sanction.starts <= day <= until
        if day is None or until is None or not runs or one.effect != "suspension":
            continue
        total -= one.points
        before = day - timedelta(days=1)
        if rules.suspend_at is None or total < rules.suspend_at:
            return replace(sanction, until=before)
        until = max(before, _ends(sanction.starts, rules.months_for(total, sanction.months)))
    return replace(sanction, until=until)


def _ends(starts: date, months: int) -> date:
    """The last day of a suspension of so many months."""
    return add_months(starts, months) - timedelta(days=1)


def lasted(file: PointsState, on: date) -> tuple[Sanction, ...]:
    """Sanctions with the days they really lasted: a restoration that stands on `on` ended its own.

    Nothing is deleted by it: scores and totals stay, and a revoked restoration opens the end again.
    One that began on the day of the decision lasted that day; one that was to begin later never did.
    """
    found = (_lasted(file, sanction, on) for sanction in sanctions(file))
    return tuple(one for one in found if one.until is None or one.starts <= one.until)


def _lasted(file: PointsState, sanction: Sanction, on: date) -> Sanction:
    if sanction.kind is not Status.TERMINATED:
        return sanction
    approved = [
        r.approved_on
        for r in file.restorations
        if r.approved_on is not None
        and r.approval_stands
        and r.approved_on <= on
        and not r.revoked_by(on)
        and r.covers.issuperset(sanction.entry_ids)
    ]
    if not approved:
        return sanction
    decided = min(approved)
    last = decided if decided == sanction.starts else decided - timedelta(days=1)
    return replace(sanction, until=min(last, sanction.until or last))


def standing(file: PointsState, on: date) -> Standing:
    """Return the standing on a date (Asia/Shanghai)."""
    total = totals(_until(file, on)).get(on.year, 0)
    current = [s for s in sanctions(file) if s.starts <= on]
    terminated = _termination(file, current, on)
    if terminated is not None:
        runs = _runs(file, terminated, on)
        status = Status.TERMINATED if runs else Status.AWAITING_REGISTRATION
        return Standing(status, on, total, terminated.until, terminated)
    lasting = [s for s in current if s.kind is Status.SUSPENDED and s.until and on <= s.until]
    if not lasting:
        return Standing(Status.NORMAL, on, total)
    # Suspensions of two years may overlap: he is suspended until the last of them ends.
    longest = max(lasting, key=lambda s: (s.until or on, s.starts))
    return Standing(Status.SUSPENDED, on, total, longest.until, longest)


def _until(file: PointsState, on: date) -> PointsState:
    entries = tuple(e for e in file.entries if e.counted_on <= on)
    return replace(
        file, entries=entries, repairs=tuple(r for r in file.repairs if r.took_effect(on))
    )


def _reached(year: list[ScoreEntry], total: int) -> Sanction | None:
    """The sanction that the latest entry of a year brings about, if any, at the year's total."""
    latest = year[-1]
    sets = [rule_set(e.rule_set) for e in year]
    # The ban wins: one national entry among those that add up makes the national rule apply.
    rules = next((r for r in reversed(sets) if r.national), sets[-1])
    ids = tuple(e.entry_id for e in year)
    if total >= rules.terminate_at:
        single = latest.points >= sets[-1].terminate_at
        starts = latest.bites_on if single else _known(year)
        years = (
            rules.ban_years_single if single and sets[-1].national else rules.ban_years_cumulative
        )
        until = add_months(starts, 12 * years) - timedelta(days=1) if years else None
        return Sanction(
            Status.TERMINATED, starts, until, rules.national, single, total, rules.id, ids
        )
    if rules.suspend_at is not None and total >= rules.suspend_at:
        starts = _known(year)
        # The table of the day on which the last of them was recorded, whatever its order in the year.
        own = max(year, key=lambda entry: entry.at).months
        until = _ends(starts, rules.months_for(total, own))
        return Sanction(
            Status.SUSPENDED, starts, until, rules.national, False, total, rules.id, ids, own
        )
    return None


def _known(year: Iterable[ScoreEntry]) -> date:
    """When a total took effect: a score recorded later than those after it completes it only then."""
    return max(entry.bites_on for entry in year)


def _termination(file: PointsState, current: Iterable[Sanction], on: date) -> Sanction | None:
    """The termination that no re-registration has lifted; what still runs first, then longest ban.

    A ban that is over says nothing of a termination of another year that stands until restored.
    """
    lifted = _covered(file, on, registered=True)
    open_ones = [
        s for s in current if s.kind is Status.TERMINATED and not lifted.issuperset(s.entry_ids)
    ]
    return max(open_ones, key=lambda s: (_runs(file, s, on), *_severity(s)), default=None)


def _runs(file: PointsState, sanction: Sanction, on: date) -> bool:
    """Whether a termination is neither over nor approved away."""
    over = sanction.until is not None and on > sanction.until
    return not over and not _approved(file, sanction, on)


def _severity(sanction: Sanction) -> tuple[bool, date]:
    return (sanction.national, sanction.until or date.min)


def _covered(file: PointsState, on: date, *, registered: bool) -> frozenset[str]:
    """Entries answered for by restorations that stand on `on`: registered, or only approved.

    By entry, not by date: a score that is recorded later brings its sanction about anew, even
    where its decision is older than the re-registration.
    """
    covered: set[str] = set()
    for r in file.restorations:
        day = r.registered_on if registered else r.approved_on
        if day is not None and day <= on and r.approval_stands and not r.revoked_by(on):
            covered |= r.covers
    return frozenset(covered)


def _approved(file: PointsState, sanction: Sanction, on: date) -> bool:
    return _covered(file, on, registered=False).issuperset(sanction.entry_ids)

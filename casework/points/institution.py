"""What the share of barred staff means for their institution: a suggestion, never a decision."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from casework.points.standing import Sanction, Status, sanctions
from casework.points.state import PointsState


@dataclass(frozen=True)
class Effect:
    """A dated row: from `share` percent of the staff on (inclusive); `term`: what a measure rests on."""

    id: str
    valid_from: date
    share: int
    severe: bool
    zh: str
    en: str
    term: str
    basis: str
    mark: str


@dataclass(frozen=True)
class Barred:
    """Somebody who was suspended or terminated in a year, and since when."""

    code: str
    name: str
    kind: Status
    since: date


#: The bureau's own shares of the rows, the smallest first, divided by ;.
SHARES = "institution_shares"


@cache
def effects() -> tuple[Effect, ...]:
    """Return every row, of all times."""
    text = (Path(__file__).parent / "institution.toml").read_text("utf-8")
    return tuple(Effect(**raw) for raw in tomllib.loads(text)["effect"])


def effect_of(
    barred: int, staff: int, on: date, own: tuple[str, str] | None = None
) -> Effect | None:
    """Return the highest row in force on a day that `barred` of `staff` persons reach.

    `own`: the shares that the bureau set by then, and their basis.
    """
    if staff <= 0:
        return None
    rows = [e for e in effects() if e.valid_from <= on]
    if own is not None:
        rows.sort(key=lambda e: e.share)
        shares = zip(rows, own[0].split(";"), strict=True) if rows else ()
        rows = [replace(e, share=int(share), basis=own[1], mark="") for e, share in shares]
    reached = [e for e in rows if 100 * barred >= e.share * staff]
    return max(reached, key=lambda e: e.share, default=None)


def barred_by(file: PointsState, on: date) -> Sanction | None:
    """The first suspension or termination of this person in the natural year of a day, up to it."""
    found = (s for s in sanctions(file) if s.starts.year == on.year and s.starts <= on)
    return next(found, None)


def barred_staff(files: Iterable[PointsState], on: date) -> dict[str, list[Barred]]:
    """Who was suspended or terminated from New Year to a day, by institution, in order of the days.

    Someone counts where he practised when it began, at each of several places: an institution does not
    get rid of it by letting him go, and who takes him afterwards is not charged.
    """
    found: dict[str, list[Barred]] = {}
    for file in files:
        sanction = barred_by(file, on)
        if sanction is None:
            continue
        places = (one.fixmedins_code for one in file.practices if one.holds(sanction.starts))
        for institution in dict.fromkeys(places):
            one = Barred(file.prac_psn_code, file.name, sanction.kind, sanction.starts)
            found.setdefault(institution, []).append(one)
    return {key: sorted(rows, key=lambda one: (one.since, one.code)) for key, rows in found.items()}

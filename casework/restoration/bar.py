"""What bars a restoration: a national ban, and what was recorded against the person.

The ban always wins, whatever was approved before. A pending criminal case and a lost licence bar
application, approval and re-registration alike, until they are lifted on a document.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from casework.actors import BUREAU, Actor
from casework.clocks.calendars import local_date
from casework.commands.restoration import BarGround
from casework.copying import replace
from casework.dated import in_force
from casework.points.rules import rule_set
from casework.points.standing import Sanction, Status, standing
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse
from casework.restoration.state import Bar


@dataclass(frozen=True)
class BarRow:
    """A dated ground; `acts` are scored acts that bring it about by themselves."""

    id: BarGround
    zh: str
    en: str
    cure: str
    cure_en: str
    valid_from: date
    valid_to: date | None
    acts: frozenset[str]
    basis: str
    mark: str


@cache
def bar_rows() -> tuple[BarRow, ...]:
    """All grounds that bar a person."""
    text = (Path(__file__).parent / "bars.toml").read_text("utf-8")
    return tuple(_row(raw) for raw in tomllib.loads(text)["bar"])


def _row(raw: dict[str, Any]) -> BarRow:
    own = {"id": BarGround(raw["id"]), "acts": frozenset(raw["acts"])}
    return BarRow(**{"valid_to": None, **raw, **own})


def bar_row(ground: BarGround) -> BarRow:
    """The row of a ground."""
    return next(row for row in bar_rows() if row.id is ground)


def bars_of(file: PointsState) -> tuple[Bar, ...]:
    """Every bar of the person: recorded ones, those that a score brought about by its act, and those by
    the cases that the police have, where these were read.

    A score that fell takes its bar with it; one that was lifted by a document stays readable.
    """
    recorded = {bar.bar_id for bar in file.bars}
    from_scores = [
        entry.bar(row.id)
        for entry in file.entries
        for row in bar_rows()
        if entry.act in row.acts
        and in_force(row, entry.counted_on)
        and not entry.void
        and entry.entry_id not in recorded
    ]
    with_police = (bar for bar in file.police or () if bar.bar_id not in recorded)
    return (*file.bars, *from_scores, *with_police)


def standing_bars(file: PointsState) -> tuple[Bar, ...]:
    """Those that nobody lifted."""
    return tuple(bar for bar in bars_of(file) if bar.lifted_by is None)


def bar_of_person(file: PointsState) -> Refusal | None:
    """The refusal by the first bar that stands against the person, with its cure."""
    for bar in standing_bars(file):
        row = bar_row(bar.ground)
        return refuse(
            "BAR_STANDS", ground=row.zh, ground_en=row.en, document_no=bar.document_no,
            bar_id=bar.bar_id, cure=row.cure, cure_en=row.cure_en,
        )  # fmt: skip
    return None


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


#: Where a restoration or a re-registration is what comes next.
ASKED = frozenset({Status.TERMINATED, Status.AWAITING_REGISTRATION})


def bar_of(file: PointsState, on: date) -> Refusal | None:
    """What bars a restoration or re-registration on a day, for a page that says so beforehand."""
    now = standing(file, on)
    sanction = now.sanction
    if now.status is Status.TERMINATED and sanction is not None and sanction.national:
        return barred(sanction)
    return bar_of_person(file) if now.status in ASKED else None


def may_go_on(file: PointsState, actor: Actor, at: datetime) -> None:
    """Refuse RESTORATION_BARRED while a national ban runs, and under a bar as `free_of_bars`.

    A ban that is over bars nothing: what rested through it goes on.
    """
    now = standing(file, local_date(at))
    if now.status is Status.TERMINATED and now.sanction is not None and now.sanction.national:
        raise barred(now.sanction)
    free_of_bars(file, actor)


def free_of_bars(file: PointsState, actor: Actor) -> None:
    """Refuse BAR_STANDS while a criminal case or a lost licence stands against the person.

    That the police have a case is not told outside of the bureau, by which a suspect would be warned:
    there it is RESTORATION_WAITS, which says neither ground nor case.
    """
    shown = seen_by(file, actor)
    bar = bar_of_person(shown)
    if bar is not None:
        raise bar
    if standing_bars(file):
        raise refuse("RESTORATION_WAITS")


def seen_by(file: PointsState, actor: Actor) -> PointsState:
    """The file without the bars by the cases that the police have, for who is not of the bureau."""
    return file if actor.holds(*BUREAU) else replace(file, police=None)

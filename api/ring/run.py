"""What the last detection looked at, and why it may have found nothing."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

from api.context import Info
from api.languages import Language
from graph.rings.model import ChannelReport
from graph.rings.runs import OddPerson, Run, last_run, odd_people


@strawberry.type
class RingRunChannel:
    """What a channel looked at: records, groups above the threshold, and what it says of itself.
    Without a threshold there was too little to compare with chance."""

    channel: str
    appearances: int
    groups: int
    threshold: float | None
    permutations: int
    note: str


@strawberry.type
class RingRunOddity:
    """More visits than anybody can make: a record error, believed by no channel. The name is masked."""

    psn_no: str
    name: str | None
    visits: int
    days: int


@strawberry.type
class RingRun:
    """The last run as a whole. ``note`` says what the data could not tell; null where they could."""

    run_id: str
    at: datetime
    seed: int
    first_day: date | None
    last_day: date | None
    channels: list[RingRunChannel]
    oddities: list[RingRunOddity]
    note: str | None


@strawberry.type
class RingRunQueries:
    """The run behind the rings page."""

    @strawberry.field
    async def ring_run(self, info: Info) -> RingRun | None:
        """The last run; null before the first. Refused outside the bureau."""
        context = info.context
        run = await last_run(context.driver, context.viewer)
        if run is None:
            return None
        people = await odd_people(context.driver, context.viewer, run)
        return run_of(run, people, context.language)


def run_of(run: Run, people: list[OddPerson], language: Language) -> RingRun:
    """A run in the reader's language."""
    return RingRun(
        run_id=run.run_id,
        at=run.at,
        seed=run.seed,
        first_day=run.first_day,
        last_day=run.last_day,
        channels=[_channel(one, language) for one in run.channels],
        oddities=[
            RingRunOddity(
                psn_no=one.psn_no, name=one.name or None, visits=one.visits, days=one.days
            )
            for one in people
        ],
        note=(run.note_zh if language == "zh" else run.note_en) or None,
    )


def _channel(report: ChannelReport, language: Language) -> RingRunChannel:
    return RingRunChannel(
        channel=report.channel,
        appearances=report.appearances,
        groups=report.groups,
        threshold=report.threshold,
        permutations=report.permutations,
        note=report.note_zh if language == "zh" else report.note_en,
    )

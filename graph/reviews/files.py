"""Doctors' files whose next step is the viewer's, each with what happened since he last looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import neo4j

from casework.actors import BUREAU, Viewer
from casework.cases.differences import Change
from casework.clocks.calendars import local_date
from casework.events import Event
from casework.points.differences import between
from casework.points.fold import fold_points
from casework.points.state import PointsState
from graph.cases.inbox import InboxItem, inbox
from graph.events.load import load
from graph.points.page import file_visible
from graph.reviews.looks import looks_of, seen_to


@dataclass(frozen=True)
class FileReview:
    """One file; `item` is what waits in it, None where nothing is the viewer's.

    `since` are the events after the last look, his own left out; `looked_at` None: never, then everything is
    new. `changes`: in what the file differs from how he saw it.
    """

    file: PointsState
    item: InboxItem | None
    looked_at: datetime | None
    since: tuple[Event, ...]
    changes: tuple[Change, ...]


async def file_reviews(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime, *, limit: int
) -> tuple[FileReview, ...]:
    """Return what waits in doctors' files, the nearest deadline first; for people of the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return ()
    items = await inbox(driver, viewer, at, limit=limit, cases=False)
    streams = [f"points:{one.key}" for one in items]
    chains = await load(driver, *streams) if streams else {}
    looks = await looks_of(driver, viewer, streams)
    return tuple(
        _review(one.key, chains[stream], looks.get(stream, {}), viewer, at, one)
        for one, stream in zip(items, streams, strict=True)
    )


async def file_since(
    driver: neo4j.AsyncDriver, viewer: Viewer, code: str, at: datetime
) -> FileReview | None:
    """What changed in one file since the viewer looked; None where it is not his to review."""
    return (await files_since(driver, viewer, [code], at)).get(code)


async def files_since(
    driver: neo4j.AsyncDriver, viewer: Viewer, codes: Sequence[str], at: datetime
) -> dict[str, FileReview]:
    """The same of several, by doctor: those that are his to review, for people of the bureau."""
    if not codes or not viewer.actor.holds(*BUREAU):
        return {}
    streams = {code: f"points:{code}" for code in codes}
    chains = await load(driver, *streams.values())
    looks = await looks_of(driver, viewer, list(streams.values()))
    found = {
        code: _review(code, chains[stream], looks.get(stream, {}), viewer, at, None)
        for code, stream in streams.items()
    }
    return {
        code: one
        for code, one in found.items()
        if one.file.version and file_visible(one.file, viewer)
    }


def _review(
    code: str,
    events: list[Event],
    look: dict[str, Any],
    viewer: Viewer,
    at: datetime,
    item: InboxItem | None,
) -> FileReview:
    own = viewer.actor.account
    mine = [one for one in events if one.actor == own]
    seen, looked_at = seen_to(look.get("seq"), look.get("looked_at"), mine)
    return FileReview(
        file=fold_points(code, events),
        item=item,
        looked_at=looked_at,
        since=tuple(one for one in events if one.seq > seen and one.actor != own),
        changes=between(code, events, seen, local_date(at)) if seen else (),
    )

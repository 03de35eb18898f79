"""The whole pipeline over the columnar store: channels → groups → routes → reasons."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import duckdb

from claims.store import ClaimStore
from graph.rings import visits as joint
from graph.rings.abreast import abreast
from graph.rings.channels import CHANNELS
from graph.rings.channels.base import Channel, Found, Setting
from graph.rings.context import contexts
from graph.rings.days.read import Reading
from graph.rings.explain import brief, whole
from graph.rings.frequent import frequent_of, often_of
from graph.rings.kept import beside
from graph.rings.likes import likened
from graph.rings.model import EPOCH, Detection, Group, Oddity, Ring, Route
from graph.rings.queues import one_each
from graph.rings.tally import tallies

Progress = Callable[[str, int, int | None], None]
#: Channels looked at side by side; the kernels leave the interpreter's lock.
ABREAST = 2
ODD = "SELECT psn_no, visits, days FROM kept.record_errors ORDER BY visits DESC, psn_no LIMIT 100"
SPAN = "SELECT min(day), max(day) FROM kept.visits"


def detect(
    store: ClaimStore,
    *,
    seed: int = 7,
    permutations: int | None = None,
    progress: Progress | None = None,
) -> Detection:
    """Find synchronised groups in everything imported. Deterministic by data and seed."""
    present = store.present()
    if progress is not None:
        progress("rings:keep", 0, len(CHANNELS))
    with beside(store) as (connection, folder), _uncollected():
        setting = Setting(seed, permutations, Reading(folder))
        found = _look(connection, present, setting, progress)
        groups = [group for one in found for group in one.groups]
        joint.register(connection, groups, often=often_of(found))
        rings = _explained(connection, groups)
        first, last = _span(connection)
        odd = tuple(Oddity(*row) for row in connection.execute(ODD).fetchall())
        frequent = frequent_of(connection, {one.psn_no for one in odd})
    if progress is not None:
        progress("rings", len(CHANNELS), len(CHANNELS))
    zh, en = _undecided(rings)
    return Detection(
        rings=tuple(rings),
        channels=tuple(one.report for one in found),
        seed=seed,
        first_day=EPOCH + timedelta(days=first) if first is not None else None,
        last_day=EPOCH + timedelta(days=last) if last is not None else None,
        batch_ids=tuple(batch.batch_id for batch in store.batches()),
        oddities=odd,
        frequent=frequent,
        note_zh=zh,
        note_en=en,
    )


def _undecided(rings: Sequence[Ring]) -> tuple[str, str]:
    """What is said when the data cannot tell families from rings; nothing otherwise."""
    count = sum(ring.route is Route.UNDECIDED for ring in rings)
    if not count:
        return "", ""
    return (
        f"{count} 个群体归入“待定”：成员缺住址（psn_info_b.live_addr），无法区分家庭、养老机构与团伙。"
        "补充住址后重新识别即可归类。",
        f"{count} groups are undecided: without addresses (psn_info_b.live_addr) families and care homes "
        "cannot be told from rings. Send addresses and detect again.",
    )


def _look(
    connection: duckdb.DuckDBPyConnection,
    present: frozenset[str],
    setting: Setting,
    progress: Progress | None,
) -> list[Found]:
    """Every channel's groups, in the channels' order however many run at once."""

    def one(channel: Channel) -> Found:
        if not channel.needs <= present:
            return channel.nothing()
        with connection.cursor() as cursor:
            return channel.find(cursor, setting)

    with abreast(ABREAST) as pool:
        waiting = [pool.submit(one, channel) for channel in CHANNELS]
        found = []
        for number, (channel, future) in enumerate(zip(CHANNELS, waiting, strict=True)):
            if progress is not None:
                progress(f"rings:{channel.name}", number, len(CHANNELS))
            found.append(future.result())
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Millions of small values without a cycle among them: to look for cycles again and again while
    they are made takes as long as making them."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _explained(connection: duckdb.DuckDBPyConnection, groups: Sequence[Group]) -> list[Ring]:
    """The registered groups, each set of people once in a queue: what routes them and what lists show in
    columns, the whole for the few that are suspected."""
    told = likened(connection, contexts(connection, groups))
    figures = zip(groups, told, tallies(connection, len(groups)), strict=True)
    rings = [brief(group, context, tally) for group, context, tally in figures]
    queued = one_each(groups, rings)
    asked = [number for number, ring in queued.items() if ring.route is Route.RING]
    visits, persons = joint.joint_visits(connection, asked), joint.people(connection, asked)
    visited = joint.visited(connection, asked)
    for number in asked:
        queued[number] = whole(queued[number], groups[number], visits[number], persons, visited)
    return list(queued.values())


def _span(connection: duckdb.DuckDBPyConnection) -> tuple[int | None, int | None]:
    row = connection.execute(SPAN).fetchone()
    return (row[0], row[1]) if row else (None, None)

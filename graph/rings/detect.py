"""The whole pipeline over the columnar store: channels → pairs → groups → routes → reasons."""

from collections.abc import Callable
from datetime import timedelta

import duckdb

from claims.store import ClaimStore
from graph.rings.channels import CHANNELS
from graph.rings.channels.base import Channel, read_events
from graph.rings.context import EPOCH, describe
from graph.rings.explain import explain
from graph.rings.groups import find_groups
from graph.rings.model import ChannelReport, Detection, Events, Group, Parameters, Ring
from graph.rings.null import threshold
from graph.rings.pairs import judge_pairs
from graph.rings.visits import joint_visits, people, usual_fees

Progress = Callable[[str, int, int | None], None]


def detect(store: ClaimStore, *, seed: int = 7, progress: Progress | None = None) -> Detection:
    """Find synchronised groups in everything imported. Deterministic by data and seed."""
    parameters = Parameters(seed=seed)
    present = store.present()
    found: list[tuple[Events, Group, float]] = []
    reports: list[ChannelReport] = []
    with store.connect() as connection:
        connection.execute("SET threads = 2")
        for number, channel in enumerate(CHANNELS):
            if progress is not None:
                progress(f"rings:{channel.name}", number, len(CHANNELS))
            if not channel.needs <= present:
                reports.append(_report(channel, None, 0, None, 0))
                continue
            groups, report = _channel(connection, channel, parameters)
            found += groups
            reports.append(report)
        rings = _explained(connection, found) if found else []
        first, last = _span(connection)
    if progress is not None:
        progress("rings", len(CHANNELS), len(CHANNELS))
    kept = _one_each(rings, parameters.overlap)
    return Detection(
        rings=tuple(kept),
        channels=tuple(reports),
        seed=seed,
        first_day=EPOCH + timedelta(days=first) if first is not None else None,
        last_day=EPOCH + timedelta(days=last) if last is not None else None,
        batch_ids=tuple(batch.batch_id for batch in store.batches()),
    )


def _channel(
    connection: duckdb.DuckDBPyConnection, channel: Channel, parameters: Parameters
) -> tuple[list[tuple[Events, Group, float]], ChannelReport]:
    events = read_events(connection, channel)
    pairs = judge_pairs(events)
    if not len(pairs.a):
        return [], _report(channel, events, 0, None, 0)
    cut = threshold(events, parameters)
    if cut is None:
        return [], _report(channel, events, len(pairs.a), None, 0)
    significant = pairs.below(cut)
    groups = find_groups(events, significant, pairs.below(cut / 10), parameters)
    report = _report(channel, events, len(significant.a), cut, len(groups))
    return [(events, group, cut) for group in groups], report


def _explained(
    connection: duckdb.DuckDBPyConnection, found: list[tuple[Events, Group, float]]
) -> list[Ring]:
    """All groups of all channels with their visits, read in one pass over the store."""
    visits = joint_visits(connection, [(events, group) for events, group, _ in found])
    persons = people(connection)
    norms = usual_fees(connection)
    rings = []
    for number, (events, group, cut) in enumerate(found):
        names = [events.patients[member] for member in group.members]
        usual = {code: fee for (channel, code), fee in norms.items() if channel == group.channel}
        context = describe(names, len(group.cells), visits[number], persons, usual)
        rings.append(explain(events, group, visits[number], persons, context, cut))
    return rings


def _one_each(rings: list[Ring], overlap: float) -> list[Ring]:
    """One ring for each set of people, whatever channels show it; the best score speaks."""
    kept: list[Ring] = []
    for ring in sorted(rings, key=lambda ring: (-ring.score, ring.ring_id)):
        members = set(ring.patients)
        if all(len(members & set(k.patients)) < overlap * len(members) for k in kept):
            kept.append(ring)
    return kept


def _span(connection: duckdb.DuckDBPyConnection) -> tuple[int | None, int | None]:
    row = connection.execute(
        "SELECT date_diff('day', DATE '1970-01-01', CAST(min(begntime) AS DATE)), "
        "date_diff('day', DATE '1970-01-01', CAST(max(begntime) AS DATE)) FROM mdtrt_d"
    ).fetchone()
    return (row[0], row[1]) if row else (None, None)


def _report(
    channel: Channel, events: Events | None, pairs: int, cut: float | None, groups: int
) -> ChannelReport:
    zh, en = _note(channel, events, pairs, cut, groups)
    size = events.size if events is not None else 0
    return ChannelReport(channel.name, size, pairs, cut, groups, zh, en)


def _note(
    channel: Channel, events: Events | None, pairs: int, cut: float | None, groups: int
) -> tuple[str, str]:
    if events is None or not events.size:
        return f"没有可用于“{channel.zh}”的数据。", f"No data for {channel.en}."
    if not pairs:
        return (
            f"没有两人共同出现 {channel.joint} 次以上。",
            f"No two people appear together {channel.joint} times.",
        )
    if cut is None:
        return (
            "随机置换的数据也会出现群体，本通道不下结论。",
            "Permuted data show groups as well, so this channel concludes nothing.",
        )
    return (
        f"在 p ≤ {cut:g} 下有 {pairs} 对显著共现，形成 {groups} 个群体。",
        f"{pairs} pairs pass p ≤ {cut:g} and form {groups} groups.",
    )

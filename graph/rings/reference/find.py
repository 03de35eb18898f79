"""The reference from a connection to groups of persons: small data only."""

import duckdb

from graph.rings.reference.events import Meeting, read_events
from graph.rings.reference.groups import find_groups
from graph.rings.reference.model import Pairs, Parameters
from graph.rings.reference.null import threshold
from graph.rings.reference.pairs import judge_pairs


def reference_groups(
    connection: duckdb.DuckDBPyConnection, meeting: Meeting, parameters: Parameters | None = None
) -> list[frozenset[str]]:
    """Groups of one channel by the pairs pipeline, best first."""
    chosen = parameters or Parameters()
    events = read_events(connection, meeting)
    pairs: Pairs = judge_pairs(events)
    cut = threshold(events, chosen) if len(pairs.a) else None
    if cut is None:
        return []
    groups = find_groups(events, pairs.below(cut), pairs.below(cut / 10), chosen)
    return [frozenset(events.patients[member] for member in group.members) for group in groups]

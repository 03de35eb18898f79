"""The province's SQL on one machine: the reference's pairs and expectations, and its rings."""

from typing import Any

import numpy as np
import pytest

from graph.rings.model import EPOCH, Route
from graph.rings.province import sql
from graph.rings.province.engines import OnDuckDB
from graph.rings.province.find import find, pairs
from graph.rings.province.rings import rings_of
from graph.rings.reference.events import MEETINGS, read_events
from graph.rings.reference.find import reference_groups
from graph.rings.reference.pairs import judge_pairs
from graph.rings.score import FOUND, jaccard


@pytest.mark.parametrize("meeting", MEETINGS, ids=lambda meeting: meeting.name)
def test_pairs_are_the_references(county: Any, meeting: Any) -> None:
    with county.store.connect() as connection:
        events = read_events(connection, meeting)
        by_hand = judge_pairs(events)
        engine = OnDuckDB(connection)
        engine.keep("events", sql.EVENTS.format(meeting=meeting.sql))
        engine.keep("homes", sql.HOMES.format(events="events"))
        engine.keep(
            "parts", sql.PARTS.format(events="events", homes="homes", crossing=sql.CROSSING)
        )
        people, ours = pairs(engine, meeting, "events")
    theirs = {
        frozenset((events.patients[a], events.patients[b])): (seen, expected)
        for a, b, seen, expected in zip(
            by_hand.a, by_hand.b, by_hand.seen, by_hand.expected, strict=True
        )
    }
    got = {
        frozenset((people[a], people[b])): (seen, expected)
        for a, b, seen, expected in zip(ours.a, ours.b, ours.seen, ours.expected, strict=True)
    }
    assert got.keys() == theirs.keys()
    assert got
    for pair, (seen, expected) in got.items():
        assert seen == theirs[pair][0]
        assert np.isclose(expected, theirs[pair][1], rtol=1e-9)


def test_groups_are_the_references(county: Any) -> None:
    meeting = MEETINGS[0]
    with county.store.connect() as connection:
        theirs = reference_groups(connection, meeting)
        ours = find(OnDuckDB(connection), meeting)
    assert ours.pairs > 0
    assert theirs
    shared = [any(jaccard(set(a), set(b.patients)) >= FOUND for b in ours.groups) for a in theirs]
    # Other permutations may choose another threshold; what is clear is found either way.
    assert sum(shared) >= 0.8 * len(theirs)


def test_a_pair_across_parts_is_added_up(county: Any) -> None:
    """Two days in one county and one in another make three."""
    with county.store.connect() as connection:
        engine = OnDuckDB(connection)
        engine.keep(
            "events",
            "SELECT * FROM (VALUES ('p', 'H110000', 'a', 1), ('q', 'H110000', 'a', 1), "
            "('p', 'H110000', 'b', 2), ('q', 'H110000', 'b', 2), ('p', 'H220000', 'c', 3), "
            "('q', 'H220000', 'c', 3), ('r', 'H220000', 'c', 3)) AS t(psn_no, unit, cell_key, day)",
        )
        engine.keep("homes", sql.HOMES.format(events="events"))
        engine.keep("parts", sql.PARTS.format(events="events", homes="homes", crossing=0.2))
        parts = dict(engine.rows("SELECT unit, part FROM parts").to_pydict().items())
        people, found = pairs(engine, MEETINGS[0], "events")
    assert dict(zip(parts["unit"], parts["part"], strict=True)) == {
        "H110000": "110000",
        "H220000": "H220000",
    }
    assert (people, found.seen.tolist()) == (("p", "q"), [3])


def test_groups_become_rings_of_a_queue_that_nothing_has_routed(county: Any) -> None:
    with county.store.connect() as connection:
        outcome = find(OnDuckDB(connection), MEETINGS[0])
    rings = rings_of(county.store, MEETINGS[0].name, outcome)
    assert len(rings) == len(outcome.groups) > 0
    assert {ring.route for ring in rings} == {Route.PROVINCE}
    for ring, met in zip(rings, outcome.groups, strict=True):
        assert set(ring.patients) == set(met.patients)
        assert [(day.fixmedins_code, (day.day - EPOCH).days) for day in ring.days] == list(met.days)
        # Every group comes on its days at least as often as the pairs say: a day off counts, too.
        assert sum(member.attended for member in ring.members) >= ring.seen > 0
        assert ring.amount == sum(member.amount for member in ring.members)
        assert ring.brief
        codes = [reason.code for reason in ring.reasons]
        assert codes.count("threshold") == codes.count("province") == 1
    assert any(ring.amount > 0 for ring in rings)
    # What routing would say is told as counter-evidence, and decides nothing.
    assert any("route" in {reason.code for reason in ring.reasons} for ring in rings)
    assert rings_of(county.store, MEETINGS[0].name, outcome) == rings

"""Scoring against a key: worked by hand."""

from types import SimpleNamespace
from typing import Any, cast

from graph.rings.model import Ring, Route
from graph.rings.score import score_of


def ring(channel: str, patients: str, route: Route = Route.RING) -> Ring:
    return cast(Any, SimpleNamespace(channel=channel, patients=tuple(patients), route=route))


def test_found_precision_recall_and_chance_by_hand() -> None:
    key = {
        "rings": [
            {"channel": "outpatient", "patients": list("abcd")},
            {"channel": "pharmacy", "patients": list("efgh")},
        ]
    }
    groups = [
        ring("inpatient", "abcx"),
        ring("pharmacy", "wxyz"),
        ring("pharmacy", "efgh", Route.HOUSEHOLD),
    ]
    rows = {row.channel: row for row in score_of(groups, key)}
    assert (rows["outpatient"].found, rows["outpatient"].planted) == (1, 1)
    assert (rows["outpatient"].precision, rows["outpatient"].recall) == (0.75, 0.75)
    assert (rows["pharmacy"].found, rows["pharmacy"].chance) == (0, 1)
    assert (rows["all"].share, rows["all"].precision, rows["all"].recall) == (0.5, 0.375, 0.375)


def test_nothing_planted_and_nothing_found_is_perfect() -> None:
    (row,) = score_of([], {"rings": []})
    assert (row.channel, row.share, row.precision, row.recall, row.chance) == (
        "all",
        1.0,
        1.0,
        1.0,
        0,
    )

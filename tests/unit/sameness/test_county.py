"""The search on a generated county: who was registered twice is found, and hardly anybody else."""

import json
from pathlib import Path

from claims.store import ClaimStore
from graph.sameness.find import find_same
from graph.sameness.model import SameKind, pair_key


def test_persons_registered_twice_are_found(county_home: Path) -> None:
    key = json.loads((county_home / "answer_key.json").read_bytes())
    planted = {pair_key(SameKind.PATIENT, a, b) for a, b in key["registered_twice"]}
    found = {one.key for one in find_same(ClaimStore(county_home), SameKind.PATIENT).found}
    assert planted
    assert planted <= found
    assert len(found - planted) <= len(planted)


def test_the_same_records_give_the_same_answer(county_home: Path) -> None:
    store = ClaimStore(county_home)
    first, again = (find_same(store, SameKind.DOCTOR) for _ in range(2))
    assert first == again

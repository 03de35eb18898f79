"""Whoever has no step on a case is told whose it is."""

from typing import Any

from api.case.waiting import next_by


def test_roles_by_title_and_officers_by_name(bureau: Any) -> None:
    bureau.opened("C0")
    state = bureau.state("case:C0")
    assert next_by(state, bureau.at, "zh") == ["主要负责人", "基金监管中心负责人"]
    bureau.investigated()
    state = bureau.state("case:C1")
    officers = {one.hand.name for one in state.officers}
    assert len(officers) > 1
    assert set(next_by(state, bureau.at, "en")) == officers

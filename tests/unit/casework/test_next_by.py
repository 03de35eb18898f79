"""Whoever has no step on a case is told whose it is."""

from typing import Any

from api.case.waiting import next_by
from casework.actors import Role
from casework.commands import case as c
from casework.decide import next_actions, step_of
from casework.waits import waits_for


def test_roles_by_title_and_officers_by_name(bureau: Any) -> None:
    bureau.opened("C0")
    state = bureau.state("case:C0")
    assert next_by(state, bureau.at, "zh") == ["主要负责人", "基金监管中心负责人"]
    bureau.investigated()
    state = bureau.state("case:C1")
    officers = {one.hand.name for one in state.officers}
    assert len(officers) > 1
    assert set(next_by(state, bureau.at, "en")) == officers


def test_a_missing_notice_is_for_those_who_handle_the_case(bureau: Any) -> None:
    no = bureau.proposed()
    approved = c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED)
    bureau.do("sup", approved)
    state = bureau.state(f"case:{no}")
    steps = {who: step_of(state, bureau.people[who], bureau.at) for who in ("ins1", "sup", "head")}
    assert {who: step.name if step else None for who, step in steps.items()} == {
        "ins1": "IssueForm",
        "sup": None,
        "head": None,
    }
    # Others may all the same, from the menu.
    acts = next_actions(state, bureau.people["sup"], bureau.at)
    assert "IssueForm" in {act.name for act in acts}
    assert waits_for(state, bureau.at).roles == {Role.INSPECTOR}

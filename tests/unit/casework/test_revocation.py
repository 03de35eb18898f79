"""The revocation of a restoration: proposed, told to the doctor, heard, then decided, refused or taken back."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actors import Role
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.restoration.state import Step
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_papers import restored as restored
from tests.unit.casework.test_restoration_papers import submitted as submitted

OWN: dict[str, Any] = {"prac_psn_code": "D1"}
PROPOSE = r.ProposeRevocation(**OWN, reasons="证书造假")
REVOKE = r.RevokeRestoration(**OWN, reasons="骗取恢复")
STATE = r.StateOnRevocation(**OWN, text="证书属实")


def offered(bureau: Any, who: str) -> set[str]:
    return {one.name for one in next_actions(bureau.state(FILE), bureau.people[who], bureau.at)}


def test_nobody_is_revoked_unheard(restored: Any) -> None:
    assert restored.do("sup", PROPOSE) == ["RevocationProposed"]
    assert restored.refused("head", REVOKE) == "PERIOD_RUNNING"
    assert "RevokeRestoration" not in offered(restored, "head")
    assert "StateOnRevocation" in offered(restored, "doc")
    (clock,) = [
        one
        for one in deadlines(restored.streams[FILE], restored.at)
        if one.id == "revocation_statement"
    ]
    assert clock.clock is Clock.RUNNING
    restored.wait(12)
    assert restored.do("head", REVOKE) == ["RestorationRevoked"]


def test_who_was_heard_is_decided_on_at_once(restored: Any) -> None:
    restored.do("sup", PROPOSE)
    restored.do("doc", STATE)
    assert restored.state(FILE).restoration.revocation_said == ("证书属实",)
    restored.do("doc", replace(STATE, text="另附材料"))
    restored.do("head", REVOKE)
    assert restored.state(FILE).restoration.step is Step.REVOKED


def test_a_statement_is_the_doctors_own_or_on_his_paper(restored: Any) -> None:
    assert restored.refused("doc", STATE) == "STEP_MISSING"
    restored.do("sup", PROPOSE)
    other = replace(restored.people["doc"], account="d2", prac_psn_code="D2")
    assert restored.refused(other, STATE) == "NOT_YOURS"
    assert restored.refused("doc", replace(STATE, text=" ")) == "FIELD_REQUIRED"
    assert restored.refused("agency", STATE) == "FIELD_REQUIRED"
    assert restored.refused("party", STATE) == "ROLE_REQUIRED"
    restored.evidence("申辩书")
    on_paper = replace(STATE, statement_scan="申辩书")
    assert restored.do("agency", on_paper) == ["RevocationStated", "ScanServes"]


@pytest.mark.parametrize(
    ("who", "over", "event"),
    [
        ("head", r.RefuseRevocation, "RevocationRefused"),
        ("sup", r.WithdrawRevocation, "RevocationWithdrawn"),
    ],
)
def test_a_proposal_ends_and_another_may_follow(
    restored: Any, who: str, over: Any, event: str
) -> None:
    ended = over(**OWN, reasons="查无实据")
    assert restored.refused(who, ended) == "STEP_MISSING"
    restored.do("sup", PROPOSE)
    assert restored.refused("sup", PROPOSE) == "ALREADY_DONE"
    assert restored.refused(who, replace(ended, reasons="")) == "FIELD_REQUIRED"
    assert restored.do(who, ended) == [event]
    assert restored.state(FILE).restoration.step is Step.RESTORED
    assert "RevokeRestoration" not in offered(restored, "head")
    assert restored.refused("head", REVOKE) == "STEP_MISSING"
    assert restored.do("agency", PROPOSE) == ["RevocationProposed"]


def test_only_the_proposer_takes_it_back_and_another_refuses_it(restored: Any) -> None:
    restored.do("sup", PROPOSE)
    assert restored.refused("agency", r.WithdrawRevocation(**OWN, reasons="x")) == "NOT_YOURS"
    both = replace(restored.people["sup"], account="h2", roles=frozenset({Role.HEAD}))
    assert restored.refused(both, r.RefuseRevocation(**OWN, reasons="x")) == "FOUR_EYES"


def test_the_doctor_under_another_account_proposes_nothing(restored: Any) -> None:
    himself = replace(
        restored.people["doc"],
        account="s2",
        roles=frozenset({Role.SUPERVISOR}),
        prac_psn_code=None,
    )
    assert restored.refused(himself, PROPOSE) == "RECUSED"

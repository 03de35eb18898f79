"""A doctor without an account applies, and withdraws, by a paper that his institution brings in."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actors import Actor, Role
from casework.commands import restoration as r
from casework.restoration.state import Step
from tests.unit.casework.test_points_path import FRAUD_2024
from tests.unit.casework.test_restoration_halts import FILE, notice, refused

OWN = {"prac_psn_code": "D1"}
LETTER = r.RecordPaperApplication(**OWN, statement="已改正", application_scan="申请书")
GONE = r.RecordPaperWithdrawal(**OWN, reasons="调离", withdrawal_scan="撤回书")


@pytest.fixture
def barred(bureau: Any) -> Any:
    """A doctor whose payment eligibility ended under the county's rule, which restores."""
    bureau.parameter("local_restoration", "enabled")
    bureau.do("agency", FRAUD_2024)
    bureau.do("agency", notice("S1", bureau))
    for name in ("申请书", "撤回书"):
        bureau.evidence(name)
    return bureau


@pytest.mark.parametrize("who", ["office", "agency"])
def test_a_letter_applies_and_another_withdraws(barred: Any, who: str) -> None:
    assert barred.do(who, LETTER) == ["RestorationApplied", "ScanServes"]
    application = barred.state(FILE).restoration
    assert (application.step, application.statement) == (Step.STUDYING, "已改正")
    assert barred.state("evidence:申请书").serves.zh == "恢复申请 R1 的申请与服务承诺书"
    # The paper says one thing: what he signed to apply is no withdrawal.
    assert barred.refused(who, replace(GONE, withdrawal_scan="申请书")) == "SCAN_TAKEN"
    assert barred.do(who, GONE) == ["RestorationWithdrawn", "ScanServes"]
    assert barred.state(FILE).restoration.step is Step.WITHDRAWN


@pytest.mark.parametrize(
    ("who", "said", "code"),
    [
        ("doc", {}, "ROLE_REQUIRED"),
        ("ins1", {}, "ROLE_REQUIRED"),
        ("office", {"application_scan": ""}, "FIELD_REQUIRED"),
        ("office", {"statement": " "}, "FIELD_REQUIRED"),
    ],
)
def test_a_letter_needs_its_scan_and_who_may_bring_it(
    barred: Any, who: str, said: dict[str, str], code: str
) -> None:
    refused(barred, who, replace(LETTER, **said), code)


def test_nobody_brings_in_his_own_letter(barred: Any) -> None:
    own = Actor(
        "yibao", "yibao", frozenset({Role.INSURANCE_OFFICE}), "p-doc", fixmedins_code="H1",
        prac_psn_code="D1",
    )  # fmt: skip
    barred.people[own.account] = own
    barred.seed(own)
    refused(barred, own.account, LETTER, "RECUSED")

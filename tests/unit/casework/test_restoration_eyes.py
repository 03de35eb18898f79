"""Who may not act in an application, and what a registration may not lift."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Role
from casework.commands import case as c
from casework.commands import restoration as r
from casework.points.standing import Status, lasted, standing
from tests.unit.casework.test_restoration_halts import FRAUD_2024
from tests.unit.casework.verified import VERIFIED

FILE = "points:D1"
YES = c.Outcome.APPROVED
FRAUD_2025 = replace(
    FRAUD_2024,
    conduct_on=date(2025, 6, 1),
    conduct_to=date(2025, 6, 1),
    basis=replace(FRAUD_2024.basis, reference="4号", decided_on=date(2026, 1, 15)),
)
APPLY = r.ApplyRestoration(prac_psn_code="D1", statement="已改正", commitment=True)
STUDY = r.RecordStudy(
    prac_psn_code="D1",
    course="政策",
    hours=Decimal(16),
    studied_on=date(2026, 2, 1),
    certificate="E1",
)
EXAM = r.RecordExam(
    prac_psn_code="D1", exam="补考", mark=90, held_on=date(2026, 2, 25), certificate="E3"
)
REGISTER = r.ReRegister(prac_psn_code="D1", registration_no="DJ1")


def studying(bureau: Any) -> None:
    """A doctor terminated for conduct of 2024 who has applied; certificates lie in the vault."""
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    bureau.do("doc", APPLY)
    for name in ("E1", "E2", "E3"):
        bureau.evidence(name)


def with_party(bureau: Any) -> None:
    """The same, learned and waiting for the party organisation."""
    studying(bureau)
    bureau.do("office", STUDY)
    bureau.do("office", replace(EXAM, certificate="E2"))
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))


def returned_by_the_centre(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
    back = r.ReviewRestoration(prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="缺试卷")
    bureau.do("sup", back)


def test_who_gave_an_opinion_neither_sends_in_again_nor_records_an_exam(bureau: Any) -> None:
    """In a small hospital the secretary runs the insurance office as well: there another acts."""
    returned_by_the_centre(bureau)
    same = replace(bureau.people["party"], account="x", roles=frozenset({Role.INSURANCE_OFFICE}))
    again = r.ResubmitRestoration(prac_psn_code="D1", answer="已补")
    assert bureau.refused(same, again) == "FOUR_EYES"
    assert bureau.refused(same, EXAM) == "FOUR_EYES"
    bureau.do("office", EXAM)
    bureau.do("office", again)


def test_a_doctor_does_not_record_his_own_exam(bureau: Any) -> None:
    studying(bureau)
    roles = frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE})
    assert bureau.refused(replace(bureau.people["doc"], roles=roles), EXAM) == "RECUSED"
    # His other account is he as well.
    other = replace(bureau.people["agency"], account="y", person=bureau.people["doc"].person)
    assert bureau.refused(other, EXAM) == "RECUSED"


@pytest.mark.parametrize(
    "command",
    [
        r.DismissRestoration(prac_psn_code="D1", reasons="x"),
        r.ResumeRestoration(prac_psn_code="D1", reasons="x"),
    ],
)
def test_who_withdrew_as_related_decides_nothing_of_a_resting_application(
    bureau: Any, command: Any
) -> None:
    bureau.parameter("restoration_refusal_by", "each")
    with_party(bureau)
    bureau.do("sup", r.RecuseFromRestoration(prac_psn_code="D1", relation="配偶"))
    other = r.HaltGround.OTHER
    bureau.do("agency", r.HaltRestoration(prac_psn_code="D1", ground=other, reasons="x"))
    assert bureau.refused("sup", command) == "RECUSED"
    bureau.do(replace(bureau.people["sup"], account="sup2", person="p-sup2"), command)


def approved(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("party", r.GivePartyOpinion(prac_psn_code="D1", outcome=YES))
    bureau.do("sup", r.ReviewRestoration(prac_psn_code="D1", outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(prac_psn_code="D1", outcome=YES))


def test_an_approval_ends_with_its_application(bureau: Any) -> None:
    """Withdrawn or dismissed before registration: he is terminated as before, and may apply anew."""
    approved(bureau)
    bureau.do("doc", r.WithdrawRestoration(prac_psn_code="D1"))
    assert standing(bureau.state(FILE), bureau.today).status is Status.TERMINATED
    assert [one.until for one in lasted(bureau.state(FILE), bureau.today)] == [None]
    assert bureau.refused("office", REGISTER) == "STEP_MISSING"
    bureau.do("doc", APPLY)


def test_a_dismissed_application_restores_nobody(bureau: Any) -> None:
    approved(bureau)
    criminal = r.HaltGround.CRIMINAL
    bureau.do("agency", r.HaltRestoration(prac_psn_code="D1", ground=criminal, reasons="立案"))
    bureau.do("head", r.DismissRestoration(prac_psn_code="D1", reasons="已判刑"))
    assert standing(bureau.state(FILE), bureau.today).status is Status.TERMINATED
    assert bureau.refused("office", REGISTER) == "STEP_MISSING"


def test_the_end_of_a_ban_lifts_no_termination_of_another_year(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    """The county's termination stands until restored, however long a later national ban ran."""
    bureau.do("agency", FRAUD_2024)
    bureau.do("agency", FRAUD_2025)
    ban = standing(bureau.state(FILE), date(2029, 1, 14)).sanction
    assert ban is not None
    assert ban.national
    now = standing(bureau.state(FILE), date(2029, 1, 15))
    assert now.sanction is not None
    assert (now.status, now.sanction.rule_set) == (Status.TERMINATED, "local-2023")
    bureau.at = bureau.at.replace(year=2029)
    bureau.parameter("local_restoration", "enabled")
    assert bureau.refused("office", REGISTER) == "STEP_MISSING"
    assert bureau.do("doc", APPLY) == ["RestorationApplied"]


def test_a_doctor_does_not_register_himself_after_a_ban(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2025)
    bureau.at = bureau.at.replace(year=2029)
    roles = frozenset({Role.PHYSICIAN, Role.INSURANCE_OFFICE})
    assert bureau.refused(replace(bureau.people["doc"], roles=roles), REGISTER) == "RECUSED"
    bureau.do("office", REGISTER)

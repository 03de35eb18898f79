"""One certificate proves what one doctor learnt: a second file does not take it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role
from casework.commands import restoration as r
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_restoration_halts import FRAUD_2024, refused, with_party


def test_a_certificate_of_another_doctor_is_refused(bureau: Any) -> None:
    with_party(bureau)
    assert bureau.state("evidence:E2").doctors == ("D1",)
    other = Actor("doc2", "D", frozenset({Role.PHYSICIAN}), "p-doc2", "D2", HOSPITAL)
    bureau.people["doc2"] = other
    bureau.seed(other)
    bureau.do("agency", replace(FRAUD_2024, prac_psn_code="D2", prac_psn_name="王"))
    bureau.do("doc2", r.ApplyRestoration(prac_psn_code="D2", statement="x", commitment=True))
    exam = r.RecordExam(
        prac_psn_code="D2", exam="结业", mark=100, held_on=date(2026, 2, 2), certificate="E2"
    )
    study = r.RecordStudy(
        prac_psn_code="D2", course="政策", hours=Decimal(16), studied_on=date(2026, 2, 1),
        certificate="E1",
    )  # fmt: skip
    refused(bureau, "office", exam, "CERTIFICATE_OF_ANOTHER")
    refused(bureau, "office", study, "CERTIFICATE_OF_ANOTHER")
    bureau.evidence("E3")
    assert bureau.do("office", replace(exam, certificate="E3")) == ["ExamRecorded", "ProvedOnFile"]

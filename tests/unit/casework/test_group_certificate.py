"""A certificate that names several doctors proves something for each of them, and for nobody else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import Actor, Role
from casework.commands import restoration as r
from casework.points.papers import used_twice
from tests.unit.casework.conftest import HOSPITAL
from tests.unit.casework.test_restoration_halts import FRAUD_2024, refused

BOTH = ("D1", "D2")


def study(code: str, named: tuple[str, ...] = (), certificate: str = "G1") -> r.RecordStudy:
    return r.RecordStudy(
        prac_psn_code=code, course="医保政策", hours=Decimal(8), studied_on=date(2026, 2, 1),
        certificate=certificate, named_doctors=named,
    )  # fmt: skip


def applied(bureau: Any, *others: str) -> None:
    """Terminated doctors of the hospital, each with an application; a certificate lies in the vault."""
    bureau.parameter("local_restoration", "enabled")
    bureau.evidence("G1")
    for code in ("D1", *others):
        doctor = Actor(
            f"doc-{code}", code, frozenset({Role.PHYSICIAN}), f"p-{code}", code, HOSPITAL
        )
        if code != "D1":
            bureau.people[doctor.account] = doctor
            bureau.seed(doctor)
        bureau.do("agency", replace(FRAUD_2024, prac_psn_code=code, prac_psn_name=code))
        apply = r.ApplyRestoration(prac_psn_code=code, statement="x", commitment=True)
        bureau.do("doc" if code == "D1" else doctor.account, apply)


def test_it_is_taken_on_the_files_of_those_it_names_and_on_no_other(bureau: Any) -> None:
    applied(bureau, "D2", "D3")
    assert bureau.do("office", study("D1", BOTH)) == ["StudyRecorded", "ProvedOnFile"]
    assert bureau.state("evidence:G1").group == BOTH
    assert bureau.do("office", study("D2")) == ["StudyRecorded", "ProvedOnFile"]
    refused(bureau, "office", study("D3"), "CERTIFICATE_OF_ANOTHER")
    # Nobody is added afterwards, and nobody uses it twice.
    refused(bureau, "office", study("D3", ("D1", "D2", "D3")), "CERTIFICATE_OF_ANOTHER")
    refused(bureau, "office", study("D2"), "ALREADY_EXISTS")
    exam = r.RecordExam(
        prac_psn_code="D2", exam="结业", mark=90, held_on=date(2026, 2, 2), certificate="G1"
    )
    refused(bureau, "office", exam, "ALREADY_EXISTS")


def test_of_one_person_it_becomes_no_group_certificate_later(bureau: Any) -> None:
    applied(bureau, "D2")
    bureau.do("office", study("D1"))
    refused(bureau, "office", study("D2", BOTH), "CERTIFICATE_OF_ANOTHER")


@pytest.mark.parametrize(
    ("named", "code"),
    [(("D1",), "BAD_VALUE"), (("D2", "D3"), "BAD_VALUE"), (("D1", "D9"), "NOT_FOUND")],
)
def test_whom_it_may_name(bureau: Any, named: tuple[str, ...], code: str) -> None:
    applied(bureau, "D2", "D3")
    refused(bureau, "office", study("D1", named), code)


def test_a_hospital_names_its_own_doctors_and_the_agency_any(bureau: Any) -> None:
    applied(bureau)
    away = replace(FRAUD_2024, prac_psn_code="D5", prac_psn_name="远", fixmedins_code="H2")
    bureau.do("agency", away)
    refused(bureau, "office", study("D1", ("D1", "D5")), "NOT_FOUND")
    assert bureau.do("agency", study("D1", ("D1", "D5"))) == ["StudyRecorded", "ProvedOnFile"]


def test_what_stood_on_two_files_before_is_told_of_both(bureau: Any) -> None:
    applied(bureau, "D2", "D3")
    bureau.do("office", study("D1"))
    # As it was before the custody chain remembered it.
    bureau.streams["evidence:G1"] = [
        one for one in bureau.streams["evidence:G1"] if one.type != "ProvedOnFile"
    ]
    bureau.do("office", study("D2"))
    files = {code: bureau.state(f"points:{code}") for code in ("D1", "D2", "D3")}

    def told(code: str, groups: dict[str, tuple[str, ...]] | None = None) -> Any:
        others = {key: file.proofs for key, file in files.items() if key != code}
        return used_twice(files[code], others, groups or {})

    assert told("D1") == {"G1": ("D2",)}
    assert told("D2") == {"G1": ("D1",)}
    assert told("D3") == {}
    assert told("D1", {"G1": BOTH}) == {}
    bureau.do("sup", r.StrikeLearning(prac_psn_code="D2", certificate="G1", reasons="非本人"))
    files["D2"] = bureau.state("points:D2")
    assert told("D1") == {}
    assert told("D2") == {}

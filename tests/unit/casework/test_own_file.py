"""Nobody decides on his own file under another account, and no objector on his own objection."""

from dataclasses import replace
from typing import Any

import pytest

from casework.actors import ANY_LETTER, Actor, Principal, Role
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import next_actions
from tests.unit.casework.test_restoration_halts import FILE, FRAUD_2024, FRAUD_2025, notice, refused

OWN = {"prac_psn_code": "D1"}
ANSWER = p.ResolveObjection(
    **OWN, entry_id="S1", outcome=p.ObjectionOutcome.CANCELLED, reasons="不属实"
)
ANNUL = p.AnnulScore(**OWN, entry_id="S1", document_no="1", reasons="撤销")
OBJECT = p.ObjectToScore(
    **OWN, entry_id="S1", text="过重", signed=True, stamped=True, objection_scan="异议书"
)


def supervisor(login: str, person: str) -> Actor:
    return Actor(login, login, frozenset({Role.SUPERVISOR}), person, letters=(ANY_LETTER,))


def enter(bureau: Any, one: Actor) -> str:
    bureau.people[one.account] = one
    bureau.seed(one)
    return one.account


@pytest.fixture
def twin(bureau: Any) -> str:
    """The doctor's other account, at the centre."""
    return enter(bureau, supervisor("twin", "p-doc"))


def test_the_doctor_neither_answers_his_objection_nor_annuls_his_score(
    bureau: Any, twin: str
) -> None:
    bureau.do("agency", FRAUD_2025)
    bureau.do("agency", notice("S1", bureau))
    refused(bureau, twin, ANNUL, "RECUSED")
    bureau.evidence("异议书")
    bureau.do("doc", OBJECT)
    refused(bureau, twin, ANSWER, "RECUSED")
    offered = {one.name for one in next_actions(bureau.state(FILE), bureau.human(bureau.people[twin]), bureau.at)}  # fmt: skip
    assert not offered & {"ResolveObjection", "AnnulScore"}
    assert bureau.do("chief", ANSWER) == ["ObjectionResolved"]


def test_the_doctor_neither_records_nor_serves_his_own_score(bureau: Any) -> None:
    own = Actor(
        "twin2", "twin2", frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR}), "p-doc",
        letters=(ANY_LETTER,),
    )  # fmt: skip
    other = enter(bureau, own)
    refused(bureau, other, FRAUD_2025, "RECUSED")
    assert bureau.streams[FILE] == []
    bureau.do("agency", FRAUD_2025)
    refused(bureau, other, notice("S1", bureau), "RECUSED")
    offered = {one.name for one in next_actions(bureau.state(FILE), bureau.human(bureau.people[other]), bureau.at)}  # fmt: skip
    assert not offered & {"RecordScore", "NotifyScore"}
    assert bureau.do("agency", notice("S1", bureau)) == ["ScoreNotified"]


def test_whoever_signs_for_the_doctors_other_account_is_as_bound(bureau: Any, twin: str) -> None:
    bureau.do("agency", FRAUD_2025)
    of = Principal(twin, "p-doc", "TWIN", "D1", frozenset({"D1"}))
    signer = replace(bureau.people["sup"], principal=of)
    refused(bureau, signer, ANNUL, "RECUSED")


def test_the_doctor_does_not_lift_his_bar(bureau: Any, twin: str) -> None:
    bureau.do("agency", FRAUD_2024)
    bar = {"ground": r.BarGround.CRIMINAL_CASE, "document_no": "1", "issued_on": bureau.today}
    bureau.do("agency", r.RecordRestorationBar(**OWN, **bar, reasons="立案"))
    lift = r.LiftRestorationBar(**OWN, bar_id="B1", document_no="2", reasons="撤案")
    refused(bureau, twin, lift, "RECUSED")
    bureau.do("sup", lift)


def test_whoever_objected_for_the_hospital_does_not_answer_or_annul(bureau: Any) -> None:
    other = enter(bureau, supervisor("office-sup", "p-office"))
    bureau.do("agency", FRAUD_2025)
    bureau.do("agency", notice("S1", bureau))
    bureau.evidence("异议书")
    bureau.do("office", OBJECT)
    refused(bureau, other, ANSWER, "FOUR_EYES")
    refused(bureau, other, ANNUL, "FOUR_EYES")
    bureau.do("sup", ANSWER)
    assert bureau.state(FILE).entry("S1").objected_by.account == "office"

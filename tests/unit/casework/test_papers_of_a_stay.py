"""The notices of a return and of a rest print as they went out, however the application goes on."""

from typing import Any

import pytest

from casework.commands import case as c
from casework.commands import restoration as r
from casework.refusal import Refusal
from evidence.doctors.forms import form
from tests.unit.casework.test_doctor_notices import submitted
from tests.unit.casework.test_score_papers import papers, told

OWN: dict[str, Any] = {"prac_psn_code": "D1"}


def test_a_return_is_printed_after_the_application_was_sent_in_again(bureau: Any) -> None:
    submitted(bureau)
    with pytest.raises(Refusal) as early:
        form(papers(bureau), "returned", "R1", bureau.at)
    assert early.value.code == "STEP_MISSING"
    back = r.GivePartyOpinion(**OWN, outcome=c.Outcome.RETURNED, reasons="补充学习证明")
    bureau.do("party", back)
    first = told(bureau, "returned", "R1")
    assert "补充学习证明" in first
    bureau.wait(2)
    bureau.do("office", r.ResubmitRestoration(**OWN, answer="已补充"))
    assert told(bureau, "returned", "R1") == first
    assert told(bureau, "returned", "") == first


def test_a_rest_is_printed_after_the_application_went_on(bureau: Any) -> None:
    submitted(bureau)
    rest = r.HaltRestoration(**OWN, ground=r.HaltGround.OTHER, reference="", reasons="医师住院")
    bureau.do("sup", rest)
    first = told(bureau, "halted", "R1")
    assert "医师住院" in first
    bureau.do("sup", r.ResumeRestoration(**OWN, reasons="出院"))
    assert told(bureau, "halted", "R1") == first


def test_of_another_application_nothing_is_printed(bureau: Any) -> None:
    submitted(bureau)
    back = r.GivePartyOpinion(**OWN, outcome=c.Outcome.RETURNED, reasons="补充学习证明")
    bureau.do("party", back)
    first = told(bureau, "returned", "R1")
    bureau.do("doc", r.WithdrawRestoration(**OWN, reasons="另行申请"))
    bureau.do("doc", r.ApplyRestoration(**OWN, statement="再次申请", commitment=True))
    with pytest.raises(Refusal) as nothing:
        told(bureau, "returned", "R2")
    assert nothing.value.code == "STEP_MISSING"
    assert told(bureau, "returned", "R1") == first

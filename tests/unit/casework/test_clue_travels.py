"""A clue leaves from wherever it is found, and the agency asks others for help on its own path."""

from dataclasses import replace
from typing import Any

import pytest

from casework.cases.stages import Stage
from casework.commands import agreement as a
from casework.commands import case as c
from casework.decide import next_actions
from tests.unit.casework.test_agreement_path import KIND, decided, deduct, money, serve


def clue(no: str, number: str = "移1号", **given: Any) -> c.TransferCase:
    values = {"to": c.Authority.HEALTH, "recipient": "县卫健委", "reasons": "诊疗问题线索"}
    return c.TransferCase(case_no=no, document_no=number, **{**values, "whole": False, **given})


def help_asked(no: str, number: str = "协1号") -> c.RequestAssistance:
    return c.RequestAssistance(case_no=no, recipient="邻县医保局", text="核实", document_no=number)


def handling(bureau: Any) -> str:
    no: str = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    return no


def test_from_a_handling_at_each_of_its_stages(bureau: Any) -> None:
    no = handling(bureau)
    assert bureau.do("head", clue(no)) == ["ClueTransferred"]
    assert bureau.do("agency", help_asked(no)) == ["AssistanceRequested"]
    assert bureau.refused("head", clue(no, "移9号", whole=True)) == "BAD_VALUE"
    decided(bureau, no, money(KIND.RECOVERY, "4113.00"))
    serve(bureau, no)
    assert bureau.do("head", clue(no, "移2号", to=c.Authority.DISCIPLINE)) == ["ClueTransferred"]
    assert bureau.do("agency", help_asked(no, "协2号")) == ["AssistanceRequested"]
    deduct(bureau, no, "4113.00")
    bureau.receipts(no, "agency")
    bureau.approvals_signed(no, "agency")
    bureau.do("agency", a.CloseHandling(case_no=no, situation="执行完毕"))
    assert bureau.state(f"case:{no}").stage is Stage.CLOSED
    assert bureau.do("head", clue(no, "移3号", to=c.Authority.MARKET)) == ["ClueTransferred"]
    assert bureau.refused("agency", help_asked(no, "协3号")) == "ILLEGAL_MOVE"
    late = c.RecordAssistance(case_no=no, request_id="X1", result="属实")
    assert bureau.do("agency", late) == ["AssistanceAnswered"]


def test_the_agency_records_the_answer_to_its_own_clue(bureau: Any) -> None:
    no = handling(bureau)
    bureau.do("head", clue(no))
    paper = bureau.evidence("答复函")
    bureau.do("agency", c.AttachEvidence(case_no=no, evidence_id=paper, proves="答复"))
    answer = c.RecordTransferAnswer(
        case_no=no, answer=c.TransferAnswer.ACCEPTED, document_no="复1号", answered_on=bureau.today,
        document=paper,
    )  # fmt: skip
    assert bureau.do("agency", answer) == ["TransferAnswered"]


@pytest.mark.parametrize("stage", ["decided", "closed"])
def test_after_a_penalty_decision_a_clue_goes_and_a_case_does_not(bureau: Any, stage: str) -> None:
    no = bureau.decided()
    if stage == "closed":
        bureau.do("legal", c.AnnulDecision(
            case_no=no, by="法院", annulled_on=bureau.today, document_no="判1号", reasons="x"))  # fmt: skip
    assert bureau.do("head", clue(no, to=c.Authority.DISCIPLINE)) == ["ClueTransferred"]
    assert bureau.refused("head", clue(no, "移2号", whole=True)) == "BAD_VALUE"
    assert bureau.state(f"case:{no}").stage in (Stage.EXECUTION, Stage.CLOSED)


def test_the_agency_neither_asks_nor_records_in_a_penalty_case(bureau: Any) -> None:
    no = bureau.investigated()
    assert bureau.refused("agency", help_asked(no)) == "NOT_AN_OFFICER"
    bureau.do("head", clue(no))
    answer = c.RecordTransferAnswer(
        case_no=no, answer=c.TransferAnswer.ACCEPTED, document_no="复1号", answered_on=bureau.today,
        document="E1",
    )  # fmt: skip
    assert bureau.refused("agency", answer) == "ROLE_REQUIRED"
    offered = next_actions(bureau.state(f"case:{no}"), bureau.people["agency"], bureau.at)
    assert not {"RequestAssistance", "RecordTransferAnswer"} & {one.name for one in offered}


def test_a_case_that_left_sends_nothing_more(bureau: Any) -> None:
    no = bureau.investigated()
    bureau.do("head", clue(no, to=c.Authority.OTHER_BUREAU, whole=True))
    assert bureau.refused("head", replace(clue(no), document_no="移2号")) == "ILLEGAL_MOVE"

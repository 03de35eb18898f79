"""Approvals of a case as the desk shows them: title and law in the reader's language."""

from datetime import UTC, datetime

from api.document.convert import approvals_of
from casework.cases.state import CaseState, Officer
from casework.documents.state import Issued
from casework.hands import Hand

ONE, TWO = Hand("ins1", "p1", "甲"), Hand("ins2", "p2", "乙")
AT = datetime(2026, 3, 2, tzinfo=UTC)


def test_each_says_what_is_there_and_by_which_law() -> None:
    issued = Issued("W1", "filing", "1号", ONE, AT, 9, signed="E1")
    case = CaseState(
        "C1",
        officers=(Officer(ONE, "1"), Officer(TWO, "2")),
        approved={"CaseFiled": (3,), "DecisionExtended": (5,)},
        forms=(issued,),
    )
    rows = [(x.title, x.issue_id, x.evidence_id) for x in approvals_of(case, "en")]
    assert rows == [
        ("Filing approval form", "W1", "E1"),
        ("Approval form of an extension", None, None),
    ]
    assert all(x.basis.isascii() for x in approvals_of(case, "en"))
    assert approvals_of(case, "zh")[0].basis == "局令4 第十四条、第十五条"

"""What the leaders do without a form of its own kind is signed on an internal approval form, act by act."""

from typing import Any

from casework.cases.fold import fold_case
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.copying import replace
from casework.documents.due import unsigned
from casework.documents.internal import INTERNAL
from evidence.forms.context import Print, values
from evidence.forms.fill import fill, shipped
from tests.unit.casework.test_reversed import K, pay, reversal, served
from tests.unit.evidence.filled import text_of


def printed(bureau: Any, no: str, issue_id: str) -> str:
    """The text of an issued form."""
    form = next(one for one in bureau.state(f"case:{no}").forms if one.issue_id == issue_id)
    return text_of(
        fill(shipped(INTERNAL), values(Print(no, bureau.streams[f"case:{no}"], form, "示例局")))
    )


def waiting(bureau: Any, no: str) -> list[str]:
    """What waits for a signature of these acts, by its title."""
    return [one.title.zh for one in unsigned(bureau.state(f"case:{no}")) if one.form.id == INTERNAL]


def test_each_act_has_a_form_of_its_own_that_tells_it(bureau: Any) -> None:
    no = served(bureau)
    assert bureau.refused("ins1", IssueForm(case_no=no, form_id=INTERNAL)) == "STEP_MISSING"
    pay(bureau, "8226.00", K.FINE)
    pay(bureau, "4113.00")
    bureau.do("head", reversal(bureau))
    bureau.do("head", reversal(bureau))
    assert waiting(bureau, no) == ["冲正缴款审批表"] * 2
    first = bureau.issue(no, INTERNAL)
    second = bureau.issue(no, INTERNAL)
    told, other = printed(bureau, no, first), printed(bureau, no, second)
    assert "冲正缴款审批表" in told
    assert ("4,113.00" in told, "8,226.00" in told) != ("4,113.00" in other, "8,226.00" in other)
    bureau.sign(no, first)
    assert waiting(bureau, no) == ["冲正缴款审批表"]
    bureau.sign(no, second)
    assert waiting(bureau, no) == []


def test_an_act_of_before_asks_for_no_form(bureau: Any) -> None:
    no = served(bureau)
    pay(bureau, "4113.00")
    bureau.do("head", reversal(bureau))
    old = [
        replace(event, data={k: v for k, v in event.data.items() if k != "approval_form"})
        for event in bureau.streams[f"case:{no}"]
    ]
    assert INTERNAL not in {one.form.id for one in unsigned(fold_case(no, old))}
    assert INTERNAL in {one.form.id for one in unsigned(bureau.state(f"case:{no}"))}


def test_an_annulment_that_is_entered_by_itself_is_approved(bureau: Any) -> None:
    no = served(bureau)
    fell = c.AnnulDecision(
        case_no=no, by="县法院", document_no="1", annulled_on=bureau.today, reasons="r"
    )
    bureau.do("legal", fell)
    assert waiting(bureau, no) == ["登记决定被撤销审批表"]

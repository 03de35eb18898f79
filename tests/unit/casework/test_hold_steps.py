"""What a page is told of holds and recusals, so that each act offers only those that it is for."""

from typing import Any

from api.case.steps import steps_of
from casework.commands import case as c


def told(bureau: Any, no: str, kind: str) -> list[tuple[str, str, str | None]]:
    rows = steps_of(bureau.state(f"case:{no}"), bureau.today, "zh")
    return [(one.key, one.state, one.account) for one in rows if one.kind == kind and one.is_open]


def test_a_hold_says_whether_it_is_asked_for_runs_or_is_to_end(bureau: Any) -> None:
    no = bureau.investigated()
    for items in ("账册", "电脑"):
        hold = c.RequestHold(
            case_no=no, kind=c.HoldKind.PRESERVATION, items=items, place="病案室", reason="可能灭失"
        )
        bureau.do("ins1", hold)
    bureau.do("head", c.DecideHold(case_no=no, hold_id="H1", approve=True))
    assert told(bureau, no, "hold") == [("H1", "approved", None), ("H2", "requested", None)]
    bureau.hold_listed(no)
    bureau.do("ins1", c.EndHold(case_no=no, hold_id="H1", result="发还"))
    assert told(bureau, no, "hold") == [("H1", "ending", None), ("H2", "requested", None)]


def test_a_recusal_says_whose_withdrawal_is_asked_for(bureau: Any) -> None:
    no = bureau.investigated()
    asked = c.RequestRecusal(
        case_no=no, officer="head", ground=c.RecusalGround.KIN, reason="与当事人有近亲属关系"
    )
    bureau.do("ins1", asked)
    assert told(bureau, no, "recusal") == [("B1", "", "head")]

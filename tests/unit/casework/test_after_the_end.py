"""What is left to do and to tell once a case, or a right of the party, is over."""

from typing import Any

from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.waits import waits_for
from graph.projections.deadlines import MISSED


def test_a_right_that_was_not_used_is_nobodys_delay(bureau: Any) -> None:
    no = bureau.noticed()
    bureau.wait(12)
    bureau.do("ins1", c.RecordDefence(case_no=no, how=c.Defence.SILENT, text="逾期未提出"))
    found = {one.id: one for one in deadlines(bureau.streams[f"case:{no}"], bureau.at)}
    assert found["defence"].clock is Clock.LAPSED
    assert not [one.id for one in found.values() if one.clock in MISSED]


def test_a_transferred_case_waits_for_its_letter(bureau: Any) -> None:
    no = bureau.investigated()
    transfer = c.TransferCase(
        case_no=no,
        to=c.Authority.UPPER_BUREAU,
        recipient="市医保局",
        document_no="移1",
        reasons="无管辖权",
    )
    bureau.do("head", transfer)
    state = bureau.state(f"case:{no}")
    assert not state.is_open
    assert waits_for(state, bureau.at).people >= {"ins1"}

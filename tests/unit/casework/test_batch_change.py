"""A list of restorations is put right before it is decided: somebody taken off it, or its number void."""

from dataclasses import replace
from typing import Any

import pytest

from casework.commands import restoration as r
from casework.commands.batches import DrawUpBatch, StrikeFromBatch, VoidBatch
from casework.refusal import Refusal
from tests.unit.casework.test_batches import YES, learned
from tests.unit.casework.verified import VERIFIED

DRAW = DrawUpBatch(title="第一批", doctors=("D01", "D02"), batch_id="L1")
STRIKE = StrikeFromBatch(batch_id="L1", prac_psn_code="D01", reasons="应列第二批")
VOID = VoidBatch(batch_id="L1", reasons="列错人员")


@pytest.fixture
def drawn(bureau: Any) -> Any:
    bureau.parameter("local_restoration", "enabled")
    for code in ("D01", "D02"):
        learned(bureau, code)
    bureau.do("office", DRAW)
    return bureau


def approved(bureau: Any, code: str) -> None:
    own = {"prac_psn_code": code}
    bureau.do("office", r.SubmitRestoration(**own))
    bureau.do("party", r.GivePartyOpinion(**own, outcome=YES))
    bureau.do("sup", r.ReviewRestoration(**own, outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**own, outcome=YES))


def test_who_is_taken_off_may_be_put_on_another_list(drawn: Any) -> None:
    assert drawn.refused("office", replace(STRIKE, reasons=" ")) == "FIELD_REQUIRED"
    assert drawn.refused("office", replace(STRIKE, prac_psn_code="D09")) == "NOT_FOUND"
    assert drawn.refused("party", STRIKE) == "ROLE_REQUIRED"
    assert drawn.do("office", STRIKE) == ["BatchMemberStruck", "RestorationUnlisted"]
    state = drawn.state("batch:L1")
    assert [one.prac_psn_code for one in state.standing] == ["D02"]
    assert [one.struck for one in state.members] == ["应列第二批", ""]
    assert drawn.refused("office", STRIKE) == "NOT_FOUND"
    again = replace(DRAW, batch_id="L2", doctors=("D01",))
    assert drawn.do("office", again) == ["BatchDrawn", "RestorationListed"]
    # The application itself goes on where it was.
    assert drawn.state("points:D01").restoration.batch == "L2"


def test_a_void_list_keeps_its_number_and_lets_everybody_go(drawn: Any) -> None:
    assert drawn.refused("office", replace(VOID, reasons="")) == "FIELD_REQUIRED"
    assert drawn.do("sup", VOID) == ["BatchVoided", "RestorationUnlisted", "RestorationUnlisted"]
    state = drawn.state("batch:L1")
    assert (state.void, state.standing, len(state.members)) == ("列错人员", (), 2)
    assert drawn.refused("sup", VOID) == "ALREADY_DONE"
    assert drawn.refused("office", DRAW) == "ALREADY_EXISTS"
    drawn.do("office", replace(DRAW, batch_id="L2"))


def test_what_is_decided_stays_on_its_list(drawn: Any) -> None:
    approved(drawn, "D01")
    for command in (STRIKE, VOID):
        with pytest.raises(Refusal) as refused:
            drawn.do("sup", command)
        assert refused.value.code == "BATCH_DECIDED"
        assert "D01" in refused.value.message_en
    assert drawn.do("sup", replace(STRIKE, prac_psn_code="D02"))[0] == "BatchMemberStruck"


def test_another_hospitals_office_changes_nothing(drawn: Any) -> None:
    other = replace(drawn.people["office"], account="o2", person="p-o2", fixmedins_code="H2")
    for command in (STRIKE, VOID):
        assert drawn.refused(other, command) == "NOT_FOUND"

"""Whoever ever proposed a handling decides none of the case, also after a colleague repeated it."""

from decimal import Decimal
from typing import Any

import pytest

from casework.commands import agreement as a
from casework.commands import case as c
from casework.refusal import Refusal


def test_an_earlier_proposer_decides_nothing(bureau: Any) -> None:
    no = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    measure = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="协议第三十条")
    for who in ("agency", "agency2"):
        bureau.do(who, a.ProposeHandling(case_no=no, measures=(measure,), reasons="多收费"))
    bureau.handling_told(no, "agency2")
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.STATED, text="无异议"))
    decision = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1号")
    before = len(bureau.streams[f"case:{no}"])
    for who in ("agency2", "sup", "head"):
        assert bureau.refused(who, decision) == "ROLE_REQUIRED"
    # The clerk who proposed heads the agency by now: he is still the one who proposed.
    with pytest.raises(Refusal) as refused:
        bureau.do(bureau.promoted("agency"), decision)
    assert refused.value.code == "FOUR_EYES"
    assert len(bureau.streams[f"case:{no}"]) == before
    bureau.do("chief", decision)

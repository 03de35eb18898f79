"""With a person there is no agreement: neither opened as a handling, nor handled where it once was."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from casework.commands import agreement as a
from casework.commands import case as c
from casework.events import GENESIS, seal
from casework.refusal import Refusal

PERSON = c.Party(c.PartyKind.PERSON, "P1", "张三")
OPEN = c.OpenCase(
    case_no="C1", title="张三冒名就医案", source=c.Source.TIP, summary="群众举报", party=PERSON,
    conduct_from=date(2025, 1, 1), conduct_to=date(2025, 2, 1), path=c.Path.AGREEMENT,
)  # fmt: skip


def test_no_handling_is_opened_of_a_person(bureau: Any) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", OPEN)
    assert refused.value.code == "BAD_VALUE"
    assert "请改选行政处罚程序" in refused.value.message_zh
    assert "choose the penalty procedure" in refused.value.message_en
    assert bureau.do("ins1", replace(OPEN, path=c.Path.ADMINISTRATIVE)) == ["CaseOpened"]


def test_one_of_before_goes_the_way_of_a_penalty(bureau: Any) -> None:
    data = bureau.would("ins1", replace(OPEN, path=c.Path.ADMINISTRATIVE))[0].data
    chain = [
        seal("case:C1", 1, "CaseOpened", {**data, "path": "agreement"}, "ins1", bureau.at, GENESIS)
    ]
    bureau.streams["case:C1"] = chain
    damages = a.Measure(a.MeasureKind.LIQUIDATED_DAMAGES, Decimal(500), clause="x")
    propose = a.ProposeHandling(case_no="C1", measures=(damages,), reasons="违约")
    with pytest.raises(Refusal) as refused:
        bureau.do("agency", propose)
    assert "请转行政处罚程序" in refused.value.message_zh
    assert bureau.convert("sup", a.ConvertCase(case_no="C1", reasons="个人")) == ["CaseConverted"]

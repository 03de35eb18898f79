"""结案报告: facts, handling, remedies and money of a case; what does not agree is told."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from filled import text_of

from casework.cases.parts import Remedy
from casework.cases.state import CaseState, Decision
from casework.commands.case import Path, RemedyOutcome
from casework.documents.catalogue import form_of
from casework.documents.needs import missing_of
from casework.documents.state import Issued
from casework.events import Event
from casework.hands import Hand
from casework.law.remedy import OUTCOMES
from casework.volumes.plan import plan
from casework.volumes.state import VolumeKind
from evidence.forms.context import values_of
from evidence.forms.fill import fill, shipped

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
BY = Hand("a", "a", "甲")
LOSS = Decimal("4113.00")
RULED = Decision("penalty", "罚1号", BY, AT, LOSS * 2, LOSS, "条例第三十八条", "多次重复收费")
FORM = Issued("W1", "closing_report", "", BY, AT, 0)
PAID: dict[str, Any] = {"recovered": LOSS, "fines_paid": LOSS * 2}


def case(**given: Any) -> CaseState:
    facts = {"facts": "同日两次收取护理费。"}
    return CaseState("C1", title="重复收费案", report=facts, decision=RULED, **given)


def told(state: CaseState, *events: Event) -> Any:
    return values_of(state, events, FORM, "云溪县医保局")["closing_report"]


def test_a_case_that_was_paid_agrees() -> None:
    found = told(case(**PAID))
    assert [(row["name"], row["due"], row["open"]) for row in found["money"]] == [
        ("医疗保障基金", "4,113.00 元", "0.00 元"),
        ("罚款", "8,226.00 元", "0.00 元"),
    ]
    assert found["account"] == "应收、已收、核销核对相符，没有未结款项。"
    assert found["facts"] == "同日两次收取护理费。"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"recovered": Decimal("4000.00")}, "医疗保障基金尚有 113.00 元未到账。"),
        ({"recovered": Decimal("4120.50")}, "医疗保障基金多收 7.50 元，应予退还。"),
        ({"fines_paid": Decimal(0)}, "罚款尚有 8,226.00 元未到账。"),
        ({"annulled": True}, "罚款多收 8,226.00 元，应予退还。"),
    ],
)
def test_what_does_not_agree_is_told_with_its_difference(change: Any, said: str) -> None:
    account = told(case(**{**PAID, **change}))["account"]
    assert said in account
    assert "相符" not in account


def test_written_off_money_is_neither_in_nor_open() -> None:
    off = {"recovered": Decimal("4000.00"), "recovery_written_off": Decimal("113.00")}
    found = told(case(**{**PAID, **off}))
    assert (found["money"][0]["written_off"], found["money"][0]["open"]) == ("113.00 元", "0.00 元")


def test_the_loss_of_the_lines_is_held_against_the_decision() -> None:
    state = case(**PAID)
    lines = replace(state.lines, listed=3, confirmed=LOSS + 7)
    found = told(replace(state, lines=lines))
    assert lines.loss != LOSS
    assert f"相差 {lines.loss - LOSS:,.2f} 元" in found["account"]


def test_an_agreement_handling_knows_damages_and_no_fine() -> None:
    ruled = replace(RULED, fine=Decimal(0), damages=Decimal("500.00"))
    state = case(recovered=LOSS, damages_paid=Decimal("200.00"), path=Path.AGREEMENT)
    found = told(replace(state, decision=ruled, report=None))
    assert [row["name"] for row in found["money"]] == ["医疗保障基金", "违约金"]
    assert "违约金尚有 300.00 元未到账。" in found["account"]


def test_remedies_and_the_ground_of_the_closing_are_told() -> None:
    sued = Remedy("R1", "review", "县政府", date(2026, 3, 3), "复1号")
    over = replace(sued, outcome="upheld", decided_on=date(2026, 4, 3))
    assert "尚未审结" in told(case(remedies=(sued,)))["remedies"]
    assert "2026年4月3日审结：维持" in told(case(remedies=(over,)))["remedies"]
    closed = Event("case:C1", 1, "CaseClosed", {"ground": "executed"}, "a", AT, "", "")
    assert told(case(), closed)["ground"].startswith("处罚决定执行完毕（")
    assert told(case())["ground"] == ""


@pytest.mark.parametrize("outcome", RemedyOutcome)
def test_every_outcome_of_a_review_or_suit_is_told(outcome: RemedyOutcome) -> None:
    sued = Remedy("R1", "suit", "县人民法院", date(2026, 3, 3), "行初1号")
    over = replace(sued, outcome=outcome.value, decided_on=date(2026, 4, 3))
    assert told(case(remedies=(over,)))["remedies"].endswith(f"审结：{OUTCOMES[outcome][0]}")


def test_it_prints_and_is_bound_with_what_the_party_does_not_see() -> None:
    state = case(**PAID, forms=(FORM,))
    text = text_of(fill(shipped("closing_report"), values_of(state, (), FORM, "云溪县医保局")))
    for part in ("同日两次收取护理费", "罚1号", "8,226.00 元", "核对相符", "没有申请行政复议"):
        assert part in text, part
    assert "结案报告" in [row.title for row in plan(state)[VolumeKind.INNER]]
    assert missing_of(form_of("closing_report"), replace(state, decision=None)) is not None

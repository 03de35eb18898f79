"""Small frauds of one party that nobody referred or punished count together, within the period of the row of law."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.cases.place import located
from casework.cases.stages import Stage
from casework.commands.case import Path
from casework.decide import step_of
from casework.law.rows import parameter
from casework.referral.state import OtherFraud
from casework.referral.summed import conduct_on, parts, told
from casework.referral.threshold import counted, together, unweighed, warning, weighed_first
from casework.refusal import Refusal
from tests.unit.casework.test_referral_weighed import DECIDE, FRAUD, LOSS, weigh

#: Neither this nor the case's own amount is a crime's by the standard of 6,000 yuan; together they are.
SMALL = Decimal("2000.00")


@pytest.fixture
def small(bureau: Any) -> str:
    """A proposal under article 40 of 4,113 yuan that waits for its decision; a crime begins with 6,000."""
    bureau.article, bureau.weighs = FRAUD, False
    bureau.parameter("fraud_amount", "6000", bureau.today)
    no: str = bureau.to_decide()
    return no


def seen(bureau: Any, no: str, *others: OtherFraud) -> Any:
    """The case by today's parameters, with these frauds of its party beside it."""
    case = replace(bureau.state(f"case:{no}"), other_frauds=others)
    return located(case, bureau.state("bureau:parameters"), bureau.today)


def other(bureau: Any, days: int = 0, no: str = "C2") -> OtherFraud:
    """Another case's small fraud, its conduct so many days before that of the case."""
    on = conduct_on(bureau.state("case:C1"))
    return OtherFraud(no, f"云医保稽〔2026〕{no}号", SMALL, on - timedelta(days=days))


def test_small_amounts_of_one_party_are_that_of_a_crime_together(bureau: Any, small: str) -> None:
    alone = seen(bureau, small)
    assert (unweighed(alone, bureau.at), warning(alone, bureau.at)) == (None, None)
    case = seen(bureau, small, other(bureau))
    assert together(case, bureau.at) == unweighed(case, bureau.at) == LOSS + SMALL
    said = warning(case, bureau.at)
    for part in (
        "6,113.00",
        "本案 4,113.00 元",
        "云医保稽〔2026〕C2号 2,000.00 元",
        "24 个月",
        "法发〔2016〕32号",
    ):
        assert part in said.zh, part
    for part in ("6,113.00", "4,113.00 yuan of this case", "2,000.00 yuan", "24 months"):
        assert part in said.en, part
    bare = told(case, LOSS, bureau.at).en.replace("云医保稽〔2026〕C2号", "")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in bare)
    with pytest.raises(Refusal) as refused:
        weighed_first(case, bureau.people["head"], bureau.at)
    assert refused.value.code == "REFERRAL_UNWEIGHED"


def test_the_act_that_weighs_keeps_what_it_added_up(
    bureau: Any, small: str, monkeypatch: Any
) -> None:
    found = (other(bureau),)
    monkeypatch.setattr(
        type(bureau), "beside", lambda self, case: replace(case, other_frauds=found)
    )
    assert bureau.refused("head", DECIDE) == "REFERRAL_UNWEIGHED"
    assert bureau.do("ins1", weigh(reasons="各次均查无故意")) == ["ReferralWeighed"]
    said = bureau.streams[f"case:{small}"][-1].data
    assert said["amount"] == "6113.00"
    assert said["others"] == [{"docket": "云医保稽〔2026〕C2号", "amount": "2000.00"}]
    assert unweighed(seen(bureau, small, *found), bureau.at) is None
    # One more is more than was weighed.
    more = seen(bureau, small, *found, other(bureau, no="C3"))
    assert unweighed(more, bureau.at) == LOSS + SMALL * 2
    assert bureau.do("head", DECIDE) == ["CaseDecided"]


@pytest.mark.parametrize(("days", "counts"), [(0, True), (700, True), (740, False)])
def test_conduct_within_the_period_counts(bureau: Any, small: str, days: int, counts: bool) -> None:
    case = seen(bureau, small, other(bureau, days))
    assert bool(parts(case, bureau.at)) is counts
    assert parameter("fraud_months", bureau.today).mark == "M"


@pytest.mark.parametrize(("own", "counts"), [("0", False), ("3", False), ("36", True)])
def test_the_period_is_the_bureau_s_to_set(bureau: Any, small: str, own: str, counts: bool) -> None:
    bureau.parameter("fraud_months", own, bureau.today)
    case = seen(bureau, small, other(bureau, 200))
    assert bool(parts(case, bureau.at)) is counts


def test_what_was_dealt_with_counts_for_no_other_case(bureau: Any, small: str) -> None:
    case = seen(bureau, small)
    assert counted(case) == LOSS
    for gone in (Stage.NOT_FILED, Stage.TRANSFERRED, Stage.REFERRED):
        assert counted(replace(case, stage=gone)) is None, gone
    # A handling takes no penalty's place: what it found still counts.
    assert counted(replace(case, path=Path.AGREEMENT, stage=Stage.CLOSED)) == LOSS
    bureau.do("ins1", weigh())
    bureau.do("head", DECIDE)
    assert counted(bureau.state(f"case:{small}")) is None


def test_a_mere_suspicion_counts_for_no_other_case(bureau: Any, small: str) -> None:
    case = seen(bureau, small)
    lead = replace(case.findings[0], rule_id="charge_outside_stay", amount=LOSS)
    open_lines = replace(case.lines, open=1)
    bare = replace(case, proposals=(), worksheets=(), findings=(lead,))
    assert counted(replace(bare, lines=open_lines)) is None
    # Once its lines are judged it is no mere suspicion any more.
    assert counted(bare) == LOSS


def test_a_case_without_a_fraud_of_its_own_adds_nothing_up(bureau: Any, small: str) -> None:
    case = seen(bureau, small, replace(other(bureau), amount=Decimal(9000)))
    none = replace(case.proposal, article_id="tiaoli-38-1")
    assert together(replace(case, proposals=(none,)), bureau.at) == 0


def test_its_officers_are_led_to_weigh_it(bureau: Any, small: str) -> None:
    for others, led in (((), False), ((other(bureau),), True)):
        step = step_of(seen(bureau, small, *others), bureau.people["ins1"], bureau.at)
        assert (step is not None and step.name == "WeighReferral") is led

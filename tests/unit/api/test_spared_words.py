"""Of whom nobody punishes the page says on what ground, and names no clause that would punish."""

from datetime import UTC, datetime
from decimal import Decimal

from api.case.convert import decided
from api.timeline_words import SAID
from casework.cases.state import Decision
from casework.hands import Hand

AT = datetime(2026, 4, 1, tzinfo=UTC)


def test_a_proposal_not_to_punish_is_told_as_one() -> None:
    proposed = SAID["PenaltyProposed"]
    assert list(proposed({"no_penalty": "first_minor"}, "zh")) == [
        "拟不予处罚：初次违法且危害后果轻微并及时改正"
    ]
    [said] = proposed({"no_penalty": "first_minor"}, "en")
    assert said.startswith("No penalty: ")
    assert list(proposed({"no_penalty": None}, "zh")) == []


def test_a_decision_not_to_punish_rests_on_its_ground() -> None:
    made = Decision(
        "no_penalty", "1号", Hand("a", "p", "张三"), AT, Decimal(0), Decimal(0), "条例第三十八条", "x",
        ground="first_minor",
    )  # fmt: skip
    assert decided(made, "zh").citation.startswith("《中华人民共和国行政处罚法》第三十三条")
    punished = Decision(
        "penalty", "1号", Hand("a", "p", "张三"), AT, Decimal(1), Decimal(0), "条例第三十八条", "x"
    )
    assert decided(punished, "zh").citation == "条例第三十八条"

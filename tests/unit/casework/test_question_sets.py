"""The bureau's sets of questions: dated versions over the shipped ones."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.commands.questions import SaveQuestionSet
from casework.interview.questions import shipped_sets
from casework.interview.sets import STREAM, QuestionsState
from casework.refusal import Refusal


def change(bureau: Any, **more: Any) -> SaveQuestionSet:
    given = {
        "pattern": "hanging_bed", "zh": "挂床住院", "en": "hospital stay in name only",
        "questions": ("你何时住院？", " ", "夜间是否在院？"), "valid_from": bureau.today,
        "note": "按 2026 年专项要求精简",
    }  # fmt: skip
    return SaveQuestionSet(**{**given, **more})


def test_a_version_holds_from_its_day_and_the_earlier_ones_stay(bureau: Any) -> None:
    today = bureau.today
    later = change(bureau, valid_from=today + timedelta(days=9), questions=("出院谁结账？",))
    assert bureau.do("sup", change(bureau)) == ["QuestionSetSaved"]
    bureau.do("legal", later)
    state: QuestionsState = bureau.state(STREAM)
    asked = state.in_force(today)
    assert asked["hanging_bed"].questions == ("你何时住院？", "夜间是否在院？")
    assert asked["card_lending"] == shipped_sets()["card_lending"]
    yesterday = state.in_force(today - timedelta(days=1))
    assert yesterday["hanging_bed"] == shipped_sets()["hanging_bed"]
    assert state.in_force(today + timedelta(days=9))["hanging_bed"].questions == ("出院谁结账？",)
    assert [(one.by, one.valid_from) for one in state.versions("hanging_bed")] == [
        ("SUP", today),
        ("LEGAL", today + timedelta(days=9)),
    ]


def test_a_pattern_of_the_bureaus_own(bureau: Any) -> None:
    own = change(bureau, pattern="repeated_code", zh="追溯码重复", en="repeated code")
    bureau.do("sup", own)
    assert bureau.state(STREAM).in_force(bureau.today)["repeated_code"].zh == "追溯码重复"


@pytest.mark.parametrize(
    ("who", "more", "code"),
    [
        ("ins1", {}, "ROLE_REQUIRED"),
        ("office", {}, "ROLE_REQUIRED"),
        ("sys", {}, "ROLE_REQUIRED"),
        ("sup", {"questions": (" ",)}, "FIELD_REQUIRED"),
        ("sup", {"note": ""}, "FIELD_REQUIRED"),
        ("sup", {"en": ""}, "FIELD_REQUIRED"),
        ("sup", {"pattern": "挂床"}, "BAD_VALUE"),
        ("sup", {"questions": ("x" * 301,)}, "BAD_VALUE"),
        ("sup", {"questions": ("问？",) * 61}, "BAD_VALUE"),
    ],
)
def test_what_is_refused(bureau: Any, who: str, more: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        bureau.do(who, change(bureau, **more))
    assert refused.value.code == code
    assert not bureau.streams[STREAM]


def test_the_same_again_changes_nothing(bureau: Any) -> None:
    shipped = shipped_sets()["hanging_bed"]
    as_shipped = change(
        bureau, zh=shipped.zh, en=shipped.en, questions=shipped.questions, note="照旧"
    )
    for command in (as_shipped, None):
        if command is None:
            bureau.do("sup", change(bureau))
            command = replace(change(bureau), note="再存一次")
        with pytest.raises(Refusal) as refused:
            bureau.do("sup", command)
        assert refused.value.code == "ALREADY_DONE"

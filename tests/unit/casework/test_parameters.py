"""The bureau's own parameters: dated, with law and history, and what a change would do."""

from datetime import date, timedelta
from typing import Any

import pytest

from casework.commands.points import SetParameter
from casework.points.parameters import STREAM, BureauState, foreseen, parameters
from casework.refusal import Refusal

BASIS = "局党组会议纪要〔2026〕3号"


def put(bureau: Any, name: str, value: str, day: date, who: str = "head") -> list[str]:
    return bureau.do(who, SetParameter(name=name, value=value, valid_from=day, basis=BASIS))


@pytest.mark.parametrize("name", list(parameters()))
def test_every_parameter_says_what_it_decides_in_both_languages(name: str) -> None:
    row = parameters()[name]
    assert all((row.zh, row.en, row.hint, row.hint_en, row.law, row.mark))
    assert len(row.effects) == len(row.effects_en) > 0
    assert row.default == "" or row.takes(row.default)
    for value, zh, en in row.values:
        assert row.takes(value)
        assert row.shown(value) == (zh, en)


def test_the_value_in_force_its_history_and_what_comes(bureau: Any) -> None:
    today = bureau.today
    put(bureau, "own_area", "3416", today)
    put(bureau, "own_area", "341623", today + timedelta(days=30))
    state: BureauState = bureau.state(STREAM)
    assert state.value("own_area", today) == "3416"
    assert [one.value for one in state.coming("own_area", today)] == ["341623"]
    assert [(one.value, one.by, one.basis) for one in state.settings] == [
        ("3416", "HEAD", BASIS),
        ("341623", "HEAD", BASIS),
    ]
    assert state.setting("document_word", today) is None


@pytest.mark.parametrize(
    ("who", "name", "value", "code"),
    [
        ("head", "own_area", "34162", "BAD_VALUE"),
        ("head", "document_word", "YB", "BAD_VALUE"),
        ("head", "nothing", "1", "BAD_VALUE"),
        ("head", "local_restoration", "disabled", "ALREADY_DONE"),
        ("sup", "own_area", "341623", "ROLE_REQUIRED"),
        ("agency", "own_area", "341623", "ROLE_REQUIRED"),
    ],
)
def test_who_and_what_is_refused(bureau: Any, who: str, name: str, value: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        put(bureau, name, value, bureau.today, who)
    assert refused.value.code == code
    assert not bureau.streams[STREAM]


def test_what_a_change_would_do_is_told_before(bureau: Any) -> None:
    today = bureau.today
    put(bureau, "own_area", "3416", today + timedelta(days=9))
    state: BureauState = bureau.state(STREAM)
    command = SetParameter(
        name="own_area", value="341623", valid_from=today - timedelta(days=1), basis=BASIS
    )
    told = foreseen(state, command, today)
    zh, en = zip(*told, strict=True)
    assert "未设置 → 341623" in zh[0]
    assert "not set → 341623" in en[0]
    assert any("早于今天" in text for text in zh)
    assert any("3416，由本次设置取代" in text for text in zh)
    assert any("县外机构" in text for text in zh)
    assert any("no penalty" in text for text in en)

"""The bureau's own parameters: dated, by four eyes, with law and history, and what a change does."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.actors import Role
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.points.parameters import STREAM, BureauState, parameters
from casework.points.setting import foreseen

BASIS = "局党组会议纪要〔2026〕3号"


def change(name: str, value: str, day: date, **more: Any) -> ProposeParameter:
    return ProposeParameter(
        **{"name": name, "value": value, "valid_from": day, "basis": BASIS, "reason": "x", **more}
    )


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
    bureau.parameter("own_area", "3416", today, BASIS)
    bureau.parameter("own_area", "341623", today + timedelta(days=30), BASIS)
    state: BureauState = bureau.state(STREAM)
    assert state.value("own_area", today) == "3416"
    assert [one.value for one in state.coming("own_area", today)] == ["341623"]
    assert [(one.value, one.proposed_by, one.by, one.basis) for one in state.settings] == [
        ("3416", "LEGAL", "HEAD", BASIS),
        ("341623", "LEGAL", "HEAD", BASIS),
    ]
    assert state.setting("document_word", today) is None


@pytest.mark.parametrize(
    ("who", "name", "value", "code"),
    [
        ("legal", "own_area", "34162", "BAD_VALUE"),
        ("legal", "document_word", "YB", "BAD_VALUE"),
        ("sup", "nothing", "1", "BAD_VALUE"),
        ("sup", "local_restoration", "disabled", "ALREADY_DONE"),
        ("head", "own_area", "341623", "ROLE_REQUIRED"),
        ("ins1", "own_area", "341623", "ROLE_REQUIRED"),
        ("agency", "own_area", "341623", "ROLE_REQUIRED"),
        ("sys", "own_area", "341623", "ROLE_REQUIRED"),
    ],
)
def test_who_and_what_is_refused(bureau: Any, who: str, name: str, value: str, code: str) -> None:
    assert bureau.refused(who, change(name, value, bureau.today)) == code


@pytest.mark.parametrize("lacking", ["basis", "reason"])
def test_a_proposal_says_why_and_on_what_it_rests(bureau: Any, lacking: str) -> None:
    command = change("own_area", "341623", bureau.today, **{lacking: " "})
    assert bureau.refused("legal", command) == "FIELD_REQUIRED"


def test_nothing_changes_before_the_head_approves_and_nobody_approves_his_own(bureau: Any) -> None:
    approve = DecideParameter(proposal_id="T1", approve=True)
    assert bureau.refused("head", approve) == "STEP_MISSING"
    assert bureau.do("legal", change("own_area", "341623", bureau.today)) == ["ParameterProposed"]
    assert bureau.state(STREAM).value("own_area", bureau.today) == ""
    # One after the other: a second proposal would say what the first changes.
    assert bureau.refused("sup", change("own_area", "3416", bureau.today)) == "PARAMETER_WAITS"
    for who in ("legal", "sup", "ins1", "agency", "sys"):
        assert bureau.refused(who, approve) == "ROLE_REQUIRED"
    # The same person with the head's account is still the same pair of eyes.
    twin = replace(bureau.people["legal"], account="h2", roles=frozenset({Role.HEAD}))
    assert bureau.refused(twin, approve) == "FOUR_EYES"
    assert bureau.refused("head", replace(approve, proposal_id="T9")) == "NOT_FOUND"
    assert bureau.do("head", approve) == ["ParameterSet"]
    assert bureau.state(STREAM).value("own_area", bureau.today) == "341623"
    assert bureau.refused("head", approve) == "STEP_MISSING"


def test_a_refused_proposal_stays_on_record_and_frees_the_way(bureau: Any) -> None:
    bureau.do("sup", change("document_word", "云医保", bureau.today))
    no = DecideParameter(proposal_id="T1", approve=False)
    assert bureau.refused("head", no) == "FIELD_REQUIRED"
    assert bureau.do("head", replace(no, reasons="无依据")) == ["ParameterRefused"]
    state: BureauState = bureau.state(STREAM)
    (one,) = state.proposals
    assert (one.outcome, one.decided_by, one.decided_reasons) == ("refused", "HEAD", "无依据")
    assert state.settings == ()
    bureau.do("sup", change("own_area", "3416", bureau.today))
    assert bureau.refused("head", replace(no, reasons="再退")) == "ALREADY_DONE"
    assert bureau.do("sup", change("document_word", "云医保", bureau.today)) == [
        "ParameterProposed"
    ]


def test_what_a_change_would_do_is_told_before(bureau: Any) -> None:
    today = bureau.today
    bureau.parameter("own_area", "3416", today + timedelta(days=9))
    state: BureauState = bureau.state(STREAM)
    command = change("own_area", "341623", today - timedelta(days=1))
    told = foreseen(state, command, today)
    zh, en = zip(*told, strict=True)
    assert "未设置 → 341623" in zh[0]
    assert "not set → 341623" in en[0]
    assert any("早于今天" in text for text in zh)
    assert any("3416，由本次设置取代" in text for text in zh)
    assert any("县外机构" in text for text in zh)
    assert any("no penalty" in text for text in en)

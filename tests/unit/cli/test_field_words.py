"""Each option and argument that an act asks for says in both languages what it is."""

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from casework.commands.case import Capacity, HearingEnd, Ruling
from cli.field_words import OWN, value_word, words_of
from cli.main import build_app


def acts(command: Any, path: str = "jicha") -> Iterator[tuple[str, Any]]:
    """Path and command of every verb that was made of an act."""
    for name, below in getattr(command, "commands", {}).items():
        yield from acts(below, f"{path} {name}")
    if getattr(command.callback, "__module__", "") == "cli.forms":
        yield path, command


def test_no_field_of_an_act_is_without_words() -> None:
    found = dict(acts(get_command(build_app())))
    assert len(found) > 100
    mute = [
        f"{path}: {one.name}"
        for path, command in found.items()
        for one in command.params
        if one.name != "help" and " / " not in (getattr(one, "help", None) or "")
    ]
    assert not mute, "\n".join(mute)


def test_the_words_of_the_desk_are_those_of_the_terminal() -> None:
    assert words_of("reasons") == "理由 / Reasons"
    assert words_of("case_no") == "案件编号 / Case number"
    assert words_of("never_heard_of") == ""


def test_an_act_says_a_field_as_its_own_form_does() -> None:
    assert words_of("measures", "WriteReport") == "来源与调查措施 / Source and measures"
    handling = "协议处理措施 / Measures under the agreement"
    assert words_of("measures", "ProposeHandling") == handling
    assert words_of("ground", "RequestRecusal") == "回避事由 / Ground"
    assert words_of("approve", "DecideRecusal") == "是否回避 / Does he withdraw?"
    assert words_of("approve", "DecideParameter") == "同意 / Agree"
    number = "参数建议编号 / Number of the proposed setting"
    assert words_of("proposal_id", "DecideParameter") == number
    assert words_of("reasons", "ProposeHandling") == words_of("reasons")


def test_own_words_are_in_both_languages() -> None:
    for name, (zh, en) in OWN.items():
        assert not zh.isascii(), name
        assert en.isascii(), name


def test_a_choice_is_told_in_chinese_as_its_own_form_says_it() -> None:
    assert value_word(HearingEnd.LEFT_MIDWAY) == "未经许可中途退出"
    assert value_word(Capacity.PARTY) == "当事人"
    assert value_word(Ruling.PENALTY, "ruling", "DecideCase") == "给予处罚"
    assert value_word(Ruling.PENALTY, "ruling", "DecideHandling") == "作出处理"


def test_the_help_of_an_act_tells_what_may_be_chosen_and_what_is_repeated() -> None:
    found = dict(acts(get_command(build_app(["case"]))))
    told = {
        f"{path.removeprefix('jicha case ')} {one.name}": one.help
        for path, command in found.items()
        for one in command.params
        if one.name != "help"
    }
    assert "left_midway 未经许可中途退出" in told["end-hearing ground"]
    assert "terminate_agreement 解除协议" in told["propose-handling measures"]
    zh, en = told["propose-handling measures"].split(" / ")
    assert (zh[-3:], en[-10:]) == ("可多次", "repeatable")
    zh, en = told["decide-recusal approve"].split(" / ")
    assert zh.endswith("二者须填其一")
    assert en.endswith("one of the two has to be given")

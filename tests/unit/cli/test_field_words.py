"""Each option and argument that an act asks for says in both languages what it is."""

from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from cli.field_words import OWN, words_of
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
    assert words_of("approve", "DecideRecusal") == "同意 / Agree"
    assert words_of("reasons", "ProposeHandling") == words_of("reasons")


def test_own_words_are_in_both_languages() -> None:
    for name, (zh, en) in OWN.items():
        assert not zh.isascii(), name
        assert en.isascii(), name

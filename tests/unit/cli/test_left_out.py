"""What an answer about the map lacks is said at the terminal, too."""

import json

import pytest

from cli import graph_text
from graph.explore.values import LeftOut, Why

LEFT = (LeftOut("VISITED", Why.TIME), LeftOut("paths", Why.LIMIT, bound=800))


def test_what_was_left_out_and_why_stands_under_the_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JICHA_LANGUAGE", "zh")
    graph_text.show(False, {}, ["P1"], True, LEFT)
    told = capsys.readouterr().out
    assert "就诊超过时限" in told
    assert "路径超出上限 800" in told
    assert "未显示全部" not in told


def test_a_script_reads_it_in_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    graph_text.show(True, {"left_out": graph_text.left_json(LEFT)}, [], True, LEFT)
    told = json.loads(capsys.readouterr().out)
    assert [one["part"] for one in told["left_out"]] == ["VISITED", "paths"]

"""The help of a command is told whole, however narrow the terminal."""

import sys

import pytest

from cli.main import main


@pytest.mark.parametrize("words", ["case end-hearing -h", "case interview-end --help", "points -h"])
def test_no_help_is_cut_off(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["jicha", *words.split()])
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert "╭" in told
    assert "…" not in told

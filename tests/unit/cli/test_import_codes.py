"""`jicha import` from the terminal: the exit code tells a script that rows were refused."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import context
from cli.main import build_app
from cli.output import Exit, exit_code_of
from stack.errors import SettingsInvalid

PERSONS = "psn_no,psn_name,brdy\n1,张三,1970-01-01\n"


def test_refused_rows_end_with_the_code_of_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    context.settings.cache_clear()

    def run(body: str) -> tuple[int, dict[str, int]]:
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        (folder / "psn_info_b.csv").write_text(body, encoding="utf-8")
        done = CliRunner().invoke(build_app(["import"]), ["import", str(folder), "--json"])
        found: dict[str, int] = json.loads(done.stdout.strip().splitlines()[-1])
        return done.exit_code, found

    assert run(PERSONS)[0] == Exit.OK
    code, found = run(PERSONS + "2,李四,2999-01-01\n")
    assert code == Exit.DATA
    assert found["rejects"] == 1
    assert run(PERSONS + "2,李四,2999-01-01\n")[0] == Exit.OK, "nothing is refused twice"
    again = CliRunner().invoke(build_app(["import"]), ["import", str(tmp_path / "files")])
    assert "已有 1" in again.stdout, "one row was taken in, one refused"
    assert "接收" not in again.stdout, "nothing was taken in a second time"
    context.settings.cache_clear()


def test_a_data_home_that_is_a_file_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home").write_text("x", encoding="utf-8")
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    context.settings.cache_clear()
    with pytest.raises(SettingsInvalid, match="JICHA_HOME") as told:
        context.settings()
    assert exit_code_of(told.value) == Exit.USAGE

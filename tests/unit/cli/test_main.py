"""The terminal imports only what the asked command needs, and each command is found that way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from cli.main import build_app
from cli.output import Exit, report
from cli.taken import put_down

EVERY = sorted(get_command(build_app()).commands)  # type: ignore[attr-defined]


def commands(app: typer.Typer) -> set[str]:
    """The first words that an application knows."""
    return set(get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("word", EVERY)
def test_a_word_brings_its_own_command_and_few_others(word: str) -> None:
    known = commands(build_app([word, "--json"]))
    assert word in known
    assert len(known) < len(EVERY) / 2


@pytest.mark.parametrize("words", [[], ["--help"], ["no-such-command"]])
def test_without_a_known_word_everything_is_there(words: list[str]) -> None:
    assert commands(build_app(words)) == set(EVERY)


def test_a_second_application_takes_no_command_twice() -> None:
    """What registers into groups of its own module would grow with every application of a process."""

    def registered() -> dict[str, int]:
        groups = build_app().registered_groups
        return {
            str(one.name): len(one.typer_instance.registered_commands)
            for one in groups
            if one.typer_instance
        }

    first = registered()
    assert sum(first.values()) > 200
    assert registered() == first


def test_verifying_a_dossier_brings_no_driver_and_no_numerics() -> None:
    heavy = "neo4j", "numpy", "duckdb", "networkx", "scipy", "celery"
    script = (
        "import sys; from cli.main import build_app; build_app(['verify']); "
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_path_that_cannot_be_written_is_named_and_no_defect(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(FileNotFoundError) as missing:
        put_down(tmp_path / "nowhere" / "findings.csv", b"")
    assert report(missing.value, as_json=True, logs=tmp_path) == Exit.USAGE
    told = capsys.readouterr()
    assert json.loads(told.out)["error"]["code"] == "file_unusable"
    assert "nowhere/findings.csv" in told.err
    assert "请检查路径" in told.err
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_says_one_line_and_programs_get_theirs(tmp_path: Path) -> None:
    script = (
        "import sys, threading, time; import cli.main as m; import typer\n"
        "app = typer.Typer(name='jicha', pretty_exceptions_enable=False)\n"
        "@app.command()\n"
        "def work(json: bool = typer.Option(False, '--json')) -> None:\n"
        "    threading.Thread(target=time.sleep, args=(60,)).start()\n"
        "    raise KeyboardInterrupt\n"
        "m.build_app = lambda words: app\n"
        "sys.argv = ['jicha', '--json']\n"
        "m.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=30, cwd=tmp_path
    )
    assert done.returncode == 130
    assert done.stderr.strip().count("\n") == 0
    assert "已中断" in done.stderr
    assert json.loads(done.stdout)["error"]["code"] == "interrupted"

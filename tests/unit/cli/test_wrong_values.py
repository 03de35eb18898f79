"""A value that cannot be read is told by its option and form, before any server is asked."""

import pytest
from typer.testing import CliRunner

from cli.main import build_app


@pytest.mark.parametrize(
    ("words", "option", "form"),
    [
        ("case consequences annul C1 --on gestern", "--on", "YYYY-MM-DD"),
        (
            "case consequences close-remedy C1 --on 2026-11-27 --fine viel",
            "--fine",
            "金额或倍数",
        ),
        ("points show D1 --as-of gestern", "--as-of", "YYYY-MM-DD"),
        ("measure list --as-of gestern", "--as-of", "YYYY-MM-DDTHH:MM"),
        ("clock explain C1 --on gestern", "--on", "YYYY-MM-DD"),
        ("calendar list --since gestern", "--since", "YYYY-MM-DD"),
        # Half of a pair is not read as the whole: it would take the place of what was answered.
        (
            "case interview-write C1 --interview-id I1 --answers 职务",
            "--answers",
            "问题=回答",
        ),
        # Nobody decides by leaving an option out.
        (
            "case decide-recusal C1 --recusal-id B1 --reasons 属实",
            "--approve | --no-approve",
            "二者须填其一",
        ),
    ],
)
def test_the_option_and_its_form_are_told(words: str, option: str, form: str) -> None:
    given = words.split()
    done = CliRunner().invoke(build_app([given[0]]), given)
    assert done.exit_code == 2, done.output
    told = " ".join(done.output.replace("│", " ").split())
    assert option in told
    assert form in told

"""At the terminal a matter of the centre's review is a yes, a no, or left open."""

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from casework.commands.base import Command
from cli import forms
from cli.points import register

GIVEN = ["--study-verified", "--exam-verified", "--no-refund-verified"]


def test_what_is_left_out_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []

    def keep(out: Any, command: Command, done: str) -> None:
        sent.append(command)

    monkeypatch.setattr(forms, "act", keep)
    app = typer.Typer()
    register(app)
    ran = CliRunner().invoke(app, ["points", "centre-return", "D1", *GIVEN, "--reasons", "x"])
    assert ran.exit_code == 0, ran.output
    review = sent[0]
    assert (review.study_verified, review.exam_verified, review.refund_verified) == (
        True, True, False,
    )  # fmt: skip
    assert review.rectification_verified is None

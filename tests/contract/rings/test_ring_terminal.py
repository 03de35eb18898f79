"""`jicha rings detect | show | judge | export | precision` on a real map, with the desk's permissions."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import neo4j
import openpyxl
import pytest
from typer.testing import CliRunner

from casework.refusal import Refusal
from cli.main import build_app

ROLES = {"ring_ins": "inspector", "ring_legal": "legal_reviewer", "ring_doc": "auditor"}


class Terminal:
    """Runs commands in process; the last line of the answer is JSON."""

    def __init__(self) -> None:
        self.app, self.runner = build_app(), CliRunner()

    def run(self, *words: str, stdin: str = "", code: int = 0) -> Any:
        done = self.runner.invoke(self.app, [*words, "--json"], input=stdin)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        assert done.exit_code == code, done.output
        return json.loads(done.stdout.strip().splitlines()[-1]) if code == 0 else None

    def add(self, login: str, role: str) -> str:
        made = self.run("users", "add", login, "--role", role, "--name", login)
        return str(made["one_time_password"])

    def login(self, login: str, old: str = "") -> None:
        new = f"Mima-2026-{login[::-1]}-Z"
        self.run("login", login, stdin=f"{old or new}\n{new}\n")


@pytest.fixture
def terminal(
    clean_graph: neo4j.AsyncDriver, own_environment: Path, county_home: Path
) -> Iterator[Terminal]:
    copied = []
    for batch in (county_home / "claims" / "batches").iterdir():
        copied.append(own_environment / "claims" / "batches" / batch.name)
        shutil.copytree(batch, copied[-1])
    opened = Terminal()
    opened.login("sec", opened.add("sec", "security_admin"))
    passwords = {login: opened.add(login, role) for login, role in ROLES.items()}
    for login, password in passwords.items():
        opened.login(login, password)
    yield opened
    for batch in copied:
        shutil.rmtree(batch)


def test_a_ring_is_shown_judged_exported_and_counted(terminal: Terminal, tmp_path: Path) -> None:
    found = terminal.run("rings", "detect")
    ring = next(one for one in found["rings"] if one["route"] == "ring")
    number = ring["ring_id"]
    terminal.login("ring_ins")
    shown = terminal.run("rings", "show", number)
    assert shown["figures"]["draw"]["reached"] == 0
    assert shown["figures"]["p_value"] == pytest.approx(1 / (shown["figures"]["draw"]["runs"] + 1))
    assert len(shown["figures"]["records"]) == len(shown["marks"])
    assert shown["group"]["standing"] == "open"
    assert all("*" in face["name"] for face in shown["faces"] if face["name"])

    first, second, third = ring["patients"][:3]
    why = ("--reason", "笔录一致")
    terminal.run("rings", "judge", number, "--verdict", "confirmed", *why)
    members = ("--member", first, "--member", second)
    answer = terminal.run("rings", "judge", number, "--verdict", "confirmed", *members, *why)
    assert [event["type"] for event in answer["events"]] == ["Judged", "Judged"]
    terminal.run("rings", "judge", number, "--verdict", "rejected", "--member", third, *why)
    shown = terminal.run("rings", "show", number)
    assert shown["group"] == {"standing": "confirmed", "confirmed": 2, "rejected": 1, "unsure": 0}
    (row,) = (
        one
        for one in terminal.run("rings", "precision")["channels"]
        if one["channel"] == ring["channel"]
    )
    assert (row["rings"]["precision"], row["members"]["confirmed"]) == (1.0, 2)
    assert row["rings"]["interval"][0] < 1
    terminal.run("rings", "judge", number, "--take-back", "--member", third, "--reason", "看错")
    assert third not in terminal.run("rings", "show", number)["member_verdicts"]

    for kind in ("pdf", "xlsx"):
        told = terminal.run("rings", "export", number, "--out", str(tmp_path / f"ring.{kind}"))
        assert told["masked"] is True
    assert (tmp_path / "ring.pdf").read_bytes().startswith(b"%PDF-")
    english = tmp_path / "english.xlsx"
    terminal.run("rings", "export", number, "--out", str(english), "--language", "en")
    assert openpyxl.load_workbook(english).sheetnames[:2] == ["Summary", "Members"]
    named = tmp_path / "named.xlsx"
    purpose = ("--purpose", "核查线索", "--member", first)
    told = terminal.run("rings", "export", number, "--out", str(named), *purpose)
    assert told["masked"] is False
    sheet = openpyxl.load_workbook(named)["成员"]
    assert [row[0].value for row in sheet.iter_rows(min_row=3)] == [first]
    assert "核查线索" in str(sheet["A1"].value)

    terminal.run("rings", "export", number, "--out", str(tmp_path / "ring.docx"), code=2)
    terminal.run("rings", "judge", number, "--reason", "x", code=2)
    with pytest.raises(Refusal) as unknown:
        terminal.run("rings", "judge", number, "--verdict", "confirmed", "--member", "P-0", *why)
    assert unknown.value.code == "NOT_FOUND"
    terminal.login("ring_legal")
    with pytest.raises(Refusal) as refused:
        terminal.run("rings", "judge", number, "--verdict", "confirmed", *members, *why)
    assert refused.value.code == "ROLE_REQUIRED"
    terminal.login("ring_doc")
    with pytest.raises(Refusal) as hidden:
        terminal.run("rings", "show", number)
    assert hidden.value.code == "NOT_FOUND"

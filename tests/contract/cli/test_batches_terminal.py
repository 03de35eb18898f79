"""`jicha batches withdraw` and `jicha rejects export`: with a login, a role and a purpose, or not."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import neo4j
import pytest
from typer.testing import CliRunner

from audit.findings.shelf import Shelf
from claims.intake.run import run_import
from claims.store import ClaimStore
from cli.follow_up import STEPS
from cli.main import build_app
from cli.output import Exit
from stack.endpoints import Endpoints

PERSONS = "psn_no,psn_name,brdy\nP-1,张三,1990-01-01\nP-2,李四,never\n"
HOSPITAL = "fixmedins_code,fixmedins_name,fixmedins_type\nH-1,云溪医院,1\n"
VISITS = (
    "mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime\n"
    "V-1,P-1,H-1,11,2025-03-03 09:00:00,2025-03-03 09:20:00\n"
)
SETTLEMENTS = (
    "setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt\n"
    "S-1,V-1,P-1,H-1,11,2025-03-03 09:30:00,10.00,5.00\n"
)
PEOPLE = {"chief": "supervisor", "worker": "inspector", "jurist": "legal_reviewer"}


class Terminal:
    """Runs commands in process; a refusal is its code, and what was written by then is counted."""

    def __init__(self, driver: neo4j.Driver) -> None:
        self.app, self.runner, self.driver = build_app(), CliRunner(), driver
        self.once: dict[str, str] = {}

    def run(self, *words: str, stdin: str = "") -> dict[str, Any]:
        result = self.runner.invoke(self.app, [*words, "--json"], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        told: dict[str, Any] = json.loads(result.stdout.strip().splitlines()[-1])
        return told

    def refused(self, code: str, *words: str) -> None:
        before = self.events()
        with pytest.raises(Exception) as caught:  # noqa: PT011  (the code is what is compared)
            self.run(*words)
        assert getattr(caught.value, "code", "") == code, caught.value
        assert self.events() == before

    def events(self) -> int:
        found = self.driver.execute_query("MATCH (e:Event) RETURN count(e) AS n").records
        return int(found[0]["n"])

    def add(self, login: str, role: str) -> None:
        made = self.run("users", "add", login, "--role", role, "--name", login)
        self.once[login] = made["one_time_password"]

    def login(self, login: str) -> None:
        new = f"Mima-2026-{login[::-1]}-Z"
        old = self.once.pop(login, new)
        self.run("login", login, stdin=f"{old}\n{new}\n")


@pytest.fixture
def terminal(
    clean_graph: Any, neo4j_server: Endpoints, own_environment: Path
) -> Iterator[Terminal]:
    """A terminal of a home with one account for each role, and nobody signed in."""
    uri, password = neo4j_server.neo4j_uri, neo4j_server.neo4j_password
    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
        made = Terminal(driver)
        token = own_environment / "secrets" / "cli-token"
        token.unlink(missing_ok=True)
        made.add("guard", "security_admin")
        made.login("guard")
        for login, role in PEOPLE.items():
            made.add(login, role)
        made.run("logout")
        yield made
        token.unlink(missing_ok=True)
    for name in ("claims", "findings"):
        shutil.rmtree(own_environment / name, ignore_errors=True)
        (own_environment / name).mkdir(mode=0o700)


@pytest.fixture
def batch(own_environment: Path, tmp_path: Path) -> str:
    """A delivery of two persons, one of them rejected."""
    source = tmp_path / "delivery"
    source.mkdir()
    (source / "psn_info_b.csv").write_text(PERSONS, encoding="utf-8")
    (source / "medins_info_b.csv").write_text(HOSPITAL, encoding="utf-8")
    report = run_import(own_environment, source, "national", "tester", datetime.now(UTC))
    assert report.batch.rejects == 1
    return report.batch.batch_id


def test_rejected_rows_leave_with_login_role_and_purpose(
    terminal: Terminal, batch: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ask = ("rejects", "export", batch, str(out))
    terminal.refused("SIGN_IN_REQUIRED", *ask, "--purpose", "退回更正")
    terminal.login("jurist")
    terminal.refused("ROLE_REQUIRED", *ask, "--purpose", "退回更正")
    terminal.login("worker")
    terminal.refused("FIELD_REQUIRED", *ask, "--purpose", "  ")
    terminal.refused("batch_unknown", "rejects", "export", "B0", str(out), "--purpose", "退回更正")
    assert not out.exists()
    before = terminal.events()
    told = terminal.run(*ask, "--purpose", "退回更正")
    assert [Path(path).name for path in told["files"]] == ["psn_info_b.csv"]
    assert "李四" in (out / "psn_info_b.csv").read_text(encoding="utf-8-sig")
    assert "退回更正" in (out / "export.txt").read_text(encoding="utf-8-sig")
    assert "worker" in (out / "export.txt").read_text(encoding="utf-8-sig")
    assert terminal.events() == before + 1


def test_a_batch_is_taken_back_by_its_chiefs_alone_and_the_map_follows(
    terminal: Terminal, batch: str, own_environment: Path
) -> None:
    terminal.run("graph", "load", "--online")
    assert persons(terminal) == 1
    take = ("batches", "withdraw", batch, "--reason", "交错了文件")
    store = ClaimStore(own_environment)
    terminal.refused("SIGN_IN_REQUIRED", *take)
    terminal.login("worker")
    terminal.refused("ROLE_REQUIRED", *take)
    terminal.login("chief")
    terminal.refused("FIELD_REQUIRED", "batches", "withdraw", batch, "--reason", " ")
    terminal.refused("batch_unknown", "batches", "withdraw", "B0", "--reason", "交错了文件")
    assert [found.batch_id for found in store.batches()] == [batch]
    assert persons(terminal) == 1
    told = terminal.run(*take)
    assert told["withdrawn"]["reason"] == "交错了文件"
    assert told["withdrawn"]["by"] == "chief"
    assert store.batches() == []
    assert persons(terminal) == 0
    assert terminal.run(*take)["withdrawn"] == told["withdrawn"], "a second time changes nothing"


def test_with_the_last_batch_go_its_findings_and_its_rings(
    terminal: Terminal, own_environment: Path, tmp_path: Path
) -> None:
    source = tmp_path / "visits"
    source.mkdir()
    (source / "psn_info_b.csv").write_text(PERSONS, encoding="utf-8")
    (source / "medins_info_b.csv").write_text(HOSPITAL, encoding="utf-8")
    (source / "mdtrt_d.csv").write_text(VISITS, encoding="utf-8")
    (source / "setl_d.csv").write_text(SETTLEMENTS, encoding="utf-8")
    report = run_import(own_environment, source, "national", "tester", datetime.now(UTC))
    terminal.run("audit", "run")
    before = Shelf(own_environment).manifest()
    assert before is not None
    assert before.rules
    terminal.driver.execute_query(
        "CREATE (:Ring {ring_id: 'R0000000001', route: 'ring', run_id: 'before'})"
    )
    terminal.login("chief")
    terminal.run("batches", "withdraw", report.batch.batch_id, "--reason", "交错了文件")
    after = Shelf(own_environment).manifest()
    assert after is not None
    assert after.rules == {}
    told = terminal.driver.execute_query("MATCH (r:Ring) RETURN r.change AS change").records
    assert [row["change"] for row in told] == ["ended"]


def test_a_replaced_month_is_followed_and_a_plain_import_says_what_is_left(
    terminal: Terminal, own_environment: Path, tmp_path: Path
) -> None:
    source = tmp_path / "visits"
    source.mkdir()
    (source / "psn_info_b.csv").write_text(PERSONS, encoding="utf-8")
    (source / "medins_info_b.csv").write_text(HOSPITAL, encoding="utf-8")
    (source / "mdtrt_d.csv").write_text(VISITS, encoding="utf-8")
    (source / "setl_d.csv").write_text(SETTLEMENTS, encoding="utf-8")
    plain = terminal.runner.invoke(terminal.app, ["import", str(source)])
    assert plain.exit_code == Exit.DATA, plain.output
    assert STEPS in plain.stderr
    assert persons(terminal) == 0
    (source / "mdtrt_d.csv").write_text(VISITS.replace("V-1", "V-2"), encoding="utf-8")
    (source / "setl_d.csv").write_text(SETTLEMENTS.replace("V-1", "V-2"), encoding="utf-8")
    replaced = terminal.runner.invoke(
        terminal.app, ["import", str(source), "--replace-month", "2025-03"]
    )
    assert STEPS not in replaced.stderr
    assert persons(terminal) == 1
    run = terminal.driver.execute_query("MATCH (d:RingRun) RETURN d.at AS at").records
    assert len(run) == 1


def persons(terminal: Terminal) -> int:
    found = terminal.driver.execute_query("MATCH (p:Patient) RETURN count(p) AS n").records
    return int(found[0]["n"])

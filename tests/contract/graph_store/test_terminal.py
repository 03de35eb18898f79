"""`jicha users | login | case | points` on real servers: four eyes hold at the terminal, too."""

import json
import stat
from pathlib import Path
from typing import Any

import docx
import pytest
from typer.testing import CliRunner

from casework.refusal import Refusal
from cli.main import build_app


class Terminal:
    """Runs commands in process; `last` is the JSON of the last line."""

    def __init__(self) -> None:
        self.app = build_app()
        self.runner = CliRunner()
        self.passwords: dict[str, str] = {}

    def run(self, *arguments: str, stdin: str = "") -> Any:
        result = self.runner.invoke(self.app, [*arguments, "--json"], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout.strip().splitlines()[-1])

    def add(self, login: str, role: str) -> None:
        made = self.run("users", "add", login, "--role", role, "--name", login)
        self.passwords[login] = made["one_time_password"]

    def login(self, login: str) -> None:
        new = f"Mima-2026-{login[::-1]}-Z"
        old = self.passwords.get(login, new)
        self.run("login", login, stdin=f"{old}\n{new}\n")
        self.passwords.pop(login, None)


def desk_of_a_supervisor(t: Terminal, folder: Path) -> None:
    """What waits, what he was told, what falls due; the review is given as one of several."""
    waits = t.run("inbox")["waiting"]
    # The measure that an officer proposed waits for him as well as the proposal, and he never said to whom
    # he has ties.
    found = [(one["key"], one["action"]) for one in waits]
    assert found == [
        ("DEMO-1", "DeclareTies"),
        ("DEMO-1", "ReviewProposal"),
        ("M1", "DecideMeasure"),
    ]
    told = t.run("notices", "list")
    # That officers were to be named, and a form to come back signed, is settled; that a measure and a
    # proposal wait is not.
    assert [one["settled_by"] for one in told["notices"]] == ["", "", "ins1", "sup", "sup"]
    assert told["unread"] == 2
    assert t.run("notices", "read", told["notices"][0]["key"])["read"] == 1
    t.run("notices", "read", "--all")
    assert t.run("notices", "list", "--unread")["notices"] == []
    with pytest.raises(Refusal) as refused:
        t.run("notices", "choose", "--way", "mail", "--email", "sup@bureau.gov.cn")
    assert refused.value.code == "CHANNEL_MISSING"
    (review,) = t.run("reviews", "list")["reviews"]
    assert review["bulk"]
    assert review["new_events"] > 0
    t.run("reviews", "show", "DEMO-1", "--seen")
    assert t.run("reviews", "show", "DEMO-1")["events"] == []
    due = t.run("calendar", "list", "--until", "2099-01-01")["deadlines"]
    assert {one["of"] for one in due} == {"DEMO-1"}
    assert t.run("calendar", "days", "--until", "2099-01-01")["days"][0]["total"] > 0
    assert t.run("calendar", "save", str(folder / "期限.ics"))["rows"] == len(due)
    assert (folder / "期限.ics").read_bytes().count(b"BEGIN:VEVENT") == len(due)
    assert t.run("board", "stage")["columns"][0]["cards"][0]["case_no"] == "DEMO-1"
    assert {one["key"] for one in t.run("board", "officer")["columns"]} == {"ins1", "ins2"}
    assert t.run("year", "show")["opened"] == 1
    assert t.run("year", "missed")["missed"] == []
    t.run("year", "save", str(folder / "年度.xlsx"))
    assert (folder / "年度.xlsx").read_bytes().startswith(b"PK")
    said = t.run("reviews", "approve", f"DEMO-1={review['version']}", "--opinion", "同意")
    assert said["outcomes"][0]["approved"], said
    assert t.run("reviews", "list")["reviews"] == []
    paper = ["measure", "print", "institution:H1", "M1", "measure_approval", "--purpose", "送审"]
    t.run(*paper, "--out", str(folder / "审批表.pdf"))
    assert (folder / "审批表.pdf").read_bytes().startswith(b"%PDF")


def letter_of_the_head(t: Terminal, folder: Path) -> None:
    """The letter to the centre is entered and printed; a number that is not there prints nothing."""
    t.login("head")
    letter = ["--scope", "检查、调查、取证", "--published-on", "2026-01-05", "--where", "局网站"]
    term = ["--starts-on", "2026-01-05", "--ends-on", "2099-12-31"]
    t.run("delegation", "entrust", "云医保委1号", *letter, *term)
    paper, none = folder / "委托书.docx", folder / "无.pdf"
    t.run("delegation", "print", "云医保委1号", "--out", str(paper))
    assert "云医保委1号" in "".join(p.text for p in docx.Document(str(paper)).paragraphs)
    with pytest.raises(Refusal) as refused:
        t.run("delegation", "print", "没有的文号", "--out", str(none))
    assert refused.value.code == "NOT_FOUND"
    assert not none.exists()
    assert [one["document_no"] for one in t.run("delegation", "list")["letters"]] == ["云医保委1号"]


def outbox_of_the_system(t: Terminal) -> None:
    """Nothing is stuck, for no way is set up here; which setting opens one is told."""
    t.login("xitong")
    found = t.run("notices", "outbox")
    assert found["stuck"] == []
    assert {way: one["open"] for way, one in found["ways"].items()} == dict.fromkeys(
        ("mail", "digest", "webhook"), False
    )
    assert t.run("notices", "resend", "--all")["queued"] == 0
    assert t.run("notices", "resend", "mail:nothing")["queued"] == 0


def test_four_eyes_at_the_terminal(
    clean_graph: Any, s3_server: Any, own_environment: Path, tmp_path: Path
) -> None:
    t = Terminal()
    t.add("sec", "security_admin")
    with pytest.raises(Refusal) as refused:
        t.add("ins1", "inspector")
    assert refused.value.code == "SIGN_IN_REQUIRED"
    t.login("sec")
    people = {"ins1": "inspector", "ins2": "inspector", "sup": "supervisor"}
    people |= {"head": "head", "xitong": "system_admin"}
    for login, role in people.items():
        t.add(login, role)
    for login in people:
        t.login(login)
    token = own_environment / "secrets" / "cli-token"
    assert stat.S_IMODE(token.stat().st_mode) == 0o600

    letter_of_the_head(t, tmp_path)
    t.login("ins1")
    lead = [
        "--title",
        "挂床",
        "--summary",
        "举报",
        "--party-name",
        "云溪医院",
        "--institution",
        "H1",
    ]
    days = ["--conduct-from", "2025-01-01", "--conduct-to", "2025-12-01"]
    t.run("case", "open", "--case-no", "DEMO-1", *lead, *days)
    t.login("sup")
    t.run("case", "assign", "DEMO-1", "--officers", "ins1=皖01", "--officers", "ins2=皖02")
    four = ["--preliminary-proof", "--penalty-possible", "--own-jurisdiction"]
    why = [*four, "--within-limitation", "--reasons", "充分"]
    t.login("ins1")
    t.run("case", "propose-filing", "DEMO-1", "--filing", "file", *why)
    t.login("sup")
    t.run("case", "review", "DEMO-1", "--matter", "filing", "--outcome", "approved")
    t.login("head")
    t.run("case", "file", "DEMO-1", *why)
    t.login("ins1")
    begin = ["case", "start", "DEMO-1", "--certificates-shown", "--recusal-settled"]
    with pytest.raises(Refusal) as refused:
        t.run(*begin)
    assert refused.value.code == "FILING_UNSIGNED"
    t.run("case", "issue-form", "DEMO-1", "--form-id", "filing")
    form = tmp_path / "立案审批表.txt"
    form.write_text("同意立案", encoding="utf-8")
    signed = t.run("case", "evidence", "DEMO-1", str(form), "--proves", "立案审批")["evidence_id"]
    t.run("case", "sign-form", "DEMO-1", "--issue-id", "W1", "--evidence-id", signed)
    t.run(*begin)
    record = tmp_path / "病历.txt"
    record.write_text("住院五日无任何治疗", encoding="utf-8")
    item = t.run("case", "evidence", "DEMO-1", str(record), "--proves", "挂床")
    assert len(item["sm3"]) == 64
    parts = [
        x
        for k in ("party", "measures", "facts", "evidence", "law", "proposal")
        for x in (f"--{k}", "x")
    ]
    t.run("case", "report", "DEMO-1", *parts)
    bill = ["--bill", "M1/1", "--title", "床位费", "--fixmedins-code", "H1", "--amount", "5000"]
    t.run("case", "line-add", "DEMO-1", *bill, "--inside-policy", "5000", "--fund-share", "0.9")
    part = ["--verdict", "partly", "--line", "M1/1", "--amount", "4213", "--reasons", "其余属实"]
    assert t.run("case", "lines-judge", "DEMO-1", *part, "--preview")["loss"] == "4213.00"
    back = tmp_path / "退回.csv"
    head = "就诊ID,明细流水号,退回金额,来源,日期,文号\n"
    back.write_text(head + "M1,1,100.00,自查,2025-08-01,自查1号\n", encoding="utf-8")
    assert t.run("ledger", "refunds", "H1", str(back))["entered"] == 1
    t.run("case", "lines-judge", "DEMO-1", *part)
    lines = t.run("case", "lines", "DEMO-1", "--state", "partly")
    assert (lines["totals"]["returned"], lines["totals"]["loss"]) == ("100.00", "4113.00")
    for name in ("清单.pdf", "清单.xlsx"):
        assert t.run("case", "lines-print", "DEMO-1", "--to", str(tmp_path / name))["bytes"] > 1000
    penalty = ["--article-id", "tiaoli-38-1", "--base-loss", "4113", "--multiple", "2"]
    t.run("case", "propose", "DEMO-1", *penalty, "--reasons", "情节较重")
    with pytest.raises(Refusal) as refused:
        t.run("case", "approve", "DEMO-1", "P1")
    assert refused.value.code == "ROLE_REQUIRED"
    on = ["--term", "tiaoli-38-talk", "--document-no", "约谈1号", "--subject-name", "云溪医院"]
    t.run("measure", "propose", "institution", "H1", *on, "--reasons", "多次违规")
    t.login("sup")
    desk_of_a_supervisor(t, tmp_path)
    with pytest.raises(Refusal) as refused:
        t.run("case", "decide", "DEMO-1", "--ruling", "penalty", "--decision-no", "1")
    assert refused.value.code == "ROLE_REQUIRED"
    shown = t.run("case", "show", "DEMO-1")
    assert shown["intact"]
    assert shown["state"]["proposals"][0]["fine"] == "8226.00"
    assert [row["case_no"] for row in t.run("case", "list")["cases"]] == ["DEMO-1"]
    book = t.run("ledger", "show", "DEMO-1")
    assert book["balances"]["confirmed"] == "4113.00"
    assert t.run("ledger", "check", "DEMO-1")["agrees"]
    assert t.run("whoami")["account"] == "sup"
    with pytest.raises(Refusal) as refused:
        t.run("notices", "outbox")
    assert refused.value.code == "ROLE_REQUIRED"
    outbox_of_the_system(t)
    t.run("logout")
    with pytest.raises(Refusal) as refused:
        t.run("whoami")
    assert refused.value.code == "SIGN_IN_REQUIRED"

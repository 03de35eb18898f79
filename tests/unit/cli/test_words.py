"""What the terminal says is words: of a case's timeline and proposals, of phases, of hashes."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from casework.cases.state import Proposal
from casework.clocks.deadlines import Clock, Deadline
from casework.commands.case.kinds import Outcome
from casework.event_names import EVENTS
from casework.events import Event
from casework.hands import Hand
from cli import language
from cli.case_text import REVIEWS, clock_line, event_line, proposal_line
from cli.main import build_app
from cli.output import Exit, Output, told
from cli.phases import GRAPH, in_words
from cli.ring_phases import RINGS
from graph.rings.channels import CHANNELS

AT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
MAKER, CHECKER = Hand("jicha1", "P1", "陈立行"), Hand("zhongxin", "P2", "周明远")


def test_a_timeline_names_the_act_and_the_person() -> None:
    by = {"account": "jicha1", "person": "P1", "name": "陈立行"}
    event = Event("case:C1", 1, "CaseOpened", {"by": by}, "jicha1", AT, "", "")
    assert event_line(event) == "  2026-03-02 09:30  登记线索  陈立行（jicha1）"
    assert event_line(replace(event, data={}, type="Unheard")).endswith("Unheard  jicha1")


def test_every_name_of_an_event_is_in_both_languages() -> None:
    for zh, en in EVENTS.values():
        assert not zh.isascii()
        assert en.isascii()


def test_a_proposal_is_shown_with_the_number_that_its_review_wants() -> None:
    sums = {"fine": Decimal("20.00"), "recovery": Decimal("10.00"), "base_loss": Decimal("10.00")}
    one = Proposal(
        "P1", MAKER, AT, "a", "第三十八条", multiple=Decimal(2), suspension_months=None, formula="",
        hearing_right=False, reasons="", **sums,
    )  # fmt: skip
    assert proposal_line(one).endswith(
        "P1  第三十八条  罚款 20.00 元  退回 10.00 元  陈立行提出  待审核"
    )
    done = replace(one, outcome="approved", reviewed_by=CHECKER)
    assert proposal_line(done).endswith("已同意（周明远）")
    assert set(REVIEWS) == {*Outcome, "superseded"}


def test_a_day_that_may_still_roll_is_shown_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def of(text: str, due: datetime | None, *, rolls: bool) -> str:
        return clock_line(
            Deadline(
                "review", "", text, "review", AT, due, 60, "natural_days", "复议法", "", Clock.RUNNING,
                problem="2027 年未收录", problem_en="2027 is not known", provisional=rolls,
            )
        )  # fmt: skip

    assert (
        of("复议", AT, rolls=True)
        == "  复议  2026-03-02 09:30（暂定：2027 年未收录）  计时中  复议法"
    )
    assert of("复议", None, rolls=False) == "  复议  2027 年未收录  计时中  复议法"
    monkeypatch.setattr(language, "_english", lambda: True)
    assert "2026-03-02 09:30 (provisional: 2027 is not known)  running" in of("", AT, rolls=True)


def test_phases_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    tell = in_words(lambda phase, _done, _total: heard.append(phase), GRAPH)
    tell("swap", 0, None)
    tell("new one", 0, None)
    tell("SEEN_BY", 0, None)
    tell("Patient", 0, None)
    assert heard == ["换入新库", "new one", "写入关联 SEEN_BY", "写入 Patient"]
    monkeypatch.setattr(language, "_english", lambda: True)
    tell("swap", 0, None)
    assert heard[-1] == "putting the new store in place"
    assert {f"rings:{channel.name}" for channel in CHANNELS} < set(RINGS)


def test_a_line_is_not_broken_where_nobody_reads_a_screen(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Output().say("jicha rejects export B000001 目录 --purpose 用途 " + "x" * 200)
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("hash_", ["xyz", "", "0" * 63, "g" * 64])
def test_what_is_no_hash_is_a_fault_of_the_command_line_not_of_the_dossier(
    tmp_path: Path, hash_: str
) -> None:
    file = tmp_path / "dossier.zip"
    file.write_bytes(b"PK")
    done = CliRunner().invoke(build_app(["verify"]), ["verify", str(file), "--expect", hash_])
    assert done.exit_code == Exit.USAGE
    assert "--expect" in done.output


def test_what_is_neither_a_file_nor_an_evidence_id_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JICHA_HOME", str(tmp_path / "home"))
    given = ["case", "evidence", "DEMO-1", str(tmp_path / "scan.pdf"), "--proves", "费用"]
    told = CliRunner().invoke(build_app(), given)
    assert told.exit_code == Exit.USAGE
    assert "没有文件" in told.output
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("done", "text"),
    [
        pytest.param(400, "400 / 10,000  40/s", id="too early to say"),
        pytest.param(5_000, "5,000 / 10,000  500/s  剩余 0:00:10", id="half done"),
        pytest.param(10_000, "10,000 / 10,000  1,000/s", id="done"),
    ],
)
def test_the_time_left_is_told_once_it_means_something(done: int, text: str) -> None:
    assert told(done, 10_000, done, 10.0) == text

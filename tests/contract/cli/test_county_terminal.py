"""Commands that read the claims, on a county that was imported and examined: papers, lines, skipped rules."""

import asyncio
import json
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit.engine.run import run_audit
from casework.clocks.calendars import local_date
from casework.commands import case as c
from cli import language
from cli.demo.people import Hospital, actor_of, make_accounts
from cli.main import build_app
from cli.person import keep_token
from graph.accounts.tokens import issue_token
from graph.commands import execute
from graph.migrate import migrate
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints

AT = datetime.now(UTC)
HAN = re.compile(r"[\u3400-\u9fff]")
TODAY = local_date(AT).isoformat()
DOCTORS = (("D34992500001", "黄宇"), ("D34992500002", "王金峰"))
HOSPITAL = Hospital("H34992500001", "云溪县人民医院", DOCTORS)


async def _people(endpoints: Endpoints) -> str:
    async with neo4j_driver(endpoints) as driver:
        await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
        await migrate(driver)
        await make_accounts(driver, HOSPITAL, "tester", AT)
        return await issue_token(driver, "jicha1", AT)


async def _assigned(endpoints: Endpoints, case_no: str) -> None:
    officers = tuple(c.OfficerRef(login, f"皖-{login}") for login in ("jicha1", "jicha2"))
    async with neo4j_driver(endpoints) as driver:
        who = await actor_of(driver, "zhongxin")
        await execute(driver, c.AssignOfficers(case_no=case_no, officers=officers), who, AT)


@pytest.fixture(scope="module")
def county(endpoints: Endpoints, own_environment: Path, county_home: Path) -> Iterator[Path]:
    """The terminal of an inspector, in a home with claims and their findings."""
    shutil.copytree(county_home / "claims", own_environment / "claims", dirs_exist_ok=True)
    run_audit(own_environment, at=AT, operator="tester")
    keep_token(asyncio.run(_people(endpoints)))
    yield own_environment
    (own_environment / "secrets" / "cli-token").unlink(missing_ok=True)
    # Nothing else: the home is that of the servers, which find one another by what they keep there.
    for brought in ("claims", "findings"):
        shutil.rmtree(own_environment / brought, ignore_errors=True)


def jicha(*words: str) -> dict[str, Any]:
    """What a command tells as JSON."""
    answer = CliRunner().invoke(build_app(), [*words, "--json"])
    assert answer.exception is None, (words, answer.output, answer.exception)
    told: dict[str, Any] = json.loads(answer.stdout.strip().splitlines()[-1])
    return told


def said(*words: str) -> str:
    answer = CliRunner().invoke(build_app(), [*words])
    assert answer.exception is None, (words, answer.output, answer.exception)
    return answer.output


def _findings() -> tuple[str, list[str]]:
    """An institution with findings that name their lines, and three of them."""
    every = [one for one in jicha("findings", "list", "--limit", "500")["findings"] if one["lines"]]
    of: dict[str, list[str]] = {}
    for one in every:
        of.setdefault(one["fixmedins_code"], []).append(one["finding_id"])
    place = max(of, key=lambda code: len(of[code]))
    return place, of[place][:3]


@pytest.mark.usefixtures("county")
def test_a_paper_is_shown_before_it_is_written_and_tied_to_a_later_case(
    endpoints: Endpoints, tmp_path: Path
) -> None:
    place, (first, second, third) = _findings()
    given = (
        "--title",
        "专项检查",
        "--institution",
        place,
        "--name",
        "机构",
        "--basis",
        "条例",
        "--scope",
        "收费",
    )
    day = ("--starts-on", TODAY, "--ends-on", TODAY)
    own = ("--officer", "jicha1=皖1", "--officer", "jicha2=皖2", "--notice-no", "检1号")
    number = jicha("inspection", "open", *given, *day, *own)["events"][0]["stream"].partition(":")[
        2
    ]
    paper = ("inspection", "paper", number, "--finding", first)
    # Nothing is written by the preview, on a paper that could not even be written yet.
    before = jicha("inspection", "show", number)
    shown = jicha(*paper, "--preview")
    assert shown["lines"]
    assert shown["unknown"] == []
    assert f"涉及基金 {shown['summed']} 元（未写入）" in said(*paper, "--preview")
    assert jicha("inspection", "show", number) == before
    case = (
        "--title",
        "后立案件",
        "--summary",
        "检查发现",
        "--party-name",
        "机构",
        "--institution",
        place,
    )
    span = ("--conduct-from", "2025-01-01", "--conduct-to", "2025-12-31")
    opened = jicha("case", "open", *case, *span, "--finding", first, "--finding", second)
    case_no = opened["events"][0]["stream"].partition(":")[2]
    early = CliRunner().invoke(
        build_app(), ["inspection", "link", number, case_no, "--reason", "检查后立案"]
    )
    assert getattr(early.exception, "code", "") == "ILLEGAL_MOVE"
    told = ("--certificates-shown", "--recusal-told", "--place", "门诊部", "--received-by", "院长")
    jicha("inspection", "start", number, "--started-on", TODAY, *told)
    notice = tmp_path / "通知书.pdf"
    notice.write_bytes(b"%PDF-1.4\n" + b"x" * 900 + b"\n%%EOF\n")
    kept = jicha("evidence", "add", str(notice))["evidence_id"]
    jicha("inspection", "notice-signed", number, kept)
    jicha("inspection", "close", number, "--situation", "检查完毕")
    untied = jicha("inspection", "show", number)
    link = ["inspection", "link", number, case_no, "--reason", "检查后立案"]
    stranger = CliRunner().invoke(build_app(), link)
    assert getattr(stranger.exception, "code", "") == "NOT_AN_OFFICER"
    assert jicha("inspection", "show", number) == untied
    asyncio.run(_assigned(endpoints, case_no))
    tied = jicha("inspection", "link", number, case_no, "--reason", "检查后立案")
    assert tied["events"][0]["type"] == "InspectionFollowed"
    # A finding that came after the lines were listed brings lines of its own.
    assert jicha("case", "lines-arrived", case_no)["count"] == 0
    jicha("case", "lines-list", case_no)
    jicha("case", "findings", case_no, "--finding", third)
    arrived = jicha("case", "lines-arrived", case_no)
    assert arrived["count"] == len(arrived["lines"]) > 0
    sums = f"列入后新到 {arrived['count']} 条，涉及基金 {arrived['suspected']} 元"
    assert sums in said("case", "lines-arrived", case_no)


@pytest.mark.usefixtures("county")
def test_why_a_rule_was_skipped_is_said_in_the_reader_s_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import audit.engine.run as engine

    monkeypatch.setattr(engine, "columns_present", lambda store: {})
    for spoken, words in (
        ("zh", "[跳过] 重复收费：缺少数据表"),
        ("en", "the rule did not run"),
    ):
        monkeypatch.setenv("JICHA_LANGUAGE", spoken)
        language._english.cache_clear()
        told = said("audit", "run", "--rule", "duplicate_charge")
        assert words in told
        assert bool(HAN.search(told)) is (spoken == "zh")
    language._english.cache_clear()

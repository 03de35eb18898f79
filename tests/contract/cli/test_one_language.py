"""A dozen commands on real servers, in either language: each speaks one, whoever wrote the words of a case."""

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import neo4j
import pytest
from typer.testing import CliRunner

from casework.commands import agreement as a
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
NO = "LANG-1"
DOCTORS = (("D34992500001", "黄宇"), ("D34992500002", "王金峰"))
HOSPITAL = Hospital("H34992500001", "云溪县人民医院", DOCTORS)
HAN = re.compile(r"[\u3400-\u9fff]+")
#: Five English words in a row are a sentence; a code or the name of a field is not.
SENTENCE = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){4}")
#: What people wrote stays as it was written.
WRITTEN = ("云溪县人民医院", "重复收取护理费协议处理", "何雅琴", "第三十条", "多收费事实清楚")
COMMANDS = (
    ("case", "list"),
    ("case", "show", NO),
    ("case", "lines-arrived", NO),
    ("clock", "explain", NO),
    ("ledger", "show", NO),
    ("inbox",),
    ("notices", "list"),
    ("measure", "list"),
    ("points", "list"),
    ("inspection", "list"),
    ("form", "list"),
    ("audit", "rules"),
    ("log", "verify"),
    ("case", "show", "NONE-9"),
)


async def _fill(endpoints: Endpoints) -> str:
    """People, a case under the agreement with a proposal; returns a token of the agency's officer."""
    async with neo4j_driver(endpoints) as driver:
        await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
        await migrate(driver)
        await make_accounts(driver, HOSPITAL, "tester", AT)
        await _case(driver)
        return await issue_token(driver, "jingban", AT)


async def _case(driver: neo4j.AsyncDriver) -> None:
    agency = await actor_of(driver, "jingban")
    found = c.FindingRef("F1", "duplicate_charge", Decimal("4113.00"), "多收费事实清楚")
    measure = a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="第三十条")
    for command in (
        c.OpenCase(
            case_no=NO,
            title="重复收取护理费协议处理",
            source=c.Source.INSPECTION,
            summary="多收费事实清楚",
            party=c.Party(c.PartyKind.INSTITUTION, HOSPITAL.fixmedins_code, HOSPITAL.name),
            conduct_from=date(2025, 3, 1),
            conduct_to=date(2025, 9, 30),
            path=c.Path.AGREEMENT,
            findings=(found,),
        ),
        c.ListLines(case_no=NO),
        c.JudgeLines(case_no=NO, verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open")),
        a.ProposeHandling(case_no=NO, measures=(measure,), reasons="多收费事实清楚"),
    ):
        await execute(driver, command, agency, AT)


@pytest.fixture(scope="module")
def filled(endpoints: Endpoints, own_environment: Path) -> Iterator[None]:
    keep_token(asyncio.run(_fill(endpoints)))
    yield
    (own_environment / "secrets" / "cli-token").unlink(missing_ok=True)


@pytest.fixture(params=["zh", "en"])
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("JICHA_LANGUAGE", request.param)
    language._english.cache_clear()
    yield request.param
    language._english.cache_clear()


def _said(words: tuple[str, ...]) -> str:
    """All that a command says, without what people wrote; a refusal by its sentence."""
    answer = CliRunner().invoke(build_app(), [*words])
    raised: Any = answer.exception
    said = answer.output
    if raised is not None and not isinstance(raised, SystemExit):
        assert hasattr(raised, "code"), raised
        said += language.say(str(raised), raised.message_en)
    for text in WRITTEN:
        said = said.replace(text, "…")
    return said


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_speaks_the_reader_s_language_alone(words: tuple[str, ...], spoken: str) -> None:
    said = _said(words)
    assert said.strip()
    strange = (HAN if spoken == "en" else SENTENCE).findall(said)
    assert strange == []

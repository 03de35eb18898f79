"""A migrated graph with a bureau's accounts in it."""

import sys
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import neo4j
import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))

from casework.actors import ANY_LETTER, Actor, Role
from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.delegation import EntrustCentre
from graph.commands import execute
from graph.migrate import migrate

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"
CONSOLE = Actor("console", "服务器", frozenset({Role.SECURITY_ADMIN}), "console")
PEOPLE = {
    "ins1": (Role.INSPECTOR, None, None),
    "ins2": (Role.INSPECTOR, None, None),
    "sup": (Role.SUPERVISOR, None, None),
    "legal": (Role.LEGAL_REVIEWER, None, None),
    "head": (Role.HEAD, None, None),
    "agency": (Role.AGENCY_OFFICER, None, None),
    "chief": (Role.AGENCY_HEAD, None, None),
    "office": (Role.INSURANCE_OFFICE, None, HOSPITAL),
    "other": (Role.INSURANCE_OFFICE, None, "H2"),
    "doc": (Role.PHYSICIAN, "D1", HOSPITAL),
    "sys": (Role.SYSTEM_ADMIN, None, None),
    "aud": (Role.AUDITOR, None, None),
}


#: Under which the centre acts: without one none of its steps waits for anybody.
LETTER = EntrustCentre(
    document_no="云医保委〔2026〕1号", scope="检查、调查、取证", where="局网站",
    published_on=date(2026, 1, 5), starts_on=date(2026, 1, 5), ends_on=date(2030, 12, 31),
)  # fmt: skip


@pytest_asyncio.fixture(loop_scope="session")
async def store(clean_graph: neo4j.AsyncDriver) -> AsyncIterator[neo4j.AsyncDriver]:
    await migrate(clean_graph)
    await clean_graph.execute_query("CREATE (:Ring {ring_id: 'R1'})")
    for login, (role, doctor, institution) in PEOPLE.items():
        command = CreateAccount(
            login=login,
            name=login.upper(),
            person=f"p-{login}",
            roles=frozenset({role}),
            prac_psn_code=doctor,
            fixmedins_code=institution,
        )
        await execute(clean_graph, command, CONSOLE, AT)
    await execute(clean_graph, LETTER, Actor("head", "HEAD", frozenset({Role.HEAD}), "p-head"), AT)
    yield clean_graph


@pytest.fixture
def people() -> dict[str, Actor]:
    return {
        login: Actor(
            login,
            login.upper(),
            frozenset({role}),
            f"p-{login}",
            doctor,
            institution,
            letters=(ANY_LETTER,),
        )
        for login, (role, doctor, institution) in PEOPLE.items()
    }


@pytest.fixture
def lead() -> c.OpenCase:
    return c.OpenCase(
        case_no="C1",
        title="云溪医院涉嫌挂床住院案",
        source=c.Source.TIP,
        summary="群众举报",
        party=c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院"),
        conduct_from=date(2025, 1, 10),
        conduct_to=date(2025, 12, 20),
        findings=(c.FindingRef("F1", "hanging_bed", Decimal("4113.00"), "挂床 5 天"),),
        ring_ids=("R1",),
    )

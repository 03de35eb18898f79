"""The steps of the demo, each of which can be repeated: what is there already stays as it is."""

import asyncio
import getpass
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import neo4j
from filelock import FileLock

from audit.engine.run import run_audit
from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from cli.context import needs, settings
from cli.demo.cases import Desk, Team, prepare_cases
from cli.demo.course import offer_course
from cli.demo.doctors import score_doctors
from cli.demo.parameters import set_area
from cli.demo.people import Person, actor_of, find_hospital, make_accounts
from cli.language import listed, role_name, say
from cli.output import Output
from cli.phases import AUDIT, GENERATE, GRAPH, IMPORT, in_words
from cli.ring_phases import RINGS
from evidence.s3 import S3Store
from graph.load.run import load
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.write_back import write_back
from stack.clients import neo4j_driver, object_client
from stack.endpoints import Endpoints
from stack.neo4j_admin import Neo4jAdmin

#: The mark of a home whose accounts were handed over.
SHOWN: Final = "accounts-shown"
#: The operator of what the start itself imported and examined, as pages and reports show it.
DEMO: Final = "演示 / demo"


def prepare(out: Output, persons: int, seed: int) -> tuple[dict[str, Any], str]:
    """Generate, import, load, examine, find rings, make accounts and cases.

    A preparation that was killed is gone on with: nothing is made twice. One that still runs, though
    the start that began it was killed, is waited for.
    """
    with FileLock(settings().home / "run" / "demo-prepare.lock"):
        return _prepare(out, persons, seed)


def _prepare(out: Output, persons: int, seed: int) -> tuple[dict[str, Any], str]:
    started = time.monotonic()
    home = settings().home
    _county(out, persons, seed)
    now = datetime.now(UTC)
    out.say("审核 / examining …")
    report = run_audit(home, at=now, operator=_by(), progress=in_words(out.progress, AUDIT))
    out.say("查找疑似团伙 / looking for rings …")
    found = detect(ClaimStore(home), progress=in_words(out.progress, RINGS))
    with needs("neo4j", "s3", out=out) as endpoints:
        S3Store(object_client(endpoints)).prepare()
        out.say("装载图谱 / loading the map …")
        asyncio.run(_map(endpoints, out))
        people, cases = asyncio.run(_people(endpoints, out, found))
    seconds = round(time.monotonic() - started, 1)
    facts = {
        "persons": persons,
        "findings": sum(outcome.findings or 0 for outcome in report.rules),
        "rings": len(found.rings),
        "accounts": [{"account": p.account, "password": p.password} for p in people],
        "cases": cases,
        "seconds": seconds,
    }
    return facts, _text(people, cases, seconds)


def _by() -> str:
    """Who brought the demo county in. No person did: the login of the machine would pose as one."""
    return settings().operator or DEMO


def accounts_shown(home: Path) -> bool:
    """Whether the passwords of the accounts were shown; they themselves are kept nowhere."""
    return any((home / "run" / name).exists() for name in (SHOWN, "demo-prepared"))


def note_shown(home: Path) -> None:
    """Remember that the passwords were shown."""
    (home / "run" / SHOWN).touch()


def _county(out: Output, persons: int, seed: int) -> None:
    home = settings().home
    folder = home / "tmp" / "county"
    # A start that was killed left its files behind.
    shutil.rmtree(folder, ignore_errors=True)
    if ClaimStore(home).batches():
        return
    out.say(f"生成演示县 / generating a county of {persons:,} persons …")
    progress = in_words(out.progress, GENERATE)
    generate(folder, persons, seed, home / "tmp" / "answer-key.json", progress=progress)
    out.say("导入 / importing …")
    progress = in_words(out.progress, IMPORT)
    run_import(home, folder, "national", _by(), datetime.now(UTC), progress)
    shutil.rmtree(folder)


async def _map(endpoints: Endpoints, out: Output) -> None:
    store, admin = ClaimStore(settings().home), Neo4jAdmin(settings(), out.say)
    async with neo4j_driver(endpoints) as driver:
        progress = in_words(out.progress, GRAPH)
        await load(driver, store, at=datetime.now(UTC), progress=progress, admin=admin)


async def _people(endpoints: Endpoints, out: Output, found: Any) -> tuple[list[Person], list[str]]:
    now, home = datetime.now(UTC), settings().home
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        await write_back(driver, found, now, uuid4().hex)
        out.say("建立账号与案件 / accounts and cases …")
        hospital = find_hospital(ClaimStore(home))
        shown = accounts_shown(home)
        people = await make_accounts(driver, hospital, getpass.getuser(), now, shown=shown)
        team = await _team(driver)
        agency = await actor_of(driver, "jingban")
        await set_area(driver, team, now)
        await score_doctors(driver, hospital, agency, team, now)
        await offer_course(driver, agency, now)
        desk = Desk(driver, endpoints, home, team, now, out)
        return people, await prepare_cases(desk)


async def _team(driver: neo4j.AsyncDriver) -> Team:
    return Team(
        first=await actor_of(driver, "jicha1"),
        second=await actor_of(driver, "jicha2"),
        supervisor=await actor_of(driver, "zhongxin"),
        head=await actor_of(driver, "juzhang"),
    )


def _text(people: list[Person], cases: list[str], seconds: float) -> str:
    lines = [
        say(
            f"演示县已就绪，用时 {seconds} 秒；案件 {listed(cases)}。",
            f"The demo county is ready after {seconds} s; cases {listed(cases)}.",
        ),
        "",
    ]
    fresh = [person for person in people if person.password]
    if fresh:
        lines.append(
            say(
                "账号（密码只显示这一次，遗失后用 jicha users reset 重置）：",
                "Accounts (passwords are shown this once; a lost one: jicha users reset):",
            )
        )
        lines += [
            f"  {p.account:<10} {p.password:<18} {role_name(p.role)}  {p.name}" for p in fresh
        ]
    else:
        lines.append(
            say(
                "账号已存在；密码遗失请用 jicha users reset 重置。",
                "The accounts are there; a lost password: jicha users reset.",
            )
        )
    return "\n".join(lines)

"""The people of the demo county: one account for each role, passwords made at this very moment."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import duckdb
import neo4j

from casework.actors import Actor, Permission, Role, console
from casework.clocks.calendars import local_date
from casework.commands.accounts import CreateAccount, GrantPermission, ResetPassword
from casework.commands.delegation import EntrustCentre
from claims.store import ClaimStore
from graph.accounts.passwords import change_password, create_account, reset_password
from graph.accounts.read import find_account
from graph.commands import execute

LETTERS = "abcdefghjkmnpqrstuvwxyz"
DIGITS = "23456789"
TRAINED = "jicha1"
REISSUED = "首次启动中断，密码尚未交给本人"


@dataclass(frozen=True)
class Hospital:
    """Where the demo's doctors work: the hospital with the most visits, and two of its doctors."""

    fixmedins_code: str
    name: str
    doctors: tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Person:
    """A demo account; `password` is empty when its owner has one already."""

    account: str
    name: str
    role: Role
    password: str


HOSPITAL = """
    SELECT m.fixmedins_code, i.fixmedins_name, count(*) AS visits
    FROM mdtrt_d m JOIN medins_info_b i USING (fixmedins_code)
    WHERE i.fixmedins_type = '1'
    GROUP BY ALL ORDER BY visits DESC, m.fixmedins_code LIMIT 1
"""
DOCTORS = """
    SELECT s.prac_psn_code, s.prac_psn_name
    FROM staff_info_b s JOIN visit_doctor d USING (prac_psn_code)
    WHERE s.fixmedins_code = ?
    GROUP BY ALL ORDER BY count(*) DESC, s.prac_psn_code LIMIT 2
"""
BUREAU = (
    ("jicha1", "陈立行", Role.INSPECTOR),
    ("jicha2", "林晓舟", Role.INSPECTOR),
    ("zhongxin", "周明远", Role.SUPERVISOR),
    ("fazhi", "许文清", Role.LEGAL_REVIEWER),
    ("juzhang", "郑国栋", Role.HEAD),
    ("fuju", "沈建平", Role.DEPUTY_HEAD),
    ("jingban", "何雅琴", Role.AGENCY_OFFICER),
    ("jingbanzr", "秦月华", Role.AGENCY_HEAD),
    ("xitong", "马志强", Role.SYSTEM_ADMIN),
    ("anquan", "宋佳宁", Role.SECURITY_ADMIN),
    ("shenji", "田雨桐", Role.AUDITOR),
)


def find_hospital(store: ClaimStore) -> Hospital:
    """The busiest hospital and its two busiest doctors."""
    with store.connect() as connection:
        code, name, _ = _one(connection, HOSPITAL)
        first, second = connection.execute(DOCTORS, [code]).fetchall()
    return Hospital(code, name, ((first[0], first[1]), (second[0], second[1])))


def _one(connection: duckdb.DuckDBPyConnection, sql: str) -> tuple[str, str, int]:
    row = connection.execute(sql).fetchone()
    if row is None:
        raise LookupError("演示县没有医院的就诊记录")
    return row[0], row[1], row[2]


async def make_accounts(
    driver: neo4j.AsyncDriver, hospital: Hospital, user: str, at: datetime, *, shown: bool = True
) -> list[Person]:
    """Create what does not exist yet. The operator makes the security administrator, who makes the
    others; each person then has a password of his own instead of the one-time one.

    Passwords are kept nowhere. While a start that was interrupted has not `shown` them, an account
    to which nobody has signed in yet gets a new one.
    """
    commands = _commands(hospital)
    security = next(c for c in commands if Role.SECURITY_ADMIN in c.roles)
    people = [await _make(driver, security, console(user), at, shown)]
    administrator = await actor_of(driver, security.login)
    for command in commands:
        if command is not security:
            people.append(await _make(driver, command, administrator, at, shown))
    await _train(driver, administrator, at)
    await _entrust(driver, at)
    order = [command.login for command in commands]
    return sorted(people, key=lambda person: order.index(person.account))


async def _entrust(driver: neo4j.AsyncDriver, at: datetime) -> None:
    """The head records and publishes the letter under which the centre acts (处罚法 20)."""
    head = await actor_of(driver, "juzhang")
    if head.letters:
        return
    today = local_date(at)
    # Older than the inspections and cases that the county shows.
    since = date(today.year - 1, 1, 4)
    command = EntrustCentre(
        document_no=f"云医保委〔{since.year}〕1号",
        scope="以本局名义实施医疗保障基金使用的监督检查、调查取证和行政处罚程序",
        published_on=since,
        where="县医疗保障局网站",
        starts_on=since,
        ends_on=date(today.year + 2, 12, 31),
    )
    await execute(driver, command, head, at)


async def _train(driver: neo4j.AsyncDriver, by: Actor, at: datetime) -> None:
    """Let the inspector who was trained for it use the Cypher console for a quarter."""
    account = await find_account(driver, TRAINED)
    if account is None or account.permits(Permission.CYPHER_CONSOLE, at):
        return
    command = GrantPermission(
        login=TRAINED,
        permission=Permission.CYPHER_CONSOLE,
        until=local_date(at) + timedelta(days=90),
        reason="已完成图谱查询培训",
    )
    await execute(driver, command, by, at)


async def actor_of(driver: neo4j.AsyncDriver, login: str) -> Actor:
    """The person behind an account."""
    account = await find_account(driver, login)
    if account is None:
        raise LookupError(login)
    return account.actor


def _commands(hospital: Hospital) -> list[CreateAccount]:
    found = [
        CreateAccount(login=login, name=name, person=login, roles=frozenset({role}))
        for login, name, role in BUREAU
    ]
    for login, name, role in (
        ("yibaoban", "医保办 吴慧", Role.INSURANCE_OFFICE),
        ("dangwei", "党委 蒋正", Role.PARTY_SECRETARY),
    ):
        found.append(
            CreateAccount(
                login=login,
                name=name,
                person=login,
                roles=frozenset({role}),
                fixmedins_code=hospital.fixmedins_code,
            )
        )
    for login, (code, name) in zip(("yishi1", "yishi2"), hospital.doctors, strict=True):
        found.append(
            CreateAccount(
                login=login,
                name=name,
                person=login,
                roles=frozenset({Role.PHYSICIAN}),
                prac_psn_code=code,
                fixmedins_code=hospital.fixmedins_code,
            )
        )
    return found


async def _make(
    driver: neo4j.AsyncDriver, command: CreateAccount, by: Actor, at: datetime, shown: bool
) -> Person:
    role, existing = next(iter(command.roles)), await find_account(driver, command.login)
    if existing is None:
        once = await create_account(driver, command, by, at)
    elif shown or existing.last_sign_in is not None:
        return Person(command.login, command.name, role, "")
    else:
        again = ResetPassword(login=command.login, reason=REISSUED)
        once = await reset_password(driver, again, by, at)
    password = own_password()
    await change_password(driver, await actor_of(driver, command.login), once, password, at)
    return Person(command.login, command.name, role, password)


def own_password() -> str:
    """A password that passes the rules and can be typed: letters, digits, capitals."""
    words = ["".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(2)]
    number = "".join(secrets.choice(DIGITS) for _ in range(4))
    return f"{words[0].capitalize()}-{words[1]}-{number}"

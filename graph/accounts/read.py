"""Read accounts: one for each request, or a list for the security administrator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final, LiteralString

import neo4j
from neo4j.exceptions import ServiceUnavailable, SessionExpired

from casework.actors import (
    BUREAU,
    Actor,
    Letter,
    Mandate,
    Permission,
    Principal,
    Role,
    StandIn,
    Viewer,
    named,
)
from casework.clocks.calendars import local_date
from casework.refusal import refuse

PAGE: Final = 500
#: What an account may sign for others, whose accounts work; the letters of the centre; and which
#: doctors the humans behind them are, by accounts that are blocked, too.
LENT: Final[LiteralString] = """
RETURN properties(a) AS a,
  COLLECT {
    MATCH (d:Delegation {deputy: a.account})
    MATCH (p:Account {account: d.principal}) WHERE NOT p.disabled
    RETURN {id: d.delegation_id, account: p.account, person: p.person, name: p.name,
            roles: p.roles, acts: d.acts, starts_at: d.starts_at, over_at: d.over_at,
            doctors: COLLECT {
              MATCH (o:Account {person: p.person}) WHERE o.prac_psn_code IS NOT NULL
              RETURN o.prac_psn_code
            }}
  } AS mandates,
  COLLECT { MATCH (e:Entrustment) RETURN properties(e) } AS letters,
  COLLECT {
    MATCH (x:Absence {stand_in: a.account})
    RETURN {account: x.account, name: x.name, starts_on: x.starts_on, over_on: x.over_on}
  } AS away,
  COLLECT {
    MATCH (o:Account {person: a.person}) WHERE o.prac_psn_code IS NOT NULL
    RETURN o.prac_psn_code
  } AS doctors
"""
FIND: Final[LiteralString] = (
    "UNWIND $accounts AS account MATCH (a:Account {account: account}) " + LENT
)
LIST: Final = """
MATCH (a:Account)
WHERE a.account > $after AND ($role IS NULL OR $role IN a.roles)
  AND ($among IS NULL OR any(role IN a.roles WHERE role IN $among))
RETURN properties(a) AS a ORDER BY a.account LIMIT $limit
"""
HOUSE: Final = """
MATCH (a:Account {fixmedins_code: $institution})
WHERE any(role IN a.roles WHERE role IN $roles)
RETURN properties(a) AS a ORDER BY a.account LIMIT $limit
"""


@dataclass(frozen=True)
class Account:
    """An account as it stands now. `actor` is the person it stands for."""

    actor: Actor
    version: int
    disabled: bool
    must_change_password: bool
    locked_until: datetime | None
    failures: int
    last_sign_in: datetime | None
    permissions: Mapping[Permission, date] = field(default_factory=dict)
    #: The certificate that the person was last named with as an officer.
    certificate_no: str | None = None

    def permits(self, permission: Permission, at: datetime) -> bool:
        """Whether the account holds the permission at that moment."""
        until = self.permissions.get(permission)
        return until is not None and local_date(at) <= until


async def find_account(driver: neo4j.AsyncDriver, login: str) -> Account | None:
    """Return an account by login, or None. For sign-in and sessions; no viewer yet."""
    return (await find_accounts(driver, [login])).get(login)


async def find_accounts(driver: neo4j.AsyncDriver, logins: Sequence[str]) -> dict[str, Account]:
    """Return accounts by login, those that there are. For sessions; no viewer yet."""
    # Asked with every request: one message instead of the three of a managed transaction. A
    # connection that went stale while it was pooled is worth one more try; a server that is away is
    # not, for whoever asked is to be told so at once.
    try:
        rows = await _found(driver, logins)
    except (ServiceUnavailable, SessionExpired):
        rows = await _found(driver, logins)
    return {account.actor.account: account for account in map(lent_account, rows)}


async def _found(driver: neo4j.AsyncDriver, logins: Sequence[str]) -> list[neo4j.Record]:
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        return [row async for row in await session.run(FIND, accounts=logins)]


async def list_accounts(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    role: Role | None = None,
    first: int = 100,
    after: str = "",
) -> tuple[Account, ...]:
    """Return accounts in order of login: all for the security administrator and the auditor.

    People of the bureau see each other (to assign work), nobody else. Others are refused.
    """
    all_of_them = viewer.actor.holds(Role.SECURITY_ADMIN, Role.AUDITOR)
    if not all_of_them and not viewer.actor.holds(*BUREAU):
        raise refuse("ROLE_REQUIRED", **named([Role.SECURITY_ADMIN]))
    rows, _, _ = await driver.execute_query(
        LIST,
        role=role.value if role else None,
        after=after,
        among=None if all_of_them else [role.value for role in BUREAU],
        limit=max(1, min(first, PAGE)),
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple(account_of(row["a"]) for row in rows)


async def every_account(
    driver: neo4j.AsyncDriver, viewer: Viewer, *, role: Role | None = None
) -> tuple[Account, ...]:
    """Return what `list_accounts` returns, to the last one."""
    found: list[Account] = []
    while True:
        after = found[-1].actor.account if found else ""
        page = await list_accounts(driver, viewer, role=role, first=PAGE, after=after)
        found += page
        if len(page) < PAGE:
            return tuple(found)


async def own_house(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[Account, ...]:
    """Return those of a secretary's own hospital who may sign for him; nobody for others."""
    actor = viewer.actor
    if not actor.holds(Role.PARTY_SECRETARY) or actor.fixmedins_code is None:
        return ()
    rows, _, _ = await driver.execute_query(
        HOUSE,
        institution=actor.fixmedins_code,
        roles=[Role.PARTY_SECRETARY.value, Role.INSURANCE_OFFICE.value],
        limit=PAGE,
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple(account_of(row["a"]) for row in rows)


def account_of(node: dict[str, Any]) -> Account:
    """Build an account from its node."""
    return Account(
        actor=Actor(
            account=node["account"],
            name=node["name"],
            roles=frozenset(Role(role) for role in node["roles"]),
            person=node["person"],
            prac_psn_code=node.get("prac_psn_code"),
            fixmedins_code=node.get("fixmedins_code"),
        ),
        version=node["version"],
        disabled=node["disabled"],
        must_change_password=node["must_change"],
        locked_until=_moment(node.get("locked_until")),
        failures=node.get("failures", 0),
        last_sign_in=_moment(node.get("last_sign_in")),
        permissions=dict(_permission(text) for text in node.get("permissions") or ()),
        certificate_no=node.get("certificate_no"),
    )


def lent_account(row: neo4j.Record) -> Account:
    """Build an account with what it may sign for others, from a row that `LENT` returns."""
    account = account_of(row["a"])
    mandates = tuple(_mandate(one) for one in row["mandates"])
    letters = tuple(_letter(one) for one in row["letters"])
    away = tuple(_stand_in(one) for one in row["away"])
    doctors = frozenset(row["doctors"])
    actor = replace(
        account.actor, mandates=mandates, letters=letters, stands_in=away, doctors=doctors
    )
    return replace(account, actor=actor)


def _mandate(d: dict[str, Any]) -> Mandate:
    return Mandate(
        principal=Principal(d["account"], d["person"], d["name"], d["id"], frozenset(d["doctors"])),
        roles=frozenset(Role(role) for role in d["roles"]),
        acts=frozenset(d["acts"]),
        starts_at=datetime.fromisoformat(d["starts_at"]),
        ends_at=datetime.fromisoformat(d["over_at"]),
    )


def _letter(d: dict[str, Any]) -> Letter:
    starts, ends = (date.fromisoformat(d[name]) for name in ("starts_on", "ends_on"))
    return Letter(d["document_no"], starts, ends)


def _stand_in(d: dict[str, Any]) -> StandIn:
    starts, ends = (date.fromisoformat(d[name]) for name in ("starts_on", "over_on"))
    return StandIn(d["account"], d["name"], starts, ends)


def _permission(text: str) -> tuple[Permission, date]:
    name, _, day = text.partition(" ")
    return Permission(name), date.fromisoformat(day)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

"""Who acts: roles, the acting person, and the eyes that read.

Four-eyes rules compare persons and accounts, never roles: one person may hold two roles
or two accounts, and is still one pair of eyes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """Roles of a county bureau, its agency, and the institutions it supervises."""

    INSPECTOR = "inspector"
    SUPERVISOR = "supervisor"
    LEGAL_REVIEWER = "legal_reviewer"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"
    AGENCY_OFFICER = "agency_officer"
    AGENCY_HEAD = "agency_head"
    INSURANCE_OFFICE = "insurance_office"
    PARTY_SECRETARY = "party_secretary"
    PHYSICIAN = "physician"
    SYSTEM_ADMIN = "system_admin"
    SECURITY_ADMIN = "security_admin"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """What a role alone does not give: granted to one account, for a time, with a reason."""

    CYPHER_CONSOLE = "cypher_console"


PERMISSION_NAMES_ZH: dict[Permission, str] = {Permission.CYPHER_CONSOLE: "图谱查询控制台"}
ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
#: Who are the head and deputies of the bureau itself: its 负责人 (处罚法 57).
PRINCIPALS = frozenset({Role.HEAD, Role.DEPUTY_HEAD})
BUREAU = PRINCIPALS | {
    Role.INSPECTOR,
    Role.SUPERVISOR,
    Role.LEGAL_REVIEWER,
    Role.AGENCY_OFFICER,
    Role.AGENCY_HEAD,
}
#: The people of the 经办机构, which handles under the agreement (条例 13).
AGENCY = frozenset({Role.AGENCY_OFFICER, Role.AGENCY_HEAD})
#: Import, load and examine data; the legal reviewer judges what others found, a deputy and the
#: head of the agency sign.
DATA_WORKERS = BUREAU - {Role.LEGAL_REVIEWER, Role.DEPUTY_HEAD, Role.AGENCY_HEAD}
#: Take an imported batch back: what rests on it falls.
WITHDRAWERS = frozenset({Role.SUPERVISOR, Role.HEAD})
INSTITUTION = frozenset({Role.INSURANCE_OFFICE, Role.PARTY_SECRETARY, Role.PHYSICIAN})

ROLE_NAMES_ZH: dict[Role, str] = {
    Role.INSPECTOR: "稽查人员",
    Role.SUPERVISOR: "基金监管中心负责人",
    Role.LEGAL_REVIEWER: "法制审核人员",
    Role.HEAD: "主要负责人",
    Role.DEPUTY_HEAD: "分管负责人",
    Role.AGENCY_OFFICER: "经办机构人员",
    Role.AGENCY_HEAD: "经办机构负责人",
    Role.INSURANCE_OFFICE: "定点机构医保办",
    Role.PARTY_SECRETARY: "医院党组织",
    Role.PHYSICIAN: "医保医师",
    Role.SYSTEM_ADMIN: "系统管理员",
    Role.SECURITY_ADMIN: "安全管理员",
    Role.AUDITOR: "安全审计员",
}


ROLE_NAMES_EN: dict[Role, str] = {
    Role.INSPECTOR: "inspector",
    Role.SUPERVISOR: "head of the fund supervision centre",
    Role.LEGAL_REVIEWER: "legal reviewer",
    Role.HEAD: "head of the bureau",
    Role.DEPUTY_HEAD: "deputy head of the bureau",
    Role.AGENCY_OFFICER: "agency officer",
    Role.AGENCY_HEAD: "head of the agency",
    Role.INSURANCE_OFFICE: "insurance office of the institution",
    Role.PARTY_SECRETARY: "party organisation of the hospital",
    Role.PHYSICIAN: "insurance physician",
    Role.SYSTEM_ADMIN: "system administrator",
    Role.SECURITY_ADMIN: "security administrator",
    Role.AUDITOR: "security auditor",
}


def named(roles: Iterable[Role]) -> dict[str, str]:
    """The facts `roles` and `roles_en` of a refusal that names roles."""
    listed = sorted(roles)
    return {
        "roles": "、".join(ROLE_NAMES_ZH[role] for role in listed),
        "roles_en": ", ".join(ROLE_NAMES_EN[role] for role in listed),
    }


@dataclass(frozen=True)
class Principal:
    """Whose signature somebody gives, under which delegation."""

    account: str
    person: str
    name: str
    delegation_id: str
    #: Codes of the doctors that this human is.
    doctors: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Mandate:
    """A signature delegated to an actor: for which acts, from when, until when.

    `roles` are those that the principal holds now; a role that he loses is lost here, too.
    """

    principal: Principal
    roles: frozenset[Role]
    acts: frozenset[str]
    starts_at: datetime
    ends_at: datetime

    def covers(self, act: str, at: datetime) -> bool:
        """Whether the act may be signed under it at a moment."""
        return act in self.acts and self.starts_at <= at < self.ends_at


@dataclass(frozen=True)
class Letter:
    """A 委托书 under which the centre acts in the bureau's name, for the days of its term."""

    document_no: str
    starts_on: date
    ends_on: date


#: Stands for whatever letter is in force, where it is asked who might act at all.
ANY_LETTER: Final = Letter("", date.min, date.max)


@dataclass(frozen=True)
class StandIn:
    """A colleague's tasks that are an actor's while the other is away; both days included."""

    account: str
    name: str
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Actor:
    """A signed-in person. `person` identifies the human behind one or several accounts.

    `mandates` are signatures delegated to him; when he acts under one, `principal` is whose.
    `letters` are the bureau's 委托书 of all times, for the people of its centre.
    `stands_in` are colleagues whose tasks are his while they are away.
    """

    account: str
    name: str
    roles: frozenset[Role]
    person: str
    prac_psn_code: str | None = None
    fixmedins_code: str | None = None
    mandates: tuple[Mandate, ...] = ()
    principal: Principal | None = None
    letters: tuple[Letter, ...] = ()
    stands_in: tuple[StandIn, ...] = ()
    #: The letter under which he acts now.
    under: str = ""
    #: Codes of the doctors that the human behind him is, under whatever account.
    doctors: frozenset[str] = frozenset()

    def holds(self, *roles: Role) -> bool:
        """Return whether the actor has at least one of `roles`."""
        return not self.roles.isdisjoint(roles)

    def stands_for(self, on: date) -> dict[str, str]:
        """Whose tasks are his on a day because they are away: account → name."""
        return {x.account: x.name for x in self.stands_in if x.starts_on <= on <= x.ends_on}

    def tasks_of(self, on: date) -> frozenset[str]:
        """The accounts whose tasks are his on a day: his own, and of whom he stands in for."""
        return frozenset({self.account, *self.stands_for(on)})

    def same_hand(self, account: str, person: str) -> bool:
        """Return whether an earlier act by `account`/`person` was done by this very human.

        Who signs for another is as bound as the other: neither may sign what one of them did.
        """
        one = self.principal
        own = self.account == account or self.person == person
        return own or (one is not None and (one.account == account or one.person == person))

    def is_doctor(self, prac_psn_code: str) -> bool:
        """Return whether he, or whoever he signs for, is this doctor, under whatever account."""
        principal = self.principal.doctors if self.principal is not None else frozenset()
        return prac_psn_code in {self.prac_psn_code, *self.doctors, *principal}

    def roles_at(self, at: datetime) -> frozenset[Role]:
        """His own roles and those that he may sign for at a moment: what waits for him."""
        return self.roles.union(*(mandate.roles for mandate in self.mandates_at(at)))

    def mandates_at(self, at: datetime) -> tuple[Mandate, ...]:
        """The signatures that he may give for others at a moment."""
        return tuple(m for m in self.mandates if m.starts_at <= at < m.ends_at)


@dataclass(frozen=True)
class Viewer:
    """An actor who reads. Without a purpose personal data stays masked."""

    actor: Actor
    purpose: str | None = None

    @property
    def masked(self) -> bool:
        """Return whether names, ID numbers, phones and addresses are to be masked."""
        return not (self.purpose or "").strip()


#: The schedule: marks deadlines, renews locks of evidence, tells damage. No account can bear its
#: name (a login has no colon).
BEAT = Actor("clock:beat", "系统定时任务", frozenset(), "clock:beat")


def console(user: str) -> Actor:
    """Return the operator at the server: makes the first security administrator, no more.

    `user` is the login of the operating system; who may run commands on the server is decided
    there, what was done stands in the account's events.
    """
    name = f"console:{user}"
    return Actor(name, f"服务器操作员 {user}", frozenset({Role.SECURITY_ADMIN}), name)

"""State and fold of an account's events. Passwords are no part of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from casework.actors import Actor, Permission, Role, named
from casework.clocks.calendars import local_date
from casework.events import Event
from casework.hands import unfit


@dataclass(frozen=True)
class AccountState:
    """Who an account belongs to, what it may, and whether it works."""

    login: str
    version: int = 0
    name: str = ""
    person: str = ""
    roles: frozenset[Role] = frozenset()
    prac_psn_code: str | None = None
    fixmedins_code: str | None = None
    disabled: bool = False
    must_change: bool = True
    #: Declared by the owner: his number among the insured, near kin, former workplaces.
    psn_no: str | None = None
    kin: tuple[str, ...] = ()
    former_workplaces: tuple[str, ...] = ()
    # Until the end of which day.
    permissions: Mapping[Permission, date] = field(default_factory=dict)

    def permits(self, permission: Permission, at: datetime) -> bool:
        """Whether the account holds the permission at that moment."""
        until = self.permissions.get(permission)
        return until is not None and local_date(at) <= until

    @property
    def label(self) -> str:
        """How refusals name the account."""
        return f"账号 {self.login}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"account {self.login}"

    @property
    def stage(self) -> str:
        """Whether the account works."""
        return "disabled" if self.disabled else "active"

    @property
    def stage_zh(self) -> str:
        """The same in Chinese."""
        return "已停用" if self.disabled else "正常"

    @property
    def stage_en(self) -> str:
        """The same in English."""
        return self.stage

    def actor(self) -> Actor:
        """Return the acting person this account stands for."""
        return Actor(
            self.login, self.name, self.roles, self.person, self.prac_psn_code, self.fixmedins_code
        )

    def must_hold(self, *roles: Role) -> None:
        """Refuse ACCOUNT_UNFIT unless the account exists, works and holds one of `roles`."""
        if why := self.unfit_for(*roles):
            raise unfit(self.name, self.login, *why)

    def unfit_for(self, *roles: Role) -> tuple[str, str] | None:
        """Why nobody acts by it in one of `roles`; None where somebody does."""
        if not self.version:
            return "账号不存在", "there is no such account"
        if self.disabled:
            return "账号已停用", "the account is disabled"
        if self.roles.isdisjoint(roles):
            needed = named(roles)
            return f"须具有角色{needed['roles']}", f"it needs the role {needed['roles_en']}"
        return None


def fold_account(login: str, events: Iterable[Event]) -> AccountState:
    """Fold an account's events."""
    state = AccountState(login)
    for event in events:
        state = replace(_step(state, event), version=event.seq)
    return state


def _step(s: AccountState, e: Event) -> AccountState:
    d: dict[str, Any] = dict(e.data)
    match e.type:
        case "AccountCreated":
            return replace(
                s,
                name=d["name"],
                person=d["person"],
                roles=frozenset(Role(role) for role in d["roles"]),
                prac_psn_code=d["prac_psn_code"],
                fixmedins_code=d["fixmedins_code"],
            )
        case "RoleGranted":
            return replace(s, roles=s.roles | {Role(d["role"])})
        case "RoleRevoked":
            return replace(s, roles=s.roles - {Role(d["role"])})
        case "PermissionGranted":
            granted = {Permission(d["permission"]): date.fromisoformat(d["until"])}
            return replace(s, permissions={**s.permissions, **granted})
        case "PermissionRevoked":
            left = {p: day for p, day in s.permissions.items() if p != d["permission"]}
            return replace(s, permissions=left)
        case "TiesDeclared":
            kin, former = tuple(d["kin"]), tuple(d["former_workplaces"])
            return replace(s, psn_no=d["psn_no"], kin=kin, former_workplaces=former)
        case "AccountDisabled":
            return replace(s, disabled=True)
        case "AccountUnlocked":
            return replace(s, disabled=False)
        case "PasswordReset":
            return replace(s, must_change=True)
        case "PasswordChanged":
            return replace(s, must_change=False)
    return s

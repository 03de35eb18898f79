"""Commands on accounts: made, roles granted and revoked, disabled, unlocked, passwords."""

from dataclasses import dataclass
from datetime import date

from casework.actors import Permission, Role
from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class AccountCommand(Command):
    """A command on the account `login`."""

    login: str


@dataclass(frozen=True, kw_only=True)
class CreateAccount(AccountCommand):
    """Make an account for a person; row scope hangs on the two codes alone."""

    name: str
    person: str
    roles: frozenset[Role]
    prac_psn_code: str | None = None
    fixmedins_code: str | None = None


@dataclass(frozen=True, kw_only=True)
class GrantRole(AccountCommand):
    """Grant one role."""

    role: Role
    reason: str


@dataclass(frozen=True, kw_only=True)
class RevokeRole(AccountCommand):
    """Take one role away."""

    role: Role
    reason: str


@dataclass(frozen=True, kw_only=True)
class GrantPermission(AccountCommand):
    """Grant a permission until the end of a day, to somebody trained for it."""

    permission: Permission
    until: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class RevokePermission(AccountCommand):
    """Take a permission away before its time."""

    permission: Permission
    reason: str


@dataclass(frozen=True, kw_only=True)
class DisableAccount(AccountCommand):
    """Disable an account; it can be unlocked again."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class UnlockAccount(AccountCommand):
    """Unlock a disabled or throttled account."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class ResetPassword(AccountCommand):
    """Give a one-time password that must be changed at the next sign-in."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class DeclareTies(AccountCommand):
    """The owner says who he is among the insured, his near kin, and where he worked (处罚法 43).

    An officer of the bureau, the party secretary of an institution, or a doctor: of his own near kin
    those who would act on his application are known by it.
    """

    insured_no: str
    kin: tuple[str, ...] = ()
    former_workplaces: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChangePassword(AccountCommand):
    """The owner changes his own password."""

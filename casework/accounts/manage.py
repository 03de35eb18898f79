"""Make accounts, grant and revoke roles, disable, unlock, reset and change passwords."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.accounts.roles import bound, compatible
from casework.accounts.state import AccountState
from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.accounts import (
    AccountCommand,
    ChangePassword,
    CreateAccount,
    DeclareTies,
    DisableAccount,
    GrantPermission,
    GrantRole,
    ResetPassword,
    RevokePermission,
    RevokeRole,
    UnlockAccount,
)
from casework.events import Draft
from casework.hands import unfit
from casework.refusal import refuse

LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,31}")


def stream_of(command: AccountCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The account's stream."""
    return (f"account:{command.login}",)


def create(ask: Ask[CreateAccount, AccountState]) -> list[Draft]:
    """AccountCreated with compatible, bound roles."""
    c = ask.command
    required(name=c.name, person=c.person)
    if not LOGIN.fullmatch(c.login):
        raise refuse(
            "BAD_VALUE",
            field="账号",
            field_en="account",
            why="2–32 位小写字母、数字、点、横线，以字母开头",
            why_en="2–32 lower-case letters, digits, dots and dashes, a letter first",
        )
    if not c.roles:
        raise refuse("FIELD_REQUIRED", field="角色", field_en="roles")
    if ask.actor.person == c.person:
        raise refuse("NOT_TO_ONESELF")
    compatible(c.roles)
    bound(c.roles, c.prac_psn_code, c.fixmedins_code)
    return [
        draft(
            f"account:{c.login}",
            "AccountCreated",
            login=c.login,
            name=c.name,
            person=c.person,
            roles=c.roles,
            prac_psn_code=c.prac_psn_code,
            fixmedins_code=c.fixmedins_code,
        )
    ]


def grant(ask: Ask[GrantRole, AccountState]) -> list[Draft]:
    """RoleGranted, compatible with what is held."""
    c, account = ask.command, ask.state
    required(reason=c.reason)
    if c.role in account.roles:
        raise refuse("ALREADY_DONE")
    compatible(account.roles | {c.role})
    bound({c.role}, account.prac_psn_code, account.fixmedins_code)
    return [draft(f"account:{c.login}", "RoleGranted", role=c.role, reason=c.reason)]


def revoke(ask: Ask[RevokeRole, AccountState]) -> list[Draft]:
    """RoleRevoked."""
    c = ask.command
    required(reason=c.reason)
    if c.role not in ask.state.roles:
        raise refuse("ALREADY_DONE")
    return [draft(f"account:{c.login}", "RoleRevoked", role=c.role, reason=c.reason)]


def permit(ask: Ask[GrantPermission, AccountState]) -> list[Draft]:
    """PermissionGranted, to people of the bureau, up to a day to come."""
    c = ask.command
    required(reason=c.reason)
    if ask.state.roles.isdisjoint(BUREAU):
        raise unfit(
            ask.state.name,
            c.login,
            "只有医保局和经办机构人员可以获得此权限",
            "only people of the bureau and its agency can have this right",
        )
    if c.until < local_date(ask.at):
        raise refuse(
            "BAD_VALUE",
            field="有效期至",
            field_en="valid until",
            why="不能早于今天",
            why_en="it may not lie before today",
        )
    data = {"permission": c.permission, "until": c.until, "reason": c.reason}
    return [draft(f"account:{c.login}", "PermissionGranted", **data)]


def withdraw(ask: Ask[RevokePermission, AccountState]) -> list[Draft]:
    """PermissionRevoked."""
    c = ask.command
    required(reason=c.reason)
    if c.permission not in ask.state.permissions:
        raise refuse("ALREADY_DONE")
    data = {"permission": c.permission, "reason": c.reason}
    return [draft(f"account:{c.login}", "PermissionRevoked", **data)]


def disable(ask: Ask[DisableAccount, AccountState]) -> list[Draft]:
    """AccountDisabled."""
    required(reason=ask.command.reason)
    return [draft(f"account:{ask.command.login}", "AccountDisabled", reason=ask.command.reason)]


def unlock(ask: Ask[UnlockAccount, AccountState]) -> list[Draft]:
    """AccountUnlocked, after being disabled or throttled."""
    required(reason=ask.command.reason)
    return [draft(f"account:{ask.command.login}", "AccountUnlocked", reason=ask.command.reason)]


def reset(ask: Ask[ResetPassword, AccountState]) -> list[Draft]:
    """PasswordReset: the one-time password itself never enters an event."""
    required(reason=ask.command.reason)
    return [draft(f"account:{ask.command.login}", "PasswordReset", reason=ask.command.reason)]


def change(ask: Ask[ChangePassword, AccountState]) -> list[Draft]:
    """PasswordChanged by the owner."""
    if ask.actor.account != ask.command.login:
        raise refuse("NOT_YOURS")
    return [draft(f"account:{ask.command.login}", "PasswordChanged")]


def declare(ask: Ask[DeclareTies, AccountState]) -> list[Draft]:
    """TiesDeclared by the owner; a later declaration takes the place of an earlier one."""
    c = ask.command
    if ask.actor.account != c.login:
        raise refuse("NOT_YOURS")
    required(subject_key=c.insured_no)
    data = {"psn_no": c.insured_no, "kin": c.kin, "former_workplaces": c.former_workplaces}
    return [draft(f"account:{c.login}", "TiesDeclared", **data)]


def not_oneself(account: AccountState, actor: Actor, at: datetime) -> None:
    """Nobody manages his own account."""
    if actor.same_hand(account.login, account.person):
        raise refuse("NOT_TO_ONESELF")


SECURITY = frozenset({Role.SECURITY_ADMIN})
OTHERS = (not_oneself,)
ACTIVE = frozenset({"active"})
ACTS = (
    Act(CreateAccount, "新建账号", "create account", SECURITY, stream_of, create, creates=True),
    Act(GrantRole, "授予角色", "grant a role", SECURITY, stream_of, grant, ACTIVE, OTHERS),
    Act(RevokeRole, "撤销角色", "revoke a role", SECURITY, stream_of, revoke, None, OTHERS),
    Act(
        GrantPermission,
        "授予权限",
        "grant a permission",
        SECURITY,
        stream_of,
        permit,
        ACTIVE,
        OTHERS,
    ),
    Act(
        RevokePermission,
        "撤销权限",
        "revoke a permission",
        SECURITY,
        stream_of,
        withdraw,
        None,
        OTHERS,
    ),
    Act(DisableAccount, "停用账号", "disable", SECURITY, stream_of, disable, ACTIVE, OTHERS),
    Act(UnlockAccount, "解锁账号", "unlock", SECURITY, stream_of, unlock, None, OTHERS),
    Act(ResetPassword, "重置密码", "reset password", SECURITY, stream_of, reset, None, OTHERS),
    # Who gives the opinion of a party organisation has ties to doctors as approvers of the bureau do.
    Act(
        DeclareTies,
        "申报回避关系",
        "declare ties",
        BUREAU | {Role.PARTY_SECRETARY, Role.PHYSICIAN},
        stream_of,
        declare,
        ACTIVE,
    ),
    Act(ChangePassword, "修改密码", "change password", frozenset(Role), stream_of, change, ACTIVE),
)

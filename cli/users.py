"""`jicha users add | reset | disable | unlock | grant | revoke | permit | forbid | list`.

Before a security administrator exists, the operator at the server makes the first one. Later he
can only give a lost security administrator a new password; all else needs that administrator's
own `jicha login`.
"""

import getpass
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Annotated, Any, Final

import neo4j
import typer

from casework.actors import Actor, Permission, Role, Viewer, console
from casework.commands.accounts import (
    AccountCommand,
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
from casework.refusal import Refusal, refuse
from cli.forms import add_act
from cli.language import listed, role_name, say
from cli.output import JsonOption, Output
from cli.person import kept_token, local, now, on_graph
from graph.accounts.passwords import create_account, reset_password, unlock_account
from graph.accounts.read import Account, every_account, find_account, list_accounts
from graph.accounts.tokens import actor_of_token
from graph.commands import execute

users = typer.Typer(help="账号与角色 / accounts and roles", no_args_is_help=True)
Login = Annotated[str, typer.Argument(help="账号 / account")]
Reason = Annotated[str, typer.Option("--reason", help="理由 / reason")]
PermissionOption = Annotated[Permission, typer.Option("--permission", help="权限 / permission")]
RoleOption = Annotated[Role, typer.Option("--role", help="角色 / role")]
Manage = Callable[[neo4j.AsyncDriver, Actor], Awaitable[dict[str, Any]]]


#: What goes on record where no reason is given.
LOST: Final = "口令遗失"
ASKED: Final = "本人申请解锁"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_act(users, "declare-ties", DeclareTies, "申报回避关系 / declare ties", arguments=("login",))
    app.add_typer(users, name="users")


@users.command("add")
def add(
    login: Login,
    role: Annotated[list[Role], typer.Option("--role", help="角色，可多次 / role, repeatable")],
    name: Annotated[str, typer.Option("--name", help="姓名 / name")] = "",
    person: Annotated[
        str,
        typer.Option(
            "--person",
            help="人员标识，同一人的账号相同 / the person: the same for all accounts of one",
        ),
    ] = "",
    doctor: Annotated[str | None, typer.Option("--doctor", help="prac_psn_code")] = None,
    institution: Annotated[str | None, typer.Option("--institution", help="fixmedins_code")] = None,
    json: JsonOption = False,
) -> None:
    """新建账号，显示一次性口令 / create an account, print its one-time password."""
    command = CreateAccount(
        login=login,
        name=name or login,
        person=person or login,
        roles=frozenset(role),
        prac_psn_code=doctor,
        fixmedins_code=institution,
    )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, Any]:
        password = await create_account(driver, command, actor, now())
        return {"account": login, "roles": sorted(role), "one_time_password": password}

    _managed(Output(json), login, set(role) == {Role.SECURITY_ADMIN}, _work)


@users.command("reset")
def reset(login: Login, reason: Reason = LOST, json: JsonOption = False) -> None:
    """重置口令，显示新的一次性口令 / give a new one-time password."""

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, Any]:
        command = ResetPassword(login=login, reason=reason)
        password = await reset_password(driver, command, actor, now())
        return {"account": login, "one_time_password": password}

    _managed(Output(json), login, True, _work)


@users.command("unlock")
def unlock(login: Login, reason: Reason = ASKED, json: JsonOption = False) -> None:
    """解锁账号 / unlock an account."""

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, Any]:
        await unlock_account(driver, UnlockAccount(login=login, reason=reason), actor, now())
        return {"account": login, "unlocked": True}

    _managed(Output(json), login, True, _work)


@users.command("disable")
def disable(login: Login, reason: Reason, json: JsonOption = False) -> None:
    """停用账号 / disable an account."""
    _change(DisableAccount(login=login, reason=reason), json)


@users.command("grant")
def grant(login: Login, role: RoleOption, reason: Reason, json: JsonOption = False) -> None:
    """授予角色 / grant a role."""
    _change(GrantRole(login=login, role=role, reason=reason), json)


@users.command("revoke")
def revoke(login: Login, role: RoleOption, reason: Reason, json: JsonOption = False) -> None:
    """撤销角色 / take a role away."""
    _change(RevokeRole(login=login, role=role, reason=reason), json)


@users.command("permit")
def permit(
    login: Login,
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="有效期至 / last day")],
    reason: Reason,
    permission: PermissionOption = Permission.CYPHER_CONSOLE,
    json: JsonOption = False,
) -> None:
    """授予有期限的权限（图谱查询控制台）/ grant a permission, up to a day."""
    _change(
        GrantPermission(login=login, permission=permission, until=until.date(), reason=reason), json
    )


@users.command("forbid")
def forbid(
    login: Login,
    reason: Reason,
    permission: PermissionOption = Permission.CYPHER_CONSOLE,
    json: JsonOption = False,
) -> None:
    """收回权限 / take a permission away."""
    _change(RevokePermission(login=login, permission=permission, reason=reason), json)


@users.command("list")
def list_command(json: JsonOption = False) -> None:
    """账号列表 / list the accounts."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver) -> tuple[Account, ...]:
        return await every_account(driver, Viewer(console(getpass.getuser())))

    found = on_graph(out, _work)
    out.result({"accounts": [_json(a) for a in found]}, "\n".join(_line(a) for a in found))


def _change(command: AccountCommand, json: bool) -> None:
    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, Any]:
        events = await execute(driver, command, actor, now())
        return {"account": command.login, "version": events[-1].seq}

    _managed(Output(json), command.login, False, _work)


def _managed(out: Output, login: str, console_may: bool, work: Manage) -> None:
    async def _work(driver: neo4j.AsyncDriver) -> dict[str, Any]:
        return await work(driver, await _manager(driver, login, console_may))

    facts = on_graph(out, _work)
    out.result(facts, _told(facts))


def _told(facts: dict[str, Any]) -> str:
    """What was done, with the password that is shown this once."""
    lines = [say(f"账号 {facts['account']}：已办理", f"account {facts['account']}: done")]
    if password := facts.get("one_time_password"):
        once = say(
            "一次性口令（只显示这一次，首次登录时须修改）：",
            "one-time password (shown this once, to be changed at the first sign-in): ",
        )
        lines.append(once + password)
    return "\n".join(lines)


async def _manager(driver: neo4j.AsyncDriver, login: str, console_may: bool) -> Actor:
    """Return who manages: the signed-in security administrator, else the operator if he may."""
    operator = console(getpass.getuser())
    accounts = await list_accounts(driver, Viewer(operator), role=Role.SECURITY_ADMIN)
    existing = await find_account(driver, login)
    lost = existing is not None and Role.SECURITY_ADMIN in existing.actor.roles
    if console_may and (not accounts or lost):
        return operator
    try:
        actor = await actor_of_token(driver, kept_token(), now())
    except Refusal:
        raise refuse("SIGN_IN_REQUIRED") from None
    return actor


def _json(account: Account) -> dict[str, Any]:
    actor = account.actor
    return {
        "account": actor.account,
        "name": actor.name,
        "person": actor.person,
        "roles": sorted(actor.roles),
        "prac_psn_code": actor.prac_psn_code,
        "fixmedins_code": actor.fixmedins_code,
        "disabled": account.disabled,
        "must_change_password": account.must_change_password,
        "locked_until": account.locked_until,
        "last_sign_in": account.last_sign_in,
        "permissions": {name.value: day for name, day in account.permissions.items()},
    }


def _line(account: Account) -> str:
    roles = listed(role_name(role) for role in sorted(account.actor.roles))
    state = say("停用", "disabled") if account.disabled else say("正常", "active")
    return f"{account.actor.account}\t{account.actor.name}\t{roles}\t{state}\t{local(account.last_sign_in)}"

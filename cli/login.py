"""`jicha login | logout | whoami`: the person behind the acts of this terminal."""

import getpass
import sys
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.refusal import Refusal, refuse
from cli.language import held, listed, role_name, say
from cli.output import JsonOption, Output
from cli.person import as_person, keep_token, kept_token, now, on_graph, token_path
from graph.accounts.passwords import change_password
from graph.accounts.read import Account
from graph.accounts.sign_in import sign_in
from graph.accounts.tokens import issue_token, revoke_token

Login = Annotated[str, typer.Argument(help="账号 / account")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("login")(login)
    app.command("logout")(logout)
    app.command("whoami")(whoami)
    app.command("passwd")(passwd)


def login(account: Login, json: JsonOption = False) -> None:
    """登录（口令从终端或标准输入读取；一次性口令随即修改）/ sign in.

    不在终端上时，标准输入第一行为口令，一次性口令的第二行为新口令 / Not on a terminal, the password is the first line of stdin; where it is a one-time password,
    the second line is the new one.
    """
    out = Output(json)
    password = _secret(say("口令：", "password: "))

    async def _work(driver: neo4j.AsyncDriver) -> tuple[Account, str]:
        found = await sign_in(driver, account, password, now(), where="terminal")
        if found.must_change_password:
            await _change(driver, found.actor, password)
        return found, await issue_token(driver, account, now())

    found, token = on_graph(out, _work)
    keep_token(token)
    out.result(
        _json(found.actor),
        f"{say('已登录：', 'signed in: ')}{found.actor.name}{held(_roles(found.actor))}",
    )


async def _change(driver: neo4j.AsyncDriver, actor: Actor, old: str) -> None:
    try:
        new = _secret(
            say(
                "须修改一次性口令，新口令：",
                "a one-time password has to be changed; new password: ",
            )
        )
    except EOFError:
        raise refuse("PASSWORD_CHANGE_REQUIRED") from None
    await change_password(driver, actor, old, new, now())


def logout(json: JsonOption = False) -> None:
    """退出登录 / sign out."""
    out = Output(json)
    try:
        token = kept_token()
    except Refusal:
        out.result({"signed_out": False}, say("没有登录", "nobody was signed in"))
        return
    on_graph(out, lambda driver: revoke_token(driver, token))
    token_path().unlink(missing_ok=True)
    out.result({"signed_out": True}, say("已退出", "signed out"))


def whoami(json: JsonOption = False) -> None:
    """当前登录人 / who is signed in."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Actor:
        return actor

    actor = as_person(out, _work)
    out.result(_json(actor), f"{actor.account} {actor.name}{held(_roles(actor))}")


def passwd(json: JsonOption = False) -> None:
    """修改本人口令（须重新登录）/ change one's own password, then sign in again."""
    out = Output(json)
    old, new = (
        _secret(say("原口令：", "old password: ")),
        _secret(say("新口令：", "new password: ")),
    )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> str:
        await change_password(driver, actor, old, new, now())
        return actor.account

    account = as_person(out, _work)
    token_path().unlink(missing_ok=True)
    out.result(
        {"account": account, "changed": True},
        say("口令已修改，请重新登录", "changed: sign in again"),
    )


def _secret(prompt: str) -> str:
    """Read a password without echo, or a line of stdin when it is no terminal."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    line = sys.stdin.readline()
    if not line:
        raise EOFError(prompt)
    return line.rstrip("\r\n")


def _roles(actor: Actor) -> str:
    return listed(role_name(role) for role in sorted(actor.roles))


def _json(actor: Actor) -> dict[str, object]:
    return {
        "account": actor.account,
        "name": actor.name,
        "person": actor.person,
        "roles": sorted(role.value for role in actor.roles),
        "prac_psn_code": actor.prac_psn_code,
        "fixmedins_code": actor.fixmedins_code,
    }

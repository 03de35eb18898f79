"""`jicha key issue | revoke | list`: keys with which settlement systems read what holds."""

from datetime import date
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands.keys import IssueKey, RevokeKey
from cli.forms import add_act, value_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.keys.store import ApiKey, issue_key, list_keys

key = typer.Typer(help="接口密钥 / keys of other systems", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_act(key, "revoke", RevokeKey, "吊销接口密钥 / revoke a key", arguments=("key_id",))
    app.add_typer(key, name="key")


@key.command("issue")
def issue(
    key_id: Annotated[str, typer.Argument(help="密钥名称 / id")],
    name: Annotated[str, typer.Option(help="使用系统 / which system")],
    until: Annotated[str, typer.Option(help="YYYY-MM-DD")],
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    json: JsonOption = False,
) -> None:
    """发放接口密钥，只显示一次 / issue a key; its secret is printed this once."""
    out = Output(json)
    command = IssueKey(
        key_id=key_id, name=name, until=value_of(date, until, "until"), reason=reason
    )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> str:
        return await issue_key(driver, command, actor, now())

    secret = as_person(out, _work)
    text = say("密钥（只显示这一次）：", "key (shown this once): ") + (
        f"{secret}\nGET /rest/measures.csv  Authorization: Bearer {secret}"
    )
    out.result({"key_id": key_id, "secret": secret}, text)


@key.command("list")
def list_command(json: JsonOption = False) -> None:
    """接口密钥列表 / list the keys."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[ApiKey, ...]:
        return await list_keys(driver, viewer(actor))

    rows = as_person(out, _work)
    out.result({"keys": [_json(row) for row in rows]}, "\n".join(_text(row) for row in rows))


def _json(row: ApiKey) -> dict[str, Any]:
    return {
        "key_id": row.key_id,
        "name": row.name,
        "until": row.until,
        "issued_at": local(row.issued_at),
        "revoked_at": local(row.revoked_at) if row.revoked_at else None,
        "used_at": local(row.used_at) if row.used_at else None,
    }


def _text(row: ApiKey) -> str:
    works = row.revoked_at is None and local_date(now()) <= row.until
    return f"{row.key_id}  {row.name}  " + say(
        f"至 {row.until}  {'有效' if works else '失效'}",
        f"until {row.until}  {'works' if works else 'no longer works'}",
    )

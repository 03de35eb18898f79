"""`jicha inbox`: what waits for the signed-in person, the nearest deadline first."""

from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.cases.inbox import InboxItem, inbox


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("inbox")(inbox_command)


def inbox_command(
    limit: Annotated[int, typer.Option(min=1, max=200, help="最多条数 / at most")] = 50,
    json: JsonOption = False,
) -> None:
    """待办：等待我办理的案件、医师档案和任务 / what waits for me."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[InboxItem, ...]:
        return await inbox(driver, viewer(actor), now(), limit=limit)

    items = as_person(out, work)
    out.result(
        {"waiting": [_json(one) for one in items]},
        "\n".join(_text(one) for one in items) or "没有待办 / nothing waits",
    )


def _json(one: InboxItem) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "key": one.key,
        "title": one.title,
        "action": one.action,
        "action_zh": one.action_zh,
        "stage_zh": one.stage_zh,
        "due": one.deadline.due if one.deadline else None,
        "deadline": one.deadline.id if one.deadline else None,
    }


def _text(one: InboxItem) -> str:
    due = f"  期限 {local(one.deadline.due)}" if one.deadline else ""
    return f"{one.key}  {one.action_zh}  {one.title}{due}"

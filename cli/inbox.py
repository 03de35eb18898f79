"""`jicha inbox`: what waits for the signed-in person, the nearest deadline first."""

from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.points.parameters import BureauState, Proposed, parameters
from casework.points.setting import DECIDE
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.cases.inbox import InboxItem, inbox
from graph.points.parameters import proposals_for


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("inbox")(inbox_command)


def inbox_command(
    limit: Annotated[int, typer.Option(min=1, max=200, help="最多条数 / at most")] = 50,
    json: JsonOption = False,
) -> None:
    """待办：等待我办理的案件、医师档案、任务和参数修改 / what waits for me."""
    out = Output(json)

    async def work(
        driver: neo4j.AsyncDriver, actor: Actor
    ) -> tuple[tuple[InboxItem, ...], list[Proposed]]:
        who = viewer(actor)
        return await inbox(driver, who, now(), limit=limit), await proposals_for(driver, who)

    items, proposed = as_person(out, work)
    lines = [*(_text(one) for one in items), *(_proposal_text(one) for one in proposed)]
    out.result(
        {"waiting": [*(_json(one) for one in items), *(_proposal(one) for one in proposed)]},
        "\n".join(lines) or "没有待办 / nothing waits",
    )


def _proposal(one: Proposed) -> dict[str, Any]:
    """A change of a parameter in the shape of all that waits."""
    return {
        "kind": "parameter",
        "key": one.proposal_id,
        "title": parameters()[one.name].zh,
        "action": DECIDE.name,
        "action_zh": DECIDE.zh,
        "stage_zh": BureauState.stage_zh,
        "due": None,
        "deadline": None,
    }


def _proposal_text(one: Proposed) -> str:
    return f"{one.proposal_id}  {DECIDE.zh}  {parameters()[one.name].zh}（{one.by.name}提出）"


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

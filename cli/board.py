"""`jicha board …`: open cases by stage, and by officer with the load of each."""

from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.cases.stages import NAMES, Stage
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.cases.board import Column, board_by_officer, board_by_stage

board = typer.Typer(help="看板 / boards of open cases", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(board, name="board")


@board.command("stage")
def stage_command(json: JsonOption = False) -> None:
    """按阶段 / by stage, in the order of the procedure."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Column, ...]:
        return await board_by_stage(driver, viewer(actor), now())

    _show(out, as_person(out, work), {stage.value: say(*names) for stage, names in NAMES.items()})


@board.command("officer")
def officer_command(
    stage: Annotated[Stage | None, typer.Option(help="只看一个阶段 / of one stage")] = None,
    json: JsonOption = False,
) -> None:
    """按承办人员，逾期多的在前 / by officer, most overdue first."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Column, ...]:
        return await board_by_officer(driver, viewer(actor), now(), stage)

    _show(out, as_person(out, work), {"": say("尚未指派", "not assigned yet")})


def _show(out: Output, columns: tuple[Column, ...], names: dict[str, str]) -> None:
    lines: list[str] = []
    for one in columns:
        name = names.get(one.key, one.name)
        count = say(
            f"{one.total} 件，逾期 {one.overdue}，七日内 {one.soon}",
            f"{one.total} cases, {one.overdue} overdue, {one.soon} within seven days",
        )
        lines.append(f"{name}  {count}")
        for card in one.cards:
            case = card.case
            due = say("  期限 ", "  due ") + local(case.next_due) if case.next_due else ""
            lines.append(f"  {'!' if card.late else ' '} {case.case_no}  {case.title}{due}")
    out.result(
        {"columns": [_json(one) for one in columns]},
        "\n".join(lines) or say("没有在办案件", "no open cases"),
    )


def _json(one: Column) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name,
        "total": one.total,
        "overdue": one.overdue,
        "soon": one.soon,
        "cards": [
            {
                "case_no": card.case.case_no,
                "title": card.case.title,
                "stage": card.case.stage.value,
                "next_due": card.case.next_due,
                "late": card.late,
            }
            for card in one.cards
        ],
    }

"""`jicha points parameters`: what the bureau set, what waits for the head, what the law fixes."""

from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import BUREAU, Actor
from casework.clocks.calendars import local_date
from casework.law.fixed import fixed
from casework.points.parameters import BureauState, Parameter, offered, parameters
from casework.points.setting import notes
from casework.points.table import text_of
from casework.refusal import refuse
from cli.language import cited, say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.points.parameters import bureau_parameters
from graph.points.workbook import table_book, table_from


def add_to(points: typer.Typer) -> None:
    """Add the command to `jicha points`."""
    points.command("parameters")(list_parameters)
    points.command("parameter-table")(parameter_table)


def list_parameters(json: JsonOption = False) -> None:
    """本局参数：现行取值、依据、待批准的修改，以及法律已定不能设定的事项 / the bureau's parameters, and what is fixed."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> BureauState:
        if not actor.holds(*BUREAU):
            raise refuse("NOT_FOUND", what="本局参数", what_en="the parameters of the bureau")
        return await bureau_parameters(driver, viewer(actor))

    state = as_person(out, _work)
    rows = [_row(one, state) for one in offered(state)]
    law = [
        {"id": one.id, "title": say(one.zh, one.en), "why": say(one.why, one.why_en),
         "law": cited(one.law), "mark": one.mark}
        for one in fixed()
    ]  # fmt: skip
    lines = [_line(row) for row in rows]
    lines += [say("法律已作规定，本局不能设定：", "Fixed by law, not the bureau's to set:")]
    lines += [f"  {one['title']}  {one['why']}  {one['law']} [{one['mark']}]" for one in law]
    out.result({"parameters": rows, "fixed": law, "version": state.version}, "\n".join(lines))


def parameter_table(
    name: Annotated[str, typer.Argument(help="参数名 / name of the parameter")],
    workbook: Annotated[
        Path | None,
        typer.Option("--from", exists=True, dir_okay=False, help="读入此 XLSX / read this XLSX"),
    ] = None,
    to: Annotated[Path | None, typer.Option(help="写出为 XLSX / write as XLSX")] = None,
    json: JsonOption = False,
) -> None:
    """列表参数的各行（现行，或者 XLSX 中的），可作为建议修改的取值 / a table's rows, as a value to propose."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Parameter, str]:
        row = parameters().get(name)
        if row is None or not row.columns or not actor.holds(*BUREAU):
            raise refuse("NOT_FOUND", what=f"列表参数 {name}", what_en=f"table {name}")
        if workbook is not None:
            value = text_of(table_from(workbook.read_bytes(), row))
            row.takes(value)
            return row, value
        state = await bureau_parameters(driver, viewer(actor))
        return row, state.value(name, local_date(now()))

    row, value = as_person(out, _work)
    if to is not None:
        to.write_bytes(table_book(row, value))
    out.result(
        {"name": name, "value": value, "rows": [list(one) for one in row.rows(value)]}, value
    )


def _row(row: Parameter, state: BureauState) -> dict[str, Any]:
    today = local_date(now())
    value, own, waiting = state.value(row.name, today), state.setting(row.name, today), None
    if one := state.waiting(row.name):
        waiting = {
            "proposal_id": one.proposal_id,
            "value": one.value,
            "shown": say(*row.shown(one.value)),
            "valid_from": one.valid_from.isoformat(),
            "by": one.by.name,
        }
    return {
        "name": row.name,
        "title": say(row.zh, row.en),
        "value": value,
        "shown": say(*state.shown(row.name, today)),
        "notes": [say(zh, en) for zh, en in notes(row, state)],
        "since": own.valid_from.isoformat() if own else None,
        "basis": own.basis if own else cited(row.law),
        "mark": "" if own else row.mark,
        "set_by": own.proposed_by if own else "",
        "approved_by": own.by if own else "",
        "reason": own.reason if own else "",
        "waiting": waiting,
        "approvals": [
            {
                "proposal_id": one.about,
                "title": say(one.title.zh, one.title.en),
                "by": one.by.signed,
                "at": one.at.isoformat(),
                "scan": one.scan.certificate if one.scan else None,
            }
            for one in state.approvals
            if (of := state.proposal(one.about)) and of.name == row.name
        ],
    }


def _line(row: dict[str, Any]) -> str:
    since = (
        say(f"{row['since']} 起", f"since {row['since']}")
        if row["since"]
        else say("默认", "default")
    )
    text = f"{row['name']}  {row['title']}  {row['shown']}  ({since})  {row['basis']}"
    if row["mark"]:
        text += f" [{row['mark']}]"
    if one := row["waiting"]:
        text += say(
            f"  待批准 {one['proposal_id']}：自 {one['valid_from']} 起 {one['shown']}",
            f"  waits {one['proposal_id']}: from {one['valid_from']} {one['shown']}",
        )
    missing = [one["proposal_id"] for one in row["approvals"] if not one["scan"]]
    if missing:
        which = ", ".join(missing)
        text += say(f"  缺审批表签字件 {which}", f"  signed form missing {which}")
    return "\n".join([text, *(f"  {note}" for note in row["notes"])])

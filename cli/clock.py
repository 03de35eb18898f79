"""`jicha clock …`: every deadline of a case, inspection or doctor's file with its law, and the rows themselves."""

from datetime import date, datetime
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import day_end
from casework.clocks.deadlines import Deadline
from casework.clocks.rows import deadline_rows
from casework.events import to_json
from casework.refusal import refuse
from cli.clock_text import amount_text, deadline_json, deadline_text, row_json
from cli.forms import value_of
from cli.language import cited, say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.cases.page import case_page
from graph.inspection.read import inspection_page
from graph.points.page import points_as_of, points_page

clock = typer.Typer(help="期限 / deadlines", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(clock, name="clock")


@clock.command("explain")
def explain(
    number: Annotated[
        str,
        typer.Argument(
            help="案件、检查编号或医师编码 / number of a case or inspection, or prac_psn_code"
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option(
            "--on", help="YYYY-MM-DD：按该日终了时已知的情况 / as it was known at the end of a day"
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """逐项说明期限：起算、延长、中止、届满、依据 / explain each deadline step by step."""
    out = Output(json)
    day = value_of(date, on, "on") if on else None
    at = day_end(day) if day else now()

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Deadline, ...]:
        return await deadlines_of(driver, actor, number, at, day)

    found = as_person(out, _work)
    rows = [to_json(deadline_json(one)) for one in found]
    body = {"of": number, "at": to_json(at), "deadlines": rows}
    out.result(
        body, "\n".join(deadline_text(one) for one in found) or say("没有期限", "no deadlines")
    )


async def deadlines_of(
    driver: neo4j.AsyncDriver, actor: Actor, number: str, at: datetime, day: date | None = None
) -> tuple[Deadline, ...]:
    """The deadlines of a case, inspection, or doctor's file; with a `day` as they were known at its end.

    Raises Refusal NOT_FOUND.
    """
    page = await case_page(driver, viewer(actor), number, at, day)
    if page is not None:
        return page.deadlines
    inspected = await inspection_page(driver, viewer(actor), number, at, day)
    if inspected is not None:
        return inspected.deadlines
    file = await _file(driver, actor, number, at, day)
    if file is None:
        raise refuse(
            "NOT_FOUND",
            what=f"案件、检查或医师档案 {number}",
            what_en=f"case, inspection or file of a doctor {number}",
        )
    return file


async def _file(
    driver: neo4j.AsyncDriver, actor: Actor, number: str, at: datetime, day: date | None
) -> tuple[Deadline, ...] | None:
    if day is not None:
        then = await points_as_of(driver, viewer(actor), number, day)
        return None if then is None else then.known.deadlines if then.known else ()
    page = await points_page(driver, viewer(actor), number, at)
    return None if page is None else page.deadlines


@clock.command("rows")
def rows(
    manual: Annotated[
        bool, typer.Option("--manual", help="仅可手工登记的 / only those a person starts")
    ] = False,
    json: JsonOption = False,
) -> None:
    """全部期限规则及依据 / every dated deadline row with its basis."""
    found = [row for row in deadline_rows() if row.manual or not manual]
    text = "\n".join(
        f"{r.id}\t{say(r.zh, r.en)}\t{amount_text(r)}\t{cited(r.basis)} ({r.mark})" for r in found
    )
    Output(json).result({"rows": [row_json(row) for row in found]}, text)

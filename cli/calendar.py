"""`jicha calendar …`: deadlines by day, and as iCalendar for other programs."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import local_date
from cli.forms import value_of
from cli.language import cited, say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local, now, viewer
from cli.taken import take
from graph.calendar.ics import taken
from graph.calendar.read import Day, Due, Stretch, every_due, list_days

calendar = typer.Typer(help="日历 / calendar", no_args_is_help=True)
Since = Annotated[str | None, typer.Option("--since", help="YYYY-MM-DD，默认今天 / today")]
Until = Annotated[str | None, typer.Option("--until", help="YYYY-MM-DD（不含）/ until before")]
Mine = Annotated[bool, typer.Option("--mine", help="我承办或等待我办理的 / mine alone")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(calendar, name="calendar")


@calendar.command("list")
def list_command(
    since: Since = None, until: Until = None, mine: Mine = False, json: JsonOption = False
) -> None:
    """一段日期内的期限，先到先列；默认今后 31 天 / deadlines of a stretch of days."""
    out, stretch = Output(json), _stretch(since, until, mine)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Due, ...]:
        return await every_due(driver, viewer(actor), stretch, now())

    found = as_person(out, work)
    lines = [
        f"{local(one.due)}  {one.of}  {say(one.zh, one.en)}  {one.title}  {cited(one.basis)}"
        for one in found
    ]
    out.result(
        {"deadlines": [to_json(one) for one in found]},
        "\n".join(lines) or say("没有期限", "no deadlines"),
    )


@calendar.command("days")
def days_command(
    since: Since = None, until: Until = None, mine: Mine = False, json: JsonOption = False
) -> None:
    """每天有几个期限 / how many fall on each day."""
    out, stretch = Output(json), _stretch(since, until, mine)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Sequence[Day]:
        return await list_days(driver, viewer(actor), stretch, now())

    found = as_person(out, work)
    lines = [
        f"{one.day}  "
        + say(f"{one.total} 个，逾期 {one.overdue}", f"{one.total}, {one.overdue} overdue")
        for one in found
    ]
    out.result(
        {"days": [to_json(one) for one in found]},
        "\n".join(lines) or say("没有期限", "no deadlines"),
    )


@calendar.command("save")
def save_command(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="以 .ics 结尾 / target file")],
    mine: Mine = False,
    english: Annotated[bool, typer.Option("--english", help="英文 / in English")] = False,
    json: JsonOption = False,
) -> None:
    """导出为 iCalendar（前 90 天至后一年），供其他日历程序订入 / save as iCalendar."""
    if file.suffix.lower() != ".ics":
        raise typer.BadParameter(say("文件须以 .ics 结尾", "give an .ics file"))

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[bytes, int]:
        return await taken(driver, viewer(actor), now(), mine=mine, chinese=not english)

    take(Output(json), file, "calendar.ics", work)


def _stretch(since: str | None, until: str | None, mine: bool) -> Stretch:
    first = _day(since, "since") if since else local_date(now())
    last = _day(until, "until") if until else first + timedelta(days=31)
    if last <= first:
        raise typer.BadParameter(say("--until 须晚于 --since", "--until must come after --since"))
    return Stretch(first, last, mine)


def _day(text: str, name: str) -> date:
    return value_of(date, text, name)

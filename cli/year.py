"""`jicha year …`: the bureau's year, its missed deadlines, and the workbook for the meeting."""

from pathlib import Path
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.cases.outcome import OUTCOMES
from cli.language import say, word
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local, now, viewer
from cli.taken import take
from graph.year.read import Missed, Year, this_year, year_of
from graph.year.take import every_missed, taken
from graph.year.unreferred import Unreferred, unreferred
from graph.year.workbook import MONEY

year = typer.Typer(help="年度统计 / the year", no_args_is_help=True)
WhichYear = Annotated[
    int | None, typer.Argument(min=2000, max=2999, help="年份，默认今年 / by default this one")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(year, name="year")


@year.command("show")
def show_command(which: WhichYear = None, json: JsonOption = False) -> None:
    """一年的数字：案件、结果、追回、逾期 / a year's figures."""
    out, wanted = Output(json), which or this_year(now())

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Year, tuple[Unreferred, ...]]:
        who = viewer(actor)
        return await year_of(driver, who, wanted), await unreferred(driver, who, now())

    found, suspected = as_person(out, work)
    lines = [
        say(
            f"{found.year} 年登记案件 {found.opened} 件",
            f"{found.year}: {found.opened} cases opened",
        ),
        say(
            f"待主要负责人办理 {found.waiting} 项：案件 {found.cases} 件、医师档案 {found.files} 份、"
            f"措施 {found.measures} 项、本局参数修改 {found.parameters} 项",
            f"{found.waiting} wait for the head: {found.cases} cases, {found.files} doctors' files, "
            f"{found.measures} measures, {found.parameters} changes of the bureau's parameters",
        ),
    ]
    lines += [f"{say(*OUTCOMES[one])}  {count}" for one, count in found.outcomes.items() if count]
    lines += [
        f"{word(MONEY[name].removesuffix('（元）'), name)}  {amount:,} {say('元', 'yuan')}"
        for name, amount in found.money.items()
    ]
    lines += [
        say(
            f"逾期：{one.zh}  {one.count}（仍未办 {one.still}）",
            f"missed: {one.en}  {one.count} ({one.still} still open)",
        )
        for one in found.missed
    ]
    lines += [
        say(
            f"涉嫌犯罪、须研判移送：{one.case_no}  {one.title}  {one.amount:,} 元",
            f"a crime is suspected, weigh a referral: {one.case_no}  {one.title}  {one.amount:,} yuan",
        )
        for one in suspected
    ]
    more = {
        "opened": found.opened,
        "waiting": found.waiting,
        "unreferred": [to_json(one) for one in suspected],
    }
    out.result(to_json(found) | more, "\n".join(lines))


@year.command("missed")
def missed_command(which: WhichYear = None, json: JsonOption = False) -> None:
    """一年中逾期的期限 / deadlines missed in a year."""
    out, wanted = Output(json), which or this_year(now())

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Missed]:
        return await every_missed(driver, viewer(actor), wanted)

    found = as_person(out, work)
    lines = [f"{local(one.due)}  {one.of}  {say(one.zh, one.en)}  " + _ended(one) for one in found]
    out.result(
        {"missed": [to_json(one) for one in found]},
        "\n".join(lines) or say("没有逾期", "none was missed"),
    )


def _ended(one: Missed) -> str:
    at = local(one.ended_at)
    return say(f"完成于 {at}", f"done {at}") if one.ended_at else say("仍未办", "still open")


@year.command("save")
def save_command(
    file: Annotated[Path, typer.Argument(dir_okay=False, help="以 .xlsx 结尾 / target file")],
    which: Annotated[int | None, typer.Option("--year", min=2000, max=2999)] = None,
    json: JsonOption = False,
) -> None:
    """导出工作簿 / save the workbook."""
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter(say("文件须以 .xlsx 结尾", "give an .xlsx file"))
    wanted = which or this_year(now())

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[bytes, int]:
        stamp = {"导出人": f"{actor.name}（{actor.account}）", "导出时间": local(now())}
        return await taken(driver, viewer(actor), wanted, stamp, now())

    take(Output(json), file, f"year-{wanted}.xlsx", work)

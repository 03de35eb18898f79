"""`jicha rings run`: what the last detection looked at, and why it may have found nothing."""

import typer
from neo4j import AsyncDriver

from casework.actors import Actor
from cli.language import held, say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local, viewer
from cli.ring_words import channel
from graph.rings.runs import OddPerson, Run, last_run, odd_people


def add_run(rings: typer.Typer) -> None:
    """Add the command."""
    rings.command("run")(run_command)


def run_command(as_json: JsonOption = False) -> None:
    """上次识别：各渠道看了什么、为何没有发现，以及记录异常（已脱敏） / the last detection, channel by channel."""
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> tuple[Run | None, list[OddPerson]]:
        run = await last_run(driver, viewer(actor))
        return run, await odd_people(driver, viewer(actor), run) if run else []

    run, people = as_person(out, work)
    if run is None:
        none = say(
            "还没有识别过：jicha rings detect", "nothing was detected yet: jicha rings detect"
        )
        out.result({"run": None}, none)
        return
    body = {**to_json(run), "oddities": [to_json(one) for one in people]}
    out.result({"run": body}, "\n".join(_lines(run, people)))


def odd_text(psn_no: str, name: str, visits: int, days: int) -> str:
    """A record error as one line."""
    who = f"{psn_no}{held(name)}" if name else psn_no
    return say(
        f"记录异常：{who} 共 {visits} 次就诊、{days} 天，请核对数据",
        f"record error: {who} has {visits} visits on {days} days; check the data",
    )


def _lines(run: Run, people: list[OddPerson]) -> list[str]:
    span = say("库中没有就诊", "no visits in the store")
    if run.first_day and run.last_day:
        span = say(f"{run.first_day} 至 {run.last_day}", f"{run.first_day} to {run.last_day}")
    lines = [say(f"{local(run.at)} 识别，{span}", f"run of {local(run.at)}, {span}")]
    for one in run.channels:
        cut = "—" if one.threshold is None else f"{one.threshold:.1f}"
        lines += [
            say(
                f"{channel(one.channel)}：记录 {one.appearances:,}，群体 {one.groups}，"
                f"门槛 {cut}，置换 {one.permutations}",
                f"{channel(one.channel)}: {one.appearances:,} records, {one.groups} groups, "
                f"threshold {cut}, {one.permutations} permutations",
            ),
            f"  {say(one.note_zh, one.note_en)}",
        ]
    if run.note_zh:
        lines.append(say(run.note_zh, run.note_en))
    return [*lines, *(odd_text(p.psn_no, p.name, p.visits, p.days) for p in people)]

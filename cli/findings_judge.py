"""`jicha findings judge | note | take-back`: verdicts on findings, as the signed-in person."""

from collections.abc import Callable
from typing import Annotated

import neo4j
import typer

from audit.findings.store import FindingStore
from casework.actors import Actor
from casework.commands.base import Command
from casework.commands.judgement import JudgeMark, MarkKind, NoteMark, TakeBackJudgement, Verdict
from casework.events import Event
from casework.refusal import refuse
from cli.act import events_json
from cli.context import settings
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.commands import execute

Keys = Annotated[list[str], typer.Argument(help="疑点编号，可多条 / finding ids")]


def add_to(findings: typer.Typer) -> None:
    """Add the commands."""
    findings.command("judge")(judge_command)
    findings.command("note")(note_command)
    findings.command("take-back")(take_back_command)


def judge_command(
    findings: Keys,
    verdict: Annotated[Verdict, typer.Option(help="研判结论 / verdict")],
    reason: Annotated[str, typer.Option(help="理由，排除时必填 / reason")] = "",
    json: JsonOption = False,
) -> None:
    """研判疑点；各记一笔 / judge findings; each is an event of its own."""

    def command(key: str) -> Command:
        return JudgeMark(kind=MarkKind.FINDING, key=key, verdict=verdict, reason=reason)

    _each(Output(json), findings, command)


def note_command(
    findings: Keys,
    text: Annotated[str, typer.Option(help="备注 / note")],
    json: JsonOption = False,
) -> None:
    """给疑点记备注 / write a note on findings."""
    _each(Output(json), findings, lambda key: NoteMark(kind=MarkKind.FINDING, key=key, text=text))


def take_back_command(
    findings: Keys,
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    json: JsonOption = False,
) -> None:
    """撤回研判，疑点重新待办 / undo verdicts."""

    def command(key: str) -> Command:
        return TakeBackJudgement(kind=MarkKind.FINDING, key=key, reason=reason)

    _each(Output(json), findings, command)


def _each(out: Output, keys: list[str], command: Callable[[str], Command]) -> None:
    wanted = list(dict.fromkeys(keys))
    store = FindingStore(settings().home)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Event]:
        known = store.many(viewer(actor), wanted)
        for key in wanted:
            if key not in known:
                raise refuse("NOT_FOUND", what=f"疑点 {key[:80]}", what_en=f"finding {key[:80]}")
        events: list[Event] = []
        for key in wanted:
            events += await execute(driver, command(key), actor, now())
        return events

    events = as_person(out, work)
    out.result(events_json(events), say(f"已记录 {len(events)} 笔", f"{len(events)} recorded"))

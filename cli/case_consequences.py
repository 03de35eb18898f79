"""`jicha case consequences …`: what an act means: for scores and measures, for the way to the court."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.cases.court_time import CourtTime
from casework.commands import case as c
from casework.events import to_json
from casework.measures.consequences import subject_of
from cli.case_text import court_json, court_line
from cli.forms import value_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now
from graph.points.preview import preview_case, preview_demand


def add_to(case: typer.Typer) -> None:
    """Add the command."""
    case.command("consequences")(show)


def show(
    verb: Annotated[str, typer.Argument(help="annul | close-remedy | press")],
    case_no: Annotated[str, typer.Argument(help="案件编号 / case number")],
    on: Annotated[
        str, typer.Option(help="决定（送达）日期 / day of the decision or service, YYYY-MM-DD")
    ],
    remedy_id: Annotated[str, typer.Option(help="复议、诉讼编号 / remedy_id")] = "",
    outcome: Annotated[
        c.RemedyOutcome, typer.Option(help="复议、诉讼结果 / outcome")
    ] = c.RemedyOutcome.ANNULLED,
    fine: Annotated[str | None, typer.Option(help="变更后的罚款 / fine after the change")] = None,
    recovery: Annotated[
        str | None, typer.Option(help="变更后的退回金额 / recovery after the change")
    ] = None,
    months: Annotated[
        int | None, typer.Option(help="变更后的暂停月数 / months of suspension after the change")
    ] = None,
    damages: Annotated[
        str | None, typer.Option(help="变更后的违约金 / damages after the change")
    ] = None,
    document: Annotated[
        str, typer.Option(help="来文扫描件的证据编号 / evidence number of the scan of the paper")
    ] = "",
    json: JsonOption = False,
) -> None:
    """办理前列出后果：决定被撤销或变更、送达催告书 / what follows of an annulment, a change, a demand."""
    out = Output(json)
    day = value_of(date, on, "on")
    why: dict[str, Any] = {"document_no": "预览", "reasons": "预览", "document": document}
    command: c.CaseCommand
    if verb == "press":
        press = c.PressPayment(case_no=case_no, way=c.ServiceWay.DIRECT, served_on=day)
        _demand(out, press)
        return
    if verb == "annul":
        command = c.AnnulDecision(case_no=case_no, by="预览", annulled_on=day, **why)
    elif verb == "close-remedy":
        command = c.CloseRemedy(
            case_no=case_no,
            remedy_id=remedy_id,
            outcome=outcome,
            decided_on=day,
            fine=value_of(Decimal, fine, "fine") if fine is not None else None,
            recovery=value_of(Decimal, recovery, "recovery") if recovery is not None else None,
            months=months,
            damages=value_of(Decimal, damages, "damages") if damages is not None else None,
            **why,
        )
    else:
        raise typer.BadParameter("annul | close-remedy | press")

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await preview_case(driver, command, actor, now())

    found = as_person(out, _work)
    rows = [
        {
            "prac_psn_code": file.prac_psn_code,
            "name": file.name,
            "consequence": to_json(asdict(one)),
        }
        for file, ones in found.files
        for one in ones
    ]
    fallen = [
        {"subject": state.key, "name": subject_of(state), "consequence": to_json(asdict(one))}
        for state, ones in found.measures
        for one in ones
    ]
    lines = [
        f"{file.prac_psn_code}  {file.name}  {say(one.zh, one.en)}"
        for file, ones in found.files
        for one in ones
    ]
    lines += [
        f"{state.subject_key}  {subject_of(state)}  {say(one.zh, one.en)}"
        for state, ones in found.measures
        for one in ones
    ]
    text = "\n".join(lines) or say("没有变化", "nothing changes")
    out.result({"consequences": rows, "measures": fallen}, text)


def _demand(out: Output, command: c.PressPayment) -> None:
    """Whether the court can still be asked once a demand that is served on that day has run out."""

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> CourtTime | None:
        return await preview_demand(driver, command, actor, now())

    found = as_person(out, _work)
    if found is None:
        out.result({"court_time": None}, say("没有变化", "nothing changes"))
    else:
        out.result({"court_time": court_json(found)}, court_line(found))

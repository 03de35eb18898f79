"""`jicha case compare-worksheets | check-figure`: worksheets beside each other and beside a figure."""

from decimal import Decimal
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.cases.worksheet import sheet_of
from casework.law.compare import compare, judge_figure
from casework.money import yuan
from casework.refusal import refuse
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from graph.cases.page import case_page

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
SheetId = Annotated[str, typer.Argument(help="测算表 / worksheet, e.g. W1")]


def add_to(case: typer.Typer) -> None:
    """Add the commands to `jicha case`."""
    case.command("compare-worksheets")(compare_worksheets)
    case.command("check-figure")(check_figure)


def compare_worksheets(
    case_no: CaseNo, first: SheetId, second: SheetId, json: JsonOption = False
) -> None:
    """比较两份处罚测算表 / in what two worksheets differ."""
    out = Output(json)
    state = _case(out, case_no)
    found = compare(sheet_of(state, first), sheet_of(state, second))
    lines = [
        say(
            f"{one.zh}\t{one.first[0]}\t{one.second[0]}",
            f"{one.en}\t{one.first[1]}\t{one.second[1]}",
        )
        for one in found
    ]
    none = say("两份测算表一致", "the two worksheets agree")
    out.result({"differences": [vars(one) for one in found]}, "\n".join(lines) or none)


def check_figure(
    case_no: CaseNo,
    worksheet: SheetId,
    figure: Annotated[
        str, typer.Argument(help="别处所载罚款，元 / a fine that stands elsewhere, yuan")
    ],
    json: JsonOption = False,
) -> None:
    """核对别处所载的罚款金额，说明依法应为多少 / which figure the law gives, and why."""
    out = Output(json)
    amount: Decimal = yuan(figure)
    said = judge_figure(sheet_of(_case(out, case_no), worksheet), amount)
    out.result(vars(said), say(said.zh, said.en))


def _case(out: Output, case_no: str) -> CaseState:
    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> CaseState:
        page = await case_page(driver, viewer(actor), case_no, now())
        if page is None:
            raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
        return page.state

    return as_person(out, _work)

"""`jicha case lines…`: list, judge, print the lines of a case."""

import hashlib
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from audit.findings.case_lines import case_lines as lines_behind
from audit.findings.case_lines import named_lines
from audit.findings.store import FindingStore
from casework.actors import Actor
from casework.cases.state import CaseState
from casework.commands import case as c
from casework.commands.access import RecordExport
from casework.events import Event, to_json
from casework.lines.clash import rivals
from casework.lines.judge import verdicts
from casework.lines.listing import arrived
from casework.lines.select import matching
from casework.lines.state import Line, Refund, RefundsState, totals_of
from casework.money import ZERO
from casework.refusal import refuse
from cli.act import events_json
from cli.context import settings
from cli.forms import add_act, value_of
from cli.language import say
from cli.lines_text import lines_text
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from graph.cases.read import case_state
from graph.commands import execute
from graph.lines.read import CaseLines, case_lines
from graph.lines.settled import refunds_behind
from graph.points.barred_lines import barred_findings

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
Rule = Annotated[str | None, typer.Option(help="规则编号 / rule")]
Finding = Annotated[str | None, typer.Option(help="疑点编号 / finding")]
State = Annotated[str | None, typer.Option(help="open|confirmed|partly|rejected")]
Text = Annotated[str | None, typer.Option(help="项目、就诊、人员包含 / item, visit or person")]
DayText = Annotated[str | None, typer.Option(help="YYYY-MM-DD")]
Yuan = Annotated[str | None, typer.Option(help="基金金额，元 / fund part in yuan")]


def add_to(case: typer.Typer) -> None:
    """Add the commands to `jicha case`."""
    case.command("lines-list")(list_lines)
    case.command("lines-arrived")(arrived_lines)
    case.command("lines")(show_lines)
    case.command("lines-judge")(judge_lines)
    case.command("lines-print")(print_lines)
    add_act(case, "line-add", c.AddLine, "手工列入明细 / list a line by hand")
    add_act(case, "lines-release", c.ReleaseLines, "释放明细 / release the lines")


def list_lines(case_no: CaseNo, json: JsonOption = False) -> None:
    """列入疑点明细 / bring the lines behind the findings into the case."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Event]:
        state = await case_state(driver, viewer(actor), case_no)
        if state is None:
            raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
        lines = await claimed_behind(driver, actor, state)
        visits = await refunds_behind(FindingStore(settings().home).claims, lines)
        command = c.ListLines(case_no=case_no, lines=lines, visits=visits)
        return await execute(driver, command, actor, now())

    events = as_person(out, _work)
    count, amount = events[0].data["count"], events[0].data["amount"]
    said = say(
        f"列入明细 {count} 条，涉及基金 {amount} 元",
        f"listed {count} lines, {amount} yuan of the fund",
    )
    out.result(events_json(events), said)


async def claimed_behind(
    driver: neo4j.AsyncDriver, actor: Actor, state: CaseState
) -> tuple[c.CaseLine, ...]:
    """The lines behind a case's findings, as the claims have them now."""
    ids = [finding.finding_id for finding in state.findings]
    store = FindingStore(settings().home)
    barred = await barred_findings(driver, store.claims, ids, now())
    return (*lines_behind(store, viewer(actor), ids), *named_lines(store.claims, barred))


def arrived_lines(case_no: CaseNo, json: JsonOption = False) -> None:
    """列入明细后新到的费用 / fees that came after the lines were listed."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[c.CaseLine, ...]:
        found = await case_lines(driver, viewer(actor), case_no)
        if found is None:
            raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
        behind = await claimed_behind(driver, actor, found.case)
        return arrived(found.case, found.lines, behind)

    found = as_person(out, _work)
    sums = totals_of(map(Line, found))
    said = say(
        f"列入后新到 {sums.listed} 条，涉及基金 {sums.suspected} 元；用 jicha case lines-list 列入",
        f"{sums.listed} lines came later, {sums.suspected} yuan of the fund; "
        "jicha case lines-list takes them in",
    )
    none = say("没有新到的费用", "no fees came later")
    body = {
        "count": sums.listed,
        "suspected": sums.suspected,
        "lines": [one.line_id for one in found],
    }
    out.result(to_json(body), said if found else none)  # type: ignore[arg-type]


def show_lines(
    case_no: CaseNo,
    rule: Rule = None,
    finding: Finding = None,
    state: State = None,
    text: Text = None,
    from_day: DayText = None,
    to_day: DayText = None,
    least: Yuan = None,
    most: Yuan = None,
    json: JsonOption = False,
) -> None:
    """明细及认定情况 / lines with their verdicts and earlier refunds."""
    out = Output(json)
    where = _filter(rule, finding, state, text, from_day, to_day, least, most)
    found = as_person(out, lambda driver, actor: read(driver, actor, case_no))
    met = list(matching(found.lines, where))
    sums = totals_of(met)
    rows = [_row(line, found) for line in met]
    body = {
        "lines": rows,
        "totals": {**vars(sums), "loss": sums.loss},
        "clashes": [vars(one) for one in found.clashes],
        "unset": [vars(one) for one in found.unset],
    }
    out.result(to_json(body), lines_text(rows, sums, found.clashes, found.unset))  # type: ignore[arg-type]


def judge_lines(
    case_no: CaseNo,
    verdict: Annotated[c.LineVerdict, typer.Option(help="认定 / verdict")],
    line: Annotated[list[str] | None, typer.Option(help="明细，可多次 / line, repeatable")] = None,
    rule: Rule = None,
    finding: Finding = None,
    state: State = None,
    text: Text = None,
    from_day: DayText = None,
    to_day: DayText = None,
    least: Yuan = None,
    most: Yuan = None,
    amount: Annotated[str | None, typer.Option(help="单条部分认定金额 / part of one line")] = None,
    share: Annotated[str | None, typer.Option(help="多条部分认定比例 / part of several")] = None,
    group_difference: Annotated[
        str | None,
        typer.Option(help="DRG/DIP 病组差额，一次就诊 / difference of the group of one visit"),
    ] = None,
    reasons: Annotated[str, typer.Option(help="理由 / reasons")] = "",
    preview: Annotated[bool, typer.Option("--preview", help="只预览，不认定 / only show")] = False,
    json: JsonOption = False,
) -> None:
    """逐条或批量认定；--preview 先看结果 / judge lines singly or in bulk."""
    out = Output(json)
    where = _filter(rule, finding, state, text, from_day, to_day, least, most)
    command = c.JudgeLines(
        case_no=case_no,
        verdict=verdict,
        line_ids=tuple(line or ()),
        where=None if line or where == c.LineFilter() else where,
        amount=_decimal(amount, "amount"),
        share=_decimal(share, "share"),
        group_difference=_decimal(group_difference, "group_difference"),
        reasons=reasons,
    )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        if not preview:
            return await execute(driver, command, actor, now())
        found = await read(driver, actor, case_no)
        return verdicts(command, found.lines, found.states)

    done = as_person(out, _work)
    if preview:
        sums = totals_of(done)
        body = to_json({**vars(sums), "loss": sums.loss})
        said = say(
            f"将认定 {sums.listed} 条，应追回 {sums.loss} 元（未写入）",
            f"would judge {sums.listed} lines, {sums.loss} yuan to recover (nothing written)",
        )
        out.result(body, said)  # type: ignore[arg-type]
        return
    count, loss = done[0].data["count"], done[0].data["totals"]["loss"]
    said = say(
        f"已认定 {count} 条，全案应追回 {loss} 元",
        f"judged {count} lines; the whole case recovers {loss} yuan",
    )
    out.result(events_json(done), said)


def print_lines(
    case_no: CaseNo,
    to: Annotated[Path, typer.Option(help="输出文件 .pdf 或 .xlsx / file to write")],
    json: JsonOption = False,
) -> None:
    """打印逐条认定清单，每页小计 / the confirmed list with a sum on each page."""
    # The typesetter and the workbook's writer are heavy: only here.
    from evidence.forms.confirmed import confirmed_list
    from graph.lines.workbook import confirmed_workbook

    out, bureau = Output(json), settings().bureau_name
    if to.suffix not in (".pdf", ".xlsx"):
        raise typer.BadParameter(say("--to: .pdf 或 .xlsx", "--to: .pdf or .xlsx"))

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> bytes:
        found, at = await read(driver, actor, case_no), now()
        if to.suffix == ".pdf":
            body = confirmed_list(found.case, found.lines, bureau, at).pdf
        else:
            body = confirmed_workbook(found.case, found.lines, at, bureau)
        count = sum(1 for one in found.lines.lines.values() if one.confirmed)
        told = RecordExport(
            what=f"case-lines:{case_no}{to.suffix}", rows=count, masked=True,
            sha256=hashlib.sha256(body).hexdigest(),
        )  # fmt: skip
        await execute(driver, told, actor, at)
        return body

    put_down(to, as_person(out, _work))
    out.result({"file": str(to), "bytes": to.stat().st_size}, say(f"已写入 {to}", f"wrote {to}"))


async def read(driver: neo4j.AsyncDriver, actor: Actor, case_no: str) -> CaseLines:
    """The lines of a case. Refuses NOT_FOUND."""
    found = await case_lines(driver, viewer(actor), case_no)
    if found is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
    return found


def _row(line: Line, found: CaseLines) -> dict[str, Any]:
    of, case_no = line.of, found.case.case_no
    book = found.by_code.get(of.fixmedins_code)
    row = {
        "line_id": of.line_id,
        "finding_id": of.finding_id,
        "rule_id": of.rule_id,
        "who": of.who,
        "on": of.on,
        "item": of.item,
        "amount": of.amount,
        "suspected": line.suspected,
        "state": line.state,
        "confirmed": line.confirmed,
        "group_difference": line.of.group_difference if line.group is None else line.group,
        # Earlier refunds and what other cases recover, also of a line that is not judged yet.
        "taken": book.taken(line, case_no) if book else ZERO,
        "refunds": _refunds(line, book) if book else [],
        "rivals": [vars(one) for one in rivals(line, book, case_no, found.ended)],
        "returned": line.returned,
        "loss": line.loss,
        "reasons": line.reasons,
    }
    return {name: to_json(value) for name, value in row.items()}


def _refunds(line: Line, book: RefundsState) -> list[dict[str, Any]]:
    """Earlier refunds, and the refund settlements since the line was listed."""
    settled = [
        Refund(amount, "settlement", one.on, one.document_no) for one, amount in book.back(line)
    ]
    return [asdict(one) for one in (*book.refunds.get(line.line_id, ()), *settled)]


def _filter(
    rule: str | None,
    finding: str | None,
    state: str | None,
    text: str | None,
    from_day: str | None,
    to_day: str | None,
    least: str | None,
    most: str | None,
) -> c.LineFilter:
    if state not in (None, "open", *c.LineVerdict):
        raise typer.BadParameter("--state: open, confirmed, partly, rejected")
    return c.LineFilter(
        rule_id=rule,
        finding_id=finding,
        state=state,
        text=text,
        from_day=value_of(date, from_day, "from_day") if from_day else None,
        to_day=value_of(date, to_day, "to_day") if to_day else None,
        least=_decimal(least, "least"),
        most=_decimal(most, "most"),
    )


def _decimal(text: str | None, name: str) -> Decimal | None:
    return value_of(Decimal, text, name) if text else None

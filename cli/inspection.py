"""`jicha inspection …`: inspections before a case, with their working papers."""

import hashlib
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final

import neo4j
import typer

from audit.findings.case_lines import named_lines, picked_lines
from audit.findings.store import FindingStore
from casework.actors import Actor
from casework.cases.submitted import submitted
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands import inspection as i
from casework.commands.access import RecordExport
from casework.commands.base import Command
from casework.commands.case import OfficerRef, Party, PartyKind
from casework.event_names import event_names
from casework.events import to_json
from casework.inspection.picked import choice_of, chosen
from casework.inspection.state import FOLLOWS, KINDS, STEPS
from casework.refusal import refuse
from cli.act import act, events_json
from cli.case_submitted import receipt_lines
from cli.clock_text import deadline_json, deadline_text
from cli.context import settings
from cli.forms import add_act, value_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from graph.commands import execute
from graph.inspection.read import InspectionPage, inspection_page, list_inspections
from graph.points.barred_lines import barred_findings

inspection = typer.Typer(help="检查 / inspections", no_args_is_help=True)
Number = Annotated[str, typer.Argument(help="检查编号 / inspection number")]
PAPER = ("inspection_no", "paper_id")
RECUSAL = ("inspection_no", "recusal_id")
#: How a paper was signed; none stands for "not yet".
SIGNATURES: Final = {
    "": ("未签字", "not signed"),
    c.SignatureHow.SIGNED: ("已签字盖章", "signed and stamped"),
    c.SignatureHow.REFUSED_TO_SIGN: ("拒绝签字", "refused to sign"),
}
ACTS: tuple[tuple[str, type[Command], str, tuple[str, ...]], ...] = (
    ("start", i.StartInspection, "进场检查 / begin on site", ("inspection_no",)),
    ("officers", i.ChangeInspectors, "变更检查人员 / change the officers", ("inspection_no",)),
    (
        "check-ties",
        i.CheckInspectorTies,
        "核查检查人员回避关系 / check the officers for ties",
        ("inspection_no",),
    ),
    (
        "recusal",
        i.RequestInspectorRecusal,
        "申请检查人员回避 / ask for an officer's recusal",
        ("inspection_no",),
    ),
    (
        "answer-recusal",
        i.AnswerInspectorRecusal,
        "回应检查回避事项 / answer a question of recusal",
        RECUSAL,
    ),
    (
        "decide-recusal",
        i.DecideInspectorRecusal,
        "决定检查人员回避 / decide on a recusal",
        RECUSAL,
    ),
    ("cancel", i.CancelInspection, "撤销检查 / call the inspection off", ("inspection_no",)),
    (
        "notice-signed",
        i.AttachNotice,
        "附入检查通知书签收件 / attach the sealed notice",
        ("inspection_no", "evidence_id"),
    ),
    ("reply", i.ReplyPaper, "记录机构答复 / record the reply", PAPER),
    ("submit-reply", i.SubmitPaperReply, "提交底稿答复 / reply to a working paper", PAPER),
    ("sign", i.SignPaper, "签字盖章或拒签 / signature or refusal", PAPER),
    ("scan", i.AttachScan, "附入签字扫描件 / attach the scan", (*PAPER, "evidence_id")),
    ("close", i.CloseInspection, "结束检查 / end the inspection", ("inspection_no",)),
    (
        "link",
        i.LinkInspection,
        "并入后立案件 / tie it to a case opened later",
        ("inspection_no", "case_no"),
    ),
    (
        "follow-up",
        i.FollowUnannounced,
        "登记飞行检查后续 / follow up an unannounced inspection",
        ("inspection_no",),
    ),
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for verb, kind, help, arguments in ACTS:
        add_act(inspection, verb, kind, help, arguments=arguments)
    app.add_typer(inspection, name="inspection")


@inspection.command("open")
def open_inspection(
    title: Annotated[str, typer.Option(help="检查名称 / title")],
    institution: Annotated[str, typer.Option(help="fixmedins_code")],
    name: Annotated[str, typer.Option(help="机构名称 / name")],
    basis: Annotated[str, typer.Option(help="检查依据 / legal basis")],
    scope: Annotated[str, typer.Option(help="检查内容 / scope")],
    starts_on: Annotated[str, typer.Option(help="YYYY-MM-DD")],
    ends_on: Annotated[str, typer.Option(help="YYYY-MM-DD")],
    notice_no: Annotated[str, typer.Option(help="检查通知书文号 / number of the notice")],
    officer: Annotated[list[str], typer.Option(help="账号=执法证号，两名 / account=certificate")],
    kind: Annotated[
        i.InspectionKind,
        typer.Option(
            help="routine 日常检查、spot_check 抽查、unannounced 飞行检查 / kind of inspection"
        ),
    ] = i.InspectionKind.ROUTINE,
    json: JsonOption = False,
) -> None:
    """制作检查通知 / plan an inspection with its notice and two officers."""
    command = i.OpenInspection(
        party=Party(PartyKind.INSTITUTION, institution, name),
        title=title,
        basis=basis,
        scope=scope,
        starts_on=value_of(date, starts_on, "starts_on"),
        ends_on=value_of(date, ends_on, "ends_on"),
        notice_no=notice_no,
        officers=tuple(value_of(OfficerRef, one, "officer") for one in officer),
        kind=kind,
    )
    act(Output(json), command, "制作检查通知")


@inspection.command("list")
def list_command(
    open_only: Annotated[bool, typer.Option("--open", help="仅未结束 / open ones only")] = False,
    text: Annotated[
        str | None, typer.Option(help="编号、名称或机构 / number, name or institution")
    ] = None,
    json: JsonOption = False,
) -> None:
    """检查列表 / list inspections."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        wanted = {"open_only": True if open_only else None, "text": text}
        return await list_inspections(driver, viewer(actor), **wanted)  # type: ignore[arg-type]

    rows, more = as_person(out, _work)
    lines = [
        f"{r.inspection_no}\t{say(*STEPS[r.stage])}\t{r.party_name}\t"
        + say(
            f"底稿 {r.papers}（未签 {r.unsigned}）\t{r.amount} 元",
            f"papers {r.papers} ({r.unsigned} not signed)\t{r.amount} yuan",
        )
        for r in rows
    ]
    body = {"inspections": [to_json(vars(row)) for row in rows], "has_more": more}
    out.result(body, "\n".join(lines) or say("没有检查", "no inspection"))


@inspection.command("paper")
def write_paper(
    number: Number,
    problem: Annotated[str, typer.Option(help="问题 / problem")] = "",
    facts: Annotated[str, typer.Option(help="检查情况 / facts")] = "",
    law: Annotated[str, typer.Option(help="依据 / law")] = "",
    finding: Annotated[
        list[str] | None, typer.Option(help="疑点编号，可多次 / finding, repeatable")
    ] = None,
    bill: Annotated[
        list[str] | None,
        typer.Option(help="就诊ID 或 就诊ID/明细流水号，可多次 / visit or visit/line, repeatable"),
    ] = None,
    left_out: Annotated[
        list[str] | None,
        typer.Option(help="不列入的明细，可多次 / line not to be taken, repeatable"),
    ] = None,
    amount: Annotated[
        str | None,
        typer.Option(help="涉及金额，不填为明细合计 / yuan; the sum of the lines if left out"),
    ] = None,
    amount_reason: Annotated[
        str, typer.Option(help="与合计不同的理由 / why it differs from the sum")
    ] = "",
    paper_id: Annotated[
        str | None, typer.Option(help="重写的底稿编号 / paper to write anew")
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="只看合计，不写入 / only show the sum")
    ] = False,
    json: JsonOption = False,
) -> None:
    """填写工作底稿：选疑点、就诊、明细，金额取合计 / write a working paper from findings, visits, lines."""
    out = Output(json)

    async def _command(driver: neo4j.AsyncDriver, actor: Actor) -> i.WritePaper:
        lines = await _claimed(driver, actor, tuple(finding or ()), tuple(bill or ()))
        return i.WritePaper(
            inspection_no=number,
            paper_id=paper_id,
            problem=problem,
            facts=facts,
            law=law,
            finding_ids=tuple(finding or ()),
            left_out=tuple(left_out or ()),
            bills=tuple(bill or ()),
            amount=value_of(Decimal, amount, "amount") if amount else None,
            amount_reason=amount_reason,
            lines=lines,
        )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        command = await _command(driver, actor)
        if not preview:
            return await execute(driver, command, actor, now())
        return chosen(choice_of(command), (await _page(driver, actor, number)).state)

    done = as_person(out, _work)
    if preview:
        rows = [f"{one.bill}\t{one.on or ''}\t{one.item}\t{one.counted}" for one in done.bills]
        body = {
            "lines": [to_json(vars(one)) for one in done.bills],
            "summed": str(done.summed),
            "unknown": list(done.unknown),
        }
        said = say(
            f"{len(done.bills)} 笔，涉及基金 {done.summed} 元（未写入）",
            f"{len(done.bills)} lines, {done.summed} yuan of the fund (nothing written)",
        )
        out.result(body, "\n".join((*rows, said)))
        return
    told = done[0].data
    said = say(
        f"已填写底稿 {told['paper_id']}：{len(told['bills'])} 笔，涉及金额 {told['amount']} 元",
        f"wrote paper {told['paper_id']}: {len(told['bills'])} lines, {told['amount']} yuan",
    )
    out.result(events_json(done), said)


async def _claimed(
    driver: neo4j.AsyncDriver, actor: Actor, ids: tuple[str, ...], bills: tuple[str, ...]
) -> tuple[c.CaseLine, ...]:
    store = FindingStore(settings().home)
    barred = await barred_findings(driver, store.claims, ids, now())
    found = picked_lines(store, viewer(actor), ids, [one.strip() for one in bills])
    return (*found, *named_lines(store.claims, barred))


async def _page(driver: neo4j.AsyncDriver, actor: Actor, number: str) -> InspectionPage:
    page = await inspection_page(driver, viewer(actor), number, now())
    if page is None:
        raise refuse("NOT_FOUND", what=f"检查 {number}", what_en=f"inspection {number}")
    return page


@inspection.command("show")
def show(number: Number, json: JsonOption = False) -> None:
    """检查详情与底稿 / an inspection with its papers."""
    out = Output(json)
    page = as_person(out, lambda driver, actor: _page(driver, actor, number))
    state = page.state
    papers = [
        {
            "paper_id": p.paper_id,
            "problem": p.problem,
            "amount": str(p.amount),
            "summed": None if p.summed is None else str(p.summed),
            "amount_reason": p.amount_reason,
            "bills": list(p.bills),
            "replied": p.reply is not None,
            "signature": p.signature.how if p.signature else None,
            "scan": p.scan,
        }
        for p in state.papers
    ]
    kind = say(*KINDS[state.kind])
    lines = [f"{state.inspection_no} {kind} {say(*STEPS[state.stage])} {state.title}"]
    lines += [
        f"  {p.paper_id}\t{p.problem}\t{p.amount} {say('元', 'yuan')}\t"
        + say(*SIGNATURES[p.signature.how if p.signature else ""])
        for p in state.papers
    ]
    lines += receipt_lines(page.events)
    lines += [
        f"  {one.on}\t{say(*event_names(FOLLOWS[one.step]))}\t{one.document_no}\t{one.note}"
        for one in state.followed
    ]
    lines += [deadline_text(one) for one in page.deadlines]
    body = {
        "inspection_no": number,
        "kind": state.kind.value,
        "followed": [to_json(vars(one)) for one in state.followed],
        "deadlines": [to_json(deadline_json(one)) for one in page.deadlines],
        "stage": state.stage.value,
        "case_no": state.case_no,
        "papers": papers,
        "submitted": [to_json(asdict(one)) for one in submitted(page.events)],
    }
    out.result(body, "\n".join(lines) or say("没有检查", "no inspection"))


@inspection.command("print")
def print_papers(
    number: Number,
    to: Annotated[Path, typer.Option(help="输出 PDF / file to write")],
    what: Annotated[
        str,
        typer.Option(
            help="notice、cancellation、recusals、papers 或底稿编号 / "
            "notice, cancellation, recusals, papers, or the number of a paper"
        ),
    ] = "papers",
    json: JsonOption = False,
) -> None:
    """打印检查通知书或工作底稿 / print the notice or the papers."""
    from evidence.forms.inspection import paper_of  # the typesetter is heavy
    from evidence.forms.rights import agency

    out, bureau = Output(json), settings().bureau_name

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> bytes:
        page, at = await _page(driver, actor, number), now()
        house = agency(page.settings, at, local_date(at)) or bureau
        made = paper_of(page.state, what, house, at)
        if made is None:
            raise refuse("NOT_FOUND", what=f"检查文书 {what}", what_en=f"paper {what}")
        told = RecordExport(
            what=f"inspection:{number}/{what}", rows=1, masked=True,
            sha256=hashlib.sha256(made.pdf).hexdigest(),
        )  # fmt: skip
        await execute(driver, told, actor, at)
        return made.pdf

    put_down(to, as_person(out, _work))
    out.result({"file": str(to), "bytes": to.stat().st_size}, say(f"已写入 {to}", f"wrote {to}"))

"""`jicha ledger …`: the recovery ledger of a case, postings, its agreement, earlier refunds."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from audit.findings.case_lines import billed_lines
from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.events import to_json
from casework.ledger.accounts import NAMES
from casework.ledger.instalments import instalments
from casework.ledger.state import Entry
from casework.lines.state import RefundsState
from casework.money import ZERO, yuan
from casework.refusal import refuse
from claims.store import ClaimStore
from cli.act import events_json
from cli.context import settings
from cli.forms import add_act, value_of
from cli.language import say
from cli.ledger_text import checks_text, ledger_text
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, now, viewer
from graph.commands import execute
from graph.lines.read import CaseLedger, case_ledger
from graph.lines.refund_check import fitting, standing_refunds
from graph.lines.refund_list import RefundList, read_refunds

ledger = typer.Typer(help="追回台账 / recovery ledger", no_args_is_help=True)
post = typer.Typer(help="记账 / post", no_args_is_help=True)
CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_act(post, "payment", c.RecordPayment, "登记缴款 / money that came in")
    add_act(post, "write-off", c.WriteOff, "核销 / write off")
    add_act(post, "pay-back", c.PayBack, "退付多缴款 / pay back")
    add_act(post, "reverse", c.ReversePayment, "冲正缴款 / reverse a payment")
    add_act(post, "instalments", c.GrantInstalments, "准予分期缴纳 / grant instalments")
    add_act(
        ledger, "refund-withdraw", c.WithdrawRefund, "撤回此前退回 / withdraw an earlier refund",
        arguments=("fixmedins_code", "refund_id"),
    )  # fmt: skip
    ledger.add_typer(post, name="post")
    app.add_typer(ledger, name="ledger")


async def read(driver: neo4j.AsyncDriver, actor: Actor, case_no: str) -> CaseLedger:
    """The ledger of a case. Refuses NOT_FOUND."""
    found = await case_ledger(driver, viewer(actor), case_no)
    if found is None:
        raise refuse("NOT_FOUND", what=f"案件 {case_no}", what_en=f"case {case_no}")
    return found


@ledger.command("show")
def show(case_no: CaseNo, json: JsonOption = False) -> None:
    """科目余额、分录、分期 / balances, entries and instalments."""
    out = Output(json)
    found = as_person(out, lambda driver, actor: read(driver, actor, case_no))
    book = found.ledger
    used = {posting.account for entry in book.entries for posting in entry.postings}
    balances = {account: book.of(account) for account in NAMES if account in used}
    parts = instalments(found.case, local_date(now()))
    body = {
        "case_no": case_no,
        "balances": {account.value: amount for account, amount in balances.items()},
        "entries": [_entry(entry) for entry in book.entries],
        "instalments": [vars(part) for part in parts],
    }
    text = ledger_text(balances, book.entries, parts)
    out.result(to_json(body), text)  # type: ignore[arg-type]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "event": entry.event,
        "document_no": entry.document_no,
        "postings": [{"account": p.account.value, "amount": p.amount} for p in entry.postings],
    }


@ledger.command("check")
def check(case_no: CaseNo, json: JsonOption = False) -> None:
    """与疑点、明细、决定、缴款核对到分；不符时退出码 4 / does it agree to the cent?"""
    out = Output(json)
    found = as_person(out, lambda driver, actor: read(driver, actor, case_no))
    rows = [{**vars(one), "agrees": one.agrees} for one in found.checks]
    agrees = all(one.agrees for one in found.checks)
    body = {"case_no": case_no, "agrees": agrees, "checks": rows}
    out.result(to_json(body), checks_text(found.checks))  # type: ignore[arg-type]
    if not agrees:
        raise typer.Exit(int(Exit.PARTIAL))


@ledger.command("refund")
def refund(
    institution: Annotated[str, typer.Argument(help="fixmedins_code")],
    line: Annotated[str, typer.Option(help="就诊ID/明细流水号 / visit/line")],
    amount: Annotated[str, typer.Option(help="退回金额，元 / yuan")],
    source: Annotated[c.RefundSource, typer.Option(help="来源 / source")],
    on: Annotated[str, typer.Option(help="YYYY-MM-DD")],
    document_no: Annotated[str, typer.Option(help="文号 / document number")],
    json: JsonOption = False,
) -> None:
    """登记一笔此前退回 / record one earlier refund of a line."""
    out = Output(json)
    one = c.EarlierRefund(
        line, value_of(Decimal, amount, "amount"), source, value_of(date, on, "on"), document_no
    )
    lines = billed_lines(ClaimStore(settings().home), (line,))
    command = c.ImportRefunds(fixmedins_code=institution, refunds=(one,), lines=lines)
    events = as_person(out, lambda driver, actor: execute(driver, command, actor, now()))
    out.result(
        events_json(events),
        say(
            f"已登记 {line} 此前退回 {amount} 元",
            f"recorded: {amount} yuan of {line} were returned before",
        ),
    )


@ledger.command("refund-book")
def refund_book(
    institution: Annotated[str, typer.Argument(help="fixmedins_code")], json: JsonOption = False
) -> None:
    """已登记的此前退回及其编号 / earlier refunds that stand, each with its number"""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> RefundsState:
        found = await standing_refunds(driver, viewer(actor), institution)
        if found is None:
            raise refuse(
                "NOT_FOUND", what=f"机构 {institution}", what_en=f"institution {institution}"
            )
        return found

    book = as_person(out, _work)
    rows = [
        {**vars(one), "bill": bill, "by": one.by.signed if one.by else ""}
        for bill, kept in book.refunds.items()
        for one in kept
    ]
    text = [
        f"{row['refund_id']}  {row['bill']}  {row['amount']:,}  {row['on']}  {row['document_no']}  {row['by']}"
        for row in rows
    ]
    none = say("没有登记的此前退回", "no earlier refunds are entered")
    out.result(to_json({"refunds": rows}), "\n".join(text) or none)  # type: ignore[arg-type]


@ledger.command("refunds")
def refunds(
    institution: Annotated[str, typer.Argument(help="fixmedins_code")],
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="XLSX 或 CSV / XLSX or CSV")
    ],
    look: Annotated[
        bool, typer.Option("--look", help="只核对，不录入 / check it, enter nothing")
    ] = False,
    json: JsonOption = False,
) -> None:
    """导入此前退回清单（自查、日常审核、飞检、清算）/ import earlier refunds by line."""
    out = Output(json)
    read = read_refunds(file.read_bytes(), file.name)
    lines = billed_lines(ClaimStore(settings().home), (one.bill for one in read.refunds))

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[RefundList, int]:
        listed = await fitting(driver, institution, read, lines, now())
        if look or not listed.refunds:
            return listed, len(listed.new) if look else 0
        command = c.ImportRefunds(
            fixmedins_code=institution, refunds=listed.refunds, file_name=file.name, lines=lines
        )
        events = await execute(driver, command, actor, now())
        return listed, sum(len(list(event.data["refunds"])) for event in events)  # type: ignore[arg-type, misc]

    listed, entered = as_person(out, _work)
    bad = [vars(one) for one in listed.bad]
    known = len(listed.refunds) - entered
    amount = sum((yuan(one.amount) for one in listed.new), ZERO)
    told = [
        say(
            f"{'可' if look else ''}录入 {entered} 条（{amount:,} 元），已有 {known} 条，退回 {len(bad)} 行",
            f"{entered} {'would be ' if look else ''}entered ({amount:,} yuan), {known} known before, "
            f"{len(bad)} rows rejected",
        )
    ]
    told += [
        say(f"  第 {one.row} 行：{one.zh}", f"  row {one.row}: {one.en}") for one in listed.bad
    ]
    body = {"entered": entered, "known": known, "amount": str(amount), "bad": bad}
    out.result(body, "\n".join(told))
    if bad:
        raise typer.Exit(int(Exit.PARTIAL))

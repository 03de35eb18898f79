"""How a case's ledger looks in a terminal."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from casework.event_names import event_names
from casework.ledger.accounts import NAMES, Account
from casework.ledger.check import Check
from casework.ledger.instalments import Instalment
from casework.ledger.state import Entry
from cli.columns import columns
from cli.language import say
from cli.person import local


def ledger_text(
    balances: Mapping[Account, Decimal], entries: Sequence[Entry], parts: Sequence[Instalment]
) -> str:
    """Balances, entries with their sides, instalments; each below its heading."""
    if not entries:
        return say("尚无分录", "no entry yet")
    lines = [say("余额（元）", "balances (yuan)")]
    held = [(f"  {say(*NAMES[account])}", f"{amount:,.2f}") for account, amount in balances.items()]
    lines += columns(held, right={1})
    lines += ["", say("分录", "entries")]
    lines += columns([row for entry in entries for row in _rows(entry)], right={5})
    if parts:
        lines += ["", say("应缴（元）", "due (yuan)")]
        paid = say("已缴", "paid")
        lines += columns(
            [
                (f"  {one.due}", f"{one.amount:,.2f}", paid, f"{one.paid:,.2f}", _standing(one))
                for one in parts
            ],
            right={1, 3},
        )
    return "\n".join(lines)


def _standing(part: Instalment) -> str:
    if part.resting:
        return say("停止执行，期限中止", "execution is stopped, the period rests")
    return say("逾期", "overdue") if part.overdue else ""


def _rows(entry: Entry) -> list[tuple[str, ...]]:
    """A line for each side; the first one says when, why and on which paper."""
    head = (f"  {local(entry.at)}", say(*event_names(entry.event)), entry.document_no)
    return [
        (
            *(head if n == 0 else ("", "", "")),
            say("借", "debit") if posting.amount > 0 else say("贷", "credit"),
            say(*NAMES[posting.account]),
            f"{abs(posting.amount):,.2f}",
        )
        for n, posting in enumerate(entry.postings)
    ]


def checks_text(checks: Sequence[Check]) -> str:
    """One agreement a line: whether, what, and both figures."""
    rows = [
        (
            say("相符", "agrees") if one.agrees else say("不符", "differs"),
            say(one.zh, one.en),
            f"{one.expected:,.2f}",
            f"{one.actual:,.2f}",
        )
        for one in checks
    ]
    head = ("", say("核对项（元）", "what (yuan)"), say("应为", "should be"), say("实为", "is"))
    return "\n".join(columns([head, *rows], right={2, 3}))

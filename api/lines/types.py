"""Lines of a case and its recovery ledger, as the desk shows them. Amounts in yuan."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import strawberry

from api.inputs import input_of
from casework.commands.case import JudgeLines, LineFilter

LineFilterInput = input_of(LineFilter, "LineFilterInput")
PreviewInput = input_of(
    JudgeLines, "CaseLinesPreviewInput", frozenset({"expected_version", "command_id"})
)


@strawberry.type
class LineRefund:
    """Money of a line that came back before, or that another case recovers."""

    source: str
    amount: Decimal
    on: date | None
    document_no: str


@strawberry.type
class LineRival:
    """Another case that holds the line: what it recovers, or suspects while it is not ``judged``."""

    case_no: str
    amount: Decimal
    judged: bool


@strawberry.type
class LineClash:
    """Lines that another case holds, too; ``open`` of them it has not judged yet."""

    case_no: str
    lines: int
    open: int
    suspected: Decimal
    recovered: Decimal


@strawberry.type
class CaseLine:
    """A suspected fee line; ``suspected`` is the fund's part of it, ``state`` open or the verdict.

    ``group_difference``: that of the visit's DRG/DIP standards, where the loss is by it.
    """

    line_id: str
    finding_id: str
    rule_id: str
    rule_name: str
    fixmedins_code: str
    psn_no: str
    who: str
    on: date | None
    item: str
    cnt: Decimal | None
    pric: Decimal | None
    amount: Decimal
    inside_policy: Decimal
    suspected: Decimal
    state: str
    confirmed: Decimal
    group_difference: Decimal | None
    returned: Decimal
    loss: Decimal
    reasons: str
    by: str
    at: datetime | None
    refunds: list[LineRefund]
    rivals: list[LineRival]


@strawberry.type
class LineTotals:
    """Sums: ``loss`` is what the case may recover, ``confirmed`` less ``returned``."""

    listed: int
    open: int
    suspected: Decimal
    confirmed: Decimal
    rejected: Decimal
    returned: Decimal
    loss: Decimal


@strawberry.type
class LineGroup:
    """Lines of one rule."""

    rule_id: str
    rule_name: str
    count: int
    open: int
    suspected: Decimal
    loss: Decimal


@strawberry.type
class UnsetRefund:
    """What came back of a visit and is set against no line yet: ``amount`` the fund's, of ``billed``.

    ``line_id`` is the first of the case's lines of the visit of which something is left: ``room`` yuan.
    """

    visit: str
    fixmedins_code: str
    line_id: str
    room: Decimal
    billed: Decimal
    amount: Decimal
    on: date | None
    documents: list[str]


@strawberry.type
class CaseLines:
    """A page of lines with the sums of what the filter meets and of the whole case; ``institutions`` are
    those of all its lines."""

    rows: list[CaseLine]
    total: int
    end_cursor: str | None
    matched: LineTotals
    whole: LineTotals
    groups: list[LineGroup]
    clashes: list[LineClash]
    unset: list[UnsetRefund]
    institutions: list[str]


@strawberry.type
class LinesPreview:
    """What a verdict would do; ``refused`` says why it would not be taken."""

    count: int
    suspected: Decimal
    confirmed: Decimal
    returned: Decimal
    loss: Decimal
    loss_before: Decimal
    refused: str | None


@strawberry.type
class LedgerAccount:
    """An account and its balance on its own side."""

    account: str
    title: str
    balance: Decimal


@strawberry.type
class LedgerPosting:
    """One side of an entry."""

    account: str
    title: str
    debit: Decimal | None
    credit: Decimal | None


@strawberry.type
class LedgerEntry:
    """What an event of the case moved."""

    seq: int
    at: datetime
    title: str
    document_no: str
    postings: list[LedgerPosting]


@strawberry.type
class LedgerCheck:
    """One agreement of the ledger with the rest of the case."""

    title: str
    expected: Decimal
    actual: Decimal
    agrees: bool


@strawberry.type
class LedgerInstalment:
    """A part of the fine: until when, how much, and what was paid of it."""

    due: date
    amount: Decimal
    paid: Decimal
    overdue: bool
    resting: bool


@strawberry.type
class CaseLedger:
    """The recovery ledger of a case."""

    accounts: list[LedgerAccount]
    entries: list[LedgerEntry]
    checks: list[LedgerCheck]
    instalments: list[LedgerInstalment]


@strawberry.type
class ArrivedLines:
    """Lines that came later: how many, and what the fund paid of them in yuan."""

    count: int
    suspected: Decimal


@strawberry.type
class BookedRefund:
    """An entry of the book of earlier refunds, yuan: of which line, on which paper, by whom."""

    refund_id: str
    bill: str
    source: str
    amount: Decimal
    on: date
    document_no: str
    by: str

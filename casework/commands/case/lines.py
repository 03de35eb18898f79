"""Confirm suspected lines one by one (逐条认定), and what already came back of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from casework.commands.base import Command
from casework.commands.case.base import CaseCommand


class LineVerdict(StrEnum):
    """认定, 部分认定, 不认定."""

    CONFIRMED = "confirmed"
    PARTLY = "partly"
    REJECTED = "rejected"


class RefundSource(StrEnum):
    """How money of a line came back before: 自查, 日常审核, 飞检, DIP/DRG 清算, other."""

    SELF_CHECK = "self_check"
    DAILY_AUDIT = "daily_audit"
    FLIGHT_CHECK = "flight_check"
    GROUP_CLEARING = "group_clearing"
    OTHER = "other"


@dataclass(frozen=True)
class CaseLine:
    """A suspected fee line as it was when it entered the case.

    `line_id` is "mdtrt_id/feedetl_sn", or the finding itself where no lines stand behind it.
    Amounts in yuan; `fund_share` from 0 to 1; `who` is masked. `at_risk`: what the finding holds
    against the line, where that is not the fund's whole part of it (the price above its limit, or the
    fen that rounding leaves).
    """

    line_id: str
    finding_id: str
    rule_id: str
    fixmedins_code: str
    amount: Decimal
    inside_policy: Decimal
    fund_share: Decimal = Decimal(1)
    group_difference: Decimal | None = None
    psn_no: str = ""
    who: str = ""
    on: date | None = None
    item: str = ""
    cnt: Decimal | None = None
    pric: Decimal | None = None
    at_risk: Decimal | None = None


@dataclass(frozen=True)
class LineFilter:
    """Which lines of the case; what is absent does not filter. `text` is in item, visit or person."""

    rule_id: str | None = None
    finding_id: str | None = None
    state: str | None = None
    text: str | None = None
    from_day: date | None = None
    to_day: date | None = None
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True)
class VisitRefund:
    """What refund settlements gave back of a visit and set against no line of it.

    `billed` yuan of the bill, of them `amount` the fund's; by the settlements `documents`, the last
    on `on`. Nothing: the deliveries know of none (any more).
    """

    visit: str
    billed: Decimal
    amount: Decimal
    on: date | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ListLines(CaseCommand):
    """Bring the lines behind the case's findings into the case; what is listed already stays.

    `visits`: refunds of their visits that name no line, as the deliveries know them.
    """

    lines: tuple[CaseLine, ...] = ()
    visits: tuple[VisitRefund, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AddLine(CaseCommand):
    """List a line by hand: a paper bill, or the difference of standards of a DRG/DIP group.

    `bill` is "mdtrt_id/feedetl_sn" where the bill has one, else the number of the paper.
    """

    bill: str
    title: str
    fixmedins_code: str
    amount: Decimal
    inside_policy: Decimal
    fund_share: Decimal = Decimal(1)
    group_difference: Decimal | None = None
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class JudgeLines(CaseCommand):
    """Confirm, partly confirm or reject lines: those named, or all that the filter `where` meets.

    `amount` is the confirmed loss of the fund in yuan when one line is confirmed in part, `share`
    (above 0, below 1) the confirmed part of several. `expected_count` is what the preview counted:
    a selection that changed meanwhile is refused. Reasons are needed unless wholly confirmed.

    `group_difference`, in yuan, where the bill was settled by DRG/DIP: the difference between the
    standards of the settled and the right group (实施细则 35), of one paper bill or of one whole visit;
    the chosen lines share it, and a part is a part of it. Its reasons name the groups.
    """

    verdict: LineVerdict
    line_ids: tuple[str, ...] = ()
    where: LineFilter | None = None
    amount: Decimal | None = None
    share: Decimal | None = None
    group_difference: Decimal | None = None
    reasons: str = ""
    expected_count: int | None = None


@dataclass(frozen=True, kw_only=True)
class ReleaseLines(CaseCommand):
    """A case that ended without recovery lets its lines go, so that another case may recover them."""

    reasons: str


@dataclass(frozen=True)
class EarlierRefund:
    """Money of one line that came back before, in yuan, on the paper `document_no`."""

    bill: str
    amount: Decimal
    source: RefundSource
    on: date
    document_no: str


@dataclass(frozen=True, kw_only=True)
class ImportRefunds(Command):
    """Enter earlier refunds of an institution's lines; what is known already is left out.

    `lines`: those of the lines named that the claims know, each with the fund's part of it.
    """

    fixmedins_code: str
    refunds: tuple[EarlierRefund, ...]
    file_name: str = ""
    lines: tuple[CaseLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WithdrawRefund(Command):
    """Take an earlier refund that was entered wrongly out of the institution's book, with the reasons.

    Cases have the money to recover again from their next worksheet or proposal on.
    """

    fixmedins_code: str
    refund_id: str
    reasons: str


@dataclass(frozen=True)
class SettledRefund:
    """A refund of a line in the deliveries: yuan of the bill, by the settlement `document_no`."""

    amount: Decimal
    on: date
    document_no: str


@dataclass(frozen=True)
class SettledLine:
    """A line as it was billed, yuan, and all its refunds that the deliveries know, in their order."""

    bill: str
    billed: Decimal
    refunds: tuple[SettledRefund, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordSettled(Command):
    """What the deliveries say by now of refunds of lines that cases hold, and of their visits."""

    fixmedins_code: str
    lines: tuple[SettledLine, ...]
    visits: tuple[VisitRefund, ...] = ()
